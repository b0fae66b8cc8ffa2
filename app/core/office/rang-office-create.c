/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for making an office: a plain one, or the demo office with its past. */
#include <glib/gi18n-lib.h>

#include "office/rang-demo.h"
#include "office/rang-office-create-private.h"
#include "rules/rang-rules.h"
#include "store/rang-store-office.h"
#include "store/rang-store-people.h"
#include "store/rang-store-resources.h"
#include "store/rang-store-rules.h"

/* --- what every office starts with --- */

static gboolean
save_department (RangStore *store, const char *name, int mark, gint64 *id, GError **error)
{
  g_autoptr (RangDepartment) department = rang_department_new ();

  department->name = g_strdup (name);
  department->mark = mark;
  if (!rang_store_save_department (store, department, error))
    return FALSE;
  *id = department->id;
  return TRUE;
}

static gboolean
save_first_person (RangStore *store, const char *login, gint64 active_sales, gint64 clients, GError **error)
{
  g_autoptr (RangPerson) person = rang_person_new ();
  const char *real_name = g_get_real_name ();

  person->login = g_strdup (login);
  person->name
      = g_strdup (real_name != NULL && real_name[0] != '\0' && !g_str_equal (real_name, "Unknown") ? real_name : login);
  rang_person_grant (person, RANG_ROLE_DEPARTMENT_HEAD, active_sales);
  rang_person_grant (person, RANG_ROLE_DEPARTMENT_HEAD, clients);
  rang_person_grant (person, RANG_ROLE_MANAGER, active_sales);
  rang_person_grant (person, RANG_ROLE_MANAGER, clients);
  rang_person_grant (person, RANG_ROLE_HEAD_OF_SALES, 0);
  rang_person_grant (person, RANG_ROLE_DELIVERY_CHIEF, 0);
  return rang_store_save_person (store, person, error);
}

static gboolean
save_delivery_unit (RangStore *store, GError **error)
{
  g_autoptr (RangUnit) unit = rang_unit_new ();

  unit->name = g_strdup (_ ("Delivery"));
  unit->kind = RANG_UNIT_DELIVERY;
  return rang_store_save_unit (store, unit, error);
}

static gboolean
make_plain (RangOffice *office, const char *login, GError **error)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  gint64 active_sales, clients;

  return rang_store_save_settings (office->store, settings, error)
         && save_department (office->store, "Active Sales", 0, &active_sales, error)
         && save_department (office->store, "Clients", 1, &clients, error)
         && save_first_person (office->store, login, active_sales, clients, error)
         && save_delivery_unit (office->store, error);
}

/* The rules that Rang ships are the first version, in force since ever. */
static gboolean
save_default_rules (RangOffice *office, GError **error)
{
  g_autofree char *path = office_data_path ("rules/default.dmn");
  g_autoptr (RangRules) rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, error);
  g_autoptr (RangRulesRecord) record = rang_rules_record_new ();
  const char *text;
  gsize length;

  if (rules == NULL || !rang_rules_check_inputs (rules, error))
    return FALSE;
  text = g_bytes_get_data (rang_rules_get_bytes (rules), &length);
  record->from = rang_day_from_ymd (1970, 1, 1);
  record->note = g_strdup (_ ("the rules that Rang ships"));
  record->activated_at = rang_clock_now (office->clock);
  record->body = g_strndup (text, length);
  return rang_store_add_rules (office->store, record, error);
}

static gboolean
log_init (RangOffice *office, gboolean demo, gint64 at, GError **error)
{
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", at, office_holder (office, RANG_ROLE_HEAD_OF_SALES));

  entry->note = g_strdup (demo ? "demo" : NULL);
  return office_log (office, entry, error);
}

static gboolean
fill (RangOffice *office, gboolean demo, const char *login, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (office->store, error);
  g_autoptr (RangDemo) past = NULL;

  if (transaction == NULL || !save_default_rules (office, error))
    return FALSE;
  if (!demo)
    return make_plain (office, login, error) && office_reload (office, error)
           && log_init (office, FALSE, rang_clock_now (office->clock), error)
           && rang_store_transaction_commit (transaction, error);
  return office_create_demo (office, login, error) && rang_store_transaction_commit (transaction, error);
}

/* What SQLite leaves beside a store goes with it. */
void
office_remove_half (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);

      g_file_delete (file, NULL, NULL);
    }
}

RangOffice *
rang_office_create (const char *path, RangClock *clock, gboolean demo, const char *login, GError **error)
{
  RangStore *store = rang_store_create (path, error);
  RangOffice *office;

  if (store == NULL)
    return NULL;
  office = office_new (store, path, clock);
  if (fill (office, demo, login, error) && office_guard (office, error) && office_reload (office, error))
    {
      if (demo)
        rang_store_count_rows (store);
      return office;
    }
  rang_office_close (office);
  office_remove_half (path);
  return NULL;
}
