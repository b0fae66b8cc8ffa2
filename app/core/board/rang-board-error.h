/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RANG_BOARD_ERROR:
 *
 * Errors of the board. A cancelled question is %G_IO_ERROR_CANCELLED.
 */
#define RANG_BOARD_ERROR (rang_board_error_quark ())
GQuark
rang_board_error_quark (void);

/**
 * RangBoardError:
 * @RANG_BOARD_ERROR_INPUT: what was loaded contradicts itself (an order twice, a shift that ends before it starts …)
 * @RANG_BOARD_ERROR_ORDER: an order that is asked about is not on the board
 * @RANG_BOARD_ERROR_PLACE: there is no such place; the message says which there are
 * @RANG_BOARD_ERROR_RANKING: a ranking names an order twice, or one that the day does not have
 */
typedef enum
{
  RANG_BOARD_ERROR_INPUT,
  RANG_BOARD_ERROR_ORDER,
  RANG_BOARD_ERROR_PLACE,
  RANG_BOARD_ERROR_RANKING,
} RangBoardError;

G_END_DECLS
