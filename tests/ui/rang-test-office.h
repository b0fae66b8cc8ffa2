/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-window.h"

G_BEGIN_DECLS

#define WAIT_MS 15000

/**
 * RangTestOffice:
 * @folder: where it lies; @store: its file
 *
 * A demo office of its own for one test of the window.
 */
typedef struct
{
  RangTestFolder *folder;
  char *store;
} RangTestOffice;

/** rang_test_office_init: to be called once in main(): freezes the clock */
void
rang_test_office_init (int *argc, char ***argv);

void
rang_test_office_set_up (RangTestOffice *office, gconstpointer data);
void
rang_test_office_tear_down (RangTestOffice *office, gconstpointer data);

/**
 * rang_test_office_open:
 * @person: (nullable): who acts
 * @thing: role of what must show before it counts as open; @pattern: its name
 *
 * Returns: (transfer full): a window on the office, whose board is what the planner's whole search made of it
 */
RangTestWindow *
rang_test_office_open (RangTestOffice *office, const char *person, const char *thing, const char *pattern);

/** rang_test_office_run: runs a command of rangctl as @person (nullable), with one argument (nullable); it must succeed
 */
void
rang_test_office_run (RangTestOffice *office, const char *person, const char *command, const char *argument);

/** rang_test_office_assert_said: fails unless what the command prints as CSV has a line like @pattern */
void
rang_test_office_assert_said (RangTestOffice *office, const char *command, const char *pattern);

/** rang_test_office_count: Returns: how many rows the command prints as CSV */
guint
rang_test_office_count (RangTestOffice *office, const char *command);

/** rang_test_office_dup_order: Returns: (transfer full): the number of the order that the window shows at @place */
char *
rang_test_office_dup_order (RangTestWindow *window, guint place);

/** rang_test_office_wait_for_order: Returns: whether the window came to show the order at @place, in time */
gboolean
rang_test_office_wait_for_order (RangTestWindow *window, guint place, const char *order);

/** rang_test_office_key: presses a key in the window */
void
rang_test_office_key (RangTestWindow *window, const char *combination);

/** rang_test_office_assert_named: fails if a control that shows has no name of its own; @page: where that is */
void
rang_test_office_assert_named (RangTestWindow *window, const char *page);

G_END_DECLS
