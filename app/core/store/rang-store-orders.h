/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-order.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_orders_of_day:
 *
 * Returns: (transfer full) (nullable) (element-type RangOrder): the orders promised for @day and all without a
 *   promised day, whatever their state, with their lines, by number
 */
GPtrArray *
rang_store_load_orders_of_day (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_load_orders_between:
 *
 * Returns: (transfer full) (nullable) (element-type RangOrder): the orders promised for @from … @to, without their
 *   lines, by day and number
 */
GPtrArray *
rang_store_load_orders_between (RangStore *store, RangDay from, RangDay to, GError **error);

/**
 * rang_store_load_orders_of_client:
 *
 * Returns: (transfer full) (nullable) (element-type RangOrder): all of a client, without their lines, newest promise
 *   first
 */
GPtrArray *
rang_store_load_orders_of_client (RangStore *store, gint64 client, GError **error);

/**
 * rang_store_load_orders_to_complete:
 *
 * Returns: (transfer full) (nullable) (element-type RangOrder): all that lack something, of every day, with lines
 */
GPtrArray *
rang_store_load_orders_to_complete (RangStore *store, GError **error);

/**
 * rang_store_load_order:
 *
 * Returns: (transfer full) (nullable): the order with its lines; %RANG_STORE_ERROR_NOT_FOUND if there is none of that
 *   number
 */
RangOrder *
rang_store_load_order (RangStore *store, gint64 number, GError **error);

/**
 * rang_store_find_nameless_order:
 * @source_digest: the digest of the file's content
 * @number: (out): the order's number, 0 if there is none
 *
 * Finds an order of which the file named no buyer, by its content.
 *
 * Returns: %FALSE on error
 */
gboolean
rang_store_find_nameless_order (RangStore *store, const char *source_digest, gint64 *number, GError **error);

/**
 * rang_store_find_order:
 * @client: the client's id, 0 when unknown
 * @buyer: (nullable): the buyer's name as the file gave it, compared by rang_text_key() where the client is unknown
 * @client_number: the client's number of the order
 * @order_day: when the client ordered, or %RANG_DAY_NONE
 * @number: (out): the order's number, 0 if there is none
 *
 * Finds an order by its identity (client or buyer, number, day). With a client, an order that still waits without one
 * under the same buyer's name is found as well.
 *
 * Returns: %FALSE on error
 */
gboolean
rang_store_find_order (RangStore *store,
                       gint64 client,
                       const char *buyer,
                       const char *client_number,
                       RangDay order_day,
                       gint64 *number,
                       GError **error);

/**
 * rang_store_save_order:
 *
 * Adds @order with its lines if its number is 0 (the next free number is set; they start at 1001 and are never given
 * twice), else changes the order of that number. %RANG_STORE_ERROR_CONSTRAINT for what cannot be: a second order of
 * one identity, a state beyond *to complete* without client, department, promise or importance, …
 */
gboolean
rang_store_save_order (RangStore *store, RangOrder *order, GError **error);

/**
 * RangClientCounts:
 * @delivered: orders delivered to the client, whole or in part, before the day
 * @broken: of its orders with an outcome since the first day asked for, those that failed or came late
 */
typedef struct
{
  gint64 client;
  int delivered;
  int broken;
} RangClientCounts;

/**
 * rang_store_load_client_counts:
 * @day: the day whose orders' clients are asked about; only days before it count
 * @since: first day that counts for @broken
 *
 * Everything the rules need to know of the past, for all clients at once.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 RangClientCounts): by client id: those
 *   of the day's orders, and of orders without a day
 */
GHashTable *
rang_store_load_client_counts (RangStore *store, RangDay day, RangDay since, GError **error);

/**
 * RangOrderChange:
 * @id: number in the store
 * @order: the order's number
 * @found_at: instant; @source, @source_digest: the file
 * @before: the order's fields as they are, a JSON object; @after: as the client wants them
 * @state: "open", "taken" or "dropped"
 * @decided_by: id of the person, @decided_entry: the log's entry; 0 while open
 *
 * What a client changed in an order that is on a board or handed over.
 */
typedef struct
{
  gint64 id;
  gint64 order;
  gint64 found_at;
  char *source;
  char *source_digest;
  char *before;
  char *after;
  char *state;
  gint64 decided_by;
  gint64 decided_entry;
} RangOrderChange;

RangOrderChange *
rang_order_change_new (void);
void
rang_order_change_free (RangOrderChange *change);

/**
 * rang_store_load_order_changes:
 * @order: number of an order, or 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type RangOrderChange): those that are open, by id
 */
GPtrArray *
rang_store_load_order_changes (RangStore *store, gint64 order, GError **error);

/**
 * rang_store_save_order_change:
 *
 * Adds @change if its id is 0, else changes its state and decision.
 */
gboolean
rang_store_save_order_change (RangStore *store, RangOrderChange *change, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangOrderChange, rang_order_change_free)

G_END_DECLS
