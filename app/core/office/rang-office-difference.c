/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what an amendment changes against the version before it. */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "office/rang-office-private.h"
#include "office/rang-office-version.h"
#include "store/rang-store-log.h"
#include "store/rang-store-versions.h"

/* One row of a version's body. */
typedef struct
{
  int rank;
  int state;
  gint64 resource;
} Row;

static GHashTable *
read_rows (const char *body)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (JsonNode) node = json_from_string (body, NULL);
  JsonArray *orders = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "orders"))
    orders = json_object_get_array_member (json_node_get_object (node), "orders");
  for (guint i = 0; orders != NULL && i < json_array_get_length (orders); i++)
    {
      JsonObject *order = json_array_get_object_element (orders, i);
      gint64 number = json_object_get_int_member_with_default (order, "order", 0);
      const char *state = json_object_get_string_member_with_default (order, "state", "");
      Row row = { (int)json_object_get_int_member_with_default (order, "rank", 0), -1,
                  json_object_get_int_member_with_default (order, "resource", 0) };

      for (int s = RANG_PLAN_ON_TIME; s <= RANG_PLAN_NOT_TODAY; s++)
        if (g_str_equal (state, rang_board_state_to_nick ((RangPlanState)s)))
          row.state = s;
      g_hash_table_insert (rows, g_memdup2 (&number, sizeof number), g_memdup2 (&row, sizeof row));
    }
  return rows;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const RangVersionChange *one = a, *other = b;
  int x = one->to != 0 ? one->to : G_MAXINT, y = other->to != 0 ? other->to : G_MAXINT;

  if (x != y)
    return x < y ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* Orders that only close up or make room for the one that was moved are not changed. */
static void
add_change (GArray *changes, gint64 order, const Row *was, const Row *is, gint64 moved)
{
  RangVersionChange change = { order,
                               was != NULL ? was->rank : 0,
                               is != NULL ? is->rank : 0,
                               was != NULL ? was->state : -1,
                               is != NULL ? is->state : -1,
                               was != NULL ? was->resource : 0,
                               is != NULL ? is->resource : 0 };

  if (order == moved || was == NULL || is == NULL || change.state_before != change.state_after
      || change.resource_before != change.resource_after)
    g_array_append_val (changes, change);
}

static GArray *
compare_bodies (const char *before, const char *after, gint64 moved)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (RangVersionChange));
  g_autoptr (GHashTable) was = read_rows (before), is = read_rows (after);
  GHashTableIter iter;
  gpointer order, row;

  g_hash_table_iter_init (&iter, is);
  while (g_hash_table_iter_next (&iter, &order, &row))
    add_change (changes, *(gint64 *)order, g_hash_table_lookup (was, order), row, moved);
  g_hash_table_iter_init (&iter, was);
  while (g_hash_table_iter_next (&iter, &order, &row))
    if (!g_hash_table_contains (is, order))
      add_change (changes, *(gint64 *)order, row, NULL, moved);
  g_array_sort (changes, compare_changes);
  return changes;
}

static gboolean
find_moved (RangOffice *office, gint64 entry, gint64 *order, GError **error)
{
  g_autoptr (RangLogEntry) logged = rang_store_load_log_entry (office->store, entry, error);

  if (logged == NULL)
    return FALSE;
  *order = logged->order;
  return TRUE;
}

GArray *
rang_office_list_version_changes (RangOffice *office, const RangSession *session, int number, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);
  const RangVersionRecord *version = NULL, *before = NULL;
  gint64 moved;

  if (versions == NULL)
    return NULL;
  for (guint i = 0; i < versions->len; i++)
    if (((RangVersionRecord *)g_ptr_array_index (versions, i))->number == number)
      version = g_ptr_array_index (versions, i);
  if (version == NULL)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no version %d on that day"), number);
      return NULL;
    }
  for (guint i = 0; version->amendment && i < versions->len; i++)
    if (((RangVersionRecord *)g_ptr_array_index (versions, i))->id == version->based_on)
      before = g_ptr_array_index (versions, i);
  if (before == NULL)
    return g_array_new (FALSE, FALSE, sizeof (RangVersionChange));
  return find_moved (office, version->entry, &moved, error) ? compare_bodies (before->body, version->body, moved)
                                                            : NULL;
}
