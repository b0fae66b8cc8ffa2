/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for text, days and money of any bytes: what is cleaned is clean, what is read is written the same. */
#include "fuzz/rang-fuzz.h"

#include "base/rang-day.h"
#include "base/rang-money.h"
#include "base/rang-text.h"

const char *const rang_fuzz_samples[] = { "S.C. Bra\305\237ov H\303\242rtie S.R.L.",
                                          "  a \t b\r\n c \342\200\256 ",
                                          "2026-11-24",
                                          "07:30:00",
                                          "24:00",
                                          "-1.234.567,89",
                                          "6 180.005",
                                          "12'000",
                                          NULL };

static void
check_clean (char *(*clean) (const char *), const char *text)
{
  g_autofree char *once = clean (text);
  g_autofree char *twice = clean (once);

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (once == NULL || (*once != '\0' && g_utf8_validate (once, -1, NULL)));
}

static void
check_money (const char *text, char decimal, const char *currency)
{
  g_autofree char *plain = NULL;
  RangMoney money, again;

  if (!rang_money_parse (text, decimal, currency, &money))
    return;
  plain = rang_money_format_plain (money);
  g_assert_true (rang_money_parse (plain, '.', currency, &again));
  g_assert_cmpint (money.minor, ==, again.minor);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree char *key = rang_text_key (text), *again = rang_text_key (key);
  RangDay day = rang_day_parse (text);
  RangTime time = rang_time_parse (text);

  check_clean (rang_text_clean, text);
  check_clean (rang_text_clean_note, text);
  g_assert_cmpstr (key, ==, again);
  g_assert_true (rang_text_matches (text, ""));
  check_money (text, '.', "RON");
  check_money (text, ',', "JPY");
  if (day != RANG_DAY_NONE)
    {
      g_autofree char *formatted = rang_day_format (day);

      g_assert_cmpstr (formatted, ==, text);
    }
  g_assert_true (time == RANG_TIME_NONE || (time >= 0 && time <= RANG_TIME_END_OF_DAY));
  return 0;
}
