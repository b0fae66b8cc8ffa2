/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for measured travel in the store: a row a place, the ways to all others as text. */
#include "store/rang-store-roads.h"

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static gboolean
read_place (RangStatement *row, RangRoads *roads, GError **error)
{
  gint64 number = rang_row_int (row);
  g_autofree char *name = rang_row_dup_text (row);
  gint32 lat = (gint32)rang_row_int (row), lon = (gint32)rang_row_int (row);
  guint bad_seconds, bad_metres;

  rang_roads_read_row (rang_row_text (row), ' ', RANG_MOST_ROAD_SECONDS, roads->seconds, &bad_seconds);
  rang_roads_read_row (rang_row_text (row), ' ', RANG_MOST_ROAD_METRES, roads->metres, &bad_metres);
  rang_roads_add_place (roads, name, lat, lon);
  return (bad_seconds == 0 && bad_metres == 0) || rang_store_damaged ("travel_places", number, error);
}

RangRoads *
rang_store_load_roads (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT place, name, lat, lon, seconds, metres FROM travel_places ORDER BY place", error);
  g_autoptr (RangRoads) roads = rang_roads_new ();
  RangStep step = RANG_STEP_ERROR;
  guint n;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    if (!read_place (row, roads, error))
      {
        rang_statement_reset (row);
        return NULL;
      }
  if (step != RANG_STEP_DONE)
    return NULL;
  n = roads->places->len;
  if (roads->seconds->len == n * n && roads->metres->len == n * n)
    return g_steal_pointer (&roads);
  rang_store_damaged ("travel_places", n, error);
  return NULL;
}

static char *
row_to_text (const GArray *table, guint row, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (table, gint32, row * n + i));
  return g_string_free (text, FALSE);
}

static gboolean
save_place (RangStore *store, const RangRoads *roads, guint index, GError **error)
{
  const RangRoadPlace *place = roads->places->pdata[index];
  g_autofree char *seconds = row_to_text (roads->seconds, index, roads->places->len);
  g_autofree char *metres = row_to_text (roads->metres, index, roads->places->len);
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO travel_places (place, name, lat, lon, seconds, metres) VALUES ($1, $2, $3, $4, $5, $6)",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_TRAVEL, index + 1, 0, 0);
  rang_bind_int (row, index + 1);
  rang_bind_text (row, place->name);
  rang_bind_int (row, place->lat);
  rang_bind_int (row, place->lon);
  rang_bind_text (row, seconds);
  rang_bind_text (row, metres);
  return rang_statement_run (row, error);
}

/* The places that were there until now: each is written anew or gone. */
static gboolean
witness_places (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT place FROM travel_places", error);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    rang_store_witness (store, RANG_WITNESS_TRAVEL, rang_row_int (row), 0, 0);
  return step == RANG_STEP_DONE;
}

gboolean
rang_store_save_roads (RangStore *store, const RangRoads *roads, GError **error)
{
  RangStatement *row;

  if (!witness_places (store, error))
    return FALSE;
  row = rang_store_prepare_write (store, "DELETE FROM travel_places", error);
  if (row == NULL || !rang_statement_run (row, error))
    return FALSE;
  for (guint i = 0; roads != NULL && i < roads->places->len; i++)
    if (!save_place (store, roads, i, error))
      return FALSE;
  return TRUE;
}
