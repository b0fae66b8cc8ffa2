/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "board/rang-board-error.h"
#include "board/rang-board-input.h"
#include "board/rang-board-route.h"
#include "board/rang-board-score.h"
#include "board/rang-board-search.h"
#include "board/rang-move-cost.h"
#include "domain/rang-cash-limit.h"
#include "planner/rang-plan.h"

G_BEGIN_DECLS

/**
 * RangBoardMark: what a row wears
 * @RANG_MARK_UNLOCATED: no coordinates: planned with the depot's mean travel time
 * @RANG_MARK_ESTIMATED: load, parcels or service time are estimates
 * @RANG_MARK_NOT_READY: the goods are not ready at all
 * @RANG_MARK_READY_LATER: the goods are ready later today
 * @RANG_MARK_DEFAULTED: something is a default that the sender never stated
 * @RANG_MARK_LOCKED: locked to a resource
 * @RANG_MARK_FITS_A_GAP: on time although it stands below the on-time line
 */
typedef enum
{
  RANG_MARK_UNLOCATED = 1 << 0,
  RANG_MARK_ESTIMATED = 1 << 1,
  RANG_MARK_NOT_READY = 1 << 2,
  RANG_MARK_READY_LATER = 1 << 3,
  RANG_MARK_DEFAULTED = 1 << 4,
  RANG_MARK_LOCKED = 1 << 5,
  RANG_MARK_FITS_A_GAP = 1 << 6,
} RangBoardMark;

/**
 * RangBoardEntry:
 * @number: the order's number
 * @order: the order
 * @client: (nullable): its client
 * @department: (nullable): its department
 * @score: class, points and reasons
 * @rank: from 1
 * @suggested_rank: its rank in the suggestion for all submitted orders
 * @state: the forecast
 * @impossible: it would not be on time even at rank 1
 * @minutes_late: minutes after the promise, rounded up, at least 1 when late; else 0
 * @resource: id of the resource, 0 none; @resource_name: (nullable): its name
 * @arrival: there; %RANG_TIME_NONE when not today
 * @eta: start of service (a production unit: when the work is done); %RANG_TIME_NONE when not today
 * @placed: (nullable): the *placed* mark
 * @placed_by: (nullable): name of the person in it
 * @marks: #RangBoardMark flags
 * @days_waited: working days; @bumps: times bumped
 *
 * One order on the board. Everything in it belongs to the board.
 */
typedef struct
{
  gint64 number;
  const RangOrder *order;
  const RangClient *client;
  const RangDepartment *department;
  const RangBoardScore *score;
  guint rank;
  guint suggested_rank;
  RangPlanState state;
  gboolean impossible;
  gint32 minutes_late;
  gint64 resource;
  const char *resource_name;
  RangTime arrival;
  RangTime eta;
  const RangBoardPlacement *placed;
  const char *placed_by;
  RangBoardMark marks;
  gint32 days_waited;
  gint32 bumps;
} RangBoardEntry;

/**
 * RangBoardLines:
 * @on_time: rank above which the on-time line is drawn: the first order that is not on time, impossible ones aside;
 *   0 if there is no such order and so no line
 * @today: the same for not-today
 * @kept: orders on time; @late: late today; @not_today: left out (impossible ones counted by their state too)
 * @impossible: of these, how many would not be on time even at rank 1
 * @above_on_time: orders above the on-time line (all, without a line); @above_on_time_value: what they are worth
 * @above_today: the same for the today line; @above_today_value
 * @fullness: what keeping all promises would take, in per cent of the day's resources, whatever the ranking: the hours
 *   of work (service and travel) that the suggestion uses, stretched from the promises it keeps to all of them,
 *   impossible ones aside; or kg or parcels, if they take more. 999 at most, also when there is no resource
 *
 * The two lines and the day's balance. Values in other currencies are converted; those without a rate stand apart.
 */
typedef struct
{
  guint on_time;
  guint today;
  guint kept;
  guint late;
  guint not_today;
  guint impossible;
  guint above_on_time;
  RangMoneySum above_on_time_value;
  guint above_today;
  RangMoneySum above_today_value;
  guint fullness;
} RangBoardLines;

