/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board: states, lines, routes, marks, who joins, a production unit. */
#include "hand-made-office.h"

#define WINDOW(from, to) ((RangTimeWindow){ (from), (to) })
#define MORNING WINDOW (8 * HOUR + 10 * MINUTE, 8 * HOUR + 20 * MINUTE)
#define ALL_DAY WINDOW (8 * HOUR, 16 * HOUR)

static void
rank (RangBoardInput *input, gint64 number)
{
  g_array_append_val (input->ranking, number);
}

/* One van; two orders 10 km (1,000 s) north and south, both promised 08:10–08:20: only one can be kept, the other is 40
 * minutes late: 1000 s + 600 s + 2000 s = 09:00. */
static RangBoardInput *
two_rivals (gint64 first, gint64 second)
{
  RangBoardInput *input = office_new (1);

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  rank (input, first);
  rank (input, second);
  return input;
}

static void
assert_numbers (const GArray *numbers, const char *expected)
{
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (got, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (numbers, gint64, i));
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_rank_decides (void)
{
  for (gint64 first = 1; first <= 2; first++)
    {
      g_autoptr (RangBoardInput) input = two_rivals (first, 3 - first);
      g_autoptr (RangBoard) board = office_board (input);
      const RangBoardEntry *winner = rang_board_get_entry (board, 1), *loser = rang_board_get_entry (board, 2);

      g_assert_cmpint (winner->number, ==, first);
      g_assert_cmpint (winner->state, ==, RANG_PLAN_ON_TIME);
      g_assert_cmpint (winner->eta, ==, 8 * HOUR + 1000);
      g_assert_cmpint (loser->state, ==, RANG_PLAN_LATE);
      g_assert_cmpint (loser->minutes_late, ==, 40);
      g_assert_cmpstr (loser->resource_name, ==, "Van 1");
      g_assert_false (loser->impossible);
      g_assert_cmpuint (rang_board_find (board, 1)->suggested_rank, ==, 1);
    }
}

static void
test_lines (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = NULL;
  const RangBoardLines *lines;

  office_add_order (input, 3, CLIENTS, 10, WINDOW (8 * HOUR, 8 * HOUR + 5 * MINUTE), 'A', 99);
  office_add_order (input, 4, CLIENTS, 5, ALL_DAY, 'C', 1);
  g_array_prepend_val (input->ranking, (gint64){ 3 });
  rank (input, 4);
  board = office_board (input);
  lines = rang_board_get_lines (board);
  g_assert_true (rang_board_find (board, 3)->impossible);
  g_assert_cmpuint (lines->on_time, ==, 3);
  g_assert_cmpuint (lines->today, ==, 0);
  g_assert_cmpuint (lines->kept, ==, 2);
  g_assert_cmpuint (lines->late, ==, 2);
  g_assert_cmpuint (lines->impossible, ==, 1);
  g_assert_cmpuint (lines->above_on_time, ==, 2);
  g_assert_cmpint (lines->above_on_time_value.total.minor, ==, 20000);
  g_assert_cmpuint (lines->above_today, ==, 4);
  g_assert_true (rang_board_find (board, 4)->marks & RANG_MARK_FITS_A_GAP);
  g_assert_false (rang_board_find (board, 1)->marks & RANG_MARK_FITS_A_GAP);
}

static void
test_one_door (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  const RangBoardRoute *route;
  RangOrder *b;

  office_add_order (input, 1, ACTIVE_SALES, 10, ALL_DAY, 'A', 20);
  b = office_add_order (input, 2, CLIENTS, 10, ALL_DAY, 'A', 10);
  g_free (b->place.street);
  b->place.street = g_strdup ("STREET 1");
  office_add_order (input, 3, CLIENTS, 10, ALL_DAY, 'A', 10);
  board = office_board (input);
  route = g_ptr_array_index (rang_board_get_routes (board), 0);
  g_assert_cmpuint (route->stops->len, ==, 3);
  g_assert_cmpuint (route->visits, ==, 2);
  g_assert_cmpint (route->metres, ==, 20000);
  g_assert_cmpint (rang_board_route_get_km (route), ==, 20);
  g_assert_cmpint (route->grams, ==, 3000);
  for (guint i = 0, place_of_1 = 0; i < 3; i++)
    {
      const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, i);

      if (stop->order == 3)
        continue;
      g_assert_true (place_of_1 == 0 || stop->place == place_of_1);
      place_of_1 = stop->place;
    }
}

