/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model of the day as the office knows it: facts of a day that has begun, signed routes, shut doors, roads. */
#include "rang-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "board/rang-board-explain.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-travel.h"

#define HOUR 3600
#define ELEVEN (11 * HOUR)
/* How much later than planned stops are made. */
#define DELAY (20 * 60)

static void
sign (Fixture *f)
{
  RangSession head = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;

  rang_version_info_free (rang_office_hand_over (f->office, &head, 0, NULL, &error));
  g_assert_no_error (error);
  rang_version_info_free (rang_office_accept (f->office, &chief, &error));
  g_assert_no_error (error);
}

static GPtrArray *
routes (Fixture *f)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  GPtrArray *list = rang_office_load_routes (f->office, &session, &error);

  g_assert_no_error (error);
  return list;
}

static const RangBoardStop *
stop_at (GPtrArray *list, guint route, guint place)
{
  return &g_array_index (((RangBoardRoute *)list->pdata[route])->stops, RangBoardStop, place);
}

/* The clock shows that time of the fixture's day (the office is two hours east of Greenwich in November). */
static void
set_clock (Fixture *f, RangTime time)
{
  g_autoptr (GTimeZone) zone = rang_settings_dup_zone (rang_office_get_settings (f->office));

  rang_clock_set (f->clock, rang_day_to_instant (f->day, time, zone));
}

/* Every stop of each van is delivered later than it was due, as far as that is before a time. Returns: how many */
static guint
deliver_until (Fixture *f, GPtrArray *list, RangTime time)
{
  RangSession chief = fixture_session (f, CHIEF);
  guint n = 0;

  for (guint r = 0; r < list->len; r++)
    for (guint i = 0; i < ((RangBoardRoute *)list->pdata[r])->stops->len && stop_at (list, r, i)->eta + DELAY < time; i++, n++)
      {
        const RangBoardStop *stop = stop_at (list, r, i);
        g_autoptr (GError) error = NULL;

        rang_office_deliver (f->office, &chief, stop->order, stop->eta + DELAY, FALSE, &error);
        g_assert_no_error (error);
      }
  return n;
}

/* What was delivered stands as it was; what a van that has left carries stays on it; nobody is served in the past. */
static void
assert_goes_on (RangBoard *board, GPtrArray *list)
{
  for (guint r = 0; r < list->len; r++)
    {
      const RangBoardRoute *route = list->pdata[r];
      gboolean left = route->stops->len > 0 && stop_at (list, r, 0)->eta + DELAY < ELEVEN;

      for (guint i = 0; i < route->stops->len; i++)
        {
          const RangBoardStop *stop = stop_at (list, r, i);
          const RangBoardEntry *entry = rang_board_find (board, stop->order);

          g_assert_nonnull (entry);
          if (stop->eta + DELAY < ELEVEN)
            {
              g_assert_cmpint (entry->resource, ==, route->resource);
              g_assert_cmpint (entry->eta, ==, stop->eta + DELAY);
            }
          else if (entry->resource != 0)
            g_assert_cmpint (entry->eta, >=, ELEVEN);
          if (left && entry->resource != 0)
            g_assert_cmpint (entry->resource, ==, route->resource);
        }
    }
}

static void
test_at_eleven_the_suggestion_is_for_what_is_left (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangBoard) board = NULL, suggested = NULL;

  sign (f);
  list = routes (f);
  set_clock (f, ELEVEN);
  g_assert_cmpuint (deliver_until (f, list, ELEVEN), >, 10);
  board = fixture_board (f);
  suggested = rang_board_suggested (board);
  assert_goes_on (suggested, list);
}

static void
test_a_van_that_is_late_at_eleven_is_late_in_the_suggestion (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangBoard) board = NULL, suggested = NULL;
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  gint64 first;

  sign (f);
  list = routes (f);
  set_clock (f, 16 * HOUR);
  first = stop_at (list, 0, 0)->order;
  rang_office_deliver (f->office, &chief, first, 15 * HOUR + 1800, FALSE, &error);
  g_assert_no_error (error);
  board = fixture_board (f);
  suggested = rang_board_suggested (board);
  g_assert_cmpint (rang_board_find (suggested, first)->eta, ==, 15 * HOUR + 1800);
  for (guint i = 1; i < ((RangBoardRoute *)list->pdata[0])->stops->len; i++)
    {
      const RangBoardEntry *entry = rang_board_find (suggested, stop_at (list, 0, i)->order);

      g_assert_true (entry->resource == 0 || entry->eta >= 16 * HOUR);
    }
}

