/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which rows and columns are witnessed: the one list. A column that is added later must be null in the rows
 * that are there: what has its digest is never digested anew, or a forger could ask for it. A table that is added later
 * comes last, and its migration sets chain_head.witnessed to 0; so does a part of a table, under a name of its own. No
 * names or phones: people are erased.
 */
#include "store/rang-store-witness-private.h"

#define PART1(kind, name, table, k1, columns, order)                                                                   \
  [kind] = { name,                                                                                                     \
             table,                                                                                                    \
             1,                                                                                                        \
             "SELECT " k1 ", " columns " FROM " table " WHERE " k1 " = $1 ORDER BY " k1 order,                         \
             "SELECT " k1 ", " columns " FROM " table " ORDER BY " k1 order,                                           \
             columns }
#define SPEC1(kind, table, k1, columns, order) PART1 (kind, table, table, k1, columns, order)
#define SPEC2(kind, name, k1, k2, columns)                                                                             \
  [kind] = { name,                                                                                                     \
             name,                                                                                                     \
             2,                                                                                                        \
             "SELECT " k1 ", " k2 ", " columns " FROM " name " WHERE " k1 " = $1 AND " k2 " = $2",                     \
             "SELECT " k1 ", " k2 ", " columns " FROM " name " ORDER BY " k1 ", " k2,                                  \
             columns }
#define SPEC3(kind, name, k1, k2, k3, columns)                                                                         \
  [kind] = { name,                                                                                                     \
             name,                                                                                                     \
             3,                                                                                                        \
             "SELECT " k1 ", " k2 ", " k3 ", " columns " FROM " name " WHERE " k1 " = $1 AND " k2 " = $2 AND " k3      \
             " = $3",                                                                                                  \
             "SELECT " k1 ", " k2 ", " k3 ", " columns " FROM " name " ORDER BY " k1 ", " k2 ", " k3,                  \
             columns }

