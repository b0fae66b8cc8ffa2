/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-push.h"
#include "office/rang-office-board.h"

G_BEGIN_DECLS

/* The one road for persuasion: a department head asks, the head of sales grants or refuses. */

/**
 * rang_office_push_place:
 * @order: an order of the board
 *
 * A place at which @order gets the best state that it can get at rank 1, and one below which it does not. Asks the
 * planner for a handful of places, so it is for a person who asks once, not for a frame.
 *
 * Returns: the place, or 0 with @error set: %RANG_OFFICE_ERROR_REFUSED when it has that state already
 */
int
rang_office_push_place (
    RangOffice *office, const RangSession *session, gint64 order, GCancellable *cancellable, GError **error);

/**
 * rang_office_push:
 * @place: rank asked for; 0 for rang_office_push_place()
 * @reason: why; *other* needs a note
 * @note: (nullable): in own words
 *
 * A department head asks for an own order to be moved up. Refused when it has the best state that it can have, when it
 * is pushed already, when the week's pushes are used up, and while a tug-of-war about it waits. After the hand-over it
 * is a conflict `late-push`.
 *
 * Returns: (transfer full): the push
 */
RangPush *
rang_office_push (RangOffice *office,
                  const RangSession *session,
                  gint64 order,
                  int place,
                  RangReasonCode reason,
                  const char *note,
                  GCancellable *cancellable,
                  GError **error);

/**
 * rang_office_asked:
 * @by: id of the person who asked
 * @how: (nullable): "by phone", "at the door"
 *
 * The delivery chief records "I was asked", so that the head of sales decides it. Never refused for its content: what
 * was asked was asked.
 *
 * Returns: (transfer full): the request, as an open push
 */
RangPush *
rang_office_asked (
    RangOffice *office, const RangSession *session, gint64 order, gint64 by, const char *how, GError **error);

/**
 * rang_office_grant:
 * @place: 0 for the place asked for
 * @reason: a #RangReasonCode; -1 for that of the push (one that was only noted owes its reason)
 * @note: (nullable): of the head of sales
 * @dry_run: only show the cost
 *
 * The push becomes an override; after the hand-over an amendment.
 *
 * Returns: (transfer full): what it did or would do
 */
RangMove *
rang_office_grant (RangOffice *office,
                   const RangSession *session,
                   gint64 push,
                   int place,
                   int reason,
                   const char *note,
                   gboolean dry_run,
                   GCancellable *cancellable,
                   GError **error);

/** rang_office_refuse_push: @note: why not */
gboolean
rang_office_refuse_push (RangOffice *office, const RangSession *session, gint64 push, const char *note, GError **error);

/** rang_office_list_pushes: Returns: (transfer full) (element-type RangPush): of the day, open ones first, then newest
 * first */
GPtrArray *
rang_office_list_pushes (RangOffice *office, const RangSession *session, GError **error);

/**
 * RangPushBudget:
 * @department: id
 * @asked: pushes of this week, those noted by the delivery chief included
 * @allowed: the office's limit
 */
typedef struct
{
  gint64 department;
  int asked;
  int allowed;
} RangPushBudget;

/** rang_office_list_push_budgets: Returns: (transfer full) (element-type RangPushBudget): one a department */
GArray *
rang_office_list_push_budgets (RangOffice *office, GError **error);

/** rang_office_set_most_pushes: @most: pushes that a department may ask for in a week */
gboolean
rang_office_set_most_pushes (RangOffice *office, const RangSession *session, int most, GError **error);

G_END_DECLS
