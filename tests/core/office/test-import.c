/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files into an office: what is new, known, changed, history, and what waits. */
#include <string.h>

#include "domain/rang-conflict.h"
#include "exchange/rang-exchange-error.h"
#include "lib/rang-test-folder.h"
#include "office/rang-office-day.h"
#include "office/rang-office-department.h"
#include "office/rang-office-intake.h"
#include "office/rang-office.h"

/* Tuesday 24 November 2026, 07:00 in Brașov. */
#define NOW G_GINT64_CONSTANT (1795496400)
#define TODAY (rang_day_from_ymd (2026, 11, 24))
#define HEADER "order,client,order_date,requested_from,requested_to,value,currency,importance,department,shipped\n"
#define MAKE "[clients]\nmake=yes\ndepartment=Clients\n"

typedef struct
{
  RangTestFolder *folder;
  RangOffice *office;
  RangSession session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangClock) clock = rang_clock_new_fixed (NOW);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = rang_test_folder_new ();
  path = rang_test_folder_file (fixture->folder, "office.rang");
  fixture->office = rang_office_create (path, clock, FALSE, "me", &error);
  g_assert_no_error (error);
  fixture->session = (RangSession){ 1, TODAY, 1 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rang_office_close (fixture->office);
  rang_test_folder_free (fixture->folder);
}

static RangImportReport *
import (Fixture *fixture, const char *name, const char *content, const char *mapping, GError **error)
{
  g_autofree char *path = rang_test_folder_write (fixture->folder, name, content);
  g_autofree char *map = mapping != NULL ? rang_test_folder_write (fixture->folder, "map.ini", mapping) : NULL;

  return rang_office_import (fixture->office, &fixture->session, path, map, 0, NULL, NULL, NULL, error);
}

static void
assert_counts (Fixture *fixture, const char *rows, guint taken, guint changed, guint unchanged, guint refused)
{
  g_autofree char *content = g_strconcat (HEADER, rows, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportReport) report = import (fixture, "a.csv", content, MAKE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->taken, ==, taken);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (report->refused, ==, refused);
}

static RangOrderView *
only_order (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = rang_office_list_orders (fixture->office, &fixture->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 1);
  return g_ptr_array_steal_index (views, 0);
}

static void
test_the_same_file_a_second_time_is_unchanged (Fixture *fixture, gconstpointer data)
{
  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,,\n", 1, 0, 0, 0);
  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,,\n", 0, 0, 1, 0);
}

static void
test_an_order_not_yet_submitted_is_updated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;

  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,,\n", 1, 0, 0, 0);
  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,12,RON,normal,,\n", 0, 1, 0, 0);
  view = only_order (fixture);
  g_assert_cmpint (view->order->value.minor, ==, 1200);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_ENTERED);
}

static void
test_a_change_of_an_order_on_the_board_is_a_conflict_and_moves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  guint found = 0;

  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,,\n", 1, 0, 0, 0);
  g_assert_true (rang_office_submit (fixture->office, &fixture->session, 2, &error));
  g_assert_no_error (error);
  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,12,RON,normal,,\n", 0, 1, 0, 0);
  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,12,RON,normal,,\n", 0, 0, 1, 0);
  view = only_order (fixture);
  g_assert_cmpint (view->order->value.minor, ==, 1000);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_SUBMITTED);
  conflicts = rang_office_list_conflicts (fixture->office, &fixture->session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < conflicts->len; i++)
    found += ((RangConflict *)g_ptr_array_index (conflicts, i))->kind == RANG_CONFLICT_CLIENT_CHANGED_ORDER;
  g_assert_cmpuint (found, ==, 1);
}

static void
test_one_identity_twice_in_one_file_is_one_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;

  assert_counts (fixture,
                 "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,,\n"
                 "1,Ana SRL,2026-11-20,,2026-11-24,11,RON,normal,,\n",
                 1, 1, 0, 0);
  view = only_order (fixture);
  g_assert_cmpint (view->order->value.minor, ==, 1100);
}

static void
test_the_promise_is_proposed_on_the_last_working_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;

  /* Friday to Sunday; the office works Monday to Friday, 08:00–17:00. */
  assert_counts (fixture, "1,Ana SRL,2026-11-20,2026-11-27,2026-11-29,10,RON,normal,,\n", 1, 0, 0, 0);
  fixture->session.day = rang_day_from_ymd (2026, 11, 27);
  view = only_order (fixture);
  g_assert_true (view->order->promise_proposed);
  g_assert_cmpint (view->order->promised.from, ==, 8 * 3600);
  g_assert_cmpint (view->order->promised.to, ==, 17 * 3600);
}

