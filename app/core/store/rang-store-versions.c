/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for signed versions, their acceptance and their plans, and for closed days, in the store. */
#include "store/rang-store-versions.h"

#include <string.h>

#include "base/rang-digest.h"
#include "base/rang-nick.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static const char *const state_nicks[] = { "signed", "accepted", "returned", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (state_nicks) == RANG_N_VERSION_STATES + 1);

#define SELECT_VERSIONS                                                                                                \
  "SELECT id, day, unit, number, kind, based_on, entry, revision, rules, signed_by, signed_at, body, fingerprint, "    \
  "state, decided_by, decided_at, decided_entry, remark FROM versions "

RangVersionRecord *
rang_version_record_new (void)
{
  return g_new0 (RangVersionRecord, 1);
}

RangVersionRecord *
rang_version_record_copy (const RangVersionRecord *record)
{
  RangVersionRecord *copy = g_memdup2 (record, sizeof *record);

  copy->body = g_strdup (record->body);
  copy->fingerprint = g_strdup (record->fingerprint);
  copy->remark = g_strdup (record->remark);
  return copy;
}

void
rang_version_record_free (RangVersionRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->body);
  g_free (record->fingerprint);
  g_free (record->remark);
  g_free (record);
}

const char *
rang_version_state_to_nick (RangVersionState state)
{
  g_return_val_if_fail (state < RANG_N_VERSION_STATES, NULL);
  return state_nicks[state];
}

int
rang_version_state_from_nick (const char *nick)
{
  return rang_nick_find (state_nicks, nick);
}

gint64
rang_store_next_version_number (RangStore *store, RangDay day, gint64 unit, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT coalesce (max (number), 0) + 1 FROM versions WHERE day = $1 AND unit = $2", error);

  if (row == NULL)
    return 0;
  rang_bind_int (row, day);
  rang_bind_int (row, unit);
  return rang_statement_run_id (row, error);
}

gboolean
rang_store_add_version (RangStore *store, RangVersionRecord *record, GError **error)
{
  RangStatement *row;

  g_return_val_if_fail (record->body != NULL, FALSE);
  record->number = rang_store_next_version_number (store, record->day, record->unit, error);
  if (record->number == 0)
    return FALSE;
  g_free (record->fingerprint);
  record->fingerprint = rang_digest_sha256 (record->body, strlen (record->body));
  row = rang_store_prepare_write (
      store,
      "INSERT INTO versions (day, unit, number, kind, based_on, entry, revision, rules, signed_by, signed_at, body, "
      "fingerprint, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'signed') RETURNING id",
      error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, record->day);
  rang_bind_int (row, record->unit);
  rang_bind_int (row, record->number);
  rang_bind_text (row, record->amendment ? "amendment" : "handover");
  rang_bind_int_or (row, record->based_on, 0);
  rang_bind_int (row, record->entry);
  rang_bind_int (row, record->revision);
  rang_bind_int_or (row, record->rules, 0);
  rang_bind_int (row, record->signed_by);
  rang_bind_int (row, record->signed_at);
  rang_bind_text (row, record->body);
  rang_bind_text (row, record->fingerprint);
  if ((record->id = rang_statement_run_id (row, error)) == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_VERSION, record->id, 0, 0);
  return TRUE;
}

gboolean
rang_store_decide_version (RangStore *store, const RangVersionRecord *record, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "UPDATE versions SET state = $1, decided_by = $2, decided_at = $3, decided_entry = $4, remark = $5 WHERE id = $6",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, rang_version_state_to_nick (record->state));
  rang_bind_int (row, record->decided_by);
  rang_bind_int (row, record->decided_at);
  rang_bind_int (row, record->decided_entry);
  rang_bind_text (row, record->remark);
  rang_bind_int (row, record->id);
  rang_store_witness (store, RANG_WITNESS_VERSION, record->id, 0, 0);
  return rang_store_run_changing (store, row, error);
}

static gpointer
read_version (RangStatement *row)
{
  RangVersionRecord *record = rang_version_record_new ();

  record->id = rang_row_int (row);
  record->day = rang_row_day (row);
  record->unit = rang_row_int (row);
  record->number = rang_row_int (row);
  record->amendment = g_strcmp0 (rang_row_text (row), "amendment") == 0;
  record->based_on = rang_row_int (row);
  record->entry = rang_row_int (row);
  record->revision = rang_row_int (row);
  record->rules = rang_row_int (row);
  record->signed_by = rang_row_int (row);
  record->signed_at = rang_row_int (row);
  record->body = rang_row_dup_text (row);
  record->fingerprint = rang_row_dup_text (row);
  record->state = (RangVersionState)rang_row_nick (row, rang_version_state_from_nick);
  record->decided_by = rang_row_int (row);
  record->decided_at = rang_row_int (row);
  record->decided_entry = rang_row_int (row);
  record->remark = rang_row_dup_text (row);
  return record;
}

