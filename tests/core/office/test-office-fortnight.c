/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two weeks of two heads who push against each other: the conflict log holds what there was cause for, each once, and
 * nothing else. And what it all cost afterwards. */
#include "rang-fixture.h"

#include "domain/rang-calendar.h"
#include "office/rang-office-balance.h"
#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-push.h"

#define DAYS 10
#define OF_EACH 5

/* The department that @head heads. */
static gint64
department_of (Fixture *f, gint64 head)
{
  g_autoptr (GPtrArray) people = rang_office_list_people (f->office, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const RangPerson *person = people->pdata[i];

      for (guint k = 0; person->id == head && k < person->grants->len; k++)
        return g_array_index (person->grants, RangRoleGrant, k).department;
    }
  g_assert_not_reached ();
}

/* All to be there within the same ten minutes: more than there are vans. */
static void
fill_day (Fixture *f, gint64 head)
{
  RangSession session = fixture_session (f, head);
  gint64 department = department_of (f, head);
  g_autoptr (GPtrArray) clients = rang_office_list_clients (f->office, NULL);
  g_autoptr (GError) error = NULL;
  guint made = 0;

  for (guint i = 0; i < clients->len && made < OF_EACH; i++)
    {
      const RangClient *client = clients->pdata[i];
      g_autoptr (RangOrder) order = NULL;

      if (client->department != department || client->addresses->len != 1
          || (client->hours.from != RANG_TIME_NONE && client->hours.from > 9 * 3600))
        continue;
      order = rang_order_new ();
      order->client = client->id;
      order->department = department;
      order->promised_day = f->day;
      order->promised = (RangTimeWindow){ 10 * 3600, 10 * 3600 + 600 };
      order->importance = RANG_IMPORTANCE_NORMAL;
      order->value = (RangMoney){ 10000 + (gint64)made * 1700, "RON" };
      rang_office_add_order (f->office, &session, order, &error);
      g_assert_no_error (error);
      made++;
    }
  g_assert_cmpuint (made, ==, OF_EACH);
  g_assert_cmpint (rang_office_submit (f->office, &session, department, &error), ==, OF_EACH);
  g_assert_no_error (error);
}

static void
expect (GHashTable *expected, RangConflictKind kind, gint64 one, gint64 other)
{
  g_hash_table_add (expected, g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                               rang_conflict_kind_to_nick (kind), one, other));
}

static void
expect_displaced (GHashTable *expected, const GArray *items, const RangCostMove *moved)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, RangCostItem, i).department != moved->department)
      expect (expected, RANG_CONFLICT_DISPLACED, moved->order, g_array_index (items, RangCostItem, i).order);
}

/* Pushes and has it granted; what that displaces is expected. */
static void
push_through (Fixture *f, GHashTable *expected, gint64 head, gint64 order, int place)
{
  RangSession session = fixture_session (f, head), sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangPush) push
      = rang_office_push (f->office, &session, order, place, RANG_REASON_CLIENT_ASKED, NULL, NULL, &error);
  g_autoptr (RangMove) move = NULL;

  g_assert_no_error (error);
  move = rang_office_grant (f->office, &sales, push->id, 0, -1, "x", FALSE, NULL, &error);
  g_assert_no_error (error);
  expect_displaced (expected, move->cost->late, &g_array_index (move->cost->moved, RangCostMove, 0));
  expect_displaced (expected, move->cost->left_out, &g_array_index (move->cost->moved, RangCostMove, 0));
}

/* The first (or last) order of a head that is late. */
static gint64
late_order (Fixture *f, gint64 head, gboolean last)
{
  g_autoptr (RangBoard) board = fixture_board (f);
  gint64 department = department_of (f, head), found = 0;

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state == RANG_PLAN_LATE && !entry->impossible && entry->order->department == department
          && (last || found == 0))
        found = entry->number;
    }
  return found;
}

static void
sign_and_accept (Fixture *f)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;

  rang_version_info_free (rang_office_hand_over (f->office, &sales, 0, NULL, &error));
  g_assert_no_error (error);
  rang_version_info_free (rang_office_accept (f->office, &chief, &error));
  g_assert_no_error (error);
}

/* Both pull the same pair, twice each. */
static void
play_tug (Fixture *f, GHashTable *expected)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 one = late_order (f, HEAD_OF_ACTIVE, TRUE), two = late_order (f, HEAD_OF_CLIENTS, TRUE);
  int last = 2 * OF_EACH;

  g_assert_true (one != 0 && two != 0);
  rang_move_free (rang_office_move (f->office, &sales, &one, 1, last, 0, RANG_REASON_ROUTE, "x", FALSE, NULL, NULL));
  rang_move_free (rang_office_move (f->office, &sales, &two, 1, last, 0, RANG_REASON_ROUTE, "x", FALSE, NULL, NULL));
  push_through (f, expected, HEAD_OF_CLIENTS, two, last - 1);
  push_through (f, expected, HEAD_OF_ACTIVE, one, last - 1);
  push_through (f, expected, HEAD_OF_CLIENTS, two, last - 1);
  push_through (f, expected, HEAD_OF_ACTIVE, one, last - 1);
  expect (expected, RANG_CONFLICT_TUG_OF_WAR, MIN (one, two), MAX (one, two));
}

