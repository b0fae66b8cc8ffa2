/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-random.h"
#include "planner/rang-routes.h"
#include "planner/rang-search-news.h"
#include "planner/rang-tour-map.h"

G_BEGIN_DECLS

#define RANG_TOUR_SPANS 16
#define RANG_TOUR_FIXED_ORDERS 7
#define RANG_TOUR_NOISY_ORDERS 24
#define RANG_TOUR_MUST (G_GINT64_CONSTANT (1) << 44)

/**
 * RangTourNode:
 * @next: the node behind
 * @previous: the node before
 * @route: its resource, or -1 if it is on no route
 * @leave: the earliest end of service
 * @late: the latest start of service that harms nothing behind
 * @hop: seconds to the next node
 * @site: see #RangTourMap
 * @deadline: the latest start that is allowed
 *
 * Half a cache line, since the search looks at nodes here and there.
 */
typedef struct
{
  gint32 next;
  gint32 previous;
  gint32 route;
  gint32 leave;
  gint32 late;
  gint32 hop;
  gint32 site;
  gint32 deadline;
} RangTourNode;

/**
 * RangTourRoute:
 * @free_grams: what it can still carry
 * @free_parcels: what it can still carry
 * @n: jobs
 * @touched: the step that changed it last
 * @slack: of a span of the day: the longest service that may fit there
 */
typedef struct
{
  gint64 free_grams;
  gint64 free_parcels;
  gint32 n;
  guint32 touched;
  gint32 slack[RANG_TOUR_SPANS];
} RangTourRoute;

typedef struct
{
  gint32 node;
  RangTourNode was;
} RangTourUndo;

typedef struct
{
  gint32 route;
  RangTourRoute was;
} RangTourRouteUndo;

typedef struct
{
  double key;
  gint32 job;
} RangTourKey;

/**
 * RangTourGoal:
 * @absent: weight of the jobs left out
 * @travel: seconds
 */
typedef struct
{
  gint64 absent;
  gint64 travel;
} RangTourGoal;

/**
 * RangTour:
 *
 * One chain of slack induction by string removals (J. Christiaens, G. Vanden Berghe, Transportation Science 54, 2020)
 * on plain problems: one window a job, no breaks, no goods that hold a van back. It minimises the weight of the jobs
 * left out, then travel. A step touches a few routes only, whatever the size of the problem: positions are looked for
 * beside near jobs, a rejected step is undone from a log. Nothing is allocated after rang_tour_begin(). Inside the
 * planner only.
 */
typedef struct
{
  const RangTourMap *map;
  RangTourNode *node;
  RangTourRoute *route;
  RangTourGoal goal;
  RangTourNode *best_node;
  RangTourGoal best;
  gint64 *weight; /* of a job: 0 is not looked at */
  gint32 *looked_at;
  gint32 n_looked_at;
  gint32 n_routed;
  gint32 n_used;
  gint32 *orders;
  guint8 filled[RANG_TOUR_NOISY_ORDERS];
  RangTourKey *keys; /* scratch of sorting */
  gint32 *rank;      /* of a job in each fixed order */
  guint8 *mine;      /* of a resource: routes that this chain may use */
  guint8 *first_span;
  guint8 *last_span;
  RangTourUndo *undo;
  gint32 n_undo;
  RangTourRouteUndo *route_undo;
  gint32 n_route_undo;
  gint32 *removed_list;
  gint32 n_removed;
  guint8 *removed;
  gint32 *entered;
  gint32 n_entered;
  gint32 *ruined_list;
  gint32 n_ruined;
  gint32 *first_empty; /* of a group: no route before it is empty */
  guint32 step;
  gint32 blink;
  gint32 string_length;
  gint32 mean_removed;
  gint32 dawn;
  guint span;
  gboolean musts;
  gboolean prizes;
  gboolean broken;
  guint64 count;
  GCancellable *cancellable;
  RangRandom random;
} RangTour;

RangTour *
rang_tour_new (const RangTourMap *map, guint64 seed, guint64 stream);
void
rang_tour_free (RangTour *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTour, rang_tour_free)