static void
test_what_failed_without_a_visit_is_not_driven_to_again (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangBoard) board = NULL, suggested = NULL;
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  gint64 missing;

  sign (f);
  list = routes (f);
  set_clock (f, ELEVEN);
  missing = stop_at (list, 0, 1)->order;
  rang_office_fail (f->office, &chief, missing, RANG_FAIL_GOODS_MISSING, &error);
  g_assert_no_error (error);
  board = fixture_board (f);
  suggested = rang_board_suggested (board);
  g_assert_cmpint (rang_board_find (suggested, missing)->resource, ==, 0);
  g_assert_cmpint (rang_board_find (suggested, missing)->state, ==, RANG_PLAN_NOT_TODAY);
}

/* The signed board itself is read as it was signed, whatever has happened since. */
static void
test_outcomes_do_not_change_the_signed_routes (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  sign (f);
  before = routes (f);
  set_clock (f, ELEVEN);
  deliver_until (f, before, ELEVEN);
  after = routes (f);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint r = 0; r < before->len; r++)
    for (guint i = 0; i < ((RangBoardRoute *)before->pdata[r])->stops->len; i++)
      {
        g_assert_cmpint (stop_at (after, r, i)->order, ==, stop_at (before, r, i)->order);
        g_assert_cmpint (stop_at (after, r, i)->eta, ==, stop_at (before, r, i)->eta);
      }
}

/* --- near the signed routes --- */

/* Orders on another van than on @list, but for one. */
static guint
count_moved (RangBoard *board, GPtrArray *list, gint64 but)
{
  guint n = 0;

  for (guint r = 0; r < list->len; r++)
    for (guint i = 0; i < ((RangBoardRoute *)list->pdata[r])->stops->len; i++)
      {
        gint64 order = stop_at (list, r, i)->order;
        const RangBoardEntry *entry = rang_board_find (board, order);

        n += order != but && entry->resource != 0 && entry->resource != ((RangBoardRoute *)list->pdata[r])->resource
                 ? 1
                 : 0;
      }
  return n;
}

/* The lowest order that does not come today goes to the top, where it gets a place on a van. */
static gint64
lowest_left_out (Fixture *f)
{
  g_autoptr (RangBoard) board = fixture_board (f);

  for (guint rank = rang_board_get_n_entries (board); rank > 1; rank--)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state == RANG_PLAN_NOT_TODAY && !entry->impossible)
        return entry->number;
    }
  g_assert_not_reached ();
}

typedef struct
{
  gint64 order;
  gint64 van;
} Elsewhere;

static gboolean
put_on_another (Fixture *f, GPtrArray *list, guint from, gint64 order, Elsewhere *elsewhere)
{
  RangSession chief = fixture_session (f, CHIEF);

  for (guint to = 0; to < list->len; to++)
    {
      gint64 van = ((RangBoardRoute *)list->pdata[to])->resource;
      g_autoptr (RangRouteChange) change = NULL;
      g_autoptr (GError) error = NULL;

      if (to == from)
        continue;
      change = rang_office_lock (f->office, &chief, order, van, FALSE, &error);
      g_assert_no_error (error);
      if (change->harmed->len > 0)
        continue;
      g_assert_true (rang_office_unlock (f->office, &chief, order, &error));
      *elsewhere = (Elsewhere){ order, van };
      return TRUE;
    }
  return FALSE;
}

/* The delivery chief puts an order of each van on another and takes the lock away again: the routes stay as they are
 * then. */
static GArray *
put_elsewhere (Fixture *f, GPtrArray *list)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Elsewhere));
  Elsewhere one;

  for (guint r = 0; r < list->len; r++)
    for (guint i = 0; i < ((RangBoardRoute *)list->pdata[r])->stops->len; i++)
      if (put_on_another (f, list, r, stop_at (list, r, i)->order, &one))
        {
          g_array_append_val (all, one);
          break;
        }
  return all;
}

