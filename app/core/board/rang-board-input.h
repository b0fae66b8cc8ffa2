/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-score.h"
#include "domain/rang-client.h"
#include "domain/rang-department.h"
#include "domain/rang-order.h"
#include "domain/rang-person.h"
#include "domain/rang-reason.h"
#include "domain/rang-resource.h"
#include "domain/rang-roads.h"
#include "domain/rang-settings.h"

G_BEGIN_DECLS

typedef struct _RangRules RangRules;

/**
 * RangBoardOrder:
 * @order: owned; submitted (or further on in its life), promised for the board's day
 * @days_waited: working days since the first promised day (rang_calendar_working_days_between()); 0 if not carried over
 * @promise_broken: a promise made for this order was broken already
 * @first_delivery: nothing has been delivered to its client before
 * @client_lost: its client was lost, or refused the contract, at some time before
 * @deliveries: how many orders were delivered to its client before
 * @broken_lately: how many promises to its client were broken in the last 60 days
 * @contract_event: what became of its client's contract in the last 30 days: a #RangClientEventKind, or -1
 * @lock: id of the one resource that may take it; 0 any
 *
 * An order of the day with what is known about it from other days.
 */
typedef struct
{
  RangOrder *order;
  gint32 days_waited;
  gboolean promise_broken;
  gboolean first_delivery;
  gboolean client_lost;
  gint32 deliveries;
  gint32 broken_lately;
  int contract_event;
  gint64 lock;
} RangBoardOrder;

/**
 * rang_board_order_new:
 * @order: (transfer full): the order
 */
RangBoardOrder *
rang_board_order_new (RangOrder *order);
void
rang_board_order_free (RangBoardOrder *order);

/** RANG_PLACEMENT_PENDING: the reason is still to be given */
#define RANG_PLACEMENT_PENDING (-1)
/** RANG_PLACEMENT_NOT_OWED: none is owed: the order is back at its first place (CASES.md 13) */
#define RANG_PLACEMENT_NOT_OWED (-2)

/**
 * RangBoardPlacement:
 * @order: number of an order that a person put at its rank, and nobody has released since
 * @person: id of who did
 * @reason: a #RangReasonCode, %RANG_PLACEMENT_PENDING, or %RANG_PLACEMENT_NOT_OWED
 * @entry: the log entry of the (first) move; 0 unknown
 *
 * The *placed* mark of an order, by value.
 */
typedef struct
{
  gint64 order;
  gint64 person;
  int reason;
  gint64 entry;
} RangBoardPlacement;

/**
 * RangFixedRoute:
 * @resource: id
 * @orders: (element-type gint64): in driving order
 *
 * A route that was signed and is not planned again (CASES.md 17).
 */
typedef struct
{
  gint64 resource;
  GArray *orders;
} RangFixedRoute;

RangFixedRoute *
rang_fixed_route_new (gint64 resource);
void
rang_fixed_route_free (RangFixedRoute *route);

/**
 * RangBoardInput:
 * @day: the board's day
 * @unit: what it ranks for
 * @settings: the office
 * @language: (nullable): of the rules' texts: "ro", "en"; %NULL is English
 * @departments: (element-type RangDepartment): all
 * @people: (element-type RangPerson): all, for their names
 * @clients: (element-type gint64 RangClient): at least those of the orders; keys are g_int64_hash()
 * @orders: (element-type RangBoardOrder): the day's orders that belong to the board: none that is cancelled or only
 *   entered
 * @resources: (element-type RangResource): of any unit; only those of @unit are used
 * @roster: (element-type RangRosterEntry): of the day; if there is none for @unit, its active resources work as usual
 * @ranking: (element-type gint64): order numbers as stored, rank 1 first. An order that is no longer in @orders is
 *   skipped; one that is in @orders but not here joins as DESIGN.md §3.3 says, unless @closed
 * @placements: (element-type RangBoardPlacement): *placed* marks
 * @closed: the board is signed: orders that are not in @ranking wait outside (rang_board_get_waiting())
 * @routes: (nullable) (element-type RangFixedRoute): the signed routes; states are then read off them. Orders that
 *   are gone are left out of the sequence, those on no route are not-today
 * @now: the time of day, when @day is today and has begun; %RANG_TIME_NONE (the default) otherwise. With @routes, what
 *   has an outcome is then fact, and what is planned anew is planned for what is left
 * @revision: of the board
 * @signed_version: number of the version that was signed, 0 none
 * @seed: of the planner
 * @steps: of the planner; 0 default
 * @roads: (nullable): owned reference; measured travel, where it knows both ends of a way
 * @suggested: (nullable) (element-type gint64): the suggestion that was signed, whose places stand in place of those of
 *   the suggestion of now
 * @rules: (nullable): owned reference; the priority rules
 * @rules_version: id of the version that @rules are; 0 unknown
 * @scores: (nullable) (element-type gint64 RangBoardScore): scores that stand in place of what @rules would say, by
 *   order number (those a version was signed with)
 *
 * What the office loads from the store to make a board. Owned by value: all arrays are there from the start and free
 * their elements. Fill it, give it to rang_board_new(), and do not change it from then on.
 */
