/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-plan.h"
#include "planner/rang-table.h"

G_BEGIN_DECLS

/**
 * RangRoutes:
 *
 * Routes under work: a doubly linked sequence a resource, with the earliest start of service of each node going forward
 * and the latest one that harms nothing behind it, so that an insertion is judged in O(1) (forward time slack:
 * M. W. P. Savelsbergh, "The vehicle routing problem with time windows: minimizing route duration", 1992). All arrays
 * lie in one block: a copy is one memcpy. Inside the planner only.
 */
typedef struct
{
  const RangTable *table;
  gint64 *grams; /* of a resource */
  gint64 *parcels;
  gint32 *departure; /* of a resource: when it leaves, shift and goods considered */
  gint32 *next;
  gint32 *previous;
  gint32 *resource; /* of a node, -1 if on no route */
  gint32 *deadline; /* the latest start that the granted state of a job allows */
  gint32 *early;    /* start of service */
  gint32 *leave;    /* early and service */
  gint32 *late;
  gint32 *hop;  /* seconds to the next node, at the fastest hour, the door's share of the visit included */
  gint32 *room; /* on a plain table, of a resource and a span of the day: the longest time between two neighbours there;
                   the first one of a resource is -1 where this is not measured */
  /* On a table that is not plain @early is the start in the plan, @leave the soonest and @late the latest of all ways
   * to take the breaks. The others are for such tables alone. */
  gint32 *leave_with; /* of a node and a number of breaks taken: n_nodes × n_states */
  gint32 *late_with;
  gint32 *order;      /* of a node: its place on the route */
  gint32 *open_after; /* of a resource: the last node in front of which nothing may be put */
  gint64 travel;
  gsize size;
} RangRoutes;

RangRoutes *
rang_routes_new (const RangTable *table);
void
rang_routes_free (RangRoutes *self);
void
rang_routes_copy (RangRoutes *self, const RangRoutes *from);

/**
 * rang_routes_copy_route:
 *
 * Copies one route. The other routes of both hold the same jobs, and what is on this route of @self and not of @from is
 * on no route of @from.
 */
void
rang_routes_copy_route (RangRoutes *self, const RangRoutes *from, gint32 resource);
void
rang_routes_clear (RangRoutes *self);

/** Recomputes times, loads and travel of one route. Returns: %TRUE if deadlines, shift and capacity hold */
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

static inline gboolean
rang_routes_is_empty (const RangRoutes *self, gint32 resource)
{
  return self->next[rang_routes_start (self, resource)] == rang_routes_end (self, resource);
}

/** Measures how much room routes have that changed since; searching needs it for speed alone. */
void
rang_routes_measure (RangRoutes *self);

/** Links @job behind @after without updating times and loads. */
void
rang_routes_link (RangRoutes *self, gint32 job, gint32 after, gint32 resource);
void
rang_routes_unlink (RangRoutes *self, gint32 job);

/** Puts @job behind @after and updates the route, whose times must be right. */
void
rang_routes_insert (RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);
void
rang_routes_remove (RangRoutes *self, gint32 job);

/** Returns: %TRUE if @job, started by @deadline, fits behind @after on @resource (load and skills not asked) */
gboolean
rang_routes_fits (const RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);

/** Returns: when @job would start behind @after; more than @deadline if it does not fit */
gint32
rang_routes_begin (const RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);

/** Returns: %TRUE if the load of @job fits on @resource and it may take it */
static inline gboolean
rang_routes_carries (const RangRoutes *self, gint32 job, gint32 r)
{
  const RangTable *t = self->table;

  return t->allowed[r * t->n_jobs + job] && t->grams[job] <= t->capacity_grams[r] - self->grams[r]
         && t->parcels[job] <= t->capacity_parcels[r] - self->parcels[r];
}

/**
 * RangPlace:
 * @resource: a route, or -1 for none
 * @after: the node to stand behind
 * @more: seconds of travel more
 *
 * A place found for a job.
 */
typedef struct
{
  gint32 resource;
  gint32 after;
  gint32 more;
} RangPlace;

#define RANG_PLACE_NONE ((RangPlace){ .resource = -1, .after = -1, .more = G_MAXINT32 })

/**
 * rang_routes_search:
 *
 * Looks for a place with less more travel than @place says, on one route, and improves @place.
 */
void
rang_routes_search (const RangRoutes *self, gint32 job, gint32 resource, gint32 deadline, RangPlace *place);

/**
 * Of many jobs the places beside those near @job are looked at, and all others only if it fits at none.
 *
 * Returns: the place with the least more travel on any route; its resource is -1 if @job fits nowhere
 */
RangPlace
rang_routes_find (const RangRoutes *self, gint32 job, gint32 deadline);

/** Returns: the place with the least more travel beside the jobs near @job, and on routes that are empty */
RangPlace
rang_routes_find_near (const RangRoutes *self, gint32 job, gint32 deadline);

/** Returns: the same, but of many jobs nowhere else is looked */
static inline RangPlace
rang_routes_find_soon (const RangRoutes *self, gint32 job, gint32 deadline)
{
  return self->table->few ? rang_routes_find (self, job, deadline) : rang_routes_find_near (self, job, deadline);
}

/**
 * rang_routes_keep_route:
 * @job: a job on no route of @from
 *
 * Keeps one route and the job, for rang_routes_restore_route() once nothing but that route and that job changed.
 */
void
rang_routes_keep_route (RangRoutes *self, const RangRoutes *from, gint32 resource, gint32 job);
void
rang_routes_restore_route (const RangRoutes *self, RangRoutes *to, gint32 resource);

/** Returns: %TRUE if @job fits anywhere */
gboolean
rang_routes_has_room (const RangRoutes *self, gint32 job, gint32 deadline);

/**
 * RangLacks:
 * @behind: of a node: how much sooner the route would have to be from there on for the job to fit behind it
 * @before: of a node: how much later it might have to be up to there for the job to fit before it
 *
 * What a job lacks on one route, on a plain table.
 */
typedef struct
{
  gint32 *behind;
  gint32 *before;
} RangLacks;

/** Fills @lacks for a route */
void
rang_routes_find_lacks (const RangRoutes *self, gint32 job, gint32 resource, gint32 deadline, RangLacks *lacks);

/**
 * rang_routes_may_fit_without:
 * @lacks: (nullable): of @job on the route of @one
 *
 * Returns: %FALSE if it is certain that @job finds no place on the route of @one even if @one leaves it
 */
gboolean
rang_routes_may_fit_without (const RangRoutes *self, gint32 job, gint32 one, gint32 deadline, const RangLacks *lacks);

/** Returns: (transfer full): the plan these routes are */
RangPlan *
rang_routes_to_plan (const RangRoutes *self, gboolean unfinished);

/**
 * Fills the routes with those of the signed version, as far as they can still be driven by the closing hours, each job
 * with the deadline of its state there.
 */
void
rang_routes_load_signed (RangRoutes *self);

/** Fills the routes with what a plan says, each job with the deadline of its state. */
void
rang_routes_load (RangRoutes *self, RangPlan *plan);

G_END_DECLS
