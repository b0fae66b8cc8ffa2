/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the use-case of the insight page: gathers the facts of a period and has them measured. */
#include "office/rang-office-insight.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "domain/rang-calendar.h"
#include "office/rang-office-private.h"
#include "store/rang-store-insight.h"
#include "store/rang-store-log.h"

RangDay
rang_office_insight_from (RangOffice *office, const RangSession *session, int days)
{
  RangDay last = session->day;

  if (!rang_calendar_is_working_day (office->settings, last))
    last = rang_calendar_add_working_days (office->settings, last, -1);
  return rang_calendar_add_working_days (office->settings, last, -(MAX (days, 1) - 1));
}

/* --- orders and clients --- */

static gboolean
gather_orders (RangOffice *office, RangInsightFacts *facts, GError **error)
{
  RangDay today = rang_office_today (office);
  g_autoptr (GArray) rows
      = rang_store_load_promises (office->store, facts->from - RANG_INSIGHT_MEMORY, facts->to, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const RangPromiseRow *row = &g_array_index (rows, RangPromiseRow, i);
      RangInsightOrder order = { row->number, row->client, row->department, row->first_day,
                                 rang_insight_judge (row->state, row->first_day, row->promised_day, row->to,
                                                     row->outcome_day, row->outcome_at, row->fail, today) };

      rang_insight_facts_add_order (facts, &order);
    }
  return TRUE;
}

static gboolean
gather_clients (RangOffice *office, RangInsightFacts *facts, GError **error)
{
  g_autoptr (GArray) values = rang_store_load_values (office->store, office->settings->currency, error);
  g_autoptr (GArray) events
      = values != NULL ? rang_store_load_event_rows (office->store, facts->from, facts->to, error) : NULL;

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      const RangValueRow *row = &g_array_index (values, RangValueRow, i);
      RangInsightClient client = { row->client, row->annual_value, row->stage };

      rang_insight_facts_add_client (facts, &client);
    }
  for (guint i = 0; i < events->len; i++)
    {
      const RangEventRow *row = &g_array_index (events, RangEventRow, i);
      RangInsightEvent event = { row->client, (RangClientEventKind)row->kind, row->day };

      g_array_append_val (facts->events, event);
    }
  return TRUE;
}

/* --- what people did --- */

static void
add_numbers (GArray *into, JsonObject *cost, const char *member)
{
  JsonArray *items = json_object_has_member (cost, member) ? json_object_get_array_member (cost, member) : NULL;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      const char *text = json_object_get_string_member_with_default (item, "order", NULL);
      gint64 number = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

      if (number > 0)
        g_array_append_val (into, number);
    }
}

static void
read_cost (RangInsightOverride *override, const char *text)
{
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *cost = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (cost == NULL)
    return;
  add_numbers (override->broken, cost, "late");
  add_numbers (override->broken, cost, "left_out");
  add_numbers (override->won, cost, "gained");
}

static void
add_override (RangInsightFacts *facts, const RangDeedRow *deed)
{
  RangInsightOverride *override = rang_insight_override_new ();

  override->entry = deed->entry;
  override->series = deed->series;
  override->day = deed->day;
  override->order = deed->order;
  override->reason = deed->reason != NULL ? rang_reason_from_nick (deed->reason) : -1;
  override->asked = g_str_equal (deed->what, "grant");
  read_cost (override, deed->cost);
  g_ptr_array_add (facts->overrides, override);
}

/* When each conflict was decided, by its id. */
static void
note_decision (GHashTable *decided, const RangDeedRow *deed)
{
  gint64 id = deed->subject != NULL && g_str_has_prefix (deed->subject, "conflict/")
                  ? g_ascii_strtoll (deed->subject + strlen ("conflict/"), NULL, 10)
                  : 0;

  if (id > 0)
    g_hash_table_replace (decided, g_memdup2 (&id, sizeof id), g_memdup2 (&deed->at, sizeof deed->at));
}

static gboolean
gather_deeds (RangOffice *office, RangInsightFacts *facts, GHashTable *decided, GError **error)
{
  g_autoptr (GPtrArray) deeds = rang_store_load_deeds (office->store, facts->from, facts->to, error);

  if (deeds == NULL)
    return FALSE;
  for (guint i = 0; i < deeds->len; i++)
    {
      const RangDeedRow *deed = g_ptr_array_index (deeds, i);

      gboolean concerns = facts->department == 0
                          || rang_insight_facts_concerns (facts, rang_insight_facts_find_order (facts, deed->order));

      if (g_str_equal (deed->what, "push"))
        facts->pushes += concerns ? 1 : 0;
      else if (g_str_equal (deed->what, "refuse"))
        facts->refused += concerns ? 1 : 0;
      else if (g_str_equal (deed->what, "accept"))
        facts->turn_day = MAX (facts->turn_day, deed->day);
      else if (g_str_equal (deed->what, "decide"))
        note_decision (decided, deed);
      else
        add_override (facts, deed);
      facts->granted += concerns && g_str_equal (deed->what, "grant");
    }
  return TRUE;
}