typedef struct
{
  RangDay day;
  RangUnit *unit;
  RangSettings *settings;
  char *language;
  GPtrArray *departments;
  GPtrArray *people;
  GHashTable *clients;
  GPtrArray *orders;
  GPtrArray *resources;
  GPtrArray *roster;
  GArray *ranking;
  GArray *placements;
  gboolean closed;
  GPtrArray *routes;
  RangTime now;
  guint64 revision;
  int signed_version;
  guint64 seed;
  guint64 steps;
  RangRoads *roads;
  GArray *suggested;
  RangRules *rules;
  gint64 rules_version;
  GHashTable *scores;
  /*< private >*/
  gatomicrefcount references;
} RangBoardInput;

/**
 * rang_board_input_new:
 * @settings: (transfer full): the office
 * @unit: (transfer full): what is ranked for
 * @day: the day
 *
 * Returns: (transfer full): an input with empty arrays
 */
RangBoardInput *
rang_board_input_new (RangSettings *settings, RangUnit *unit, RangDay day);

/**
 * rang_board_input_as_stored:
 * @input: of an open board; as always, not changed any more
 * @ranking: as @ranking of #RangBoardInput
 * @placements: as @placements of #RangBoardInput
 *
 * Returns: (transfer full): all that @input says, which is shared, of another revision
 */
RangBoardInput *
rang_board_input_as_stored (const RangBoardInput *input,
                            const GArray *ranking,
                            const GArray *placements,
                            guint64 revision);
RangBoardInput *
rang_board_input_ref (RangBoardInput *input);
void
rang_board_input_unref (RangBoardInput *input);

/** rang_board_input_add_client: @client: (transfer full): put into @clients under its id */
void
rang_board_input_add_client (RangBoardInput *input, RangClient *client);
/** rang_board_input_add_score: @score: (transfer full): put into @scores for the order @number */
void
rang_board_input_add_score (RangBoardInput *input, gint64 number, RangBoardScore *score);

/** rang_board_input_set_rules: @rules: (nullable) (transfer none): referenced */
void
rang_board_input_set_rules (RangBoardInput *input, RangRules *rules);

/**
 * rang_board_input_score:
 * @order: of @input
 * @error: return location: why it cannot be scored
 *
 * What the rules say about one order of the day, without asking the planner. Microseconds.
 *
 * Returns: (transfer full) (nullable): the score
 */
RangBoardScore *
rang_board_input_score (const RangBoardInput *input, const RangBoardOrder *order, GError **error);

/** rang_board_input_find_client: Returns: (transfer none) (nullable): the client with that id */
const RangClient *
rang_board_input_find_client (const RangBoardInput *input, gint64 id);
const RangDepartment *
rang_board_input_find_department (const RangBoardInput *input, gint64 id);
const RangPerson *
rang_board_input_find_person (const RangBoardInput *input, gint64 id);
const RangResource *
rang_board_input_find_resource (const RangBoardInput *input, gint64 id);

/** rang_board_input_find_placement: Returns: (transfer none) (nullable): the *placed* mark of the order @number */
const RangBoardPlacement *
rang_board_input_find_placement (const RangBoardInput *input, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardOrder, rang_board_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangFixedRoute, rang_fixed_route_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardInput, rang_board_input_unref)

G_END_DECLS
