/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_copy_to_new:
 * @to: a file that does not exist, or a server's database with nothing in it
 *
 * Makes a store at @to with all that @store holds, from one engine to the same or to the other. It is one transaction
 * there and one moment here; the log is verified on both sides before it counts, and no entry is written. On error
 * nothing of it counts: a file is taken away again, a database keeps an empty schema at the most.
 */
gboolean
rang_store_copy_to_new (RangStore *store, const char *to, GError **error);

G_END_DECLS
