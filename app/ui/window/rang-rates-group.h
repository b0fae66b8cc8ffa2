/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangRatesGroup:
 *
 * The office's rate table among the preferences: a row a currency. Whoever may manage the office changes it.
 */
#define RANG_TYPE_RATES_GROUP (rang_rates_group_get_type ())
G_DECLARE_FINAL_TYPE (RangRatesGroup, rang_rates_group, RANG, RATES_GROUP, AdwPreferencesGroup)

/** rang_rates_group_set_desk: shows the rates of the desk's office */
void
rang_rates_group_set_desk (RangRatesGroup *self, RangDesk *desk);

G_END_DECLS
