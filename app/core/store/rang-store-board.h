/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangPlacedMark:
 * @order: number of the order that a person put at its rank
 * @person: id of the person
 * @entry: the log entry of the move that did (key of its #RangMoveRecord, which knows the reason)
 */
typedef struct
{
  gint64 order;
  gint64 person;
  gint64 entry;
} RangPlacedMark;

/**
 * RangBoardRecord:
 * @day: the board's day
 * @unit: id of the unit it ranks for
 * @revision: 1, 2, 3 …; 0 for a board that nobody has touched
 * @entry: the log entry that made this revision
 * @rules: id of the rules' version it was last suggested with; 0 none
 * @ranking: (element-type gint64): order numbers, rank 1 first
 * @placed: (element-type RangPlacedMark): who placed what
 *
 * One revision of a board. Every revision is kept for good: for stale merges and for undo.
 */
typedef struct
{
  RangDay day;
  gint64 unit;
  gint64 revision;
  gint64 entry;
  gint64 rules;
  GArray *ranking;
  GArray *placed;
} RangBoardRecord;

RangBoardRecord *
rang_board_record_new (RangDay day, gint64 unit);
RangBoardRecord *
rang_board_record_copy (const RangBoardRecord *record);
void
rang_board_record_free (RangBoardRecord *record);

/**
 * rang_board_record_find_mark:
 *
 * Returns: (transfer none) (nullable): the mark of @order, if it is placed
 */
RangPlacedMark *
rang_board_record_find_mark (const RangBoardRecord *record, gint64 order);

/**
 * rang_store_load_board:
 *
 * Returns: (transfer full) (nullable): the newest revision; an empty record of revision 0 if there is none
 */
RangBoardRecord *
rang_store_load_board (RangStore *store, RangDay day, gint64 unit, GError **error);

/**
 * rang_store_load_board_revision:
 *
 * Returns: (transfer full) (nullable): the revision; %RANG_STORE_ERROR_NOT_FOUND if there is no such
 */
RangBoardRecord *
rang_store_load_board_revision (RangStore *store, RangDay day, gint64 unit, gint64 revision, GError **error);

/**
 * rang_store_load_board_revisions:
 * @after: revisions after this one alone; 0 all
 *
 * Returns: (transfer full) (nullable) (element-type RangBoardRecord): by revision
 */
GPtrArray *
rang_store_load_board_revisions (RangStore *store, RangDay day, gint64 unit, gint64 after, GError **error);

/**
 * rang_store_load_board_by_entry:
 *
 * Returns: (transfer full) (nullable): the revision that the log entry made; %RANG_STORE_ERROR_NOT_FOUND if none
 */
RangBoardRecord *
rang_store_load_board_by_entry (RangStore *store, RangDay day, gint64 unit, gint64 entry, GError **error);

/**
 * rang_store_add_board_revision:
 * @record: the board as it is to be; its revision is the one it was made from, and is counted up
 *
 * Adds a revision. %RANG_STORE_ERROR_STALE if somebody else added one since.
 */
gboolean
rang_store_add_board_revision (RangStore *store, RangBoardRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardRecord, rang_board_record_free)

G_END_DECLS
