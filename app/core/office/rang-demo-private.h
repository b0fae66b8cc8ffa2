/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-demo-city.h"
#include "office/rang-demo-names.h"
#include "office/rang-demo-random.h"
#include "office/rang-demo.h"

G_BEGIN_DECLS

#define RANG_DEMO_N_CLIENTS 400
#define RANG_DEMO_N_VANS 5

/**
 * RangDemoStory:
 * @trade: what the client does
 * @often: how often it orders: a weight
 * @starts: the past day (an index) of its first order; may lie before the first
 * @friend: somebody in the house likes it: its orders are pushed
 * @gone: refused or lost: orders no more
 * @kept: promises kept, and @broken: not; of a trial client since the start, of others for a while
 *
 * What the generator remembers of a client while the days go by.
 */
typedef struct
{
  const RangDemoTrade *trade;
  guint often;
  gint32 starts;
  gboolean friend;
  gboolean gone;
  gint32 kept;
  gint32 broken;
} RangDemoStory;

/**
 * RangDemoBuild:
 * @stories: one a client, by index
 * @waiting: (element-type RangOrder): carried over and not yet delivered; owned by nobody else
 * @next_number: of orders
 */
typedef struct
{
  RangDemo *demo;
  RangDemoRandom random;
  RangDemoStory stories[RANG_DEMO_N_CLIENTS];
  GPtrArray *waiting;
  gint64 next_number;
} RangDemoBuild;

/* Fills people, vans and settings. */
void
rang_demo_build_company (RangDemoBuild *build);

/* Fills the clients and their stories. */
void
rang_demo_build_clients (RangDemoBuild *build);

/**
 * rang_demo_build_order:
 * @client: index of the client
 * @day: the day promised
 *
 * Returns: (transfer full): an order of @client for @day, with the next number, entered, not yet submitted
 */
RangOrder *
rang_demo_build_order (RangDemoBuild *build, guint client, RangDay day);

/* Whether the promise ends by noon. */
gboolean
rang_demo_build_is_of_morning (const RangOrder *order);

/**
 * rang_demo_build_promise_again:
 * @random: what is drawn from
 * @morning: whether the new promise is to end by noon
 *
 * Promises another time of the same day, as long as the client takes goods in then; else the old promise stays.
 */
void
rang_demo_build_promise_again (RangDemoBuild *build, RangDemoRandom *random, RangOrder *order, gboolean morning);

/* Gives the order lines that add up to its value. */
void
rang_demo_build_lines (RangDemoBuild *build, RangOrder *order);

/**
 * rang_demo_build_draw:
 * @count: how many orders
 * @index: of the day among the past days; %RANG_DEMO_DAYS for today
 *
 * Returns: (transfer full) (element-type RangOrder): @count orders of clients that order on @day
 */
GPtrArray *
rang_demo_build_draw (RangDemoBuild *build, guint count, int index, RangDay day);

/**
 * rang_demo_build_worth:
 *
 * Returns: what the order is worth to the company: a stand-in for the points of the rules, which do not exist yet
 */
gint32
rang_demo_build_worth (const RangDemoBuild *build, const RangOrder *order);

/**
 * rang_demo_build_submit:
 * @orders: (element-type RangOrder): of one day
 *
 * Ranks each department's orders as its head would, states importance within the quota, and submits both lists.
 */
void
rang_demo_build_submit (RangDemoBuild *build, GPtrArray *orders);

/* Moves what waits since the day before to @orders; of clients who left meanwhile it is cancelled. */
void
rang_demo_build_take_waiting (RangDemoBuild *build, GPtrArray *orders);

/* Lives through the past days. */
void
rang_demo_build_past (RangDemoBuild *build);

/**
 * rang_demo_build_remember:
 * @kept: whether the promise was kept
 *
 * The client of @order remembers how it went on @day, and may make up its mind.
 */
void
rang_demo_build_remember (RangDemoBuild *build, const RangOrder *order, gboolean kept, RangDay day);

/* Makes today's orders, those carried over to it included. */
void
rang_demo_build_today (RangDemoBuild *build);

G_END_DECLS
