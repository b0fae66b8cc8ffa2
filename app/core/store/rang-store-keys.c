/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for sealed signing keys and for wrong passwords in the store. */
#include <glib/gi18n-lib.h>

#include "store/rang-store-people.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

gboolean
rang_store_end_key (RangStore *store, gint64 person, gint64 at, GError **error)
{
  /* A clock that was set back must not make a key end before it began. */
  RangStatement *row
      = rang_store_prepare_write (store,
                                  "UPDATE person_keys SET ended_at = CASE WHEN made_at > $1 THEN made_at ELSE $1 END "
                                  "WHERE person = $2 AND ended_at IS NULL",
                                  error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_KEYS, person, 0, 0);
  rang_bind_int (row, at);
  rang_bind_int (row, person);
  return rang_statement_run (row, error);
}

gboolean
rang_store_add_key (RangStore *store, gint64 person, const RangLogSealedKey *key, gint64 at, GError **error)
{
  RangStatement *row;

  if (!rang_store_end_key (store, person, at, error))
    return FALSE;
  row = rang_store_prepare_write (store,
                                  "INSERT INTO person_keys (public, person, salt, sealed, ops, mem, made_at) "
                                  "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                  error);
  if (row == NULL)
    return FALSE;
  rang_bind_text (row, key->public);
  rang_bind_int (row, person);
  rang_bind_text (row, key->salt);
  rang_bind_text (row, key->sealed);
  rang_bind_int (row, key->ops);
  rang_bind_int (row, key->mem);
  rang_bind_int (row, at);
  return rang_statement_run (row, error);
}

gboolean
rang_store_reseal_key (RangStore *store, const RangLogSealedKey *key, gint64 person, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "UPDATE person_keys SET salt = $1, sealed = $2, ops = $3, mem = $4 WHERE public = $5 AND person = $6",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_KEYS, person, 0, 0);
  rang_bind_text (row, key->salt);
  rang_bind_text (row, key->sealed);
  rang_bind_int (row, key->ops);
  rang_bind_int (row, key->mem);
  rang_bind_text (row, key->public);
  rang_bind_int (row, person);
  return rang_store_run_changing (store, row, error);
}

gboolean
rang_store_load_key (RangStore *store, gint64 person, RangLogSealedKey *key, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT public, salt, sealed, ops, mem FROM person_keys WHERE person = $1 AND ended_at IS NULL", error);
  RangStep step;

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, person);
  step = rang_statement_step (row, error);
  if (step == RANG_STEP_DONE)
    g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s", _ ("the person has no password"));
  if (step != RANG_STEP_ROW)
    return FALSE;
  key->public = rang_row_dup_text (row);
  key->salt = rang_row_dup_text (row);
  key->sealed = rang_row_dup_text (row);
  key->ops = rang_row_int (row);
  key->mem = rang_row_int (row);
  rang_statement_reset (row);
  return TRUE;
}

/* --- wrong passwords --- */

gboolean
rang_store_load_sign_ins (RangStore *store, gint64 person, RangSignIns *sign_ins, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT failures, failed_at, locked_until FROM sign_ins WHERE person = $1", error);
  RangStep step;

  *sign_ins = (RangSignIns){ 0 };
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, person);
  step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      sign_ins->failures = rang_row_int (row);
      sign_ins->failed_at = rang_row_int (row);
      sign_ins->locked_until = rang_row_int (row);
      rang_statement_reset (row);
    }
  return step != RANG_STEP_ERROR;
}

gboolean
rang_store_save_sign_ins (RangStore *store, gint64 person, const RangSignIns *sign_ins, GError **error)
{
  RangStatement *row;

  if (sign_ins->failures == 0)
    {
      row = rang_store_prepare_write (store, "DELETE FROM sign_ins WHERE person = $1", error);
      if (row == NULL)
        return FALSE;
      rang_bind_int (row, person);
      return rang_statement_run (row, error);
    }
  row = rang_store_prepare_write (store,
                                  "INSERT INTO sign_ins (person, failures, failed_at, locked_until) "
                                  "VALUES ($1, $2, $3, $4) ON CONFLICT (person) DO UPDATE SET "
                                  "failures = excluded.failures, failed_at = excluded.failed_at, "
                                  "locked_until = excluded.locked_until",
                                  error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, person);
  rang_bind_int (row, sign_ins->failures);
  rang_bind_int (row, sign_ins->failed_at);
  rang_bind_int_or (row, sign_ins->locked_until, 0);
  return rang_statement_run (row, error);
}
