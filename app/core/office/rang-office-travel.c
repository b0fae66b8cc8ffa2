/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the office knows of its roads: speeds by the hour, and travel that was measured. */
#include "office/rang-office-travel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/rang-validate.h"
#include "exchange/rang-roads-csv.h"
#include "office/rang-office-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-office.h"
#include "store/rang-store-roads.h"

/* --- reading --- */

/* The table in use, read once for each that came into use. */
static gboolean
load_roads (RangOffice *office, GError **error)
{
  gint64 entry = office->settings->roads_entry;

  if (office->roads_entry == entry && (entry == 0 || office->roads != NULL))
    return TRUE;
  g_clear_pointer (&office->roads, rang_roads_unref);
  if (entry != 0 && (office->roads = rang_store_load_roads (office->store, error)) == NULL)
    return FALSE;
  office->roads_entry = entry;
  return TRUE;
}

gboolean
office_take_roads (RangOffice *office, RangBoardInput *input, GError **error)
{
  if (!load_roads (office, error))
    return FALSE;
  if (office->roads != NULL && office->roads->places->len > 0)
    input->roads = rang_roads_ref (office->roads);
  return TRUE;
}

static gboolean
knows (const RangRoads *roads, const RangPlace *place)
{
  return roads != NULL && place->located && rang_roads_find (roads, place->lat, place->lon) >= 0;
}

gboolean
rang_office_get_travel (RangOffice *office, RangTravelState *state, GError **error)
{
  g_return_val_if_fail (office != NULL && state != NULL, FALSE);

  g_autoptr (GPtrArray) clients = NULL;

  *state = (RangTravelState){ 0 };
  if (!load_roads (office, error))
    return FALSE;
  if (office->roads == NULL)
    return TRUE;
  clients = rang_store_load_clients (office->store, error);
  if (clients == NULL)
    return FALSE;
  state->places = office->roads->places->len;
  state->depot = knows (office->roads, &office->settings->depot);
  for (guint i = 0; i < clients->len; i++)
    for (guint k = 0; k < ((RangClient *)clients->pdata[i])->addresses->len; k++)
      {
        const RangAddress *address = ((RangClient *)clients->pdata[i])->addresses->pdata[k];

        state->addresses += address->place.located ? 1 : 0;
        state->known += knows (office->roads, &address->place) ? 1 : 0;
      }
  return TRUE;
}

/* --- speeds --- */

static gboolean
check_settings (const RangSettings *settings, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  const RangRefusal *first;

  if (rang_validate_settings (settings, "settings", problems))
    return TRUE;
  first = problems->pdata[0];
  /* Translators: what is wrong; what to do */
  office_refuse (error, INVALID, _ ("%s; %s"), first->problem, first->remedy);
  return FALSE;
}

static char *
describe (const RangSettings *was, const RangSettings *is)
{
  g_autofree char *before = rang_speeds_format (was->speeds), *after = rang_speeds_format (is->speeds);

  return g_strdup_printf ("{\"speed\":{\"old\":%d,\"new\":%d},\"road_factor\":{\"old\":%d,\"new\":%d},"
                          "\"speeds\":{\"old\":\"%s\",\"new\":\"%s\"}}",
                          was->speed, is->speed, was->road_factor, is->road_factor, before, after);
}

gboolean
rang_office_set_speeds (RangOffice *office,
                        const RangSession *session,
                        gint32 speed,
                        gint32 road_factor,
                        const gint32 *speeds,
                        GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangSettings) settings = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "travel", 0, 0, transaction, error))
    return FALSE;
  settings = rang_settings_copy (office->settings);
  settings->speed = speed != 0 ? speed : settings->speed;
  settings->road_factor = road_factor != 0 ? road_factor : settings->road_factor;
  for (guint hour = 0; speeds != NULL && hour < RANG_N_HOURS; hour++)
    settings->speeds[hour] = speeds[hour];
  if (!check_settings (settings, error))
    return FALSE;
  entry = office_new_entry (office, session, "travel");
  entry->data = describe (office->settings, settings);
  return rang_store_save_settings (office->store, settings, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}

