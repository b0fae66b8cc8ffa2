/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"

G_BEGIN_DECLS

/**
 * RangTestOffice:
 * @folder: where it lies
 * @store: the path of its store
 *
 * An office of its own for one test, gone with the variable (g_autoptr).
 */
typedef struct
{
  RangTestFolder *folder;
  char *store;
} RangTestOffice;

/**
 * rang_test_office_new:
 *
 * Returns: (transfer full): an empty office, as `init` makes it
 */
RangTestOffice *
rang_test_office_new (void);

/**
 * rang_test_office_new_demo:
 *
 * The demo office of Tuesday, 24 November 2026, 07:30. It is made once a program; each caller has a copy.
 *
 * Returns: (transfer full): the office
 */
RangTestOffice *
rang_test_office_new_demo (void);
void
rang_test_office_free (RangTestOffice *office);

/**
 * rang_test_office_json:
 * @command: the command and its arguments, divided by spaces
 *
 * Runs rangctl with `--format json`; fails the test if it does not end with 0 and one JSON document.
 *
 * Returns: (transfer full): the document
 */
JsonNode *
rang_test_office_json (RangTestOffice *office, const char *command);

/**
 * rang_test_office_run:
 * @command: the command and its arguments, divided by spaces
 *
 * Returns: (transfer full): what came of it
 */
RangTestResult *
rang_test_office_run (RangTestOffice *office, const char *command);

/**
 * rang_test_office_run_in:
 * @language: "ro"
 *
 * The same, said in another language than English.
 */
RangTestResult *
rang_test_office_run_in (RangTestOffice *office, const char *language, const char *command);

/**
 * rang_test_office_must:
 * @status: the exit status that the command must have
 *
 * Runs a command of which only the exit status matters.
 */
#define rang_test_office_must(office, status, command)                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (RangTestResult) must_result = rang_test_office_run ((office), (command));                               \
    rang_test_assert_status (must_result, (status));                                                                   \
  }                                                                                                                    \
  G_STMT_END

/**
 * rang_test_office_person:
 * @role: "head-of-sales"
 *
 * Returns: (transfer full): the id of the first person who holds the role
 */
char *
rang_test_office_person (RangTestOffice *office, const char *role);

/**
 * rang_test_rows_find:
 * @rows: an array of objects
 *
 * Returns: (transfer none) (nullable): the first object whose text or number @member is @value
 */
JsonObject *
rang_test_rows_find (JsonNode *rows, const char *member, const char *value);

/**
 * rang_test_rows_join:
 * @rows: an array of objects
 * @members: names of members, divided by commas
 *
 * Returns: (transfer full): a line an object, the members as JSON: to compare two answers and to see where they differ
 */
char *
rang_test_rows_join (JsonNode *rows, const char *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestOffice, rang_test_office_free)

G_END_DECLS
