/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log/rang-log-entry.h"

G_BEGIN_DECLS

/**
 * rang_log_export_line:
 * @line: a string to which the line is appended
 *
 * Writes @entry as one line of the exported log: a JSON object (RFC 8259) in UTF-8 with the members
 *
 *     entry at day unit who behalf what order client subject from to reason note cost data previous hash key
 *     witness signature
 *
 * in this order, and a line break. Numbers are numbers; `at`, `day`, texts and hashes are strings; what is not there
 * is null; cost and data are strings that hold JSON, exactly as hashed. A reader that follows rang-log-chain.h needs
 * nothing else: the canonical value of each member is the string, or the number in decimal digits, as it stands here.
 */
void
rang_log_export_line (const RangLogEntry *entry, GString *line);

G_END_DECLS
