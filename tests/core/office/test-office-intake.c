/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intake and the departments' lists: identity, what waits, quota, submission (DESIGN.md 3.1 to 3.3, CASES.md 6, 20). */
#include "rang-fixture.h"

#include <string.h>

#include "domain/rang-conflict.h"
#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-people.h"

#define HEADER                                                                                                         \
  "order,client,department,order_date,promised_day,promised_from,promised_to,importance,value,city,street\n"
#define ROW(number, value)                                                                                             \
  number ",Hartie Noua SRL,Clients,2026-11-20,2026-11-24,09:00,12:00,normal," value ",Codlea,Str. Lunga 4\n"

static RangImportReport *
import_text (Fixture *f, const char *name, const char *text)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *path = fixture_write (f, name, text);
  g_autoptr (GError) error = NULL;
  RangImportReport *report = rang_office_import (f->office, &session, path, NULL, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* A client that the orders of the tests belong to. */
static void
add_client (Fixture *f)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangClient) client = rang_client_new ();

  client->name = g_strdup ("Hartie Noua SRL");
  client->department = 2;
  g_assert_cmpint (rang_office_add_client (f->office, &session, client, NULL), !=, 0);
}

static void
test_the_same_file_again_changes_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  g_autoptr (RangImportReport) first = NULL, second = NULL;

  add_client (f);
  first = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00"));
  second = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00"));
  g_assert_cmpuint (first->taken, ==, 1);
  g_assert_cmpuint (second->taken, ==, 0);
  g_assert_cmpuint (second->unchanged, ==, 1);
}

static void
test_a_changed_order_that_is_not_submitted_is_updated (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  g_autoptr (RangImportReport) first = NULL, second = NULL;
  g_autoptr (RangOrderView) view = NULL;

  add_client (f);
  first = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00"));
  second = import_text (f, "b.csv", HEADER ROW ("A-1", "250.00"));
  g_assert_cmpuint (second->changed, ==, 1);
  view = rang_office_get_order (f->office, g_array_index (first->orders, gint64, 0), NULL);
  g_assert_cmpint (view->order->value.minor, ==, 25000);
}

static void
test_a_changed_order_on_the_board_is_a_conflict_and_nothing_moves (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangSession session = fixture_session (f, 1);
  g_autoptr (RangImportReport) first = NULL, second = NULL;
  g_autoptr (RangOrderView) view = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  gboolean found = FALSE;

  add_client (f);
  first = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00"));
  g_assert_cmpint (rang_office_submit (f->office, &session, 2, NULL), ==, 1);
  second = import_text (f, "b.csv", HEADER ROW ("A-1", "250.00"));
  view = rang_office_get_order (f->office, g_array_index (first->orders, gint64, 0), NULL);
  g_assert_cmpint (view->order->value.minor, ==, 10000);
  conflicts = rang_office_list_conflicts (f->office, &session, NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->kind != RANG_CONFLICT_CLIENT_CHANGED_ORDER)
        continue;
      found = TRUE;
      /* The head of the order's department is told. */
      g_assert_cmpuint (conflict->people->len, ==, 1);
      g_assert_cmpint (g_array_index (conflict->people, gint64, 0), ==, 1);
    }
  g_assert_true (found);
}

static void
test_an_order_of_an_unknown_client_waits_until_one_key_makes_it (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangSession session = fixture_session (f, 1);
  g_autoptr (RangImportReport) report = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00"));
  g_autoptr (RangOrderView) waiting = NULL, complete = NULL;
  gint64 number = g_array_index (report->orders, gint64, 0);

  g_assert_cmpuint (report->refused, ==, 1);
  waiting = rang_office_get_order (f->office, number, NULL);
  g_assert_cmpint (waiting->order->state, ==, RANG_ORDER_TO_COMPLETE);
  g_assert_cmpstr (((RangRefusal *)g_ptr_array_index (waiting->missing, 0))->field, ==, "client");
  g_assert_cmpint (rang_office_make_client (f->office, &session, number, NULL), !=, 0);
  complete = rang_office_get_order (f->office, number, NULL);
  g_assert_cmpint (complete->order->state, ==, RANG_ORDER_ENTERED);
  g_assert_cmpint (complete->stage, ==, RANG_STAGE_TRIAL);
}