/**
 * RangBoardUnscored:
 * @number: the order
 * @message: why the rules could not score it, in the reader's language
 *
 * An order that could not be scored: it stands above the list, without a rank, and blocks the hand-over.
 */
typedef struct
{
  gint64 number;
  const RangOrder *order;
  char *message;
} RangBoardUnscored;

/**
 * RangBoard:
 *
 * The ranked list of all submitted orders of one day, with what becomes of each: an immutable snapshot, reference
 * counted, that may be used from several threads at once.
 */
typedef struct _RangBoard RangBoard;

/**
 * rang_board_new:
 * @input: (transfer none): referenced; must not change from now on
 * @error: return location for #RangBoardError or %G_IO_ERROR_CANCELLED
 *
 * Scores the orders, asks the planner for the suggestion and for the states of the ranking.
 *
 * Returns: (transfer full) (nullable): the board
 */
RangBoard *
rang_board_new (RangBoardInput *input, GCancellable *cancellable, GError **error);

/**
 * rang_board_new_watched:
 * @watch: (nullable): who looks on while the suggestion is searched for
 *
 * As rang_board_new(). If the search is stopped the board is unfinished.
 */
RangBoard *
rang_board_new_watched (RangBoardInput *input, const RangBoardWatch *watch, GCancellable *cancellable, GError **error);

/**
 * rang_board_get_unfinished:
 *
 * Returns: %TRUE if the search for the suggestion was not over: the suggestion is the best so far, and the states are
 *   those of its plan (of a signed board: of the signed routes), not what keep answers. Boards made from it by another
 *   ranking have the states that they always have
 */
gboolean
rang_board_get_unfinished (const RangBoard *board);

/**
 * rang_board_with_ranking:
 * @ranking: (array length=n): order numbers of this board's day; others are left out, and not-today
 * @placements: (nullable) (element-type RangBoardPlacement): *placed* marks; %NULL keeps those of @board
 *
 * The board of the same day for another ranking: scores, problem and suggestion are shared, so that this takes one
 * question to the planner. Signed routes are put aside: the states follow from @ranking.
 *
 * Returns: (transfer full) (nullable): the board, or %NULL with @error set: %RANG_BOARD_ERROR_RANKING, cancelled
 */
RangBoard *
rang_board_with_ranking (RangBoard *board,
                         const gint64 *ranking,
                         gsize n,
                         const GArray *placements,
                         GCancellable *cancellable,
                         GError **error);

/**
 * rang_board_as_stored:
 * @board: an open board, finished
 * @ranking: (element-type gint64): as #RangBoardInput has it
 * @placements: (element-type RangBoardPlacement): likewise
 *
 * The board of another revision: what rang_board_new() makes of the same input with these in place of its own. Scores,
 * problem and suggestion are shared, so that this takes one question to the planner.
 *
 * Returns: (transfer full) (nullable): the board, or %NULL with @error set: cancelled
 */
RangBoard *
rang_board_as_stored (RangBoard *board,
                      const GArray *ranking,
                      const GArray *placements,
                      guint64 revision,
                      GCancellable *cancellable,
                      GError **error);

/**
 * rang_board_with_placements:
 * @placements: (element-type RangBoardPlacement): the marks of who placed what
 *
 * Returns: (transfer full): @board with other marks, in the same ranking and with the same plan
 */
RangBoard *
rang_board_with_placements (RangBoard *board, const GArray *placements);

/**
 * rang_board_suggested:
 *
 * Returns: (transfer full): the suggestion as a board, every order unplaced
 */
RangBoard *
rang_board_suggested (RangBoard *board);

RangBoard *
rang_board_ref (RangBoard *board);
void
rang_board_unref (RangBoard *board);

/** rang_board_get_input: Returns: (transfer none): what it was made from (its ranking and marks may be older) */
const RangBoardInput *
rang_board_get_input (const RangBoard *board);
RangDay
rang_board_get_day (const RangBoard *board);
guint64
rang_board_get_revision (const RangBoard *board);

guint
rang_board_get_n_entries (const RangBoard *board);

