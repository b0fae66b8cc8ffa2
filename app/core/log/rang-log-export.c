/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the log as a file that an outsider can verify. */
#include "log/rang-log-export.h"

static void
add_escaped (GString *line, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (line, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (line, "\\n");
      else if ((guchar)*c < 0x20 || *c == 0x7f)
        g_string_append_printf (line, "\\u%04x", (guchar)*c);
      else
        g_string_append_c (line, *c);
    }
}

static void
add_text (GString *line, const char *name, const char *value)
{
  g_string_append_printf (line, ",\"%s\":", name);
  if (value == NULL)
    {
      g_string_append (line, "null");
      return;
    }
  g_string_append_c (line, '"');
  add_escaped (line, value);
  g_string_append_c (line, '"');
}

static void
add_number (GString *line, const char *name, gint64 value)
{
  if (value == 0)
    g_string_append_printf (line, ",\"%s\":null", name);
  else
    g_string_append_printf (line, ",\"%s\":%" G_GINT64_FORMAT, name, value);
}

void
rang_log_export_line (const RangLogEntry *entry, GString *line)
{
  g_autofree char *at = rang_instant_format (entry->at);
  g_autofree char *day = rang_day_format (entry->day);

  g_string_append_printf (line, "{\"entry\":%" G_GINT64_FORMAT, entry->entry);
  add_text (line, "at", at);
  add_text (line, "day", day);
  add_number (line, "unit", entry->unit);
  add_number (line, "who", entry->who);
  add_number (line, "behalf", entry->behalf);
  add_text (line, "what", entry->what);
  add_number (line, "order", entry->order);
  add_number (line, "client", entry->client);
  add_text (line, "subject", entry->subject);
  add_number (line, "from", entry->from);
  add_number (line, "to", entry->to);
  add_text (line, "reason", entry->reason);
  add_text (line, "note", entry->note);
  add_text (line, "cost", entry->cost);
  add_text (line, "data", entry->data);
  add_text (line, "previous", entry->previous);
  add_text (line, "hash", entry->hash);
  add_text (line, "key", entry->key);
  add_text (line, "witness", entry->witness);
  add_text (line, "signature", entry->signature);
  g_string_append (line, "}\n");
}
