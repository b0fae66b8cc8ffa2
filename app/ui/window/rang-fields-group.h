/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangFieldsGroup:
 *
 * In the preferences: which legal fields the route sheets have, and what the office calls them.
 */
#define RANG_TYPE_FIELDS_GROUP (rang_fields_group_get_type ())
G_DECLARE_FINAL_TYPE (RangFieldsGroup, rang_fields_group, RANG, FIELDS_GROUP, AdwPreferencesGroup)

void
rang_fields_group_set_desk (RangFieldsGroup *group, RangDesk *desk);

G_END_DECLS
