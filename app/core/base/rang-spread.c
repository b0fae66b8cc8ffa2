/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for placing discs beside each other on a map. */
#include "base/rang-spread.h"

#include <math.h>

/* What finds its own place taken is tried on rings around it, so many places on each. */
#define RINGS 60
#define PLACES 16

void
rang_spread_init (RangSpread *spread, double width, double height, double radius)
{
  *spread = (RangSpread){ width, height, radius, g_array_new (FALSE, FALSE, sizeof (RangSpot)) };
}

void
rang_spread_clear (RangSpread *spread)
{
  g_clear_pointer (&spread->taken, g_array_unref);
}

void
rang_spread_take (RangSpread *spread, RangSpot spot)
{
  g_array_append_val (spread->taken, spot);
}

static gboolean
is_free (const RangSpread *spread, RangSpot at)
{
  double edge = spread->radius + 1;

  if (at.x < edge || at.x > spread->width - edge || at.y < edge || at.y > spread->height - edge)
    return FALSE;
  for (guint i = 0; i < spread->taken->len; i++)
    {
      const RangSpot *other = &g_array_index (spread->taken, RangSpot, i);

      if (hypot (at.x - other->x, at.y - other->y) < 2 * spread->radius + 1)
        return FALSE;
    }
  return TRUE;
}

static RangSpot
find_free (const RangSpread *spread, RangSpot wanted)
{
  if (is_free (spread, wanted))
    return wanted;
  for (int ring = 1; ring <= RINGS; ring++)
    for (int k = 0; k < PLACES; k++)
      {
        double angle = 2 * G_PI * k / PLACES;
        RangSpot at = { wanted.x + ring * spread->radius * cos (angle), wanted.y + ring * spread->radius * sin (angle) };

        if (is_free (spread, at))
          return at;
      }
  return wanted;
}

RangSpot
rang_spread_place (RangSpread *spread, RangSpot wanted)
{
  RangSpot spot = find_free (spread, wanted);

  rang_spread_take (spread, spot);
  return spot;
}