static void
play_day (Fixture *f, GHashTable *expected, int day)
{
  RangSession clients = fixture_session (f, HEAD_OF_CLIENTS);
  gint64 one, two;

  fill_day (f, HEAD_OF_ACTIVE);
  fill_day (f, HEAD_OF_CLIENTS);
  one = late_order (f, HEAD_OF_ACTIVE, FALSE);
  if (one != 0)
    push_through (f, expected, HEAD_OF_ACTIVE, one, 0);
  two = late_order (f, HEAD_OF_CLIENTS, FALSE);
  if (two != 0 && day % 2 == 0)
    push_through (f, expected, HEAD_OF_CLIENTS, two, 0);
  if (day == 4)
    play_tug (f, expected);
  if (day != 6)
    return;
  sign_and_accept (f);
  two = late_order (f, HEAD_OF_CLIENTS, TRUE);
  g_assert_cmpint (two, !=, 0);
  rang_push_free (rang_office_push (f->office, &clients, two, 1, RANG_REASON_CLIENT_ASKED, NULL, NULL, NULL));
  expect (expected, RANG_CONFLICT_LATE_PUSH, two, 0);
}

/* Every conflict of the day stands among the expected ones, and none twice. */
static void
check_off (Fixture *f, GHashTable *expected, GHashTable *seen)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GPtrArray) conflicts = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_clear_pointer (&conflicts, g_ptr_array_unref);
      conflicts = rang_office_list_conflicts (f->office, &sales, NULL);
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = conflicts->pdata[i];
      gint64 one = g_array_index (conflict->orders, gint64, 0);
      gint64 two = conflict->orders->len > 1 ? g_array_index (conflict->orders, gint64, 1) : 0;
      gboolean pair = conflict->kind == RANG_CONFLICT_TUG_OF_WAR;
      char *text
          = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, rang_conflict_kind_to_nick (conflict->kind),
                             pair ? MIN (one, two) : one, pair ? MAX (one, two) : two);

      if (!g_hash_table_contains (expected, text))
        g_error ("there was no cause for %s", text);
      if (!g_hash_table_add (seen, text))
        g_error ("twice in the log");
    }
}

static void
test_the_conflict_log_of_two_weeks_holds_what_there_was_cause_for (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RangDay first = f->day;
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  GHashTableIter iter;
  gpointer text;

  g_assert_true (rang_office_set_most_pushes (f->office, &sales, 100, NULL));
  for (int day = 1; day <= DAYS; day++)
    {
      f->day = rang_calendar_add_working_days (rang_office_get_settings (f->office), first, day);
      play_day (f, expected, day);
      check_off (f, expected, seen);
    }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_hash_table_contains (seen, text))
      g_error ("not in the log: %s", (char *)text);
  /* The script is worth something only if there was something to find. */
  g_assert_cmpuint (g_hash_table_size (seen), >, 5);
}

/* --- afterwards --- */

static void
test_an_override_is_set_against_what_happened (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  gint64 order = late_order (f, HEAD_OF_ACTIVE, FALSE), victim;
  g_autoptr (RangMove) move = NULL;
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangAfterwards) before = NULL, after = NULL;
  const RangOverrideBalance *balance;
  const RangBalanceLine *line;
  const RangCostItem *item;

  move = rang_office_move (f->office, &sales, &order, 1, 5, 0, RANG_REASON_CONTRACT, "x", FALSE, NULL, NULL);
  g_assert_cmpuint (move->cost->late->len, >, 0);
  item = &g_array_index (move->cost->late, RangCostItem, 0);
  victim = item->order;
  sign_and_accept (f);
  before = rang_office_look_back (f->office, &sales, f->day, f->day, NULL);
  g_assert_cmpuint (before->overrides->len, ==, 1);
  balance = before->overrides->pdata[0];
  line = &g_array_index (balance->lines, RangBalanceLine, 0);
  g_assert_cmpint (line->order, ==, victim);
  g_assert_cmpint (line->predicted, ==, item->minutes);
  g_assert_cmpint (line->value, ==, item->value.minor);
  g_assert_cmpint (line->actual, ==, RANG_NOT_KNOWN);
  g_assert_cmpuint (before->late->len, ==, 0);
  g_assert_true (rang_office_deliver (f->office, &chief, victim, 23 * 3600, FALSE, NULL));
  g_assert_true (rang_office_deliver (f->office, &chief, fixture_order_at (f, 1), 23 * 3600, FALSE, NULL));
  after = rang_office_look_back (f->office, &sales, f->day, f->day, NULL);
  line = &g_array_index (((RangOverrideBalance *)after->overrides->pdata[0])->lines, RangBalanceLine, 0);
  g_assert_cmpint (line->actual, >, 0);
  g_assert_cmpuint (after->late->len, ==, 2);
  for (guint i = 0; i < after->late->len; i++)
    {
      const RangLateOrder *late = &g_array_index (after->late, RangLateOrder, i);

      g_assert_cmpint (late->cause, ==, late->order == victim ? RANG_LATE_OVERRIDE : RANG_LATE_EXECUTION);
    }
  g_assert_cmpuint (after->shares[RANG_LATE_OVERRIDE], ==, 50);
  g_assert_cmpuint (after->shares[RANG_LATE_EXECUTION], ==, 50);
}

