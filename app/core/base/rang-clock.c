/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the one source of "now". */
#include "base/rang-clock.h"

struct _RangClock
{
  gatomicrefcount ref_count;
  gboolean fixed;
  gint64 instant;
};

G_DEFINE_BOXED_TYPE (RangClock, rang_clock, rang_clock_ref, rang_clock_unref)

static RangClock *
clock_new (gboolean fixed, gint64 instant)
{
  RangClock *clock = g_new0 (RangClock, 1);

  g_atomic_ref_count_init (&clock->ref_count);
  clock->fixed = fixed;
  clock->instant = instant;
  return clock;
}

RangClock *
rang_clock_new_system (void)
{
  const char *now = g_getenv ("RANG_NOW");

  if (now != NULL)
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (now, utc);

      if (at != NULL)
        return clock_new (TRUE, g_date_time_to_unix (at));
    }
  return clock_new (FALSE, 0);
}

RangClock *
rang_clock_new_fixed (gint64 instant)
{
  return clock_new (TRUE, instant);
}

void
rang_clock_set (RangClock *clock, gint64 instant)
{
  g_return_if_fail (clock != NULL && clock->fixed);
  clock->instant = instant;
}

RangClock *
rang_clock_ref (RangClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);
  g_atomic_ref_count_inc (&clock->ref_count);
  return clock;
}

void
rang_clock_unref (RangClock *clock)
{
  g_return_if_fail (clock != NULL);
  if (g_atomic_ref_count_dec (&clock->ref_count))
    g_free (clock);
}

gint64
rang_clock_now (RangClock *clock)
{
  g_return_val_if_fail (clock != NULL, 0);
  return clock->fixed ? clock->instant : g_get_real_time () / G_USEC_PER_SEC;
}