static void
test_unlocated (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, ACTIVE_SALES, 4, ALL_DAY, 'A', 20);
  office_add_order (input, 2, CLIENTS, -8, ALL_DAY, 'A', 10);
  office_add_order (input, 3, CLIENTS, 0, WINDOW (8 * HOUR, 8 * HOUR + 11 * MINUTE), 'A', 30)->place.located = FALSE;
  rank (input, 3);
  board = office_board (input);
  g_assert_true (rang_board_find (board, 3)->marks & RANG_MARK_UNLOCATED);
  /* 6 km is the mean from the depot. */
  g_assert_cmpint (rang_board_find (board, 3)->eta, ==, 8 * HOUR + 600);
  g_assert_false (rang_board_find (board, 1)->marks & RANG_MARK_UNLOCATED);
}

static void
test_goods (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  RangOrder *later;

  office_add_order (input, 1, ACTIVE_SALES, 1, ALL_DAY, 'A', 20)->goods = RANG_GOODS_NOT_READY;
  later = office_add_order (input, 2, CLIENTS, 10, ALL_DAY, 'A', 10);
  later->goods = RANG_GOODS_READY_LATER;
  later->goods_from = 10 * HOUR;
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 1)->state, ==, RANG_PLAN_NOT_TODAY);
  g_assert_true (rang_board_find (board, 1)->impossible);
  g_assert_true (rang_board_find (board, 1)->marks & RANG_MARK_NOT_READY);
  g_assert_cmpint (rang_board_find (board, 1)->eta, ==, RANG_TIME_NONE);
  g_assert_cmpint (rang_board_find (board, 2)->eta, ==, 10 * HOUR + 1000);
  g_assert_cmpuint (rang_board_get_lines (board)->today, ==, 0);
}

static void
test_closing (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = NULL;
  RangAddress *address = rang_address_new ();

  office_client (input, 2)->hours = WINDOW (8 * HOUR, 9 * HOUR - 1);
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 2)->state, ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpuint (rang_board_get_lines (board)->today, ==, 2);
  g_clear_pointer (&board, rang_board_unref);
  /* The hours of the address come before the client's. */
  address->id = 7;
  address->hours = WINDOW (8 * HOUR, 9 * HOUR);
  g_ptr_array_add (office_client (input, 2)->addresses, address);
  office_find (input, 2)->order->address = 7;
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 2)->state, ==, RANG_PLAN_LATE);
}

static void
test_opening (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'A', 1);
  office_client (input, 1)->hours = WINDOW (9 * HOUR, 12 * HOUR);
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 1)->arrival, <, 9 * HOUR);
  g_assert_cmpint (rang_board_find (board, 1)->eta, ==, 9 * HOUR);
}

static void
test_unscored (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = NULL;
  const RangBoardUnscored *unscored;

  g_hash_table_remove (input->scores, &(gint64){ 1 });
  board = office_board (input);
  assert_numbers (rang_board_get_ranking (board), "2");
  g_assert_cmpuint (rang_board_get_unscored (board)->len, ==, 1);
  unscored = g_ptr_array_index (rang_board_get_unscored (board), 0);
  g_assert_cmpint (unscored->number, ==, 1);
  g_assert_nonnull (unscored->message);
}

static void
test_points_below_one (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'C', -5);
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 1)->score->points, ==, -5);
  g_assert_cmpint (rang_board_find (board, 1)->state, ==, RANG_PLAN_ON_TIME);
}