static void
test_an_override_that_was_taken_back_has_no_balance (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangAfterwards) after = NULL;

  fixture_move (f, HEAD_OF_SALES, late_order (f, HEAD_OF_ACTIVE, FALSE), 5, RANG_REASON_CONTRACT);
  rang_move_free (rang_office_undo (f->office, &sales, NULL));
  after = rang_office_look_back (f->office, &sales, f->day, f->day, NULL);
  g_assert_cmpuint (after->overrides->len, ==, 0);
}

static void
test_an_amendment_shows_its_difference (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 100);
  g_autoptr (RangMove) move = NULL;
  g_autoptr (GArray) none = NULL, changes = NULL;
  gboolean found = FALSE;

  sign_and_accept (f);
  move = rang_office_amend (f->office, &sales, order, 2, RANG_REASON_CONTRACT, "x", FALSE, NULL, NULL);
  none = rang_office_list_version_changes (f->office, &sales, 1, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  changes = rang_office_list_version_changes (f->office, &sales, 2, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const RangVersionChange *change = &g_array_index (changes, RangVersionChange, i);

      if (change->order == order)
        {
          found = TRUE;
          g_assert_cmpint (change->from, ==, 100);
          g_assert_cmpint (change->to, ==, 2);
        }
      else
        g_assert_true (change->state_before != change->state_after
                       || change->resource_before != change->resource_after);
    }
  g_assert_true (found);
}

/* BOARD.md 19: marking and adding gains nothing at the other department's expense. */
static void
test_more_orders_of_one_department_cost_the_other_no_point (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangBoard) before = fixture_board (f), after = NULL;
  gint64 own = department_of (f, HEAD_OF_ACTIVE);

  fill_day (f, HEAD_OF_ACTIVE);
  after = fixture_board (f);
  g_assert_cmpuint (rang_board_get_n_entries (after), ==, rang_board_get_n_entries (before) + OF_EACH);
  for (guint rank = 1; rank <= rang_board_get_n_entries (before); rank++)
    {
      const RangBoardEntry *was = rang_board_get_entry (before, rank), *is = rang_board_find (after, was->number);

      if (was->order->department != own)
        g_assert_cmpint (is->score->points, >=, was->score->points);
    }
}

/* The same of marking: too many are refused at the submission, the board stays, and nobody else loses a point. */
static void
test_marking_everything_high_moves_nothing_on_the_board (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_ACTIVE);
  g_autoptr (RangBoard) before = fixture_board (f), after = NULL;
  gint64 own = department_of (f, HEAD_OF_ACTIVE);
  guint marked = 0;
  g_autoptr (GError) error = NULL;

  for (guint rank = 1; rank <= rang_board_get_n_entries (before); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (before, rank);

      if (entry->order->department == own)
        marked += rang_office_state_importance (f->office, &head, entry->number, RANG_IMPORTANCE_HIGH, "x", NULL);
    }
  g_test_message ("%u orders could be marked", marked);
  g_assert_cmpint (rang_office_submit (f->office, &head, own, &error), <, 0);
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_QUOTA);
  after = fixture_board (f);
  g_assert_cmpuint (rang_board_get_n_entries (after), ==, rang_board_get_n_entries (before));
  for (guint rank = 1; rank <= rang_board_get_n_entries (before); rank++)
    {
      const RangBoardEntry *was = rang_board_get_entry (before, rank), *is = rang_board_find (after, was->number);

      g_assert_cmpuint (is->rank, ==, rank);
      if (was->order->department != own)
        g_assert_cmpint (is->score->points, ==, was->score->points);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/fortnight/" #name, test_##name)
  ADD (the_conflict_log_of_two_weeks_holds_what_there_was_cause_for);
  ADD (an_override_is_set_against_what_happened);
  ADD (an_override_that_was_taken_back_has_no_balance);
  ADD (an_amendment_shows_its_difference);
  ADD (more_orders_of_one_department_cost_the_other_no_point);
  ADD (marking_everything_high_moves_nothing_on_the_board);
  return g_test_run ();
}
