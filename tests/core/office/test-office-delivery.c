/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The delivery chief's day: roster, locks, plans, predictions, calls, closing (CASES.md 10, 11, 17). */
#include "rang-fixture.h"

#include <string.h>

#include "domain/rang-calendar.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-intake.h"

#define NINE (9 * 3600)

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

static const RangBoardRoute *
route_of (GPtrArray *list, gint64 resource)
{
  for (guint i = 0; i < list->len; i++)
    if (((RangBoardRoute *)list->pdata[i])->resource == resource)
      return list->pdata[i];
  return NULL;
}

static const RangBoardStop *
stop_of (GPtrArray *list, gint64 order, gint64 *resource)
{
  for (guint i = 0; i < list->len; i++)
    {
      const RangBoardRoute *route = list->pdata[i];

      for (guint s = 0; s < route->stops->len; s++)
        if (g_array_index (route->stops, RangBoardStop, s).order == order)
          {
            if (resource != NULL)
              *resource = route->resource;
            return &g_array_index (route->stops, RangBoardStop, s);
          }
    }
  return NULL;
}

static gint64
stop_at (GPtrArray *list, guint route, guint place)
{
  return g_array_index (((RangBoardRoute *)list->pdata[route])->stops, RangBoardStop, place).order;
}

static RangRosterEntry *
roster_of (Fixture *f, gint64 resource)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &session, NULL);

  for (guint i = 0; i < roster->len; i++)
    if (((RangRosterEntry *)roster->pdata[i])->resource == resource)
      return rang_roster_entry_copy (roster->pdata[i]);
  g_assert_not_reached ();
}

static RangRouteChange *
take_off (Fixture *f, gint64 resource)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (RangRosterEntry) entry = roster_of (f, resource);
  g_autoptr (GError) error = NULL;
  RangRouteChange *change;

  entry->out_of_service = TRUE;
  entry->reason = g_strdup ("breakdown");
  change = rang_office_set_roster (f->office, &session, entry, FALSE, &error);
  g_assert_no_error (error);
  return change;
}

static void
test_a_van_that_falls_out_leaves_a_new_plan_its_loss_and_a_log_entry (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (GPtrArray) versions = NULL, log = NULL;
  RangSession session = fixture_session (f, CHIEF);
  const RangLogEntry *entry;
  const RangBoardRoute *lost;
  guint moved = 0;

  sign (f);
  before = routes (f);
  lost = before->pdata[0];
  change = take_off (f, lost->resource);
  after = routes (f);
  g_assert_cmpint (change->plan, ==, 2);
  g_assert_null (route_of (after, lost->resource));
  for (guint i = 0; i < lost->stops->len; i++)
    moved += stop_of (after, g_array_index (lost->stops, RangBoardStop, i).order, NULL) != NULL ? 1 : 0;
  g_assert_cmpuint (moved, >, 0);
  g_assert_cmpuint (change->cost->left_out->len + change->cost->late->len, >, 0);
  versions = rang_office_list_versions (f->office, &session, NULL);
  g_assert_cmpint (((RangVersionInfo *)versions->pdata[0])->plan, ==, 2);
  log = rang_office_list_log (f->office, 1, NULL);
  entry = log->pdata[0];
  g_assert_cmpstr (entry->what, ==, "van");
  g_assert_cmpstr (entry->reason, ==, "breakdown");
  g_assert_nonnull (strstr (entry->data, "\"cause\":\"execution\""));
  g_assert_nonnull (strstr (entry->cost, "left_out"));
}

static void
test_a_van_that_falls_out_takes_nobody_above_down (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  const RangBoardRoute *lost;
  guint highest = G_MAXUINT;

  sign (f);
  before = fixture_board (f);
  list = routes (f);
  lost = list->pdata[1];
  for (guint i = 0; i < lost->stops->len; i++)
    highest = MIN (highest, g_array_index (lost->stops, RangBoardStop, i).rank);
  change = take_off (f, lost->resource);
  after = fixture_board (f);
  for (guint rank = 1; rank < highest; rank++)
    g_assert_cmpint (rang_board_get_entry (after, rank)->state, <=, rang_board_get_entry (before, rank)->state);
}

