/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what becomes of a push: granted, it is an override or an amendment; refused, it keeps a note. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-push.h"
#include "office/rang-office-version-private.h"
#include "store/rang-store-pushes.h"

static RangPush *
load_open_push (RangOffice *office, const RangSession *session, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RangPush) push = rang_store_load_push (office->store, id, &local);

  if (push == NULL && !g_error_matches (local, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (push == NULL || push->day != session->day)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no push %" PRId64 " on that day; “rangctl pushes” lists them"), id);
      return NULL;
    }
  if (push->state == RANG_PUSH_OPEN)
    return g_steal_pointer (&push);
  office_refuse (error, REFUSED,
                 /* Translators: %s: a person; then "granted" or "refused" */
                 _ ("push %" PRId64 " is decided: %s, %s"), id, rang_office_person_name (office, push->decided_by),
                 rang_push_state_label (push->state));
  return NULL;
}

static gboolean
settle (RangOffice *office,
        const RangSession *session,
        RangPush *push,
        RangPushState state,
        const char *note,
        const RangLogEntry *entry,
        GError **error)
{
  push->state = state;
  push->decided_by = session->person;
  push->decided_at = entry->at;
  push->decided_entry = entry->entry;
  g_free (push->decision);
  push->decision = g_strdup (note);
  return rang_store_decide_push (office->store, push, error);
}

/* The note that the override carries: that of the head of sales, else what the head who asked wrote. */
static const char *
note_of (const RangPush *push, const char *note)
{
  return note != NULL ? note : push->noted_by == 0 ? push->note : NULL;
}

typedef struct
{
  RangPush *push;
  int place;
  OfficeOverride override;
  const char *note;
} Grant;

static gboolean
write_grant (RangOffice *office,
             const RangSession *session,
             RangBoard *before,
             RangMove *move,
             const Grant *grant,
             const GArray *ranking,
             GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "grant");

  entry->subject = g_strdup_printf ("push/%" G_GINT64_FORMAT, grant->push->id);
  return office_write_override (office, session, before, move, &grant->override, ranking, entry, error)
         && settle (office, session, grant->push, RANG_PUSH_GRANTED, grant->note, entry, error)
         && office_find_tugs (office, session, grant->push->order, error);
}

/* On the open board: an override. */
static RangMove *
grant_on_board (RangOffice *office,
                const RangSession *session,
                Grant *grant,
                gboolean dry_run,
                GCancellable *cancellable,
                GError **error)
{
  gint64 order = grant->push->order;
  g_autoptr (RangBoard) before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);
  g_autoptr (RangBoard) after = NULL;
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangMove) move = NULL;
  int rank;

  if (before == NULL || !office_check_board_open (office, session, error))
    return NULL;
  rank = (int)rang_ranking_find (rang_board_get_ranking (before), order);
  /* It may have come up by itself since it was asked for: nobody grants an order down. */
  if (grant->place == 0)
    grant->place = rank != 0 ? MIN (grant->push->to, rank) : grant->push->to;
  if (!office_check_orders (before, &order, 1, grant->place, error))
    return NULL;
  ranking = rang_ranking_move (rang_board_get_ranking (before), &order, 1, (guint)grant->place);
  after = office_board_after (office, before, ranking, session, &grant->override, 0, cancellable, error);
  if (after == NULL)
    return NULL;
  move = office_move_new (before, after, &order, 1);
  if (!dry_run && !write_grant (office, session, before, move, grant, ranking, error))
    return NULL;
  return g_steal_pointer (&move);
}

/* After the hand-over: an amendment, which needs acceptance. */
static RangMove *
grant_as_amendment (RangOffice *office,
                    const RangSession *session,
                    Grant *grant,
                    gboolean dry_run,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "grant");
  RangMove *move;

  if (grant->override.reason < 0)
    {
      office_refuse (error, INVALID, _ ("the board is signed; an amendment needs its reason at once (--reason CODE)"));
      return NULL;
    }
  entry->subject = g_strdup_printf ("push/%" G_GINT64_FORMAT, grant->push->id);
  move = office_amend (office, session,
                       &(OfficeAmendment){ grant->push->order, grant->place != 0 ? grant->place : grant->push->to,
                                           grant->override.reason, grant->override.note, dry_run, entry },
                       cancellable, error);
  if (move == NULL || dry_run)
    return move;
  if (move->entry == 0)
    {
      /* Amended so already: the push is granted all the same. */
      if (!office_log (office, entry, error))
        g_clear_pointer (&move, rang_move_free);
    }
  if (move != NULL
      && (!settle (office, session, grant->push, RANG_PUSH_GRANTED, grant->note, entry, error)
          || !office_find_tugs (office, session, grant->push->order, error)))
    g_clear_pointer (&move, rang_move_free);
  return move;
}

static gboolean
begin_grant (RangOffice *office,
             const RangSession *session,
             gint64 push,
             gboolean dry_run,
             RangStoreTransaction **transaction,
             GError **error)
{
  *transaction = dry_run ? rang_store_begin_read (office->store, error)
                         : office_begin_ahead (office, session, OFFICE_BOARD_OPEN, NULL, NULL, NULL, error);
  return *transaction != NULL
         && (dry_run || office_allow (office, session, RANG_ACTION_GRANT, 0, 0, *transaction, error));
}

RangMove *
rang_office_grant (RangOffice *office,
                   const RangSession *session,
                   gint64 id,
                   int place,
                   int reason,
                   const char *note,
                   gboolean dry_run,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangPush) push = NULL;
  g_autoptr (RangMove) move = NULL;
  gboolean is_signed;
  Grant grant;

  if (!begin_grant (office, session, id, dry_run, &transaction, error))
    return NULL;
  push = load_open_push (office, session, id, error);
  if (push == NULL || !office_is_signed (office, session, &is_signed, error))
    return NULL;
  if (reason < 0 && push->reason != NULL)
    reason = rang_reason_from_nick (push->reason);
  grant = (Grant){ push, place, { RANG_MOVE_GRANT, &push->order, 1, reason, note_of (push, clean) }, clean };
  if (!office_check_reason (reason, grant.override.note, error))
    return NULL;
  move = is_signed ? grant_as_amendment (office, session, &grant, dry_run, cancellable, error)
                   : grant_on_board (office, session, &grant, dry_run, cancellable, error);
  if (move == NULL || (!dry_run && !rang_store_transaction_commit (transaction, error)))
    return NULL;
  return g_steal_pointer (&move);
}

gboolean
rang_office_refuse_push (RangOffice *office, const RangSession *session, gint64 id, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (RangPush) push = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_REFUSE, 0, 0, transaction, error))
    return FALSE;
  push = load_open_push (office, session, id, error);
  if (push == NULL)
    return FALSE;
  if (clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note why the push is refused"));
      return FALSE;
    }
  entry = office_new_entry (office, session, "refuse");
  entry->subject = g_strdup_printf ("push/%" G_GINT64_FORMAT, id);
  entry->order = push->order;
  entry->from = push->from;
  entry->to = push->to;
  entry->reason = g_strdup (push->reason);
  entry->note = g_strdup (clean);
  return office_log (office, entry, error) && settle (office, session, push, RANG_PUSH_REFUSED, clean, entry, error)
         && rang_store_transaction_commit (transaction, error);
}