static void
test_a_day_gone_by_is_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) views = NULL;

  assert_counts (fixture,
                 "1,Ana SRL,1996-07-04,,1996-08-01,10,USD,normal,,1996-07-16\n"
                 "2,Ana SRL,1996-07-04,,1996-08-01,10,USD,normal,,\n",
                 2, 0, 0, 0);
  fixture->session.day = rang_day_from_ymd (1996, 8, 1);
  views = rang_office_list_orders (fixture->office, &fixture->session, NULL);
  g_assert_cmpuint (views->len, ==, 2);
  g_assert_cmpint (((RangOrderView *)g_ptr_array_index (views, 0))->order->state, ==, RANG_ORDER_DELIVERED);
  g_assert_cmpint (((RangOrderView *)g_ptr_array_index (views, 1))->order->state, ==, RANG_ORDER_ENTERED);
}

static void
test_what_waits_is_counted_each_time_and_listed_on_every_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;
  const char *row = "1,Ana SRL,2010-01-20,2010-02-10,2010-02-25,10,RON,,,\n";

  assert_counts (fixture, row, 0, 0, 0, 1);
  assert_counts (fixture, row, 0, 0, 0, 1);
  view = only_order (fixture);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_TO_COMPLETE);
  g_assert_cmpuint (view->missing->len, ==, 1);
  g_assert_cmpstr (((RangRefusal *)g_ptr_array_index (view->missing, 0))->field, ==, "importance");
}

static void
test_what_cannot_be_read_makes_the_order_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RangOrderView) view = NULL;

  g_autoptr (RangOrderView) saved = NULL;
  g_autoptr (RangOrder) values = rang_order_new ();
  g_autoptr (GError) error = NULL;
  const RangRefusal *gap;

  assert_counts (fixture, "1,Ana SRL,2026-11-20,,2026-11-24,lots,RON,normal,,\n", 0, 0, 0, 1);
  view = only_order (fixture);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_TO_COMPLETE);
  g_assert_cmpuint (view->missing->len, ==, 1);
  gap = g_ptr_array_index (view->missing, 0);
  g_assert_cmpstr (gap->field, ==, "source");
  g_assert_cmpstr (gap->where, ==, "a.csv:2");
  g_assert_nonnull (strstr (gap->problem, "lots"));
  g_assert_true (rang_office_state_importance (fixture->office, &fixture->session, view->order->number,
                                               RANG_IMPORTANCE_LOW, NULL, &error));
  rang_order_view_free (view);
  view = only_order (fixture);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_TO_COMPLETE);
  values->value = (RangMoney){ 1000, "RON" };
  rang_office_edit_order (fixture->office, &fixture->session, view->order->number,
                          &(RangOrderEdit){ RANG_EDIT_VALUE, values }, &error);
  g_assert_no_error (error);
  saved = only_order (fixture);
  g_assert_cmpint (saved->order->state, ==, RANG_ORDER_ENTERED);
}

static void
test_an_order_without_a_buyer_is_known_by_its_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) views = NULL;

  assert_counts (fixture, "1,,2026-11-20,,2026-11-24,10,RON,normal,Clients,\n", 0, 0, 0, 1);
  assert_counts (fixture, "1,,2026-11-20,,2026-11-24,10,RON,normal,Clients,\n", 0, 0, 0, 1);
  assert_counts (fixture, "1,,2026-11-20,,2026-11-24,11,RON,normal,Clients,\n", 0, 0, 0, 1);
  views = rang_office_list_orders (fixture->office, &fixture->session, NULL);
  g_assert_cmpuint (views->len, ==, 2);
}

static void
test_an_order_is_known_again_when_its_client_was_made_meanwhile (Fixture *fixture, gconstpointer data)
{
  static const char content[] = HEADER "1,Ana SRL,2026-11-20,,2026-11-24,10,RON,normal,Clients,\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportReport) first = import (fixture, "a.csv", content, NULL, &error);
  g_autoptr (RangOrderView) view = only_order (fixture);
  g_autoptr (RangImportReport) second = NULL;

  g_assert_cmpuint (first->refused, ==, 1);
  g_assert_cmpint (rang_office_make_client (fixture->office, &fixture->session, view->order->number, &error), >, 0);
  second = import (fixture, "a.csv", content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->unchanged, ==, 1);
}

