/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * OfficeSought:
 * @order: whose place
 * @asked: the place asked for, or 0
 * @place: where it would be better off, or 0
 * @of: (nullable): the board that @place holds for
 *
 * What a push asks the planner; known for one board, so that it need not be asked in the transaction again.
 */
typedef struct
{
  gint64 order;
  int asked;
  int place;
  RangBoard *of;
} OfficeSought;

void
office_sought_clear (OfficeSought *sought);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OfficeSought, office_sought_clear)

/** office_check_pushable: whether @order stands on @board or waits beside it */
gboolean
office_check_pushable (RangBoard *board, gint64 order, GError **error);

/** office_push_rank: Returns: where it stands; one that waits beside a signed board stands below all others */
int
office_push_rank (RangBoard *board, gint64 order);

/** office_seek_place: sets @place of @sought, 0 where nothing would help. Cost: one question to the planner for a place
 * that was asked for, else a handful */
gboolean
office_seek_place (RangBoard *board, OfficeSought *sought, GCancellable *cancellable, GError **error);

/** office_seek_place_ahead: the same as an #OfficeAheadFunc, for the session's newest board; @data is an #OfficeSought
 */
void
office_seek_place_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable);

/** office_settle_place: as office_seek_place(), and refuses a place that is none or none above, and what helps nobody
 */
gboolean
office_settle_place (RangBoard *board, OfficeSought *sought, GCancellable *cancellable, GError **error);

G_END_DECLS
