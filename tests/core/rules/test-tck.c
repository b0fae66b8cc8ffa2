/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conformance suite: what passes stays passed. */
#include <stdio.h>
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"

/* Runs the suite's runner over a folder of the shared data, which must have so many cases. */
static void
run_suite (const char *folder, guint passed, guint failed)
{
  g_autofree char *path = rang_test_shared_path (folder);
  g_autofree char *wanted = g_strdup_printf ("\n%u passed, %u failed\n", passed, failed);
  g_autoptr (RangTestResult) result = NULL;

  if (path == NULL)
    return;
  result = rang_test_command ((const char *[]){ g_getenv ("DMN_TCK"), path, NULL }, NULL);
  g_test_message ("%s", result->out);
  g_assert_true (g_str_has_suffix (result->out, wanted));
}

static void
test_all_open_cases_pass (void)
{
  run_suite ("dmn-tck/open", 2680, 0);
}

static void
test_all_further_cases_pass (void)
{
  run_suite ("dmn-tck/stretch", 22, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/tck/all_open_cases_pass", test_all_open_cases_pass);
  g_test_add_func ("/rules/tck/all_further_cases_pass", test_all_further_cases_pass);
  return g_test_run ();
}
