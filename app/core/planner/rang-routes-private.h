/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-problem.h"

G_BEGIN_DECLS

/**
 * RangTable:
 *
 * What the search reads of a problem, laid out for speed. Nodes are numbered: the jobs from 0, then for each resource
 * its start (n_jobs + 2r) and its end (n_jobs + 2r + 1). Immutable, shared by all searches of a planner.
 */
typedef struct
{
  RangProblem *problem;
  gint32 n_jobs;
  gint32 n_resources;
  gint32 n_nodes;
  gint32 n_places;
  gint32 *place;   /* of a node; one place more than there are locations, for none */
  gint32 *seconds; /* n_places × n_places */
  gint32 *service;
  gint32 *from;
  gint32 *to;
  gint32 *closing;
  gint32 *ready;
  gint64 *grams;
  gint64 *parcels;
  gint32 *points;
  guint8 *allowed; /* n_resources × n_jobs */
} RangTable;

RangTable *
rang_table_new (RangProblem *problem);
void
rang_table_free (RangTable *self);

static inline gint32
rang_table_seconds (const RangTable *t, gint32 a, gint32 b)
{
  return t->seconds[t->place[a] * t->n_places + t->place[b]];
}

/**
 * RangRoutes:
 *
 * Routes under work: a doubly linked sequence a resource, with the earliest start of service of each node going forward
 * and the latest one that harms nothing behind it (forward time slack, Savelsbergh 1992), so that an insertion is
 * judged in O(1). @deadline is the latest start that the granted state of a job allows.
 */
typedef struct
{
  const RangTable *table;
  gint32 *next;
  gint32 *previous;
  gint32 *resource; /* of a job, -1 if on no route */
  gint32 *deadline;
  gint32 *early;
  gint32 *late;
  gint64 *grams; /* of a resource */
  gint64 *parcels;
  gint32 *departure;
} RangRoutes;

RangRoutes *
rang_routes_new (const RangTable *table);
void
rang_routes_free (RangRoutes *self);
void
rang_routes_copy (RangRoutes *self, const RangRoutes *from);
void
rang_routes_clear (RangRoutes *self);

/** Recomputes the times and loads of one route. Returns: %TRUE if all deadlines and the shift hold */
gboolean
rang_routes_update (RangRoutes *self, gint32 resource);

static inline gint32
rang_routes_start (const RangRoutes *self, gint32 resource)
{
  return self->table->n_jobs + 2 * resource;
}

static inline gint32
rang_routes_end (const RangRoutes *self, gint32 resource)
{
  return self->table->n_jobs + 2 * resource + 1;
}

/** Links @job behind @after without updating the times. */
void
rang_routes_link (RangRoutes *self, gint32 job, gint32 after, gint32 resource);
void
rang_routes_unlink (RangRoutes *self, gint32 job);

/** Puts @job behind @after and updates the route. */
void
rang_routes_insert (RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);
void
rang_routes_remove (RangRoutes *self, gint32 job);

/** Returns: %TRUE if @job, started by @deadline, fits behind @after on @resource (load and skills not asked) */
gboolean
rang_routes_fits (const RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);

/** Returns: %TRUE if the load of @job fits on @resource and it may take it */
gboolean
rang_routes_carries (const RangRoutes *self, gint32 job, gint32 resource);

/**
 * rang_routes_find:
 * @after: (out): node to insert behind
 *
 * Looks for the place with the least more travel where @job fits.
 *
 * Returns: the resource, or -1 if it fits nowhere
 */
gint32
rang_routes_find (const RangRoutes *self, gint32 job, gint32 deadline, gint32 *after);

G_END_DECLS
