/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what an office has set for itself. */
#include "domain/rang-settings.h"

#include <string.h>

RangSettings *
rang_settings_new (void)
{
  RangSettings *settings = g_new0 (RangSettings, 1);

  settings->name = g_strdup ("");
  settings->zone = g_strdup ("Europe/Bucharest");
  settings->language = g_strdup ("");
  g_strlcpy (settings->currency, "RON", sizeof settings->currency);
  settings->rates = g_array_new (FALSE, FALSE, sizeof (RangRate));
  settings->hours = (RangTimeWindow){ 8 * 3600, 17 * 3600 };
  settings->speed = 36000;
  rang_speeds_parse (NULL, settings->speeds);
  settings->road_factor = 1300;
  settings->service = 480;
  settings->load = 10000;
  settings->parcels = 1;
  settings->high_quota = 20;
  settings->most_bumps = 3;
  settings->most_pushes = 10;
  settings->working_days = 0x1f;
  return settings;
}

RangSettings *
rang_settings_copy (const RangSettings *settings)
{
  RangSettings *copy = g_memdup2 (settings, sizeof *settings);

  copy->name = g_strdup (settings->name);
  copy->tax_number = g_strdup (settings->tax_number);
  copy->zone = g_strdup (settings->zone);
  copy->language = g_strdup (settings->language);
  copy->rates = g_array_copy (settings->rates);
  memset (&copy->depot, 0, sizeof copy->depot);
  rang_place_copy_into (&copy->depot, &settings->depot);
  return copy;
}

void
rang_settings_free (RangSettings *settings)
{
  if (settings == NULL)
    return;
  g_free (settings->name);
  g_free (settings->tax_number);
  g_free (settings->zone);
  g_free (settings->language);
  g_array_unref (settings->rates);
  rang_place_clear (&settings->depot);
  g_free (settings);
}

GTimeZone *
rang_settings_dup_zone (const RangSettings *settings)
{
  GTimeZone *zone = g_time_zone_new_identifier (settings->zone);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

int
rang_settings_high_allowed (const RangSettings *settings, int length)
{
  return MAX (1, length * settings->high_quota / 100);
}

const RangRate *
rang_settings_find_rate (const RangSettings *settings, const char *currency)
{
  g_return_val_if_fail (settings != NULL && currency != NULL, NULL);
  for (guint i = 0; i < settings->rates->len; i++)
    if (g_str_equal (g_array_index (settings->rates, RangRate, i).currency, currency))
      return &g_array_index (settings->rates, RangRate, i);
  return NULL;
}

RangMoney
rang_settings_convert (const RangSettings *settings, RangMoney money)
{
  const RangRate *rate = rang_settings_find_rate (settings, money.currency);
  RangMoney converted = money;

  if (!g_str_equal (money.currency, settings->currency) && rate != NULL)
    rang_rate_convert (rate, money, settings->currency, &converted);
  return converted;
}