static gboolean
gather_conflicts (RangOffice *office, RangInsightFacts *facts, GHashTable *decided, GError **error)
{
  g_autoptr (GArray) rows = rang_store_load_conflict_rows (office->store, facts->from, facts->to, facts->department, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const RangConflictRow *row = &g_array_index (rows, RangConflictRow, i);
      const gint64 *at = g_hash_table_lookup (decided, &row->id);
      RangInsightConflict conflict = { row->kind, row->state, row->since, at != NULL ? *at : 0 };

      g_array_append_val (facts->conflicts, conflict);
    }
  return TRUE;
}

/* --- who answered when --- */

typedef struct
{
  RangOffice *office;
  RangInsightFacts *facts;
  GHashTable *submitted; /* department → time + 1 */
  GHashTable *done;      /* order → time + 1 */
  RangTime accepted;
} Turns;

static RangTime
time_on_day (const Turns *turns, gint64 at)
{
  RangTime time;
  RangDay day = rang_day_of_instant (at, turns->office->zone, &time);

  return day == turns->facts->turn_day ? time : day < turns->facts->turn_day ? 0 : RANG_TIME_END_OF_DAY;
}

static gboolean
note_turn (const RangLogEntry *entry, gpointer data)
{
  Turns *turns = data;
  gpointer time = GINT_TO_POINTER (time_on_day (turns, entry->at) + 1);

  if (g_str_equal (entry->what, "accept") && turns->accepted == RANG_TIME_NONE)
    turns->accepted = time_on_day (turns, entry->at);
  else if (g_str_equal (entry->what, "submit") && entry->subject != NULL
           && g_str_has_prefix (entry->subject, "department/"))
    {
      gint department = atoi (entry->subject + strlen ("department/"));

      if (!g_hash_table_contains (turns->submitted, GINT_TO_POINTER (department)))
        g_hash_table_insert (turns->submitted, GINT_TO_POINTER (department), time);
    }
  else if (g_str_equal (entry->what, "deliver") || g_str_equal (entry->what, "fail")
           || g_str_equal (entry->what, "carry-over"))
    g_hash_table_replace (turns->done, GINT_TO_POINTER ((gint)entry->order), time);
  return TRUE;
}

static RangTime
noted (GHashTable *times, gint64 key)
{
  return (RangTime)GPOINTER_TO_INT (g_hash_table_lookup (times, GINT_TO_POINTER ((gint)key))) - 1;
}

/* The orders of the day are those first promised for it, and those carried over to it that have an outcome there. */
static void
add_turns (Turns *turns)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, turns->facts->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const RangInsightOrder *order = value;
      RangInsightTurn turn = { order->number, noted (turns->submitted, order->department), turns->accepted,
                               noted (turns->done, order->number) };

      if (!rang_insight_facts_concerns (turns->facts, order))
        continue;
      if (order->day == turns->facts->turn_day || turn.done != RANG_TIME_NONE)
        g_array_append_val (turns->facts->turns, turn);
    }
}

static gboolean
gather_turns (RangOffice *office, RangInsightFacts *facts, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  g_autoptr (GHashTable) submitted = g_hash_table_new (NULL, NULL), done = g_hash_table_new (NULL, NULL);
  Turns turns = { office, facts, submitted, done, RANG_TIME_NONE };

  if (facts->turn_day == RANG_DAY_NONE)
    return TRUE;
  filter.day = facts->turn_day;
  if (!rang_store_foreach_log (office->store, &filter, note_turn, &turns, error))
    return FALSE;
  add_turns (&turns);
  return TRUE;
}

RangInsight *
rang_office_insight (
    RangOffice *office, RangDay from, RangDay to, gint64 department, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangInsightFacts) facts = rang_insight_facts_new (from, to);
  g_autoptr (GHashTable) decided = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  facts->department = department;
  if (!office_refresh (office, error))
    return NULL;
  transaction = rang_store_begin_read (office->store, error);
  if (transaction == NULL)
    return NULL;
  for (guint i = 0; i < office->departments->len; i++)
    g_array_append_val (facts->departments, ((RangDepartment *)g_ptr_array_index (office->departments, i))->id);
  for (RangDay day = from; day <= to; day++)
    facts->working_days += rang_calendar_is_working_day (office->settings, day) ? 1 : 0;
  if (!gather_orders (office, facts, error) || !gather_clients (office, facts, error)
      || !gather_deeds (office, facts, decided, error) || !gather_conflicts (office, facts, decided, error)
      || !gather_turns (office, facts, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return rang_insight_new (facts);
}