static void
test_join (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (2, 1);
  g_autoptr (RangBoard) board = NULL, closed = NULL;

  office_add_order (input, 3, CLIENTS, 1, ALL_DAY, 'A', 15);
  office_add_order (input, 4, CLIENTS, 1, ALL_DAY, 'A', 99);
  rank (input, 77);
  /* Suggested: 4, 1, 3, 2. */
  board = office_board (input);
  assert_numbers (rang_board_get_ranking (board), "4 2 1 3");
  g_assert_cmpuint (rang_board_get_waiting (board)->len, ==, 0);
  input->closed = TRUE;
  closed = office_board (input);
  assert_numbers (rang_board_get_ranking (closed), "2 1");
  assert_numbers (rang_board_get_waiting (closed), "4 3");
}

static void
test_purity (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (3);
  g_autoptr (RangBoard) board = NULL;

  office_add_random_orders (input, 40, rand);
  board = office_board (input);
  for (guint round = 0; round < 20; round++)
    {
      gint64 order = g_rand_int_range (rand, 1, 41);
      g_autoptr (GArray) moved = rang_board_move_ranking (board, &order, 1, g_rand_int_range (rand, 1, 41), NULL);
      g_autoptr (RangBoard) there
          = rang_board_with_ranking (board, (const gint64 *)(gpointer)moved->data, moved->len, NULL, NULL, NULL);
      g_autoptr (RangBoard) back = rang_board_with_ranking (
          there, (const gint64 *)(gconstpointer)rang_board_get_ranking (board)->data, 40, NULL, NULL, NULL);

      for (guint i = 1; i <= 40; i++)
        {
          g_assert_cmpint (rang_board_get_entry (back, i)->number, ==, rang_board_get_entry (board, i)->number);
          g_assert_cmpint (rang_board_get_entry (back, i)->state, ==, rang_board_get_entry (board, i)->state);
          g_assert_cmpint (rang_board_get_entry (back, i)->minutes_late, ==,
                           rang_board_get_entry (board, i)->minutes_late);
        }
    }
}

static void
test_suggested (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL, suggested = NULL, kept = NULL;
  const GArray *suggestion;

  office_add_random_orders (input, 30, rand);
  office_place (input, 1, HEAD_OF_SALES, RANG_REASON_CONTRACT);
  board = office_board (input);
  suggested = rang_board_suggested (board);
  suggestion = rang_board_get_suggestion (board);
  kept = rang_board_with_ranking (board, (const gint64 *)(gconstpointer)suggestion->data, suggestion->len, NULL, NULL,
                                  NULL);
  for (guint i = 1; i <= 30; i++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (suggested, i);

      g_assert_cmpuint (entry->suggested_rank, ==, i);
      g_assert_null (entry->placed);
      g_assert_cmpint (entry->state, ==, rang_board_find (kept, entry->number)->state);
    }
  g_assert_nonnull (rang_board_find (kept, 1)->placed);
  g_assert_cmpstr (rang_board_find (kept, 1)->placed_by, ==, "Ioana Pop");
}

static void
test_load_order (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL, reversed = NULL;
  g_autoptr (RangBoardInput) other = NULL;

  office_add_random_orders (input, 30, rand);
  board = office_board (input);
  for (guint i = 0; i < input->orders->len / 2; i++)
    {
      gpointer swapped = input->orders->pdata[i];

      input->orders->pdata[i] = input->orders->pdata[input->orders->len - 1 - i];
      input->orders->pdata[input->orders->len - 1 - i] = swapped;
    }
  reversed = office_board (input);
  for (guint i = 1; i <= 30; i++)
    {
      g_assert_cmpint (rang_board_get_entry (board, i)->number, ==, rang_board_get_entry (reversed, i)->number);
      g_assert_cmpint (rang_board_get_entry (board, i)->eta, ==, rang_board_get_entry (reversed, i)->eta);
    }
}

