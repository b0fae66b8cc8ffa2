/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** Returns: (transfer full): where a file of the benchmark data lies, by RANG_SHARED or beside the sources */
char *
bench_path (const char *name);

/**
 * bench_read_csv:
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the rows under the head; %NULL where the data is absent
 */
GPtrArray *
bench_read_csv (const char *name);
