/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-problem.h"

G_BEGIN_DECLS

/* With more jobs no table of all pairs is made, and a search for tours begins beside near jobs. */
#define RANG_TABLE_SMALL 1500
/* With more jobs a walk down a ranking looks beside near jobs first. */
#define RANG_TABLE_FEW 500
/* Spans of the day that slack is measured in. */
#define RANG_TABLE_SPANS 16

/**
 * RangTable:
 *
 * What the search reads of a problem, laid out for speed. Nodes are numbered: the jobs from 0, then for each resource
 * its start (n_jobs + 2r) and its end (n_jobs + 2r + 1). Immutable, shared by all searches of a planner. Inside the
 * planner only.
 *
 * A table is @plain when time needs one number a node: one speed, no breaks, no door that shuts at noon, no place kept.
 * Whoever does arithmetic of time by himself may do so on a plain table only; rang_routes_fits(), rang_routes_search()
 * and rang_routes_update() are right on every table. @to_node from a job to another door holds the share of its own
 * door as well.
 */
typedef struct
{
  RangProblem *problem;
  gint32 n_jobs;
  gint32 n_resources;
  gint32 n_nodes;
  gboolean small;
  gboolean few;
  gint32 *to_node;   /* if small: seconds, n_nodes × n_nodes: row a, column b is from a to b */
  gint32 *from_node; /* the same turned: row a, column b is from b to a */
  gint32 *detour;    /* of a job: the way to it and the way on take no less, wherever it stands */
  gint32 *service;
  gint32 *from;
  gint32 *to;
  gint32 *closing;
  gint32 *ready;
  gint64 *grams;
  gint64 *parcels;
  gint32 *points;
  gint32 *shift_from; /* of a resource */
  gint32 *shift_to;
  gint64 *capacity_grams;
  gint64 *capacity_parcels;
  gint32 *twin;    /* of a resource: the one before it that equals it, or -1 */
  guint8 *allowed; /* n_resources × n_jobs */
  guint8 *open;    /* of a job: may it be put on any resource? Not if its goods are not ready, or it is driven */
  gboolean plain;
  const RangTravel *travel;
  gint32 *location;   /* of a node */
  gint32 *visit;      /* of a node: the share of its door */
  gint32 *place;      /* of a job: the last place on its route that it may have, from 1; 0 any */
  gint32 *first_shut; /* of a job in shut, and one more */
  RangSpan *shut;
  gint32 *n_breaks; /* of a resource */
  const RangBreak **breaks;
  gint32 n_states; /* 1 and the most breaks of a resource */
  gint32 dawn;     /* the earliest shift begins */
  guint span;      /* a sixteenth of the time to the end of the latest one is at most 2^span seconds */
  gint32 *near;    /* n_jobs × n_near jobs, each row by distance, itself first */
  gint32 n_near;
} RangTable;

RangTable *
rang_table_new (RangProblem *problem);
void
rang_table_free (RangTable *self);

/** Brings the least @least of @n different numbers to the front, sorted. O(n + least log least) on the mean */
void
rang_table_sort_least (gint64 *numbers, gint32 n, gint32 least);

/** Returns: seconds from node @a to node @b, computed */
gint32
rang_table_compute_seconds (const RangTable *t, gint32 a, gint32 b);

static inline gint32
rang_table_seconds (const RangTable *t, gint32 a, gint32 b)
{
  return t->to_node != NULL ? t->to_node[(gsize)a * (gsize)t->n_nodes + (gsize)b]
                            : rang_table_compute_seconds (t, a, b);
}

/** Returns: the span of the day that a second lies in */
static inline gint32
rang_table_span_of (const RangTable *t, gint32 second)
{
  return CLAMP ((second - t->dawn) >> t->span, 0, RANG_TABLE_SPANS - 1);
}

/**
 * RangTableWays:
 *
 * The ways to and from one job.
 */
typedef struct
{
  const RangTable *table;
  const gint32 *to;
  const gint32 *from;
  gint32 job;
} RangTableWays;

static inline RangTableWays
rang_table_ways (const RangTable *t, gint32 job)
{
  gsize row = (gsize)job * (gsize)t->n_nodes;

  return (RangTableWays){ .table = t,
                          .to = t->to_node != NULL ? t->to_node + row : NULL,
                          .from = t->to_node != NULL ? t->from_node + row : NULL,
                          .job = job };
}

static inline gint32
rang_table_way_to (const RangTableWays *ways, gint32 node)
{
  return ways->to != NULL ? ways->to[node] : rang_table_compute_seconds (ways->table, ways->job, node);
}

static inline gint32
rang_table_way_from (const RangTableWays *ways, gint32 node)
{
  return ways->to != NULL ? ways->from[node] : rang_table_compute_seconds (ways->table, node, ways->job);
}

G_END_DECLS
