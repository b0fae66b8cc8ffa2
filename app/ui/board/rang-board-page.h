/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "board/rang-order-list.h"
#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangBoardPage:
 *
 * The board: the day's balance, the ranked list with its lines, what a move costs and why it was made, the hand-over.
 */
#define RANG_TYPE_BOARD_PAGE (rang_board_page_get_type ())
G_DECLARE_FINAL_TYPE (RangBoardPage, rang_board_page, RANG, BOARD_PAGE, GtkWidget)

void
rang_board_page_set_desk (RangBoardPage *page, RangDesk *desk);

/** rang_board_page_get_list: Returns: (transfer none): the list of the board's orders */
RangOrderList *
rang_board_page_get_list (RangBoardPage *page);

void
rang_board_page_undo (RangBoardPage *page, gboolean redo);

G_END_DECLS
