/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the vans and machines themselves: what they are called, carry and can do, whatever the day. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "base/rang-text.h"
#include "domain/rang-validate.h"
#include "office/rang-office-delivery-private.h"
#include "store/rang-store-resources.h"

static void
clean (char **text)
{
  char *cleaned = rang_text_clean (*text);

  g_free (*text);
  *text = cleaned;
}

static void
clean_texts (RangResource *van)
{
  clean (&van->name);
  clean (&van->plate);
  clean (&van->category);
  clean (&van->start.street);
  clean (&van->end.street);
}

static gboolean
check_valid (const RangResource *van, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  const RangRefusal *first;

  if (rang_validate_resource (van, "van", problems))
    return TRUE;
  first = problems->pdata[0];
  /* Translators: what is wrong; what to do */
  office_refuse (error, INVALID, _ ("%s; %s"), first->problem, first->remedy);
  return FALSE;
}

/* Nothing else of the unit bears the name, and the courier works here. */
static gboolean
check_others (RangOffice *office, GPtrArray *vans, const RangResource *van, GError **error)
{
  g_autofree char *key = rang_text_key (van->name);
  const RangPerson *courier = van->courier != 0 ? office_find_person (office, van->courier) : NULL;

  for (guint i = 0; i < vans->len; i++)
    {
      const RangResource *other = vans->pdata[i];
      g_autofree char *name = rang_text_key (other->name);

      if (other->id == van->id || !g_str_equal (key, name))
        continue;
      office_refuse (error, REFUSED, _ ("there is a “%s” already; give another name"), other->name);
      return FALSE;
    }
  if (van->courier == 0 || (courier != NULL && courier->active))
    return TRUE;
  office_refuse (error, NOT_FOUND, _ ("nobody with the id %" PRId64 " works here; choose a courier"), van->courier);
  return FALSE;
}

/* What drives on the day goes on driving. */
static gboolean
check_is_idle (RangOffice *office, const RangSession *session, const RangResource *van, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);
  g_autofree char *day = rang_day_format (session->day);
  const GPtrArray *routes;

  if (board == NULL)
    return FALSE;
  routes = rang_board_get_routes (board);
  for (guint i = 0; i < routes->len; i++)
    {
      const RangBoardRoute *route = routes->pdata[i];

      if (route->resource != van->id || route->stops->len == 0)
        continue;
      /* Translators: the name of a van; a day */
      office_refuse (error, REFUSED, _ ("%s has stops on %s; take it out of service on that day first"), van->name,
                     day);
      return FALSE;
    }
  return TRUE;
}

static void
add_number (JsonObject *object, const char *field, gint64 number)
{
  json_object_set_int_member (object, field, number);
}

static void
add_place (JsonObject *object, const char *field, const RangPlace *place)
{
  g_autofree char *text = place->located ? g_strdup_printf ("%d,%d", place->lat, place->lon) : g_strdup ("");

  json_object_set_string_member (object, field, text);
}

static JsonObject *
describe (const RangResource *van)
{
  JsonObject *object = json_object_new ();
  g_autofree char *skills = rang_skills_format (van->skills), *breaks = rang_breaks_format (&van->breaks);
  g_autofree char *from = rang_time_format (van->shift.from), *to = rang_time_format (van->shift.to);

  json_object_set_string_member (object, "name", van->name);
  json_object_set_string_member (object, "plate", van->plate != NULL ? van->plate : "");
  add_number (object, "capacity", van->capacity);
  add_number (object, "parcels", van->capacity_parcels);
  json_object_set_string_member (object, "from", from);
  json_object_set_string_member (object, "to", to);
  add_number (object, "courier", van->courier);
  json_object_set_string_member (object, "skills", skills);
  json_object_set_string_member (object, "breaks", breaks);
  add_place (object, "start", &van->start);
  add_place (object, "end", &van->end);
  json_object_set_boolean_member (object, "active", van->active);
  return object;
}

static gboolean
log_van (RangOffice *office, const RangSession *session, const RangResource *was, const RangResource *van, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "vans");
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();

  if (was != NULL)
    json_object_set_object_member (object, "old", describe (was));
  json_object_set_object_member (object, "new", describe (van));
  json_node_init_object (node, object);
  entry->subject = g_strdup_printf ("resource/%" G_GINT64_FORMAT, van->id);
  entry->data = json_to_string (node, FALSE);
  return office_log (office, entry, error);
}

static const RangResource *
find (GPtrArray *vans, gint64 id, GError **error)
{
  for (guint i = 0; i < vans->len; i++)
    if (((RangResource *)vans->pdata[i])->id == id)
      return vans->pdata[i];
  office_refuse (error, NOT_FOUND, _ ("there is no such van; “rangctl vans” lists them"));
  return NULL;
}

gint64
rang_office_save_van (RangOffice *office, const RangSession *session, const RangResource *van, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && van != NULL, 0);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangResource) kept = rang_resource_copy (van);
  g_autoptr (GPtrArray) vans = NULL;
  const RangResource *was = NULL;

  clean_texts (kept);
  kept->unit = session->unit;
  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_EDIT_VAN, 0, 0, transaction, error)
      || !check_valid (kept, error))
    return 0;
  vans = rang_office_list_resources (office, session, error);
  if (vans == NULL || (kept->id != 0 && (was = find (vans, kept->id, error)) == NULL)
      || !check_others (office, vans, kept, error))
    return 0;
  if (was != NULL && was->active && !kept->active && !check_is_idle (office, session, kept, error))
    return 0;
  if (!rang_store_save_resource (office->store, kept, error) || !log_van (office, session, was, kept, error)
      || !rang_store_transaction_commit (transaction, error))
    return 0;
  return kept->id;
}
