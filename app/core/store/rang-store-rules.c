/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for versions of the rules and remembered mappings in the store. */
#include "store/rang-store-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-digest.h"
#include "base/rang-text.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

#define SELECT_RULES "SELECT id, from_day, note, activated_by, activated_at, digest, body FROM rule_versions "

RangRulesRecord *
rang_rules_record_new (void)
{
  return g_new0 (RangRulesRecord, 1);
}

void
rang_rules_record_free (RangRulesRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->note);
  g_free (record->digest);
  g_free (record->body);
  g_free (record);
}

gboolean
rang_store_add_rules (RangStore *store, RangRulesRecord *record, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO rule_versions (from_day, note, activated_by, activated_at, digest, body) "
      "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  g_free (record->digest);
  record->digest = rang_digest_sha256 (record->body, strlen (record->body));
  rang_bind_int (row, record->from);
  rang_bind_text (row, record->note);
  rang_bind_int_or (row, record->activated_by, 0);
  rang_bind_int (row, record->activated_at);
  rang_bind_text (row, record->digest);
  rang_bind_text (row, record->body);
  if ((record->id = rang_statement_run_id (row, error)) == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_RULES, record->id, 0, 0);
  return TRUE;
}

static gpointer
read_rules (RangStatement *row)
{
  RangRulesRecord *record = rang_rules_record_new ();

  record->id = rang_row_int (row);
  record->from = rang_row_day (row);
  record->note = rang_row_dup_text (row);
  record->activated_by = rang_row_int (row);
  record->activated_at = rang_row_int (row);
  record->digest = rang_row_dup_text (row);
  record->body = rang_row_dup_text (row);
  return record;
}

static GPtrArray *
load (RangStore *store, const char *sql, gint64 key, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row != NULL)
    rang_bind_int (row, key);
  return rang_store_read_rows (row, read_rules, (GDestroyNotify)rang_rules_record_free, error);
}

static RangRulesRecord *
load_one (RangStore *store, const char *sql, gint64 key, GError **error)
{
  g_autoptr (GPtrArray) rules = load (store, sql, key, error);

  if (rules == NULL)
    return NULL;
  if (rules->len > 0)
    return g_ptr_array_steal_index (rules, 0);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
               _ ("there is no such version of the rules; activate one"));
  return NULL;
}

RangRulesRecord *
rang_store_load_rules_for_day (RangStore *store, RangDay day, GError **error)
{
  return load_one (store, SELECT_RULES
                   "WHERE from_day <= $1 OR from_day = (SELECT min (from_day) FROM rule_versions) "
                   "ORDER BY from_day DESC, id DESC LIMIT 1",
                   day, error);
}

RangRulesRecord *
rang_store_load_rules (RangStore *store, gint64 id, GError **error)
{
  return load_one (store, SELECT_RULES "WHERE id = $1", id, error);
}

GPtrArray *
rang_store_load_all_rules (RangStore *store, GError **error)
{
  return load (store, SELECT_RULES "WHERE id > $1 ORDER BY id", 0, error);
}

void
rang_rules_draft_free (RangRulesDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->body);
  g_free (draft);
}

gboolean
rang_store_save_draft (RangStore *store, const RangRulesDraft *draft, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO rule_drafts (person, based_on, changed_at, body) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (person) DO UPDATE SET based_on = excluded.based_on, changed_at = excluded.changed_at, "
      "body = excluded.body",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, draft->person);
  rang_bind_int (row, draft->based_on);
  rang_bind_int (row, draft->changed_at);
  rang_bind_text (row, draft->body);
  return rang_statement_run (row, error);
}

static gpointer
read_draft (RangStatement *row)
{
  RangRulesDraft *draft = g_new0 (RangRulesDraft, 1);

  draft->person = rang_row_int (row);
  draft->based_on = rang_row_int (row);
  draft->changed_at = rang_row_int (row);
  draft->body = rang_row_dup_text (row);
  return draft;
}

RangRulesDraft *
rang_store_load_draft (RangStore *store, gint64 person, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT person, based_on, changed_at, body FROM rule_drafts WHERE person = $1", error);
  g_autoptr (GPtrArray) drafts = NULL;

  if (row != NULL)
    rang_bind_int (row, person);
  drafts = rang_store_read_rows (row, read_draft, (GDestroyNotify)rang_rules_draft_free, error);
  return drafts != NULL && drafts->len > 0 ? g_ptr_array_steal_index (drafts, 0) : NULL;
}

gboolean
rang_store_remove_draft (RangStore *store, gint64 person, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM rule_drafts WHERE person = $1", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, person);
  return rang_statement_run (row, error);
}

gboolean
rang_store_load_mapping (RangStore *store, const char *sender, char **name, char **body, GError **error)
{
  g_autofree char *key = rang_text_key (sender);
  RangStatement *row
      = rang_store_prepare (store, "SELECT name, body FROM sender_mappings WHERE sender_key = $1", error);
  RangStep step;

  *name = *body = NULL;
  if (row == NULL)
    return FALSE;
  rang_bind_text (row, key);
  step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      *name = rang_row_dup_text (row);
      *body = rang_row_dup_text (row);
      rang_statement_reset (row);
    }
  return step != RANG_STEP_ERROR;
}

gboolean
rang_store_save_mapping (
    RangStore *store, const char *sender, const char *name, const char *body, gint64 used_at, GError **error)
{
  g_autofree char *key = rang_text_key (sender);
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO sender_mappings (sender_key, name, body, used_at) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (sender_key) DO UPDATE SET name = excluded.name, body = excluded.body, used_at = excluded.used_at",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, key);
  rang_bind_text (row, name);
  rang_bind_text (row, body);
  rang_bind_int (row, used_at);
  return rang_statement_run (row, error);
}
