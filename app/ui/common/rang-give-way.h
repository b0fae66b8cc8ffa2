/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangRoom:
 * @width: pixels at 13 px text; 0: the column takes what is left over
 * @narrow: pixels it needs when room is short
 * @gives_way: 0 never; the higher the sooner it is left out
 *
 * How much room a column of a table asks for.
 */
typedef struct
{
  int width;
  int narrow;
  int gives_way;
} RangRoom;

/**
 * rang_give_way_lay_out:
 * @rooms: (array length=n): the columns
 * @width: pixels there are, at 13 px text
 * @widths: (out caller-allocates) (array length=n): what each column gets; 0 when it gives way
 */
void
rang_give_way_lay_out (const RangRoom *rooms, guint n, int width, int *widths);

/**
 * rang_give_way_attach:
 * @rooms: (array length=n): must outlive the view
 *
 * In a narrow table the columns that matter least give way first. The columns are appended before.
 */
void
rang_give_way_attach (GtkColumnView *view, const RangRoom *rooms, guint n);

G_END_DECLS