static void
test_a_fault_of_the_file_takes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = NULL;

  g_assert_null (import (fixture, "a.csv", "order,client,requested_to\n1,Ana SRL,2026-11-24\n2,\"Ana SRL,2026-11-24\n",
                         MAKE, &error));
  g_assert_nonnull (error);
  views = rang_office_list_orders (fixture->office, &fixture->session, NULL);
  g_assert_cmpuint (views->len, ==, 0);
}

static void
test_the_mapping_of_a_sender_is_remembered (Fixture *fixture, gconstpointer data)
{
  static const char mapping[] = "[fields]\norder=Nr\nclient=Firma\nrequested_to=Termen\n[defaults]\nimportance=normal\n"
                                "[clients]\nmake=yes\ndepartment=Clients\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportReport) first
      = import (fixture, "a.csv", "Nr,Firma,Termen\n1,Ana SRL,2026-11-24\n", mapping, &error);
  g_autoptr (RangImportReport) second
      = import (fixture, "b.csv", "Nr,Firma,Termen\n2,Ana SRL,2026-11-24\n", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (first->taken, ==, 1);
  g_assert_cmpuint (first->defaulted, ==, 1);
  g_assert_cmpuint (second->taken, ==, 1);
}

/* CASES.md 22: nothing is guessed; what a person names is remembered for the sender. */
static void
test_an_encoding_that_a_person_names_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = rang_test_folder_write (fixture->folder, "w.csv",
                                                  HEADER "7,H\xE2rtia,2026-11-20,,2026-11-24,10,RON,normal,Clients,\n");
  g_autofree char *next = rang_test_folder_write (fixture->folder, "x.csv",
                                                  HEADER "8,H\xE2rtia,2026-11-20,,2026-11-24,10,RON,normal,Clients,\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = rang_office_propose_encodings (path, NULL);
  g_autoptr (RangImportReport) named = NULL, again = NULL;

  g_assert_cmpuint (proposals->len, >, 0);
  g_assert_null (rang_office_import (fixture->office, &fixture->session, path, NULL, 0, NULL, NULL, NULL, &error));
  g_assert_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_ENCODING);
  g_clear_error (&error);
  named = rang_office_import_as (fixture->office, &fixture->session, path, NULL, "Windows-1250", 0, NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (named->orders->len, ==, 1);
  again = rang_office_import (fixture->office, &fixture->session, next, NULL, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->orders->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/office/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("the-same-file-a-second-time-is-unchanged", test_the_same_file_a_second_time_is_unchanged);
  ADD ("an-encoding-that-a-person-names-is-remembered", test_an_encoding_that_a_person_names_is_remembered);
  ADD ("an-order-not-yet-submitted-is-updated", test_an_order_not_yet_submitted_is_updated);
  ADD ("a-change-of-an-order-on-the-board-is-a-conflict-and-moves-nothing",
       test_a_change_of_an_order_on_the_board_is_a_conflict_and_moves_nothing);
  ADD ("one-identity-twice-in-one-file-is-one-order", test_one_identity_twice_in_one_file_is_one_order);
  ADD ("the-promise-is-proposed-on-the-last-working-day", test_the_promise_is_proposed_on_the_last_working_day);
  ADD ("a-day-gone-by-is-history", test_a_day_gone_by_is_history);
  ADD ("what-waits-is-counted-each-time-and-listed-on-every-day",
       test_what_waits_is_counted_each_time_and_listed_on_every_day);
  ADD ("what-cannot-be-read-makes-the-order-wait", test_what_cannot_be_read_makes_the_order_wait);
  ADD ("an-order-without-a-buyer-is-known-by-its-content", test_an_order_without_a_buyer_is_known_by_its_content);
  ADD ("an-order-is-known-again-when-its-client-was-made-meanwhile",
       test_an_order_is_known_again_when_its_client_was_made_meanwhile);
  ADD ("a-fault-of-the-file-takes-nothing", test_a_fault_of_the_file_takes_nothing);
  ADD ("the-mapping-of-a-sender-is-remembered", test_the_mapping_of_a_sender_is_remembered);
  return g_test_run ();
}
