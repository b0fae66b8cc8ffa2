/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-problem.h"

G_BEGIN_DECLS

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
  gint32 *to_node;   /* seconds, n_nodes × n_nodes: row a, column b is from a to b */
  gint32 *from_node; /* the same turned: row a, column b is from b to a */
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

static inline gint32
rang_table_seconds (const RangTable *t, gint32 a, gint32 b)
{
  return t->to_node[(gsize)a * (gsize)t->n_nodes + (gsize)b];
}

G_END_DECLS
