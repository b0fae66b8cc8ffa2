/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client.h"
#include "store/rang-store-find.h"

G_BEGIN_DECLS

/** How many days back all that is written on an order is looked through; of older ones, names and numbers. */
#define RANG_FIND_RECENT_DAYS 14

/**
 * RangFindIndex:
 * @entry: of the log, up to which it holds; every change of the office writes one
 * @today: the day it was made on
 * @clients: (element-type RangClient); @client_texts: (element-type utf8): of each its name, numbers, contacts and
 *   addresses, folded as rang_text_key() does, one a line
 * @orders: (element-type RangFoundOrder): the newest, see rang_store_load_texts_since(); @order_texts: likewise
 *
 * What is looked through in memory, folded once: the clients, and the orders that people still speak of.
 */
typedef struct
{
  gint64 entry;
  RangDay today;
  GPtrArray *clients;
  GPtrArray *client_texts;
  GPtrArray *orders;
  GPtrArray *order_texts;
} RangFindIndex;

/** rang_find_index_load: Returns: (transfer full) (nullable): the index of now; @entry: the log's last */
RangFindIndex *
rang_find_index_load (RangStore *store, gint64 entry, RangDay today, GError **error);
void
rang_find_index_free (RangFindIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangFindIndex, rang_find_index_free)

G_END_DECLS