static void
test_production (void)
{
  g_autoptr (RangBoardInput) input = office_new_production (2);
  g_autoptr (RangBoard) board = NULL;

  for (gint64 i = 1; i <= 5; i++)
    office_add_order (input, i, CLIENTS, (int)i, WINDOW (8 * HOUR, 12 * HOUR), 'A', 10 - i)->service = 4 * HOUR;
  board = office_board (input);
  for (guint i = 1; i <= 5; i++)
    g_assert_cmpint (rang_board_get_entry (board, i)->state, ==,
                     i <= 2   ? RANG_PLAN_ON_TIME
                     : i <= 4 ? RANG_PLAN_LATE
                              : RANG_PLAN_NOT_TODAY);
  g_assert_cmpint (rang_board_get_entry (board, 1)->eta, ==, 12 * HOUR);
  g_assert_cmpint (rang_board_get_entry (board, 3)->eta, ==, 16 * HOUR);
  g_assert_cmpint (rang_board_get_entry (board, 3)->minutes_late, ==, 240);
  g_assert_cmpstr (rang_board_get_entry (board, 1)->resource_name, ==, "Machine 1");
  g_assert_cmpuint (rang_board_get_lines (board)->fullness, ==, 250);
  g_assert_cmpint (((RangBoardRoute *)g_ptr_array_index (rang_board_get_routes (board), 0))->metres, ==, 0);
}

static void
test_roster (void)
{
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL;
  const RangBoardRoute *route;

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'A', 10);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (input->roster, rang_roster_entry_usual (input->resources->pdata[i], input->day));
  ((RangRosterEntry *)input->roster->pdata[0])->out_of_service = TRUE;
  ((RangRosterEntry *)input->roster->pdata[1])->shift.from = 9 * HOUR;
  ((RangRosterEntry *)input->roster->pdata[1])->courier = HEAD_OF_CLIENTS;
  board = office_board (input);
  g_assert_cmpuint (rang_board_get_routes (board)->len, ==, 1);
  route = g_ptr_array_index (rang_board_get_routes (board), 0);
  g_assert_cmpstr (route->resource_name, ==, "Van 2");
  g_assert_cmpstr (route->courier_name, ==, "Radu Stan");
  g_assert_cmpint (rang_board_find (board, 1)->resource, ==, 2);
  g_assert_cmpint (rang_board_find (board, 1)->eta, ==, 9 * HOUR + 100);
}

static void
test_nobody_works (void)
{
  g_autoptr (RangBoardInput) input = office_new (0);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'A', 10);
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 1)->state, ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpuint (rang_board_get_lines (board)->fullness, ==, 999);
}

/* One van of 8 hours: 2 hours of work all kept; goods that nobody can deliver do not count; 10 kg for a
 * van of 20 kg count more. */
static void
test_fullness (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) hours = NULL, load = NULL, impossible = NULL;

  office_add_order (input, 1, CLIENTS, 0, ALL_DAY, 'A', 10)->service = 2 * HOUR;
  hours = office_board (input);
  g_assert_cmpuint (rang_board_get_lines (hours)->fullness, ==, 25);
  office_add_order (input, 2, CLIENTS, 0, ALL_DAY, 'A', 10)->goods = RANG_GOODS_NOT_READY;
  impossible = office_board (input);
  g_assert_cmpuint (rang_board_get_lines (impossible)->fullness, ==, 25);
  office_find (input, 1)->order->load = 9000;
  ((RangResource *)input->resources->pdata[0])->capacity = 20000;
  load = office_board (input);
  g_assert_cmpuint (rang_board_get_lines (load)->fullness, ==, 50);
}

static void
test_empty (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = office_board (input);

  g_assert_cmpuint (rang_board_get_n_entries (board), ==, 0);
  g_assert_null (rang_board_get_entry (board, 0));
  g_assert_null (rang_board_get_entry (board, 1));
  g_assert_cmpuint (rang_board_get_lines (board)->fullness, ==, 0);
  g_assert_cmpuint (rang_board_get_routes (board)->len, ==, 1);
}

