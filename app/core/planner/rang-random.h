/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangRandom:
 *
 * Fast random numbers (xorshift64*, S. Vigna 2016), the same for a seed on every machine. Inside the planner only.
 */
typedef struct
{
  guint64 state;
} RangRandom;

static inline guint64
rang_random_next (RangRandom *self)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return self->state * G_GUINT64_CONSTANT (2685821657736338717);
}

/** Seeds of different streams are spread by one round of splitmix64. */
static inline void
rang_random_seed (RangRandom *self, guint64 seed, guint64 stream)
{
  guint64 z = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + stream * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) + 1;

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  self->state = (z ^ (z >> 31)) | 1;
}

/** Returns: a number from 0 to @n - 1 */
static inline gint32
rang_random_below (RangRandom *self, gint32 n)
{
  return (gint32)(((rang_random_next (self) >> 32) * (guint64)n) >> 32);
}

/** Returns: a number from 0 to 1, 0 excluded */
static inline double
rang_random_unit (RangRandom *self)
{
  return (double)((rang_random_next (self) >> 11) + 1) * (1.0 / 9007199254740992.0);
}

G_END_DECLS
