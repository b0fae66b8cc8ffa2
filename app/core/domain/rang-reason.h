/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangReasonCode:
 *
 * Why somebody moved an order: DESIGN.md's reason codes, in the order of their digit keys.
 */
typedef enum
{
  RANG_REASON_CLIENT_AT_RISK,
  RANG_REASON_PROMISE_RENEWED,
  RANG_REASON_CONTRACT,
  RANG_REASON_PENALTY,
  RANG_REASON_GOODS_NOT_READY,
  RANG_REASON_CLIENT_ASKED,
  RANG_REASON_ROUTE,
  RANG_REASON_COLLEAGUE_ERROR,
  RANG_REASON_OTHER,
  RANG_N_REASONS
} RangReasonCode;

const char *
rang_reason_to_nick (RangReasonCode reason);
int
rang_reason_from_nick (const char *nick);

/**
 * rang_reason_label:
 *
 * Returns: the reason in the current language; "Client at risk"
 */
const char *
rang_reason_label (RangReasonCode reason);

/**
 * RangFailReason:
 *
 * Why a delivery failed, or was made in part.
 */
typedef enum
{
  RANG_FAIL_REFUSED,
  RANG_FAIL_ABSENT,
  RANG_FAIL_WRONG_ADDRESS,
  RANG_FAIL_GOODS_MISSING,
  RANG_FAIL_NO_CASH,
  RANG_FAIL_NOT_REACHED,
  RANG_FAIL_CANCELLED,
  RANG_FAIL_OTHER,
  RANG_N_FAILS
} RangFailReason;

const char *
rang_fail_reason_to_nick (RangFailReason reason);
int
rang_fail_reason_from_nick (const char *nick);
const char *
rang_fail_reason_label (RangFailReason reason);

G_END_DECLS