static void
test_signed_routes (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = NULL;
  RangFixedRoute *route = rang_fixed_route_new (1);
  const gint64 stops[] = { 2, 9, 1 };

  /* Signed as 2, 9, 1; then 9 was cancelled. */
  g_array_append_vals (route->orders, stops, 3);
  input->routes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_fixed_route_free);
  g_ptr_array_add (input->routes, route);
  input->closed = TRUE;
  board = office_board (input);
  g_assert_cmpint (rang_board_get_entry (board, 1)->number, ==, 1);
  g_assert_cmpint (rang_board_find (board, 1)->state, ==, RANG_PLAN_LATE);
  g_assert_cmpint (rang_board_find (board, 2)->state, ==, RANG_PLAN_ON_TIME);
}

static void
test_lock (void)
{
  g_autoptr (RangBoardInput) input = office_new (3);
  g_autoptr (RangBoard) board = NULL, gone = NULL;

  office_add_order (input, 1, CLIENTS, 1, ALL_DAY, 'A', 10);
  office_find (input, 1)->lock = 3;
  board = office_board (input);
  g_assert_cmpint (rang_board_find (board, 1)->resource, ==, 3);
  g_assert_true (rang_board_find (board, 1)->marks & RANG_MARK_LOCKED);
  office_find (input, 1)->lock = 8;
  gone = office_board (input);
  g_assert_cmpuint (rang_board_get_unscored (gone)->len, ==, 1);
}

static void
test_bad_input (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (GError) error = NULL;

  office_add_order (input, 2, CLIENTS, 1, ALL_DAY, 'A', 10);
  g_assert_null (rang_board_new (input, NULL, &error));
  g_assert_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT);
}

static void
test_bad_ranking (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = office_board (input);
  const gint64 twice[] = { 1, 1 }, unknown[] = { 1, 5 };
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_null (rang_board_with_ranking (board, twice, 2, NULL, NULL, &error));
  g_assert_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_RANKING);
  g_assert_null (rang_board_with_ranking (board, unknown, 2, NULL, NULL, &other));
  g_assert_error (other, RANG_BOARD_ERROR, RANG_BOARD_ERROR_RANKING);
}

static void
test_left_out (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = office_board (input);
  const gint64 only[] = { 2 };
  g_autoptr (RangBoard) kept = rang_board_with_ranking (board, only, 1, NULL, NULL, NULL);

  g_assert_cmpuint (rang_board_get_n_entries (kept), ==, 1);
  g_assert_cmpint (rang_board_find (kept, 2)->state, ==, RANG_PLAN_ON_TIME);
  g_assert_null (rang_board_find (kept, 1));
  assert_numbers (rang_board_get_waiting (kept), "1");
}

