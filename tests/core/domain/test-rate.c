/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for money of several currencies: converted exactly, or kept apart. */
#include "base/rang-money-sum.h"
#include "domain/rang-settings.h"

static gint64
convert (const char *from, gint64 minor, gint64 rate, const char *to)
{
  RangRate line = { .rate = rate };
  RangMoney money = { .minor = minor }, converted = { 0 };

  g_strlcpy (line.currency, from, sizeof line.currency);
  g_strlcpy (money.currency, from, sizeof money.currency);
  if (!rang_rate_convert (&line, money, to, &converted))
    return G_MININT64;
  g_assert_cmpstr (converted.currency, ==, to);
  return converted.minor;
}

static void
test_conversion_is_exact_and_rounds_half_away_from_zero (void)
{
  g_assert_cmpint (convert ("EUR", 10000, 4976500, "RON"), ==, 49765);
  g_assert_cmpint (convert ("EUR", 1, 500000, "RON"), ==, 1);
  g_assert_cmpint (convert ("EUR", 1, 499999, "RON"), ==, 0);
  g_assert_cmpint (convert ("EUR", -1, 500000, "RON"), ==, -1);
  g_assert_cmpint (convert ("EUR", -10000, 4976500, "RON"), ==, -49765);
}

static void
test_minor_units_of_each_currency_count (void)
{
  /* 1,000 yen at 0.0302 are 30.20 lei; 1.000 dinar at 15.1 are 15.10 lei; 1 leu at 33 is 33 yen. */
  g_assert_cmpint (convert ("JPY", 1000, 30200, "RON"), ==, 3020);
  g_assert_cmpint (convert ("KWD", 1000, 15100000, "RON"), ==, 1510);
  g_assert_cmpint (convert ("RON", 100, 33000000, "JPY"), ==, 33);
}

static void
test_what_is_too_large_is_not_converted (void)
{
  g_assert_cmpint (convert ("EUR", 1000000000000000, RANG_RATE_MOST, "RON"), ==, G_MININT64);
  g_assert_cmpint (convert ("JPY", 1000000000000000, RANG_RATE_MOST, "KWD"), ==, G_MININT64);
  g_assert_cmpint (convert ("EUR", 1000000000000000, RANG_RATE_ONE, "RON"), ==, 1000000000000000);
  g_assert_cmpint (convert ("EUR", 5, 0, "RON"), ==, G_MININT64);
}

static void
test_rates_are_read_and_written_exactly (void)
{
  static const char *const bad[] = { "", "x", "0", "-1", "0.0000001", "1000001", "1e3", "4,9", "99999999999999999999" };
  g_autofree char *short_text = rang_rate_format (4976500, ',');
  g_autofree char *whole = rang_rate_format (5 * RANG_RATE_ONE, '.');
  g_autofree char *least = rang_rate_format (1, '.');

  g_assert_cmpint (rang_rate_parse ("4.9765", '.'), ==, 4976500);
  g_assert_cmpint (rang_rate_parse ("0,000001", ','), ==, 1);
  g_assert_cmpint (rang_rate_parse ("1000000", '.'), ==, RANG_RATE_MOST);
  g_assert_cmpstr (short_text, ==, "4,9765");
  g_assert_cmpstr (whole, ==, "5");
  g_assert_cmpstr (least, ==, "0.000001");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (rang_rate_parse (bad[i], '.'), ==, 0);
}

static void
test_an_office_leaves_alone_what_it_has_no_rate_for (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangSettings) copy = NULL;
  RangRate rate = { "EUR", 5 * RANG_RATE_ONE };
  RangMoney euros = { 100, "EUR" }, lei = { 100, "RON" };

  g_assert_cmpstr (rang_settings_convert (settings, euros).currency, ==, "EUR");
  g_array_append_val (settings->rates, rate);
  copy = rang_settings_copy (settings);
  g_assert_cmpint (rang_settings_convert (copy, euros).minor, ==, 500);
  g_assert_cmpstr (rang_settings_convert (copy, euros).currency, ==, "RON");
  g_assert_cmpint (rang_settings_convert (copy, lei).minor, ==, 100);
}

static void
test_a_sum_adds_up_each_currency_by_itself (void)
{
  RangMoneySum sum, copy;
  g_autofree char *none = NULL;
  g_autofree char *text = NULL;

  rang_money_sum_init (&sum, "USD");
  none = rang_money_sum_format (&sum, FALSE);
  g_assert_cmpstr (none, ==, "0\302\240USD");
  g_assert_true (rang_money_sum_is_zero (&sum));
  rang_money_sum_add (&sum, (RangMoney){ 0, "" });
  rang_money_sum_add (&sum, (RangMoney){ 100, "EUR" });
  rang_money_sum_add (&sum, (RangMoney){ 200, "USD" });
  rang_money_sum_add (&sum, (RangMoney){ 300, "GBP" });
  rang_money_sum_add (&sum, (RangMoney){ 400, "EUR" });
  rang_money_sum_copy_into (&copy, &sum);
  rang_money_sum_clear (&sum);
  text = rang_money_sum_format (&copy, FALSE);
  g_assert_cmpstr (text, ==, "2\302\240USD + 5\302\240EUR + 3\302\240GBP");
  rang_money_sum_clear (&copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/domain/rate/" #name, test_##name)
  ADD (conversion_is_exact_and_rounds_half_away_from_zero);
  ADD (minor_units_of_each_currency_count);
  ADD (what_is_too_large_is_not_converted);
  ADD (rates_are_read_and_written_exactly);
  ADD (an_office_leaves_alone_what_it_has_no_rate_for);
  ADD (a_sum_adds_up_each_currency_by_itself);
  return g_test_run ();
}
