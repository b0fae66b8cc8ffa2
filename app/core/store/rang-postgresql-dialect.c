/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the migrations in PostgreSQL's words: what differs between the engines' schemas is here and nowhere else.
 */
#include "store/rang-postgresql-dialect.h"

#include <string.h>

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

/* --- keys by office --- */

/* The first group, if @pattern is in @text. */
static char *
dup_match (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* Takes the keys of one line of a table out of it: they become keys with the office, which are added behind. */
static char *
take_keys (const char *line, const char *table, const char *column, GString *keys)
{
  g_autoptr (GRegex) regex
      = g_regex_new (" REFERENCES (\\w+) \\((\\w+)\\)(?: ON DELETE (CASCADE|SET NULL))?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *plain = NULL, *not_null = NULL;

  if (strstr (line, " PRIMARY KEY") != NULL)
    g_string_append_printf (keys, "ALTER TABLE %s ADD PRIMARY KEY (office, %s);\n", table, column);
  if (strstr (line, " UNIQUE") != NULL)
    g_string_append_printf (keys, "ALTER TABLE %s ADD UNIQUE (office, %s);\n", table, column);
  if (g_regex_match (regex, line, 0, &match))
    {
      g_autofree char *other = g_match_info_fetch (match, 1);
      g_autofree char *key = g_match_info_fetch (match, 2);
      g_autofree char *gone = g_match_info_fetch (match, 3);
      /* The office stays when what was referred to goes. */
      g_autofree char *action = gone == NULL || *gone == '\0'       ? g_strdup ("")
                                : g_str_equal (gone, "CASCADE") ? g_strdup (" ON DELETE CASCADE")
                                                                : g_strdup_printf (" ON DELETE SET NULL (%s)", column);

      g_string_append_printf (keys, "ALTER TABLE %s ADD FOREIGN KEY (office, %s) REFERENCES %s (office, %s)%s;\n", table,
                              column, other, key, action);
    }
  plain = g_regex_replace (regex, line, -1, 0, "", 0, NULL);
  not_null = replace (plain, " PRIMARY KEY", " NOT NULL");
  return replace (not_null, " UNIQUE", "");
}

/* Each row says whose it is, and who is connected for one office meets no row of another, the owner no less. */
static void
append_fence (GString *out, const char *table)
{
  g_string_append_printf (
      out,
      "ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;\n"
      "CREATE POLICY rang_office ON %1$s AS RESTRICTIVE USING (office = (SELECT rang_office ()));\n"
      "CREATE POLICY rang_owner ON %1$s TO CURRENT_USER USING (true);\n",
      table);
}

/* Columns stand one a line; a line that begins with no column goes on with the last one. */
static char *
key_by_office (const char *statement, const char *table)
{
  g_auto (GStrv) lines = g_strsplit (statement, "\n", -1);
  g_autofree char *column = dup_match (lines[0], "ADD COLUMN \"?(\\w+)\"? ");
  g_autoptr (GString) keys = g_string_new (NULL);
  GString *out = g_string_new (NULL);
  gboolean whole = g_str_has_prefix (statement, "CREATE");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *next = dup_match (lines[i], "^\\s+\"?(\\w+)\"? (?:INTEGER|TEXT)\\b");

      if (next != NULL)
        {
          g_free (column);
          column = next;
        }
      if (g_regex_match_simple ("^\\s+(PRIMARY KEY|UNIQUE) \\(", lines[i], 0, 0))
        {
          g_autofree char *keyed = replace (lines[i], "^(\\s+)(PRIMARY KEY|UNIQUE) \\(", "\\1\\2 (office, ");

          g_string_append (out, keyed);
        }
      else
        {
          g_autofree char *rest = take_keys (lines[i], table, column, keys);

          g_string_append (out, rest);
        }
      g_string_append (out, lines[i + 1] != NULL ? "\n" : "");
      if (i == 0 && whole)
        g_string_append (out, "  office BIGINT NOT NULL DEFAULT rang_office (),\n");
    }
  g_string_append (out, keys->str);
  if (whole)
    append_fence (out, table);
  return g_string_free (out, FALSE);
}

static gboolean
is_of_rows (const char *statement)
{
  return g_regex_match_simple ("^(INSERT|UPDATE|DELETE)\\b", statement, 0, 0);
}

static void
append_statement (GString *out, const char *statement)
{
  g_autofree char *table = dup_match (statement, "^(?:CREATE|ALTER) TABLE (\\w+) (?:\\(|ADD COLUMN)");
  g_autofree char *lax = replace (statement, "\\)\\s*STRICT;", ");");
  g_autofree char *keyed = table != NULL ? key_by_office (lax, table)
                                         : replace (lax, "^(CREATE (?:UNIQUE )?INDEX \\w+ ON \\w+) \\(", "\\1 (office, ");
  g_autofree char *wide = replace (keyed, "\\bINTEGER\\b", "BIGINT");
  g_autofree char *values = translate_values (wide);

  if (is_of_rows (statement))
    g_string_append_printf (out,
                            "DO $each$ DECLARE mine bigint := rang_office (); each bigint;\nBEGIN\n"
                            "FOR each IN SELECT office FROM rang_offices LOOP\n"
                            "PERFORM set_config ('rang.office', each::text, true);\n%sEND LOOP;\n"
                            "PERFORM set_config ('rang.office', mine::text, true);\nEND $each$;\n",
                            values);
  else
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

/* What a trigger writes by itself is written whoever the change was made by: its table is nobody's else. */
static gboolean
append_writing_trigger (GString *out, const char *statement)
{
  g_autoptr (GRegex) regex = g_regex_new ("^CREATE TRIGGER (\\w+) AFTER (INSERT|UPDATE|DELETE) ON (\\w+)"
                                          "(?:\\s+WHEN (.*?))?\\s+BEGIN\\s+(.*)END;\\s*$",
                                          G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL, *event = NULL, *table = NULL, *condition = NULL, *body = NULL;
  g_autofree char *when = NULL, *query = NULL;

  if (!g_regex_match (regex, statement, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  event = g_match_info_fetch (match, 2);
  table = g_match_info_fetch (match, 3);
  condition = g_match_info_fetch (match, 4);
  body = g_match_info_fetch (match, 5);
  when = translate_values (*condition == '\0' ? "TRUE" : condition);
  query = rang_postgresql_dialect_query (body);
  g_string_append_printf (out,
                          "CREATE FUNCTION %1$s () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
                          "SET search_path FROM CURRENT AS $body$\nBEGIN\n%2$sRETURN NULL;\nEND $body$;\n"
                          "CREATE TRIGGER %1$s AFTER %3$s ON %4$s FOR EACH ROW WHEN (%5$s) EXECUTE FUNCTION %1$s ();\n",
                          name, query, event, table, when);
  return TRUE;
}

char *
rang_postgresql_dialect (const char *script)
{
  g_autoptr (GPtrArray) statements = split (script);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    if (!append_trigger (out, statements->pdata[i]) && !append_writing_trigger (out, statements->pdata[i]))
      append_statement (out, statements->pdata[i]);
  return g_string_free (out, FALSE);
}

char *
rang_postgresql_dialect_rows (const char *script)
{
  g_autoptr (GPtrArray) statements = split (script);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    if (is_of_rows (statements->pdata[i]))
      {
        g_autofree char *values = translate_values (statements->pdata[i]);

        g_string_append (out, values);
      }
  return g_string_free (out, FALSE);
}

char *
rang_postgresql_dialect_query (const char *sql)
{
  return replace (sql, "\\bON CONFLICT \\(", "ON CONFLICT (office, ");
}
