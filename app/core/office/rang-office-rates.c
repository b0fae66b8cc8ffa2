/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rate table: what other currencies are worth to the office. */
#include "office/rang-office-rates.h"

#include <glib/gi18n-lib.h>

#include "office/rang-office-private.h"
#include "store/rang-store-rates.h"

GArray *
rang_office_list_rates (RangOffice *office, GError **error)
{
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (RangRate));

  g_return_val_if_fail (office != NULL, NULL);
  if (!rang_store_load_rates (office->store, rates, error) || !rang_store_load_currencies (office->store, rates, error))
    return NULL;
  return g_steal_pointer (&rates);
}

static gboolean
check_rate (RangOffice *office, const char *currency, gint64 rate, const RangRate *old, GError **error)
{
  if (!rang_money_currency_is_valid (currency))
    office_refuse (error, INVALID, _ ("“%s” is no ISO 4217 code; give three capital letters such as EUR"), currency);
  else if (g_str_equal (currency, office->settings->currency))
    office_refuse (error, INVALID, _ ("%s is the office’s own currency and needs no rate; name another"), currency);
  else if (rate < 0 || rate > RANG_RATE_MOST)
    office_refuse (error, INVALID, "%s", _ ("a rate is a number over 0 and up to a million; give one, such as 4.9765"));
  else if (rate == 0 && old == NULL)
    office_refuse (error, NOT_FOUND, _ ("no rate is set for %s; “rangctl rates” lists those that are"), currency);
  else
    return TRUE;
  return FALSE;
}

static RangLogEntry *
make_entry (RangOffice *office, const RangSession *session, const RangRate *rate, gint64 old)
{
  RangLogEntry *entry = office_new_entry (office, session, "rates");
  g_autofree char *text = rate->rate > 0 ? rang_rate_format (rate->rate, '.') : NULL;

  entry->subject = g_strdup_printf ("currency/%s", rate->currency);
  entry->note = text != NULL ? g_strdup_printf ("1 %s = %s %s", rate->currency, text, office->settings->currency)
                             : g_strdup_printf ("%s: –", rate->currency);
  entry->data = g_strdup_printf ("{\"currency\":\"%s\",\"old\":%" G_GINT64_FORMAT ",\"new\":%" G_GINT64_FORMAT "}",
                                 rate->currency, old, rate->rate);
  return entry;
}

gboolean
rang_office_set_rate (RangOffice *office, const RangSession *session, const char *currency, gint64 rate, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && currency != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangLogEntry) entry = NULL;
  const RangRate *old;
  RangRate new = { .rate = rate };

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "rates", 0, 0, transaction, error))
    return FALSE;
  old = rang_settings_find_rate (office->settings, currency);
  if (!check_rate (office, currency, rate, old, error))
    return FALSE;
  if (old != NULL && old->rate == rate)
    return TRUE;
  g_strlcpy (new.currency, currency, sizeof new.currency);
  entry = make_entry (office, session, &new, old != NULL ? old->rate : 0);
  return rang_store_save_rate (office->store, &new, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}
