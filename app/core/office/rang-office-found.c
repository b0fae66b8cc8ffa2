/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for founding an office: its name, departments, people and vans, in one go. */
#include "office/rang-office-found.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "office/rang-office-create-private.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-people.h"
#include "office/rang-office-private.h"
#include "store/rang-store-office.h"
#include "store/rang-store-people.h"

/* --- the plan --- */

static void
new_department_free (gpointer data)
{
  RangNewDepartment *department = data;

  g_free (department->name);
  g_free (department->head);
  g_free (department);
}

static void
new_van_free (gpointer data)
{
  RangNewVan *van = data;

  g_free (van->name);
  g_free (van->plate);
  g_free (van->courier);
  g_free (van);
}

RangNewOffice *
rang_new_office_new (void)
{
  RangNewOffice *plan = g_new0 (RangNewOffice, 1);

  plan->departments = g_ptr_array_new_with_free_func (new_department_free);
  plan->vans = g_ptr_array_new_with_free_func (new_van_free);
  return plan;
}

void
rang_new_office_free (RangNewOffice *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->name);
  g_free (plan->founder);
  g_free (plan->depot);
  g_free (plan->chief);
  g_ptr_array_unref (plan->departments);
  g_ptr_array_unref (plan->vans);
  g_free (plan);
}

void
rang_new_office_add_department (RangNewOffice *plan, const char *name, const char *head)
{
  RangNewDepartment *department = g_new0 (RangNewDepartment, 1);

  department->name = rang_text_clean_note (name);
  department->head = rang_text_clean_note (head);
  g_ptr_array_add (plan->departments, department);
}

void
rang_new_office_add_van (RangNewOffice *plan, const char *name, const char *plate, const char *courier, int kilograms)
{
  RangNewVan *van = g_new0 (RangNewVan, 1);

  van->name = rang_text_clean_note (name);
  van->plate = rang_text_clean_note (plate);
  van->courier = rang_text_clean_note (courier);
  van->kilograms = kilograms;
  g_ptr_array_add (plan->vans, van);
}

static gboolean
check_departments (const RangNewOffice *plan, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (plan->departments->len < 2)
    {
      office_refuse (error, INVALID, _ ("an office has at least two departments; name them both"));
      return FALSE;
    }
  for (guint i = 0; i < plan->departments->len; i++)
    {
      const RangNewDepartment *department = g_ptr_array_index (plan->departments, i);

      if (department->name == NULL)
        {
          office_refuse (error, INVALID, _ ("a department has no name; give it one"));
          return FALSE;
        }
      if (!g_hash_table_add (names, g_utf8_casefold (department->name, -1)))
        {
          office_refuse (error, INVALID, _ ("two departments are called “%s”; give each a name of its own"),
                         department->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* --- founding --- */

static gboolean
save_department (RangOffice *office, const RangDepartment *known, const char *name, int mark, GError **error)
{
  g_autoptr (RangDepartment) department = known != NULL ? rang_department_copy (known) : rang_department_new ();

  g_free (department->name);
  department->name = g_strdup (name);
  department->mark = mark;
  return rang_store_save_department (office->store, department, error);
}

/* The two that every office begins with take the first names, which may be each other's: they give theirs up first. */
static gboolean
save_departments (RangOffice *office, const RangNewOffice *plan, GError **error)
{
  g_autoptr (GPtrArray) known = rang_store_load_departments (office->store, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      g_autofree char *nameless = g_strdup_printf ("\t%u", i);

      if (!save_department (office, known->pdata[i], nameless, (int)i, error))
        return FALSE;
    }
  for (guint i = 0; known != NULL && i < plan->departments->len; i++)
    if (!save_department (office, i < known->len ? known->pdata[i] : NULL,
                          ((RangNewDepartment *)plan->departments->pdata[i])->name, (int)i, error))
      return FALSE;
  return known != NULL;
}

/* The name of the company, where vans start, and the departments. */
static gboolean
save_company (RangOffice *office, const RangSession *session, const RangNewOffice *plan, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangSettings) settings = rang_settings_copy (office->settings);
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "settings");

  if (transaction == NULL)
    return FALSE;
  if (plan->name != NULL)
    {
      g_free (settings->name);
      settings->name = g_strdup (plan->name);
    }
  if (plan->depot != NULL && !rang_place_parse_coordinates (plan->depot, &settings->depot.lat, &settings->depot.lon))
    {
      office_refuse (error, INVALID, _ ("“%s” are no coordinates; write them as 45.65, 25.6"), plan->depot);
      return FALSE;
    }
  settings->depot.located = settings->depot.located || plan->depot != NULL;
  entry->day = RANG_DAY_NONE;
  return rang_store_save_settings (office->store, settings, error) && save_departments (office, plan, error)
         && office_log (office, entry, error) && rang_store_transaction_commit (transaction, error)
         && office_reload (office, error);
}

/* Somebody of that name, new unless there already, with one more role. Returns: the id, or 0 */
static gint64
grant (
    RangOffice *office, const RangSession *session, const char *name, RangRole role, gint64 department, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (office, name, NULL);

  if (person == NULL)
    {
      person = rang_person_new ();
      person->name = g_strdup (name);
    }
  if (!rang_person_owns_role (person, role, department))
    rang_person_grant (person, role, department);
  return rang_office_save_person (office, session, person, error) ? person->id : 0;
}

static gboolean
name_founder (RangOffice *office, const RangSession *session, const char *name, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->person);
  g_autoptr (RangPerson) founder = rang_office_find_person (office, id, error);

  if (founder == NULL || name == NULL)
    return founder != NULL;
  g_free (founder->name);
  founder->name = g_strdup (name);
  return rang_office_save_person (office, session, founder, error);
}

/* Who founds the office is no manager of a department that somebody else heads. */
static gboolean
leave_departments (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangPerson) founder = rang_person_copy (office_find_person (office, session->person));
  guint before = founder->grants->len;

  for (guint i = before; i-- > 0;)
    {
      const RangRoleGrant *own = &g_array_index (founder->grants, RangRoleGrant, i);

      if (own->role == RANG_ROLE_MANAGER
          && !rang_person_owns_role (founder, RANG_ROLE_DEPARTMENT_HEAD, own->department))
        g_array_remove_index (founder->grants, i);
    }
  return founder->grants->len == before || rang_office_save_person (office, session, founder, error);
}

