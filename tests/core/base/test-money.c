/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/rang-decimal.h"
#include "base/rang-money.h"

static void
assert_reads (const char *text, char decimal, const char *currency, gint64 minor)
{
  RangMoney money;

  g_assert_true (rang_money_parse (text, decimal, currency, &money));
  g_assert_cmpint (money.minor, ==, minor);
  g_assert_cmpstr (money.currency, ==, currency);
}

static void
test_amounts_are_read_exactly (void)
{
  assert_reads ("440.00", '.', "USD", 44000);
  assert_reads ("0.1", '.', "RON", 10);
  assert_reads ("1 234,56", ',', "RON", 123456);
  assert_reads ("1.234.567,8", ',', "RON", 123456780);
  assert_reads ("2.345", '.', "RON", 235);
  assert_reads ("-3", '.', "RON", -300);
  assert_reads ("12", '.', "JPY", 12);
  assert_reads ("1.2345", '.', "KWD", 1235);
}

static void
test_what_is_no_amount_is_refused (void)
{
  static const char *const bad[] = { "", "-", "x", "1.2.3", "12,34", "1e5", "NaN", "12 lei", "99999999999999999999" };
  RangMoney money;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rang_money_parse (bad[i], '.', "RON", &money));
}

static void
test_amounts_are_grouped_for_people (void)
{
  g_autofree char *with = rang_money_format ((RangMoney){ 40190050, "EUR" }, TRUE);
  g_autofree char *without = rang_money_format ((RangMoney){ -618000, "EUR" }, FALSE);
  g_autofree char *plain = rang_money_format_plain ((RangMoney){ 5, "RON" });

  g_assert_cmpstr (with, ==, "401\302\240900.50\302\240EUR");
  g_assert_cmpstr (without, ==, "\342\210\2226\302\240180\302\240EUR");
  g_assert_cmpstr (plain, ==, "0.05");
}

static void
assert_shows (gint64 value, guint digits, guint least, const char *shown)
{
  g_autofree char *text = rang_decimal_format (value, digits, least);

  g_assert_cmpstr (text, ==, shown);
}

static void
test_numbers_show_the_digits_that_they_need (void)
{
  assert_shows (694137, 2, 2, "6\302\240941.37");
  assert_shows (5100, 3, 0, "5.1");
  assert_shows (5100, 3, 2, "5.10");
  assert_shows (5000, 3, 0, "5");
  assert_shows (-1234567, 0, 0, "\342\210\2221\302\240234\302\240567");
  assert_shows (-5, 2, 0, "\342\210\2220.05");
  assert_shows (G_MININT64, 0, 0, "\342\210\2229\302\240223\302\240372\302\240036\302\240854\302\240775\302\240808");
}

static void
test_amounts_are_written_as_they_are_typed (void)
{
  g_autofree char *comma = rang_money_format_typed ((RangMoney){ 123450, "RON" }, ',');
  g_autofree char *yen = rang_money_format_typed ((RangMoney){ 1234, "JPY" }, ',');

  g_assert_cmpstr (comma, ==, "1234,50");
  g_assert_cmpstr (yen, ==, "1234");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/money/amounts-are-read-exactly", test_amounts_are_read_exactly);
  g_test_add_func ("/base/money/what-is-no-amount-is-refused", test_what_is_no_amount_is_refused);
  g_test_add_func ("/base/money/amounts-are-grouped-for-people", test_amounts_are_grouped_for_people);
  g_test_add_func ("/base/money/numbers-show-the-digits-that-they-need", test_numbers_show_the_digits_that_they_need);
  g_test_add_func ("/base/money/amounts-are-written-as-they-are-typed", test_amounts_are_written_as_they_are_typed);
  return g_test_run ();
}
