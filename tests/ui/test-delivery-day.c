/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the delivery chief's day in the window: check-off by key, stops carried to another van, locks and
 * requests, a van that falls out, calls, the day closed. */
#include "ui/rang-test-office.h"

#include <string.h>

#define key rang_test_office_key

static RangTestWindow *
open_deliveries (RangTestOffice *office)
{
  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  return rang_test_office_open (office, "Dan Mureșan", "table row", "Stop 1, *");
}

/* "Stop 3, 08:47, Țara Bârsei Print SRL, order 5595, promised …" → 5595 */
static char *
order_of_stop (RangTestWindow *window, guint stop)
{
  g_autofree char *pattern = g_strdup_printf ("Stop %u, *", stop);
  g_autofree char *name = rang_test_window_find_name (window, "table row", pattern);
  const char *order;

  g_assert_nonnull (name);
  order = strstr (name, ", order ");
  g_assert_nonnull (order);
  return g_strndup (order + strlen (", order "), strspn (order + strlen (", order "), "0123456789"));
}

static void
test_stops_are_checked_off_one_key_each_from_the_top (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);
  g_autofree char *first = order_of_stop (window, 1), *second = order_of_stop (window, 2);
  g_autofree char *delivered = g_strdup_printf ("Dan Mureșan,deliver,%s", first);
  g_autofree char *part = g_strdup_printf ("Dan Mureșan,deliver,%s", second);

  g_assert_true (rang_test_window_click (window, "table row", "Stop 1, *"));
  key (window, "d");
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 1, *✓ delivered *", WAIT_MS));
  key (window, "p");
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 2, *◐ in part *", WAIT_MS));
  rang_test_office_assert_said (office, "log", delivered);
  rang_test_office_assert_said (office, "log", part);
}

static void
test_a_stop_is_checked_off_with_its_time_by_key (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);

  g_assert_true (rang_test_window_click (window, "table row", "Stop 1, *"));
  key (window, "t");
  g_assert_true (rang_test_window_wait_for (window, "text", "At", WAIT_MS));
  key (window, "ctrl+a");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "07:41");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 1, *✓ delivered 07:41", WAIT_MS));
}

static void
test_a_failed_stop_says_why (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);

  g_assert_true (rang_test_window_click (window, "table row", "Stop 1, *"));
  g_assert_true (rang_test_window_click (window, "push button", "Not delivered"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Refused", WAIT_MS));
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 1, *✕ failed: *", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan,fail,");
}

/* A lane in the middle of the drawing belongs to another van than the first. */
static void
test_a_stop_carried_onto_another_vans_lane_is_locked_there_or_asked_for (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);
  guint before = rang_test_office_count (office, "log");

  g_assert_true (rang_test_window_carry (window, "table row", "Stop 1, *", "image", "The vans' day; *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (
      rang_test_window_wait_for (window, NULL, "Plan 2. *|Locked|Order * cannot go there without breaking a promise",
                                 WAIT_MS));
  if (rang_test_window_wait_for (window, NULL, "Order * cannot go there*", 500))
    {
      /* Rank is not broken silently: nothing is written until the head of sales is asked. */
      g_assert_cmpuint (rang_test_office_count (office, "log"), ==, before);
      g_assert_true (rang_test_window_click (window, NULL, "*Ask the head of sales"));
      g_assert_true (rang_test_window_wait_for (window, NULL, "The head of sales is asked*", WAIT_MS));
    }
  rang_test_office_assert_said (office, "log", "Dan Mureșan,(lock|request)");
}