static gboolean
save_people (RangOffice *office, const RangSession *session, const RangNewOffice *plan, GError **error)
{
  const char *founder = rang_office_person_name (office, session->person);
  g_autofree char *own = g_strdup (plan->founder != NULL ? plan->founder : founder);
  g_autoptr (GPtrArray) departments = rang_office_list_departments (office, error);

  if (departments == NULL)
    return FALSE;
  if (plan->chief != NULL && grant (office, session, plan->chief, RANG_ROLE_DELIVERY_CHIEF, 0, error) == 0)
    return FALSE;
  for (guint i = 0; i < plan->departments->len; i++)
    {
      const RangNewDepartment *planned = g_ptr_array_index (plan->departments, i);
      const char *head = planned->head != NULL ? planned->head : own;
      gint64 department = ((RangDepartment *)g_ptr_array_index (departments, i))->id;

      if (grant (office, session, head, RANG_ROLE_DEPARTMENT_HEAD, department, error) == 0
          || grant (office, session, head, RANG_ROLE_MANAGER, department, error) == 0)
        return FALSE;
    }
  return leave_departments (office, session, error);
}

static gboolean
save_vans (RangOffice *office, const RangSession *session, const RangNewOffice *plan, GError **error)
{
  for (guint i = 0; i < plan->vans->len; i++)
    {
      const RangNewVan *planned = g_ptr_array_index (plan->vans, i);
      g_autoptr (RangResource) van = rang_resource_new ();

      van->unit = session->unit;
      van->name = g_strdup (planned->name);
      van->plate = g_strdup (planned->plate);
      van->capacity = (gint64)planned->kilograms * 1000;
      van->shift = office->settings->hours;
      van->active = TRUE;
      if (planned->courier != NULL
          && (van->courier = grant (office, session, planned->courier, RANG_ROLE_COURIER, 0, error)) == 0)
        return FALSE;
      if (rang_office_save_van (office, session, van, error) == 0)
        return FALSE;
    }
  return TRUE;
}

RangOffice *
rang_office_found (const char *path, RangClock *clock, const RangNewOffice *plan, const char *login, GError **error)
{
  RangOffice *office;
  RangSession session = { 0 };

  if (!check_departments (plan, error))
    return NULL;
  office = rang_office_create (path, clock, FALSE, login, error);
  if (office == NULL)
    return NULL;
  session.person = rang_office_person_of_login (office, login);
  session.day = rang_office_today (office);
  session.unit = 1;
  /* The founder holds every role until others are named. */
  if (save_company (office, &session, plan, error) && name_founder (office, &session, plan->founder, error)
      && save_vans (office, &session, plan, error) && save_people (office, &session, plan, error))
    return office;
  rang_office_close (office);
  office_remove_half (path);
  return NULL;
}