/* --- measured travel --- */

static gboolean
locate_at (const RangPlace *known, const char *key, RangPlace *place)
{
  g_autofree char *other = rang_place_key (known);

  if (!known->located || !g_str_equal (key, other))
    return FALSE;
  place->lat = known->lat;
  place->lon = known->lon;
  return TRUE;
}

typedef struct
{
  RangOffice *office;
  GPtrArray *clients;
} Locate;

/* The depot, or an address of a client at that door. */
static gboolean
locate (RangPlace *place, gpointer data)
{
  const Locate *self = data;
  g_autofree char *key = rang_place_key (place);

  if (locate_at (&self->office->settings->depot, key, place))
    return TRUE;
  for (guint i = 0; i < self->clients->len; i++)
    for (guint k = 0; k < ((RangClient *)self->clients->pdata[i])->addresses->len; k++)
      if (locate_at (&((RangAddress *)((RangClient *)self->clients->pdata[i])->addresses->pdata[k])->place, key, place))
        return TRUE;
  return FALSE;
}

/* The log knows how many places there are; the entry's number tells one table from the next. */
static gboolean
put_to_use (RangOffice *office,
            const RangSession *session,
            const RangRoads *roads,
            RangStoreTransaction *transaction,
            GError **error)
{
  g_autoptr (RangSettings) settings = rang_settings_copy (office->settings);
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "travel");

  entry->data = g_strdup_printf ("{\"places\":%u}", roads != NULL ? roads->places->len : 0);
  if (!rang_store_save_roads (office->store, roads, error) || !office_log (office, entry, error))
    return FALSE;
  settings->roads_entry = roads != NULL ? entry->entry : 0;
  return rang_store_save_settings (office->store, settings, error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}

gboolean
rang_office_take_travel (RangOffice *office,
                         const RangSession *session,
                         const char *places,
                         const char *seconds,
                         const char *metres,
                         GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && places != NULL && seconds != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangRoads) roads = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  Locate data = { .office = office };

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "travel", 0, 0, transaction, error))
    return FALSE;
  data.clients = clients = rang_store_load_clients (office->store, error);
  if (clients == NULL)
    return FALSE;
  roads = rang_roads_csv_read (places, seconds, metres, office->settings->speed, locate, &data, error);
  return roads != NULL && put_to_use (office, session, roads, transaction, error);
}

/* A table of ways has numbers alone. */
static gboolean
has_words (const char *path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  for (const char *c = text; *c != '\0' && *c != '\n'; c++)
    if (g_ascii_isalpha (*c))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_metres (const char *path)
{
  static const char *const words[] = { "metre", "meter", "metri", "dist" };
  g_autofree char *name = g_path_get_basename (path), *low = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (low, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
rang_office_take_travel_files (RangOffice *office,
                               const RangSession *session,
                               const char *const *files,
                               GError **error)
{
  const char *places = NULL, *seconds = NULL, *metres = NULL;
  guint taken = 0, n = g_strv_length ((char **)files);

  g_return_val_if_fail (office != NULL && session != NULL, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const char **which = has_words (files[i]) ? &places : is_of_metres (files[i]) ? &metres : &seconds;

      taken += *which == NULL ? 1 : 0;
      *which = files[i];
    }
  if (places != NULL && seconds != NULL && taken == n)
    return rang_office_take_travel (office, session, places, seconds, metres, error);
  office_refuse (error, INVALID, "%s",
                 _ ("choose two or three files together: the places (with a first line of names), the seconds and, if "
                    "there are, the metres"));
  return FALSE;
}

gboolean
rang_office_drop_travel (RangOffice *office, const RangSession *session, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "travel", 0, 0, transaction, error))
    return FALSE;
  if (office->settings->roads_entry == 0)
    {
      office_refuse (error, NOT_FOUND, _ ("no measured travel is in use; there is nothing to drop"));
      return FALSE;
    }
  return put_to_use (office, session, NULL, transaction, error);
}
