/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTable:
 * @columns: their names
 * @key: those of the primary key, in its order
 * @references: the other tables that it refers to
 *
 * A table of the schema, as the migrations make it.
 */
typedef struct
{
  char *name;
  GPtrArray *columns;
  GPtrArray *key;
  GPtrArray *references;
} RangTable;

/**
 * rang_sqlite_tables:
 *
 * Reads the newest schema off a database in memory.
 *
 * Returns: (transfer full) (nullable) (element-type RangTable): all tables, each behind those that it refers to
 */
GPtrArray *
rang_sqlite_tables (GError **error);

G_END_DECLS
