/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rate table in the store. */
#include "store/rang-store-rates.h"

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static gboolean
read_rates (RangStatement *row, GArray *rates, GError **error)
{
  RangStep step;

  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangRate rate = { 0 };

      g_strlcpy (rate.currency, rang_row_text (row), sizeof rate.currency);
      rate.rate = rang_row_int (row);
      g_array_append_val (rates, rate);
    }
  return step == RANG_STEP_DONE;
}

gboolean
rang_store_load_rates (RangStore *store, GArray *rates, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT currency, rate FROM rates ORDER BY currency", error);

  return row != NULL && read_rates (row, rates, error);
}

gboolean
rang_store_load_currencies (RangStore *store, GArray *rates, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT currency, 0 FROM (SELECT currency FROM orders WHERE value <> 0 "
                                           "UNION SELECT currency FROM clients WHERE annual_value <> 0) AS used "
                                           "WHERE currency <> '' AND currency NOT IN (SELECT currency FROM rates) "
                                           "AND currency NOT IN (SELECT currency FROM settings) ORDER BY currency",
                                           error);

  return row != NULL && read_rates (row, rates, error);
}

gboolean
rang_store_save_rate (RangStore *store, const RangRate *rate, GError **error)
{
  RangStatement *row = rate->rate > 0
                           ? rang_store_prepare_write (store,
                                                       "INSERT INTO rates (currency, rate) VALUES ($1, $2) "
                                                       "ON CONFLICT (currency) DO UPDATE SET rate = excluded.rate",
                                                       error)
                           : rang_store_prepare_write (store, "DELETE FROM rates WHERE currency = $1", error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, rate->currency);
  if (rate->rate > 0)
    rang_bind_int (row, rate->rate);
  rang_store_witness_named (store, RANG_WITNESS_RATE, rate->currency);
  return rang_statement_run (row, error);
}
