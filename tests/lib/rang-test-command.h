/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTestResult:
 * @status: the exit status; -1 if a signal ended the program
 * @out: what it wrote to standard output
 * @err: what it wrote to standard error
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} RangTestResult;

/**
 * rang_test_rangctl:
 * @store: (nullable): the store, given as `--store`; %NULL for none
 * @first: (nullable): the first argument
 * @...: more arguments, ended by %NULL
 *
 * Runs the rangctl of the build tree, or the one that `$RANGCTL` names, in English and in the zone of the environment.
 *
 * Returns: (transfer full): what came of it
 */
RangTestResult *
rang_test_rangctl (const char *store, const char *first, ...) G_GNUC_NULL_TERMINATED;

/**
 * rang_test_command:
 * @argv: (array zero-terminated=1): the program and its arguments
 * @env: (array zero-terminated=1) (nullable): "NAME=VALUE" pairs set over the environment
 *
 * Returns: (transfer full): what came of it
 */
RangTestResult *
rang_test_command (const char *const *argv, const char *const *env);

/**
 * rang_test_rangctl_path:
 *
 * Returns: (transfer none): the program that rang_test_rangctl() runs
 */
const char *
rang_test_rangctl_path (void);

void
rang_test_result_free (RangTestResult *result);

/**
 * rang_test_assert_status:
 * @result: a result
 * @wanted: the exit status that it must have
 *
 * Fails the test, showing what the program said, if it ended otherwise.
 */
#define rang_test_assert_status(result, wanted) rang_test_check_status (G_STRLOC, (result), (wanted))
void
rang_test_check_status (const char *where, const RangTestResult *result, int wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestResult, rang_test_result_free)

G_END_DECLS
