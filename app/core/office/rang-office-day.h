/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-client-event.h"
#include "domain/rang-conflict.h"
#include "domain/rang-delivery.h"
#include "domain/rang-reason.h"
#include "log/rang-log-entry.h"
#include "office/rang-office.h"
#include "sheet/rang-sheet.h"

G_BEGIN_DECLS

/* The delivery day, and what is known about it afterwards. */

/**
 * RangOutcome:
 * @state: %RANG_ORDER_DELIVERED, %RANG_ORDER_PART or %RANG_ORDER_FAILED
 * @at: wall-clock time, or %RANG_TIME_NONE for now
 * @reason: a #RangFailReason, or -1: needed when it failed, possible for a part
 * @cash: what the client paid, minor units in the order's currency; -1 when nothing is said
 * @receipt: (nullable): number of the receipt
 *
 * What became of a stop.
 */
typedef struct
{
  RangOrderState state;
  RangTime at;
  int reason;
  gint64 cash;
  const char *receipt;
} RangOutcome;

/** rang_office_record: takes an outcome; a later one corrects it, and the log keeps both */
gboolean
rang_office_record (
    RangOffice *office, const RangSession *session, gint64 order, const RangOutcome *outcome, GError **error);

/**
 * rang_office_deliver:
 * @at: wall-clock time, or %RANG_TIME_NONE for now
 * @part: whether only a part was delivered
 */
gboolean
rang_office_deliver (
    RangOffice *office, const RangSession *session, gint64 order, RangTime at, gboolean part, GError **error);
gboolean
rang_office_fail (RangOffice *office, const RangSession *session, gint64 order, RangFailReason reason, GError **error);

/**
 * rang_office_client_event:
 *
 * Records what became of a client's contract; the stage follows (signed and renewed: contract; lost: dormant).
 */
gboolean
rang_office_client_event (RangOffice *office,
                          const RangSession *session,
                          gint64 client,
                          RangClientEventKind kind,
                          const char *note,
                          GError **error);

/**
 * rang_office_list_client_events:
 *
 * Returns: (transfer full) (element-type RangClientEvent)
 */
GPtrArray *
rang_office_list_client_events (RangOffice *office, gint64 client, GError **error);

/**
 * rang_office_load_routes:
 * @signed_only: whether to take the routes of the signed version; else, before signing, the board's
 *
 * Returns: (transfer full) (element-type RangBoardRoute): one a resource in service
 */
GPtrArray *
rang_office_load_routes (RangOffice *office, const RangSession *session, GError **error);

/** rang_office_routes_of_board: Returns: (transfer full) (element-type RangBoardRoute): those of @board, with what is to
 * be expected by now */
GPtrArray *
rang_office_routes_of_board (RangOffice *office, const RangSession *session, RangBoard *board);

/**
 * rang_office_load_sheets:
 * @resource: id of one van, or 0 for all that have stops
 *
 * Returns: (transfer full) (element-type RangSheet): the route sheets of the binding version, or of the board as a
 *   DRAFT before one is signed
 */
GPtrArray *
rang_office_load_sheets (RangOffice *office, const RangSession *session, gint64 resource, GError **error);

/**
 * rang_office_load_papers:
 * @resource: id of one van, or 0 for all that have stops
 * @kinds: #RangSheetKind flags: which papers
 * @order: only the stop of this order; 0 all
 *
 * As rang_office_load_sheets(), for other papers than the usual ones. From the second version or plan on, a run sheet
 * says what is other than before.
 */
GPtrArray *
rang_office_load_papers (
    RangOffice *office, const RangSession *session, gint64 resource, RangSheetKind kinds, gint64 order, GError **error);

/** rang_office_list_sheet_fields: Returns: (transfer full) (nullable) (element-type RangSheetFieldSetting): every
 * #RangSheetLegal in its order, as the office wants it printed */
GPtrArray *
rang_office_list_sheet_fields (RangOffice *office, GError **error);

/**
 * rang_office_set_sheet_field:
 * @field: nick of a #RangSheetLegal
 * @label: (nullable): what the office calls it; %NULL or "" as Rang does
 */