static void
test_an_amendment_keeps_near_the_signed_routes (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GPtrArray) list = NULL, changed = NULL;
  g_autoptr (RangMove) move = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) elsewhere = NULL;
  gint64 order = lowest_left_out (f);
  guint moved, stayed = 0, stops = 0;

  sign (f);
  list = routes (f);
  elsewhere = put_elsewhere (f, list);
  changed = routes (f);
  for (guint r = 0; r < list->len; r++)
    stops += ((RangBoardRoute *)list->pdata[r])->stops->len;
  move = rang_office_amend (f->office, &head, order, 1, RANG_REASON_CLIENT_AT_RISK, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rang_board_find (move->board, order)->resource, !=, 0);
  /* The planner alone would take them back to where the suggestion has them. */
  for (guint i = 0; i < elsewhere->len; i++)
    {
      const Elsewhere *one = &g_array_index (elsewhere, Elsewhere, i);

      stayed += rang_board_find (move->board, one->order)->resource == one->van;
    }
  g_test_message ("%u of %u stayed where they were put", stayed, elsewhere->len);
  g_assert_cmpuint (elsewhere->len, >=, 3);
  g_assert_cmpuint (stayed + 1, >=, elsewhere->len);
  moved = count_moved (move->board, changed, order);
  g_test_message ("%u of %u stops changed the van", moved, stops);
  g_assert_cmpuint (moved * 5, <=, stops);
}

static void
test_an_amendment_at_eleven_blames_nobody_for_what_was_driven (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangMove) move = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, last;

  sign (f);
  list = routes (f);
  set_clock (f, 15 * HOUR);
  /* The first stop of the first van was made at half past two: it and those behind it are late whatever is moved. */
  first = stop_at (list, 0, 0)->order;
  rang_office_deliver (f->office, &chief, first, 14 * HOUR + 1800, FALSE, &error);
  g_assert_no_error (error);
  last = fixture_order_at (f, 2);
  move = rang_office_amend (f->office, &head, last, 1, RANG_REASON_CLIENT_AT_RISK, NULL, TRUE, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < move->cost->late->len; i++)
    g_assert_cmpint (g_array_index (move->cost->late, RangCostItem, i).order, !=, first);
  g_assert_cmpuint (move->cost->left_out->len, <=, 1);
}

/* --- doors and roads --- */

static gint64
first_on_time (Fixture *f, RangBoard **board)
{
  *board = fixture_board (f);
  for (guint rank = 1; rank <= rang_board_get_n_entries (*board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (*board, rank);

      if (entry->state == RANG_PLAN_ON_TIME && entry->order->address != 0
          && entry->eta > entry->order->promised.from + 600 && entry->order->promised.to - entry->eta > HOUR)
        return entry->number;
    }
  g_assert_not_reached ();
}

static void
test_nobody_is_served_while_the_door_is_shut (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (RangClient) client = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 order = first_on_time (f, &before);
  const RangBoardEntry *entry = rang_board_find (before, order);
  RangTime eta = entry->eta;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->client->id);
  client = rang_office_find_client (f->office, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < client->addresses->len; i++)
    {
      RangAddress *address = client->addresses->pdata[i];

      address->hours = (RangTimeWindow){ 0, RANG_TIME_END_OF_DAY };
      address->shut = (RangShut){ 1, { { eta - 300, eta + 1200 } } };
    }
  g_assert_true (rang_office_save_client (f->office, &head, client, &error));
  g_assert_no_error (error);
  after = fixture_board (f);
  entry = rang_board_find (after, order);
  g_assert_true (entry->eta <= eta - 300 || entry->eta >= eta + 1200);
}

static guint
count_on_time (RangBoard *board)
{
  guint n = 0;

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    n += rang_board_get_entry (board, rank)->state == RANG_PLAN_ON_TIME ? 1 : 0;
  return n;
}