static const RangWitnessSpec specs[RANG_N_WITNESSES] = {
  SPEC1 (RANG_WITNESS_MOVE,
         "moves",
         "entry",
         "kind, day, unit, department, who, revision, orders, rank_from, rank_to, rank_suggested, reason, "
         "reason_pending, reason_entry, note, cost, series, undone_by",
         ""),
  SPEC3 (RANG_WITNESS_BOARD_REVISION, "board_revisions", "day", "unit", "revision", "entry, rules, ranking, placed"),
  SPEC1 (RANG_WITNESS_VERSION,
         "versions",
         "id",
         "day, unit, number, kind, based_on, entry, revision, rules, signed_by, signed_at, body, fingerprint, state, "
         "decided_by, decided_at, decided_entry, remark",
         ""),
  SPEC2 (RANG_WITNESS_PLAN, "plans", "version", "number", "entry, made_by, made_at, cause, body"),
  SPEC2 (RANG_WITNESS_CLOSED_DAY, "closed_days", "day", "unit", "closed_by, closed_at, entry"),
  SPEC1 (RANG_WITNESS_CONFLICT,
         "conflicts",
         "id",
         "kind, conflict_key, day, since, state, detail, decided_by, note, decided_at, decided_entry",
         ""),
  SPEC1 (RANG_WITNESS_CONFLICT_SUBJECT, "conflict_subjects", "conflict", "kind, place, subject", ", kind, place"),
  SPEC1 (RANG_WITNESS_CLIENT_EVENT, "client_events", "id", "client, kind, day, reason, who", ""),
  SPEC1 (RANG_WITNESS_RULES, "rule_versions", "id", "from_day, note, activated_by, activated_at, digest, body", ""),
  SPEC1 (RANG_WITNESS_ORDER,
         "orders",
         "number",
         "client, client_number, department, order_day, value, currency, promised_day, promised_from, promised_to, "
         "first_promised_day, importance, importance_reason, goods, goods_from, state, submitted_rank, "
         "submitted_length, bumps, carried_to, outcome_day, outcome_at, outcome_reason, submitted_importance",
         ""),
  SPEC1 (RANG_WITNESS_ORDER_CHANGE,
         "order_changes",
         "id",
         "order_number, found_at, before, after, state, decided_by, decided_entry",
         ""),
  SPEC2 (RANG_WITNESS_LIST,
         "department_lists",
         "day",
         "department",
         "revision, submitted_at, submitted_by, submitted_entry, submitted_ranking"),
  SPEC3 (RANG_WITNESS_LIST_REVISION, "department_list_revisions", "day", "department", "revision", "entry, ranking"),
  SPEC2 (RANG_WITNESS_ROSTER, "roster", "day", "resource", "courier, shift_from, shift_to, out_of_service, reason"),
  SPEC1 (RANG_WITNESS_PERSON, "people", "id", "login, active", ""),
  SPEC1 (RANG_WITNESS_ROLES, "person_roles", "person", "role, department", ", role, department"),
  SPEC1 (RANG_WITNESS_KEYS, "person_keys", "person", "public, salt, sealed, ops, mem, made_at, ended_at", ", public"),
  SPEC1 (RANG_WITNESS_DEPUTY, "deputies", "id", "person, behalf, role, department, from_day, to_day", ""),
  /* The limit of pushes came later: null at what it was until then. */
  SPEC1 (RANG_WITNESS_SETTINGS,
         "settings",
         "id",
         "zone, currency, high_quota, most_bumps, working_days, demo, "
         "CASE WHEN most_pushes <> 10 THEN most_pushes END",
         ""),
  SPEC1 (
      RANG_WITNESS_PUSH,
      "pushes",
      "id",
      "day, unit, order_number, department, asked_by, noted_by, asked_at, week, entry, revision, rank_from, rank_to, "
      "reason, note, state, decided_by, decided_at, decided_entry, decision",
      ""),
  SPEC1 (RANG_WITNESS_CONFLICT_ANSWER, "conflict_answers", "entry", "conflict, person, at, note", ""),
  SPEC1 (RANG_WITNESS_LOCK, "locks", "order_number", "day, resource, entry", ""),
  SPEC1 (RANG_WITNESS_CALL,
         "calls",
         "id",
         "day, order_number, called_by, called_at, agreed_day, agreed_from, agreed_to, note, entry",
         ""),
  SPEC2 (RANG_WITNESS_CARRY_OVER,
         "carry_overs",
         "day",
         "order_number",
         "promised_from, promised_to, reason, carried_to, told_by, entry"),
  SPEC1 (RANG_WITNESS_REQUEST,
         "requests",
         "id",
         "day, order_number, resource, asked_by, asked_at, harm, entry, state, decided_by, note",
         ""),
  [RANG_WITNESS_RATE] = { "rates", "rates", 0, "SELECT currency, rate FROM rates WHERE currency = $1",
                          "SELECT currency, rate FROM rates ORDER BY currency", "rate" },
  SPEC1 (RANG_WITNESS_CLIENT,
         "clients",
         "id",
         "stage, annual_value, currency, department, hours_from, hours_to, service, penalty_clause, shut",
         ""),
  SPEC1 (
      RANG_WITNESS_RESOURCE,
      "resources",
      "id",
      "unit, capacity, capacity_parcels, shift_from, shift_to, courier, active, skills, breaks, start_lat, start_lon, "
      "end_lat, end_lon",
      ""),
  SPEC1 (RANG_WITNESS_ADDRESSES,
         "addresses",
         "client",
         "street, city, postcode, country, lat, lon, hours_from, hours_to, service, access_note, shut",
         ", id"),
  SPEC1 (RANG_WITNESS_DEPARTMENT, "departments", "id", "name, mark", ""),
  SPEC1 (RANG_WITNESS_TRAVEL, "travel_places", "place", "name, lat, lon, seconds, metres", ""),
  SPEC1 (RANG_WITNESS_ORDER_LINES,
         "order_lines",
         "order_number",
         "line, article, description, quantity, measure, value",
         ", line"),
  PART1 (RANG_WITNESS_SETTINGS_DETAILS,
         "settings.details",
         "settings",
         "id",
         "name, tax_number, street, city, postcode, country, lat, lon, language, hours_from, hours_to, speed, "
         "road_factor, service, load, parcels, speeds, roads_entry",
         ""),
  PART1 (RANG_WITNESS_ORDER_DETAILS, "orders.details", "orders", "number", RANG_WITNESS_ORDER_DETAILS_COLUMNS, ""),
  PART1 (RANG_WITNESS_RESOURCE_DETAILS,
         "resources.details",
         "resources",
         "id",
         "name, plate, category, fuel_norm, start_name, end_name",
         ""),
  SPEC1 (RANG_WITNESS_UNIT, "units", "id", "name, kind", ""),
  [RANG_WITNESS_SHEET_FIELD]
  = { "sheet_fields", "sheet_fields", 0, "SELECT field, shown, label FROM sheet_fields WHERE field = $1",
      "SELECT field, shown, label FROM sheet_fields ORDER BY field", "shown, label" },
};

const RangWitnessSpec *
rang_witness_spec (RangWitness kind)
{
  g_return_val_if_fail (kind < RANG_N_WITNESSES, NULL);
  return &specs[kind];
}

gboolean
rang_witness_is_late (RangWitness kind)
{
  return kind >= RANG_WITNESS_RATE;
}
