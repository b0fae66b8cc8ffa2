/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangTravelGroup:
 *
 * How fast the roads are: the speed, by the hour, and what was measured.
 */
#define RANG_TYPE_TRAVEL_GROUP (rang_travel_group_get_type ())
G_DECLARE_FINAL_TYPE (RangTravelGroup, rang_travel_group, RANG, TRAVEL_GROUP, AdwPreferencesGroup)

/** rang_travel_group_set_desk: shows what the office of @desk has set */
void
rang_travel_group_set_desk (RangTravelGroup *self, RangDesk *desk);

G_END_DECLS
