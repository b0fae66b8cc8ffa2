/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * OfficeRankings:
 *
 * Rankings of boards as they were. What a revision was never changes, so that an office that has read it remembers it;
 * every move and every push looks through those of a week.
 */

/**
 * office_find_ranking:
 * @revision: from 1
 *
 * Costs one statement for all revisions of the board that were made since it was last asked for.
 *
 * Returns: (transfer none) (nullable) (element-type gint64): the order numbers from rank 1, until the office is asked for
 * another; %NULL with @error set if there is no such revision
 */
const GArray *
office_find_ranking (RangOffice *office, RangDay day, gint64 unit, gint64 revision, GError **error);

/** office_rankings_free: lets go of all that is remembered */
void
office_rankings_free (OfficeRankings *rankings);

G_END_DECLS
