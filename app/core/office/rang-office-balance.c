/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for looking back: overrides against what happened, causes of lateness, promises before client events. */
#include "office/rang-office-balance.h"

#include <json-glib/json-glib.h>

#include "office/rang-office-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-versions.h"

/* So long before a client event a promise counts. */
#define REMEMBERED_DAYS 60

static void
override_free (gpointer data)
{
  RangOverrideBalance *balance = data;

  g_free (balance->what);
  g_free (balance->reason);
  g_array_unref (balance->lines);
  g_free (balance);
}

void
rang_afterwards_free (RangAfterwards *afterwards)
{
  if (afterwards == NULL)
    return;
  g_ptr_array_unref (afterwards->overrides);
  g_array_unref (afterwards->late);
  g_array_unref (afterwards->events);
  g_free (afterwards);
}

/* What is read once for the whole period. */
typedef struct
{
  RangOffice *office;
  RangAfterwards *result;
  RangDay from;
  RangDay to;
  gint64 unit;
  GHashTable *orders;    /* (element-type gint64 RangOrder): by number, borrowed from @list */
  GPtrArray *list;       /* (element-type RangOrder) */
  GHashTable *values;    /* (element-type gint64 gint64): annual value by client */
  GPtrArray *moves;      /* (element-type RangMoveRecord) */
  GHashTable *displaced; /* (element-type utf8): "day/order" */
} Look;

static RangBalanceLine
line_of (const Look *look, gint64 number, RangDay day, gint32 predicted)
{
  const RangOrder *order = g_hash_table_lookup (look->orders, &number);
  RangBalanceLine line = { number, 0, 0, 0, predicted, RANG_NOT_THAT_DAY };
  const gint64 *value;

  /* An order that is not among those of the period went to a day after it. */
  if (order == NULL)
    return line;
  line.client = order->client;
  line.department = order->department;
  value = g_hash_table_lookup (look->values, &order->client);
  line.value = value != NULL ? *value : 0;
  line.actual = rang_outcome_minutes (order, day);
  return line;
}

/* --- overrides --- */

static void
put_line (RangOverrideBalance *balance, const RangBalanceLine *line)
{
  for (guint i = 0; i < balance->lines->len; i++)
    {
      RangBalanceLine *known = &g_array_index (balance->lines, RangBalanceLine, i);

      if (known->order != line->order)
        continue;
      known->predicted = line->predicted;
      return;
    }
  g_array_append_vals (balance->lines, line, 1);
}

static void
add_lines (const Look *look, RangOverrideBalance *balance, JsonObject *cost, const char *member, gboolean left_out)
{
  JsonArray *items = json_object_has_member (cost, member) ? json_object_get_array_member (cost, member) : NULL;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      gint64 order = g_ascii_strtoll (json_object_get_string_member_with_default (item, "order", "0"), NULL, 10);
      gint32 minutes = (gint32)json_object_get_int_member_with_default (item, "minutes", 0);
      RangBalanceLine line = line_of (look, order, balance->day, left_out ? RANG_NOT_THAT_DAY : minutes);

      put_line (balance, &line);
      if (!g_str_equal (member, "later"))
        g_hash_table_add (look->displaced, g_strdup_printf ("%d/%" G_GINT64_FORMAT, balance->day, order));
    }
}

static const RangMoveRecord *
find_move (const Look *look, gint64 entry)
{
  for (guint i = 0; i < look->moves->len; i++)
    {
      const RangMoveRecord *move = g_ptr_array_index (look->moves, i);

      if (move->entry == entry)
        return move;
    }
  return NULL;
}

/* Several moves of one trial are one override (CASES.md 13). */
static RangOverrideBalance *
ensure_balance (const Look *look, const RangLogEntry *entry, const RangMoveRecord *move)
{
  gint64 series = move != NULL && move->series != 0 ? move->series : entry->entry;
  const char *reason = move != NULL ? move->reason : entry->reason;
  RangOverrideBalance *balance;

  for (guint i = 0; i < look->result->overrides->len; i++)
    {
      balance = g_ptr_array_index (look->result->overrides, i);
      if (balance->entry == series)
        return balance;
    }
  balance = g_new0 (RangOverrideBalance, 1);
  balance->entry = series;
  balance->day = entry->day;
  balance->what = g_strdup (entry->what);
  balance->by = entry->who;
  balance->reason = g_strdup (reason);
  balance->own = line_of (look, entry->order, entry->day, 0);
  balance->lines = g_array_new (FALSE, FALSE, sizeof (RangBalanceLine));
  g_ptr_array_add (look->result->overrides, balance);
  return balance;
}

static gboolean
is_override (const char *what)
{
  return g_str_equal (what, "move") || g_str_equal (what, "grant") || g_str_equal (what, "amend");
}

