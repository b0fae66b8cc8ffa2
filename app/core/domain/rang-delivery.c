/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what the delivery day adds to an order: calls, carry-overs, requests for a lock. */
#include "domain/rang-delivery.h"

RangCall *
rang_call_new (void)
{
  RangCall *call = g_new0 (RangCall, 1);

  call->day = call->agreed_day = RANG_DAY_NONE;
  call->agreed = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  return call;
}

RangCall *
rang_call_copy (const RangCall *call)
{
  RangCall *copy = g_memdup2 (call, sizeof *call);

  copy->note = g_strdup (call->note);
  return copy;
}

void
rang_call_free (RangCall *call)
{
  if (call == NULL)
    return;
  g_free (call->note);
  g_free (call);
}

RangCarryOver *
rang_carry_over_new (void)
{
  RangCarryOver *carry_over = g_new0 (RangCarryOver, 1);

  carry_over->day = carry_over->carried_to = RANG_DAY_NONE;
  return carry_over;
}

void
rang_carry_over_free (RangCarryOver *carry_over)
{
  if (carry_over == NULL)
    return;
  g_free (carry_over->reason);
  g_free (carry_over);
}

RangLockRequest *
rang_lock_request_new (void)
{
  RangLockRequest *request = g_new0 (RangLockRequest, 1);

  request->day = RANG_DAY_NONE;
  request->harm = g_array_new (FALSE, FALSE, sizeof (gint64));
  request->open = TRUE;
  return request;
}

void
rang_lock_request_free (RangLockRequest *request)
{
  if (request == NULL)
    return;
  g_array_unref (request->harm);
  g_free (request->note);
  g_free (request);
}

void
rang_sheet_field_free (RangSheetFieldSetting *setting)
{
  if (setting == NULL)
    return;
  g_free (setting->field);
  g_free (setting->label);
  g_free (setting);
}
