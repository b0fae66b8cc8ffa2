/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-roads.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** rang_store_load_roads: Returns: (transfer full) (nullable): the measured travel, without places if there is none */
RangRoads *
rang_store_load_roads (RangStore *store, GError **error);

/** rang_store_save_roads: replaces the measured travel; @roads: (nullable): %NULL for none */
gboolean
rang_store_save_roads (RangStore *store, const RangRoads *roads, GError **error);

G_END_DECLS
