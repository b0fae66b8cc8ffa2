/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangListRecord:
 * @day: the day; @department: id
 * @revision: of the list as the head drags it: 1, 2, 3 …; 0 if nobody has ranked it yet
 * @submitted_at: instant of the last submission; 0 never
 * @submitted_by: id of the person; 0 never
 * @submitted_entry: its log entry; 0 never
 * @submitted: (element-type gint64): order numbers as last submitted, first place first; empty if never
 *
 * A department's own list of a day. The current places are each order's `department_rank`.
 */
typedef struct
{
  RangDay day;
  gint64 department;
  gint64 revision;
  gint64 submitted_at;
  gint64 submitted_by;
  gint64 submitted_entry;
  GArray *submitted;
} RangListRecord;

RangListRecord *
rang_list_record_new (RangDay day, gint64 department);
void
rang_list_record_free (RangListRecord *record);

/**
 * rang_store_load_lists:
 *
 * Returns: (transfer full) (nullable) (element-type RangListRecord): one for each department, by id; of revision 0 and
 *   not submitted where nothing happened yet
 */
GPtrArray *
rang_store_load_lists (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_load_list:
 *
 * Returns: (transfer full) (nullable): one department's list; %RANG_STORE_ERROR_NOT_FOUND without such a department
 */
RangListRecord *
rang_store_load_list (RangStore *store, RangDay day, gint64 department, GError **error);

/**
 * rang_store_rank_list:
 * @entry: the log entry that does it
 * @ranking: (element-type gint64): order numbers, first place first
 * @revision: (out) (optional): the new revision
 *
 * Ranks a department's list: adds a revision and sets `department_rank` of the day's orders of the department, of those
 * not in @ranking to none.
 */
gboolean
rang_store_rank_list (
    RangStore *store, RangDay day, gint64 department, gint64 entry, GArray *ranking, gint64 *revision, GError **error);

/**
 * rang_store_load_list_revision:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ranking of a revision; %RANG_STORE_ERROR_NOT_FOUND if
 *   there is no such
 */
GArray *
rang_store_load_list_revision (RangStore *store, RangDay day, gint64 department, gint64 revision, GError **error);

/**
 * rang_store_submit_list:
 * @record: a list with the four `submitted` fields set
 *
 * Keeps the submission. The orders themselves (state, submitted rank and length) are saved by the caller.
 */
gboolean
rang_store_submit_list (RangStore *store, const RangListRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangListRecord, rang_list_record_free)

G_END_DECLS
