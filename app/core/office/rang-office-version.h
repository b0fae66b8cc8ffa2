/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-version-state.h"
#include "office/rang-office-board.h"

G_BEGIN_DECLS

/**
 * RangVersionInfo:
 * @number: of the version, from 1; @day: its day
 * @signed_by: id; @signed_at: instant
 * @state: what became of it; @decided_by, @decided_at: who accepted or returned it, and when
 * @remark: (nullable): of a returned one
 * @amendment: whether it amends the version before
 * @fingerprint: of the log at the signature, for paper
 * @plan: number of its newest plan, from 1
 * @binding: whether it is the one that binds now
 */
typedef struct
{
  int number;
  RangDay day;
  gint64 signed_by;
  gint64 signed_at;
  RangVersionState state;
  gint64 decided_by;
  gint64 decided_at;
  char *remark;
  gboolean amendment;
  char *fingerprint;
  int plan;
  gboolean binding;
} RangVersionInfo;

void
rang_version_info_free (RangVersionInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangVersionInfo, rang_version_info_free)

/** rang_office_list_versions: Returns: (transfer full) (element-type RangVersionInfo): of the day, oldest first */
GPtrArray *
rang_office_list_versions (RangOffice *office, const RangSession *session, GError **error);

/**
 * RangVersionChange:
 * @order: what an amendment moved, or whose state or van it changed
 * @from: rank in the version before, 0 not on it; @to: rank in the amendment, 0 taken off
 * @state_before, @state_after: #RangPlanState, -1 not on that version
 * @resource_before, @resource_after: ids of the vans; 0 none
 */
typedef struct
{
  gint64 order;
  int from;
  int to;
  int state_before;
  int state_after;
  gint64 resource_before;
  gint64 resource_after;
} RangVersionChange;

/**
 * rang_office_list_version_changes:
 * @number: of a version of the day
 *
 * The difference of an amendment to the version it amends: for acceptance, and for the marked new sheets.
 *
 * Returns: (transfer full) (element-type RangVersionChange): by rank; empty for a hand-over
 */
GArray *
rang_office_list_version_changes (RangOffice *office, const RangSession *session, int number, GError **error);

/**
 * RangHandOverCheck:
 * @pending: (element-type RangPendingReason): reasons owed; they block
 * @unscored: (element-type gint64): orders without points; they block
 * @conflicts: open conflicts; listed
 * @unlocated: (element-type gint64): listed
 * @not_ready: (element-type gint64): listed
 * @cost: board against suggestion
 */
typedef struct
{
  GPtrArray *pending;
  GArray *unscored;
  guint conflicts;
  GArray *unlocated;
  GArray *not_ready;
  RangMoveCost *cost;
} RangHandOverCheck;

void
rang_hand_over_check_free (RangHandOverCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangHandOverCheck, rang_hand_over_check_free)

/** rang_office_check_hand_over: Returns: (transfer full): what stands in the way of a hand-over, and what is listed in
 * it */
RangHandOverCheck *
rang_office_check_hand_over (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_hand_over:
 *
 * Signs the board as the next version. Errors: %RANG_OFFICE_ERROR_BLOCKED with what is pending.
 *
 * Returns: (transfer full): the version
 */
RangVersionInfo *
rang_office_hand_over (RangOffice *office, const RangSession *session, GError **error);
RangVersionInfo *
rang_office_accept (RangOffice *office, const RangSession *session, GError **error);
RangVersionInfo *
rang_office_return (RangOffice *office, const RangSession *session, const char *note, GError **error);

/**
 * rang_office_amend:
 *
 * A change after the hand-over: a new version that needs acceptance too (CASES.md 2, 3). @order may be one that is not
 * on the signed board yet.
 */
RangMove *
rang_office_amend (RangOffice *office,
                   const RangSession *session,
                   gint64 order,
                   int place,
                   int reason,
                   const char *note,
                   gboolean dry_run,
                   GCancellable *cancellable,
                   GError **error);

/**
 * rang_office_not_on_board:
 *
 * Returns: (transfer full) (element-type gint64): submitted orders that are not on the signed board
 */
GArray *
rang_office_not_on_board (RangOffice *office, const RangSession *session, GError **error);

G_END_DECLS