/** Returns: %TRUE if the search for tours knows all that the problem asks */
gboolean
rang_tour_suits (const RangTable *table);

/**
 * rang_tour_begin:
 * @start: routes to begin from
 * @weight: (array): of each job, in seconds of travel; 0 for those not to be looked at, which are taken off
 * @deadline: (array): of each job
 *
 * Sets the question.
 */
void
rang_tour_begin (RangTour *self, const RangRoutes *start, const gint64 *weight, const gint32 *deadline);

/** Puts in what fits anywhere, overlooking nothing. */
void
rang_tour_complete (RangTour *self);

/** Ruins and recreates once at the temperature given (in seconds of travel). */
void
rang_tour_step (RangTour *self, double temperature);

/** Goes on from the best of another chain with the same question. */
void
rang_tour_adopt (RangTour *self, const RangTour *from);

/** Writes its routes, the best or those worked on, into routes that hold none of its jobs. */
void
rang_tour_save (const RangTour *self, RangRoutes *routes, gboolean best);

/** Returns: %TRUE if the best of @self is better than that of @other */
gboolean
rang_tour_is_better (const RangTour *self, const RangTour *other);

/**
 * RangTourLimit:
 * @steps: ruins of all chains together
 * @microseconds: if not 0, so long at most, and @steps is not looked at: the outcome depends on the machine
 * @threads: at most
 * @hot: first temperature, in seconds of travel
 * @cold: last temperature
 * @stop_when_all_in: end as soon as nothing is left out
 * @report: (nullable): told of the best whenever chains meet
 */
typedef struct
{
  guint64 steps;
  gint64 microseconds;
  guint threads;
  double hot;
  double cold;
  gboolean stop_when_all_in;
  RangSearchReport report;
  gpointer report_data;
} RangTourLimit;

/**
 * RangTourQuestion:
 * @map: the problem
 * @weight: of each job, in seconds of travel: 0 is not looked at
 * @deadline: of each job
 * @seed: with @RangTourLimit.steps the answer depends on it alone, whatever the number of threads
 *
 * What a team is asked.
 */
typedef struct
{
  const RangTourMap *map;
  const gint64 *weight;
  const gint32 *deadline;
  guint64 seed;
} RangTourQuestion;

/**
 * rang_tour_search:
 * @routes: (inout): where to begin; takes the best found
 * @cancellable: (nullable): when cancelled the best so far is in @routes
 * @steps: (out) (optional): how many steps were taken
 *
 * Cools chains down side by side. With few jobs each chain works on all of them and those that lag behind adopt the
 * best; with many each works on half of the routes, those on one side of town, and the halves are drawn anew all the
 * time.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
rang_tour_search (const RangTourQuestion *question,
                  const RangTourLimit *limit,
                  RangRoutes *routes,
                  GCancellable *cancellable,
                  guint64 *steps);

/* The halves of a step, and what they share. */
void
rang_tour_ruin (RangTour *self);
void
rang_tour_recreate (RangTour *self, gboolean everywhere);
void
rang_tour_touch (RangTour *self, gint32 route);
void
rang_tour_update (RangTour *self, gint32 route);
void
rang_tour_link (RangTour *self, gint32 job, gint32 after);
void
rang_tour_unlink (RangTour *self, gint32 job);
void
rang_tour_measure (RangTour *self, gint32 route);
void
rang_tour_fill_order (RangTour *self, gint32 order);

static inline gint32
rang_tour_start (const RangTour *self, gint32 route)
{
  return self->map->table->n_jobs + 2 * route;
}

static inline gint32
rang_tour_end (const RangTour *self, gint32 route)
{
  return self->map->table->n_jobs + 2 * route + 1;
}

static inline gint32
rang_tour_seconds (const RangTour *self, const RangTourNode *a, const RangTourNode *b)
{
  return rang_tour_map_way (self->map, a->site, b->site);
}

static inline gint32
rang_tour_span_of (const RangTour *self, gint32 second)
{
  return CLAMP ((second - self->dawn) >> self->span, 0, RANG_TOUR_SPANS - 1);
}

G_END_DECLS
