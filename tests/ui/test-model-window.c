/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the planner knows, entered in the window: a van's lift and breaks, a door's hours, the roads. */
#include "ui/rang-test-office.h"

#include <string.h>

/* What somebody looks at last is kept as a picture where pictures are wanted. */
static void
take_picture (RangTestWindow *window, const char *name)
{
  const char *folder = g_getenv ("RANG_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (rang_test_window_picture (window, path));
}

static void
replace_text (RangTestPointer *pointer, const char *text)
{
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+a"));
  rang_test_pointer_type (pointer, text);
}

static void
test_the_chief_gives_a_van_a_lift_and_a_break (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", NULL, "Van 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_pointer_key (pointer, "alt+4"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Van 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Van 1, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The Van Itself*", WAIT_MS));
  take_picture (window, "roster.png");
  g_assert_true (rang_test_pointer_key (pointer, "alt+v"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Number plate", WAIT_MS));
  take_picture (window, "van.png");
  g_assert_true (rang_test_window_click (window, NULL, "Lift"));
  g_assert_true (rang_test_window_click (window, NULL, "Breaks (*"));
  replace_text (pointer, "11:30-14:00/30");
  g_assert_true (rang_test_window_click (window, NULL, "Save"));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Breaks (*", WAIT_MS));
  rang_test_office_assert_said (office, "vans", "Van 1.*lift.*11:30-14:00/30");
}

static void
test_a_contact_is_erased_beside_the_clients_doors (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, "list item", "Place 1, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The Client’s Doors and Hours*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "The Client’s Doors and Hours*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Contacts", WAIT_MS));
  take_picture (window, "contacts.png");
  g_assert_true (rang_test_window_click (window, NULL, "Erase…"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Erase the contact?", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Erase"));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Erase…", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*erase");
}

static void
test_a_door_is_shut_at_noon_from_the_order_beside_the_board (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, "list item", "Place 1, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The Client’s Doors and Hours*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "The Client’s Doors and Hours*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Usually", WAIT_MS));
  take_picture (window, "client.png");
  /* The first address has the keyboard. */
  replace_text (pointer, "08:00-12:00, 13:00-17:00");
  g_assert_true (rang_test_window_click (window, NULL, "Save"));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Usually", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*clients");
}

static void
test_the_roads_are_slow_at_seven_by_preferences (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_pointer_key (pointer, "ctrl+comma"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "By the hour, *", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "None: distances as the crow flies*", WAIT_MS));
  take_picture (window, "roads.png");
  g_assert_true (rang_test_window_click (window, NULL, "By the hour, *"));
  replace_text (pointer, "7-9=60");
  g_assert_true (rang_test_pointer_key (pointer, "Return"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "By the hour, *", WAIT_MS));
  rang_test_office_assert_said (office, "travel", "7-9=60");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);
#define ADD(name)                                                                                                      \
  g_test_add ("/ui/model-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                   \
              rang_test_office_tear_down)
  ADD (the_chief_gives_a_van_a_lift_and_a_break);
  ADD (a_contact_is_erased_beside_the_clients_doors);
  ADD (a_door_is_shut_at_noon_from_the_order_beside_the_board);
  ADD (the_roads_are_slow_at_seven_by_preferences);
  return g_test_run ();
}