static void
test_one_client_is_made_for_all_orders_of_a_buyer (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangSession session = fixture_session (f, 1);
  g_autoptr (RangImportReport) report = import_text (f, "a.csv", HEADER ROW ("A-1", "100.00") ROW ("A-2", "50.00"));
  gint64 first = g_array_index (report->orders, gint64, 0), second = g_array_index (report->orders, gint64, 1);
  g_autoptr (RangOrderView) other = NULL;
  gint64 client = rang_office_make_client (f->office, &session, first, NULL);

  g_assert_cmpint (client, !=, 0);
  other = rang_office_get_order (f->office, second, NULL);
  g_assert_cmpint (other->order->client, ==, client);
  g_assert_cmpint (other->order->state, ==, RANG_ORDER_ENTERED);
}

/* How many contacts the client of an order has, and whether the order names one. */
static guint
count_contacts (Fixture *f, gint64 number, gboolean *named)
{
  g_autoptr (RangOrderView) view = rang_office_get_order (f->office, number, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, view->order->client);
  g_autoptr (RangClient) client = rang_office_find_client (f->office, id, NULL);

  *named = view->order->contact_name != NULL || view->order->contact_phone != NULL;
  return client->contacts->len;
}

static void
test_a_contact_named_in_orders_is_one_person_who_can_be_erased (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangSession session = fixture_session (f, 1);
  g_autoptr (RangImportReport) report = NULL;
  g_autoptr (RangOrderView) view = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second;
  gboolean named;

  add_client (f);
  report = import_text (f, "c.csv",
                        "order,client,department,order_date,requested_to,importance,contact,phone\n"
                        "C-1,Hartie Noua SRL,Clients,2026-11-20,2026-11-27,normal,Ana Pop,0268 1\n"
                        "C-2,Hartie Noua SRL,Clients,2026-11-20,2026-11-27,normal,ana  pop,0268 2\n");
  g_assert_cmpuint (report->taken, ==, 2);
  first = g_array_index (report->orders, gint64, 0);
  second = g_array_index (report->orders, gint64, 1);
  g_assert_cmpuint (count_contacts (f, first, &named), ==, 1);
  g_assert_true (named);
  view = rang_office_get_order (f->office, first, NULL);
  g_assert_true (rang_office_erase_contact (f->office, &session, view->order->contact, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_contacts (f, first, &named), ==, 0);
  g_assert_false (named);
  count_contacts (f, second, &named);
  g_assert_false (named);
}

static void
test_an_order_promised_for_another_day_is_submitted_there_anew (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  gint64 moved = fixture_order_at (f, 5), below = fixture_order_at (f, 6);
  g_autoptr (RangOrder) values = rang_order_new ();
  const RangOrderEdit edit = { RANG_EDIT_PROMISED, values };
  g_autoptr (RangOrderView) view = NULL;
  g_autoptr (GError) error = NULL;

  values->promised_day = f->day + 1;
  values->promised = (RangTimeWindow){ 9 * 3600, 12 * 3600 };
  g_assert_true (rang_office_edit_order (f->office, &head, moved, &edit, &error));
  g_assert_no_error (error);
  view = rang_office_get_order (f->office, moved, NULL);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_ENTERED);
  g_assert_cmpuint (fixture_rank_of (f, moved), ==, 0);
  g_assert_cmpuint (fixture_rank_of (f, below), ==, 5);
}

