/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store-private.h"

G_BEGIN_DECLS

/** The columns of an order but its number, in the sequence in which both reading and writing take them. */
#define ORDER_COLUMNS                                                                                                  \
  "unit, client_number, client, buyer, buyer_tax_number, department, order_day, value, currency, "                     \
  "requested_from_day, requested_from_time, requested_to_day, requested_to_time, promised_day, promised_from, "        \
  "promised_to, promise_proposed, first_promised_day, importance, importance_reason, \"load\", parcels, service, "     \
  "goods, goods_from, penalty_clause, to_collect, invoice, contact, contact_name, contact_phone, note, access_note, "  \
  "address, street, city, postcode, country, lat, lon, state, department_rank, submitted_rank, submitted_length, "     \
  "defaulted, estimated, bumps, carried_to, source, source_digest, outcome_day, outcome_at, outcome_reason, unread, "  \
  "cash_received, receipt, skills, submitted_importance"

/** Words of #RangGoods in the store. */
const char *
rang_goods_to_nick (int goods);
int
rang_goods_from_nick (const char *nick);

G_END_DECLS
