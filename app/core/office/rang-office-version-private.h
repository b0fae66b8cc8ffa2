/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-private.h"
#include "office/rang-office-version.h"

G_BEGIN_DECLS

/**
 * office_cancel_signed:
 * @order: an order on the signed board
 * @entry: (transfer none): the log entry to write
 *
 * CASES.md 1: an amendment whose routes keep their sequence without the stop; once the van has left, an outcome.
 * Inside the caller's transaction.
 */
gboolean
office_cancel_signed (
    RangOffice *office, const RangSession *session, RangOrder *order, RangLogEntry *entry, GError **error);

G_END_DECLS