static void
test_an_order_cancelled_while_looking_at_another_day_leaves_its_board (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  gint64 cancelled = fixture_order_at (f, 5), below = fixture_order_at (f, 6);
  g_autoptr (GError) error = NULL;

  head.day = f->day + 1;
  g_assert_true (rang_office_cancel_order (f->office, &head, cancelled, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_rank_of (f, cancelled), ==, 0);
  g_assert_cmpuint (fixture_rank_of (f, below), ==, 5);
}

static void
test_of_a_period_under_way_a_day_to_come_is_proposed (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  g_autoptr (GDateTime) saturday = g_date_time_new_utc (2026, 11, 28, 8, 0, 0);
  g_autoptr (RangImportReport) report = NULL;
  g_autoptr (RangOrderView) order = NULL;

  add_client (f);
  rang_clock_set (f->clock, g_date_time_to_unix (saturday));
  report = import_text (f, "u.csv",
                        "order,client,department,order_date,requested_from,requested_to,importance\n"
                        "U-1,Hartie Noua SRL,Clients,2026-11-20,2026-11-23,2026-11-29,normal\n");
  g_assert_cmpuint (report->taken, ==, 1);
  order = rang_office_get_order (f->office, g_array_index (report->orders, gint64, 0), NULL);
  g_assert_cmpint (order->order->promised_day, ==, rang_day_parse ("2026-11-29"));
}

static void
test_a_day_gone_by_is_history (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  g_autoptr (RangImportReport) report = NULL;
  g_autoptr (RangOrderView) shipped = NULL, open = NULL;

  add_client (f);
  report = import_text (f, "h.csv",
                        "order,client,department,order_date,requested_to,importance,shipped\n"
                        "H-1,Hartie Noua SRL,Clients,2026-10-01,2026-10-08,normal,2026-10-07\n"
                        "H-2,Hartie Noua SRL,Clients,2026-10-01,2026-10-09,normal,\n");
  g_assert_cmpuint (report->taken, ==, 2);
  shipped = rang_office_get_order (f->office, g_array_index (report->orders, gint64, 0), NULL);
  open = rang_office_get_order (f->office, g_array_index (report->orders, gint64, 1), NULL);
  g_assert_cmpint (shipped->order->state, ==, RANG_ORDER_DELIVERED);
  g_assert_cmpint (open->order->state, ==, RANG_ORDER_ENTERED);
}

static void
test_a_broken_file_takes_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangSession session = fixture_session (f, 1);
  g_autofree char *path = fixture_write (f, "cut.csv", HEADER ROW ("A-1", "100.00") "A-2,\"cut");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  add_client (f);
  g_assert_null (rang_office_import (f->office, &session, path, NULL, 0, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  orders = rang_office_list_orders (f->office, &session, NULL);
  g_assert_cmpuint (orders->len, ==, 0);
}

/* --- the departments' lists --- */

static gint64
order_of_list (Fixture *f, gint64 department, guint place)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &session, department, NULL);

  return ((RangOrderView *)g_ptr_array_index (list->orders, place - 1))->order->number;
}

static void
test_a_head_ranks_the_own_list_and_no_other (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_CLIENTS);
  gint64 own = order_of_list (f, 2, 10), other = order_of_list (f, 1, 10);
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_office_rank (f->office, &session, &own, 1, 2, NULL));
  g_assert_cmpint (order_of_list (f, 2, 2), ==, own);
  g_assert_false (rang_office_rank (f->office, &session, &other, 1, 2, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
}

static void
test_a_head_takes_back_the_own_last_step_in_the_list (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_CLIENTS);
  g_autofree char *board = fixture_states (f);
  g_autofree char *after = NULL;
  gint64 order = order_of_list (f, 2, 30);
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_office_rank (f->office, &session, &order, 1, 4, NULL));
  rang_move_free (rang_office_undo (f->office, &session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (order_of_list (f, 2, 30), ==, order);
  rang_move_free (rang_office_redo (f->office, &session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (order_of_list (f, 2, 4), ==, order);
  after = fixture_states (f);
  g_assert_cmpstr (board, ==, after);
}

static void
test_resubmitting_moves_nothing_on_the_board_by_itself (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangBoard) before = fixture_board (f), after = NULL;
  gint64 order = order_of_list (f, 2, 40);

  g_assert_true (rang_office_rank (f->office, &session, &order, 1, 1, NULL));
  g_assert_cmpint (rang_office_submit (f->office, &session, 2, NULL), ==, 0);
  after = fixture_board (f);
  for (guint rank = 1; rank <= rang_board_get_n_entries (before); rank++)
    g_assert_cmpint (rang_board_get_entry (before, rank)->number, ==, rang_board_get_entry (after, rank)->number);
}

static void
test_too_many_high_are_refused_until_the_head_of_sales_decides (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS), sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict = 0;

  for (guint i = 0; i < list->orders->len; i++)
    rang_office_state_importance (f->office, &head,
                                  ((RangOrderView *)g_ptr_array_index (list->orders, i))->order->number,
                                  RANG_IMPORTANCE_HIGH, "everything is important", NULL);
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, &error), ==, -1);
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_QUOTA);
  conflicts = rang_office_list_conflicts (f->office, &sales, NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *one = g_ptr_array_index (conflicts, i);

      if (one->kind == RANG_CONFLICT_HIGH_OVER_QUOTA)
        conflict = one->id;
    }
  g_assert_cmpint (conflict, !=, 0);
  g_assert_true (rang_office_decide_conflict (f->office, &sales, conflict, "the fair starts tomorrow", NULL));
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, NULL), ==, 0);
}