static void
test_a_slow_hour_makes_the_day_longer (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (RangBoard) before = fixture_board (f), after = NULL;
  gint32 speeds[RANG_N_HOURS];
  g_autoptr (GError) error = NULL;
  guint on_time = count_on_time (before);

  g_assert_true (rang_speeds_parse ("0-24=40", speeds));
  g_assert_false (rang_office_set_speeds (f->office, &chief, 0, 0, speeds, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_clear_error (&error);
  g_assert_true (rang_office_set_speeds (f->office, &head, 0, 0, speeds, &error));
  g_assert_no_error (error);
  after = fixture_board (f);
  g_assert_cmpuint (count_on_time (after), <, on_time);
}

/* Two places: the depot and the door of an order; the way between takes what the table says. */
static void
test_measured_travel_stands_in_place_of_the_crow (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 order = first_on_time (f, &before);
  const RangPlace *door = &rang_board_find (before, order)->order->place;
  const RangPlace *depot = &rang_office_get_settings (f->office)->depot;
  g_autofree char *places = g_strdup_printf ("name,lat,lon\ndepot,%f,%f\ndoor,%f,%f\n", depot->lat / 1e6,
                                             depot->lon / 1e6, door->lat / 1e6, door->lon / 1e6);
  g_autofree char *stops = fixture_write (f, "stops.csv", places);
  g_autofree char *seconds = fixture_write (f, "seconds.csv", "0,80000\n80000,0\n");
  RangTravelState state;

  g_assert_true (rang_office_take_travel (f->office, &head, stops, seconds, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rang_office_get_travel (f->office, &state, &error));
  g_assert_cmpuint (state.places, ==, 2);
  g_assert_true (state.depot);
  after = fixture_board (f);
  /* Straight from the depot nobody comes there any more; alone on a van it cannot be reached. */
  g_assert_true (rang_board_find (after, order)->impossible);
  g_assert_true (rang_office_drop_travel (f->office, &head, &error));
  g_clear_pointer (&after, rang_board_unref);
  after = fixture_board (f);
  g_assert_false (rang_board_find (after, order)->impossible);
}

static void
assert_not_taken (Fixture *f, const char *places, const char *seconds, const char *part)
{
  RangSession head = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *stops = fixture_write (f, "stops.csv", places), *table = fixture_write (f, "seconds.csv", seconds);
  g_autoptr (GError) error = NULL;

  g_assert_false (rang_office_take_travel (f->office, &head, stops, table, NULL, &error));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” instead of “%s”", error->message, part);
}

static void
test_a_table_that_is_wrong_names_the_place_and_nothing_is_taken (void)
{
  static const char two[] = "name,lat,lon\nA,45.6,25.6\nB,45.7,25.6\n";
  g_autoptr (Fixture) f = fixture_new_plain ();
  RangTravelState state;

  assert_not_taken (f, two, "0,5\n", "seconds.csv:2: 1 rows for 2 places: the row of “B” is missing");
  assert_not_taken (f, two, "0,5\n5\n", "seconds.csv:2: 1 numbers for 2 places in the row of “B”");
  assert_not_taken (f, two, "0,-5\n5,0\n", "seconds.csv:1: from “A” to “B”: “-5”");
  assert_not_taken (f, two, "0,5\n5,0\n1,1\n", "seconds.csv:3: a row more than the 2 places");
  assert_not_taken (f, two, "0,5\n5,3\n", "seconds.csv:2: from “B” to itself must be 0");
  assert_not_taken (f, two, "0,5\n999999,0\n", "from “B” to “A”: “999999”");
  assert_not_taken (f, "street,city\nStrada X 1,Nicăieri\n", "0\n", "stops.csv:2: nobody knows where “Strada X 1");
  assert_not_taken (f, "a,b\n1,2\n", "0\n", "stops.csv:1: the first line names neither");
  g_assert_true (rang_office_get_travel (f->office, &state, NULL));
  g_assert_cmpuint (state.places, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Which plan comes out depends on the steps: always the same one here. */
  g_setenv ("RANG_STEPS", "1000", TRUE);
#define ADD(name) g_test_add_func ("/office/model/" #name, test_##name)
  ADD (at_eleven_the_suggestion_is_for_what_is_left);
  ADD (a_van_that_is_late_at_eleven_is_late_in_the_suggestion);
  ADD (what_failed_without_a_visit_is_not_driven_to_again);
  ADD (outcomes_do_not_change_the_signed_routes);
  ADD (an_amendment_keeps_near_the_signed_routes);
  ADD (an_amendment_at_eleven_blames_nobody_for_what_was_driven);
  ADD (nobody_is_served_while_the_door_is_shut);
  ADD (a_slow_hour_makes_the_day_longer);
  ADD (measured_travel_stands_in_place_of_the_crow);
  ADD (a_table_that_is_wrong_names_the_place_and_nothing_is_taken);
  return g_test_run ();
}
