/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the effect study: the same days lived through with an unranked, pushed list and with the ranked board. */
#include "insight/rang-simulation.h"

#include <stdlib.h>

#define LATEST_TOP 10

RangSimulationDay *
rang_simulation_day_new (RangDay day, RangTravel *travel)
{
  RangSimulationDay *fresh = g_new0 (RangSimulationDay, 1);

  fresh->day = day;
  fresh->travel = travel;
  fresh->orders = g_array_new (FALSE, FALSE, sizeof (RangSimulationOrder));
  fresh->vans = g_array_new (FALSE, FALSE, sizeof (RangSimulationVan));
  return fresh;
}

void
rang_simulation_day_free (RangSimulationDay *day)
{
  if (day == NULL)
    return;
  g_array_unref (day->orders);
  g_array_unref (day->vans);
  rang_travel_unref (day->travel);
  g_free (day);
}

void
rang_simulation_free (RangSimulation *simulation)
{
  g_free (simulation);
}

/* --- chance --- */

typedef enum
{
  CHANCE_DESK,
  CHANCE_PUSH,
  CHANCE_PLACE,
  CHANCE_DRIVE,
  CHANCE_STOP
} Chance;

typedef struct
{
  const RangSimulationParameters *parameters;
  const RangSimulationDay *day;
  guint run;
} Life;

/* A number below @n that depends on what it is for alone, so that both ways meet the same chance (splitmix64). */
static guint
chance (const Life *life, Chance what, gint64 key, guint n)
{
  guint64 z = life->parameters->seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z += (guint64)life->run * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) + (guint64)(gint64)life->day->day * 1000003u;
  z += (guint64)key * G_GUINT64_CONSTANT (0x94d049bb133111eb) + (guint64)what * 7919u;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return (guint)(((z >> 32) * n) >> 32);
}

/* @seconds, more or less by up to the spread; two draws together make the middle likelier. */
static gint32
disturbed (const Life *life, Chance what, gint64 key, gint32 seconds)
{
  int spread = life->parameters->spread;
  int percent = (int)chance (life, what, key, (guint)spread + 1) + (int)chance (life, what, ~key, (guint)spread + 1);

  return (gint32)((gint64)seconds * (100 - spread + percent) / 100);
}

static const RangSimulationOrder *
order_at (const RangSimulationDay *day, guint index)
{
  return &g_array_index (day->orders, RangSimulationOrder, index);
}

/* --- driving --- */

/* Drives a van's sequence and notes when service starts; what the shift does not reach stays %RANG_TIME_NONE. */
static void
drive (const Life *life, const RangSimulationVan *van, const guint *sequence, guint n, RangTime *starts)
{
  RangTime now = van->shift.from;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      const RangSimulationOrder *order = order_at (life->day, sequence[i]);
      gint32 leg = rang_travel_get_seconds (life->day->travel, at, order->location);
      RangTime start = MAX (now + disturbed (life, CHANCE_DRIVE, order->number, leg), order->promised.from);

      if (start > van->shift.to)
        continue;
      starts[sequence[i]] = start;
      now = start + disturbed (life, CHANCE_STOP, order->number, order->service);
      at = order->location;
    }
}

/* --- the old way --- */

typedef struct
{
  guint index;
  guint key;
} Laid;

static int
compare_laid (gconstpointer a, gconstpointer b)
{
  const Laid *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return (one->index > other->index) - (one->index < other->index);
}

static guint *
lay_on_the_desk (const Life *life)
{
  guint n = life->day->orders->len;
  g_autofree Laid *laid = g_new (Laid, n);
  guint *list = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const RangSimulationOrder *order = order_at (life->day, i);

      laid[i] = (Laid){ i, (guint)MIN (order->parcels, 1000) * 5 + chance (life, CHANCE_DESK, order->number, 51) };
    }
  qsort (laid, n, sizeof *laid, compare_laid);
  for (guint i = 0; i < n; i++)
    list[i] = laid[i].index;
  for (int push = 0; push < life->parameters->pushes && n > LATEST_TOP; push++)
    {
      guint from = LATEST_TOP + chance (life, CHANCE_PUSH, push, n - LATEST_TOP);
      guint to = chance (life, CHANCE_PLACE, push, LATEST_TOP), moved = list[from];

      for (guint i = from; i > to; i--)
        list[i] = list[i - 1];
      list[to] = moved;
    }
  return list;
}

