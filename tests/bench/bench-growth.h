/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Measures days of @least to @most orders: the first suggestion, the whole one, memory, and how soon a stop is heard.
 */
void
bench_growth (guint least, guint most, guint64 seed);

G_END_DECLS
