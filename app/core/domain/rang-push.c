/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for pushes: requests to have an order moved up. */
#include "domain/rang-push.h"

#include <glib/gi18n-lib.h>

#include "base/rang-nick.h"

static const char *const state_nicks[] = { "open", "granted", "refused", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (state_nicks) == RANG_N_PUSH_STATES + 1);

RangPush *
rang_push_new (void)
{
  return g_new0 (RangPush, 1);
}

RangPush *
rang_push_copy (const RangPush *push)
{
  RangPush *copy = g_memdup2 (push, sizeof *push);

  copy->reason = g_strdup (push->reason);
  copy->note = g_strdup (push->note);
  copy->decision = g_strdup (push->decision);
  return copy;
}

void
rang_push_free (RangPush *push)
{
  if (push == NULL)
    return;
  g_free (push->reason);
  g_free (push->note);
  g_free (push->decision);
  g_free (push);
}

const char *
rang_push_state_to_nick (RangPushState state)
{
  g_return_val_if_fail (state < RANG_N_PUSH_STATES, NULL);
  return state_nicks[state];
}

int
rang_push_state_from_nick (const char *nick)
{
  return rang_nick_find (state_nicks, nick);
}

const char *
rang_push_state_label (RangPushState state)
{
  switch (state)
    {
    case RANG_PUSH_OPEN:
      return C_ ("push", "open");
    case RANG_PUSH_GRANTED:
      return C_ ("push", "granted");
    case RANG_PUSH_REFUSED:
      return C_ ("push", "refused");
    case RANG_N_PUSH_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

RangDay
rang_push_week (RangDay day)
{
  return day - (rang_day_weekday (day) - 1);
}
