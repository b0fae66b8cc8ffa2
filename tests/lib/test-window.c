/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/rang-test-folder.h"
#include "lib/rang-test-window.h"

#include <string.h>

#define WAIT_MS 5000

static RangTestWindow *
start_sample (void)
{
  const char *const argv[] = { g_getenv ("RANG_WINDOW_SAMPLE"), NULL };

  return rang_test_window_start (argv);
}

static void
test_a_button_is_found_by_its_name_and_pressed (void)
{
  g_autoptr (RangTestWindow) window = start_sample ();

  g_assert_true (rang_test_window_wait_for (window, "label", "nothing yet", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Apasă|Press me"));
  g_assert_true (rang_test_window_wait_for (window, "label", "pressed", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, "label", "nothing yet", WAIT_MS));
}

static void
test_keys_arrive_as_they_were_typed (void)
{
  g_autoptr (RangTestWindow) window = start_sample ();
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, "text", "Note"));
  rang_test_pointer_type (pointer, "Route 7, OK!");
  g_assert_true (rang_test_pointer_key (pointer, "shift+Home"));
  rang_test_pointer_type (pointer, "b");
  g_assert_true (rang_test_pointer_key (pointer, "Return"));
  g_assert_true (rang_test_window_wait_for (window, "label", "typed b", WAIT_MS));
  g_assert_false (rang_test_pointer_key (pointer, "no-such-key"));
}

static void
test_a_row_is_carried_to_another_and_dropped (void)
{
  g_autoptr (RangTestWindow) window = start_sample ();

  g_assert_true (rang_test_window_carry (window, "list item", "Row 10", "list item", "Row 3"));
  g_assert_true (rang_test_window_wait_for (window, "label", "nothing yet", WAIT_MS));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (rang_test_window_wait_for (window, "label", "dropped 10 on 3", WAIT_MS));
}

static void
test_what_does_not_show_is_not_found (void)
{
  g_autoptr (RangTestWindow) window = start_sample ();
  g_autofree char *dump = rang_test_window_dump (window);

  g_assert_nonnull (strstr (dump, "list item \"Row 12\""));
  g_assert_false (rang_test_window_wait_for (window, NULL, "Row 13", 100));
  g_assert_false (rang_test_window_wait_for (window, "button", "Row 1", 100));
}

static void
test_a_picture_is_taken_once_the_screen_has_settled (void)
{
  g_autoptr (RangTestWindow) window = start_sample ();
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *path = rang_test_folder_file (folder, "a.png");

  rang_test_window_place (window, 700, 500);
  g_assert_true (rang_test_window_picture (window, path));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/a_button_is_found_by_its_name_and_pressed", test_a_button_is_found_by_its_name_and_pressed);
  g_test_add_func ("/window/keys_arrive_as_they_were_typed", test_keys_arrive_as_they_were_typed);
  g_test_add_func ("/window/a_row_is_carried_to_another_and_dropped", test_a_row_is_carried_to_another_and_dropped);
  g_test_add_func ("/window/what_does_not_show_is_not_found", test_what_does_not_show_is_not_found);
  g_test_add_func ("/window/a_picture_is_taken_once_the_screen_has_settled",
                   test_a_picture_is_taken_once_the_screen_has_settled);
  return g_test_run ();
}
