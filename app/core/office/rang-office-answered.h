/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangAnswered:
 * @person: id of who answered for an order; 0 nobody any more: its outcome is known
 * @since: instant from which on; 0 since it came in
 */
typedef struct
{
  gint64 person;
  gint64 since;
} RangAnswered;

/**
 * rang_office_list_answered:
 * @order: number of an order
 *
 * Who answered for the order at which moment, derived from the log: who submitted it before that, who signed the
 * hand-over from then on, who accepted it from then on, until its outcome.
 *
 * Returns: (transfer full) (nullable) (element-type RangAnswered): oldest first; the last one answers now
 */
GArray *
rang_office_list_answered (RangOffice *office, gint64 order, GError **error);

G_END_DECLS
