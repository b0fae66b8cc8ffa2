/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for opening an office, for what it consists of, and for who may do what in it. */
#include "office/rang-office.h"

#include <glib/gi18n-lib.h>

#include "base/rang-text.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-rankings-private.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-create-private.h"
#include "office/rang-office-private.h"
#include "rang-config.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-office.h"
#include "store/rang-store-people.h"
#include "store/rang-store-resources.h"

G_DEFINE_QUARK (rang_office_error_quark, rang_office_error)

/* --- opening --- */

char *
rang_office_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "rang", "office.rang", NULL);
}

char *
office_data_path (const char *name)
{
  char *path = g_build_filename (RANG_DATADIR, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return g_build_filename (RANG_BUILD_DATADIR, name, NULL);
}

RangOffice *
office_new (RangStore *store, const char *path, RangClock *clock)
{
  RangOffice *office = g_new0 (RangOffice, 1);

  office->store = store;
  office->clock = rang_clock_ref (clock);
  office->path = g_strdup (path);
  office->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return office;
}

RangOffice *
rang_office_open (const char *path, RangClock *clock, GError **error)
{
  g_autoptr (RangOffice) office = NULL;
  RangStore *store;

  g_return_val_if_fail (path != NULL && clock != NULL, NULL);
  store = rang_store_open (path, RANG_STORE_DEFAULT, error);
  if (store == NULL)
    return NULL;
  office = office_new (store, path, clock);
  if (!office_guard (office, error) || !office_reload (office, error))
    return NULL;
  return g_steal_pointer (&office);
}

void
rang_office_close (RangOffice *office)
{
  if (office == NULL)
    return;
  rang_office_sign_out (office);
  office_forget_board (office);
  office_forget_ahead (office);
  g_clear_pointer (&office->rankings, office_rankings_free);
  g_clear_pointer (&office->find_index, rang_find_index_free);
  g_clear_pointer (&office->rules, rang_rules_unref);
  g_clear_pointer (&office->roads, rang_roads_unref);
  g_clear_pointer (&office->settings, rang_settings_free);
  g_clear_pointer (&office->people, g_ptr_array_unref);
  g_clear_pointer (&office->departments, g_ptr_array_unref);
  g_clear_pointer (&office->zone, g_time_zone_unref);
  g_clear_pointer (&office->names, g_hash_table_unref);
  rang_store_close (office->store);
  rang_clock_unref (office->clock);
  g_free (office->path);
  g_free (office);
}

const char *
rang_office_get_path (RangOffice *office)
{
  return office->path;
}

RangDay
rang_office_today (RangOffice *office)
{
  return rang_day_of_instant (rang_clock_now (office->clock), office->zone, NULL);
}

RangTime
rang_office_now (RangOffice *office, RangDay *day)
{
  RangTime time;
  RangDay today = rang_day_of_instant (rang_clock_now (office->clock), office->zone, &time);

  if (day != NULL)
    *day = today;
  return time;
}

int
rang_office_get_wake_fd (RangOffice *office)
{
  return rang_store_get_wake_fd (office->store);
}

gboolean
rang_office_has_news (RangOffice *office)
{
  return rang_store_has_news (office->store);
}

/* --- what it consists of --- */

const RangSettings *
rang_office_get_settings (RangOffice *office)
{
  return office->settings;
}

GPtrArray *
rang_office_list_departments (RangOffice *office, GError **error)
{
  return rang_store_load_departments (office->store, error);
}

GPtrArray *
rang_office_list_people (RangOffice *office, GError **error)
{
  g_autoptr (GPtrArray) people = rang_store_load_people (office->store, error);

  if (people == NULL || !office_apply_deputies (office, people, rang_office_today (office), error))
    return NULL;
  return g_steal_pointer (&people);
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const RangClient *one = *(const RangClient *const *)a, *other = *(const RangClient *const *)b;

  return g_utf8_collate (one->name, other->name);
}

GPtrArray *
rang_office_list_clients (RangOffice *office, GError **error)
{
  GPtrArray *clients = rang_store_load_clients (office->store, error);

  if (clients != NULL)
    g_ptr_array_sort (clients, compare_clients);
  return clients;
}

GPtrArray *
rang_office_list_units (RangOffice *office, GError **error)
{
  return rang_store_load_units (office->store, error);
}

GPtrArray *
rang_office_list_resources (RangOffice *office, const RangSession *session, GError **error)
{
  return rang_store_load_resources (office->store, session->unit, error);
}

static const RangRosterEntry *
find_roster_entry (GPtrArray *roster, gint64 resource)
{
  for (guint i = 0; i < roster->len; i++)
    {
      const RangRosterEntry *entry = g_ptr_array_index (roster, i);

      if (entry->resource == resource)
        return entry;
    }
  return NULL;
}

GPtrArray *
rang_office_list_roster (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) resources = rang_store_load_resources (office->store, session->unit, error);

  return resources != NULL ? office_list_roster_of (office, session, resources, error) : NULL;
}

