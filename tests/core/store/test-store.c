/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"

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
  g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (test->store, &error);
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
  g_assert_false (rang_store_changed_by_others (other));
  store_test_furnish (test->store);
  g_assert_true (rang_store_changed_by_others (other));
  g_assert_false (rang_store_changed_by_others (other));
  g_assert_false (rang_store_changed_by_others (test->store));
  settings = rang_store_load_settings (other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (settings->name, ==, "Hârtie Brașov");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store/an abandoned transaction leaves nothing", test_an_abandoned_transaction_leaves_nothing);
  STORE_TEST ("/store/two handles see each other's changes", test_two_handles_see_each_others_changes);
  return g_test_run ();
}