/* No inversion: an order that a breakdown leaves out cannot be put on any van without harming one above it. */
static void
test_nobody_is_left_out_who_could_be_put_in (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  guint tried = 0;

  sign (f);
  change = take_off (f, 1);
  list = routes (f);
  board = fixture_board (f);
  for (guint rank = 1; tried < 1 && rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state != RANG_PLAN_NOT_TODAY || entry->order->goods == RANG_GOODS_NOT_READY || entry->impossible)
        continue;
      tried++;
      for (guint r = 0; r < list->len; r++)
        {
          g_autoptr (RangRouteChange) lock = rang_office_lock (
              f->office, &session, entry->number, ((RangBoardRoute *)list->pdata[r])->resource, TRUE, NULL);

          g_assert_nonnull (lock);
          g_assert_cmpuint (lock->harmed->len, >, 0);
        }
    }
  g_assert_cmpuint (tried, >, 0);
}

static void
test_what_was_driven_before_a_breakdown_stays_on_its_van (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  const RangBoardRoute *lost, *left;
  gint64 driven;

  sign (f);
  before = routes (f);
  lost = before->pdata[0];
  driven = stop_at (before, 0, 0);
  g_assert_true (rang_office_deliver (f->office, &session, driven, 8 * 3600, FALSE, NULL));
  change = take_off (f, lost->resource);
  after = routes (f);
  left = route_of (after, lost->resource);
  g_assert_nonnull (left);
  g_assert_cmpuint (left->stops->len, ==, 1);
  g_assert_cmpint (g_array_index (left->stops, RangBoardStop, 0).order, ==, driven);
  g_assert_true (left->out_of_service);
}

