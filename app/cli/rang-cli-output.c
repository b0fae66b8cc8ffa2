/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how rangctl prints: tables for people, CSV and JSON for programs. */
#include "rang-cli-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/rang-decimal.h"

/* The text of a member in a table or a CSV cell; lists are joined by blanks. */
static char *
cell_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      GString *out = g_string_new (NULL);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (out->len > 0)
            g_string_append_c (out, ' ');
          if (json_node_get_value_type (element) == G_TYPE_STRING)
            g_string_append (out, json_node_get_string (element));
          else
            {
              g_autofree char *text = json_to_string (element, FALSE);

              g_string_append (out, text);
            }
        }
      return g_string_free (out, FALSE);
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : "");
  return json_to_string (node, FALSE);
}

static void
print_csv_cell (const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    g_print ("%s", text);
  else
    {
      g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
      g_autofree char *escaped = g_strjoinv ("\"\"", parts);

      g_print ("\"%s\"", escaped);
    }
}

static void
print_csv (JsonArray *array, const RangCliColumn *columns)
{
  for (gsize c = 0; columns[c].member != NULL; c++)
    g_print ("%s%s", c > 0 ? "," : "", columns[c].member);
  g_print ("\r\n");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      for (gsize c = 0; columns[c].member != NULL; c++)
        {
          g_autofree char *text = cell_text (json_array_get_object_element (array, i), columns[c].member);

          if (c > 0)
            g_print (",");
          print_csv_cell (text);
        }
      g_print ("\r\n");
    }
}

static char *
join_words (JsonArray *array, RangCliSay say)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", rang_cli_say (say, json_array_get_string_element (array, i)));
  return g_string_free (out, FALSE);
}

static char *
table_text (JsonObject *object, const RangCliColumn *column)
{
  JsonNode *node = json_object_get_member (object, column->member);
  g_autofree char *text = NULL;

  if (column->say != NULL && node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return join_words (json_node_get_array (node), column->say);
  text = cell_text (object, column->member);
  if (column->say != NULL)
    return g_strdup (rang_cli_say (column->say, text));
  return column->amount && rang_decimal_is_plain (text) ? rang_decimal_show (text) : g_steal_pointer (&text);
}

static void
print_padded (const char *text, glong width, gboolean right, gboolean last)
{
  glong pad = width - g_utf8_strlen (text, -1);

  if (right)
    g_print ("%*s%s", (int)MAX (pad, 0), "", text);
  else if (last)
    g_print ("%s", text);
  else
    g_print ("%s%*s", text, (int)MAX (pad, 0), "");
  g_print ("%s", last ? "\n" : "  ");
}

static void
print_table (JsonArray *array, const RangCliColumn *columns)
{
  guint n_rows = json_array_get_length (array);
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (glong));
  gsize n = 0;

  for (; columns[n].member != NULL; n++)
    {
      glong width = g_utf8_strlen (_ (columns[n].heading), -1);

      for (guint i = 0; i < n_rows; i++)
        {
          g_autofree char *text = table_text (json_array_get_object_element (array, i), &columns[n]);

          width = MAX (width, g_utf8_strlen (text, -1));
        }
      g_array_append_val (widths, width);
    }
  for (gsize c = 0; c < n; c++)
    print_padded (_ (columns[c].heading), g_array_index (widths, glong, c), columns[c].right, c + 1 == n);
  for (guint i = 0; i < n_rows; i++)
    for (gsize c = 0; c < n; c++)
      {
        g_autofree char *text = table_text (json_array_get_object_element (array, i), &columns[c]);

        print_padded (text, g_array_index (widths, glong, c), columns[c].right, c + 1 == n);
      }
}

void
rang_cli_print_list (RangCli *cli, JsonArray *array, const RangCliColumn *columns)
{
  switch (cli->format)
    {
    case RANG_CLI_JSON:
      rang_cli_print_json (json_node_init_array (json_node_alloc (), array));
      break;
    case RANG_CLI_CSV:
      print_csv (array, columns);
      break;
    case RANG_CLI_TABLE:
    default:
      print_table (array, columns);
      break;
    }
  json_array_unref (array);
}

void
rang_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
  json_node_unref (node);
}

void
rang_cli_print_json_object (JsonObject *object)
{
  JsonNode *node = json_node_alloc ();

  json_node_init_object (node, object);
  json_object_unref (object);
  rang_cli_print_json (node);
}

void
rang_cli_set_id (JsonObject *object, const char *member, gint64 id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  rang_cli_set_text (object, member, text);
}

void
rang_cli_set_text (JsonObject *object, const char *member, const char *text)
{
  if (text == NULL || text[0] == '\0')
    json_object_set_null_member (object, member);
  else
    json_object_set_string_member (object, member, text);
}

void
rang_cli_set_int (JsonObject *object, const char *member, gint64 value)
{
  json_object_set_int_member (object, member, value);
}

void
rang_cli_set_bool (JsonObject *object, const char *member, gboolean value)
{
  json_object_set_boolean_member (object, member, value);
}

void
rang_cli_set_local (JsonObject *object, const char *member, RangDay day, RangTime time)
{
  g_autofree char *text = rang_day_time_format (day, time);

  rang_cli_set_text (object, member, text);
}

void
rang_cli_set_instant (JsonObject *object, const char *member, gint64 instant)
{
  g_autofree char *text = instant != 0 ? rang_instant_format (instant) : NULL;

  rang_cli_set_text (object, member, text);
}

void
rang_cli_add_id (JsonArray *array, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_array_add_string_element (array, text);
}
