/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-order.h"
#include "insight/rang-insight.h"
#include "planner/rang-travel.h"

G_BEGIN_DECLS

/**
 * RangSimulationOrder:
 * @number: of the order
 * @location: in the day's table of travel; 0 is the depot
 * @promised: the window; service that starts by its end keeps the promise
 * @service: seconds
 * @annual_value: of the client, minor units; @client: its id
 * @importance: as the department stated it
 * @resource: index of the van that the ranked board's plan puts it on, -1 none
 * @place: in that van's sequence, from 0
 */
typedef struct
{
  gint64 number;
  gint64 client;
  guint location;
  RangTimeWindow promised;
  gint32 service;
  gint64 grams;
  gint64 parcels;
  gint64 annual_value;
  RangImportance importance;
  int resource;
  int place;
} RangSimulationOrder;

typedef struct
{
  gint64 grams;
  gint64 parcels;
  RangTimeWindow shift;
} RangSimulationVan;

/**
 * RangSimulationDay:
 * @orders: (element-type RangSimulationOrder)
 * @vans: (element-type RangSimulationVan)
 * @travel: owned; location 0 is the depot
 *
 * A real day of the office: its orders, its vans, and what the ranked board would make of it.
 */
typedef struct
{
  RangDay day;
  GArray *orders;
  GArray *vans;
  RangTravel *travel;
} RangSimulationDay;

/** rang_simulation_day_new: @travel: (transfer full). Returns: (transfer full) */
RangSimulationDay *
rang_simulation_day_new (RangDay day, RangTravel *travel);
void
rang_simulation_day_free (RangSimulationDay *day);

/**
 * RangSimulationParameters:
 * @days: how many past working days are lived through
 * @runs: how often each, with other chances
 * @pushes: how often a day somebody has an order put on top of the old way's list
 * @spread: by how much a drive or a stop may take longer or shorter, in percent
 * @seed: the same seed, the same answer
 */
typedef struct
{
  int days;
  int runs;
  int pushes;
  int spread;
  guint64 seed;
} RangSimulationParameters;

#define RANG_SIMULATION_PARAMETERS                                                                                     \
  {                                                                                                                    \
    20, 20, 6, 25, 1                                                                                                   \
  }

/**
 * RangSimulationWay:
 * @promises: of all runs together; @kept, @late, @left_out: of these
 * @least: promises kept in the worst run, @most: in the best, in percent
 * @fifths: by the client's annual value, the largest first (@judged and @kept alone are filled)
 * @importance: by #RangImportance
 * @broken_value: annual value of the clients whose promise was broken at least once, each once a run; on the mean
 */
typedef struct
{
  guint promises;
  guint kept;
  guint late;
  guint left_out;
  int least;
  int most;
  RangInsightShare fifths[RANG_INSIGHT_FIFTHS];
  RangInsightShare importance[RANG_IMPORTANCE_HIGH + 1];
  gint64 broken_value;
} RangSimulationWay;

/**
 * RangSimulation:
 * @days: lived through; @orders: on them; @clients: behind them
 * @old: the list that nobody ranked; @ranked: the board's suggestion
 *
 * What an effect study came to.
 */
typedef struct
{
  RangSimulationParameters parameters;
  guint days;
  guint orders;
  RangSimulationWay old;
  RangSimulationWay ranked;
} RangSimulation;

/**
 * rang_simulation_new:
 * @days: (element-type RangSimulationDay): the days; at least one
 *
 * Lives through the same days, with the same vans and the same chances, in two ways.
 *
 * The old way: the list lies as it was written, small orders on top (few parcels are quickly written), with chance.
 * @pushes times a day somebody has an order from below put among the first ten. The vans are loaded from the top of the
 * list, one after the other, until load or estimated hours are full (a mean drive and the service for each order); each
 * drives next where it can unload soonest (of several such the nearest), and goes home when its shift ends.
 *
 * The ranked way: the routes of the board's suggestion, as planned, nothing pushed.
 *
 * In both a drive and a stop take up to @spread percent more or less than reckoned, by the same chance for the same
 * order. A promise is kept when the service starts by its end. What is not reached within the shift is left out.
 *
 * What it does not say: it takes the department's stated windows, importances and loads as true, knows no traffic by
 * the hour and no second try of a day, and nobody overrides the suggestion. It compares two ways of ordering the same
 * work; it does not foretell the rate of a given day.
 *
 * Returns: (transfer full): the comparison
 */
RangSimulation *
rang_simulation_new (const GPtrArray *days, const RangSimulationParameters *parameters);
void
rang_simulation_free (RangSimulation *simulation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSimulation, rang_simulation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSimulationDay, rang_simulation_day_free)

G_END_DECLS
