/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads measured travel from CSV files: the places, and the way from each to each. */
#include "exchange/rang-roads-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-text.h"
#include "exchange/rang-csv.h"
#include "exchange/rang-csv-file.h"

#define MOST_FIELD 1000

static gboolean
is_empty (const GPtrArray *fields)
{
  return fields->len == 1 && ((const char *)fields->pdata[0])[0] == '\0';
}

/* --- places --- */

typedef enum
{
  COLUMN_NAME,
  COLUMN_STREET,
  COLUMN_NUMBER,
  COLUMN_CITY,
  COLUMN_LAT,
  COLUMN_LON,
  N_COLUMNS
} Column;

static const char *const column_names[N_COLUMNS] = { "name", "street", "house_number", "city", "lat", "lon" };

static gboolean
find_columns (const char *path, const GPtrArray *header, int *columns, GError **error)
{
  for (Column c = 0; c < N_COLUMNS; c++)
    {
      columns[c] = -1;
      for (guint i = 0; i < header->len; i++)
        if (g_ascii_strcasecmp (g_strstrip (header->pdata[i]), column_names[c]) == 0)
          columns[c] = (int)i;
    }
  if ((columns[COLUMN_LAT] >= 0 && columns[COLUMN_LON] >= 0) || columns[COLUMN_STREET] >= 0)
    return TRUE;
  return rang_exchange_fail_at (error, path, 1,
               g_strdup (_ ("the first line names neither lat and lon nor street; name the columns there")));
}

static const char *
field (const GPtrArray *fields, const int *columns, Column column)
{
  return columns[column] >= 0 && (guint)columns[column] < fields->len ? fields->pdata[columns[column]] : "";
}

static void
read_words (const GPtrArray *fields, const int *columns, RangPlace *place, char **name)
{
  g_autofree char *street
      = g_strdup_printf ("%s %s", field (fields, columns, COLUMN_STREET), field (fields, columns, COLUMN_NUMBER));
  g_autofree char *text = NULL;

  place->street = rang_text_clean (street);
  place->city = rang_text_clean (field (fields, columns, COLUMN_CITY));
  *name = rang_text_clean (field (fields, columns, COLUMN_NAME));
  if (*name != NULL)
    return;
  text = rang_place_to_text (place);
  *name = rang_text_clean (text);
}

typedef struct
{
  const char *path;
  int columns[N_COLUMNS];
  RangRoadsLocate locate;
  gpointer data;
} Places;

static gboolean
read_place (const Places *self, guint line, const GPtrArray *fields, RangRoads *roads, GError **error)
{
  const char *lat = field (fields, self->columns, COLUMN_LAT), *lon = field (fields, self->columns, COLUMN_LON);
  g_autofree char *name = NULL, *pair = g_strdup_printf ("%s; %s", lat, lon);
  RangPlace place = { 0 };
  gboolean known;

  read_words (fields, self->columns, &place, &name);
  if (lat[0] != '\0' || lon[0] != '\0')
    known = rang_place_parse_coordinates (pair, &place.lat, &place.lon);
  else
    known = place.street != NULL && self->locate != NULL && self->locate (&place, self->data);
  if (known)
    rang_roads_add_place (roads, name != NULL ? name : pair, place.lat, place.lon);
  else
    rang_exchange_fail_at (error, self->path, line,
          /* Translators: a place */
          g_strdup_printf (_ ("nobody knows where “%s” is; give lat and lon in degrees, or the address of a client"),
                           name != NULL ? name : pair));
  rang_place_clear (&place);
  return known;
}

static gboolean
read_places (Places *self, RangRoads *roads, GError **error)
{
  g_autoptr (GString) text = rang_exchange_load_text (self->path, error);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autoptr (RangCsv) csv = text != NULL ? rang_csv_new (name, text, 0, MOST_FIELD) : NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  RangCsvResult result = RANG_CSV_FAULT;
  gboolean headed = FALSE;

  while (csv != NULL && (result = rang_csv_next (csv, fields, error)) <= RANG_CSV_ODD)
    {
      if (is_empty (fields))
        continue;
      if (!headed && !find_columns (self->path, fields, self->columns, error))
        return FALSE;
      if (headed && !read_place (self, rang_csv_get_line (csv), fields, roads, error))
        return FALSE;
      headed = TRUE;
      if (roads->places->len > RANG_MOST_ROAD_PLACES)
        return rang_exchange_fail_at (error, self->path, rang_csv_get_line (csv),
                     g_strdup_printf (_ ("there are more than %d places; leave some out"), RANG_MOST_ROAD_PLACES));
    }
  if (result != RANG_CSV_END)
    return FALSE;
  return roads->places->len >= 2 || rang_exchange_fail_at (error, self->path, 1, g_strdup (_ ("travel needs at least two places")));
}