static gboolean
add_override (const RangLogEntry *entry, gpointer data)
{
  const Look *look = data;
  const RangMoveRecord *move;
  g_autoptr (JsonNode) cost = NULL;
  RangOverrideBalance *balance;

  if (!is_override (entry->what))
    return TRUE;
  move = find_move (look, entry->entry);
  if (move != NULL && move->undone_by != 0)
    return TRUE;
  balance = ensure_balance (look, entry, move);
  cost = entry->cost != NULL ? json_from_string (entry->cost, NULL) : NULL;
  if (cost == NULL || !JSON_NODE_HOLDS_OBJECT (cost))
    return TRUE;
  add_lines (look, balance, json_node_get_object (cost), "late", FALSE);
  add_lines (look, balance, json_node_get_object (cost), "later", FALSE);
  add_lines (look, balance, json_node_get_object (cost), "left_out", TRUE);
  return TRUE;
}

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  const RangOverrideBalance *one = *(RangOverrideBalance *const *)a, *other = *(RangOverrideBalance *const *)b;

  return one->entry < other->entry ? -1 : one->entry > other->entry;
}

/* Day by day: of a log of years only the days asked for are read. */
static gboolean
add_overrides (Look *look, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;

  for (filter.day = look->from; filter.day <= look->to; filter.day++)
    if (!rang_store_foreach_log (look->office->store, &filter, add_override, look, error))
      return FALSE;
  g_ptr_array_sort (look->result->overrides, compare_overrides);
  return TRUE;
}

/* --- what was late, and why --- */

/* The forecast that was signed for a day: the version accepted last. */
static gboolean
load_forecast (Look *look, RangDay day, JsonNode **forecast, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (look->office->store, day, look->unit, error);

  *forecast = NULL;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state != RANG_VERSION_ACCEPTED)
        continue;
      g_clear_pointer (forecast, json_node_unref);
      *forecast = json_from_string (version->body, NULL);
    }
  return versions != NULL;
}

static JsonObject *
find_in_forecast (JsonArray *rows, gint64 order)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (json_object_get_int_member_with_default (row, "order", 0) == order)
        return row;
    }
  return NULL;
}

static gint64
value_of (const Look *look, gint64 number)
{
  const RangOrder *order = g_hash_table_lookup (look->orders, &number);
  const gint64 *value = order != NULL ? g_hash_table_lookup (look->values, &order->client) : NULL;

  return value != NULL ? *value : 0;
}

/* Whether the rules put somebody first who is worth less and was on time. */
static gboolean
is_outranked (const Look *look, JsonArray *rows, JsonObject *own, gint64 number)
{
  gint64 rank = json_object_get_int_member_with_default (own, "suggested", 0), value = value_of (look, number);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (json_object_get_int_member_with_default (row, "suggested", 0) < rank
          && g_str_equal (json_object_get_string_member_with_default (row, "state", ""), "on-time")
          && value_of (look, json_object_get_int_member_with_default (row, "order", 0)) < value)
        return TRUE;
    }
  return FALSE;
}

static void
read_forecast (const Look *look, JsonNode *forecast, gint64 number, RangLateFacts *facts)
{
  JsonArray *rows = NULL;
  JsonObject *own;
  const char *state;

  if (forecast != NULL && JSON_NODE_HOLDS_OBJECT (forecast)
      && json_object_has_member (json_node_get_object (forecast), "orders"))
    rows = json_object_get_array_member (json_node_get_object (forecast), "orders");
  own = rows != NULL ? find_in_forecast (rows, number) : NULL;
  if (own == NULL)
    return;
  state = json_object_get_string_member_with_default (own, "state", "");
  for (int s = RANG_PLAN_ON_TIME; s <= RANG_PLAN_NOT_TODAY; s++)
    if (g_str_equal (state, rang_board_state_to_nick ((RangPlanState)s)))
      facts->forecast = s;
  facts->outranked = is_outranked (look, rows, own, number);
}

static gboolean
is_impossible (GPtrArray *conflicts, gint64 order)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->kind == RANG_CONFLICT_IMPOSSIBLE_PROMISE && conflict->state != RANG_CONFLICT_LAPSED
          && rang_conflict_has_order (conflict, order))
        return TRUE;
    }
  return FALSE;
}

/* Late, or put off; what failed at the client's door is not late. */
static gboolean
was_late (const RangOrder *order, gint32 minutes)
{
  int fail = rang_fail_reason_from_nick (order->outcome_reason);

  if (minutes == RANG_NOT_KNOWN || minutes == 0)
    return FALSE;
  return order->state != RANG_ORDER_FAILED || fail == RANG_FAIL_NOT_REACHED || fail == RANG_FAIL_GOODS_MISSING;
}

static void
add_late (Look *look, const RangOrder *order, RangDay day, JsonNode *forecast, GPtrArray *conflicts)
{
  RangLateFacts facts = { .forecast = -1 };
  RangLateOrder late = { order->number, day, rang_outcome_minutes (order, day), RANG_LATE_EXECUTION };
  g_autofree char *key = g_strdup_printf ("%d/%" G_GINT64_FORMAT, day, order->number);

  if (!was_late (order, late.minutes))
    return;
  facts.goods = order->goods == RANG_GOODS_NOT_READY
                || rang_fail_reason_from_nick (order->outcome_reason) == RANG_FAIL_GOODS_MISSING;
  facts.impossible = is_impossible (conflicts, order->number);
  facts.displaced = g_hash_table_contains (look->displaced, key);
  read_forecast (look, forecast, order->number, &facts);
  late.cause = rang_late_cause_of (&facts);
  g_array_append_val (look->result->late, late);
}

