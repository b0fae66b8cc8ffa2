/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-order.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangFoundOrder:
 * @number: the order's own number; @client_number: (nullable): the client's
 * @client: id, 0 when unknown; @name: (nullable): of the client, else of the buyer as the file gave it
 * @department: id, 0 when unknown
 * @day: promised, or %RANG_DAY_NONE; @promised: from–to on it
 * @texts: (element-type utf8): what is written on the order besides: notes, goods, contact, place; of
 *   rang_store_load_texts_since() alone
 *
 * What is told of an order that was looked for.
 */
typedef struct
{
  gint64 number;
  char *client_number;
  gint64 client;
  char *name;
  gint64 department;
  RangOrderState state;
  RangDay day;
  RangTimeWindow promised;
  GPtrArray *texts;
} RangFoundOrder;

void
rang_found_order_free (RangFoundOrder *order);

/**
 * rang_store_load_texts_since:
 * @from: a day
 *
 * Returns: (transfer full) (nullable) (element-type RangFoundOrder): the orders promised for @from and later, those
 *   without a day and those to complete, with all that is written on them, by number
 */
GPtrArray *
rang_store_load_texts_since (RangStore *store, RangDay from, GError **error);

/**
 * rang_store_find_orders:
 * @words: words without a digit, each as rang_text_key() gives it
 * @common: whether the names of so many clients have all of @words that it is better to look for @numbers
 * @numbers: words with a digit, as they were typed
 * @before: only orders promised before this day
 * @most: no more than so many
 *
 * Looks among the orders of every day by index, without reading them: by their clients' names, their numbers and, from
 * three digits on, the clients' numbers. Finds those that have every word there, and others, for the caller to look at.
 *
 * Returns: (transfer full) (nullable) (element-type RangFoundOrder): newest first, without texts; some may come twice
 */
GPtrArray *
rang_store_find_orders (RangStore *store,
                        const char *const *words,
                        gboolean common,
                        const char *const *numbers,
                        RangDay before,
                        guint most,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangFoundOrder, rang_found_order_free)

G_END_DECLS
