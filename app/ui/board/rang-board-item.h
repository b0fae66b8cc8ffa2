/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/rang-push.h"
#include "office/rang-office-board.h"
#include "office/rang-office-department.h"

G_BEGIN_DECLS

#define RANG_TYPE_BOARD_ITEM (rang_board_item_get_type ())
G_DECLARE_FINAL_TYPE (RangBoardItem, rang_board_item, RANG, BOARD_ITEM, GObject)

/**
 * RangBoardItem:
 * @number: the order's number: what makes it the same item after the board changed
 * @rank: place in the list, from 1
 * @suggested: rank in the suggestion; 0 when there is none
 * @state: the forecast; -1 when there is none
 * @forecast: the same, in a department's list too, where it is said in @life
 * @van: (nullable): name of the van or machine
 * @life: (nullable): the state of its life, in words
 * @moved_by: (nullable): who placed it
 * @answers: (nullable): name of the one person who owes an answer for it now
 * @reason: a #RangReasonCode; %RANG_PLACEMENT_PENDING or %RANG_PLACEMENT_NOT_OWED
 * @saving: whether a change of it is on its way to the store
 *
 * One order in a list, as data to draw. Its fields change only through the functions below.
 */
struct _RangBoardItem
{
  GObject parent_instance;
  gint64 number;
  guint rank;
  guint suggested;
  char *client;
  char *town;
  RangTimeWindow promised;
  gboolean proposed;
  RangImportance importance;
  char class_letter;
  gint64 points;
  gint64 department;
  char *department_name;
  int department_mark;
  char *van;
  RangTime eta;
  int state;
  int forecast;
  gboolean impossible;
  int minutes_late;
  RangBoardMark marks;
  RangMoney value;
  char *life;
  char *moved_by;
  char *answers;
  int reason;
  gint64 moved_entry;
  gboolean saving;
};

/** rang_board_item_new: Returns: (transfer full): an item of the order @number without anything else */
RangBoardItem *
rang_board_item_new (gint64 number);

/**
 * rang_board_item_take_entry:
 * @answers: (nullable): who owes an answer for the order now
 *
 * Fills the item from the board; emits `changed`.
 */
void
rang_board_item_take_entry (RangBoardItem *item, const RangBoardEntry *entry, const char *answers);

/**
 * rang_board_item_take_view:
 * @rank: place in the department's list
 * @mark: the department's mark; @answers: (nullable): who owes an answer for the order now
 *
 * Fills the item from a department's list; emits `changed`.
 */
void
rang_board_item_take_view (RangBoardItem *item, const RangOrderView *view, guint rank, int mark, const char *answers);

/** rang_board_item_add_forecast: @entry: (nullable): says in a department's list where the order stands on the board */
void
rang_board_item_add_forecast (RangBoardItem *item, const RangBoardEntry *entry);

/** rang_board_item_add_push: @push: (nullable): the order's latest push: says in a department's list what became of it
 */
void
rang_board_item_add_push (RangBoardItem *item, const RangPush *push);

/** rang_board_item_set_rank: what it will be once a move is stored; emits `changed` */
void
rang_board_item_set_rank (RangBoardItem *item, guint rank);

void
rang_board_item_set_saving (RangBoardItem *item, gboolean saving);

/**
 * rang_board_item_dup_state_text:
 *
 * Returns: (transfer full) (nullable): "+25 min", "✓ fits a gap", "☾ not today"; %NULL for an order on time: quiet is
 *   good news
 */
char *
rang_board_item_dup_state_text (RangBoardItem *item);

/** rang_board_item_dup_moved_text: Returns: (transfer full) (nullable): "Ioana Pop · client at risk" */
char *
rang_board_item_dup_moved_text (RangBoardItem *item);
/** rang_board_item_dup_moved_short: Returns: (transfer full) (nullable): "I. Pop · client at risk", for a narrow column
 */
char *
rang_board_item_dup_moved_short (RangBoardItem *item);

/**
 * rang_board_item_dup_name:
 *
 * Returns: (transfer full): the row in words: place, client, window, importance, state, who moved it
 */
char *
rang_board_item_dup_name (RangBoardItem *item);

/** rang_board_item_matches: Returns: whether every word of @query is found in the item */
gboolean
rang_board_item_matches (RangBoardItem *item, const char *query);

G_END_DECLS