typedef struct
{
  Look *look;
  RangDay day;
  JsonNode *forecast;
  GPtrArray *conflicts;
} DayLook;

/* An order that went to another day was not delivered on this one. */
static gboolean
add_carried (const RangLogEntry *entry, gpointer data)
{
  DayLook *day = data;
  const RangOrder *order = g_hash_table_lookup (day->look->orders, &entry->order);

  if (order != NULL && order->promised_day != day->day)
    add_late (day->look, order, day->day, day->forecast, day->conflicts);
  return TRUE;
}

static gboolean
add_late_of_day (Look *look, RangDay day, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  g_autoptr (JsonNode) forecast = NULL;
  g_autoptr (GPtrArray) conflicts = rang_store_load_conflicts (look->office->store, day, FALSE, error);
  DayLook of_day = { look, day, NULL, conflicts };

  if (conflicts == NULL || !load_forecast (look, day, &forecast, error))
    return FALSE;
  of_day.forecast = forecast;
  for (guint i = 0; i < look->list->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (look->list, i);

      if (order->promised_day == day)
        add_late (look, order, day, forecast, conflicts);
    }
  filter.day = day;
  filter.what = "carry-over";
  return rang_store_foreach_log (look->office->store, &filter, add_carried, &of_day, error);
}

static gboolean
add_all_late (Look *look, GError **error)
{
  guint counts[RANG_N_LATE_CAUSES] = { 0 };

  for (RangDay day = look->from; day <= look->to; day++)
    if (!add_late_of_day (look, day, error))
      return FALSE;
  for (guint i = 0; i < look->result->late->len; i++)
    counts[g_array_index (look->result->late, RangLateOrder, i).cause]++;
  rang_shares (counts, RANG_N_LATE_CAUSES, look->result->shares);
  return TRUE;
}

/* --- client events --- */

static gboolean
add_events (Look *look, GError **error)
{
  g_autoptr (GPtrArray) events = rang_store_load_client_events (look->office->store, 0, look->from, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const RangClientEvent *event = g_ptr_array_index (events, i);
      RangEventPromises promises = { event->client, event->day, event->kind, 0, 0 };

      if (event->day > look->to)
        continue;
      for (guint k = 0; k < look->list->len; k++)
        {
          const RangOrder *order = g_ptr_array_index (look->list, k);
          RangDay first = order->first_promised_day != RANG_DAY_NONE ? order->first_promised_day : order->promised_day;
          gint32 minutes = rang_outcome_minutes (order, first);

          if (order->client != event->client || first > event->day || first < event->day - REMEMBERED_DAYS)
            continue;
          promises.kept += minutes == 0 ? 1 : 0;
          promises.broken += was_late (order, minutes) ? 1 : 0;
        }
      g_array_append_val (look->result->events, promises);
    }
  return events != NULL;
}

/* --- all of it --- */

static gboolean
gather (Look *look, GError **error)
{
  g_autoptr (GPtrArray) clients = rang_store_load_clients (look->office->store, error);

  look->moves
      = clients != NULL ? rang_store_load_moves_between (look->office->store, look->from, look->to, error) : NULL;
  look->list = look->moves != NULL ? rang_store_load_orders_between (look->office->store, look->from - REMEMBERED_DAYS,
                                                                     look->to + REMEMBERED_DAYS, error)
                                   : NULL;
  if (look->list == NULL)
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    {
      const RangClient *client = g_ptr_array_index (clients, i);

      g_hash_table_insert (look->values, g_memdup2 (&client->id, sizeof client->id),
                           g_memdup2 (&client->annual_value.minor, sizeof client->annual_value.minor));
    }
  for (guint i = 0; i < look->list->len; i++)
    {
      RangOrder *order = g_ptr_array_index (look->list, i);

      g_hash_table_insert (look->orders, &order->number, order);
    }
  return TRUE;
}

RangAfterwards *
rang_office_look_back (RangOffice *office, const RangSession *session, RangDay from, RangDay to, GError **error)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  g_autoptr (RangAfterwards) result = g_new0 (RangAfterwards, 1);
  Look look = { office, result, from, to, session->unit, NULL, NULL, NULL, NULL, NULL };
  gboolean done;

  result->overrides = g_ptr_array_new_with_free_func (override_free);
  result->late = g_array_new (FALSE, FALSE, sizeof (RangLateOrder));
  result->events = g_array_new (FALSE, FALSE, sizeof (RangEventPromises));
  look.orders = g_hash_table_new (g_int64_hash, g_int64_equal);
  look.values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  look.displaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = reading != NULL && gather (&look, error) && add_overrides (&look, error) && add_all_late (&look, error)
         && add_events (&look, error);
  g_hash_table_unref (look.orders);
  g_hash_table_unref (look.values);
  g_hash_table_unref (look.displaced);
  g_clear_pointer (&look.list, g_ptr_array_unref);
  g_clear_pointer (&look.moves, g_ptr_array_unref);
  return done ? g_steal_pointer (&result) : NULL;
}
