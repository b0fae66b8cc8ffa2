/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the grammar of CSV: records and fields, by RFC 4180. */
#include "exchange/rang-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/rang-exchange-error.h"

struct _RangCsv
{
  char *name;
  const char *start;
  const char *at;
  const char *end;
  char delimiter;
  gsize most;
  guint line;
  guint record_line;
  gboolean ended_by_break;
};

static char
tell_delimiter (const char *text, const char *end)
{
  guint commas = 0, semicolons = 0, tabs = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (*p == '\n' || *p == '\r')
        break;
      commas += *p == ',';
      semicolons += *p == ';';
      tabs += *p == '\t';
    }
  if (tabs > commas && tabs > semicolons)
    return '\t';
  return semicolons > commas ? ';' : ',';
}

/* Moves over one line break, if one stands here. */
static gboolean
skip_break (RangCsv *csv)
{
  if (csv->at < csv->end && *csv->at == '\r')
    {
      csv->at++;
      if (csv->at < csv->end && *csv->at == '\n')
        csv->at++;
    }
  else if (csv->at < csv->end && *csv->at == '\n')
    csv->at++;
  else
    return FALSE;
  csv->line++;
  return TRUE;
}

static char
read_sep_line (RangCsv *csv)
{
  const char *p = csv->at;
  char found;

  if (csv->end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || strchr (",;\t", p[4]) == NULL)
    return 0;
  found = p[4];
  if (csv->end - p > 5 && p[5] != '\r' && p[5] != '\n')
    return 0;
  csv->at = p + 5;
  skip_break (csv);
  return found;
}

RangCsv *
rang_csv_new (const char *name, const GString *text, char delimiter, gsize most)
{
  RangCsv *csv = g_new0 (RangCsv, 1);
  char told;

  csv->name = g_strdup (name);
  csv->start = text->str;
  csv->at = text->str;
  csv->end = text->str + text->len;
  csv->most = most;
  csv->line = 1;
  told = read_sep_line (csv);
  csv->delimiter = delimiter != 0 ? delimiter : told != 0 ? told : tell_delimiter (csv->at, csv->end);
  return csv;
}

void
rang_csv_free (RangCsv *csv)
{
  if (csv == NULL)
    return;
  g_free (csv->name);
  g_free (csv);
}

static gboolean
fail_too_large (RangCsv *csv, GError **error)
{
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
               /* Translators: file, line, a number of bytes */
               _ ("%s:%u: a field is longer than %zu bytes; look for a missing quote, or shorten the field"), csv->name,
               csv->record_line, csv->most);
  return FALSE;
}

static gboolean
read_quoted (RangCsv *csv, GString *field, GError **error)
{
  guint opened = csv->line;

  for (csv->at++; csv->at < csv->end;)
    {
      const char *p = csv->at;

      if (field->len > csv->most)
        return fail_too_large (csv, error);
      if (*p == '"' && p + 1 < csv->end && p[1] == '"')
        {
          g_string_append_c (field, '"');
          csv->at += 2;
        }
      else if (*p == '"')
        {
          csv->at++;
          return TRUE;
        }
      else if (skip_break (csv))
        g_string_append_len (field, p, csv->at - p);
      else
        {
          g_string_append_c (field, *p);
          csv->at++;
        }
    }
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED,
               /* Translators: file, line */
               _ ("%s:%u: the quoted field that starts here has no end, so the file is cut or a quote is missing; ask "
                  "the sender for the whole file, or correct the quote"),
               csv->name, opened);
  return FALSE;
}

static gboolean
at_field_end (const RangCsv *csv)
{
  return csv->at == csv->end || *csv->at == csv->delimiter || *csv->at == '\n' || *csv->at == '\r';
}

static gboolean
read_plain (RangCsv *csv, GString *field, gboolean *odd, GError **error)
{
  const char *from = csv->at;

  for (; !at_field_end (csv); csv->at++)
    {
      *odd = *odd || *csv->at == '"';
      if ((gsize)(csv->at - from) >= csv->most)
        return fail_too_large (csv, error);
    }
  g_string_append_len (field, from, csv->at - from);
  return TRUE;
}

static gboolean
read_field (RangCsv *csv, GPtrArray *fields, gboolean *odd, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);

  if (csv->at < csv->end && *csv->at == '"')
    {
      if (!read_quoted (csv, field, error))
        return FALSE;
      if (!at_field_end (csv))
        {
          g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
                       /* Translators: file, line */
                       _ ("%s:%u: text follows a closing quote; double the quotes inside a quoted field"), csv->name,
                       csv->line);
          return FALSE;
        }
    }
  else if (!read_plain (csv, field, odd, error))
    return FALSE;
  g_ptr_array_add (fields, g_string_free (g_steal_pointer (&field), FALSE));
  return TRUE;
}

RangCsvResult
rang_csv_next (RangCsv *csv, GPtrArray *fields, GError **error)
{
  gboolean odd = FALSE;

  g_return_val_if_fail (csv != NULL && fields != NULL, RANG_CSV_END);
  g_ptr_array_set_size (fields, 0);
  csv->record_line = csv->line;
  if (csv->at == csv->end)
    return RANG_CSV_END;
  for (;;)
    {
      if (fields->len == RANG_CSV_MOST_FIELDS)
        {
          g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: file, line, a number */
                       _ ("%s:%u: the row has over %d fields; check the delimiter, or leave out columns"), csv->name,
                       csv->record_line, RANG_CSV_MOST_FIELDS);
          return RANG_CSV_FAULT;
        }
      if (!read_field (csv, fields, &odd, error))
        return RANG_CSV_FAULT;
      if (csv->at == csv->end || *csv->at != csv->delimiter)
        break;
      csv->at++;
    }
  csv->ended_by_break = skip_break (csv);
  return odd ? RANG_CSV_ODD : RANG_CSV_RECORD;
}

guint
rang_csv_get_line (const RangCsv *csv)
{
  return csv->record_line;
}

gsize
rang_csv_get_offset (const RangCsv *csv)
{
  return (gsize)(csv->at - csv->start);
}

gboolean
rang_csv_is_ended_by_break (const RangCsv *csv)
{
  return csv->ended_by_break;
}

char
rang_csv_get_delimiter (const RangCsv *csv)
{
  return csv->delimiter;
}
