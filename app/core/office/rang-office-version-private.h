/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-private.h"
#include "office/rang-office-version.h"
#include "store/rang-store-versions.h"

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

/**
 * office_sign:
 * @based_on: (nullable): the version that is amended
 * @listed: (nullable): more members of the entry's data, each with a comma before it
 * @entry: the log entry of the signature, not yet in the log
 *
 * Writes @board as the day's next version.
 *
 * Returns: (transfer full) (nullable): the version
 */
RangVersionRecord *
office_sign (RangOffice *office,
             const RangSession *session,
             RangBoard *board,
             RangVersionRecord *based_on,
             const char *listed,
             RangLogEntry *entry,
             GError **error);

/** office_version_info: Returns: (transfer full): what is told of a version */
RangVersionInfo *
office_version_info (RangOffice *office, const RangVersionRecord *record);

/**
 * OfficeAmendment:
 * @order: what is moved; @place: where
 * @reason: a #RangReasonCode; @note: (nullable): in own words
 * @dry_run: only show the cost
 * @entry: the log entry of the signature, with its word and subject; the rest is set
 */
typedef struct
{
  gint64 order;
  int place;
  int reason;
  const char *note;
  gboolean dry_run;
  RangLogEntry *entry;
} OfficeAmendment;

/** office_amend: inside the caller's transaction. Returns: (transfer full) (nullable): what it did; its entry is 0 when
 * nothing changed */
RangMove *
office_amend (RangOffice *office,
              const RangSession *session,
              const OfficeAmendment *what,
              GCancellable *cancellable,
              GError **error);

/** office_set_states: brings those of @ranking that are in state @from into @to */
gboolean
office_set_states (RangOffice *office, const GArray *ranking, RangOrderState from, RangOrderState to, GError **error);

/**
 * office_after_return:
 *
 * A returned hand-over opens the board again; orders that were submitted meanwhile join it. Of a returned amendment the
 * version before stays: its orders are what they were.
 */
gboolean
office_after_return (
    RangOffice *office, const RangSession *session, const RangVersionRecord *returned, gint64 entry, GError **error);

G_END_DECLS
