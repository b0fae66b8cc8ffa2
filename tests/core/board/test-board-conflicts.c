/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the conflicts that a board shows, each once and none without cause. */
#include "board/rang-board-conflicts.h"

#include <string.h>

#include "board/rang-conflict-words.h"
#include "hand-made-office.h"

#define WINDOW(from, to) ((RangTimeWindow){ (from), (to) })
#define MORNING WINDOW (8 * HOUR + 10 * MINUTE, 8 * HOUR + 20 * MINUTE)
#define ALL_DAY WINDOW (8 * HOUR, 16 * HOUR)

/* One conflict a line: "key orders | people | departments detail". */
static char *
to_text (const GPtrArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RangConflict *conflict = found->pdata[i];
      const GArray *const lists[] = { conflict->orders, conflict->people, conflict->departments };

      g_assert_true (g_str_has_prefix (conflict->key, rang_conflict_kind_to_nick (conflict->kind)));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", conflict->key);
      for (guint l = 0; l < 3; l++)
        {
          g_string_append (text, l > 0 ? " |" : ":");
          for (guint j = 0; j < lists[l]->len; j++)
            g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (lists[l], gint64, j));
        }
      g_string_append_printf (text, " %s", conflict->detail != NULL ? conflict->detail : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (RangBoardInput *input, const char *expected)
{
  g_autoptr (RangBoard) board = office_board (input);
  g_autoptr (GPtrArray) found = rang_board_find_conflicts (board);
  g_autofree char *text = to_text (found);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_quiet (void)
{
  g_autoptr (RangBoardInput) input = office_new (2);

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  assert_found (input, "");
}

static void
test_over_capacity (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);

  office_add_order (input, 1, ACTIVE_SALES, 0, ALL_DAY, 'A', 20)->service = 7 * HOUR;
  office_add_order (input, 2, CLIENTS, 0, ALL_DAY, 'A', 10)->service = 5 * HOUR;
  assert_found (input, "over-capacity/2026-11-24: 2 | 12 | 2 {\"fullness\":150,\"late\":0,\"left_out\":1}");
}

static void
test_impossible (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);

  office_add_order (input, 1, ACTIVE_SALES, 10, WINDOW (8 * HOUR, 8 * HOUR + 60), 'A', 20);
  office_add_order (input, 2, CLIENTS, 0, ALL_DAY, 'B', 10)->goods = RANG_GOODS_NOT_READY;
  office_add_order (input, 3, CLIENTS, 0, WINDOW (14 * HOUR, 15 * HOUR), 'C', 10);
  office_client (input, 3)->hours = WINDOW (9 * HOUR, 12 * HOUR);
  assert_found (input, "impossible-promise/2026-11-24/1: 1 | 11 | 1 {\"cause\":\"window\"}\n"
                       "impossible-promise/2026-11-24/2: 2 | 12 | 2 {\"cause\":\"goods\"}\n"
                       "impossible-promise/2026-11-24/3: 3 | 12 | 2 {\"cause\":\"hours\"}");
}

static void
test_claimed_twice (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);

  office_add_order (input, 1, ACTIVE_SALES, 1, ALL_DAY, 'A', 20);
  office_add_order (input, 2, CLIENTS, 1, ALL_DAY, 'A', 10);
  /* 1 is ordered through Active Sales from a client that Clients owns. */
  office_client (input, 1)->department = CLIENTS;
  assert_found (input, "client-claimed-twice/2026-11-24/101: 1 | 11 12 | 1 2 {\"client\":\"101\",\"owner\":\"2\"}");
}

static void
test_entered_twice (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);

  for (gint64 i = 1; i <= 4; i++)
    {
      office_add_order (input, i, CLIENTS, 1, ALL_DAY, 'A', 20)->client_number = g_strdup_printf ("PO %d", (int)i);
      office_find (input, i)->order->client = 101;
    }
  office_find (input, 2)->order->client_number[3] = '1';
  /* 3 and 4 are the same goods for the same money, to different doors and then to one. */
  assert_found (input, "order-entered-twice/1/2: 2 1 | 12 | 2 ");
  g_free (office_find (input, 4)->order->place.street);
  office_find (input, 4)->order->place.street = g_strdup ("street 3");
  assert_found (input, "order-entered-twice/1/2: 2 1 | 12 | 2 \norder-entered-twice/3/4: 4 3 | 12 | 2 ");
}

static void
test_bumped (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'A', 20)->bumps = 3;
  office_add_order (input, 2, CLIENTS, 1, ALL_DAY, 'A', 20)->bumps = 4;
  assert_found (input, "bumped-too-often/2026-11-24/2: 2 | 12 | 2 {\"bumps\":4,\"allowed\":3}");
}

static void
test_displaced (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;
  const gint64 mover = 2;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, mover, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  cost = rang_board_cost (board, &mover, 1, 1, NULL, NULL);
  found = rang_board_find_displaced (board, cost, HEAD_OF_SALES);
  text = to_text (found);
  g_assert_cmpstr (text, ==,
                   "displaced/2/1: 2 1 | 13 12 11 | 2 1 "
                   "{\"from\":2,\"to\":1,\"before\":\"on-time\",\"after\":\"late\",\"minutes\":40}");
}

