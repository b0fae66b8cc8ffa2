/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangColumn:
 *
 * The columns of a list of orders, from left to right.
 */
typedef enum
{
  RANG_COLUMN_HANDLE,
  RANG_COLUMN_RANK,
  RANG_COLUMN_DIFFERENCE,
  RANG_COLUMN_ORDER,
  RANG_COLUMN_CLIENT,
  RANG_COLUMN_TOWN,
  RANG_COLUMN_PROMISED,
  RANG_COLUMN_IMPORTANCE,
  RANG_COLUMN_CLASS,
  RANG_COLUMN_POINTS,
  RANG_COLUMN_DEPARTMENT,
  RANG_COLUMN_VAN,
  RANG_COLUMN_ETA,
  RANG_COLUMN_STATE,
  RANG_COLUMN_MOVED_BY,
  RANG_COLUMN_VALUE,
  RANG_COLUMN_LIFE,
  RANG_N_COLUMNS
} RangColumn;

/**
 * RangColumnSet:
 * @RANG_COLUMNS_BOARD: what the board shows
 * @RANG_COLUMNS_DEPARTMENT: what a department's own list shows
 */
typedef enum
{
  RANG_COLUMNS_BOARD,
  RANG_COLUMNS_DEPARTMENT
} RangColumnSet;

/**
 * RangColumns:
 * @x: left edge of each column; @width: its width, 0 when it is not shown
 *
 * Where the columns lie in a given width: heads and rows ask the same function, so that they are aligned.
 */
typedef struct
{
  double x[RANG_N_COLUMNS];
  double width[RANG_N_COLUMNS];
} RangColumns;

/**
 * rang_columns_lay_out:
 * @set: which list
 * @width: pixels there are
 * @scale: size of the text against 13 pixels
 *
 * In a narrow list the columns that matter least give way first.
 */
void
rang_columns_lay_out (RangColumns *columns, RangColumnSet set, double width, double scale);

/** rang_columns_get_title: Returns: the column's heading in the current language; "" when it needs none */
const char *
rang_columns_get_title (RangColumn column);

/** rang_columns_align_right: Returns: whether the column's text ends at its right edge */
gboolean
rang_columns_align_right (RangColumn column);

G_END_DECLS
