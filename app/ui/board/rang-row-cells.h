/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-row.h"
#include "common/rang-pen.h"

G_BEGIN_DECLS

/**
 * RangRowCells:
 * @rank: to show: while something is carried, the rank after the drop
 * @falls: whether it would fall; @falls_minutes: minutes late then, -1 left out
 *
 * What one row's cells say.
 */
typedef struct
{
  const RangListLook *look;
  RangBoardItem *item;
  guint rank;
  gboolean falls;
  int falls_minutes;
} RangRowCells;

void
rang_row_cells_draw (const RangRowCells *cells, RangPen *pen, double y, double width, double height);

/** rang_row_cells_dup_tooltip: Returns: (transfer full) (nullable): what the cell at @x means */
char *
rang_row_cells_dup_tooltip (const RangListLook *look, RangBoardItem *item, double width, double scale, double x);

G_END_DECLS
