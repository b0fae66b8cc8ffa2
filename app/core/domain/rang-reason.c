/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the reasons of overrides and of failed deliveries. */
#include "domain/rang-reason.h"

#include <glib/gi18n-lib.h>

#include "base/rang-nick.h"

static const char *const reason_nicks[]
    = { "client-at-risk", "promise-renewed", "contract",        "penalty", "goods-not-ready",
        "client-asked",   "route",           "colleague-error", "other",   NULL };
static const char *const reason_labels[]
    = { N_ ("Client at risk"), N_ ("Promise renewed"), N_ ("Contract to sign"),  N_ ("Penalty"), N_ ("Goods not ready"),
        N_ ("Client asked"),   N_ ("Route"),           N_ ("Colleague's error"), N_ ("Other") };
static const char *const fail_nicks[]
    = { "refused", "absent", "wrong-address", "goods-missing", "no-cash", "not-reached", "cancelled", "other", NULL };
static const char *const fail_labels[]
    = { N_ ("Refused"), N_ ("Absent"),      N_ ("Wrong address"), N_ ("Goods missing"),
        N_ ("No cash"), N_ ("Not reached"), N_ ("Cancelled"),     N_ ("Other cause") };

G_STATIC_ASSERT (G_N_ELEMENTS (reason_nicks) == RANG_N_REASONS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (reason_labels) == RANG_N_REASONS);
G_STATIC_ASSERT (G_N_ELEMENTS (fail_nicks) == RANG_N_FAILS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (fail_labels) == RANG_N_FAILS);

const char *
rang_reason_to_nick (RangReasonCode reason)
{
  g_return_val_if_fail (reason < RANG_N_REASONS, NULL);
  return reason_nicks[reason];
}

int
rang_reason_from_nick (const char *nick)
{
  return rang_nick_find (reason_nicks, nick);
}

const char *
rang_reason_label (RangReasonCode reason)
{
  g_return_val_if_fail (reason < RANG_N_REASONS, NULL);
  return _ (reason_labels[reason]);
}

const char *
rang_fail_reason_to_nick (RangFailReason reason)
{
  g_return_val_if_fail (reason < RANG_N_FAILS, NULL);
  return fail_nicks[reason];
}

int
rang_fail_reason_from_nick (const char *nick)
{
  return rang_nick_find (fail_nicks, nick);
}

const char *
rang_fail_reason_label (RangFailReason reason)
{
  g_return_val_if_fail (reason < RANG_N_FAILS, NULL);
  return _ (fail_labels[reason]);
}
