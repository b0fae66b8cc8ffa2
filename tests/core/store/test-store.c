/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-people.h"
#include "store/rang-store-resources.h"

static void
test_an_abandoned_transaction_leaves_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) departments = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->store, &error);
    g_autoptr (RangDepartment) department = rang_department_new ();
    g_autoptr (RangLogEntry) entry = rang_log_entry_new ("departments", 1, 0);

    department->name = g_strdup ("X");
    g_assert_true (rang_store_save_department (test->store, department, &error));
    g_assert_true (rang_store_append_log (test->store, entry, &error));
  }
  departments = rang_store_load_departments (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (departments->len, ==, 0);
  g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (test->store, NULL, &error);
  g_assert_cmpint (verifier->seen, ==, 0);
  g_assert_cmpint (verifier->broken, ==, 0);
}

static void
test_two_handles_see_each_others_changes (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) other = NULL;
  g_autoptr (RangSettings) settings = NULL;

  other = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (rang_store_changed_by_others (other, NULL));
  store_test_furnish (test->store);
  g_assert_true (rang_store_changed_by_others (other, NULL));
  g_assert_false (rang_store_changed_by_others (other, NULL));
  g_assert_false (rang_store_changed_by_others (test->store, NULL));
  settings = rang_store_load_settings (other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (settings->name, ==, "Hârtie Brașov");
}

static RangStoreTransaction *
begin (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  RangStoreTransaction *transaction = rang_store_begin (store, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (RangStoreTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  rang_store_transaction_free (transaction);
}

static void
test_settings_survive (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangSettings) loaded = NULL;
  RangStoreTransaction *transaction = begin (test->store);

  settings->tax_number = g_strdup ("RO1");
  settings->depot.street = g_strdup ("Str. Zizinului 119");
  settings->depot.located = TRUE;
  settings->depot.lat = 45640000;
  settings->depot.lon = 25640000;
  g_strlcpy (settings->currency, "EUR", sizeof settings->currency);
  settings->hours = (RangTimeWindow){ 1, 2 };
  settings->speed = 3;
  settings->road_factor = 1004;
  settings->service = 5;
  settings->load = 6;
  settings->parcels = 7;
  settings->high_quota = 8;
  settings->most_bumps = 9;
  settings->working_days = 10;
  settings->demo = TRUE;
  g_assert_true (rang_store_save_settings (test->store, settings, &error));
  g_assert_true (rang_store_save_settings (test->store, settings, &error));
  commit (transaction);
  loaded = rang_store_load_settings (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->tax_number, ==, "RO1");
  g_assert_cmpstr (loaded->depot.street, ==, "Str. Zizinului 119");
  g_assert_cmpint (loaded->depot.lat, ==, 45640000);
  g_assert_cmpstr (loaded->zone, ==, "Europe/Bucharest");
  g_assert_cmpstr (loaded->currency, ==, "EUR");
  g_assert_cmpint (loaded->hours.to, ==, 2);
  g_assert_cmpint (loaded->speed, ==, 3);
  g_assert_cmpint (loaded->road_factor, ==, 1004);
  g_assert_cmpint (loaded->service, ==, 5);
  g_assert_cmpint (loaded->load, ==, 6);
  g_assert_cmpint (loaded->parcels, ==, 7);
  g_assert_cmpint (loaded->high_quota, ==, 8);
  g_assert_cmpint (loaded->most_bumps, ==, 9);
  g_assert_cmpint (loaded->working_days, ==, 10);
  g_assert_true (loaded->demo);
}

static void
test_a_production_unit_has_machines_and_a_roster (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangUnit) unit = rang_unit_new ();
  g_autoptr (RangResource) machine = rang_resource_new ();
  g_autoptr (RangRosterEntry) day = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) machines = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) roster = NULL;
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  transaction = begin (test->store);
  unit->name = g_strdup ("Tipografie");
  unit->kind = RANG_UNIT_PRODUCTION;
  g_assert_true (rang_store_save_unit (test->store, unit, &error));
  machine->unit = unit->id;
  machine->name = g_strdup ("Ofset 1");
  machine->capacity = 5;
  machine->shift = (RangTimeWindow){ 3600, 7200 };
  machine->courier = 2;
  machine->active = TRUE;
  g_assert_true (rang_store_save_resource (test->store, machine, &error));
  day = rang_roster_entry_usual (machine, 20781);
  g_assert_true (rang_store_save_roster_entry (test->store, day, &error));
  day->out_of_service = TRUE;
  day->reason = g_strdup ("motor");
  g_assert_true (rang_store_save_roster_entry (test->store, day, &error));
  commit (transaction);

  units = rang_store_load_units (test->store, &error);
  g_assert_cmpint (((RangUnit *)g_ptr_array_index (units, 1))->kind, ==, RANG_UNIT_PRODUCTION);
  machines = rang_store_load_resources (test->store, unit->id, &error);
  g_assert_cmpint (machines->len, ==, 1);
  g_assert_cmpstr (((RangResource *)g_ptr_array_index (machines, 0))->name, ==, "Ofset 1");
  g_assert_cmpint (((RangResource *)g_ptr_array_index (machines, 0))->courier, ==, 2);
  g_assert_cmpint (((RangResource *)g_ptr_array_index (machines, 0))->shift.to, ==, 7200);
  others = rang_store_load_resources (test->store, 1, &error);
  g_assert_cmpint (others->len, ==, 0);
  roster = rang_store_load_roster (test->store, 20781, &error);
  g_assert_cmpint (roster->len, ==, 1);
  g_assert_true (((RangRosterEntry *)g_ptr_array_index (roster, 0))->out_of_service);
  g_assert_cmpstr (((RangRosterEntry *)g_ptr_array_index (roster, 0))->reason, ==, "motor");
}