static void
test_only_the_chief_changes_the_roster_and_a_van_stays_in_with_a_reason (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS), chief = fixture_session (f, CHIEF);
  g_autoptr (RangRosterEntry) entry = roster_of (f, 1), second = roster_of (f, 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_office_set_roster (f->office, &head, entry, FALSE, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_clear_error (&error);
  entry->out_of_service = TRUE;
  g_assert_null (rang_office_set_roster (f->office, &chief, entry, FALSE, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_INVALID);
  g_clear_error (&error);
  entry->out_of_service = FALSE;
  entry->courier = second->courier;
  g_assert_null (rang_office_set_roster (f->office, &chief, entry, FALSE, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
}

/* Finds an order and a van to which it can (or cannot) be locked without harm. */
static gint64
find_lock (Fixture *f, gboolean harmless, gint64 *van)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) list = routes (f);

  for (guint r = 0; r < list->len; r++)
    {
      const RangBoardRoute *route = list->pdata[r];

      for (guint s = 0; s < route->stops->len; s++)
        for (guint o = 0; o < list->len; o++)
          {
            gint64 order = g_array_index (route->stops, RangBoardStop, s).order;
            g_autoptr (RangRouteChange) change = NULL;

            *van = ((RangBoardRoute *)list->pdata[o])->resource;
            if (o == r)
              continue;
            change = rang_office_lock (f->office, &session, order, *van, TRUE, NULL);
            g_assert_nonnull (change);
            if ((change->harmed->len == 0) == harmless)
              return order;
          }
    }
  g_assert_not_reached ();
}

static void
test_a_lock_moves_the_stop_and_makes_the_next_plan (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (GArray) locks = NULL;
  gint64 van, on = 0, order;

  sign (f);
  order = find_lock (f, TRUE, &van);
  change = rang_office_lock (f->office, &session, order, van, FALSE, NULL);
  g_assert_cmpint (change->plan, ==, 2);
  after = routes (f);
  g_assert_nonnull (stop_of (after, order, &on));
  g_assert_cmpint (on, ==, van);
  locks = rang_office_list_locks (f->office, &session, NULL);
  g_assert_cmpuint (locks->len, ==, 1);
  g_assert_true (rang_office_unlock (f->office, &session, order, NULL));
  g_assert_false (rang_office_unlock (f->office, &session, order, NULL));
}

static void
test_a_lock_that_harms_becomes_a_request_which_the_head_of_sales_decides (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF), head = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangRouteChange) change = NULL, again = NULL;
  g_autoptr (GPtrArray) before = NULL, between = NULL, requests = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 van, on = 0, was = 0, order;

  sign (f);
  before = routes (f);
  order = find_lock (f, FALSE, &van);
  stop_of (before, order, &was);
  change = rang_office_lock (f->office, &chief, order, van, FALSE, NULL);
  again = rang_office_lock (f->office, &chief, order, van, FALSE, NULL);
  g_assert_cmpint (change->request, !=, 0);
  g_assert_cmpint (change->request, ==, again->request);
  between = routes (f);
  stop_of (between, order, &on);
  g_assert_cmpint (on, ==, was);
  g_assert_false (rang_office_decide_request (f->office, &chief, change->request, TRUE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_false (rang_office_decide_request (f->office, &head, change->request, FALSE, NULL, NULL));
  g_assert_true (rang_office_decide_request (f->office, &head, change->request, TRUE, NULL, NULL));
  requests = rang_office_list_requests (f->office, &head, NULL);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_true (((RangLockRequest *)requests->pdata[0])->granted);
  after = routes (f);
  if (stop_of (after, order, &on) != NULL)
    g_assert_cmpint (on, ==, van);
}

static void
test_a_late_stop_is_predicted_from_what_has_happened_on_its_van (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  const RangBoardRoute *was, *is, *other;
  const RangBoardStop *first;
  guint late_before = 0, late_after = 0;

  sign (f);
  before = routes (f);
  was = before->pdata[0];
  first = &g_array_index (was->stops, RangBoardStop, 0);
  for (guint i = 0; i < was->stops->len; i++)
    late_before += g_array_index (was->stops, RangBoardStop, i).expected_late > 0 ? 1 : 0;
  g_assert_true (rang_office_deliver (f->office, &session, first->order, first->eta + 2 * 3600, FALSE, NULL));
  after = routes (f);
  is = after->pdata[0];
  g_assert_true (g_array_index (is->stops, RangBoardStop, 0).done);
  for (guint i = 1; i < is->stops->len; i++)
    {
      const RangBoardStop *stop = &g_array_index (is->stops, RangBoardStop, i);

      g_assert_cmpint (stop->eta, ==, g_array_index (was->stops, RangBoardStop, i).eta);
      g_assert_cmpint (stop->expected, >=, stop->eta);
      late_after += stop->expected_late > 0 ? 1 : 0;
    }
  g_assert_cmpuint (late_after, >, late_before);
  g_assert_cmpint (is->expected_back, >, was->expected_back);
  /* The other vans, on which nobody has reported, are on plan. */
  other = after->pdata[1];
  for (guint i = 0; i < other->stops->len; i++)
    g_assert_cmpint (g_array_index (other->stops, RangBoardStop, i).expected, ==,
                     g_array_index (other->stops, RangBoardStop, i).eta);
}

static void
test_cash_and_receipt_are_kept_and_a_correction_replaces_them (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  RangOutcome outcome = { RANG_ORDER_DELIVERED, NINE, -1, 125000, "CH-17" };
  g_autoptr (RangOrderView) view = NULL, corrected = NULL;
  gint64 order;

  sign (f);
  order = fixture_order_at (f, 1);
  g_assert_true (rang_office_record (f->office, &session, order, &outcome, NULL));
  view = rang_office_get_order (f->office, order, NULL);
  g_assert_cmpint (view->order->cash_received, ==, 125000);
  g_assert_cmpstr (view->order->receipt, ==, "CH-17");
  outcome = (RangOutcome){ RANG_ORDER_FAILED, NINE, RANG_FAIL_NO_CASH, -1, NULL };
  g_assert_true (rang_office_record (f->office, &session, order, &outcome, NULL));
  corrected = rang_office_get_order (f->office, order, NULL);
  g_assert_cmpint (corrected->order->cash_received, ==, -1);
  g_assert_null (corrected->order->receipt);
  g_assert_cmpstr (corrected->order->outcome_reason, ==, "no-cash");
}

/* Delivers all but the first two ranks. */
static void
deliver_rest (Fixture *f)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (RangBoard) board = fixture_board (f);

  for (guint rank = 3; rank <= rang_board_get_n_entries (board); rank++)
    g_assert_true (
        rang_office_deliver (f->office, &session, rang_board_get_entry (board, rank)->number, NINE, FALSE, NULL));
}

static void
test_a_day_is_closed_when_each_order_has_outcome_new_day_and_who_told_the_client (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF), head = fixture_session (f, HEAD_OF_CLIENTS);
  const RangTimeWindow none = { RANG_TIME_NONE, RANG_TIME_NONE }, agreed = { NINE, NINE + 7200 };
  g_autoptr (RangDayBalance) balance = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOrderView) view = NULL, before = NULL;
  RangDay next;
  gint64 absent, refused;
  RangTimeWindow first_promise = none;

  sign (f);
  deliver_rest (f);
  absent = fixture_order_at (f, 1);
  refused = fixture_order_at (f, 2);
  before = rang_office_get_order (f->office, absent, NULL);
  next = rang_calendar_add_working_days (rang_office_get_settings (f->office), f->day, 1);
  g_assert_null (rang_office_close_day (f->office, &chief, RANG_DAY_NONE, 0, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_BLOCKED);
  g_clear_error (&error);
  g_assert_true (rang_office_fail (f->office, &chief, absent, RANG_FAIL_ABSENT, NULL));
  g_assert_true (rang_office_fail (f->office, &chief, refused, RANG_FAIL_REFUSED, NULL));
  /* Who refused the goods waits for nothing; who was absent does. */
  g_assert_null (rang_office_close_day (f->office, &chief, RANG_DAY_NONE, 0, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_BLOCKED);
  g_clear_error (&error);
  g_assert_true (rang_office_call (f->office, &chief, absent, 0, next, agreed, "la poartă", NULL));
  g_assert_null (rang_office_close_day (f->office, &head, RANG_DAY_NONE, 0, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_clear_error (&error);
  balance = rang_office_close_day (f->office, &chief, RANG_DAY_NONE, 0, &error);
  g_assert_no_error (error);
  g_assert_true (balance->closed);
  g_assert_cmpuint (balance->open, ==, 0);
  g_assert_cmpuint (balance->carried->len, ==, 1);
  g_assert_cmpint (((RangCarryOver *)balance->carried->pdata[0])->told_by, ==, CHIEF);
  view = rang_office_get_order (f->office, absent, NULL);
  g_assert_cmpint (view->order->state, ==, RANG_ORDER_ENTERED);
  g_assert_cmpint (view->order->promised_day, ==, next);
  g_assert_cmpint (view->order->first_promised_day, ==,
                   before->order->first_promised_day != RANG_DAY_NONE ? before->order->first_promised_day : f->day);
  g_assert_cmpint (view->order->bumps, ==, before->order->bumps);
  g_assert_cmpint (view->order->promised.from, ==, agreed.from);
  g_assert_cmpint (view->order->submitted_rank, ==, 0);
  orders = rang_office_list_orders (f->office, &chief, NULL);
  for (guint i = 0; i < orders->len; i++)
    {
      const RangOrder *order = ((RangOrderView *)orders->pdata[i])->order;

      if (order->number != absent)
        continue;
      g_assert_cmpint (order->state, ==, RANG_ORDER_CARRIED_OVER);
      g_assert_cmpint (order->promised_day, ==, f->day);
      first_promise = order->promised;
    }
  g_assert_cmpint (first_promise.from, !=, RANG_TIME_NONE);
}

static void
test_a_closed_day_stays_as_it_is (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF), tomorrow = chief;
  g_autoptr (RangDayBalance) balance = NULL;
  g_autoptr (RangRosterEntry) entry = roster_of (f, 1);
  g_autoptr (GError) error = NULL;
  RangDay unclosed, next = f->day + 1;
  gint64 order;

  sign (f);
  order = fixture_order_at (f, 1);
  tomorrow.day = f->day + 1;
  g_assert_true (rang_office_unclosed_day (f->office, &tomorrow, &unclosed, NULL));
  g_assert_cmpint (unclosed, ==, f->day);
  balance = rang_office_close_day (f->office, &chief, next, HEAD_OF_CLIENTS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (balance->carried->len, ==, balance->orders);
  g_assert_true (rang_office_unclosed_day (f->office, &tomorrow, &unclosed, NULL));
  g_assert_cmpint (unclosed, ==, RANG_DAY_NONE);
  g_assert_false (rang_office_deliver (f->office, &chief, order, NINE, FALSE, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (rang_office_set_roster (f->office, &chief, entry, FALSE, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (rang_office_close_day (f->office, &chief, next, HEAD_OF_CLIENTS, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_CLOSED);
}

static void
test_nothing_is_expected_late_once_the_day_is_closed (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) routes = NULL;
  g_autoptr (RangDayBalance) balance = NULL;
  g_autoptr (GError) error = NULL;
  guint carried = 0;

  sign (f);
  /* So late that everything behind it in its van would be late as well. */
  g_assert_true (rang_office_deliver (f->office, &chief, fixture_order_at (f, 1), 16 * 3600, FALSE, &error));
  balance = rang_office_close_day (f->office, &chief, f->day + 1, HEAD_OF_CLIENTS, &error);
  g_assert_no_error (error);
  routes = rang_office_load_routes (f->office, &chief, &error);
  g_assert_no_error (error);
  for (guint r = 0; r < routes->len; r++)
    {
      const RangBoardRoute *route = routes->pdata[r];

      for (guint i = 0; i < route->stops->len; i++)
        {
          const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, i);

          if (stop->order == fixture_order_at (f, 1))
            continue;
          carried++;
          g_assert_true (stop->done);
          g_assert_cmpint (stop->expected_late, ==, 0);
          g_assert_false (stop->missed);
        }
    }
  g_assert_cmpuint (carried, >, 0);
}

static void
test_the_calls_are_those_whose_promise_breaks_with_a_window_that_can_be_kept (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  const RangTimeWindow none = { RANG_TIME_NONE, RANG_TIME_NONE };
  g_autoptr (GPtrArray) lines = NULL, again = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  guint broken = 0, offers = 0;

  sign (f);
  board = fixture_board (f);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    broken += rang_board_get_entry (board, rank)->state != RANG_PLAN_ON_TIME ? 1 : 0;
  lines = rang_office_list_calls (f->office, &chief, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, broken);
  g_assert_cmpuint (lines->len, >, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const RangCallLine *line = lines->pdata[i];

      g_assert_null (line->call);
      if (line->offer_day == RANG_DAY_NONE)
        continue;
      offers++;
      g_assert_cmpint (line->offer.from, <=, line->offer.to);
      if (line->state == RANG_PLAN_LATE)
        g_assert_cmpint (line->offer.to, >=, line->expected);
      else
        g_assert_cmpint (line->offer_day, >, f->day);
    }
  g_assert_cmpuint (offers, >, 0);
  g_assert_true (rang_office_call (f->office, &chief, ((RangCallLine *)lines->pdata[0])->order->order->number, 0,
                                   f->day + 1, none, NULL, NULL));
  again = rang_office_list_calls (f->office, &chief, NULL);
  g_assert_nonnull (((RangCallLine *)again->pdata[0])->call);
  g_assert_cmpint (((RangCallLine *)again->pdata[0])->call->called_by, ==, CHIEF);
  g_assert_cmpuint (fixture_count_log (f, "call"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery/a_van_that_falls_out_leaves_a_new_plan_its_loss_and_a_log_entry",
                   test_a_van_that_falls_out_leaves_a_new_plan_its_loss_and_a_log_entry);
  g_test_add_func ("/delivery/a_van_that_falls_out_takes_nobody_above_down",
                   test_a_van_that_falls_out_takes_nobody_above_down);
  g_test_add_func ("/delivery/nobody_is_left_out_who_could_be_put_in", test_nobody_is_left_out_who_could_be_put_in);
  g_test_add_func ("/delivery/what_was_driven_before_a_breakdown_stays_on_its_van",
                   test_what_was_driven_before_a_breakdown_stays_on_its_van);
  g_test_add_func ("/delivery/only_the_chief_changes_the_roster_and_a_van_stays_in_with_a_reason",
                   test_only_the_chief_changes_the_roster_and_a_van_stays_in_with_a_reason);
  g_test_add_func ("/delivery/a_lock_moves_the_stop_and_makes_the_next_plan",
                   test_a_lock_moves_the_stop_and_makes_the_next_plan);
  g_test_add_func ("/delivery/a_lock_that_harms_becomes_a_request_which_the_head_of_sales_decides",
                   test_a_lock_that_harms_becomes_a_request_which_the_head_of_sales_decides);
  g_test_add_func ("/delivery/a_late_stop_is_predicted_from_what_has_happened_on_its_van",
                   test_a_late_stop_is_predicted_from_what_has_happened_on_its_van);
  g_test_add_func ("/delivery/cash_and_receipt_are_kept_and_a_correction_replaces_them",
                   test_cash_and_receipt_are_kept_and_a_correction_replaces_them);
  g_test_add_func ("/delivery/a_day_is_closed_when_each_order_has_outcome_new_day_and_who_told_the_client",
                   test_a_day_is_closed_when_each_order_has_outcome_new_day_and_who_told_the_client);
  g_test_add_func ("/delivery/a_closed_day_stays_as_it_is", test_a_closed_day_stays_as_it_is);
  g_test_add_func ("/delivery/nothing_is_expected_late_once_the_day_is_closed",
                   test_nothing_is_expected_late_once_the_day_is_closed);
  g_test_add_func ("/delivery/the_calls_are_those_whose_promise_breaks_with_a_window_that_can_be_kept",
                   test_the_calls_are_those_whose_promise_breaks_with_a_window_that_can_be_kept);
  return g_test_run ();
}
