/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_prefetch_office:
 *
 * In a transaction that reads: sends for what an office consists of, in one trip to the server. Whatever is read of it
 * in this transaction is then there, or on its way. Nothing changes but the time that takes: a read that was not
 * foreseen asks for itself. Does nothing for a file.
 */
void
rang_store_prefetch_office (RangStore *store);

/**
 * rang_store_prefetch_board:
 * @unit: whose board it is
 * @since: from when on what became of a client's promises counts
 *
 * As rang_store_prefetch_office(), for what the open board of a day is made of.
 */
void
rang_store_prefetch_board (RangStore *store, RangDay day, gint64 unit, RangDay since);

G_END_DECLS
