/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for why an order was late, and for shares that add up. */
#include "insight/rang-late-cause.h"

#include <glib/gi18n-lib.h>

static const char *const nicks[] = { "capacity", "rule", "override", "impossible-promise", "goods", "execution" };
static const char *const labels[]
    = { N_ ("Capacity"), N_ ("Rule"), N_ ("Override"), N_ ("Impossible promise"), N_ ("Goods"), N_ ("Execution") };

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == RANG_N_LATE_CAUSES);
G_STATIC_ASSERT (G_N_ELEMENTS (labels) == RANG_N_LATE_CAUSES);

RangLateCause
rang_late_cause_of (const RangLateFacts *facts)
{
  g_return_val_if_fail (facts != NULL, RANG_LATE_EXECUTION);

  if (facts->goods)
    return RANG_LATE_GOODS;
  if (facts->impossible)
    return RANG_LATE_IMPOSSIBLE;
  if (facts->forecast == RANG_PLAN_ON_TIME)
    return RANG_LATE_EXECUTION;
  if (facts->displaced)
    return RANG_LATE_OVERRIDE;
  return facts->outranked ? RANG_LATE_RULE : RANG_LATE_CAPACITY;
}

const char *
rang_late_cause_to_nick (RangLateCause cause)
{
  g_return_val_if_fail (cause < RANG_N_LATE_CAUSES, NULL);
  return nicks[cause];
}

const char *
rang_late_cause_label (RangLateCause cause)
{
  g_return_val_if_fail (cause < RANG_N_LATE_CAUSES, NULL);
  return _ (labels[cause]);
}

gint32
rang_outcome_minutes (const RangOrder *order, RangDay day)
{
  g_return_val_if_fail (order != NULL, RANG_NOT_KNOWN);

  if (order->promised_day != day)
    return RANG_NOT_THAT_DAY;
  switch (order->state)
    {
    case RANG_ORDER_DELIVERED:
    case RANG_ORDER_PART:
      if (order->outcome_day != day)
        return RANG_NOT_THAT_DAY;
      if (order->outcome_at == RANG_TIME_NONE)
        return 0;
      return MAX ((order->outcome_at - order->promised.to + 59) / 60, 0);
    case RANG_ORDER_FAILED:
    case RANG_ORDER_CARRIED_OVER:
      return RANG_NOT_THAT_DAY;
    case RANG_ORDER_TO_COMPLETE:
    case RANG_ORDER_ENTERED:
    case RANG_ORDER_SUBMITTED:
    case RANG_ORDER_HANDED_OVER:
    case RANG_ORDER_ACCEPTED:
    case RANG_ORDER_CANCELLED:
    case RANG_N_ORDER_STATES:
    default:
      return RANG_NOT_KNOWN;
    }
}

void
rang_shares (const guint *counts, gsize n, guint *shares)
{
  guint64 total = 0;
  guint left = 100;

  g_return_if_fail (counts != NULL && shares != NULL);

  for (gsize i = 0; i < n; i++)
    total += counts[i];
  for (gsize i = 0; i < n; i++)
    {
      shares[i] = total > 0 ? (guint)(100 * (guint64)counts[i] / total) : 0;
      left -= shares[i];
    }
  for (; total > 0 && left > 0; left--)
    {
      gsize best = n;
      guint64 most = 0;

      for (gsize i = 0; i < n; i++)
        {
          guint64 exact = 100 * (guint64)counts[i], given = shares[i] * total;

          if (exact > given && exact - given > most)
            {
              most = exact - given;
              best = i;
            }
        }
      g_assert (best < n);
      shares[best]++;
    }
}