static void
test_a_person_s_roles_become_those_granted (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  RangStoreTransaction *transaction;
  RangPerson *person;

  store_test_furnish (test->store);
  people = rang_store_load_people (test->store, &error);
  person = g_ptr_array_index (people, 0);
  g_array_set_size (person->grants, 0);
  rang_person_grant (person, RANG_ROLE_COURIER, 0);
  rang_person_grant (person, RANG_ROLE_MANAGER, 2);
  person->login = g_strdup ("ana");
  person->active = FALSE;
  transaction = begin (test->store);
  g_assert_true (rang_store_save_person (test->store, person, &error));
  commit (transaction);
  g_clear_pointer (&people, g_ptr_array_unref);
  people = rang_store_load_people (test->store, &error);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpint (person->grants->len, ==, 2);
  g_assert_true (rang_person_has_role (person, RANG_ROLE_COURIER, 0));
  g_assert_true (rang_person_has_role (person, RANG_ROLE_MANAGER, 2));
  g_assert_false (rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, 0));
  g_assert_cmpstr (person->login, ==, "ana");
  g_assert_false (person->active);
}

static void
test_client_events_are_found_by_client_and_day (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RangStoreTransaction *transaction;
  static const struct
  {
    gint64 client;
    RangDay from;
    guint found;
  } questions[] = { { 0, RANG_DAY_NONE, 2 }, { 1, RANG_DAY_NONE, 1 }, { 0, 20700, 1 }, { 1, 20700, 0 } };

  store_test_furnish (test->store);
  transaction = begin (test->store);
  for (gint64 client = 1; client <= 2; client++)
    {
      g_autoptr (RangClientEvent) event = rang_client_event_new ();

      event->client = client;
      event->kind = RANG_EVENT_LOST;
      event->day = 20600 + (RangDay)client * 50;
      event->who = 3;
      g_assert_true (rang_store_add_client_event (test->store, event, &error));
    }
  commit (transaction);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) events
          = rang_store_load_client_events (test->store, questions[i].client, questions[i].from, &error);

      g_assert_no_error (error);
      g_assert_cmpint (events->len, ==, questions[i].found);
      if (events->len > 0)
        g_assert_cmpint (((RangClientEvent *)g_ptr_array_index (events, 0))->kind, ==, RANG_EVENT_LOST);
    }
}

static void
test_a_change_outside_a_transaction_is_a_fault_of_the_program (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", 1, 0);

  g_test_expect_message ("rang", G_LOG_LEVEL_CRITICAL, "*outside*");
  g_assert_false (rang_store_append_log (test->store, entry, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store/an abandoned transaction leaves nothing", test_an_abandoned_transaction_leaves_nothing);
  STORE_TEST ("/store/two handles see each other's changes", test_two_handles_see_each_others_changes);
  STORE_TEST ("/store/settings survive", test_settings_survive);
  STORE_TEST ("/store/a production unit has machines and a roster", test_a_production_unit_has_machines_and_a_roster);
  STORE_TEST ("/store/a person's roles become those granted", test_a_person_s_roles_become_those_granted);
  STORE_TEST ("/store/client events are found by client and day", test_client_events_are_found_by_client_and_day);
  STORE_TEST ("/store/a change outside a transaction is a fault of the program",
              test_a_change_outside_a_transaction_is_a_fault_of_the_program);
  return g_test_run ();
}
