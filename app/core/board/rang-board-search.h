/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-planner.h"

G_BEGIN_DECLS

typedef struct _RangBoard RangBoard;
typedef struct _RangBoardDay RangBoardDay;

/**
 * RangBoardSearch:
 * @progress: how far the search for the suggestion is
 *
 * A search under way, as a #RangBoardWatchFunc is told of it.
 */
typedef struct
{
  RangPlannerProgress progress;
  /*< private >*/
  RangBoardDay *day;
  RangPlanner *planner;
} RangBoardSearch;

/**
 * RangBoardWatchFunc:
 *
 * Called on the thread that makes the board, some dozens of times a search; not at all where the same question was
 * answered before.
 */
typedef void (*RangBoardWatchFunc) (const RangBoardSearch *search, gpointer data);

/**
 * RangBoardWatch:
 * @func: told how far the search is
 * @data: for @func
 * @stop: (nullable): when cancelled the board is made of the best so far: see rang_board_get_unfinished()
 *
 * Who looks on while the suggestion is searched for.
 */
typedef struct
{
  RangBoardWatchFunc func;
  gpointer data;
  GCancellable *stop;
} RangBoardWatch;

/**
 * rang_board_search_dup_board:
 *
 * For a #RangBoardWatchFunc.
 *
 * Returns: (transfer full) (nullable): the board as it would be with the best so far, unfinished
 */
RangBoard *
rang_board_search_dup_board (const RangBoardSearch *search);

G_END_DECLS
