/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangDemoRandom:
 *
 * A stream of numbers that is the same on every machine: splitmix64 (Steele, Lea and Flood 2014).
 */
typedef struct
{
  guint64 state;
} RangDemoRandom;

guint64
rang_demo_random_next (RangDemoRandom *random);

/**
 * rang_demo_random_below:
 * @bound: at least 1
 *
 * Returns: 0 … @bound - 1
 */
guint
rang_demo_random_below (RangDemoRandom *random, guint bound);

/**
 * rang_demo_random_between:
 *
 * Returns: @low … @high, both included
 */
gint32
rang_demo_random_between (RangDemoRandom *random, gint32 low, gint32 high);

/**
 * rang_demo_random_chance:
 *
 * Returns: %TRUE in @percent of 100 cases
 */
gboolean
rang_demo_random_chance (RangDemoRandom *random, guint percent);

/**
 * rang_demo_random_weighted:
 * @weights: (array length=n): how often each is drawn; not all 0
 *
 * Returns: an index
 */
guint
rang_demo_random_weighted (RangDemoRandom *random, const guint *weights, guint n);

/**
 * rang_demo_random_shuffle:
 *
 * Brings @n indices into random order.
 */
void
rang_demo_random_shuffle (RangDemoRandom *random, guint *indices, guint n);

G_END_DECLS
