/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-table.h"

G_BEGIN_DECLS

/**
 * RangTourMap:
 * @table: the problem; nodes are numbered as there
 * @site: of a node: rows and columns of @to; a job is its own site, equal starts and ends share one. Of many jobs a
 *   node is its own site
 * @to: (nullable): seconds, n_sites × n_sites: row a, column b is from a to b; %NULL for many jobs
 * @from: (nullable): the same turned; equals @to if there and back take as long
 * @near: n_jobs × n_near other jobs that may well stand beside one, the best first: little travel, little waiting
 *   between them, no lateness (granular neighbourhood of T. Vidal et al., "A hybrid genetic algorithm with adaptive
 *   diversity management for a large class of vehicle routing problems with time-windows", Computers & OR 40, 2013)
 * @choosy: not every resource may take every job
 * @group: of a resource: resources of one group are equal
 * @in_group: of a resource: the next one of its group, n_resources behind the last
 * @first_in_group: of a group
 *
 * What the search for tours reads of a problem. Immutable, shared by all threads. Inside the planner only.
 */
typedef struct
{
  const RangTable *table;
  gint32 n_sites;
  gint32 *site;
  gint32 *to;
  gint32 *from;
  gint32 *near;
  gint32 n_near;
  gboolean choosy;
  gint32 *group;
  gint32 *in_group;
  gint32 *first_in_group;
  gint32 n_groups;
} RangTourMap;

/**
 * rang_tour_map_new:
 * @cancellable: (nullable): when cancelled the map is not to be searched on
 *
 * Returns: (transfer full): the map. O(n² log n); O(n log n) for many jobs
 */
RangTourMap *
rang_tour_map_new (const RangTable *table, GCancellable *cancellable);
void
rang_tour_map_free (RangTourMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTourMap, rang_tour_map_free)

/** Returns: seconds from site @a to site @b */
static inline gint32
rang_tour_map_way (const RangTourMap *self, gint32 a, gint32 b)
{
  return self->to != NULL ? self->to[(gsize)a * (gsize)self->n_sites + (gsize)b]
                          : rang_table_compute_seconds (self->table, a, b);
}

/** Returns: seconds from node @a to node @b */
static inline gint32
rang_tour_map_seconds (const RangTourMap *self, gint32 a, gint32 b)
{
  return rang_tour_map_way (self, self->site[a], self->site[b]);
}

/** Returns: the ways to and from a job, from and to sites */
static inline RangTableWays
rang_tour_map_ways (const RangTourMap *self, gint32 job)
{
  gsize row = (gsize)job * (gsize)self->n_sites;

  return (RangTableWays){ .table = self->table,
                          .to = self->to != NULL ? self->to + row : NULL,
                          .from = self->to != NULL ? self->from + row : NULL,
                          .job = job };
}

G_END_DECLS
