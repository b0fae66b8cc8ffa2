/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for conflicts in the store. */
#include "store/rang-store-conflicts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static const char *const subject_kinds[] = { "order", "person", "department" };

/* One row a subject, conflicts without one once: everything in one query. */
#define SELECT_CONFLICTS                                                                                               \
  "SELECT c.id, c.kind, c.conflict_key, c.day, c.since, c.state, c.detail, c.decided_by, c.note, c.decided_at, "       \
  "c.decided_entry, s.kind, s.subject "                                                                                \
  "FROM conflicts c LEFT JOIN conflict_subjects s ON s.conflict = c.id "

static GArray *
subjects (const RangConflict *conflict, gsize kind)
{
  GArray *const all[] = { conflict->orders, conflict->people, conflict->departments };

  return all[kind];
}

static RangConflict *
read_conflict (RangStatement *row, gint64 id)
{
  int kind = rang_row_nick (row, rang_conflict_kind_from_nick);
  g_autofree char *key = rang_row_dup_text (row);
  RangConflict *conflict = rang_conflict_new ((RangConflictKind)kind, key, rang_row_day (row));

  conflict->id = id;
  conflict->since = rang_row_int (row);
  conflict->state = (RangConflictState)rang_row_nick (row, rang_conflict_state_from_nick);
  conflict->detail = rang_row_dup_text (row);
  conflict->decided_by = rang_row_int (row);
  conflict->note = rang_row_dup_text (row);
  conflict->decided_at = rang_row_int (row);
  conflict->decided_entry = rang_row_int (row);
  return conflict;
}

static void
read_subject (RangStatement *row, RangConflict *conflict)
{
  const char *kind = rang_row_text (row);
  gint64 subject = rang_row_int (row);

  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (subject_kinds); i++)
    if (g_str_equal (kind, subject_kinds[i]))
      g_array_append_val (subjects (conflict, i), subject);
}

static GPtrArray *
read_conflicts (RangStatement *row, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_free);
  RangConflict *last = NULL;
  RangStep step;

  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 id = rang_row_int (row);
      RangConflict *conflict = read_conflict (row, id);

      if (last != NULL && last->id == id)
        rang_conflict_free (conflict);
      else
        {
          last = conflict;
          g_ptr_array_add (conflicts, conflict);
        }
      read_subject (row, last);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&conflicts) : NULL;
}

static RangConflict *
find_conflict (GPtrArray *conflicts, gint64 id)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (((RangConflict *)g_ptr_array_index (conflicts, i))->id == id)
      return g_ptr_array_index (conflicts, i);
  return NULL;
}

/* All of them at once: there are few, and of most conflicts none. */
static gboolean
read_answers (RangStore *store, GPtrArray *conflicts, gint64 first, gint64 last, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT conflict, entry, person, at, note FROM conflict_answers WHERE "
                                           "conflict >= $1 AND conflict <= $2 ORDER BY entry",
                                           error);
  RangStep step;

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, first);
  rang_bind_int (row, last);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangConflict *conflict = find_conflict (conflicts, rang_row_int (row));
      gint64 entry = rang_row_int (row), person = rang_row_int (row), at = rang_row_int (row);

      if (conflict != NULL)
        g_ptr_array_add (conflict->answers, rang_conflict_answer_new (entry, person, at, rang_row_text (row)));
    }
  return step == RANG_STEP_DONE;
}

/* @conflicts: (transfer full) (nullable): by id */
static GPtrArray *
with_answers (RangStore *store, GPtrArray *conflicts, GError **error)
{
  const RangConflict *first, *last;

  if (conflicts == NULL || conflicts->len == 0)
    return conflicts;
  first = g_ptr_array_index (conflicts, 0);
  last = g_ptr_array_index (conflicts, conflicts->len - 1);
  if (!read_answers (store, conflicts, first->id, last->id, error))
    g_clear_pointer (&conflicts, g_ptr_array_unref);
  return conflicts;
}

GPtrArray *
rang_store_load_conflicts_about (RangStore *store, RangConflictKind kind, gint64 order, gint32 from, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_CONFLICTS
      "WHERE c.kind = $1 AND c.day >= $2 AND c.id IN (SELECT o.conflict FROM conflict_subjects o WHERE "
      "o.kind = 'order' AND o.subject = $3) ORDER BY c.id, s.kind, s.place",
      error);

  if (row == NULL)
    return NULL;
  rang_bind_text (row, rang_conflict_kind_to_nick (kind));
  rang_bind_int (row, from);
  rang_bind_int (row, order);
  return with_answers (store, read_conflicts (row, error), error);
}

gboolean
rang_store_add_conflict_answer (RangStore *store, gint64 conflict, const RangConflictAnswer *answer, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO conflict_answers (entry, conflict, person, at, note) VALUES ($1, $2, $3, $4, $5)", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, answer->entry);
  rang_bind_int (row, conflict);
  rang_bind_int (row, answer->person);
  rang_bind_int (row, answer->at);
  rang_bind_text (row, answer->note);
  rang_store_witness (store, RANG_WITNESS_CONFLICT_ANSWER, answer->entry, 0, 0);
  return rang_statement_run (row, error);
}

GPtrArray *
rang_store_load_conflicts (RangStore *store, gint32 day, gboolean open_only, GError **error)
{
  RangStatement *row;

  if (day == RANG_DAY_NONE)
    row = rang_store_prepare (store, SELECT_CONFLICTS "WHERE $1 = 0 OR c.state = 'open' ORDER BY c.id, s.kind, s.place",
                              error);
  else
    row = rang_store_prepare (
        store, SELECT_CONFLICTS "WHERE ($1 = 0 OR c.state = 'open') AND c.day = $2 ORDER BY c.id, s.kind, s.place",
        error);
  if (row == NULL)
    return NULL;
  rang_bind_int (row, open_only != 0);
  if (day != RANG_DAY_NONE)
    rang_bind_int (row, day);
  return with_answers (store, read_conflicts (row, error), error);
}

