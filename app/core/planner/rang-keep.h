/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-guard.h"
#include "planner/rang-routes.h"

G_BEGIN_DECLS

/**
 * RangKeeper:
 *
 * The walk down a ranking: each job gets the best state still possible given those above it. It is guided by a hint,
 * routes that depend on the problem alone (those of the suggestion): a job takes its place in the hint if that is free,
 * else the place that drives out the fewest points of the hint. What is decided for a job depends on the jobs above it
 * and the hint, never on those below. Inside the planner only.
 */
typedef struct
{
  const RangTable *table;
  RangRoutes *granted; /* the routes of the jobs decided */
  RangRoutes *hinted;  /* these and the jobs of the hint that nothing drove out yet */
  RangRoutes *kept;    /* one route and a job, before a trial */
  RangRoutes *hint;
  RangGuard *guard;
  gint64 *value; /* of a job: what driving it out of the hint harms */
  gint32 *list;
  gint32 *asked;   /* of a resource: the last job that it was asked for */
  RangLacks lacks; /* of the job that room is made for */
  guint version;   /* of the granted routes */
  guint *stuck;    /* of a job: the version in which no other route has a place for it */
  guint *loose;    /* of a job: the version in which one has */
} RangKeeper;

/**
 * RangKeeperMemory:
 *
 * What is decided after some ranks.
 */
typedef struct
{
  RangRoutes *granted;
  RangRoutes *hinted;
  RangGuard *guard;
} RangKeeperMemory;

RangKeeperMemory *
rang_keeper_memory_new (const RangTable *table);
void
rang_keeper_memory_free (RangKeeperMemory *self);

RangKeeper *
rang_keeper_new (const RangTable *table);
void
rang_keeper_free (RangKeeper *self);

/** Sets the hint; its jobs hold the deadlines of their states. Begins anew. */
void
rang_keeper_set_hint (RangKeeper *self, const RangRoutes *hint);

/** Forgets all decisions. */
void
rang_keeper_begin (RangKeeper *self);

/** Decides for the next job of the ranking. */
void
rang_keeper_decide (RangKeeper *self, gint32 job, gint32 rank);

/** rang_keeper_memory_get_size: Returns: bytes that one memory takes, nearly */
gsize
rang_keeper_memory_get_size (const RangKeeper *self);

/** Remembers all decisions; goes back to them. The hint must be the same. */
void
rang_keeper_remember (const RangKeeper *self, RangKeeperMemory *memory);
void
rang_keeper_recall (RangKeeper *self, const RangKeeperMemory *memory);

/**
 * rang_keeper_polish:
 * @ranking: (array length=n): all jobs decided
 *
 * When all states stand: fewer seconds late in rank order, then less travel, harming no state and making no inversion.
 */
void
rang_keeper_polish (RangKeeper *self, const guint *ranking, guint n, GCancellable *cancellable);

G_END_DECLS
