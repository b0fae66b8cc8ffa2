/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-version-state.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangVersionRecord:
 * @id: number in the store
 * @day: the board's day; @unit: id
 * @number: 1, 2, 3 … of the day's board
 * @amendment: whether it changes a version that was signed before
 * @based_on: id of that version; 0 for a hand-over
 * @entry: the log entry of the signature
 * @revision: the board's revision that was signed
 * @rules: id of the rules' version; 0 none
 * @signed_by: id; @signed_at: instant
 * @body: a JSON object: orders with ranks, states and routes, and the suggestion they were compared with; ids only
 * @fingerprint: SHA-256 of @body, 64 hexadecimal digits
 * @state: what the delivery chief made of it
 * @decided_by: id of who accepted or returned it, @decided_at: when, @decided_entry: the log entry; 0 while signed
 * @remark: (nullable): why it was returned
 *
 * What was handed over. Nothing of it ever changes but its acceptance, once.
 */
typedef struct
{
  gint64 id;
  RangDay day;
  gint64 unit;
  gint64 number;
  gboolean amendment;
  gint64 based_on;
  gint64 entry;
  gint64 revision;
  gint64 rules;
  gint64 signed_by;
  gint64 signed_at;
  char *body;
  char *fingerprint;
  RangVersionState state;
  gint64 decided_by;
  gint64 decided_at;
  gint64 decided_entry;
  char *remark;
} RangVersionRecord;

RangVersionRecord *
rang_version_record_new (void);
RangVersionRecord *
rang_version_record_copy (const RangVersionRecord *record);
void
rang_version_record_free (RangVersionRecord *record);

const char *
rang_version_state_to_nick (RangVersionState state);
int
rang_version_state_from_nick (const char *nick);

/**
 * rang_store_next_version_number:
 *
 * Returns: the number that the next version of the day's board gets; 0 on error
 */
gint64
rang_store_next_version_number (RangStore *store, RangDay day, gint64 unit, GError **error);

/**
 * rang_store_add_version:
 * @record: the version; its id, its number and (from @body) its fingerprint are set
 */
gboolean
rang_store_add_version (RangStore *store, RangVersionRecord *record, GError **error);

/**
 * rang_store_decide_version:
 * @record: a version whose state, decided_by, decided_at, decided_entry and remark were set
 *
 * Keeps the acceptance or the return. %RANG_STORE_ERROR_CONSTRAINT if it was decided before.
 */
gboolean
rang_store_decide_version (RangStore *store, const RangVersionRecord *record, GError **error);

/**
 * rang_store_load_versions:
 *
 * Returns: (transfer full) (nullable) (element-type RangVersionRecord): all versions of the day's board, by number
 */
GPtrArray *
rang_store_load_versions (RangStore *store, RangDay day, gint64 unit, GError **error);

/**
 * rang_store_load_latest_version:
 * @version: (out) (transfer full) (nullable): the version with the highest number, %NULL if nothing was signed yet
 */
gboolean
rang_store_load_latest_version (
    RangStore *store, RangDay day, gint64 unit, RangVersionRecord **version, GError **error);

/**
 * rang_store_load_binding_version:
 * @version: (out) (transfer full) (nullable): the accepted version with the highest number, %NULL if there is none
 */
gboolean
rang_store_load_binding_version (
    RangStore *store, RangDay day, gint64 unit, RangVersionRecord **version, GError **error);

/**
 * RangPlanRecord:
 * @version: id of the version
 * @number: 1, 2, 3 … of the version
 * @entry: the log entry; @made_by: id; @made_at: instant
 * @cause: (nullable): why the routes were timed anew
 * @body: a JSON object: the routes
 *
 * "Plan n of version m" (CASES.md 17). Nothing of it ever changes.
 */
typedef struct
{
  gint64 version;
  gint64 number;
  gint64 entry;
  gint64 made_by;
  gint64 made_at;
  char *cause;
  char *body;
} RangPlanRecord;

RangPlanRecord *
rang_plan_record_new (void);
void
rang_plan_record_free (RangPlanRecord *record);

/**
 * rang_store_add_plan:
 * @record: the plan; its number is set
 */
gboolean
rang_store_add_plan (RangStore *store, RangPlanRecord *record, GError **error);

/**
 * rang_store_load_plans:
 * @version: id of a version
 *
 * Returns: (transfer full) (nullable) (element-type RangPlanRecord): by number
 */
GPtrArray *
rang_store_load_plans (RangStore *store, gint64 version, GError **error);

/**
 * rang_store_close_day:
 *
 * Keeps that the day's board is closed. %RANG_STORE_ERROR_CONSTRAINT if it was before.
 */
gboolean
rang_store_close_day (RangStore *store, RangDay day, gint64 unit, gint64 who, gint64 at, gint64 entry, GError **error);

/**
 * rang_store_is_day_closed:
 * @closed: (out): whether it is
 */
gboolean
rang_store_is_day_closed (RangStore *store, RangDay day, gint64 unit, gboolean *closed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangVersionRecord, rang_version_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPlanRecord, rang_plan_record_free)

G_END_DECLS
