/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-rate.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** rang_store_load_rates: @rates: (element-type RangRate): the rates set are added to it, by currency */
gboolean
rang_store_load_rates (RangStore *store, GArray *rates, GError **error);

/** rang_store_load_currencies: @rates: (element-type RangRate): currencies that orders or clients count in and that
 * have no rate are added to it, with a rate of 0; the office's own is not among them. Reads every order */
gboolean
rang_store_load_currencies (RangStore *store, GArray *rates, GError **error);

/** rang_store_save_rate: sets or replaces the rate of its currency; a rate of 0 takes it away */
gboolean
rang_store_save_rate (RangStore *store, const RangRate *rate, GError **error);

G_END_DECLS
