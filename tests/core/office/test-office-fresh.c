/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office that is open at one desk while another works: what is read again, and what stays as it was. */
#include "office/rang-office-day.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-intake.h"
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
test_an_attempt_that_was_refused_elsewhere_leaves_the_board_as_it_is (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_CLIENTS);
  gint64 order = fixture_order_at (f, 30);
  RangOffice *desk = fixture_open_again (f);
  g_autoptr (RangBoard) before = board_of (f, desk), after = NULL;

  g_assert_null (rang_office_move (f->office, &session, &order, 1, 2, 0, -1, NULL, FALSE, NULL, NULL));
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, 1);
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
  /* The orders were not read again for it. */
  g_assert_true (rang_board_get_input (after)->orders == rang_board_get_input (before)->orders);
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

/* --- whatever is done --- */

static char *
describe (RangBoard *board)
{
  GString *text = g_string_new (NULL);
  const RangBoardLines *lines = rang_board_get_lines (board);

  g_string_append_printf (text, "revision %" G_GUINT64_FORMAT ", %u kept, %u late, %u waiting, %u %%\n",
                          rang_board_get_revision (board), lines->kept, lines->late,
                          rang_board_get_waiting (board)->len, lines->fullness);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      g_string_append_printf (text, "%u %" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT " %d %c%" G_GINT64_FORMAT " %u",
                              rank, entry->number, (int)entry->state, entry->resource, entry->eta,
                              entry->score->class_letter, entry->score->points, entry->suggested_rank);
      if (entry->placed != NULL)
        g_string_append_printf (text, " %s %d %" G_GINT64_FORMAT, entry->placed_by, entry->placed->reason,
                                entry->placed->entry);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_alike (RangBoard *mine, RangBoard *theirs)
{
  g_autofree char *one = describe (mine), *other = describe (theirs);
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
}

static void
give_first_reason (Fixture *f, const RangSession *head)
{
  g_autoptr (GPtrArray) pending = rang_office_list_pending_reasons (f->office, head, NULL);

  if (pending->len > 0)
    rang_office_give_reason (f->office, head, ((RangPendingReason *)pending->pdata[0])->entry, RANG_REASON_ROUTE, NULL,
                             NULL);
}

static void
take_a_van_out (Fixture *f, gint64 van)
{
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &chief, NULL);

  for (guint i = 0; i < roster->len; i++)
    {
      RangRosterEntry *entry = g_ptr_array_index (roster, i);

      if (entry->resource != van)
        continue;
      entry->out_of_service = !entry->out_of_service;
      g_free (entry->reason);
      entry->reason = g_strdup ("flat tyre");
      rang_route_change_free (rang_office_set_roster (f->office, &chief, entry, FALSE, NULL));
    }
}

/* One change of @kind, if the rules of the office let it through. */
static void
change (Fixture *f, GRand *random, int kind)
{
  RangSession head = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF),
              clients = fixture_session (f, HEAD_OF_CLIENTS);
  gint64 order = fixture_order_at (f, (guint)g_rand_int_range (random, 1, 100));
  int place = g_rand_int_range (random, 1, 60);
  g_autoptr (RangOrderView) loaded = rang_office_get_order (f->office, order, NULL);
  RangPush *push = NULL;

  switch (kind)
    {
    case 0:
      rang_move_free (
          rang_office_move (f->office, &head, &order, 1, place, 0, RANG_REASON_CONTRACT, NULL, FALSE, NULL, NULL));
      break;
    case 1:
      rang_move_free (rang_office_move (f->office, &head, &order, 1, place, 0, -1, NULL, FALSE, NULL, NULL));
      break;
    case 2:
      give_first_reason (f, &head);
      break;
    case 3:
      rang_move_free (rang_office_release (f->office, &head, order, NULL));
      break;
    case 4:
      rang_move_free (rang_office_undo (f->office, &head, NULL));
      break;
    case 5:
      rang_move_free (rang_office_redo (f->office, &head, NULL));
      break;
    case 6:
      rang_move_free (rang_office_apply (f->office, &head, FALSE, NULL, NULL));
      break;
    case 7:
      push = rang_office_asked (f->office, &chief, order, HEAD_OF_CLIENTS, NULL, NULL);
      break;
    case 8:
      push = rang_office_push (f->office, &clients, order, 0, RANG_REASON_CONTRACT, NULL, NULL, NULL);
      break;
    case 9:
      rang_route_change_free (rang_office_lock (f->office, &chief, order, 1 + place % 5, FALSE, NULL));
      break;
    case 10:
      take_a_van_out (f, 1 + place % 5);
      break;
    case 11:
      rang_office_cancel_order (f->office, &head, order, "not wanted", NULL);
      break;
    default:
      rang_office_client_event (f->office, &head, loaded->order->client, RANG_EVENT_LOST, "told by phone", NULL);
    }
  g_clear_pointer (&push, rang_push_free);
}

#define N_KINDS 13

/* A desk that was there all along, and reads what it needs, has the board of one that reads all. */
static void
test_a_desk_that_goes_along_has_the_board_of_one_that_is_opened_anew (void)
{
  const char *given = g_getenv ("RANG_TEST_SEED");
  guint32 seed = given != NULL ? (guint32)strtoul (given, NULL, 10) : 20261130;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (Fixture) f = fixture_new ();
  RangOffice *desk = fixture_open_again (f);
  guint entries = fixture_count_log (f, NULL);

  g_test_message ("RANG_TEST_SEED=%u", seed);
  for (int i = 0; i < 2 * N_KINDS; i++)
    {
      int kind = i < N_KINDS ? i : g_rand_int_range (random, 0, N_KINDS);
      RangOffice *anew;
      g_autoptr (RangBoard) mine = NULL, theirs = NULL;

      change (f, random, kind);
      anew = fixture_open_again (f);
      mine = board_of (f, desk);
      theirs = board_of (f, anew);
      g_test_message ("change %d of kind %d", i, kind);
      assert_alike (mine, theirs);
      rang_office_close (anew);
    }
  /* Most of the changes came through. */
  g_assert_cmpuint (fixture_count_log (f, NULL), >=, entries + N_KINDS);
  rang_office_close (desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-fresh/a_request_of_another_desk_leaves_the_board_as_it_is",
                   test_a_request_of_another_desk_leaves_the_board_as_it_is);
  g_test_add_func ("/office-fresh/an_attempt_that_was_refused_elsewhere_leaves_the_board_as_it_is",
                   test_an_attempt_that_was_refused_elsewhere_leaves_the_board_as_it_is);
  g_test_add_func ("/office-fresh/a_move_of_another_desk_is_on_the_board", test_a_move_of_another_desk_is_on_the_board);
  g_test_add_func ("/office-fresh/what_another_desk_decides_of_people_holds_behind_what_it_does_with_orders",
                   test_what_another_desk_decides_of_people_holds_behind_what_it_does_with_orders);
  g_test_add_func ("/office-fresh/a_desk_that_goes_along_has_the_board_of_one_that_is_opened_anew",
                   test_a_desk_that_goes_along_has_the_board_of_one_that_is_opened_anew);
  return g_test_run ();
}