/* The points of the list's orders on the board, and their places in the suggestion. */
static char *
scores_of (Fixture *f, const RangDepartmentList *list)
{
  g_autoptr (RangBoard) board = fixture_board (f);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->orders->len; i++)
    {
      gint64 number = ((RangOrderView *)g_ptr_array_index (list->orders, i))->order->number;
      const RangBoardEntry *entry = rang_board_find (board, number);

      g_assert_nonnull (entry);
      g_string_append_printf (text, "%d:%d:%u ", (int)number, (int)entry->score->points, entry->suggested_rank);
    }
  return g_string_free (text, FALSE);
}

static gint64
find_by_importance (const RangDepartmentList *list, RangImportance importance)
{
  for (guint i = 0; i < list->orders->len; i++)
    {
      const RangOrder *order = ((RangOrderView *)g_ptr_array_index (list->orders, i))->order;

      if (order->importance == importance)
        return order->number;
    }
  g_assert_not_reached ();
}

static void
state (Fixture *f, gint64 number, RangImportance importance)
{
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (GError) error = NULL;

  rang_office_state_importance (f->office, &head, number, importance, "so it is", &error);
  g_assert_no_error (error);
}

static void
test_marking_a_submitted_list_high_moves_no_suggestion (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_autoptr (RangDepartmentList) after = NULL;
  g_autofree char *before = scores_of (f, list), *stated = NULL, *refused = NULL;

  g_assert_false (list->changed);
  for (guint i = 0; i < list->orders->len; i++)
    state (f, ((RangOrderView *)g_ptr_array_index (list->orders, i))->order->number, RANG_IMPORTANCE_HIGH);
  stated = scores_of (f, list);
  g_assert_cmpstr (stated, ==, before);
  after = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_assert_cmpuint (after->high, ==, list->orders->len);
  g_assert_true (after->changed);
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, NULL), ==, -1);
  refused = scores_of (f, list);
  g_assert_cmpstr (refused, ==, before);
}

static void
test_what_is_stated_counts_from_the_next_submission (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &head, 2, NULL);
  gint64 raised = find_by_importance (list, RANG_IMPORTANCE_NORMAL);
  gint64 lowered = find_by_importance (list, RANG_IMPORTANCE_HIGH);
  g_autoptr (RangBoard) before = fixture_board (f), after = NULL;
  g_autofree char *was = scores_of (f, list), *stated = NULL;

  state (f, lowered, RANG_IMPORTANCE_NORMAL);
  state (f, raised, RANG_IMPORTANCE_HIGH);
  stated = scores_of (f, list);
  g_assert_cmpstr (stated, ==, was);
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, NULL), ==, 0);
  after = fixture_board (f);
  g_assert_cmpint (rang_board_find (after, raised)->score->points, >, rang_board_find (before, raised)->score->points);
  g_assert_cmpint (rang_board_find (after, lowered)->score->points, <,
                   rang_board_find (before, lowered)->score->points);
}

static void
test_importance_taken_back_leaves_the_list_as_submitted (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_autoptr (RangDepartmentList) stated = NULL, back = NULL;
  gint64 order = find_by_importance (list, RANG_IMPORTANCE_NORMAL);

  state (f, order, RANG_IMPORTANCE_HIGH);
  state (f, order, RANG_IMPORTANCE_LOW);
  stated = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_assert_true (stated->changed);
  state (f, order, RANG_IMPORTANCE_NORMAL);
  back = rang_office_get_department_list (f->office, &head, 2, NULL);
  g_assert_false (back->changed);
}

static void
test_an_order_that_comes_later_joins_with_what_is_stated_last (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangOrder) order = rang_order_new ();
  g_autoptr (RangBoard) board = NULL;
  const RangBoardEntry *entry;
  gint64 number;

  order->client = 5;
  order->department = 2;
  order->promised_day = f->day;
  order->promised = (RangTimeWindow){ 9 * 3600, 15 * 3600 };
  order->importance = RANG_IMPORTANCE_NORMAL;
  number = rang_office_add_order (f->office, &head, order, NULL);
  g_assert_cmpint (number, !=, 0);
  state (f, number, RANG_IMPORTANCE_LOW);
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, NULL), ==, 1);
  board = fixture_board (f);
  entry = rang_board_find (board, number);
  g_assert_nonnull (entry);
  g_assert_cmpint (rang_order_counted_importance (entry->order), ==, RANG_IMPORTANCE_LOW);
}

