/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-resource.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_units:
 *
 * Returns: (transfer full) (nullable) (element-type RangUnit): all, by id
 */
GPtrArray *
rang_store_load_units (RangStore *store, GError **error);

/**
 * rang_store_save_unit:
 *
 * Adds @unit if its id is 0, which is then set, else changes it.
 */
gboolean
rang_store_save_unit (RangStore *store, RangUnit *unit, GError **error);

/**
 * rang_store_load_resources:
 * @unit: id of a unit, or 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type RangResource): vans or machines by id, those out of use too
 */
GPtrArray *
rang_store_load_resources (RangStore *store, gint64 unit, GError **error);
gboolean
rang_store_save_resource (RangStore *store, RangResource *resource, GError **error);

/**
 * rang_store_load_roster:
 *
 * Returns: (transfer full) (nullable) (element-type RangRosterEntry): what was set for @day, by resource; a resource
 *   without an entry works as usual (rang_roster_entry_usual())
 */
GPtrArray *
rang_store_load_roster (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_save_roster_entry:
 *
 * Sets one resource's day, replacing what was set before.
 */
gboolean
rang_store_save_roster_entry (RangStore *store, const RangRosterEntry *entry, GError **error);

G_END_DECLS
