/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the reasons that moves still owe. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "office/rang-office-move-private.h"
#include "store/rang-store-moves.h"

void
rang_pending_reason_free (RangPendingReason *pending)
{
  if (pending == NULL)
    return;
  g_array_unref (pending->orders);
  g_free (pending);
}

static gint64
series_of (const RangMoveRecord *step)
{
  return step->series != 0 ? step->series : step->entry;
}

static gboolean
is_owed (const RangMoveRecord *step)
{
  return (step->kind == RANG_MOVE_MOVE || step->kind == RANG_MOVE_GRANT) && step->reason_pending
         && step->undone_by == 0;
}

/* CASES.md 13: several moves of one series are one override from the first place to the last. */
static RangPendingReason *
find_series (GPtrArray *list, gint64 series)
{
  for (guint i = 0; i < list->len; i++)
    {
      RangPendingReason *pending = g_ptr_array_index (list, i);

      if (pending->entry == series)
        return pending;
    }
  return NULL;
}

gboolean
office_is_back (GPtrArray *steps, const RangMoveRecord *step)
{
  gint32 from = 0, to = 0;

  if (step->orders->len != 1 || !is_owed (step))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *other = g_ptr_array_index (steps, i);

      if (!is_owed (other) || series_of (other) != series_of (step))
        continue;
      from = from == 0 ? other->from : from;
      to = other->to;
    }
  return from == to;
}

GPtrArray *
rang_office_list_pending_reasons (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_pending_moves (office->store, session->day, error);
  GPtrArray *list;

  if (steps == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_pending_reason_free);
  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);
      RangPendingReason *pending;

      if (!is_owed (step) || step->unit != session->unit)
        continue;
      pending = find_series (list, series_of (step));
      if (pending == NULL)
        {
          pending = g_new0 (RangPendingReason, 1);
          pending->entry = series_of (step);
          pending->person = step->who;
          pending->from = step->from;
          pending->orders = g_array_copy (step->orders);
          g_ptr_array_insert (list, 0, pending);
        }
      pending->to = step->to;
    }
  /* Back at its first place, an order owes nothing. */
  for (guint i = list->len; i > 0; i--)
    {
      const RangPendingReason *pending = g_ptr_array_index (list, i - 1);

      if (pending->orders->len == 1 && pending->from == pending->to)
        g_ptr_array_remove_index (list, i - 1);
    }
  return list;
}

/* Gives the reason to every step of the series, and to the marks by way of it. */
static gboolean
settle_series (RangOffice *office,
               GPtrArray *steps,
               gint64 series,
               const char *reason,
               const char *note,
               gint64 entry,
               gboolean *found,
               GError **error)
{
  *found = FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (!is_owed (step) || series_of (step) != series)
        continue;
      *found = TRUE;
      step->reason = g_strdup (reason);
      step->reason_pending = FALSE;
      step->reason_entry = entry;
      g_free (step->note);
      step->note = g_strdup (note);
      if (!rang_store_update_move (office->store, step, error))
        return FALSE;
    }
  return TRUE;
}

static RangMoveRecord *
find_step (GPtrArray *steps, gint64 entry)
{
  for (guint i = 0; i < steps->len; i++)
    {
      RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->entry == entry)
        return step;
    }
  return NULL;
}

gboolean
rang_office_give_reason (RangOffice *office,
                         const RangSession *session,
                         gint64 entry,
                         RangReasonCode reason,
                         const char *note,
                         GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (RangLogEntry) log = NULL;
  const RangMoveRecord *step;
  gboolean found;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_GIVE_REASON, 0, 0, transaction, error)
      || !office_check_reason ((int)reason, clean, error))
    return FALSE;
  steps = rang_store_load_moves (office->store, session->day, error);
  step = steps != NULL ? find_step (steps, entry) : NULL;
  if (steps == NULL)
    return FALSE;
  if (step == NULL || !is_owed (step))
    {
      office_refuse (error, NOT_FOUND, _ ("entry %" PRId64 " is no move of this day that owes a reason"), entry);
      return FALSE;
    }
  if (!office_check_bumps_of_series (office, session, steps, series_of (step), clean, error))
    return FALSE;
  log = office_new_entry (office, session, "reason");
  log->subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, entry);
  log->order = g_array_index (step->orders, gint64, 0);
  log->reason = g_strdup (rang_reason_to_nick (reason));
  log->note = g_strdup (clean);
  return office_log (office, log, error)
         && settle_series (office, steps, series_of (step), log->reason, clean, log->entry, &found, error)
         && rang_store_transaction_commit (transaction, error);
}