static void
test_own_displaced (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const gint64 mover = 2;

  office_add_order (input, 1, CLIENTS, 10, MORNING, 'A', 20);
  office_add_order (input, mover, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  cost = rang_board_cost (board, &mover, 1, 1, NULL, NULL);
  g_assert_cmpuint (cost->late->len, ==, 1);
  found = rang_board_find_displaced (board, cost, HEAD_OF_SALES);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_raised (void)
{
  g_autoptr (RangOrder) was = rang_order_new (), is = rang_order_new (), other = rang_order_new ();
  g_autoptr (RangConflict) changed = NULL, again = NULL, differently = NULL, quota = NULL;
  g_autoptr (RangConflict) signer = rang_conflict_new_same_signer (HANDMADE_DAY, 2, HEAD_OF_SALES);
  const gint64 high[] = { 1, 2, 3 };

  was->number = is->number = other->number = 7;
  is->load = 5000;
  other->load = 6000;
  is->contact_name = g_strdup ("Elena Rusu");
  changed = rang_conflict_new_changed_order (HANDMADE_DAY, was, is);
  again = rang_conflict_new_changed_order (HANDMADE_DAY, was, is);
  differently = rang_conflict_new_changed_order (HANDMADE_DAY, was, other);
  g_assert_cmpstr (changed->key, ==, again->key);
  g_assert_cmpstr (changed->key, !=, differently->key);
  g_assert_nonnull (strstr (changed->detail, "\"load\":5000"));
  g_assert_null (strstr (changed->detail, "Elena"));
  g_assert_cmpstr (signer->key, ==, "same-signer/2026-11-24/2");
  quota = rang_conflict_new_high_over_quota (HANDMADE_DAY, CLIENTS, high, 3, 2, HEAD_OF_CLIENTS);
  g_assert_cmpstr (quota->detail, ==, "{\"count\":3,\"allowed\":2}");
}

static void
assert_words (const RangConflict *conflict, const RangBoard *board, const char *title, const char *text)
{
  g_autofree char *got_title = rang_conflict_dup_title (conflict, board);
  g_autofree char *got_text = rang_conflict_dup_text (conflict, board);

  g_assert_cmpstr (got_title, ==, title);
  g_assert_cmpstr (got_text, ==, text);
}

static void
test_words_of_a_board (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GPtrArray) found = NULL;

  office_add_order (input, 1, ACTIVE_SALES, 0, ALL_DAY, 'A', 20)->service = 7 * HOUR;
  office_add_order (input, 2, CLIENTS, 0, ALL_DAY, 'B', 10)->service = 5 * HOUR;
  office_add_order (input, 3, CLIENTS, 0, ALL_DAY, 'C', 10)->goods = RANG_GOODS_NOT_READY;
  office_client (input, 1)->department = CLIENTS;
  office_find (input, 3)->order->bumps = 4;
  board = office_board (input);
  found = rang_board_find_conflicts (board);
  g_assert_cmpuint (found->len, ==, 4);
  assert_words (found->pdata[0], board, "Day 150 % full", "1 order cannot be delivered today.");
  assert_words (found->pdata[1], board, "Client 1: two departments",
                "Active Sales and Clients both have a say in this client.");
  assert_words (found->pdata[2], board, "3 cannot be on time", "Its goods are not ready today.");
  assert_words (found->pdata[3], board, "3 bumped 4 times", "The office allows 3 times.");
}

static void
test_words_of_a_move (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const gint64 mover = 2;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, mover, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  cost = rang_board_cost (board, &mover, 1, 1, NULL, NULL);
  found = rang_board_find_displaced (board, cost, HEAD_OF_SALES);
  assert_words (found->pdata[0], board, "2 above 1",
                "Moved from place 2 to 1. 1 before: On time, now: Late today, 40 min.");
}

static void
test_words_of_others (void)
{
  g_autoptr (RangOrder) was = rang_order_new (), is = rang_order_new ();
  g_autoptr (RangConflict) changed = NULL, bare = rang_conflict_new (RANG_CONFLICT_TUG_OF_WAR, "tug-of-war/1/2", 0);
  g_autoptr (RangConflict) broken = rang_conflict_new (RANG_CONFLICT_DISPLACED, "displaced/1/2", 0);

  was->number = is->number = 7;
  is->load = 5000;
  is->place.street = g_strdup ("Str. Lungă 1");
  changed = rang_conflict_new_changed_order (HANDMADE_DAY, was, is);
  assert_words (changed, NULL, "7: changed by the client", "It was imported again; changed: load, address.");
  assert_words (bare, NULL, "Tug-of-war", "");
  broken->detail = g_strdup ("[nonsense");
  assert_words (broken, NULL, "0 above 0", "");
}

#define ADD(name, func) g_test_add_func ("/board-conflicts/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a_day_on_which_all_goes_well_has_none", test_quiet);
  ADD ("over_capacity_names_who_is_left_out", test_over_capacity);
  ADD ("impossible_promises_say_why", test_impossible);
  ADD ("a_client_of_two_departments", test_claimed_twice);
  ADD ("an_order_entered_twice", test_entered_twice);
  ADD ("bumped_more_often_than_the_office_allows", test_bumped);
  ADD ("an_override_that_worsens_another_departments_order", test_displaced);
  ADD ("an_override_inside_one_department_displaces_nobody", test_own_displaced);
  ADD ("those_raised_by_import_submission_and_signature", test_raised);
  ADD ("say_what_the_board_shows", test_words_of_a_board);
  ADD ("say_who_displaced_whom", test_words_of_a_move);
  ADD ("say_what_changed_and_survive_a_broken_detail", test_words_of_others);
  return g_test_run ();
}