static void
test_a_lock_that_breaks_a_promise_becomes_a_request_to_the_head_of_sales (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);
  gboolean asked = FALSE;

  /* Somewhere on a full day a stop cannot change its van for nothing. */
  for (guint stop = 1; stop < 8 && !asked; stop++)
    {
      g_autofree char *row = g_strdup_printf ("Stop %u, *", stop);

      g_assert_true (rang_test_window_click (window, "table row", row));
      key (window, "m");
      g_assert_true (rang_test_window_wait_for (window, NULL, "Van 5", WAIT_MS));
      for (guint i = 0; i < 4; i++)
        key (window, "Down");
      key (window, "Return");
      g_assert_true (
          rang_test_window_wait_for (window, NULL, "Plan *|Locked|Order * cannot go there*", WAIT_MS));
      asked = rang_test_window_wait_for (window, NULL, "Order * cannot go there*", 500);
    }
  g_assert_true (asked);
  g_assert_true (rang_test_window_click (window, NULL, "*Ask the head of sales"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The head of sales is asked*", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan,lock.*|Dan Mureșan,request");
}

/* Nothing of a popover is clicked at: its form is gone through by key. */
static void
test_a_van_falls_out_in_the_window_and_its_stops_go_to_the_others (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);

  g_assert_true (rang_test_window_click (window, "push button", "Van 3, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Out of service", WAIT_MS));
  for (guint i = 0; i < 3; i++)
    key (window, "Tab");
  key (window, "space");
  key (window, "Tab");
  key (window, "Tab");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, "push button", "Van 3, *, out: *", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, "image", "The vans' day; *Van 3: 20 stops*", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan,(van|roster)");
}

static void
test_the_day_is_closed_and_what_is_open_is_carried_over_and_told (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);

  g_assert_true (rang_test_window_click (window, "table row", "Stop 1, *"));
  key (window, "d");
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 1, *✓ delivered *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Close the day…"));
  g_assert_true (rang_test_window_wait_for (window, "label", "1 delivered, 0 in part, 0 failed, * open of *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Close the day|_Close the day"));
  g_assert_true (rang_test_window_wait_for (window, "push button", "Closed", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan,close");
  rang_test_office_assert_said (office, "log", "Dan Mureșan,carry-over|fail.*not-reached");
}

static void
test_a_call_is_noted_by_key_with_the_window_that_can_be_kept (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);

  g_assert_true (rang_test_window_click (window, "push button", "Calls"));
  g_assert_true (rang_test_window_wait_for (window, "label", "* clients not called yet", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "table row", "*, Order *", WAIT_MS)
                 || rang_test_window_wait_for (window, "table row", "*, Order *", WAIT_MS));
  /* The first who was not called is selected already. */
  key (window, "c");
  g_assert_true (rang_test_window_wait_for (window, "text", "Agreed day", WAIT_MS));
  key (window, "Return");
  /* The planner looks for a window on the days ahead again. */
  g_assert_true (rang_test_window_wait_for (window, "table row", "*Called by ✓ Dan Mureșan*", 3 * WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan,call");
}

/* The hint gives way to what is wrong, which would be cut behind it. */
static void
test_a_van_is_not_entered_with_what_cannot_be_and_says_so (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_deliveries (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, "push button", "Add a Van…"));
  g_assert_true (rang_test_window_click (window, "text", "Breaks (12:00-13:00, or *"));
  rang_test_pointer_type (pointer, "noon");
  g_assert_true (rang_test_window_click (window, "push button", "Save"));
  g_assert_true (rang_test_window_wait_for (window, "text", "Name: give it a name", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "text", "Breaks: give up to four, such as 12:00-13:00", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/delivery-day/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (stops_are_checked_off_one_key_each_from_the_top);
  ADD (a_stop_is_checked_off_with_its_time_by_key);
  ADD (a_failed_stop_says_why);
  ADD (a_stop_carried_onto_another_vans_lane_is_locked_there_or_asked_for);
  ADD (a_lock_that_breaks_a_promise_becomes_a_request_to_the_head_of_sales);
  ADD (a_van_falls_out_in_the_window_and_its_stops_go_to_the_others);
  ADD (a_van_is_not_entered_with_what_cannot_be_and_says_so);
  ADD (the_day_is_closed_and_what_is_open_is_carried_over_and_told);
  ADD (a_call_is_noted_by_key_with_the_window_that_can_be_kept);
  return g_test_run ();
}
