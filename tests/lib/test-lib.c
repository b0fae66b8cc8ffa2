/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-wait.h"

static void
test_a_folder_goes_with_all_that_lies_in_it (void)
{
  g_autofree char *path = NULL;
  {
    g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
    g_autofree char *file = rang_test_folder_write (folder, "a.txt", "x");

    path = g_strdup (folder->path);
    g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_command_says_its_status_and_both_its_streams (void)
{
  const char *const argv[] = { "sh", "-c", "echo $A; echo b >&2; exit 3", NULL };
  const char *const env[] = { "A=x=y", NULL };
  g_autoptr (RangTestResult) result = rang_test_command (argv, env);

  rang_test_assert_status (result, 3);
  g_assert_cmpstr (result->out, ==, "x=y\n");
  g_assert_cmpstr (result->err, ==, "b\n");
}

static void
test_a_command_that_a_signal_ends_has_no_status (void)
{
  const char *const argv[] = { "sh", "-c", "kill -9 $$", NULL };
  g_autoptr (RangTestResult) result = rang_test_command (argv, NULL);

  rang_test_assert_status (result, -1);
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

static void
test_a_wait_ends_when_its_condition_holds_or_its_time_is_over (void)
{
  gboolean flag = FALSE, never = FALSE;

  g_timeout_add (20, set_cb, &flag);
  g_assert_true (rang_test_wait_until (is_set, &flag, 10000));
  g_assert_false (rang_test_wait_until (is_set, &never, 30));
}

static void
test_shared_data_is_found_where_the_environment_says (void)
{
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *deep = rang_test_folder_file (folder, "data/kind/deep");
  g_autofree char *b = NULL, *a = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  b = rang_test_folder_write (folder, "data/kind/b.xml", "");
  a = rang_test_folder_write (folder, "data/kind/deep/a.xml", "");
  g_free (rang_test_folder_write (folder, "data/kind/c.txt", ""));
  g_setenv ("RANG_SHARED", folder->path, TRUE);
  files = rang_test_shared_files ("kind", ".xml");
  g_unsetenv ("RANG_SHARED");
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (files, 0), ==, b);
  g_assert_cmpstr (g_ptr_array_index (files, 1), ==, a);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lib/a_folder_goes_with_all_that_lies_in_it", test_a_folder_goes_with_all_that_lies_in_it);
  g_test_add_func ("/lib/a_command_says_its_status_and_both_its_streams",
                   test_a_command_says_its_status_and_both_its_streams);
  g_test_add_func ("/lib/a_command_that_a_signal_ends_has_no_status", test_a_command_that_a_signal_ends_has_no_status);
  g_test_add_func ("/lib/a_wait_ends_when_its_condition_holds_or_its_time_is_over",
                   test_a_wait_ends_when_its_condition_holds_or_its_time_is_over);
  g_test_add_func ("/lib/shared_data_is_found_where_the_environment_says",
                   test_shared_data_is_found_where_the_environment_says);
  return g_test_run ();
}
