/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the sentences that the measures come to. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-money.h"
#include "insight/rang-insight.h"

#define FEW_PROMISES 50

static char *
money_text (gint64 minor, const char *currency)
{
  RangMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);
  return rang_money_format (money, FALSE);
}

char *
rang_insight_dup_question (int question)
{
  switch (question)
    {
    case 0:
      return g_strdup (_ ("Do departments compete, and what does it cost?"));
    case 1:
      return g_strdup (_ ("Where do duties overlap, and who answers?"));
    default:
      return g_strdup (_ ("What does persuasion do to promises?"));
    }
}

/* --- the answers --- */

static char *
answer_competition (const RangInsight *insight)
{
  g_autofree char *won = NULL, *broken = NULL;

  if (insight->overrides == 0)
    return g_strdup (_ ("Nobody overrode the suggestion"));
  if (insight->won + insight->broken == 0)
    return g_strdup (_ ("No override changed a promise"));
  won = g_strdup_printf (ngettext ("%u promise won", "%u promises won", insight->won), insight->won);
  broken = g_strdup_printf (ngettext ("%u broken", "%u broken", insight->broken), insight->broken);
  if (insight->won + insight->broken < RANG_INSIGHT_FEW)
    /* Translators: "3 promises won", "2 broken" */
    return g_strdup_printf (_ ("Too few to say: %s, %s"), won, broken);
  if (insight->across > 0)
    /* Translators: the answer to whether departments compete: "63 promises won", "76 broken" */
    return g_strdup_printf (_ ("Yes: %s, %s"), won, broken);
  /* Translators: as above, where each department's overrides cost only itself */
  return g_strdup_printf (_ ("Only within: %s, %s"), won, broken);
}

static char *
answer_duties (const RangInsight *insight)
{
  if (insight->orders == 0)
    return g_strdup (_ ("There were no orders"));
  if (insight->unclear == 0)
    return g_strdup (_ ("One person for each order, always"));
  return g_strdup_printf (
      ngettext ("%u order had nobody to answer", "%u orders had nobody to answer", insight->unclear), insight->unclear);
}

static int
change_of (const RangInsightShare *share)
{
  return rang_insight_percent (share->kept, share->judged) - rang_insight_percent (share->without, share->judged);
}

static void
sum_up (const RangInsight *insight, RangInsightShare *all)
{
  memset (all, 0, sizeof *all);
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    {
      all->judged += insight->fifths[i].judged;
      all->kept += insight->fifths[i].kept;
      all->without += insight->fifths[i].without;
    }
}

static char *
answer_persuasion (const RangInsight *insight)
{
  int largest = change_of (&insight->fifths[0]), smallest = change_of (&insight->fifths[RANG_INSIGHT_FIFTHS - 1]);
  RangInsightShare all;

  sum_up (insight, &all);
  if (all.judged < FEW_PROMISES)
    return g_strdup (_ ("Too few promises to say"));
  if (insight->won + insight->broken < RANG_INSIGHT_FEW)
    return g_strdup (_ ("Too few overrides to say"));
  if (largest < 0 && smallest > 0)
    return g_strdup (_ ("Large clients pay for small ones"));
  if (largest > 0 && smallest < 0)
    return g_strdup (_ ("Small clients pay for large ones"));
  if (all.kept < all.without)
    return g_strdup (_ ("It breaks more promises than it keeps"));
  if (all.kept > all.without)
    return g_strdup (_ ("It keeps more promises than it breaks"));
  return g_strdup (_ ("It left the promises as they were"));
}

char *
rang_insight_dup_answer (const RangInsight *insight, int question)
{
  switch (question)
    {
    case 0:
      return answer_competition (insight);
    case 1:
      return answer_duties (insight);
    default:
      return answer_persuasion (insight);
    }
}

/* --- what they rest on --- */

char *
rang_insight_dup_numbers (const RangInsight *insight, int question, const char *currency)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  const RangInsightShare *largest = &insight->fifths[0], *smallest = &insight->fifths[RANG_INSIGHT_FIFTHS - 1];

  switch (question)
    {
    case 0:
      first = g_strdup_printf (ngettext ("%u override", "%u overrides", insight->overrides), insight->overrides);
      second = g_strdup_printf (ngettext ("%u working day", "%u working days", insight->working_days),
                                insight->working_days);
      third = money_text (insight->touched, currency);
      /* Translators: "443 overrides" in "20 working days"; then the yearly value of the clients it touched */
      return g_strdup_printf (_ ("%s in %s; %s a year touched"), first, second, third);
    case 1:
      first = g_strdup_printf (ngettext ("%u order", "%u orders", insight->orders), insight->orders);
      second = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", insight->n_overlaps), insight->n_overlaps);
      third = g_strdup_printf (ngettext ("%u still open", "%u still open", insight->n_open), insight->n_open);
      return g_strdup_printf ("%s; %s, %s", first, second, third);
    default:
      /* Translators: promises kept in percent, to the largest and the smallest fifth of clients: first as they were
       * delivered, then as they would have been without overrides */
      return g_strdup_printf (_ ("Of 100 promises, the largest keep %d, not %d; the smallest %d, not %d"),
                              rang_insight_percent (largest->kept, largest->judged),
                              rang_insight_percent (largest->without, largest->judged),
                              rang_insight_percent (smallest->kept, smallest->judged),
                              rang_insight_percent (smallest->without, smallest->judged));
    }
}

char *
rang_insight_dup_note (const RangInsight *insight, int question, const char *currency)
{
  g_autofree char *broken = NULL, *kept = NULL;

  switch (question)
    {
    case 0:
      if (insight->broken == 0)
        return g_strdup (_ ("No promise was broken by an override."));
      return g_strdup_printf (ngettext ("Of the broken promises %u was another department’s.",
                                        "Of the broken promises %u were another department’s.", insight->across),
                              insight->across);
    case 1:
      if (insight->n_overlaps == 0)
        return g_strdup (_ ("No conflict was found in this period."));
      return g_strdup_printf (_ ("%u of %u conflicts are decided or have lapsed."),
                              insight->n_overlaps - insight->n_open, insight->n_overlaps);
    default:
      if (insight->n_lost[0] + insight->n_lost[1] + insight->n_won[0] + insight->n_won[1] == 0)
        return g_strdup (_ ("No client signed, renewed or left in this period."));
      broken = money_text (insight->lost_value[1], currency);
      kept = money_text (insight->won_value[0], currency);
      /* Translators: yearly values of clients: lost within 60 days after a broken promise, and won where every promise
       * was kept */
      return g_strdup_printf (_ ("Lost within %d days after a broken promise: %s a year. Won after kept ones: %s."),
                              RANG_INSIGHT_MEMORY, broken, kept);
    }
}
