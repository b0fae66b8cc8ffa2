/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the conflicts of a day: found, listed until somebody decides them, lapsed when their cause is gone. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-day.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"

/* Kinds that the board itself shows: they lapse when it no longer does. The others stay until they are decided. */
static gboolean
is_derived (RangConflictKind kind)
{
  return kind == RANG_CONFLICT_OVER_CAPACITY || kind == RANG_CONFLICT_CLIENT_CLAIMED_TWICE
         || kind == RANG_CONFLICT_ORDER_ENTERED_TWICE || kind == RANG_CONFLICT_IMPOSSIBLE_PROMISE
         || kind == RANG_CONFLICT_BUMPED_TOO_OFTEN;
}

static RangConflict *
find_by_key (GPtrArray *conflicts, const char *key)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (g_str_equal (conflict->key, key))
        return conflict;
    }
  return NULL;
}

/* What is new or open again, and what has lapsed. */
static GPtrArray *
changes (RangOffice *office, GPtrArray *stored, GPtrArray *found)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_free);

  for (guint i = 0; i < found->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (found, i);
      const RangConflict *known = find_by_key (stored, conflict->key);

      if (known != NULL && known->state != RANG_CONFLICT_LAPSED)
        continue;
      conflict->since = rang_clock_now (office->clock);
      g_ptr_array_add (changed, rang_conflict_copy (conflict));
    }
  for (guint i = 0; i < stored->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (stored, i);
      RangConflict *lapsed;

      if (known->state != RANG_CONFLICT_OPEN || !is_derived (known->kind) || find_by_key (found, known->key) != NULL)
        continue;
      lapsed = rang_conflict_copy (known);
      lapsed->state = RANG_CONFLICT_LAPSED;
      g_ptr_array_add (changed, lapsed);
    }
  return changed;
}

static gboolean
write_changes (RangOffice *office, GPtrArray *changed, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);

  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (changed, i);

      if (conflict->state == RANG_CONFLICT_LAPSED ? !rang_store_update_conflict (office->store, conflict, error)
                                                  : !rang_store_upsert_conflict (office->store, conflict, NULL, error))
        return FALSE;
    }
  return rang_store_transaction_commit (transaction, error);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const RangConflict *one = *(const RangConflict *const *)a, *other = *(const RangConflict *const *)b;

  if (one->state != other->state)
    return one->state < other->state ? -1 : 1;
  if (one->since != other->since)
    return one->since > other->since ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

GPtrArray *
rang_office_list_conflicts (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, error);
  g_autoptr (GPtrArray) stored
      = board != NULL ? rang_store_load_conflicts (office->store, session->day, FALSE, error) : NULL;
  g_autoptr (GPtrArray) found = NULL, changed = NULL;

  if (stored == NULL)
    return NULL;
  /* History is not found anew: what was not a conflict then is none now. */
  if (session->day >= rang_office_today (office))
    {
      found = rang_board_find_conflicts (board);
      changed = changes (office, stored, found);
      if (changed->len > 0)
        {
          g_clear_pointer (&stored, g_ptr_array_unref);
          if (!write_changes (office, changed, error))
            return NULL;
          stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);
          if (stored == NULL)
            return NULL;
        }
    }
  g_ptr_array_sort (stored, compare_conflicts);
  return g_steal_pointer (&stored);
}

static RangConflict *
find_by_id (GPtrArray *conflicts, gint64 id)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->id == id)
        return conflict;
    }
  return NULL;
}

gboolean
rang_office_decide_conflict (
    RangOffice *office, const RangSession *session, gint64 conflict, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autofree char *clean = rang_text_clean_note (note);
  RangConflict *found;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_DECIDE_CONFLICT, 0, 0, transaction, error))
    return FALSE;
  stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);
  if (stored == NULL)
    return FALSE;
  found = find_by_id (stored, conflict);
  if (found == NULL || found->state != RANG_CONFLICT_OPEN)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no open conflict %" PRId64 " on that day"), conflict);
      return FALSE;
    }
  if (clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note what is decided"));
      return FALSE;
    }
  found->state = RANG_CONFLICT_DECIDED;
  found->decided_by = session->person;
  g_free (found->note);
  found->note = g_steal_pointer (&clean);
  entry = office_new_entry (office, session, "decide");
  entry->subject = g_strdup_printf ("conflict/%" G_GINT64_FORMAT, conflict);
  entry->note = g_strdup (found->note);
  if (found->orders->len > 0)
    entry->order = g_array_index (found->orders, gint64, 0);
  return rang_store_update_conflict (office->store, found, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}
