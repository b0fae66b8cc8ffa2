/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "board/rang-board-item.h"
#include "board/rang-carry.h"
#include "board/rang-columns.h"

G_BEGIN_DECLS

/**
 * RangBoardLine:
 * @rank: the line is drawn above the order at this rank; 0 for no line
 * @label: (nullable): on the pill; @text: (nullable): beside it
 */
typedef struct
{
  guint rank;
  char *label;
  char *text;
} RangBoardLine;

/**
 * RangListLook:
 * @columns: which list
 * @on_time: the on-time line; @today: the today line
 * @carry: (nullable): what is in a person's hand
 * @length: orders in the list
 * @movable: whether rows can be dragged
 * @most_points: the points that fill the bar
 * @show_all_differences: while the board is compared with the suggestion
 *
 * What all rows of a list share. Owned by the list, read by its rows while they draw.
 */
typedef struct
{
  RangColumnSet columns;
  RangBoardLine on_time;
  RangBoardLine today;
  RangCarry *carry;
  guint length;
  gboolean movable;
  gint64 most_points;
  gboolean show_all_differences;
} RangListLook;

#define RANG_TYPE_BOARD_ROW (rang_board_row_get_type ())
G_DECLARE_FINAL_TYPE (RangBoardRow, rang_board_row, RANG, BOARD_ROW, GtkWidget)

/**
 * rang_board_row_new:
 * @look: (transfer none): outlives the row
 */
GtkWidget *
rang_board_row_new (const RangListLook *look);

/** rang_board_row_bind: @item: (nullable): what to show */
void
rang_board_row_bind (RangBoardRow *row, RangBoardItem *item);
RangBoardItem *
rang_board_row_get_item (RangBoardRow *row);

void
rang_board_row_set_selected (RangBoardRow *row, gboolean selected);

/** rang_board_row_refresh: takes the height that lines and gap now need, and draws anew if anything of it has changed:
 * to paint a whole list takes longer than to move an order in it */
void
rang_board_row_refresh (RangBoardRow *row);

/**
 * rang_board_row_place_at:
 * @carry: what is carried
 * @y: pixels from the row's upper edge
 *
 * Returns: the place of a drop there
 */
guint
rang_board_row_place_at (RangBoardRow *row, const RangCarry *carry, double y);

/** rang_board_row_is_handle: Returns: whether a drag may start at that point: the handle and the rank beside it */
gboolean
rang_board_row_is_handle (RangBoardRow *row, double x, double y);

G_END_DECLS
