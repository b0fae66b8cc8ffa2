/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client-event.h"
#include "domain/rang-client.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_clients:
 *
 * Returns: (transfer full) (nullable) (element-type RangClient): all with addresses and contacts, by id
 */
GPtrArray *
rang_store_load_clients (RangStore *store, GError **error);

/**
 * rang_store_load_client:
 *
 * Returns: (transfer full) (nullable): the client; %RANG_STORE_ERROR_NOT_FOUND if there is none of that id
 */
RangClient *
rang_store_load_client (RangStore *store, gint64 id, GError **error);

/**
 * rang_store_load_clients_of_day:
 *
 * Returns: (transfer full) (nullable) (element-type RangClient): the clients of the orders that
 *   rang_store_load_orders_of_day() gives, by id
 */
GPtrArray *
rang_store_load_clients_of_day (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_find_client:
 * @name: (nullable): a name, compared by rang_text_key()
 * @tax_number: (nullable): a CUI/CIF, compared without spaces, dots and a leading "RO"
 * @id: (out): the client's id; 0 if there is none
 *
 * Looks by tax number first, then by name; of several the oldest.
 *
 * Returns: %FALSE on error
 */
gboolean
rang_store_find_client (RangStore *store, const char *name, const char *tax_number, gint64 *id, GError **error);

/**
 * rang_store_save_client:
 *
 * Adds @client if its id is 0, else changes it; addresses and contacts likewise become exactly those of @client. All
 * new ids are set in @client.
 */
gboolean
rang_store_save_client (RangStore *store, RangClient *client, GError **error);

/**
 * rang_store_erase_contact:
 *
 * Erases a person of a client: the contact, and the name and phone in every order that copied them.
 */
gboolean
rang_store_erase_contact (RangStore *store, gint64 contact, GError **error);

/**
 * rang_store_add_client_event:
 * @event: the event; its id is set
 */
gboolean
rang_store_add_client_event (RangStore *store, RangClientEvent *event, GError **error);

/**
 * rang_store_load_client_events:
 * @client: id of a client, or 0 for all
 * @from: first day, or %RANG_DAY_NONE
 *
 * Returns: (transfer full) (nullable) (element-type RangClientEvent): by day
 */
GPtrArray *
rang_store_load_client_events (RangStore *store, gint64 client, RangDay from, GError **error);

G_END_DECLS
