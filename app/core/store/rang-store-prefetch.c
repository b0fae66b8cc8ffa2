/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is sent for together, before each is read: the same loads as then follow, and in their sequence. */
#include "store/rang-store-prefetch.h"

#include "store/rang-store-board.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-log.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-people.h"
#include "store/rang-store-private.h"
#include "store/rang-store-rates.h"
#include "store/rang-store-resources.h"
#include "store/rang-store-rules.h"
#include "store/rang-store-versions.h"

/* Who sends gets nothing to use: what the loads return is empty, or an error that is of no matter. */
static void
send_for_office (RangStore *store)
{
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (RangRate));
  g_autoptr (RangSettings) settings = NULL;
  g_autoptr (GPtrArray) people = NULL, departments = NULL, deputies = NULL;
  g_autofree char *hash = NULL;
  gint64 newest;

  rang_store_get_log_head (store, &newest, &hash, NULL);
  settings = rang_store_load_settings (store, NULL);
  rang_store_load_rates (store, rates, NULL);
  people = rang_store_load_people (store, NULL);
  departments = rang_store_load_departments (store, NULL);
  deputies = rang_store_load_deputies (store, NULL);
}

void
rang_store_prefetch_office (RangStore *store)
{
  if (!rang_engine_begin_prefetch (store->engine))
    return;
  send_for_office (store);
  rang_engine_end_prefetch (store->engine);
}

static void
send_for_board (RangStore *store, RangDay day, gint64 unit, RangDay since)
{
  g_autoptr (GPtrArray) units = rang_store_load_units (store, NULL);
  g_autoptr (RangRulesRecord) rules = rang_store_load_rules_for_day (store, day, NULL);
  g_autoptr (GPtrArray) resources = rang_store_load_resources (store, unit, NULL);
  g_autoptr (GPtrArray) roster = rang_store_load_roster (store, day, NULL);
  g_autoptr (GPtrArray) versions = rang_store_load_versions (store, day, unit, NULL);
  g_autoptr (GPtrArray) orders = rang_store_load_orders_of_day (store, day, NULL);
  g_autoptr (GPtrArray) gone = rang_store_load_carry_overs (store, day, NULL);
  g_autoptr (GArray) locks = rang_store_load_locks (store, day, NULL);
  g_autoptr (GPtrArray) clients = rang_store_load_clients_of_day (store, day, NULL);
  g_autoptr (GPtrArray) events = rang_store_load_client_events (store, 0, RANG_DAY_NONE, NULL);
  g_autoptr (GHashTable) counts = rang_store_load_client_counts (store, day, since, NULL);
  g_autoptr (RangBoardRecord) board = rang_store_load_board (store, day, unit, NULL);
  g_autoptr (GPtrArray) moves = rang_store_load_moves_without_cost (store, day, day, NULL);
}

void
rang_store_prefetch_board (RangStore *store, RangDay day, gint64 unit, RangDay since)
{
  if (!rang_engine_begin_prefetch (store->engine))
    return;
  send_for_board (store, day, unit, since);
  rang_engine_end_prefetch (store->engine);
}
