/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} RangSpot;

/**
 * RangSpread:
 * @width, @height: of what is drawn on
 * @radius: of each disc
 * @taken: (element-type RangSpot): where discs are already
 *
 * Places numbered discs on a map so that none lies on another: each as near as it can be to what it stands for.
 */
typedef struct
{
  double width;
  double height;
  double radius;
  GArray *taken;
} RangSpread;

void
rang_spread_init (RangSpread *spread, double width, double height, double radius);
void
rang_spread_clear (RangSpread *spread);

/** rang_spread_take: keeps @spot free of the discs that follow */
void
rang_spread_take (RangSpread *spread, RangSpot spot);

/** rang_spread_place: Returns: the free spot nearest to @wanted, which is taken from then on; @wanted itself where there is
 * no free one at all */
RangSpot
rang_spread_place (RangSpread *spread, RangSpot wanted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangSpread, rang_spread_clear)

G_END_DECLS
