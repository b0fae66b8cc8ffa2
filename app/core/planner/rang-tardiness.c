/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the sequence of one machine with the least weighted tardiness. */
#include "planner/rang-tardiness.h"

#include <stdlib.h>
#include <string.h>

#include "planner/rang-random.h"

#define DEFAULT_STEPS 2000
/* So many kicks without a better sequence, then back to the best. */
#define PATIENCE 100

typedef enum
{
  STAY,
  SWAP,
  FORWARD,
  BACKWARD,
} MoveKind;

typedef struct
{
  guint n;
  /* The jobs at each position, from 1. */
  gint32 *job;
  gint32 *processing;
  gint32 *weight;
  gint32 *due;
  gint32 *end;
  /* The best cost of each prefix, and the block that ends it. */
  gint64 *prefix;
  guint *from;
  MoveKind *kind;
  const gint32 *all_processing;
  const gint32 *all_weight;
  const gint32 *all_due;
  RangRandom random;
} Machine;

static inline gint64
tardiness (const Machine *m, guint position, gint64 end)
{
  return end > m->due[position] ? (end - m->due[position]) * m->weight[position] : 0;
}

static void
load (Machine *m)
{
  gint32 end = 0;

  for (guint i = 1; i <= m->n; i++)
    {
      m->processing[i] = m->all_processing[m->job[i]];
      m->weight[i] = m->all_weight[m->job[i]];
      m->due[i] = m->all_due[m->job[i]];
      m->end[i] = end += m->processing[i];
    }
}

static void
offer (Machine *m, guint from, guint to, MoveKind kind, gint64 block)
{
  gint64 cost = m->prefix[from - 1] + block;

  if (cost < m->prefix[to])
    {
      m->prefix[to] = cost;
      m->from[to] = from;
      m->kind[to] = kind;
    }
}

/* All blocks that end at a position: a job moved forward to it, its job moved back, two ends exchanged. */
static void
extend (Machine *m, guint to, gint64 *forward)
{
  gint64 back = 0;

  m->prefix[to] = m->prefix[to - 1] + tardiness (m, to, m->end[to]);
  m->from[to] = to;
  m->kind[to] = STAY;
  forward[to] = 0;
  for (guint i = to - 1; i >= 1; i--)
    {
      gint64 shift = m->processing[to] - m->processing[i], middle = 0, first, last;

      forward[i] += tardiness (m, to, m->end[to] - m->processing[i]);
      offer (m, i, to, FORWARD, forward[i] + tardiness (m, i, m->end[to]));
      back += tardiness (m, i, m->end[i] + m->processing[to]);
      first = tardiness (m, to, m->end[i] - m->processing[i] + m->processing[to]);
      offer (m, i, to, BACKWARD, back + first);
      last = tardiness (m, i, m->end[to]);
      if (m->prefix[i - 1] + first + last >= m->prefix[to])
        continue;
      for (guint k = i + 1; k < to; k++)
        middle += MAX (m->end[k] + shift - m->due[k], 0) * (gint64)m->weight[k];
      offer (m, i, to, SWAP, first + middle + last);
    }
}

static void
apply_block (Machine *m, guint from, guint to, MoveKind kind)
{
  gint32 first = m->job[from], last = m->job[to];
  gsize size = (to - from) * sizeof *m->job;

  if (kind == SWAP)
    {
      m->job[from] = last;
      m->job[to] = first;
    }
  else if (kind == FORWARD)
    {
      memmove (m->job + from, m->job + from + 1, size);
      m->job[to] = first;
    }
  else if (kind == BACKWARD)
    {
      memmove (m->job + from + 1, m->job + from, size);
      m->job[from] = last;
    }
}

/* Descends until no set of independent moves helps. Returns: the cost */
static gint64
descend (Machine *m, gint64 *forward)
{
  gint64 cost = G_MAXINT64;

  for (;;)
    {
      load (m);
      m->prefix[0] = 0;
      for (guint to = 1; to <= m->n; to++)
        extend (m, to, forward);
      if (m->prefix[m->n] >= cost)
        return cost;
      cost = m->prefix[m->n];
      for (guint to = m->n; to >= 1; to = m->from[to] - 1)
        apply_block (m, m->from[to], to, m->kind[to]);
    }
}

static void
kick (Machine *m)
{
  gint32 n = (gint32)m->n;

  for (gint32 k = 0, times = 4 + rang_random_below (&m->random, 4); k < times; k++)
    {
      gint32 i = 1 + rang_random_below (&m->random, n), reach = 1 + rang_random_below (&m->random, MAX (2, n / 3));
      gint32 j = MIN (n, i + reach);

      apply_block (m, (guint)i, (guint)j, (MoveKind)(SWAP + rang_random_below (&m->random, 3)));
    }
}

static Machine *
machine_new (guint n, const gint32 *processing, const gint32 *weight, const gint32 *due, guint64 seed)
{
  Machine *m = g_new0 (Machine, 1);

  m->n = n;
  m->job = g_new0 (gint32, n + 1);
  m->processing = g_new0 (gint32, n + 1);
  m->weight = g_new0 (gint32, n + 1);
  m->due = g_new0 (gint32, n + 1);
  m->end = g_new0 (gint32, n + 1);
  m->prefix = g_new0 (gint64, n + 1);
  m->from = g_new0 (guint, n + 1);
  m->kind = g_new0 (MoveKind, n + 1);
  m->all_processing = processing;
  m->all_weight = weight;
  m->all_due = due;
  rang_random_seed (&m->random, seed, 0);
  for (guint i = 1; i <= n; i++)
    m->job[i] = (gint32)i - 1;
  return m;
}

static void
machine_free (Machine *m)
{
  g_free (m->job);
  g_free (m->processing);
  g_free (m->weight);
  g_free (m->due);
  g_free (m->end);
  g_free (m->prefix);
  g_free (m->from);
  g_free (m->kind);
  g_free (m);
}

guint *
rang_tardiness_solve (guint n,
                      const gint32 *processing,
                      const gint32 *weight,
                      const gint32 *due,
                      const RangTardinessOptions *options,
                      gint64 *cost)
{
  Machine *m = machine_new (n, processing, weight, due, options->seed);
  g_autofree gint64 *forward = g_new0 (gint64, n + 1);
  g_autofree gint32 *kept = g_new0 (gint32, n + 1);
  guint *best = g_new0 (guint, n + 1);
  gint64 until = options->microseconds > 0 ? g_get_monotonic_time () + options->microseconds : 0, kept_cost;
  guint64 steps = options->steps > 0 ? options->steps : DEFAULT_STEPS, since = 0;

  *cost = kept_cost = descend (m, forward);
  memcpy (best, m->job, (n + 1) * sizeof *best);
  memcpy (kept, m->job, (n + 1) * sizeof *kept);
  for (guint64 k = 0; *cost > 0 && (until > 0 ? g_get_monotonic_time () < until : k < steps); k++)
    {
      gint64 found;

      kick (m);
      found = descend (m, forward);
      since++;
      if (found < *cost)
        {
          *cost = found;
          memcpy (best, m->job, (n + 1) * sizeof *best);
          since = 0;
        }
      if (found <= kept_cost)
        kept_cost = found;
      else if (since % PATIENCE == 0)
        {
          memcpy (m->job, best, (n + 1) * sizeof *best);
          kept_cost = *cost;
        }
      else
        memcpy (m->job, kept, (n + 1) * sizeof *kept);
      memcpy (kept, m->job, (n + 1) * sizeof *kept);
    }
  memmove (best, best + 1, n * sizeof *best);
  machine_free (m);
  return best;
}
