/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for units, their resources and the roster in the store. */
#include "store/rang-store-resources.h"

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static gpointer
read_unit (RangStatement *row)
{
  RangUnit *unit = rang_unit_new ();

  unit->id = rang_row_int (row);
  unit->name = rang_row_dup_text (row);
  unit->kind = (RangUnitKind)rang_row_nick (row, rang_unit_kind_from_nick);
  return unit;
}

GPtrArray *
rang_store_load_units (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT id, name, kind FROM units ORDER BY id", error);

  return rang_store_read_rows (row, read_unit, (GDestroyNotify)rang_unit_free, error);
}

gboolean
rang_store_save_unit (RangStore *store, RangUnit *unit, GError **error)
{
  gboolean is_new = unit->id == 0;
  RangStatement *row = rang_store_prepare_write (store,
                                                 is_new ? "INSERT INTO units (name, kind) VALUES ($1, $2) RETURNING id"
                                                        : "UPDATE units SET name = $1, kind = $2 WHERE id = $3",
                                                 error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, unit->name);
  rang_bind_text (row, rang_unit_kind_to_nick (unit->kind));
  if (!rang_store_run_saving (store, row, &unit->id, error))
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_UNIT, unit->id, 0, 0);
  return TRUE;
}

/* Where a day begins or ends apart from the depot: a name and coordinates. */
static void
read_own_place (RangStatement *row, RangPlace *place)
{
  gint64 lat, lon;

  place->street = rang_row_dup_text (row);
  lat = rang_row_int_or (row, G_MAXINT64);
  lon = rang_row_int_or (row, G_MAXINT64);
  place->located = lat != G_MAXINT64 && lon != G_MAXINT64;
  place->lat = place->located ? (gint32)lat : 0;
  place->lon = place->located ? (gint32)lon : 0;
}

static void
bind_own_place (RangStatement *row, const RangPlace *place)
{
  rang_bind_text (row, place->located ? place->street : NULL);
  rang_bind_int_or (row, place->located ? place->lat : G_MAXINT64, G_MAXINT64);
  rang_bind_int_or (row, place->located ? place->lon : G_MAXINT64, G_MAXINT64);
}

static gpointer
read_resource (RangStatement *row)
{
  RangResource *resource = rang_resource_new ();
  g_autofree char *breaks = NULL;

  resource->id = rang_row_int (row);
  resource->unit = rang_row_int (row);
  resource->name = rang_row_dup_text (row);
  resource->plate = rang_row_dup_text (row);
  resource->capacity = rang_row_int (row);
  resource->capacity_parcels = (gint32)rang_row_int (row);
  rang_row_times (row, &resource->shift);
  resource->courier = rang_row_int (row);
  resource->active = rang_row_int (row) != 0;
  resource->category = rang_row_dup_text (row);
  resource->fuel_norm = (gint32)rang_row_int (row);
  resource->skills = (guint32)rang_row_int (row);
  breaks = rang_row_dup_text (row);
  rang_breaks_parse (breaks, &resource->breaks);
  read_own_place (row, &resource->start);
  read_own_place (row, &resource->end);
  return resource;
}

GPtrArray *
rang_store_load_resources (RangStore *store, gint64 unit, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT id, unit, name, plate, capacity, capacity_parcels, shift_from, shift_to, courier, active, "
      "category, fuel_norm, skills, breaks, start_name, start_lat, start_lon, end_name, end_lat, end_lon FROM "
      "resources "
      "WHERE $1 = 0 OR unit = $1 ORDER BY id",
      error);

  if (row != NULL)
    rang_bind_int (row, unit);
  return rang_store_read_rows (row, read_resource, (GDestroyNotify)rang_resource_free, error);
}

gboolean
rang_store_save_resource (RangStore *store, RangResource *resource, GError **error)
{
  gboolean is_new = resource->id == 0;
  g_autofree char *breaks = rang_breaks_format (&resource->breaks);
  RangStatement *row;

  if (!is_new
      && (!rang_store_witness_if_changed (store, RANG_WITNESS_RESOURCE, resource->id, error)
          || !rang_store_witness_if_changed (store, RANG_WITNESS_RESOURCE_DETAILS, resource->id, error)))
    return FALSE;
  row = rang_store_prepare_write (
      store,
      is_new
          ? "INSERT INTO resources (unit, name, plate, capacity, capacity_parcels, shift_from, shift_to, courier, "
            "active, category, fuel_norm, skills, breaks, start_name, start_lat, start_lon, end_name, end_lat, "
            "end_lon) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) "
            "RETURNING id"
          : "UPDATE resources SET unit = $1, name = $2, plate = $3, capacity = $4, capacity_parcels = $5, "
            "shift_from = $6, shift_to = $7, courier = $8, active = $9, category = $10, fuel_norm = $11, skills = $12, "
            "breaks = $13, start_name = $14, start_lat = $15, start_lon = $16, end_name = $17, end_lat = $18, "
            "end_lon = $19 WHERE id = $20",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, resource->unit);
  rang_bind_text (row, resource->name);
  rang_bind_text (row, resource->plate);
  rang_bind_int (row, resource->capacity);
  rang_bind_int (row, resource->capacity_parcels);
  rang_bind_times (row, resource->shift);
  rang_bind_int_or (row, resource->courier, 0);
  rang_bind_int (row, resource->active);
  rang_bind_text (row, resource->category);
  rang_bind_int_or (row, resource->fuel_norm, 0);
  rang_bind_int (row, resource->skills);
  rang_bind_text (row, breaks[0] != '\0' ? breaks : NULL);
  bind_own_place (row, &resource->start);
  bind_own_place (row, &resource->end);
  if (!rang_store_run_saving (store, row, &resource->id, error))
    return FALSE;
  if (is_new)
    {
      rang_store_witness (store, RANG_WITNESS_RESOURCE, resource->id, 0, 0);
      rang_store_witness (store, RANG_WITNESS_RESOURCE_DETAILS, resource->id, 0, 0);
    }
  return TRUE;
}

static gpointer
read_roster_entry (RangStatement *row)
{
  RangRosterEntry *entry = rang_roster_entry_new ();

  entry->resource = rang_row_int (row);
  entry->day = rang_row_day (row);
  entry->courier = rang_row_int (row);
  rang_row_times (row, &entry->shift);
  entry->out_of_service = rang_row_int (row) != 0;
  entry->reason = rang_row_dup_text (row);
  return entry;
}

GPtrArray *
rang_store_load_roster (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT resource, day, courier, shift_from, shift_to, out_of_service, reason FROM roster WHERE day = $1 "
      "ORDER BY resource",
      error);

  if (row != NULL)
    rang_bind_int (row, day);
  return rang_store_read_rows (row, read_roster_entry, (GDestroyNotify)rang_roster_entry_free, error);
}

gboolean
rang_store_save_roster_entry (RangStore *store, const RangRosterEntry *entry, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO roster (resource, day, courier, shift_from, shift_to, out_of_service, reason) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (day, resource) DO UPDATE SET courier = excluded.courier, "
      "shift_from = excluded.shift_from, shift_to = excluded.shift_to, out_of_service = excluded.out_of_service, "
      "reason = excluded.reason",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_ROSTER, entry->day, entry->resource, 0);
  rang_bind_int (row, entry->resource);
  rang_bind_int (row, entry->day);
  rang_bind_int_or (row, entry->courier, 0);
  rang_bind_times (row, entry->shift);
  rang_bind_int (row, entry->out_of_service);
  rang_bind_text (row, entry->reason);
  return rang_statement_run (row, error);
}
