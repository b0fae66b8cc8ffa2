/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is in a PostgreSQL database: whose it is, its schema, and whether all guards stand. */
#include "store/rang-postgresql-catalog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-migrations.h"

#define HAS(table) "to_regclass (format ('%I." table "', current_schema ())) IS NOT NULL"
#define OURS "current_schema ()::regnamespace"

static gboolean
refuse (GError **error, RangStoreError code, const char *text)
{
  g_set_error_literal (error, RANG_STORE_ERROR, (int)code, text);
  return FALSE;
}

/* --- whose database it is --- */

typedef struct
{
  gint64 ours;     /* 1: Rang's own tables are there */
  gint64 tables;   /* how many tables there are, of anybody, where Rang's are not */
  gint64 schema;   /* the number of the last migration */
  PGresult *names; /* (nullable): number and name of each office that may be entered */
} Found;

static void
found_clear (Found *found)
{
  PQclear (found->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static gboolean
look (RangPostgresqlConnection *connection, Found *found, GError **error)
{
  g_autoptr (PGresult) there = rang_postgresql_run (
      connection,
      "SELECT (" HAS ("rang_engine") ")::int, CASE WHEN " HAS (
          "rang_engine") " THEN 0 ELSE (SELECT "
                         "count (*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = " OURS ") END, "
                         "(" HAS ("rang_offices") ")::int",
      error);

  if (there == NULL)
    return FALSE;
  found->ours = g_ascii_strtoll (PQgetvalue (there, 0, 0), NULL, 10);
  found->tables = g_ascii_strtoll (PQgetvalue (there, 0, 1), NULL, 10);
  connection->ours = found->ours != 0;
  if (found->ours == 0)
    return TRUE;
  if (*PQgetvalue (there, 0, 2) == '0')
    return refuse (
        error, RANG_STORE_ERROR_CORRUPT,
        _ ("the database is of a Rang that kept one office in it; copy that to a file with the Rang that made "
           "it, and from there into an empty database"));
  found->schema = rang_postgresql_read_number (connection, "SELECT schema FROM rang_engine", error);
  if (found->schema >= 0)
    found->names = rang_postgresql_run (connection, "SELECT office, name FROM rang_offices ORDER BY office", error);
  return found->names != NULL;
}

static int
find_office (const Found *found, const char *name)
{
  for (int i = 0; i < PQntuples (found->names); i++)
    if (g_str_equal (PQgetvalue (found->names, i, 1), name))
      return i;
  return -1;
}

static gint64
office_number (const Found *found, int row)
{
  return g_ascii_strtoll (PQgetvalue (found->names, row, 0), NULL, 10);
}

static char *
dup_names (const Found *found)
{
  GString *names = g_string_new (NULL);

  for (int i = 0; i < PQntuples (found->names); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", PQgetvalue (found->names, i, 1));
  return g_string_free (names, FALSE);
}

/* --- a new office --- */

/* Where the owner is not held back by row-level security, two offices would be one. */
static gboolean
admit_further (RangPostgresqlConnection *connection, const Found *found, GError **error)
{
  gint64 held = rang_postgresql_read_number (
      connection,
      "SELECT count (*) FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner WHERE c.oid = 'rang_engine'::regclass "
      "AND NOT (o.rolsuper OR o.rolbypassrls)",
      error);

  if (held < 0)
    return FALSE;
  if (held == 0)
    return refuse (error, RANG_STORE_ERROR_PERMISSION,
                   _ ("the tables belong to a superuser, who would see all offices at once; give them to another role "
                      "with REASSIGN OWNED, or choose another database"));
  return rang_postgresql_enter (connection, office_number (found, PQntuples (found->names) - 1) + 1, error);
}

static gboolean
admit_new (RangPostgresqlConnection *connection, const Found *found, GError **error)
{
  if (found->ours == 0)
    return found->tables == 0
               ? rang_postgresql_catalog_prepare (connection, error) && rang_postgresql_enter (connection, 1, error)
               : refuse (error, RANG_STORE_ERROR_EXISTS,
                         _ ("the database is in use by another program; choose another database"));
  if (PQntuples (found->names) == 0)
    return rang_postgresql_enter (connection, 1, error);
  if (connection->wanted == NULL || find_office (found, connection->wanted) >= 0)
    return refuse (error, RANG_STORE_ERROR_EXISTS,
                   _ ("the database holds an office already; choose another database, or name a further office in the "
                      "address with office=NAME"));
  return admit_further (connection, found, error);
}

gboolean
rang_postgresql_catalog_add_office (RangPostgresqlConnection *connection, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, connection->office);
  const char *values[] = { number, connection->wanted != NULL ? connection->wanted : number };
  g_autoptr (PGresult) result = PQexecParams (connection->pg, "INSERT INTO rang_offices (office, name) VALUES ($1, $2)",
                                              2, NULL, values, NULL, NULL, 0);

  if (PQresultStatus (result) == PGRES_COMMAND_OK)
    return TRUE;
  rang_postgresql_set_error (connection, result, error);
  return FALSE;
}

/* --- an office that is there --- */

static gboolean
admit_named (RangPostgresqlConnection *connection, const Found *found, GError **error)
{
  g_autofree char *names = dup_names (found);
  int row = connection->wanted != NULL ? find_office (found, connection->wanted) : 0;

  if (row < 0)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
                   /* Translators: the first %s is the name of an office, the second a list of names */
                   _ ("the database holds no office “%s”; it holds %s"), connection->wanted, names);
      return FALSE;
    }
  if (connection->wanted == NULL && PQntuples (found->names) > 1)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
                   /* Translators: %s is a list of names of offices */
                   _ ("the database holds several offices (%s); say which one in the address with office=NAME"), names);
      return FALSE;
    }
  return rang_postgresql_enter (connection, office_number (found, row), error);
}

