/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long somebody who types waits for what is found in an office, milliseconds: the first question folds what is
 * looked through in memory, the best of the next ones is told.
 *
 *   bench-find STORE      of the demo office, with as much history as bench-history gave it */
#include "office/rang-office-find.h"

#define ROUNDS 5

static double
ask (RangOffice *office, const char *text, guint *n_found)
{
  RangSession session = { 1, rang_office_today (office), RANG_UNIT_DELIVERY_ID };
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (RangFindings) findings = rang_office_find (office, &session, text, 12, &error);
  gint64 ended = g_get_monotonic_time ();

  g_assert_no_error (error);
  *n_found = findings->hits->len;
  return (double)(ended - began) / 1000;
}

int
main (int argc, char **argv)
{
  static const char *const texts[]
      = { "tampa", "srl", "tampa 12", "srl 154", "5680", "1", "PO-1544", "2025", "sunati", "zzz", "muresan" };
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 ("2026-11-24T05:30:00Z", NULL);
  RangClock *clock = rang_clock_new_fixed (g_date_time_to_unix (at));
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOffice) office = NULL;
  guint n;

  g_assert_cmpint (argc, ==, 2);
  office = rang_office_open (argv[1], clock, &error);
  g_assert_no_error (error);
  g_print ("first question  %6.1f\n", ask (office, "nimeni", &n));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double best = ask (office, texts[i], &n);

      for (guint k = 1; k < ROUNDS; k++)
        best = MIN (best, ask (office, texts[i], &n));
      g_print ("%-15s %6.1f  %u found\n", texts[i], best, n);
    }
  rang_clock_unref (clock);
  return 0;
}
