/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who answered for an order at which moment. */
#include "office/rang-office-answered.h"

#include <json-glib/json-glib.h>

#include "office/rang-office-order-private.h"
#include "store/rang-store-log.h"

typedef struct
{
  RangOffice *office;
  gint64 order;
  GArray *list;
  gboolean is_submitted;
  gboolean is_signed;
} Walk;

static void
add (Walk *walk, gint64 person, gint64 since)
{
  RangAnswered next = { person, since };

  if (walk->list->len == 0 || g_array_index (walk->list, RangAnswered, walk->list->len - 1).person != person)
    g_array_append_val (walk->list, next);
}

static RangAnswered *
last (Walk *walk)
{
  return &g_array_index (walk->list, RangAnswered, walk->list->len - 1);
}

/* A submission names its orders. */
static gboolean
names_order (const RangLogEntry *entry, gint64 order)
{
  g_autoptr (JsonNode) node = entry->data != NULL ? json_from_string (entry->data, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *orders = object != NULL && json_object_has_member (object, "orders")
                          ? json_object_get_array_member (object, "orders")
                          : NULL;

  for (guint i = 0; orders != NULL && i < json_array_get_length (orders); i++)
    if (json_array_get_int_element (orders, i) == order)
      return TRUE;
  return FALSE;
}

static gboolean
is_outcome (const char *what)
{
  static const char *const words[] = { "deliver", "fail", "cancel", "carry-over", NULL };

  return g_strv_contains (words, what);
}

static gboolean
walk_cb (const RangLogEntry *entry, gpointer data)
{
  Walk *walk = data;

  if (g_str_equal (entry->what, "submit") && names_order (entry, walk->order))
    {
      if (!walk->is_submitted)
        last (walk)->person = entry->who;
      walk->is_submitted = TRUE;
      if (!walk->is_signed)
        add (walk, office_holder (walk->office, RANG_ROLE_HEAD_OF_SALES), entry->at);
    }
  else if (walk->is_submitted && g_str_equal (entry->what, "handover"))
    {
      last (walk)->person = entry->who;
      walk->is_signed = TRUE;
    }
  else if (walk->is_submitted && entry->order == walk->order && g_str_equal (entry->what, "amend"))
    {
      add (walk, entry->who, entry->at);
      walk->is_signed = TRUE;
    }
  else if (walk->is_signed && g_str_equal (entry->what, "accept"))
    add (walk, entry->who, entry->at);
  else if (entry->order == walk->order && is_outcome (entry->what))
    add (walk, 0, entry->at);
  return TRUE;
}

GArray *
rang_office_list_answered (RangOffice *office, gint64 number, GError **error)
{
  g_autoptr (RangOrder) order = office_load_order (office, number, error);
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  RangAnswered first = { 0, 0 };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (RangAnswered));
  Walk walk = { office, number, list, FALSE, FALSE };

  if (order == NULL)
    return NULL;
  first.person = office_head_of (office, order->department);
  if (first.person == 0)
    first.person = office_holder (office, RANG_ROLE_HEAD_OF_SALES);
  g_array_append_val (list, first);
  if (order->promised_day == RANG_DAY_NONE)
    return g_steal_pointer (&list);
  filter.day = order->promised_day;
  if (!rang_store_foreach_log (office->store, &filter, walk_cb, &walk, error))
    return NULL;
  return g_steal_pointer (&list);
}
