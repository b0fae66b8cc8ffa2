/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is in a PostgreSQL database: whose it is, its schema, and whether all guards stand. */
#include "store/rang-postgresql-catalog.h"

#include <glib/gi18n-lib.h>

#include "store/rang-postgresql-dialect.h"

#define HAS_ENGINE "to_regclass (format ('%I.rang_engine', current_schema ())) IS NOT NULL"
#define OURS "current_schema ()::regnamespace"

gboolean
rang_postgresql_catalog_admit (RangPostgresqlConnection *connection, RangEngineMode mode, GError **error)
{
  gint64 ours = rang_postgresql_read_number (connection, "SELECT (" HAS_ENGINE ")::int", error);
  gint64 tables = ours < 0
                      ? -1
                      : rang_postgresql_read_number (
                          connection,
                          "SELECT count (*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = " OURS, error);

  if (tables < 0)
    return FALSE;
  /* Made by an attempt that was cut off before the first migration: nothing is in it. */
  if (ours != 0 && rang_postgresql_catalog_get_schema (connection, NULL) == 0)
    ours = tables = 0;
  if (mode == RANG_ENGINE_CREATE)
    {
      if (ours == 0 && tables == 0)
        return rang_postgresql_catalog_prepare (connection, error);
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS, "%s",
                   ours != 0 ? _ ("the database holds an office already; choose another database")
                             : _ ("the database is in use by another program; choose another database"));
      return FALSE;
    }
  if (ours != 0)
    return TRUE;
  if (tables == 0)
    g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
                 _ ("the database is empty; make an office in it, or choose another database"));
  else
    g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_A_STORE, "%s",
                 _ ("the database is in use by another program; choose another database"));
  return FALSE;
}

gboolean
rang_postgresql_catalog_prepare (RangPostgresqlConnection *connection, GError **error)
{
  gint64 there = rang_postgresql_read_number (connection, "SELECT (" HAS_ENGINE ")::int", error);

  if (there != 0)
    return there > 0;
  return rang_postgresql_do (connection,
                             "CREATE TABLE rang_engine (id bigint PRIMARY KEY CHECK (id = 1), schema bigint NOT NULL);"
                             "INSERT INTO rang_engine (id, schema) VALUES (1, 0);"
                             "CREATE TABLE rang_commits (number bigint PRIMARY KEY, id text NOT NULL UNIQUE, "
                             "at timestamptz NOT NULL DEFAULT clock_timestamp ());",
                             error)
         && rang_postgresql_do (connection, RANG_POSTGRESQL_PRELUDE, error);
}

int
rang_postgresql_catalog_get_schema (RangPostgresqlConnection *connection, GError **error)
{
  gint64 there = rang_postgresql_read_number (connection, "SELECT (" HAS_ENGINE ")::int", error);

  return there <= 0 ? (int)there
                    : (int)rang_postgresql_read_number (connection, "SELECT schema FROM rang_engine", error);
}

gboolean
rang_postgresql_catalog_check (RangPostgresqlConnection *connection, GPtrArray *faults, GError **error)
{
  static const char sql[] = "SELECT 'trigger ' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                            "WHERE c.relnamespace = " OURS " AND t.tgenabled <> 'O' "
                            "UNION ALL SELECT 'constraint ' || conname FROM pg_constraint WHERE connamespace = " OURS
                            " AND NOT convalidated ORDER BY 1";
  g_autoptr (PGresult) result = rang_postgresql_run (connection, sql, error);

  if (result == NULL)
    return FALSE;
  for (int i = 0; i < PQntuples (result); i++)
    /* Translators: %s is a part of the database, "trigger log_refuses_update" */
    g_ptr_array_add (faults, g_strdup_printf (_ ("%s is switched off"), PQgetvalue (result, i, 0)));
  return TRUE;
}

GHashTable *
rang_postgresql_catalog_describe (RangPostgresqlConnection *connection, GError **error)
{
  /* A definition names the schema it lies in; that says nothing about it. */
  static const char sql[]
      = "WITH tables AS (SELECT oid, relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = " OURS
        " AND relname NOT IN ('rang_engine', 'rang_commits', 'rang_roles', 'rang_rights', 'rang_words')), parts AS ("
        "SELECT 'table ' || t.relname AS name, "
        "(SELECT string_agg (a.attname || ' ' || format_type (a.atttypid, a.atttypmod) || ' ' || a.attnotnull, ', ' "
        "ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) "
        "|| coalesce ((SELECT string_agg (pg_get_constraintdef (c.oid), ', ' ORDER BY pg_get_constraintdef (c.oid)) "
        "FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype <> 't'), '') AS definition FROM tables t "
        "UNION ALL SELECT 'trigger ' || g.tgname, pg_get_triggerdef (g.oid) || p.prosrc FROM pg_trigger g "
        "JOIN tables t ON t.oid = g.tgrelid JOIN pg_proc p ON p.oid = g.tgfoid WHERE NOT g.tgisinternal AND NOT "
        "starts_with (g.tgname::text, 'rang_guard') "
        "UNION ALL SELECT 'index ' || i.relname, pg_get_indexdef (x.indexrelid) FROM pg_index x "
        "JOIN tables t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid "
        "WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid)) "
        "SELECT name, replace (replace (definition, current_schema () || '.', ''), '\"', '') FROM parts";
  g_autoptr (PGresult) result = rang_postgresql_run (connection, sql, error);
  GHashTable *parts;

  if (result == NULL)
    return NULL;
  parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < PQntuples (result); i++)
    g_hash_table_insert (parts, g_strdup (PQgetvalue (result, i, 0)), g_strdup (PQgetvalue (result, i, 1)));
  return parts;
}
