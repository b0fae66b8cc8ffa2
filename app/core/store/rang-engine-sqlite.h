/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-engine.h"

G_BEGIN_DECLS

/** "Rang" in the file's application_id: by it a file is known as ours. */
#define RANG_SQLITE_APPLICATION_ID 0x52616e67

/**
 * rang_engine_sqlite_open:
 * @path: the file
 *
 * Opens a SQLite file in WAL mode with synchronous=FULL and foreign keys. Waits up to ten seconds for other writers.
 * Refuses network drives, empty files, files that are no SQLite database, and other programs' databases.
 *
 * Returns: (transfer full) (nullable): the engine
 */
RangEngine *
rang_engine_sqlite_open (const char *path, RangEngineMode mode, GError **error);

/**
 * rang_engine_sqlite_new_in_memory:
 *
 * Returns: (transfer full) (nullable): an engine on an empty database of its own that nobody else sees
 */
RangEngine *
rang_engine_sqlite_new_in_memory (GError **error);

G_END_DECLS