GPtrArray *
office_list_roster_of (RangOffice *office, const RangSession *session, GPtrArray *resources, GError **error)
{
  g_autoptr (GPtrArray) set = rang_store_load_roster (office->store, session->day, error);
  GPtrArray *roster;

  if (set == NULL)
    return NULL;
  roster = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_roster_entry_free);
  for (guint i = 0; i < resources->len; i++)
    {
      const RangResource *resource = g_ptr_array_index (resources, i);
      const RangRosterEntry *entry = find_roster_entry (set, resource->id);

      if (entry != NULL)
        g_ptr_array_add (roster, rang_roster_entry_copy (entry));
      else if (resource->active || session->day < rang_office_today (office))
        /* Taken out of use since: on days gone by it drove as usual. */
        g_ptr_array_add (roster, rang_roster_entry_usual (resource, session->day));
    }
  return roster;
}

/* --- finding by id or name --- */

static gboolean
is_id (const char *text, gint64 *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

static gboolean
same_name (const char *name, const char *wanted)
{
  g_autofree char *a = rang_text_key (name);
  g_autofree char *b = rang_text_key (wanted);

  return b[0] != '\0' && g_str_equal (a, b);
}

RangPerson *
rang_office_find_person (RangOffice *office, const char *name_or_id, GError **error)
{
  gint64 id = 0;

  is_id (name_or_id, &id);
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->id == id || same_name (person->name, name_or_id))
        return rang_person_copy (person);
    }
  office_refuse (error, UNKNOWN_PERSON, _ ("nobody here is called “%s”; “rangctl people” lists everybody"), name_or_id);
  return NULL;
}

gint64
rang_office_person_of_login (RangOffice *office, const char *login)
{
  if (office->bound)
    return office->server_person;
  if (office->settings->demo)
    return office_holder (office, RANG_ROLE_HEAD_OF_SALES);
  for (guint i = 0; login != NULL && i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->active && g_strcmp0 (person->login, login) == 0)
        return person->id;
    }
  return 0;
}

RangDepartment *
rang_office_find_department (RangOffice *office, const char *name_or_id, GError **error)
{
  gint64 id = 0;

  is_id (name_or_id, &id);
  for (guint i = 0; i < office->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (office->departments, i);

      if (department->id == id || same_name (department->name, name_or_id))
        return rang_department_copy (department);
    }
  office_refuse (error, NOT_FOUND, _ ("there is no department “%s”; “rangctl departments” lists them"), name_or_id);
  return NULL;
}

RangClient *
rang_office_find_client (RangOffice *office, const char *name_or_id, GError **error)
{
  gint64 id = 0;

  if (!is_id (name_or_id, &id) && !rang_store_find_client (office->store, name_or_id, name_or_id, &id, error))
    return NULL;
  if (id != 0)
    {
      g_autoptr (GError) missing = NULL;
      RangClient *client = rang_store_load_client (office->store, id, &missing);

      if (client != NULL)
        return client;
    }
  office_refuse (error, NOT_FOUND, _ ("there is no client “%s”; “rangctl clients” lists them"), name_or_id);
  return NULL;
}

RangResource *
rang_office_find_resource (RangOffice *office, const RangSession *session, const char *name_or_id, GError **error)
{
  g_autoptr (GPtrArray) resources = rang_store_load_resources (office->store, session->unit, error);
  gint64 id = 0;

  if (resources == NULL)
    return NULL;
  is_id (name_or_id, &id);
  for (guint i = 0; i < resources->len; i++)
    {
      const RangResource *resource = g_ptr_array_index (resources, i);

      if (resource->id == id || same_name (resource->name, name_or_id)
          || (resource->plate != NULL && same_name (resource->plate, name_or_id)))
        return rang_resource_copy (resource);
    }
  office_refuse (error, NOT_FOUND, _ ("there is no van “%s”; “rangctl vans” lists them"), name_or_id);
  return NULL;
}

/* --- names --- */

const RangPerson *
office_find_person (RangOffice *office, gint64 id)
{
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->id == id)
        return person;
    }
  return NULL;
}

const char *
rang_office_person_name (RangOffice *office, gint64 person)
{
  const RangPerson *found = office_find_person (office, person);

  return found != NULL ? found->name : "–";
}

const char *
rang_office_department_name (RangOffice *office, gint64 department)
{
  for (guint i = 0; i < office->departments->len; i++)
    {
      const RangDepartment *one = g_ptr_array_index (office->departments, i);

      if (one->id == department)
        return one->name;
    }
  return "–";
}

const char *
rang_office_client_name (RangOffice *office, gint64 client)
{
  const char *name = g_hash_table_lookup (office->names, &client);
  g_autoptr (RangClient) loaded = NULL;

  if (name != NULL || client == 0)
    return name != NULL ? name : "–";
  loaded = rang_store_load_client (office->store, client, NULL);
  if (loaded == NULL)
    return "–";
  g_hash_table_insert (office->names, g_memdup2 (&client, sizeof client), g_strdup (loaded->name));
  return g_hash_table_lookup (office->names, &client);
}

gint64
office_head_of (RangOffice *office, gint64 department)
{
  for (guint i = 0; department != 0 && i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->active && rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, department))
        return person->id;
    }
  return 0;
}

gint64
office_holder (RangOffice *office, RangRole role)
{
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->active && rang_person_has_role (person, role, 0))
        return person->id;
    }
  return 0;
}
