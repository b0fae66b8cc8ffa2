/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rows that the measures of a period are made of. */
#include "store/rang-store-insight.h"

#include "domain/rang-client-event.h"
#include "domain/rang-reason.h"
#include "store/rang-store-private.h"

typedef void (*ReadFunc) (RangStatement *row, gpointer item);

/* Reads rows into an array of items of @size bytes; the period is bound first. */
static GArray *
read_items (RangStatement *row, gsize size, ReadFunc read, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, (guint)size);
  RangStep step;

  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_array_set_size (items, items->len + 1);
      read (row, items->data + (gsize)(items->len - 1) * size);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static RangStatement *
prepare_period (RangStore *store, const char *sql, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row != NULL)
    {
      rang_bind_int (row, from);
      rang_bind_int (row, to);
    }
  return row;
}

static void
read_promise (RangStatement *row, gpointer item)
{
  RangPromiseRow *promise = item;
  const char *fail;

  promise->number = rang_row_int (row);
  promise->client = rang_row_int (row);
  promise->department = rang_row_int (row);
  promise->first_day = rang_row_day (row);
  promise->promised_day = rang_row_day (row);
  promise->to = rang_row_time (row);
  promise->state = (RangOrderState)rang_row_nick (row, rang_order_state_from_nick);
  promise->outcome_day = rang_row_day (row);
  promise->outcome_at = rang_row_time (row);
  fail = rang_row_text (row);
  promise->fail = fail != NULL ? rang_fail_reason_from_nick (fail) : -1;
}

GArray *
rang_store_load_promises (RangStore *store, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = prepare_period (
      store,
      "SELECT number, client, department, coalesce (first_promised_day, promised_day), promised_day, promised_to, "
      "state, "
      "outcome_day, outcome_at, outcome_reason FROM orders WHERE promised_day >= $1 AND client IS NOT NULL "
      "AND coalesce (first_promised_day, promised_day) BETWEEN $1 AND $2 AND state <> 'to-complete' ORDER BY number",
      from, to, error);

  return row != NULL ? read_items (row, sizeof (RangPromiseRow), read_promise, error) : NULL;
}

void
rang_deed_row_free (RangDeedRow *row)
{
  if (row == NULL)
    return;
  g_free (row->what);
  g_free (row->reason);
  g_free (row->cost);
  g_free (row->subject);
  g_free (row);
}

static gpointer
read_deed (RangStatement *row)
{
  RangDeedRow *deed = g_new0 (RangDeedRow, 1);

  deed->entry = rang_row_int (row);
  deed->at = rang_row_int (row);
  deed->day = rang_row_day (row);
  deed->what = rang_row_dup_text (row);
  deed->order = rang_row_int_or (row, 0);
  deed->reason = rang_row_dup_text (row);
  deed->cost = rang_row_dup_text (row);
  deed->subject = rang_row_dup_text (row);
  deed->series = rang_row_int (row);
  return deed;
}

GPtrArray *
rang_store_load_deeds (RangStore *store, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = prepare_period (
      store,
      "SELECT l.entry, l.at, l.day, l.what, l.\"order\", coalesce (m.reason, l.reason), l.cost, l.subject, "
      "coalesce (m.series, l.entry) FROM log l LEFT JOIN moves m ON m.entry = l.entry "
      "WHERE l.day BETWEEN $1 AND $2 AND l.what IN ('move', 'grant', 'amend', 'push', 'refuse', 'accept', 'decide') "
      "AND m.undone_by IS NULL ORDER BY l.entry",
      from, to, error);

  return rang_store_read_rows (row, read_deed, (GDestroyNotify)rang_deed_row_free, error);
}

static void
read_value (RangStatement *row, gpointer item)
{
  RangValueRow *value = item;

  value->client = rang_row_int (row);
  value->annual_value = rang_row_int (row);
  value->stage = (RangClientStage)rang_row_nick (row, rang_client_stage_from_nick);
}

GArray *
rang_store_load_values (RangStore *store, const char *currency, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT id, CASE WHEN currency = '' OR currency = $1 THEN annual_value ELSE 0 END, stage FROM clients",
      error);

  if (row == NULL)
    return NULL;
  rang_bind_text (row, currency);
  return read_items (row, sizeof (RangValueRow), read_value, error);
}

static void
read_conflict (RangStatement *row, gpointer item)
{
  RangConflictRow *conflict = item;

  conflict->id = rang_row_int (row);
  conflict->kind = (RangConflictKind)rang_row_nick (row, rang_conflict_kind_from_nick);
  conflict->state = (RangConflictState)rang_row_nick (row, rang_conflict_state_from_nick);
  conflict->since = rang_row_int (row);
}

GArray *
rang_store_load_conflict_rows (RangStore *store, RangDay from, RangDay to, gint64 department, GError **error)
{
  RangStatement *row
      = prepare_period (store,
                        department == 0
                            ? "SELECT id, kind, state, since FROM conflicts WHERE day BETWEEN $1 AND $2 ORDER BY id"
                            : "SELECT id, kind, state, since FROM conflicts WHERE day BETWEEN $1 AND $2 AND EXISTS "
                              "(SELECT 1 FROM conflict_subjects WHERE conflict = conflicts.id "
                              "AND conflict_subjects.kind = 'department' AND subject = $3) ORDER BY id",
                        from, to, error);

  if (row != NULL && department != 0)
    rang_bind_int (row, department);
  return row != NULL ? read_items (row, sizeof (RangConflictRow), read_conflict, error) : NULL;
}

static void
read_event (RangStatement *row, gpointer item)
{
  RangEventRow *event = item;

  event->client = rang_row_int (row);
  event->kind = rang_row_nick (row, rang_client_event_kind_from_nick);
  event->day = rang_row_day (row);
}

GArray *
rang_store_load_event_rows (RangStore *store, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = prepare_period (
      store, "SELECT client, kind, day FROM client_events WHERE day BETWEEN $1 AND $2 ORDER BY day, id", from, to,
      error);

  return row != NULL ? read_items (row, sizeof (RangEventRow), read_event, error) : NULL;
}
