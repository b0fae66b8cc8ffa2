/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * rang_office_list_rates:
 *
 * The rate table, and after it the currencies that orders or clients count in and that have no rate yet (rate 0).
 *
 * Returns: (transfer full) (nullable) (element-type RangRate): copies
 */
GArray *
rang_office_list_rates (RangOffice *office, GError **error);

/**
 * rang_office_set_rate:
 * @currency: ISO 4217 code, another than the office's
 * @rate: what one unit of it is worth, in millionths of the office's currency (#RANG_RATE_ONE); 0 takes the rate away
 *
 * Sets a rate, for all days: what is signed keeps the points it was signed with. One log entry `rates` with the old and
 * the new rate. A rate that is so already writes nothing. Errors: %RANG_OFFICE_ERROR_INVALID,
 * %RANG_OFFICE_ERROR_NOT_FOUND (nothing to take away), %RANG_OFFICE_ERROR_NO_RIGHT.
 */
gboolean
rang_office_set_rate (
    RangOffice *office, const RangSession *session, const char *currency, gint64 rate, GError **error);

G_END_DECLS
