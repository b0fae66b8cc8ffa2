/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-random.h"
#include "planner/rang-routes.h"
#include "planner/rang-search-news.h"

G_BEGIN_DECLS

/* Spans of the day that slack is measured in, and orders in which jobs are put in. */
#define RANG_SEARCH_SPANS 16
#define RANG_SEARCH_FIXED_ORDERS 7
#define RANG_SEARCH_NOISY_ORDERS 24

/* With so few resources or fewer the search needs more variety. */
#define RANG_SEARCH_FEW 2

/* Leaving out a job of this weight or more costs more than all lighter ones together: it is put in first. */
#define RANG_SEARCH_MUST (G_GINT64_CONSTANT (1) << 44)

/**
 * RangSearch:
 *
 * One chain of slack induction by string removals (J. Christiaens, G. Vanden Berghe, "Slack Induction by String
 * Removals for Vehicle Routing Problems", Transportation Science 54, 2020), with jobs that may be left out at a price:
 * it minimises the weight of the jobs left out, then travel. Because jobs left out did not fit where nothing was taken
 * away, they are tried on the ruined routes alone. Inside the planner only.
 */
typedef struct
{
  const RangTable *table;
  RangRoutes *work;
  RangRoutes *kept;
  RangRoutes *best;
  gint64 *weight;   /* of a job, in seconds of travel: 0 is not looked at */
  gint32 *deadline; /* of a job */
  gint64 absent;    /* weight of those left out of work */
  gint64 kept_absent;
  gint64 best_absent;
  gint32 *looked_at;
  gint32 n_looked_at;
  gint32 *orders;
  gint32 *ruined_list;
  gint32 n_ruined;
  guint8 *first_span; /* of a job: where its window lies */
  guint8 *last_span;
  guint8 *ruined; /* of a resource */
  gint32 *slack;  /* of a resource and a span of the day: the longest service that may fit there */
  gint32 *kept_slack;
  gint32 dawn;     /* where the first span begins */
  guint span;      /* a span is 2^span seconds */
  guint8 *removed; /* of a job */
  gint32 *removed_list;
  gint32 n_removed;
  gint32 blink;
  gint32 string_length; /* at most */
  gint32 mean_removed;
  gboolean musts;
  gboolean broken; /* without triangle inequality a ruin may be infeasible */
  gboolean prizes;
  guint64 count;
  RangRandom random;
} RangSearch;

RangSearch *
rang_search_new (const RangTable *table, guint64 seed, guint64 stream);
void
rang_search_free (RangSearch *self);

/**
 * rang_search_begin:
 * @start: routes to begin from; jobs on them that are not looked at are taken off
 * @weight: (array): of each job, in seconds of travel; 0 for those not to be looked at
 * @deadline: (array): of each job
 *
 * Sets the question. What @start lacks is inserted where it fits.
 */
void
rang_search_begin (RangSearch *self, const RangRoutes *start, const gint64 *weight, const gint32 *deadline);

/** Goes on from other routes with the same question. */
void
rang_search_adopt (RangSearch *self, const RangSearch *from);

/** Puts into the best what still fits anywhere. */
void
rang_search_finish (RangSearch *self);

/** Ruins and recreates once at the temperature given (in seconds of travel). */
void
rang_search_step (RangSearch *self, double temperature);

/** The two halves of a step; @everywhere: also jobs that were out before are tried on all routes. */
void
rang_search_ruin (RangSearch *self);
void
rang_search_recreate (RangSearch *self, gboolean everywhere);

/** Measures the slack of all routes anew. */
void
rang_search_measure (RangSearch *self);

/** Returns: the span of the day that a second lies in */
gint32
rang_search_span_of (const RangSearch *self, gint32 second);

/** Returns: %TRUE if the best of @self is better than the best of @other */
gboolean
rang_search_is_better (const RangSearch *self, const RangSearch *other);

/**
 * RangSearchLimit:
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
} RangSearchLimit;

/**
 * rang_search_together:
 * @chains: (array length=n_chains): all begun with the same question
 *
 * Cools all chains down side by side; from time to time those that lag behind adopt the best. The outcome depends on
 * the number of chains, not on that of threads. Afterwards the first chain holds the best.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
rang_search_together (RangSearch **chains, guint n_chains, const RangSearchLimit *limit, GCancellable *cancellable);

G_END_DECLS
