/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office that is open at one desk while another works: what is read again, and what stays as it was. */
#include "office/rang-office-people.h"
#include "office/rang-office-push.h"
#include "rang-fixture.h"

/* The board of another desk of the same office. */
static RangBoard *
board_of (Fixture *f, RangOffice *desk)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  RangBoard *board = rang_office_load_board (desk, &session, NULL, &error);

  g_assert_no_error (error);
  return board;
}

static void
test_a_request_of_another_desk_leaves_the_board_as_it_is (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  RangOffice *desk = fixture_open_again (f);
  g_autoptr (RangBoard) before = board_of (f, desk), after = NULL;

  rang_push_free (rang_office_asked (f->office, &session, fixture_order_at (f, 30), HEAD_OF_CLIENTS, "by phone", NULL));
  g_assert_true (rang_office_changed_by_others (desk, NULL));
  after = board_of (f, desk);
  g_assert_true (after == before);
  rang_office_close (desk);
}

static void
test_a_move_of_another_desk_is_on_the_board (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangOffice *desk = fixture_open_again (f);
  g_autoptr (RangBoard) before = board_of (f, desk), after = NULL;
  gint64 order = fixture_order_at (f, 30);

  fixture_move (f, HEAD_OF_SALES, order, 4, RANG_REASON_ROUTE);
  after = board_of (f, desk);
  g_assert_cmpint (rang_board_get_entry (after, 4)->number, ==, order);
  rang_office_close (desk);
}

static void
test_what_another_desk_decides_of_people_holds_behind_what_it_does_with_orders (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  RangOffice *desk = fixture_open_again (f);
  g_autoptr (RangPerson) manager = rang_office_find_person (f->office, "5", NULL), found = NULL;

  manager->active = FALSE;
  g_assert_true (rang_office_save_person (f->office, &session, manager, NULL));
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 30), 4, RANG_REASON_ROUTE);
  g_assert_true (rang_office_changed_by_others (desk, NULL));
  found = rang_office_find_person (desk, "5", NULL);
  g_assert_nonnull (found);
  g_assert_false (found->active);
  rang_office_close (desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-fresh/a_request_of_another_desk_leaves_the_board_as_it_is",
                   test_a_request_of_another_desk_leaves_the_board_as_it_is);
  g_test_add_func ("/office-fresh/a_move_of_another_desk_is_on_the_board", test_a_move_of_another_desk_is_on_the_board);
  g_test_add_func ("/office-fresh/what_another_desk_decides_of_people_holds_behind_what_it_does_with_orders",
                   test_what_another_desk_decides_of_people_holds_behind_what_it_does_with_orders);
  return g_test_run ();
}
