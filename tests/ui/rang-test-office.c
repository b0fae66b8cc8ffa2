/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a demo office that a test of the window works in. */
#include "ui/rang-test-office.h"

#include <stdlib.h>
#include <string.h>

void
rang_test_office_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* The accessibility bus warns when a program is asked before it has put its tree there. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_setenv ("RANG_NOW", "2026-11-24T06:00:00Z", TRUE);
}

/* The demo is made once a program and copied for each test. */
static char *made;
static gsize made_length;

static void
drop_made (void)
{
  g_clear_pointer (&made, g_free);
}

void
rang_test_office_set_up (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  office->folder = rang_test_folder_new ();
  office->store = rang_test_folder_file (office->folder, "office.rang");
  if (made != NULL)
    g_file_set_contents (office->store, made, (gssize)made_length, &error);
  else
    {
      g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "init", "--demo", NULL);

      rang_test_assert_status (result, 0);
      g_file_get_contents (office->store, &made, &made_length, &error);
      atexit (drop_made);
    }
  g_assert_no_error (error);
}

void
rang_test_office_tear_down (RangTestOffice *office, gconstpointer data)
{
  g_free (office->store);
  rang_test_folder_free (office->folder);
}

RangTestWindow *
rang_test_office_open (RangTestOffice *office, const char *person, const char *thing, const char *pattern)
{
  const char *const argv[]
      = { g_getenv ("RANG_WINDOW"), "--store", office->store, person != NULL ? "--as" : NULL, person, NULL };
  RangTestWindow *window = rang_test_window_start (argv);

  g_assert_true (rang_test_window_wait_for (window, thing, pattern, WAIT_MS));
  /* What rows say of times and states is provisional until the planner has searched. */
  g_assert_true (rang_test_window_wait_gone (window, NULL, "The planner is still searching*", WAIT_MS));
  rang_test_window_place (window, 1600, 1000);
  return window;
}

void
rang_test_office_run (RangTestOffice *office, const char *person, const char *command, const char *argument)
{
  g_autoptr (RangTestResult) result = NULL;

  if (person != NULL)
    result = rang_test_rangctl (office->store, "--as", person, command, argument, NULL);
  else
    result = rang_test_rangctl (office->store, command, argument, NULL);
  rang_test_assert_status (result, 0);
}

void
rang_test_office_assert_said (RangTestOffice *office, const char *command, const char *pattern)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, command, "--format", "csv", NULL);

  rang_test_assert_status (result, 0);
  if (!g_regex_match_simple (pattern, result->out, G_REGEX_MULTILINE, 0))
    g_error ("%s says nothing like %s:\n%s", command, pattern, result->out);
}

guint
rang_test_office_count (RangTestOffice *office, const char *command)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, command, "--format", "csv", NULL);
  guint lines = 0;

  rang_test_assert_status (result, 0);
  for (const char *c = result->out; *c != '\0'; c++)
    lines += *c == '\n';
  return lines - 1;
}

/* "Place 20, Tâmpa Hotel SRL, order 5718, promised …" → 5718 */
char *
rang_test_office_dup_order (RangTestWindow *window, guint place)
{
  g_autofree char *pattern = g_strdup_printf ("Place %u, *", place);
  g_autofree char *name = rang_test_window_find_name (window, "list item", pattern);
  const char *order;

  g_assert_nonnull (name);
  order = strstr (name, ", order ");
  g_assert_nonnull (order);
  return g_strndup (order + strlen (", order "), strspn (order + strlen (", order "), "0123456789"));
}

gboolean
rang_test_office_wait_for_order (RangTestWindow *window, guint place, const char *order)
{
  g_autofree char *pattern = g_strdup_printf ("Place %u, *, order %s, *", place, order);

  return rang_test_window_wait_for (window, "list item", pattern, WAIT_MS);
}

void
rang_test_office_key (RangTestWindow *window, const char *combination)
{
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), combination));
}

/* Controls without a name of their own go by the name of their class. */
void
rang_test_office_assert_named (RangTestWindow *window, const char *page)
{
  g_autofree char *tree = rang_test_window_dump (window);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  guint seen = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean inside_combo = i > 0 && strstr (lines[i - 1], "combo box \"") != NULL;

      seen += strstr (lines[i], "button \"") != NULL;
      if (!inside_combo
          && g_regex_match_simple ("(button|entry|text|check box|menu item|list item|table row) \"(|Gtk\\w*|Adw\\w*)\"",
                                   lines[i], 0, 0))
        g_error ("%s: without a name: %s, after %s", page, g_strstrip (lines[i]),
                 i > 0 ? g_strstrip (lines[i - 1]) : "");
      /* What was never shown has none of its own yet. */
      if (strstr (lines[i], " 0x0") == NULL
          && g_regex_match_simple ("(button|check box) \"([^\"]* )?_\\w", lines[i], 0, 0))
        g_error ("%s: the mark of a mnemonic is read out: %s", page, g_strstrip (lines[i]));
      if (strstr (lines[i], " 0x0") == NULL && g_regex_match_simple ("button \"(.+) \\1\"", lines[i], 0, 0))
        g_error ("%s: read out twice: %s", page, g_strstrip (lines[i]));
    }
  g_assert_cmpuint (seen, >, 10);
}
