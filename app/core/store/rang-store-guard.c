/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a server enforces by itself: rights, row-level security, triggers; and for people's database roles.
 */
#include "store/rang-store-guard.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-engine-postgresql.h"
#include "store/rang-migrations.h"
#include "store/rang-store-private.h"

/* --- the words of SQL --- */

static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  return g_strdup_printf ("'%s'", doubled);
}

static char *
quote_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static void
append_rights (GString *sql, const char *into, const GArray *rights)
{
  for (guint i = 0; i < rights->len; i++)
    {
      const RangGuardRight *right = &g_array_index (rights, RangGuardRight, i);

      g_string_append_printf (sql, "INSERT INTO %s VALUES ('%s', '%s') ON CONFLICT DO NOTHING;\n", into, right->subject,
                              right->action);
    }
}

/* Who may write a row of the table. What is asked is asked once a statement, and not for each row. */
static char *
dup_condition (const RangGuardTable *table)
{
  GString *text = g_string_new (NULL);

  if (table->department != NULL)
    g_string_append_printf (text,
                            "((SELECT rang_may (string_to_array ('%1$s', ' '))) AND (%2$s IS NULL OR (SELECT rang_may "
                            "(string_to_array ('%1$s', ' '), -1)) OR %2$s = ANY ((SELECT rang_departments "
                            "(string_to_array ('%1$s', ' ')))::bigint[])))",
                            table->actions, table->department);
  else
    g_string_append_printf (text, "(SELECT rang_may (string_to_array ('%s', ' ')))", table->actions);
  if (table->own != NULL)
    g_string_append_printf (text, " OR %s = (SELECT rang_person ())", table->own);
  return g_string_free (text, FALSE);
}

static void
append_columns (GString *sql, const RangGuardTable *table)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER rang_guard_columns BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION "
                          "rang_guard_columns (",
                          table->table);
  for (gsize i = 0; table->columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "", table->columns[i]);
  g_string_append (sql, ");\n");
}

static void
append_table (GString *sql, const RangGuardTable *table)
{
  g_autofree char *condition = dup_condition (table);
  const char *name = table->table;

  g_string_append_printf (sql,
                          "ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY;\n"
                          "DROP POLICY IF EXISTS rang_read ON %1$s;\nDROP POLICY IF EXISTS rang_add ON %1$s;\n"
                          "DROP POLICY IF EXISTS rang_change ON %1$s;\nDROP POLICY IF EXISTS rang_remove ON %1$s;\n"
                          "DROP TRIGGER IF EXISTS rang_guard_columns ON %1$s;\n"
                          "DROP TRIGGER IF EXISTS rang_guard_entry ON %1$s;\n"
                          "CREATE POLICY rang_read ON %1$s FOR SELECT USING ((SELECT rang_person ()) IS NOT NULL);\n",
                          name);
  if (*table->actions == '\0' && table->own == NULL)
    return;
  g_string_append_printf (sql, "CREATE POLICY rang_add ON %s FOR INSERT WITH CHECK ((%s)", name, condition);
  if (table->entry != NULL)
    g_string_append_printf (sql, " AND rang_wrote (%s, string_to_array ('%s', ' '))", table->entry, table->actions);
  g_string_append_printf (sql,
                          ");\nCREATE POLICY rang_change ON %1$s FOR UPDATE USING (%2$s) WITH CHECK (%2$s);\n"
                          "CREATE POLICY rang_remove ON %1$s FOR DELETE USING (%2$s);\n",
                          name, condition);
  if (table->columns != NULL)
    append_columns (sql, table);
  if (table->logged)
    g_string_append_printf (sql,
                            "CREATE CONSTRAINT TRIGGER rang_guard_entry AFTER INSERT OR UPDATE OR DELETE ON %s "
                            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rang_guard_entry ();\n",
                            name);
}

