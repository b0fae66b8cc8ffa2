/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the migrations in PostgreSQL's words: what differs between the engines' schemas is here and nowhere else.
 */
#include "store/rang-postgresql-dialect.h"

#include <string.h>

const char RANG_POSTGRESQL_PRELUDE[]
    = "CREATE FUNCTION rang_next_number () RETURNS trigger LANGUAGE plpgsql AS $body$\n"
      "DECLARE next bigint;\n"
      "BEGIN\n"
      "  EXECUTE format ('SELECT coalesce (max (%1$I), 0) + 1 FROM %2$I', TG_ARGV[0], TG_TABLE_NAME) INTO next;\n"
      "  NEW := jsonb_populate_record (NEW, jsonb_build_object (TG_ARGV[0], next));\n"
      "  RETURN NEW;\n"
      "END $body$;\n";

static char *
replace (const char *text, const char *pattern, const char *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, replacement, 0, NULL);
}

/* Statements of a script: parted by ";" at the end of a line, a trigger by "END;". Comments have no part in that. */
static GPtrArray *
split (const char *script)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);
  GString *statement = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);
      gboolean trigger;

      if (g_str_has_prefix (line + strspn (line, " "), "--") || (*line == '\0' && statement->len == 0))
        continue;
      g_string_append (statement, line);
      g_string_append_c (statement, '\n');
      trigger = g_str_has_prefix (statement->str, "CREATE TRIGGER");
      if (!g_str_has_suffix (line, trigger ? "END;" : ";"))
        continue;
      g_ptr_array_add (statements, g_strdup (statement->str));
      g_string_truncate (statement, 0);
    }
  if (statement->len > 0)
    g_ptr_array_add (statements, g_strdup (statement->str));
  g_string_free (statement, TRUE);
  return statements;
}

static char *
translate_values (const char *text)
{
  g_autofree char *distinct = replace (text, "\\bIS NOT (?!NULL\\b)", "IS DISTINCT FROM ");

  return replace (distinct, "\\bIS (?!NOT\\b|NULL\\b|DISTINCT\\b)", "IS NOT DISTINCT FROM ");
}

/* The table and its column that numbers itself, if there is one. */
static void
append_numbering (GString *out, const char *statement)
{
  g_autoptr (GRegex) regex = g_regex_new ("^CREATE TABLE (\\w+) \\(\\s*(\\w+) INTEGER PRIMARY KEY", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, statement, 0, &match))
    {
      g_autofree char *table = g_match_info_fetch (match, 1);
      g_autofree char *column = g_match_info_fetch (match, 2);

      g_string_append_printf (out,
                              "CREATE TRIGGER %s_next_number BEFORE INSERT ON %s FOR EACH ROW WHEN (NEW.%s IS NULL) "
                              "EXECUTE FUNCTION rang_next_number ('%s');\n",
                              table, table, column, column);
    }
}

static void
append_statement (GString *out, const char *statement)
{
  g_autofree char *lax = replace (statement, "\\)\\s*STRICT;", ");");
  g_autofree char *wide = replace (lax, "\\bINTEGER\\b", "BIGINT");
  g_autofree char *values = translate_values (wide);

  g_string_append (out, values);
  append_numbering (out, statement);
}

static gboolean
append_trigger (GString *out, const char *statement)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("^CREATE TRIGGER (\\w+) BEFORE (INSERT|UPDATE|DELETE) ON (\\w+)(?:\\s+WHEN (.*))?\\s+"
                     "BEGIN\\s+SELECT raise \\(ABORT, ('[^']*')\\);\\s+END;\\s*$",
                     G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL, *event = NULL, *table = NULL, *condition = NULL, *text = NULL, *values = NULL;
  gboolean always;

  if (!g_regex_match (regex, statement, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  event = g_match_info_fetch (match, 2);
  table = g_match_info_fetch (match, 3);
  condition = g_match_info_fetch (match, 4);
  text = g_match_info_fetch (match, 5);
  always = condition == NULL || *condition == '\0';
  values = translate_values (always ? "TRUE" : condition);
  g_string_append_printf (out,
                          "CREATE FUNCTION %s () RETURNS trigger LANGUAGE plpgsql AS $body$\nBEGIN\n"
                          "  IF %s THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', "
                          "MESSAGE = %s; END IF;\n  RETURN %s;\nEND $body$;\n"
                          "CREATE TRIGGER %s BEFORE %s ON %s FOR EACH ROW EXECUTE FUNCTION %s ();\n",
                          name, values, text, g_str_equal (event, "DELETE") ? "OLD" : "NEW", name, event, table, name);
  if (always && g_str_equal (event, "DELETE"))
    g_string_append_printf (out,
                            "CREATE TRIGGER %s_all BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s ();\n",
                            name, table, name);
  return TRUE;
}

char *
rang_postgresql_dialect (const char *script)
{
  g_autoptr (GPtrArray) statements = split (script);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    if (!append_trigger (out, statements->pdata[i]))
      append_statement (out, statements->pdata[i]);
  return g_string_free (out, FALSE);
}
