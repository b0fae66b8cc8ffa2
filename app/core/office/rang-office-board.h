/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-reason.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangMove:
 * @entry: number of the log entry, 0 for a dry run or when nothing changed
 * @revision: of the board afterwards
 * @cost: what it changes
 * @board: the board afterwards (of a dry run: as it would be)
 * @said: (nullable): something worth telling: "1075 left the board; put at the nearest place"
 *
 * What a move, an apply, an undo did or would do.
 */
typedef struct
{
  gint64 entry;
  guint64 revision;
  RangMoveCost *cost;
  RangBoard *board;
  char *said;
} RangMove;

void
rang_move_free (RangMove *move);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangMove, rang_move_free)

/**
 * rang_office_set_provisional:
 *
 * From now on boards are made with the planner's first idea in place of what it finds after a search: the same orders in
 * the same ranks, their states near to what they will be. For a board that is shown while the search goes on; nothing
 * may be changed by it.
 */
void
rang_office_set_provisional (RangOffice *office, gboolean provisional);

/**
 * rang_office_load_board:
 *
 * The board of the session's day as it stands, with its suggestion. Writes nothing.
 *
 * Returns: (transfer full): an immutable snapshot that may go to another thread
 */
RangBoard *
rang_office_load_board (RangOffice *office, const RangSession *session, GCancellable *cancellable, GError **error);

/**
 * rang_office_load_watched_board:
 * @watch: (nullable): who looks on while the suggestion is searched for
 *
 * As rang_office_load_board(); unfinished if the search is stopped. An unfinished board is for looking at, and for
 * rang_office_apply_unfinished(); nothing else that changes the office starts from it.
 *
 * Returns: (transfer full): an immutable snapshot that may go to another thread
 */
RangBoard *
rang_office_load_watched_board (RangOffice *office,
                                const RangSession *session,
                                const RangBoardWatch *watch,
                                GCancellable *cancellable,
                                GError **error);

/**
 * rang_office_load_version_board:
 * @version: number of a signed version of the session's day, returned ones included; 0 as rang_office_load_board()
 *
 * The board as that version was signed, with the scores and what the rules were told then.
 *
 * Returns: (transfer full): an immutable snapshot that may go to another thread
 */
RangBoard *
rang_office_load_version_board (
    RangOffice *office, const RangSession *session, int version, GCancellable *cancellable, GError **error);

/**
 * rang_office_move:
 * @orders: (array length=n_orders): moved together, keeping their relative order
 * @place: rank of the first of them afterwards, from 1 (CASES.md 4)
 * @revision: the revision the caller saw; 0 for the newest
 * @reason: a #RangReasonCode, or -1 for "reason pending"
 * @note: (nullable): required for the reason *other*
 * @dry_run: only show the cost
 *
 * Returns: (transfer full): what it did or would do
 */
RangMove *
rang_office_move (RangOffice *office,
                  const RangSession *session,
                  const gint64 *orders,
                  gsize n_orders,
                  int place,
                  guint64 revision,
                  int reason,
                  const char *note,
                  gboolean dry_run,
                  GCancellable *cancellable,
                  GError **error);

/**
 * rang_office_apply:
 *
 * Writes the suggestion to the board: placed orders keep their rank number. One step, one undo.
 */
RangMove *
rang_office_apply (
    RangOffice *office, const RangSession *session, gboolean dry_run, GCancellable *cancellable, GError **error);

/**
 * rang_office_apply_unfinished:
 * @suggestion: (element-type gint64): order numbers as an unfinished board suggests them
 *
 * As rang_office_apply(), with what a search had found when it was stopped; the log says so. Orders that have left the
 * board since are passed over, those that came keep their neighbours. The states afterwards are those of keep, as
 * always.
 */
RangMove *
rang_office_apply_unfinished (RangOffice *office,
                              const RangSession *session,
                              const GArray *suggestion,
                              gboolean dry_run,
                              GCancellable *cancellable,
                              GError **error);

/**
 * rang_office_release:
 *
 * Takes the *placed* mark off an order; it stays where it stands.
 */
RangMove *
rang_office_release (RangOffice *office, const RangSession *session, gint64 order, GError **error);

/**
 * rang_office_give_reason:
 * @entry: number of the move's log entry
 * @reason: why
 * @note: (nullable): required for *other*
 */
gboolean
rang_office_give_reason (RangOffice *office,
                         const RangSession *session,
                         gint64 entry,
                         RangReasonCode reason,
                         const char *note,
                         GError **error);

/**
 * rang_office_undo:
 *
 * Takes back the acting person's own last move, apply or release of the day (CASES.md 5).
 */
RangMove *
rang_office_undo (RangOffice *office, const RangSession *session, GError **error);
RangMove *
rang_office_redo (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_get_own_steps:
 * @can_undo: (out): whether the acting person has a step of the day to take back
 * @can_redo: (out): whether the acting person has a step of the day to do again
 *
 * Reads only. A step counts as long as the day (for the board's steps: the board) is open; rang_office_undo() may still
 * refuse it because somebody moved the same order since, and says who.
 *
 * Returns: %FALSE with @error set when the store cannot be read
 */
gboolean
rang_office_get_own_steps (
    RangOffice *office, const RangSession *session, gboolean *can_undo, gboolean *can_redo, GError **error);

/**
 * RangPendingReason:
 * @entry: the move's log entry; @orders: (element-type gint64)
 * @person: who owes it
 */
typedef struct
{
  gint64 entry;
  GArray *orders;
  gint64 person;
  int from;
  int to;
} RangPendingReason;

void
rang_pending_reason_free (RangPendingReason *pending);

/**
 * rang_office_list_pending_reasons:
 *
 * Returns: (transfer full) (element-type RangPendingReason): moves of the day that still owe a reason, newest first
 */
GPtrArray *
rang_office_list_pending_reasons (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_keep:
 * @ranking: (array length=length): order numbers; others are left out
 *
 * States and routes for a given ranking, without writing.
 *
 * Returns: (transfer full): a board that holds just these orders in this ranking
 */
RangBoard *
rang_office_keep (RangOffice *office,
                  const RangSession *session,
                  const gint64 *ranking,
                  gsize length,
                  GCancellable *cancellable,
                  GError **error);

G_END_DECLS
