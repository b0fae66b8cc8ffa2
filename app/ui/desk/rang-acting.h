/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/* Who acts and who answers, where a deputy stands in: for whom, and until when. Every text is (transfer full). */

/**
 * rang_acting_name:
 * @behalf: for whom that was done; 0 by an own role
 *
 * Returns: "Oana Bârsan for Mihaela Dobre"; without @behalf the name alone
 */
char *
rang_acting_name (const RangDayView *view, gint64 person, gint64 behalf);

/**
 * rang_acting_name_until:
 * @role: in which @person acts; @department: for which, 0 of a role for the whole office
 *
 * Returns: "Oana Bârsan for Mihaela Dobre until 27 Nov 2026" of who stands in today; else the name alone
 */
char *
rang_acting_name_until (const RangDayView *view, gint64 person, RangRole role, gint64 department);

/** rang_acting_answers: Returns: (nullable): who answers for the order, as rang_acting_name_until() */
char *
rang_acting_answers (const RangDayView *view, const RangOrderView *order);

/**
 * rang_acting_describe:
 *
 * Returns: (nullable): for whom the person stands in today, and who stands in for the person, in which role and until
 *   when, a line each; %NULL for most
 */
char *
rang_acting_describe (const RangDayView *view, gint64 person);

/** rang_acting_describe_head: Returns: (nullable): the same of the head of a department alone */
char *
rang_acting_describe_head (const RangDayView *view, gint64 department);

G_END_DECLS