static void
test_cancelled (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rang_board_new (input, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GCancellable *stop;
  guint n;
  RangBoard *seen;
} Looker;

static void
look_cb (const RangBoardSearch *search, gpointer data)
{
  Looker *looker = data;

  if (looker->n++ > 0)
    return;
  looker->seen = rang_board_search_dup_board (search);
  g_cancellable_cancel (looker->stop);
}

/* Enough orders that a search is told of. */
static RangBoardInput *
busy_day (void)
{
  RangBoardInput *input = office_new (2);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  office_add_random_orders (input, 40, rand);
  input->steps = 4000;
  return input;
}

static void
test_stopped (void)
{
  g_autoptr (RangBoardInput) input = busy_day (), same = busy_day ();
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  Looker looker = { .stop = stop };
  RangBoardWatch watch = { look_cb, &looker, stop };
  g_autoptr (RangBoard) stopped = rang_board_new_watched (input, &watch, NULL, NULL), finished = office_board (same);
  g_autoptr (RangBoard) seen = looker.seen, kept = NULL, again = NULL;
  const GArray *ranking = rang_board_get_ranking (stopped);

  g_assert_cmpuint (looker.n, ==, 1);
  g_assert_true (rang_board_get_unfinished (stopped));
  g_assert_true (rang_board_get_unfinished (seen));
  g_assert_false (rang_board_get_unfinished (finished));
  g_assert_cmpuint (rang_board_get_n_entries (seen), ==, 40);
  g_assert_cmpuint (rang_board_get_suggestion (stopped)->len, ==, 40);
  g_assert_cmpuint (rang_board_get_lines (stopped)->kept, >, 0);
  /* Another ranking has the states that it always has. */
  kept = rang_board_with_ranking (stopped, (const gint64 *)(gpointer)ranking->data, ranking->len, NULL, NULL, NULL);
  again = rang_board_with_ranking (finished, (const gint64 *)(gpointer)ranking->data, ranking->len, NULL, NULL, NULL);
  for (guint rank = 1; rank <= 40; rank++)
    {
      g_assert_cmpint (rang_board_get_entry (kept, rank)->state, ==, rang_board_get_entry (again, rank)->state);
      g_assert_cmpint (rang_board_get_entry (kept, rank)->eta, ==, rang_board_get_entry (again, rank)->eta);
    }
}

static void
test_needs (void)
{
  g_autoptr (RangBoardInput) input = two_rivals (1, 2);
  g_autoptr (RangBoard) board = office_board (input), suggested = rang_board_suggested (board);
  g_autoptr (GArray) needs = rang_board_dup_needs (board, 2), same = rang_board_dup_needs (suggested, 2);

  g_assert_nonnull (needs);
  assert_numbers (needs, "1");
  assert_numbers (same, "1");
  g_assert_null (rang_board_dup_needs (board, 1));
  g_assert_null (rang_board_dup_needs (board, 99));
}

#define ADD(name, func) g_test_add_func ("/board/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rank_decides_who_is_on_time", test_rank_decides);
  ADD ("both_lines_pass_over_impossible_orders", test_lines);
  ADD ("orders_of_one_door_are_one_visit", test_one_door);
  ADD ("an_unlocated_order_is_as_far_as_the_others_on_the_mean", test_unlocated);
  ADD ("goods_not_ready_are_not_today_and_goods_ready_later_bound_the_departure", test_goods);
  ADD ("nobody_is_late_past_the_closing_hour", test_closing);
  ADD ("nobody_is_served_before_the_door_opens", test_opening);
  ADD ("an_order_that_cannot_be_scored_has_no_rank", test_unscored);
  ADD ("points_below_one_are_shown_as_they_are", test_points_below_one);
  ADD ("orders_that_the_ranking_lacks_join_an_open_board_and_wait_outside_a_closed_one", test_join);
  ADD ("property/a_move_and_its_undo_restore_every_state", test_purity);
  ADD ("property/keep_of_the_suggestion_yields_its_states", test_suggested);
  ADD ("property/the_order_of_loading_changes_nothing", test_load_order);
  ADD ("a_production_unit_with_two_machines_is_ranked_too", test_production);
  ADD ("only_who_is_in_service_works_and_in_the_days_shift", test_roster);
  ADD ("without_resources_everything_waits", test_nobody_works);
  ADD ("a_day_is_as_full_as_keeping_all_promises_would_take", test_fullness);
  ADD ("an_empty_day_has_an_empty_board", test_empty);
  ADD ("states_are_read_off_signed_routes", test_signed_routes);
  ADD ("a_locked_order_goes_with_its_resource", test_lock);
  ADD ("an_order_twice_is_refused", test_bad_input);
  ADD ("a_ranking_with_an_order_twice_or_a_strange_one_is_refused", test_bad_ranking);
  ADD ("orders_outside_a_ranking_are_left_out", test_left_out);
  ADD ("a_cancelled_question_says_so", test_cancelled);
  ADD ("a_stopped_search_leaves_the_best_so_far_and_keep_does_not_start_from_it", test_stopped);
  ADD ("an_order_that_is_late_names_who_would_have_to_yield", test_needs);
  return g_test_run ();
}