static GPtrArray *
load (RangStore *store, const char *sql, RangDay day, gint64 unit, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, day);
  rang_bind_int (row, unit);
  return rang_store_read_rows (row, read_version, (GDestroyNotify)rang_version_record_free, error);
}

static gboolean
load_first (RangStore *store, const char *sql, RangDay day, gint64 unit, RangVersionRecord **version, GError **error)
{
  g_autoptr (GPtrArray) versions = load (store, sql, day, unit, error);

  *version = versions != NULL && versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
  return versions != NULL;
}

GPtrArray *
rang_store_load_versions (RangStore *store, RangDay day, gint64 unit, GError **error)
{
  return load (store, SELECT_VERSIONS "WHERE day = $1 AND unit = $2 ORDER BY number", day, unit, error);
}

gboolean
rang_store_load_latest_version (RangStore *store, RangDay day, gint64 unit, RangVersionRecord **version, GError **error)
{
  return load_first (store, SELECT_VERSIONS "WHERE day = $1 AND unit = $2 ORDER BY number DESC LIMIT 1", day, unit,
                     version, error);
}

gboolean
rang_store_load_binding_version (
    RangStore *store, RangDay day, gint64 unit, RangVersionRecord **version, GError **error)
{
  return load_first (store,
                     SELECT_VERSIONS "WHERE day = $1 AND unit = $2 AND state = 'accepted' ORDER BY number DESC LIMIT 1",
                     day, unit, version, error);
}

RangPlanRecord *
rang_plan_record_new (void)
{
  return g_new0 (RangPlanRecord, 1);
}

void
rang_plan_record_free (RangPlanRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->cause);
  g_free (record->body);
  g_free (record);
}

gboolean
rang_store_add_plan (RangStore *store, RangPlanRecord *record, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO plans (version, number, entry, made_by, made_at, cause, body) "
      "VALUES ($1, (SELECT coalesce (max (p.number), 0) + 1 FROM plans p WHERE p.version = $1), $2, $3, $4, $5, $6) "
      "RETURNING number",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, record->version);
  rang_bind_int (row, record->entry);
  rang_bind_int (row, record->made_by);
  rang_bind_int (row, record->made_at);
  rang_bind_text (row, record->cause);
  rang_bind_text (row, record->body);
  if ((record->number = rang_statement_run_id (row, error)) == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_PLAN, record->version, record->number, 0);
  return TRUE;
}

static gpointer
read_plan (RangStatement *row)
{
  RangPlanRecord *record = rang_plan_record_new ();

  record->version = rang_row_int (row);
  record->number = rang_row_int (row);
  record->entry = rang_row_int (row);
  record->made_by = rang_row_int (row);
  record->made_at = rang_row_int (row);
  record->cause = rang_row_dup_text (row);
  record->body = rang_row_dup_text (row);
  return record;
}

GPtrArray *
rang_store_load_plans (RangStore *store, gint64 version, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT version, number, entry, made_by, made_at, cause, body FROM plans WHERE version = $1 ORDER BY number",
      error);

  if (row != NULL)
    rang_bind_int (row, version);
  return rang_store_read_rows (row, read_plan, (GDestroyNotify)rang_plan_record_free, error);
}

gboolean
rang_store_close_day (RangStore *store, RangDay day, gint64 unit, gint64 who, gint64 at, gint64 entry, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO closed_days (day, unit, closed_by, closed_at, entry) VALUES ($1, $2, $3, $4, $5)", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, day);
  rang_bind_int (row, unit);
  rang_bind_int (row, who);
  rang_bind_int (row, at);
  rang_bind_int (row, entry);
  rang_store_witness (store, RANG_WITNESS_CLOSED_DAY, day, unit, 0);
  return rang_statement_run (row, error);
}

gboolean
rang_store_is_day_closed (RangStore *store, RangDay day, gint64 unit, gboolean *closed, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT count (*) FROM closed_days WHERE day = $1 AND unit = $2", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, day);
  rang_bind_int (row, unit);
  if (rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  *closed = rang_row_int (row) > 0;
  rang_statement_reset (row);
  return TRUE;
}
