/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for driving a window from a script: what ./run shots is made of, and for trying things by hand.
 *
 *   rang-drive SCRIPT PROGRAM [ARGUMENT...]
 *
 * A line of the script is a command and its words, quoted as in a shell; a thing is a role ("any" for any) and a
 * pattern of its name (see rang-test-window.h). A line that begins with "?" may fail.
 *
 *   place WIDTH HEIGHT          the window at the upper left corner
 *   wait ROLE PATTERN           until the thing shows, at most 20 s
 *   click ROLE PATTERN          into its middle
 *   menu ROLE PATTERN           the same with the second button
 *   key COMBINATION             Alt+Up
 *   type TEXT
 *   carry ROLE PATTERN ROLE PATTERN   drags one thing onto another and holds it there
 *   drop
 *   away                        the pointer to the lower right corner, where it brings up no tip
 *   pause MILLISECONDS          for what cannot be seen in the tree
 *   shot FILE
 *   dump                        the tree, to standard output
 */
#include "lib/rang-test-window.h"

#include <stdlib.h>
#include <string.h>

#define WAIT_MS 20000
/* The display holds the pointer at its own corner. */
#define CORNER_X 10000
#define CORNER_Y 10000

static const char *
role_of (const char *word)
{
  return g_str_equal (word, "any") ? NULL : word;
}

static gboolean
menu (RangTestWindow *window, const char *role, const char *pattern)
{
  int x, y;

  if (!rang_test_window_wait_for (window, role, pattern, WAIT_MS)
      || !rang_test_window_find_place (window, role, pattern, &x, &y))
    return FALSE;
  rang_test_pointer_click (rang_test_window_get_pointer (window), x, y, 3);
  return TRUE;
}

static gboolean
dump (RangTestWindow *window)
{
  g_autofree char *tree = rang_test_window_dump (window);

  g_print ("%s", tree);
  return TRUE;
}

static gboolean
obey (RangTestWindow *window, int n, char **word)
{
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  if (n == 3 && g_str_equal (word[0], "place"))
    rang_test_window_place (window, atoi (word[1]), atoi (word[2]));
  else if (n == 3 && g_str_equal (word[0], "wait"))
    return rang_test_window_wait_for (window, role_of (word[1]), word[2], WAIT_MS);
  else if (n == 3 && g_str_equal (word[0], "click"))
    return rang_test_window_click (window, role_of (word[1]), word[2]);
  else if (n == 3 && g_str_equal (word[0], "menu"))
    return menu (window, role_of (word[1]), word[2]);
  else if (n == 2 && g_str_equal (word[0], "key"))
    return rang_test_pointer_key (pointer, word[1]);
  else if (n == 2 && g_str_equal (word[0], "type"))
    rang_test_pointer_type (pointer, word[1]);
  else if (n == 5 && g_str_equal (word[0], "carry"))
    return rang_test_window_carry (window, role_of (word[1]), word[2], role_of (word[3]), word[4]);
  else if (n == 1 && g_str_equal (word[0], "drop"))
    rang_test_pointer_drop (pointer);
  else if (n == 1 && g_str_equal (word[0], "away"))
    rang_test_pointer_move (pointer, CORNER_X, CORNER_Y);
  else if (n == 2 && g_str_equal (word[0], "pause"))
    g_usleep (1000 * (gulong)atoi (word[1]));
  else if (n == 2 && g_str_equal (word[0], "shot"))
    return rang_test_window_picture (window, word[1]);
  else if (n == 1 && g_str_equal (word[0], "dump"))
    return dump (window);
  else
    return FALSE;
  return TRUE;
}

static gboolean
run_script (RangTestWindow *window, const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);
  gboolean good = TRUE;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gboolean may_fail = *line == '?';
      g_auto (GStrv) word = NULL;
      int n;

      if (*line == '\0' || *line == '#')
        continue;
      if (g_shell_parse_argv (line + (may_fail ? 1 : 0), &n, &word, NULL) && obey (window, n, word))
        continue;
      g_printerr ("rang-drive: line %" G_GSIZE_FORMAT " could not be done: %s\n", i + 1, line);
      good = good && may_fail;
    }
  return good;
}

int
main (int argc, char **argv)
{
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangTestWindow) window = NULL;

  if (argc < 3)
    {
      g_printerr ("rang-drive: wrong usage; rang-drive SCRIPT PROGRAM [ARGUMENT...]\n");
      return 2;
    }
  if (!g_file_get_contents (argv[1], &script, NULL, &error))
    {
      g_printerr ("rang-drive: %s\n", error->message);
      return 4;
    }
  window = rang_test_window_start ((const char *const *)argv + 2);
  return run_script (window, script) ? 0 : 1;
}
