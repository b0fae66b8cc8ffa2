/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for running rangctl and other programs and keeping what they said. */
#include "lib/rang-test-command.h"

#include <gio/gio.h>
#include <stdarg.h>

const char *
rang_test_rangctl_path (void)
{
  const char *path = g_getenv ("RANGCTL");

  return path != NULL ? path : RANG_TEST_BUILD "/app/cli/rangctl";
}

RangTestResult *
rang_test_command (const char *const *argv, const char *const *env)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  RangTestResult *result = g_new0 (RangTestResult, 1);

  for (gsize i = 0; env != NULL && env[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (env[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1] != NULL ? pair[1] : "", TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  result->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  return result;
}

RangTestResult *
rang_test_rangctl (const char *store, const char *first, ...)
{
  static const char *const english[] = { "LC_ALL=C.UTF-8", "LANGUAGE=en", NULL };
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list arguments;

  g_ptr_array_add (argv, (gpointer)rang_test_rangctl_path ());
  if (store != NULL)
    {
      g_ptr_array_add (argv, (gpointer) "--store");
      g_ptr_array_add (argv, (gpointer)store);
    }
  va_start (arguments, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (gpointer)argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  return rang_test_command ((const char *const *)argv->pdata, english);
}

void
rang_test_check_status (const char *where, const RangTestResult *result, int wanted)
{
  if (result->status == wanted)
    return;
  g_test_message ("%s: ended with %d, not %d\n%s\n%s", where, result->status, wanted, result->out, result->err);
  g_printerr ("%s: ended with %d, not %d\n%s\n", where, result->status, wanted, result->err);
  g_test_fail ();
}

void
rang_test_result_free (RangTestResult *result)
{
  g_free (result->out);
  g_free (result->err);
  g_free (result);
}
