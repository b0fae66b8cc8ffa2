/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a CSV file when clients' doors are open. */
#include "exchange/rang-doors-csv.h"

#include <glib/gi18n-lib.h>

#include "base/rang-text.h"
#include "exchange/rang-csv.h"
#include "exchange/rang-csv-file.h"

#define MOST_FIELD 10000

typedef enum
{
  COLUMN_CLIENT,
  COLUMN_STREET,
  COLUMN_CITY,
  COLUMN_POSTCODE,
  COLUMN_LAT,
  COLUMN_LON,
  COLUMN_HOURS,
  COLUMN_SERVICE,
  COLUMN_ACCESS,
  N_COLUMNS
} Column;

static const char *const column_names[N_COLUMNS]
    = { "client", "street", "city", "postcode", "lat", "lon", "hours", "service_min", "access" };

static void
row_free (gpointer data)
{
  RangDoorRow *row = data;

  g_free (row->client);
  rang_place_clear (&row->place);
  g_free (row->access);
  g_free (row);
}

static gboolean
find_columns (const char *path, const GPtrArray *header, int *columns, GError **error)
{
  for (Column c = 0; c < N_COLUMNS; c++)
    columns[c] = -1;
  for (guint i = 0; i < header->len; i++)
    {
      const char *name = g_strstrip (header->pdata[i]);
      int found = -1;

      for (Column c = 0; c < N_COLUMNS; c++)
        if (g_ascii_strcasecmp (name, column_names[c]) == 0)
          found = (int)c;
      if (found < 0 || columns[found] >= 0)
        return rang_exchange_fail_at (error, path, 1,
                                      /* Translators: the name of a column */
                                      g_strdup_printf (_ ("the column “%s” is unknown, or named twice; use client, "
                                                          "street, city, postcode, lat, lon, hours, service_min, access"),
                                                       name));
      columns[found] = (int)i;
    }
  return columns[COLUMN_CLIENT] >= 0
         || rang_exchange_fail_at (error, path, 1, g_strdup (_ ("no column is called client; name it in the first line")));
}

static char *
dup_field (const GPtrArray *fields, const int *columns, Column column)
{
  return columns[column] >= 0 && (guint)columns[column] < fields->len ? rang_text_clean (fields->pdata[columns[column]])
                                                                      : NULL;
}

static gboolean
read_coordinates (const char *path, const GPtrArray *fields, const int *columns, RangDoorRow *row, GError **error)
{
  g_autofree char *lat = dup_field (fields, columns, COLUMN_LAT), *lon = dup_field (fields, columns, COLUMN_LON);
  g_autofree char *pair = g_strdup_printf ("%s; %s", lat != NULL ? lat : "", lon != NULL ? lon : "");

  if (lat == NULL && lon == NULL)
    return TRUE;
  row->place.located = rang_place_parse_coordinates (pair, &row->place.lat, &row->place.lon);
  return row->place.located
         || rang_exchange_fail_at (error, path, row->line,
                                   /* Translators: what the file says */
                                   g_strdup_printf (_ ("“%s” are no coordinates on earth; give latitude and longitude in "
                                                       "degrees"),
                                                    pair));
}

static gboolean
read_times (const char *path, const GPtrArray *fields, const int *columns, RangDoorRow *row, GError **error)
{
  g_autofree char *hours = dup_field (fields, columns, COLUMN_HOURS);
  g_autofree char *service = dup_field (fields, columns, COLUMN_SERVICE);
  gint64 minutes = -1;

  row->has_hours = hours != NULL;
  if (!rang_hours_parse (hours, &row->hours, &row->shut))
    return rang_exchange_fail_at (error, path, row->line,
                                  /* Translators: what the file says */
                                  g_strdup_printf (_ ("“%s” are no hours; write them as 08:00-12:00, 13:00-17:00"), hours));
  if (service != NULL && !g_ascii_string_to_signed (service, 10, 0, 1440, &minutes, NULL))
    return rang_exchange_fail_at (error, path, row->line,
                                  /* Translators: what the file says */
                                  g_strdup_printf (_ ("“%s” is no number of minutes; write a whole one"), service));
  row->service = minutes >= 0 ? (gint32)minutes * 60 : -1;
  return TRUE;
}

static gboolean
read_row (const char *path, guint line, const GPtrArray *fields, const int *columns, GPtrArray *rows, GError **error)
{
  RangDoorRow *row = g_new0 (RangDoorRow, 1);

  g_ptr_array_add (rows, row);
  row->line = line;
  row->client = dup_field (fields, columns, COLUMN_CLIENT);
  row->place.street = dup_field (fields, columns, COLUMN_STREET);
  row->place.city = dup_field (fields, columns, COLUMN_CITY);
  row->place.postcode = dup_field (fields, columns, COLUMN_POSTCODE);
  row->access = dup_field (fields, columns, COLUMN_ACCESS);
  if (row->client == NULL)
    return rang_exchange_fail_at (error, path, line, g_strdup (_ ("the line names no client; name one")));
  return read_coordinates (path, fields, columns, row, error) && read_times (path, fields, columns, row, error);
}

GPtrArray *
rang_doors_csv_read (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GString) text = rang_exchange_load_text (path, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (RangCsv) csv = text != NULL ? rang_csv_new (name, text, 0, MOST_FIELD) : NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  RangCsvResult result = RANG_CSV_FAULT;
  int columns[N_COLUMNS];
  gboolean headed = FALSE;

  while (csv != NULL && (result = rang_csv_next (csv, fields, error)) <= RANG_CSV_ODD)
    {
      if (fields->len == 1 && ((const char *)fields->pdata[0])[0] == '\0')
        continue;
      if (!(headed ? read_row (path, rang_csv_get_line (csv), fields, columns, rows, error)
                   : find_columns (path, fields, columns, error)))
        return NULL;
      headed = TRUE;
    }
  return result == RANG_CSV_END ? g_steal_pointer (&rows) : NULL;
}
