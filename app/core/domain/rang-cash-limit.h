/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client.h"
#include "domain/rang-order.h"

G_BEGIN_DECLS

/* What may be taken in cash on one day (Law 70/2015), in bani: from a company, and from a person. Other currencies are
 * not the law's. */
#define RANG_CASH_LIMIT_CURRENCY "RON"
#define RANG_CASH_LIMIT_COMPANY 500000
#define RANG_CASH_LIMIT_PERSON 1000000

/**
 * RangCashExcess:
 * @client: its id; @name: as on the papers
 * @person: whether the client is a person and no company
 * @orders: how many orders collect cash from it on that day
 * @planned: what they collect together; @limit: what may be taken
 *
 * More cash on delivery from one client on one day than the law allows.
 */
typedef struct
{
  gint64 client;
  char *name;
  gboolean person;
  guint orders;
  RangMoney planned;
  RangMoney limit;
} RangCashExcess;

/**
 * rang_cash_excess_find:
 * @orders: (element-type RangOrder): of one day; those of other clients, and cancelled ones, are passed over
 *
 * Returns: (transfer full) (nullable): what is over the limit for @client; %NULL when nothing is
 */
RangCashExcess *
rang_cash_excess_find (const RangClient *client, const GPtrArray *orders);
void
rang_cash_excess_free (RangCashExcess *self);

/** rang_cash_excess_to_text: Returns: (transfer full): one sentence: who, how much, how much may be taken */
char *
rang_cash_excess_to_text (const RangCashExcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangCashExcess, rang_cash_excess_free)

G_END_DECLS