static void
test_an_order_of_no_named_department_is_the_heads_who_enters_it (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_ACTIVE), sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangOrder) order = rang_order_new ();
  g_autoptr (RangOrderView) entered = NULL, by_client = NULL;
  g_autoptr (RangClient) client = NULL;

  order->client = 5;
  entered = rang_office_get_order (f->office, rang_office_add_order (f->office, &head, order, NULL), NULL);
  g_assert_cmpstr (entered->department, ==, "Active Sales");
  g_assert_cmpstr (entered->answerable_name, ==, "Radu Stan");
  client = rang_office_find_client (f->office, "5", NULL);
  by_client = rang_office_get_order (f->office, rang_office_add_order (f->office, &sales, order, NULL), NULL);
  g_assert_cmpint (by_client->order->department, ==, client->department);
}

static void
test_two_windows_see_each_others_change (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangOffice) other = fixture_open_again (f);

  rang_office_changed_by_others (other, NULL);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 40), 3, RANG_REASON_CONTRACT);
  g_assert_true (rang_office_changed_by_others (other, NULL));
  g_assert_false (rang_office_changed_by_others (other, NULL));
  g_assert_false (rang_office_changed_by_others (f->office, NULL));
}

/* What a manager of Clients and one of Active Sales are in the demo. */
#define MANAGER_OF_CLIENTS 5
#define MANAGER_OF_ACTIVE 6
#define ROW_OF(department, value)                                                                                      \
  "F-1,Zimbrul Hârtie SRL," department ",2026-11-20,2026-11-27,09:00,12:00,normal," value ",Codlea,Str. Lunga 4\n"

static RangImportReport *
import_as (Fixture *f, gint64 person, gint64 department, const char *text, GError **error)
{
  RangSession session = fixture_session (f, person);
  g_autofree char *path = g_build_filename (f->folder, "crafted.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return rang_office_import (f->office, &session, path, NULL, department, NULL, NULL, NULL, error);
}

/* The file says whose order it is; that gives nobody the right. */
static void
test_no_file_enters_an_order_of_another_department (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportReport) taken = NULL, stolen = NULL;
  g_autoptr (RangDepartment) clients = rang_office_find_department (f->office, "Clients", NULL);

  g_assert_null (import_as (f, MANAGER_OF_CLIENTS, 0, HEADER ROW_OF ("Active Sales", "450"), &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_clear_error (&error);
  taken = import_as (f, MANAGER_OF_ACTIVE, 0, HEADER ROW_OF ("Active Sales", "450"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taken->taken, ==, 1);
  /* Nor does naming the order of another department take it from there. */
  stolen = import_as (f, MANAGER_OF_CLIENTS, clients->id, HEADER ROW_OF ("Clients", "9"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stolen->changed, ==, 0);
  g_assert_cmpuint (stolen->refused, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/intake/" #name, test_##name)
  ADD (the_same_file_again_changes_nothing);
  ADD (a_changed_order_that_is_not_submitted_is_updated);
  ADD (a_changed_order_on_the_board_is_a_conflict_and_nothing_moves);
  ADD (an_order_of_an_unknown_client_waits_until_one_key_makes_it);
  ADD (one_client_is_made_for_all_orders_of_a_buyer);
  ADD (a_contact_named_in_orders_is_one_person_who_can_be_erased);
  ADD (an_order_promised_for_another_day_is_submitted_there_anew);
  ADD (an_order_cancelled_while_looking_at_another_day_leaves_its_board);
  ADD (of_a_period_under_way_a_day_to_come_is_proposed);
  ADD (a_day_gone_by_is_history);
  ADD (a_broken_file_takes_nothing);
  ADD (no_file_enters_an_order_of_another_department);
  ADD (a_head_ranks_the_own_list_and_no_other);
  ADD (a_head_takes_back_the_own_last_step_in_the_list);
  ADD (resubmitting_moves_nothing_on_the_board_by_itself);
  ADD (too_many_high_are_refused_until_the_head_of_sales_decides);
  ADD (marking_a_submitted_list_high_moves_no_suggestion);
  ADD (what_is_stated_counts_from_the_next_submission);
  ADD (importance_taken_back_leaves_the_list_as_submitted);
  ADD (an_order_that_comes_later_joins_with_what_is_stated_last);
  ADD (an_order_of_no_named_department_is_the_heads_who_enters_it);
  ADD (two_windows_see_each_others_change);
  return g_test_run ();
}
