/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-conflict.h"
#include "domain/rang-version-state.h"
#include "office/rang-office-board.h"

G_BEGIN_DECLS

/**
 * RangVersionInfo:
 * @number: of the version, from 1; @day: its day
 * @signed_by: id; @signed_for: for whom, of a deputy; 0 none; @signed_at: instant
 * @state: what became of it; @decided_by, @decided_for, @decided_at: who accepted or returned it, for whom, and when
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
  gint64 signed_for;
  gint64 signed_at;
  RangVersionState state;
  gint64 decided_by;
  gint64 decided_for;
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
 * @revision: of the board that was looked at
 * @pending: (element-type RangPendingReason): reasons owed; they block
 * @unscored: (element-type gint64): orders without points; they block
 * @conflicts: (element-type RangConflict): open ones; listed
 * @unlocated: (element-type gint64): listed
 * @not_ready: (element-type gint64): listed
 * @placed: how many orders people have placed
 * @cost: board against suggestion: of all overrides together
 */
typedef struct
{
  guint64 revision;
  GPtrArray *pending;
  GArray *unscored;
  GPtrArray *conflicts;
  GArray *unlocated;
  GArray *not_ready;
  guint placed;
  RangMoveCost *cost;
} RangHandOverCheck;

void
rang_hand_over_check_free (RangHandOverCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangHandOverCheck, rang_hand_over_check_free)

/** rang_hand_over_check_blocks: Returns: whether something is pending, so that the board cannot be signed */
gboolean
rang_hand_over_check_blocks (const RangHandOverCheck *check);

/** rang_office_check_hand_over: Returns: (transfer full): what stands in the way of a hand-over, and what is listed in
 * it */
RangHandOverCheck *
rang_office_check_hand_over (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_hand_over:
 * @revision: of the board whose difference to the suggestion was looked at; 0 for the board as it stands
 * @check: (out) (optional) (transfer full): the difference that was signed, and what is listed in it
 *
 * Signs the board as the next version. The log entry, and with it the signature, covers what is listed: its `data` is
 * `{"version", "sha256", "conflicts": [id…], "unlocated": [order…], "not_ready": [order…]}`, its `cost` that of all
 * overrides together. Errors: %RANG_OFFICE_ERROR_BLOCKED with what is pending, %RANG_OFFICE_ERROR_STALE when the board
 * is not the one that was looked at.
 *
 * Returns: (transfer full): the version
 */
RangVersionInfo *
rang_office_hand_over (
    RangOffice *office, const RangSession *session, guint64 revision, RangHandOverCheck **check, GError **error);
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
