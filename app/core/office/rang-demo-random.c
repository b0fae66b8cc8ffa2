/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for chance that repeats itself: the demo office is the same on every machine. */
#include "office/rang-demo-random.h"

guint64
rang_demo_random_next (RangDemoRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
rang_demo_random_below (RangDemoRandom *random, guint bound)
{
  return (guint)((rang_demo_random_next (random) >> 32) * bound >> 32);
}

gint32
rang_demo_random_between (RangDemoRandom *random, gint32 low, gint32 high)
{
  return low + (gint32)rang_demo_random_below (random, (guint)(high - low + 1));
}

gboolean
rang_demo_random_chance (RangDemoRandom *random, guint percent)
{
  return rang_demo_random_below (random, 100) < percent;
}

guint
rang_demo_random_weighted (RangDemoRandom *random, const guint *weights, guint n)
{
  guint sum = 0, drawn, i;

  for (i = 0; i < n; i++)
    sum += weights[i];
  drawn = rang_demo_random_below (random, MAX (sum, 1));
  for (i = 0; i + 1 < n && drawn >= weights[i]; i++)
    drawn -= weights[i];
  return i;
}

void
rang_demo_random_shuffle (RangDemoRandom *random, guint *indices, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = rang_demo_random_below (random, i);
      guint held = indices[i - 1];

      indices[i - 1] = indices[j];
      indices[j] = held;
    }
}