/** rang_board_get_entry: @rank: from 1. Returns: (transfer none) (nullable): the entry at that rank */
const RangBoardEntry *
rang_board_get_entry (const RangBoard *board, guint rank);

/** rang_board_find: Returns: (transfer none) (nullable): the entry of the order @number */
const RangBoardEntry *
rang_board_find (const RangBoard *board, gint64 number);

/** rang_board_get_ranking: Returns: (transfer none) (element-type gint64): order numbers, rank 1 first */
const GArray *
rang_board_get_ranking (const RangBoard *board);

/** rang_board_get_suggestion: Returns: (transfer none) (element-type gint64): all scored orders of the day as
 * suggested, those that wait outside a signed board included */
const GArray *
rang_board_get_suggestion (const RangBoard *board);

/** rang_board_get_placements: Returns: (transfer none) (element-type RangBoardPlacement): the *placed* marks */
const GArray *
rang_board_get_placements (const RangBoard *board);

/** rang_board_get_unscored: Returns: (transfer none) (element-type RangBoardUnscored) */
const GPtrArray *
rang_board_get_unscored (const RangBoard *board);

/** rang_board_get_waiting: Returns: (transfer none) (element-type gint64): scored orders that are not in the ranking */
const GArray *
rang_board_get_waiting (const RangBoard *board);

/** rang_board_list_cash_excesses: Returns: (transfer full) (element-type RangCashExcess): clients whose orders would
 * collect more cash on the day than the law allows, in the order of their first order */
GPtrArray *
rang_board_list_cash_excesses (const RangBoard *board);

const RangBoardLines *
rang_board_get_lines (const RangBoard *board);

/** rang_board_get_routes: Returns: (transfer none) (element-type RangBoardRoute): one a resource in service, by id */
const GPtrArray *
rang_board_get_routes (const RangBoard *board);

/**
 * rang_board_dup_needs:
 * @number: an order
 *
 * Who would have to yield to an order that is not on time.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their numbers; %NULL if it is on time, or nothing helps
 */
GArray *
rang_board_dup_needs (RangBoard *board, gint64 number);

/**
 * rang_board_move_ranking:
 * @orders: (array length=n_orders): moved together; they keep their relative order
 * @place: rank of the first of them afterwards, from 1
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ranking after that move, or %NULL with
 *   %RANG_BOARD_ERROR_ORDER or %RANG_BOARD_ERROR_PLACE
 */
GArray *
rang_board_move_ranking (RangBoard *board, const gint64 *orders, gsize n_orders, int place, GError **error);

/**
 * rang_board_cost:
 * @orders: (array length=n_orders): moved together
 * @place: rank of the first of them afterwards, from 1. An order that waits outside a signed board may be moved in
 *
 * What a move would change. Nothing is moved. One question to the planner; may be asked from any thread.
 *
 * Returns: (transfer full) (nullable): the cost; errors as rang_board_move_ranking(), or cancelled
 */
RangMoveCost *
rang_board_cost (
    RangBoard *board, const gint64 *orders, gsize n_orders, int place, GCancellable *cancellable, GError **error);

/**
 * rang_board_cost_against:
 * @before: the board as it is
 * @after: a board of the same day (rang_board_with_ranking(), or made anew after orders came or went)
 * @moved: (nullable) (array length=n_moved): which orders count as moved; %NULL: the least set whose moving explains
 *   the difference (rang_ranking_difference()). With @n_moved 0 and @moved not %NULL none does
 *
 * States of @after against states of @before: the cost of an apply, an amendment, a cancellation; with
 * rang_board_suggested() as @before, of all overrides together. An order that is on one of the boards only counts as
 * moved.
 *
 * Returns: (transfer full): the cost
 */
RangMoveCost *
rang_board_cost_against (RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved);

/** rang_board_state_to_nick: Returns: "on-time", "late" or "not-today" */
const char *
rang_board_state_to_nick (RangPlanState state);

/** rang_board_state_label: Returns: the state in the current language: "On time" */
const char *
rang_board_state_label (RangPlanState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoard, rang_board_unref)

G_END_DECLS