gboolean
rang_office_set_sheet_field (RangOffice *office,
                             const RangSession *session,
                             const char *field,
                             gboolean shown,
                             const char *label,
                             GError **error);

/**
 * rang_office_list_conflicts:
 *
 * Finds what is new, lapses what is gone, and returns what stands.
 *
 * Returns: (transfer full) (element-type RangConflict): of the day, open ones first, newest first
 */
GPtrArray *
rang_office_list_conflicts (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_list_known_conflicts:
 *
 * As rang_office_list_conflicts(), without looking for new ones: needs no board.
 */
GPtrArray *
rang_office_list_known_conflicts (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_decide_conflict:
 * @note: what was decided
 */
gboolean
rang_office_decide_conflict (
    RangOffice *office, const RangSession *session, gint64 conflict, const char *note, GError **error);

/**
 * rang_office_answer_conflict:
 * @note: the answer
 *
 * The head of a department that is party to an open conflict answers, until the hand-over. Answers stand in the
 * conflict and never change.
 */
gboolean
rang_office_answer_conflict (
    RangOffice *office, const RangSession *session, gint64 conflict, const char *note, GError **error);

/* --- the log --- */

/** rang_office_list_log: Returns: (transfer full) (element-type RangLogEntry): the newest @most entries (0 all), oldest
 * first */
GPtrArray *
rang_office_list_log (RangOffice *office, guint most, GError **error);

/**
 * RangLogVerdict:
 * @entries: entries found whole
 * @broken: the first broken entry; 0 when log and tables are whole
 * @why: (nullable): what is wrong with it, in the reader's language
 * @signed_entries: entries that are signed, all of them rightly
 * @unverified: entries that are not
 * @resets: keys that were replaced without anybody's signature
 * @clock_back: entries dated before the one before them, and @first_clock_back the first of them
 * @met: the entry that has the fingerprint asked for; 0 none
 * @chain_time: microseconds for reading and hashing, and @signature_time for signatures
 */
typedef struct
{
  guint64 entries;
  gint64 broken;
  char *why;
  gint64 signed_entries;
  gint64 unverified;
  gint64 resets;
  gint64 clock_back;
  gint64 first_clock_back;
  gint64 met;
  gint64 chain_time;
  gint64 signature_time;
} RangLogVerdict;

void
rang_log_verdict_clear (RangLogVerdict *verdict);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangLogVerdict, rang_log_verdict_clear)

/**
 * rang_office_judge_log:
 * @against: (nullable): a fingerprint from paper that the log must hold
 * @verdict: (out caller-allocates): what was found
 *
 * Checks chain, signatures, both heads, and that the tables of decisions agree with the log.
 *
 * Returns: %FALSE with @error set when the store cannot be read
 */
gboolean
rang_office_judge_log (RangOffice *office, const char *against, RangLogVerdict *verdict, GError **error);

/**
 * rang_office_verify_log:
 * @count: (out) (optional): entries read
 * @broken: (out) (optional): the first broken entry, 0 when whole
 * @why: (out) (optional) (transfer full): what is wrong with it, in the reader's language
 *
 * Returns: whether the log is whole; %FALSE with @error set when the store cannot be read
 */
gboolean
rang_office_verify_log (RangOffice *office, guint64 *count, gint64 *broken, char **why, GError **error);

/**
 * rang_office_export_log:
 *
 * Writes the log, one JSON object a line, so that an outsider can verify it.
 */
gboolean
rang_office_export_log (RangOffice *office, const char *path, GError **error);

/* --- care of the store --- */

/**
 * rang_office_check:
 *
 * Returns: (transfer full) (element-type utf8): what is wrong with store and log, in the reader's language; empty when
 *   nothing is
 */
GPtrArray *
rang_office_check (RangOffice *office, GError **error);

/** rang_office_backup: a consistent copy while others write; refused when @path exists */
gboolean
rang_office_backup (RangOffice *office, const char *path, GError **error);

G_END_DECLS