gboolean
rang_postgresql_catalog_admit (RangPostgresqlConnection *connection, RangEngineMode mode, GError **error)
{
  g_auto (Found) found = { 0 };

  if (!look (connection, &found, error))
    return FALSE;
  if (mode == RANG_ENGINE_CREATE)
    return admit_new (connection, &found, error);
  if (found.ours != 0 && PQntuples (found.names) > 0)
    return admit_named (connection, &found, error);
  /* Made by an attempt that was cut off before the office: nothing is in it. */
  if (found.ours != 0 && found.schema > 0
      && rang_postgresql_read_number (connection, "SELECT (NOT rang_belongs (rang_office ()))::int", NULL) != 0)
    return refuse (error, RANG_STORE_ERROR_PERMISSION,
                   _ ("this role is nobody’s in the offices of the database; ask who owns them to connect it"));
  return found.ours != 0 || found.tables == 0
             ? refuse (error, RANG_STORE_ERROR_EMPTY,
                       _ ("the database is empty; make an office in it, or choose another database"))
             : refuse (error, RANG_STORE_ERROR_NOT_A_STORE,
                       _ ("the database is in use by another program; choose another database"));
}

gboolean
rang_postgresql_catalog_prepare (RangPostgresqlConnection *connection, GError **error)
{
  gint64 there = rang_postgresql_read_number (connection, "SELECT (" HAS ("rang_engine") ")::int", error);
  g_autoptr (GBytes) script = NULL;

  if (there != 0)
    return there > 0;
  script = rang_migrations_load_server_script ("offices.sql");
  return rang_postgresql_do (connection, g_bytes_get_data (script, NULL), error);
}

int
rang_postgresql_catalog_get_schema (RangPostgresqlConnection *connection, GError **error)
{
  /* A transaction may be one that sees a schema of its own. */
  gint64 there = connection->ours && !connection->in_transaction
                     ? 1
                     : rang_postgresql_read_number (connection, "SELECT (" HAS ("rang_engine") ")::int", error);

  return there <= 0 ? (int)there
                    : (int)rang_postgresql_read_number (connection, "SELECT schema FROM rang_engine", error);
}

gboolean
rang_postgresql_catalog_check (RangPostgresqlConnection *connection, GPtrArray *faults, GError **error)
{
  static const char sql[] = "SELECT 'trigger ' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                            "WHERE c.relnamespace = " OURS " AND t.tgenabled <> 'O' "
                            "UNION ALL SELECT 'constraint ' || conname FROM pg_constraint WHERE connamespace = " OURS
                            " AND NOT convalidated "
                            "UNION ALL SELECT 'table ' || c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND "
                            "c.relnamespace = " OURS " AND NOT starts_with (c.relname::text, 'rang_') AND NOT ("
                            "c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE "
                            "p.polrelid = c.oid AND p.polname = 'rang_office' AND NOT p.polpermissive)) ORDER BY 1";
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
        " AND NOT starts_with (relname::text, 'rang_')), parts AS ("
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