static gint32
mean_leg (const RangSimulationDay *day)
{
  gint64 sum = 0;
  guint n = 0;

  for (guint i = 1; i < day->orders->len; i++, n++)
    sum += rang_travel_get_seconds (day->travel, order_at (day, i - 1)->location, order_at (day, i)->location);
  return n > 0 ? (gint32)(sum / n / 2) : 0;
}

/* Brings what a van has loaded into the sequence of a driver who goes next where he can unload soonest, and of several
 * such to the nearest. */
static void
order_by_soonest (const RangSimulationDay *day, const RangSimulationVan *van, guint *loaded, guint n)
{
  RangTime now = van->shift.from;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      guint best = i, swap;
      gint64 soonest = G_MAXINT64;

      for (guint k = i; k < n; k++)
        {
          const RangSimulationOrder *order = order_at (day, loaded[k]);
          gint32 leg = rang_travel_get_seconds (day->travel, at, order->location);
          gint64 start = (gint64)MAX (now + leg, order->promised.from) * 100000 + leg;

          if (start < soonest)
            {
              soonest = start;
              best = k;
            }
        }
      swap = loaded[i];
      loaded[i] = loaded[best];
      loaded[best] = swap;
      now = (RangTime)(soonest / 100000) + order_at (day, loaded[i])->service;
      at = order_at (day, loaded[i])->location;
    }
}

static void
live_old (const Life *life, RangTime *starts)
{
  const RangSimulationDay *day = life->day;
  g_autofree guint *list = lay_on_the_desk (life), *loaded = g_new (guint, day->orders->len + 1);
  gint32 leg = mean_leg (day);
  guint next = 0;

  for (guint v = 0; v < day->vans->len; v++)
    {
      const RangSimulationVan *van = &g_array_index (day->vans, RangSimulationVan, v);
      gint64 grams = 0, parcels = 0, hours = 0;
      guint n = 0;

      for (; next < day->orders->len; next++)
        {
          const RangSimulationOrder *order = order_at (day, list[next]);

          if (grams + order->grams > van->grams || parcels + order->parcels > van->parcels
              || hours + leg + order->service > van->shift.to - van->shift.from)
            break;
          grams += order->grams;
          parcels += order->parcels;
          hours += leg + order->service;
          loaded[n++] = list[next];
        }
      order_by_soonest (day, van, loaded, n);
      drive (life, van, loaded, n, starts);
    }
}

/* --- the ranked way --- */

static void
live_ranked (const Life *life, RangTime *starts)
{
  const RangSimulationDay *day = life->day;
  g_autofree guint *sequence = g_new (guint, day->orders->len + 1);

  for (guint v = 0; v < day->vans->len; v++)
    {
      guint n = 0;

      for (guint i = 0; i < day->orders->len; i++)
        {
          guint at = n;

          if (order_at (day, i)->resource != (int)v)
            continue;
          for (; at > 0 && order_at (day, sequence[at - 1])->place > order_at (day, i)->place; at--)
            sequence[at] = sequence[at - 1];
          sequence[at] = i;
          n++;
        }
      drive (life, &g_array_index (day->vans, RangSimulationVan, v), sequence, n, starts);
    }
}

/* --- counting --- */

typedef struct
{
  gint64 value;
  gint64 number;
  guint8 *fifth;
} Valued;