/* Tables that no person's client touches but to read or to add. */
static void
append_grants (GString *sql, const char *role)
{
  g_string_append_printf (
      sql,
      "DO $body$ DECLARE other name; BEGIN EXECUTE format ('GRANT USAGE ON SCHEMA %%I TO %%I', current_schema (), '%1$s');\n"
      "EXECUTE format ('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %%I TO %%I', current_schema (), "
      "'%1$s');\nBEGIN EXECUTE format ('GRANT CONNECT ON DATABASE %%I TO %%I', current_database (), '%1$s');\n"
      "EXCEPTION WHEN insufficient_privilege THEN NULL; END;\n"
      "EXECUTE format ('REVOKE UPDATE, DELETE ON log, board_revisions FROM %%I', '%1$s');\n"
      "EXECUTE format ('REVOKE INSERT, UPDATE, DELETE ON rang_engine, rang_offices, rang_roles, rang_commits, rang_rights, "
      "rang_words FROM %%I', '%1$s');\nEXECUTE format ('REVOKE DELETE ON witnesses, conflicts FROM %%I', '%1$s');\n"
      "EXECUTE format ('REVOKE INSERT, DELETE ON chain_head, counters FROM %%I', '%1$s');\n"
      "FOR other IN SELECT relname FROM pg_class WHERE relnamespace = current_schema ()::regnamespace AND relkind = 'r' "
      "AND NOT relrowsecurity AND NOT starts_with (relname::text, 'rang_') LOOP\n"
      "EXECUTE format ('REVOKE INSERT, UPDATE, DELETE ON %%I FROM %%I', other, '%1$s');\nEND LOOP;\nEND $body$;\n",
      role);
}

/* --- the guard --- */

/* Tables that everybody's client writes, and within which bounds (guard.sql). */
static const struct
{
  const char *table;
  const char *events;
  const char *function;
} narrow[] = {
  { "chain_head", "UPDATE", "rang_guard_head ()" },
  { "witnesses", "INSERT OR UPDATE", "rang_guard_witness ()" },
  { "counters", "UPDATE", "rang_guard_counter ()" },
  { "conflicts", "INSERT", "rang_guard_conflict ()" },
  { "conflict_subjects", "INSERT OR UPDATE OR DELETE", "rang_guard_subject ('decide grant refuse')" },
};

static char *
dup_guard_sql (const RangGuard *guard)
{
  g_autoptr (GBytes) script = rang_migrations_load_server_script ("guard.sql");
  GString *sql = g_string_new (g_bytes_get_data (script, NULL));

  append_rights (sql, "rang_rights", guard->rights);
  append_rights (sql, "rang_words", guard->words);
  for (const RangGuardTable *table = guard->tables; table->table != NULL; table++)
    append_table (sql, table);
  for (gsize i = 0; i < G_N_ELEMENTS (narrow); i++)
    g_string_append_printf (sql,
                            "DROP TRIGGER IF EXISTS rang_guard_narrow ON %1$s;\n"
                            "CREATE TRIGGER rang_guard_narrow BEFORE %2$s ON %1$s FOR EACH ROW EXECUTE FUNCTION %3$s;\n",
                            narrow[i].table, narrow[i].events, narrow[i].function);
  g_string_append_printf (
      sql,
      "DROP POLICY IF EXISTS rang_add ON log;\n"
      "CREATE POLICY rang_add ON log FOR INSERT WITH CHECK (rang_may_log (what, who, behalf));\n"
      "DROP TRIGGER IF EXISTS rang_guard_chain ON log;\n"
      "CREATE TRIGGER rang_guard_chain BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION rang_guard_chain ();\n"
      "DROP TRIGGER IF EXISTS rang_guard_ranking ON board_revisions;\n"
      "CREATE TRIGGER rang_guard_ranking BEFORE INSERT ON board_revisions FOR EACH ROW EXECUTE FUNCTION "
      "rang_guard_ranking ('%s');\n",
      guard->ranking);
  return g_string_free (sql, FALSE);
}

/* What stands in the database now: which rows of the catalog, by which transactions. A policy that somebody changed or
 * took away makes it another. */