/* --- the ways --- */

static const char *
name_of (const RangRoads *roads, guint index)
{
  return ((const RangRoadPlace *)roads->places->pdata[index])->name;
}

static gboolean
read_way (const char *path, guint line, const RangRoads *roads, guint from, guint to, const char *text, gint32 most,
          GArray *table, GError **error)
{
  gint64 number = 0;
  gint32 value;

  if (!g_ascii_string_to_signed (text, 10, 0, most, &number, NULL))
    return rang_exchange_fail_at (error, path, line,
                 /* Translators: two places; what the file says; the most that can be */
                 g_strdup_printf (_ ("from “%s” to “%s”: “%s” is no whole number from 0 to %d; correct it"),
                                  name_of (roads, from), name_of (roads, to), text, most));
  if (from == to && number != 0)
    return rang_exchange_fail_at (error, path, line,
                 /* Translators: a place; what the file says */
                 g_strdup_printf (_ ("from “%s” to itself must be 0, not “%s”; rows and columns stand in the order of "
                                     "the places"),
                                  name_of (roads, from), text));
  value = (gint32)number;
  g_array_append_val (table, value);
  return TRUE;
}

static gboolean
read_row (const char *path, guint line, const RangRoads *roads, guint row, const GPtrArray *fields, gint32 most,
          GArray *table, GError **error)
{
  guint n = roads->places->len;

  if (row >= n)
    return rang_exchange_fail_at (error, path, line,
                 g_strdup_printf (_ ("a row more than the %u places; give one for each of them"), n));
  if (fields->len != n)
    return rang_exchange_fail_at (error, path, line,
                 /* Translators: two numbers; a place */
                 g_strdup_printf (_ ("%u numbers for %u places in the row of “%s”; give one for each of them"),
                                  fields->len, n, name_of (roads, row)));
  for (guint column = 0; column < n; column++)
    if (!read_way (path, line, roads, row, column, g_strstrip (fields->pdata[column]), most, table, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_table (const char *path, const RangRoads *roads, gint32 most, GArray *table, GError **error)
{
  g_autoptr (GString) text = rang_exchange_load_text (path, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (RangCsv) csv = text != NULL ? rang_csv_new (name, text, 0, MOST_FIELD) : NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  RangCsvResult result = RANG_CSV_FAULT;
  guint row = 0;

  while (csv != NULL && (result = rang_csv_next (csv, fields, error)) <= RANG_CSV_ODD)
    if (!is_empty (fields) && !read_row (path, rang_csv_get_line (csv), roads, row++, fields, most, table, error))
      return FALSE;
  if (result != RANG_CSV_END)
    return FALSE;
  if (row == roads->places->len)
    return TRUE;
  return rang_exchange_fail_at (error, path, row + 1,
               /* Translators: two numbers; a place */
               g_strdup_printf (_ ("%u rows for %u places: the row of “%s” is missing"), row, roads->places->len,
                                name_of (roads, row)));
}

static void
reckon_metres (RangRoads *roads, gint32 speed)
{
  for (guint i = 0; i < roads->seconds->len; i++)
    {
      gint64 metres = (gint64)g_array_index (roads->seconds, gint32, i) * speed / 3600;
      gint32 value = (gint32)MIN (metres, RANG_MOST_ROAD_METRES);

      g_array_append_val (roads->metres, value);
    }
}

RangRoads *
rang_roads_csv_read (const char *places,
                     const char *seconds,
                     const char *metres,
                     gint32 speed,
                     RangRoadsLocate locate,
                     gpointer data,
                     GError **error)
{
  g_return_val_if_fail (places != NULL && seconds != NULL, NULL);

  g_autoptr (RangRoads) roads = rang_roads_new ();
  Places self = { .path = places, .locate = locate, .data = data };

  if (!read_places (&self, roads, error)
      || !read_table (seconds, roads, RANG_MOST_ROAD_SECONDS, roads->seconds, error))
    return NULL;
  if (metres == NULL)
    reckon_metres (roads, speed);
  else if (!read_table (metres, roads, RANG_MOST_ROAD_METRES, roads->metres, error))
    return NULL;
  return g_steal_pointer (&roads);
}
