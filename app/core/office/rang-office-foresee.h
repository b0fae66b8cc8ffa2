/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-foresee.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/* So many working days are looked at. */
#define RANG_FULLNESS_DAYS 5

/**
 * RangDayFullness:
 * @per_cent: of the day's resources, as in #RangBoardLines
 * @promises: orders submitted for it
 */
typedef struct
{
  RangDay day;
  guint per_cent;
  guint promises;
} RangDayFullness;

/**
 * RangPromiseCheck:
 * @day: the day promised
 * @promised: the window promised, or proposed where none was given
 * @foresight: (nullable): whether it can be kept; %NULL when there is no promise to look at
 * @cash: (nullable): the cash to collect from the client on that day is more than the law allows
 * @fullness: (element-type RangDayFullness): the next %RANG_FULLNESS_DAYS working days
 */
typedef struct
{
  RangDay day;
  RangTimeWindow promised;
  RangForesight *foresight;
  RangCashExcess *cash;
  GArray *fullness;
} RangPromiseCheck;

void
rang_promise_check_free (RangPromiseCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPromiseCheck, rang_promise_check_free)

/**
 * rang_office_check_promise:
 * @order: as entered, perhaps not stored yet; what it lacks is estimated as on saving
 * @known: (nullable): a board that is there already: it is not made again for its day
 * @ahead: whether the fullness of the days ahead is wanted, which takes a board for each
 *
 * Whether the promise of an order can be kept, and how full the days ahead are (DESIGN.md 3.1). Writes nothing and
 * needs no right.
 *
 * Returns: (transfer full) (nullable): the answer
 */
RangPromiseCheck *
rang_office_check_promise (RangOffice *office,
                           const RangSession *session,
                           const RangOrder *order,
                           RangBoard *known,
                           gboolean ahead,
                           GCancellable *cancellable,
                           GError **error);

/** rang_promise_check_fullness_to_text: Returns: (transfer full): "Monday 84 % · Tuesday 12 % …" in the current
 * language */
char *
rang_promise_check_fullness_to_text (const RangPromiseCheck *self);

G_END_DECLS