static int
largest_first (gconstpointer a, gconstpointer b)
{
  const Valued *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

/* The fifth of each order of each day, by its client's value, largest first. */
static GPtrArray *
find_fifths (const GPtrArray *days)
{
  GPtrArray *fifths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Valued));

  for (guint d = 0; d < days->len; d++)
    {
      const RangSimulationDay *day = g_ptr_array_index (days, d);
      guint8 *of_day = g_new0 (guint8, day->orders->len + 1);

      g_ptr_array_add (fifths, of_day);
      for (guint i = 0; i < day->orders->len; i++)
        {
          Valued one = { order_at (day, i)->annual_value, order_at (day, i)->number, &of_day[i] };

          g_array_append_val (all, one);
        }
    }
  g_array_sort (all, largest_first);
  for (guint i = 0; i < all->len; i++)
    *g_array_index (all, Valued, i).fifth = (guint8)((gsize)i * RANG_INSIGHT_FIFTHS / all->len);
  return fifths;
}

typedef struct
{
  RangSimulationWay *way;
  GHashTable *broken; /* clients of this run */
  guint promises;
  guint kept;
} Count;

static void
count_order (Count *count, const RangSimulationOrder *order, guint fifth, RangTime start)
{
  RangSimulationWay *way = count->way;
  gboolean kept = start != RANG_TIME_NONE && start <= order->promised.to;

  count->promises++;
  count->kept += kept ? 1 : 0;
  way->late += start != RANG_TIME_NONE && !kept;
  way->left_out += start == RANG_TIME_NONE;
  way->fifths[fifth].judged++;
  way->fifths[fifth].kept += kept ? 1 : 0;
  way->importance[order->importance].judged++;
  way->importance[order->importance].kept += kept ? 1 : 0;
  if (!kept && g_hash_table_add (count->broken, (gpointer)&order->client))
    way->broken_value += order->annual_value;
}

typedef void (*LiveFunc) (const Life *life, RangTime *starts);

static void
live_run (
    const GPtrArray *days, const GPtrArray *fifths, Life *life, LiveFunc live, RangSimulationWay *way, gboolean first)
{
  g_autoptr (GHashTable) broken = g_hash_table_new (g_int64_hash, g_int64_equal);
  Count count = { .way = way, .broken = broken };
  int percent;

  for (guint d = 0; d < days->len; d++)
    {
      const RangSimulationDay *day = g_ptr_array_index (days, d);
      const guint8 *of_day = g_ptr_array_index (fifths, d);
      g_autofree RangTime *starts = g_new (RangTime, day->orders->len + 1);

      for (guint i = 0; i < day->orders->len; i++)
        starts[i] = RANG_TIME_NONE;
      life->day = day;
      live (life, starts);
      for (guint i = 0; i < day->orders->len; i++)
        count_order (&count, order_at (day, i), of_day[i], starts[i]);
    }
  way->promises += count.promises;
  way->kept += count.kept;
  percent = rang_insight_percent (count.kept, count.promises);
  way->least = first ? percent : MIN (way->least, percent);
  way->most = first ? percent : MAX (way->most, percent);
}

RangSimulation *
rang_simulation_new (const GPtrArray *days, const RangSimulationParameters *parameters)
{
  RangSimulation *simulation = g_new0 (RangSimulation, 1);
  g_autoptr (GPtrArray) fifths = find_fifths (days);

  simulation->parameters = *parameters;
  simulation->days = days->len;
  for (guint d = 0; d < days->len; d++)
    simulation->orders += ((const RangSimulationDay *)g_ptr_array_index (days, d))->orders->len;
  for (guint run = 0; run < (guint)MAX (parameters->runs, 1); run++)
    {
      Life life = { .parameters = parameters, .run = run };

      live_run (days, fifths, &life, live_old, &simulation->old, run == 0);
      live_run (days, fifths, &life, live_ranked, &simulation->ranked, run == 0);
    }
  simulation->old.broken_value /= MAX (parameters->runs, 1);
  simulation->ranked.broken_value /= MAX (parameters->runs, 1);
  return simulation;
}
