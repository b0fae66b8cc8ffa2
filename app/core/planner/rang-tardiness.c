/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the sequence of one machine with the least weighted tardiness. */
#include "planner/rang-tardiness.h"

#include <stdlib.h>
#include <string.h>

#include "planner/rang-random.h"

#define DEFAULT_STEPS 2000
/* So many kicks without a better sequence, then back to the best. */
#define PATIENCE 100
#define N_CHAINS 2

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
  /* As the jobs stand: cost of each prefix, weight of those of its jobs that are late. */
  gint64 *cost;
  gint64 *late;
  /* The best cost of each prefix, and the block that ends it. */
  gint64 *prefix;
  guint *from;
  MoveKind *kind;
  /* Cost of the jobs behind each position, one place earlier, up to the one looked at. */
  gint64 *forward;
  gint32 *kept;
  gint32 *best;
  gint64 kept_cost;
  gint64 best_cost;
  guint64 since;
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

  m->prefix[0] = m->cost[0] = m->late[0] = 0;
  for (guint i = 1; i <= m->n; i++)
    {
      m->processing[i] = m->all_processing[m->job[i]];
      m->weight[i] = m->all_weight[m->job[i]];
      m->due[i] = m->all_due[m->job[i]];
      m->end[i] = end += m->processing[i];
      m->cost[i] = m->cost[i - 1] + tardiness (m, i, end);
      m->late[i] = m->late[i - 1] + (end > m->due[i] ? m->weight[i] : 0);
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

/* The jobs between two that are exchanged, each ended later by shift. */
static gint64
between (const Machine *m, guint from, guint to, gint64 shift)
{
  gint64 sum = 0;

  for (guint k = from + 1; k < to; k++)
    sum += MAX (m->end[k] + shift - m->due[k], 0) * (gint64)m->weight[k];
  return sum;
}

/* All blocks that end at a position: a job moved forward to it, its job moved back, two ends exchanged. */
static void
extend (Machine *m, guint to)
{
  gint64 back = 0;

  m->prefix[to] = m->prefix[to - 1] + tardiness (m, to, m->end[to]);
  m->from[to] = to;
  m->kind[to] = STAY;
  m->forward[to] = 0;
  for (guint i = to - 1; i >= 1; i--)
    {
      gint64 shift = m->processing[to] - m->processing[i], first, last, least;

      m->forward[i] += tardiness (m, to, m->end[to] - m->processing[i]);
      last = tardiness (m, i, m->end[to]);
      offer (m, i, to, FORWARD, m->forward[i] + last);
      back += tardiness (m, i, m->end[i] + m->processing[to]);
      first = tardiness (m, to, m->end[i] - m->processing[i] + m->processing[to]);
      offer (m, i, to, BACKWARD, back + first);
      /* The jobs between cost at least what they do now and the shift of those that are late. */
      least = m->cost[to - 1] - m->cost[i] + shift * (m->late[to - 1] - m->late[i]);
      if (m->prefix[i - 1] + first + last + MAX (least, 0) < m->prefix[to])
        offer (m, i, to, SWAP, first + between (m, i, to, shift) + last);
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
descend (Machine *m)
{
  gint64 cost = G_MAXINT64;

  for (;;)
    {
      load (m);
      for (guint to = 1; to <= m->n; to++)
        extend (m, to);
      if (m->prefix[m->n] >= cost)
        return cost;
      cost = m->prefix[m->n];
      for (guint to = m->n; to >= 1; to = m->from[to] - 1)
        apply_block (m, m->from[to], to, m->kind[to]);
    }
}

/* Over the whole sequence: kicks that reach a third of it leave some instances (wt100-63 of the OR-Library) a hundredth
 * above their optimum, however many there are. */
static void
kick (Machine *m)
{
  gint32 n = (gint32)m->n;

  for (gint32 k = 0, times = 4 + rang_random_below (&m->random, 4); k < times; k++)
    {
      gint32 one = 1 + rang_random_below (&m->random, n), other = 1 + rang_random_below (&m->random, n);
      MoveKind kind = (MoveKind)(SWAP + rang_random_below (&m->random, 3));

      if (one != other)
        apply_block (m, (guint)MIN (one, other), (guint)MAX (one, other), kind);
    }
}

static Machine *
machine_new (guint n, const gint32 *processing, const gint32 *weight, const gint32 *due, guint64 seed, guint64 stream)
{
  Machine *m = g_new0 (Machine, 1);

  m->n = n;
  m->job = g_new0 (gint32, n + 1);
  m->processing = g_new0 (gint32, n + 1);
  m->weight = g_new0 (gint32, n + 1);
  m->due = g_new0 (gint32, n + 1);
  m->end = g_new0 (gint32, n + 1);
  m->cost = g_new0 (gint64, n + 1);
  m->late = g_new0 (gint64, n + 1);
  m->forward = g_new0 (gint64, n + 1);
  m->kept = g_new0 (gint32, n + 1);
  m->best = g_new0 (gint32, n + 1);
  m->prefix = g_new0 (gint64, n + 1);
  m->from = g_new0 (guint, n + 1);
  m->kind = g_new0 (MoveKind, n + 1);
  m->all_processing = processing;
  m->all_weight = weight;
  m->all_due = due;
  rang_random_seed (&m->random, seed, stream);
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
  g_free (m->cost);
  g_free (m->late);
  g_free (m->forward);
  g_free (m->kept);
  g_free (m->best);
  g_free (m->prefix);
  g_free (m->from);
  g_free (m->kind);
  g_free (m);
}

static void
take (gint32 *to, const gint32 *from, guint n)
{
  memcpy (to, from, (n + 1) * sizeof *to);
}

/* One kick and descent; goes on from what is no worse, and now and then from the best. */
static void
climb (Machine *m)
{
  gint64 found;

  kick (m);
  found = descend (m);
  m->since++;
  if (found < m->best_cost)
    {
      m->best_cost = found;
      take (m->best, m->job, m->n);
      m->since = 0;
    }
  if (found <= m->kept_cost)
    m->kept_cost = found;
  else if (m->since % PATIENCE == 0)
    {
      take (m->job, m->best, m->n);
      m->kept_cost = m->best_cost;
    }
  else
    take (m->job, m->kept, m->n);
  take (m->kept, m->job, m->n);
}

typedef struct
{
  Machine *machine;
  guint64 steps;
  gint64 until;
  GCancellable *cancellable;
} Climb;

static gpointer
run_climb (gpointer data)
{
  Climb *self = data;
  Machine *m = self->machine;

  m->best_cost = m->kept_cost = descend (m);
  take (m->best, m->job, m->n);
  take (m->kept, m->job, m->n);
  for (guint64 k = 0; m->best_cost > 0 && !g_cancellable_is_cancelled (self->cancellable); k++)
    {
      if (self->until > 0 ? g_get_monotonic_time () >= self->until : k >= self->steps)
        break;
      climb (m);
    }
  return NULL;
}

guint *
rang_tardiness_solve (guint n,
                      const gint32 *processing,
                      const gint32 *weight,
                      const gint32 *due,
                      const RangTardinessOptions *options,
                      GCancellable *cancellable,
                      gint64 *cost)
{
  Climb climbs[N_CHAINS];
  GThread *other = NULL;
  guint *sequence = g_new0 (guint, n + 1), best = 0;
  guint64 steps = options->steps > 0 ? options->steps : DEFAULT_STEPS;

  for (guint i = 0; i < N_CHAINS; i++)
    climbs[i] = (Climb){ .machine = machine_new (n, processing, weight, due, options->seed, i),
                         .steps = (steps + i) / N_CHAINS,
                         .until = options->microseconds > 0 ? g_get_monotonic_time () + options->microseconds : 0,
                         .cancellable = cancellable };
  if (options->threads != 1)
    other = g_thread_new ("planner", run_climb, &climbs[1]);
  run_climb (&climbs[0]);
  if (other != NULL)
    g_thread_join (other);
  else if (climbs[0].machine->best_cost > 0)
    run_climb (&climbs[1]);
  else
    climbs[1].machine->best_cost = G_MAXINT64;
  best = climbs[1].machine->best_cost < climbs[0].machine->best_cost ? 1 : 0;
  *cost = climbs[best].machine->best_cost;
  for (guint i = 0; i < n; i++)
    sequence[i] = (guint)climbs[best].machine->best[i + 1];
  for (guint i = 0; i < N_CHAINS; i++)
    machine_free (climbs[i].machine);
  return sequence;
}
