/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for bumps: how often overrides made an order's state worse, and the written reason owed from a number on. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "board/rang-board-conflicts.h"
#include "office/rang-office-move-private.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-versions.h"

/* --- who was bumped --- */

static void
add_victims (GArray *victims, JsonObject *cost, const char *list)
{
  JsonArray *items = json_object_has_member (cost, list) ? json_object_get_array_member (cost, list) : NULL;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      gint64 order = g_ascii_strtoll (json_object_get_string_member_with_default (item, "order", "0"), NULL, 10);

      g_array_append_val (victims, order);
    }
}

/* The orders whose state a step made worse, as its cost was kept. */
static GArray *
victims_of (const RangMoveRecord *step)
{
  GArray *victims = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (JsonNode) node = step->cost != NULL ? json_from_string (step->cost, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      add_victims (victims, json_node_get_object (node), "late");
      add_victims (victims, json_node_get_object (node), "left_out");
    }
  return victims;
}

static gboolean
is_override (const RangMoveRecord *step)
{
  return step->undone_by == 0
         && (step->kind == RANG_MOVE_MOVE || step->kind == RANG_MOVE_GRANT || step->kind == RANG_MOVE_AMEND);
}

static gint64
series_of (const RangMoveRecord *step)
{
  return step->series != 0 ? step->series : step->entry;
}

GHashTable *
office_count_bumps (GPtrArray *steps, gint64 after)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);
      g_autoptr (GArray) victims = NULL;

      if (step->entry <= after || !is_override (step))
        continue;
      victims = victims_of (step);
      for (guint k = 0; k < victims->len; k++)
        {
          gint64 order = g_array_index (victims, gint64, k);
          char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, series_of (step), order);
          int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, &order));

          if (g_hash_table_add (counted, key))
            g_hash_table_insert (counts, g_memdup2 (&order, sizeof order), GINT_TO_POINTER (count + 1));
        }
    }
  return counts;
}

/* The overrides up to the version accepted last are counted in the orders already. */
static gboolean
find_settled (RangOffice *office, RangDay day, gint64 unit, gint64 *entry, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, day, unit, error);

  *entry = 0;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state == RANG_VERSION_ACCEPTED)
        *entry = MAX (*entry, version->entry);
    }
  return versions != NULL;
}

static GHashTable *
count_open_bumps (RangOffice *office, RangDay day, gint64 unit, GPtrArray *steps, GError **error)
{
  gint64 settled;

  return find_settled (office, day, unit, &settled, error) ? office_count_bumps (steps, settled) : NULL;
}

/* --- the written reason --- */

/* How often the order was bumped on accepted boards and, so far, on this one. */
static gboolean
count_of (RangOffice *office, GHashTable *today, gint64 number, int *count, GError **error)
{
  g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, error);

  if (order == NULL)
    return FALSE;
  *count = order->bumps + GPOINTER_TO_INT (g_hash_table_lookup (today, &number));
  return TRUE;
}

static gboolean
check_one (RangOffice *office, GHashTable *today, gint64 order, int own, GError **error)
{
  int count;

  if (!count_of (office, today, order, &count, error))
    return FALSE;
  count -= own;
  if (count < office->settings->most_bumps)
    return TRUE;
  office_refuse (error, REFUSED,
                 ngettext ("order %" PRId64 " was bumped %d time already; say in a note why it may sink again",
                           "order %" PRId64 " was bumped %d times already; say in a note why it may sink again",
                           (gulong)count),
                 order, count);
  return FALSE;
}

static gboolean
check_items (RangOffice *office, GHashTable *today, const GArray *items, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (!check_one (office, today, g_array_index (items, RangCostItem, i).order, 0, error))
      return FALSE;
  return TRUE;
}

gboolean
office_check_bumps (RangOffice *office,
                    const RangSession *session,
                    const RangMoveCost *cost,
                    int reason,
                    const char *note,
                    GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GHashTable) today = NULL;

  if (note != NULL || reason < 0 || cost->late->len + cost->left_out->len == 0)
    return TRUE;
  steps = rang_store_load_moves (office->store, session->day, error);
  if (steps == NULL)
    return FALSE;
  today = count_open_bumps (office, session->day, session->unit, steps, error);
  return today != NULL && check_items (office, today, cost->late, error)
         && check_items (office, today, cost->left_out, error);
}

gboolean
office_check_bumps_of_series (
    RangOffice *office, const RangSession *session, GPtrArray *steps, gint64 series, const char *note, GError **error)
{
  g_autoptr (GHashTable) today = NULL;

  if (note != NULL)
    return TRUE;
  today = count_open_bumps (office, session->day, session->unit, steps, error);
  for (guint i = 0; today != NULL && i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);
      g_autoptr (GArray) victims = is_override (step) && series_of (step) == series ? victims_of (step) : NULL;

      for (guint k = 0; victims != NULL && k < victims->len; k++)
        if (!check_one (office, today, g_array_index (victims, gint64, k), 1, error))
          return FALSE;
    }
  return today != NULL;
}

/* --- the conflict --- */

static gboolean
is_found (GPtrArray *found, const char *key)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((RangConflict *)g_ptr_array_index (found, i))->key, key))
      return TRUE;
  return FALSE;
}

gboolean
office_find_bumped (RangOffice *office, RangBoard *board, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, rang_board_get_day (board), error);
  g_autoptr (GHashTable) today = NULL;

  if (steps == NULL)
    return FALSE;
  today = count_open_bumps (office, rang_board_get_day (board), rang_board_get_input (board)->unit->id, steps, error);
  for (guint rank = 1; today != NULL && rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      int count = entry->bumps + GPOINTER_TO_INT (g_hash_table_lookup (today, &entry->number));
      g_autoptr (RangConflict) conflict = NULL;

      if (count <= office->settings->most_bumps)
        continue;
      conflict = rang_conflict_new_bumped (board, entry->number, count);
      if (!is_found (found, conflict->key))
        g_ptr_array_add (found, g_steal_pointer (&conflict));
    }
  return today != NULL;
}

/* --- acceptance --- */

gboolean
office_settle_bumps (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, session->day, error);
  g_autoptr (GHashTable) counts = NULL;
  GHashTableIter iter;
  gpointer order, count;

  counts = steps != NULL ? count_open_bumps (office, session->day, session->unit, steps, error) : NULL;
  if (counts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &order, &count))
    {
      g_autoptr (RangOrder) bumped = rang_store_load_order (office->store, *(gint64 *)order, error);

      if (bumped == NULL)
        return FALSE;
      bumped->bumps += GPOINTER_TO_INT (count);
      if (!rang_store_save_order (office->store, bumped, error))
        return FALSE;
    }
  return TRUE;
}