RangConflict *
rang_store_load_conflict (RangStore *store, gint64 id, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, SELECT_CONFLICTS "WHERE c.id = $1 ORDER BY c.id, s.kind, s.place", error);
  g_autoptr (GPtrArray) conflicts = NULL;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, id);
  conflicts = with_answers (store, read_conflicts (row, error), error);
  if (conflicts == NULL)
    return NULL;
  if (conflicts->len > 0)
    return g_ptr_array_steal_index (conflicts, 0);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
               _ ("there is no conflict %" PRId64 "; choose one of the list"), id);
  return NULL;
}

GPtrArray *
rang_store_find_conflicts (RangStore *store, gint64 number, guint most, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_CONFLICTS "WHERE c.id IN (SELECT f.id FROM conflicts f WHERE f.id = $1 OR f.id IN (SELECT o.conflict "
                       "FROM conflict_subjects o WHERE o.kind = 'order' AND o.subject = $1) "
                       "ORDER BY f.id DESC LIMIT $2) ORDER BY c.id DESC, s.kind, s.place",
      error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, number);
  rang_bind_int (row, most);
  return read_conflicts (row, error);
}

static gboolean
add_subject (RangStore *store, gint64 conflict, const char *kind, guint place, gint64 subject, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO conflict_subjects (conflict, kind, place, subject) VALUES ($1, $2, $3, $4)", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, conflict);
  rang_bind_text (row, kind);
  rang_bind_int (row, place);
  rang_bind_int (row, subject);
  return rang_statement_run (row, error);
}

static gboolean
save_subjects (RangStore *store, const RangConflict *conflict, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM conflict_subjects WHERE conflict = $1", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_CONFLICT, conflict->id, 0, 0);
  rang_store_witness (store, RANG_WITNESS_CONFLICT_SUBJECT, conflict->id, 0, 0);
  rang_bind_int (row, conflict->id);
  if (!rang_statement_run (row, error))
    return FALSE;
  for (gsize kind = 0; kind < G_N_ELEMENTS (subject_kinds); kind++)
    for (guint i = 0; i < subjects (conflict, kind)->len; i++)
      if (!add_subject (store, conflict->id, subject_kinds[kind], i + 1,
                        g_array_index (subjects (conflict, kind), gint64, i), error))
        return FALSE;
  return TRUE;
}

static gboolean
insert_conflict (RangStore *store, RangConflict *conflict, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO conflicts (kind, conflict_key, day, since, state, detail, decided_by, note) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, rang_conflict_kind_to_nick (conflict->kind));
  rang_bind_text (row, conflict->key);
  rang_bind_int (row, conflict->day);
  rang_bind_int (row, conflict->since);
  rang_bind_text (row, rang_conflict_state_to_nick (conflict->state));
  rang_bind_text (row, conflict->detail);
  rang_bind_int_or (row, conflict->decided_by, 0);
  rang_bind_text (row, conflict->note);
  conflict->id = rang_statement_run_id (row, error);
  return conflict->id != 0 && save_subjects (store, conflict, error);
}

/* The conflict of that day and key as it is kept; *known is %NULL if there is none. */
static gboolean
find_known (RangStore *store, const RangConflict *conflict, RangConflict **known, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT id FROM conflicts WHERE day = $1 AND conflict_key = $2", error);
  gint64 id = 0;
  RangStep step;

  *known = NULL;
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, conflict->day);
  rang_bind_text (row, conflict->key);
  step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      id = rang_row_int (row);
      rang_statement_reset (row);
      *known = rang_store_load_conflict (store, id, error);
      return *known != NULL;
    }
  return step == RANG_STEP_DONE;
}

gboolean
rang_store_update_conflict (RangStore *store, const RangConflict *conflict, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "UPDATE conflicts SET since = $1, state = $2, detail = $3, decided_by = $4, note = $5, decided_at = $6, "
      "decided_entry = $7 WHERE id = $8",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, conflict->since);
  rang_bind_text (row, rang_conflict_state_to_nick (conflict->state));
  rang_bind_text (row, conflict->detail);
  rang_bind_int_or (row, conflict->decided_by, 0);
  rang_bind_text (row, conflict->note);
  rang_bind_int_or (row, conflict->decided_at, 0);
  rang_bind_int_or (row, conflict->decided_entry, 0);
  rang_bind_int (row, conflict->id);
  return rang_store_run_changing (store, row, error) && save_subjects (store, conflict, error);
}

gboolean
rang_store_upsert_conflict (RangStore *store, RangConflict *conflict, gboolean *is_new, GError **error)
{
  g_autoptr (RangConflict) known = NULL;
  gboolean fresh;

  if (!find_known (store, conflict, &known, error))
    return FALSE;
  fresh = known == NULL || known->state == RANG_CONFLICT_LAPSED;
  if (is_new != NULL)
    *is_new = fresh;
  if (known == NULL)
    return insert_conflict (store, conflict, error);
  conflict->id = known->id;
  if (known->state != RANG_CONFLICT_LAPSED)
    {
      conflict->since = known->since;
      conflict->state = known->state;
      conflict->decided_by = known->decided_by;
      conflict->decided_at = known->decided_at;
      conflict->decided_entry = known->decided_entry;
      g_free (conflict->note);
      conflict->note = g_strdup (known->note);
    }
  return known->state == RANG_CONFLICT_DECIDED || rang_store_update_conflict (store, conflict, error);
}