#define STANDING                                                                                                       \
  "md5 (coalesce ((SELECT string_agg (concat_ws ('|', p.oid, p.xmin), ';' ORDER BY p.oid) FROM pg_policy p JOIN "      \
  "pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = current_schema ()::regnamespace), '') || "                  \
  "coalesce ((SELECT string_agg (concat_ws ('|', oid, relrowsecurity, relforcerowsecurity), ';' ORDER BY oid) FROM "   \
  "pg_class WHERE relnamespace = current_schema ()::regnamespace AND relkind = 'r'), '') || "                          \
  "coalesce ((SELECT string_agg (concat_ws ('|', oid, xmin), ';' ORDER BY oid) FROM pg_trigger "                       \
  "WHERE starts_with (tgname::text, 'rang_guard')), '') || "                                                           \
  "has_database_privilege ('public', current_database (), 'CONNECT'))"

/* Returns: 1 if @sql gives 1 in its first row. */
static gint64
ask (RangStore *store, const char *sql, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  return row != NULL ? rang_statement_run_id (row, error) : 0;
}

static gboolean
owns_schema (RangStore *store, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (store->owner_known)
    return store->owned;
  store->owned = ask (store,
                      "SELECT count (*) FROM pg_class WHERE oid = 'rang_engine'::regclass "
                      "AND pg_has_role (session_user, relowner, 'USAGE')",
                      &why)
                 == 1;
  store->owner_known = why == NULL;
  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return store->owned;
}

/* Returns: whether @sql, which counts the guards of that digest, finds one */
static gboolean
was_made (RangStore *store, const char *sql, const char *digest, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, digest);
  return rang_statement_run_id (row, error) == 1;
}

static gboolean
make_anew (RangStore *store, const char *sql, const char *digest, GError **error)
{
  RangEngine *engine = store->engine;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, error);
  g_autoptr (GString) all = g_string_new (sql);
  RangStatement *row;
  RangStep step = RANG_STEP_ERROR;

  if (transaction == NULL || !rang_engine_postgresql_run (engine, all->str, error))
    return FALSE;
  g_string_truncate (all, 0);
  row = rang_store_prepare (store, "SELECT DISTINCT role::text FROM rang_roles ORDER BY 1", error);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    append_grants (all, rang_row_text (row));
  if (step != RANG_STEP_DONE)
    return FALSE;
  g_string_append_printf (all, "UPDATE rang_engine SET guard = '%s', guarded = " STANDING ";", digest);
  return rang_engine_postgresql_run (engine, all->str, error) && rang_store_transaction_commit (transaction, error);
}

gboolean
rang_store_guard (RangStore *store, const RangGuard *guard, GError **error)
{
  g_autofree char *sql = NULL, *digest = NULL;
  g_autoptr (GError) why = NULL;
  gboolean made;

  if (!rang_engine_is_postgresql (store->engine))
    return TRUE;
  if (!owns_schema (store, &why))
    {
      if (why != NULL)
        g_propagate_error (error, g_steal_pointer (&why));
      return why == NULL;
    }
  sql = dup_guard_sql (guard);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);
  made = was_made (store, "SELECT count (*) FROM rang_engine WHERE guard = $1", digest, &why);
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (!made)
    return make_anew (store, sql, digest, error);
  store->guard = g_steal_pointer (&sql);
  return TRUE;
}

/* Whether all of it still stands takes longer to ask than to open a board, so who only reads is spared it. */
gboolean
rang_store_uphold_guard (RangStore *store, GError **error)
{
  g_autofree char *sql = g_steal_pointer (&store->guard), *digest = NULL;
  g_autoptr (GError) why = NULL;

  if (sql == NULL)
    return TRUE;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);
  if (was_made (store, "SELECT count (*) FROM rang_engine WHERE guard = $1 AND guarded IS NOT DISTINCT FROM " STANDING,
                digest, &why))
    return TRUE;
  if (why == NULL)
    return make_anew (store, sql, digest, error);
  store->guard = g_steal_pointer (&sql);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* --- people's roles --- */

