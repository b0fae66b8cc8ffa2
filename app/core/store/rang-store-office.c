/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the office's settings and departments in the store. */
#include "store/rang-store-office.h"

#include <glib/gi18n-lib.h>

#include "base/rang-text.h"
#include "store/rang-store-private.h"
#include "store/rang-store-rates.h"
#include "store/rang-store-witness.h"

static void
read_settings (RangStatement *row, RangSettings *settings)
{
  g_autofree char *speeds = NULL;

  g_free (settings->name);
  settings->name = rang_row_dup_text (row);
  settings->tax_number = rang_row_dup_text (row);
  rang_row_place (row, &settings->depot);
  g_free (settings->zone);
  settings->zone = rang_row_dup_text (row);
  g_strlcpy (settings->currency, rang_row_text (row), sizeof settings->currency);
  g_free (settings->language);
  settings->language = rang_row_dup_text (row);
  rang_row_times (row, &settings->hours);
  settings->speed = (gint32)rang_row_int (row);
  settings->road_factor = (gint32)rang_row_int (row);
  settings->service = (gint32)rang_row_int (row);
  settings->load = rang_row_int (row);
  settings->parcels = (gint32)rang_row_int (row);
  settings->high_quota = (gint32)rang_row_int (row);
  settings->most_bumps = (gint32)rang_row_int (row);
  settings->working_days = (guint8)rang_row_int (row);
  settings->demo = rang_row_int (row) != 0;
  settings->most_pushes = (gint32)rang_row_int (row);
  speeds = rang_row_dup_text (row);
  rang_speeds_parse (speeds, settings->speeds);
  settings->roads_entry = rang_row_int (row);
}

RangSettings *
rang_store_load_settings (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT name, tax_number, street, city, postcode, country, lat, lon, zone, currency, language, hours_from, "
      "hours_to, speed, road_factor, service, \"load\", parcels, high_quota, most_bumps, working_days, demo, "
      "most_pushes, speeds, roads_entry FROM settings WHERE id = 1",
      error);
  g_autoptr (RangSettings) settings = rang_settings_new ();

  if (row == NULL)
    return NULL;
  switch (rang_statement_step (row, error))
    {
    case RANG_STEP_ROW:
      read_settings (row, settings);
      rang_statement_reset (row);
      return rang_store_load_rates (store, settings->rates, error) ? g_steal_pointer (&settings) : NULL;
    case RANG_STEP_DONE:
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
                   _ ("the office has no settings yet; run “rangctl init”"));
      return NULL;
    case RANG_STEP_ERROR:
    default:
      return NULL;
    }
}

gboolean
rang_store_save_settings (RangStore *store, const RangSettings *settings, GError **error)
{
  g_autofree char *speeds = rang_speeds_format (settings->speeds);
  RangStatement *row;

  if (!rang_store_witness_if_changed (store, RANG_WITNESS_SETTINGS, 1, error)
      || !rang_store_witness_if_changed (store, RANG_WITNESS_SETTINGS_DETAILS, 1, error))
    return FALSE;
  row = rang_store_prepare_write (
      store,
      "INSERT INTO settings (id, name, tax_number, street, city, postcode, country, lat, lon, zone, currency, "
      "language, "
      "hours_from, hours_to, speed, road_factor, service, \"load\", parcels, high_quota, most_bumps, working_days, "
      "demo, most_pushes, speeds, roads_entry) "
      "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
      "$23, $24, $25) "
      "ON CONFLICT (id) DO UPDATE SET name = excluded.name, tax_number = excluded.tax_number, "
      "street = excluded.street, city = excluded.city, postcode = excluded.postcode, country = excluded.country, "
      "lat = excluded.lat, lon = excluded.lon, zone = excluded.zone, currency = excluded.currency, "
      "language = excluded.language, hours_from = excluded.hours_from, hours_to = excluded.hours_to, "
      "speed = excluded.speed, road_factor = excluded.road_factor, service = excluded.service, "
      "\"load\" = excluded.\"load\", parcels = excluded.parcels, high_quota = excluded.high_quota, "
      "most_bumps = excluded.most_bumps, working_days = excluded.working_days, demo = excluded.demo, "
      "most_pushes = excluded.most_pushes, speeds = excluded.speeds, roads_entry = excluded.roads_entry",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, settings->name);
  rang_bind_text (row, settings->tax_number);
  rang_bind_place (row, &settings->depot);
  rang_bind_text (row, settings->zone);
  rang_bind_text (row, settings->currency);
  rang_bind_text (row, settings->language);
  rang_bind_times (row, settings->hours);
  rang_bind_int (row, settings->speed);
  rang_bind_int (row, settings->road_factor);
  rang_bind_int (row, settings->service);
  rang_bind_int (row, settings->load);
  rang_bind_int (row, settings->parcels);
  rang_bind_int (row, settings->high_quota);
  rang_bind_int (row, settings->most_bumps);
  rang_bind_int (row, settings->working_days);
  rang_bind_int (row, settings->demo);
  rang_bind_int (row, settings->most_pushes);
  rang_bind_text (row, speeds[0] != '\0' ? speeds : NULL);
  rang_bind_int_or (row, settings->roads_entry, 0);
  return rang_statement_run (row, error);
}

static gpointer
read_department (RangStatement *row)
{
  RangDepartment *department = rang_department_new ();

  department->id = rang_row_int (row);
  department->name = rang_row_dup_text (row);
  department->mark = (int)rang_row_int (row);
  return department;
}

GPtrArray *
rang_store_load_departments (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT id, name, mark FROM departments ORDER BY id", error);

  return rang_store_read_rows (row, read_department, (GDestroyNotify)rang_department_free, error);
}

gboolean
rang_store_save_department (RangStore *store, RangDepartment *department, GError **error)
{
  gboolean is_new = department->id == 0;
  g_autofree char *key = rang_text_key (department->name);
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO departments (name, name_key, mark) VALUES ($1, $2, $3) RETURNING id"
             : "UPDATE departments SET name = $1, name_key = $2, mark = $3 WHERE id = $4",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, department->name);
  rang_bind_text (row, key);
  rang_bind_int (row, department->mark);
  if (!rang_store_run_saving (store, row, &department->id, error))
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_DEPARTMENT, department->id, 0, 0);
  return TRUE;
}
