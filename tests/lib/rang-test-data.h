/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_test_shared_path:
 * @name: a path below the shared data, "northwind/orders.csv"
 *
 * Finds shared data: below `$RANG_SHARED/data` or, if that is not set, `../shared/data` beside the source root. Where
 * it is absent the running test is marked as skipped, saying so; the caller returns then.
 *
 * Returns: (transfer full) (nullable): the path, or %NULL if there is none
 */
char *
rang_test_shared_path (const char *name);

/**
 * rang_test_shared_files:
 * @folder: a folder below the shared data
 * @ending: the end of the names wanted, ".xml"
 *
 * Returns: (transfer full) (nullable) (element-type filename): the paths of all such files at any depth, sorted; %NULL,
 *   with the test marked as skipped, if the folder is absent
 */
GPtrArray *
rang_test_shared_files (const char *folder, const char *ending);

/**
 * rang_test_source_path:
 * @name: a path below the source root, "data/mappings/northwind.ini"
 *
 * Returns: (transfer full): the path
 */
char *
rang_test_source_path (const char *name);

G_END_DECLS
