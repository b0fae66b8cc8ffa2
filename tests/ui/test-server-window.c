/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two windows on one office of a server: what one does the other shows; and a server that is stopped and started. */
#include "lib/rang-test-proxy.h"
#include "lib/rang-test-server.h"
#include "lib/rang-test-wait.h"
#include "ui/rang-test-office.h"

typedef struct
{
  RangTestOffice office;
  char *direct;
  RangTestProxy *line;
} ServerOffice;

static void
create (const char *location, gpointer data)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (location, "init", "--demo", NULL);

  rang_test_assert_status (result, 0);
}

static void
set_up (ServerOffice *test, gconstpointer data)
{
  g_autofree char *shared = rang_test_server_share ("window", create, NULL);

  test->direct = rang_test_server_new_database (shared);
  test->line = rang_test_proxy_new (test->direct);
  test->office.store = g_strdup (rang_test_proxy_get_location (test->line));
}

static void
tear_down (ServerOffice *test, gconstpointer data)
{
  rang_test_proxy_free (test->line);
  rang_test_server_drop (test->direct);
  g_free (test->direct);
  g_free (test->office.store);
}

static char *
order_at (RangTestWindow *window, guint place)
{
  return rang_test_office_dup_order (window, place);
}

/* The delivery chief's window lands on the deliveries. */
static RangTestWindow *
open_board_of_chief (ServerOffice *test)
{
  RangTestWindow *window = rang_test_office_open (&test->office, "Dan Mureșan", "table row", "Stop 1, *");

  g_assert_true (rang_test_window_click (window, NULL, "Board*"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  return window;
}

static void
test_a_move_elsewhere_appears_by_itself (ServerOffice *test, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board_of_chief (test);
  g_autofree char *order = order_at (window, 7);
  g_autofree char *pattern = g_strdup_printf ("Place 2, *, order %s, *", order);
  g_autoptr (RangTestResult) result = NULL;

  result = rang_test_rangctl (test->direct, "--as", "Ioana Pop", "move", order, "2", "--reason", "route", NULL);
  rang_test_assert_status (result, 0);
  g_assert_true (rang_test_window_wait_for (window, "list item", pattern, WAIT_MS));
}

static void
test_a_server_that_is_gone_is_said_and_comes_back (ServerOffice *test, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (&test->office, "Ioana Pop", "list item", "Place 1, *");
  g_autofree char *order = order_at (window, 7);
  g_autofree char *pattern = g_strdup_printf ("Place 2, *, order %s, *", order);
  g_autoptr (RangTestResult) result = NULL;

  rang_test_proxy_set_open (test->line, FALSE);
  /* The time is the office's, not the machine's. */
  g_assert_true (rang_test_window_wait_for (window, "label", "The server does not answer*08:00*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  result = rang_test_rangctl (test->direct, "--as", "Ioana Pop", "move", order, "2", "--reason", "route", NULL);
  rang_test_assert_status (result, 0);
  rang_test_proxy_set_open (test->line, TRUE);
  g_assert_true (rang_test_window_wait_gone (window, "label", "The server does not answer*08:00*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "list item", pattern, WAIT_MS));
}

/* Whether rangctl lists the person at the board of the demo's day, and nobody else. */
static gboolean
is_listed (gpointer data)
{
  ServerOffice *test = data;
  g_autoptr (RangTestResult) result = rang_test_rangctl (test->direct, "--format", "csv", "present", NULL);

  rang_test_assert_status (result, 0);
  return strstr (result->out, "Ioana Pop,2026-11-24") != NULL;
}

static void
test_who_else_looks_at_the_board_is_shown (ServerOffice *test, gconstpointer data)
{
  g_autoptr (RangTestWindow) chief = open_board_of_chief (test);
  RangTestWindow *sales;

  g_assert_true (rang_test_window_wait_gone (chief, "push button", "Also at this board: *", WAIT_MS));
  sales = rang_test_office_open (&test->office, "Ioana Pop", "list item", "Place 1, *");
  g_assert_true (rang_test_window_wait_for (chief, "push button", "Also at this board: Ioana Pop", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (sales, "push button", "Also at this board: Dan Mureșan", WAIT_MS));
  g_assert_true (rang_test_wait_until (is_listed, test, WAIT_MS));
  rang_test_window_free (sales);
  g_assert_true (rang_test_window_wait_gone (chief, "push button", "Also at this board: Ioana Pop", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);
  g_test_add ("/server-window/a move elsewhere appears by itself", ServerOffice, NULL, set_up,
              test_a_move_elsewhere_appears_by_itself, tear_down);
  g_test_add ("/server-window/who else looks at the board is shown", ServerOffice, NULL, set_up,
              test_who_else_looks_at_the_board_is_shown, tear_down);
  g_test_add ("/server-window/a server that is gone is said, and comes back", ServerOffice, NULL, set_up,
              test_a_server_that_is_gone_is_said_and_comes_back, tear_down);
  return g_test_run ();
}