gint64
rang_store_get_server_person (RangStore *store, gboolean *bound, GError **error)
{
  *bound = FALSE;
  if (!rang_engine_is_postgresql (store->engine))
    return 0;
  *bound = !owns_schema (store, error);
  return *bound ? ask (store, "SELECT coalesce (rang_person (), 0)", error) : 0;
}

char *
rang_store_dup_server_role (RangStore *store, gint64 person, GError **error)
{
  RangStatement *row;
  char *role = NULL;

  if (!rang_engine_is_postgresql (store->engine))
    return NULL;
  row = rang_store_prepare (store, "SELECT role::text FROM rang_roles WHERE office = rang_office () AND person = $1", error);
  if (row == NULL)
    return NULL;
  rang_bind_int (row, person);
  while (rang_statement_step (row, error) == RANG_STEP_ROW)
    {
      g_free (role);
      role = rang_row_dup_text (row);
    }
  return role;
}

static gboolean
tie (RangStore *store, const char *role, gint64 person, GError **error)
{
  RangStatement *row
      = rang_store_prepare_write (store, "INSERT INTO rang_roles (office, role, person) VALUES (rang_office (), $1::name, $2)", error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, role);
  rang_bind_int (row, person);
  return rang_statement_run (row, error);
}

gboolean
rang_store_add_server_role (RangStore *store, const char *role, const char *password, gint64 person, GError **error)
{
  g_autofree char *name = quote_name (role), *literal = quote (role);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (!g_regex_match_simple ("^[a-z_][a-z0-9_.@-]{0,62}$", role, 0, 0))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” is no name for a database role; use small letters without marks, digits and _"), role);
      return FALSE;
    }
  if (!rang_engine_is_postgresql (store->engine) || !owns_schema (store, NULL))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_PERMISSION, "%s",
                   _ ("only the role that owns an office on a server gives people roles there; connect as that role"));
      return FALSE;
    }
  g_string_append_printf (sql,
                          "DO $body$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %s) THEN "
                          "CREATE ROLE %s LOGIN; END IF; END $body$;\n",
                          literal, name);
  if (password != NULL)
    {
      g_autofree char *sealed = rang_engine_postgresql_seal (store->engine, role, password, error);
      g_autofree char *secret = sealed != NULL ? quote (sealed) : NULL;

      if (secret == NULL)
        return FALSE;
      g_string_append_printf (sql, "ALTER ROLE %s PASSWORD %s;\n", name, secret);
    }
  append_grants (sql, role);
  return rang_store_remove_server_role (store, person, error)
         && rang_engine_postgresql_run (store->engine, sql->str, error) && tie (store, role, person, error);
}

gboolean
rang_store_remove_server_role (RangStore *store, gint64 person, GError **error)
{
  g_autofree char *role = rang_store_dup_server_role (store, person, error);
  g_autofree char *name = role != NULL ? quote_name (role) : NULL, *literal = role != NULL ? quote (role) : NULL;
  g_autofree char *sql = NULL;

  if (role == NULL)
    return error == NULL || *error == NULL;
  /* A role that is somebody in another office of the database keeps what it needs there. */
  sql = g_strdup_printf (
      "DELETE FROM rang_roles WHERE office = rang_office () AND person = %" PRId64 ";\n"
      "DO $body$ BEGIN IF EXISTS (SELECT 1 FROM rang_roles WHERE role = %s) THEN RETURN; END IF;\n"
      "EXECUTE format ('REVOKE ALL ON ALL TABLES IN SCHEMA %%I FROM %s', current_schema ());\n"
      "EXECUTE format ('REVOKE ALL ON SCHEMA %%I FROM %s', current_schema ());\n"
      "EXECUTE format ('REVOKE CONNECT ON DATABASE %%I FROM %s', current_database ());\n"
      "EXCEPTION WHEN insufficient_privilege THEN NULL; END $body$;\n",
      person, literal, name, name, name);
  return rang_engine_postgresql_run (store->engine, sql, error);
}
