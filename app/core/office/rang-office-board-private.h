/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"
#include "office/rang-office-known-board.h"
#include "office/rang-office-private.h"
#include "office/rang-version-body.h"
#include "store/rang-store-versions.h"

G_BEGIN_DECLS

/**
 * OfficeBoard:
 * @OFFICE_BOARD_NEWEST: the newest version that is not returned; before signing the open board
 * @OFFICE_BOARD_BINDING: the version that binds the delivery chief; before signing the open board
 * @OFFICE_BOARD_OPEN: the open board, whatever is signed
 */
typedef enum
{
  OFFICE_BOARD_NEWEST,
  OFFICE_BOARD_BINDING,
  OFFICE_BOARD_OPEN
} OfficeBoard;

/** office_forget_board: lets go of the board that office_load_board() remembers */
void
office_forget_board (RangOffice *office);

/** office_name_board: fills @name but for its board, what is asked for now; %FALSE if no board can be known, since a
 * transaction writes (rang-office-known-board.c) */
gboolean
office_name_board (RangOffice *office, const RangSession *session, OfficeBoard which, OfficeKnownBoard *name);

/** office_find_board: Returns: (transfer full) (nullable): the board of that name, if it is known or differs from the
 * known one in its ranking alone; else, or cancelled, %NULL (rang-office-known-board.c) */
RangBoard *
office_find_board (RangOffice *office, OfficeKnownBoard *name, GCancellable *cancellable);

/** office_remember_board: @name is taken over, if it is filled and @board finished (rang-office-known-board.c) */
void
office_remember_board (RangOffice *office, OfficeKnownBoard *name, RangBoard *board);

/** office_load_board: Returns: (transfer full) (nullable): the board of the session's day; may be called inside a
 * transaction. Until one has written, the last is remembered until the log grows. For the office's own thread. */
RangBoard *
office_load_board (
    RangOffice *office, const RangSession *session, OfficeBoard which, GCancellable *cancellable, GError **error);

/** office_language: Returns: "ro" or "en": what the rules' texts are said in */
const char *
office_language (RangOffice *office);

/** office_fill_open_ranking: reads ranking, marks and revision of @input's day and unit into @input, which has none yet
 * (rang-office-board-input.c) */
gboolean
office_fill_open_ranking (RangOffice *office, RangBoardInput *input, GError **error);

/**
 * office_load_input:
 * @which: whose ranking
 *
 * Returns: (transfer full) (nullable): what the board of the session's day is made of, with the rules of that day
 */
RangBoardInput *
office_load_input (RangOffice *office, const RangSession *session, OfficeBoard which, GError **error);

/** office_load_version_input: @number: of a version of that day; 0 for what @which says
 *
 * Returns: (transfer full) (nullable): as office_load_input() */
RangBoardInput *
office_load_version_input (
    RangOffice *office, const RangSession *session, OfficeBoard which, int number, GError **error);

/**
 * office_write_board:
 * @board: as it shall stand
 * @entry: the log entry that made it so
 * @revision: (out): the new revision
 *
 * Adds a revision of the board.
 */
gboolean
office_write_board (
    RangOffice *office, const RangSession *session, RangBoard *board, gint64 entry, guint64 *revision, GError **error);

/**
 * office_read_version:
 * @plan: number of the plan, from 1; 0 the newest
 *
 * Returns: (transfer full) (nullable): what @version holds, with the routes of that plan
 */
RangVersionBody *
office_read_version (RangOffice *office, const RangVersionRecord *version, int plan, GError **error);

/** office_rejoin_board: writes a new revision after orders came, left or changed; entry: why */
gboolean
office_rejoin_board (RangOffice *office, const RangSession *session, gint64 entry, GError **error);

/** office_cost_to_text: Returns: (transfer full): the JSON object `cost` of a move, for the log */
char *
office_cost_to_text (const RangMoveCost *cost);

/** office_orders_to_text: Returns: (transfer full): {"orders": [1, 2]} for the log */
char *
office_orders_to_text (const gint64 *orders, gsize n);

/**
 * office_is_signed:
 *
 * Returns: whether the day's board is handed over (and not returned)
 */
gboolean
office_is_signed (RangOffice *office, const RangSession *session, gboolean *is_signed, GError **error);

G_END_DECLS
