/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangConflictKind:
 *
 * The kinds of DESIGN.md section 7.
 */
typedef enum
{
  RANG_CONFLICT_OVER_CAPACITY,
  RANG_CONFLICT_CLIENT_CLAIMED_TWICE,
  RANG_CONFLICT_ORDER_ENTERED_TWICE,
  RANG_CONFLICT_DISPLACED,
  RANG_CONFLICT_TUG_OF_WAR,
  RANG_CONFLICT_LATE_PUSH,
  RANG_CONFLICT_HIGH_OVER_QUOTA,
  RANG_CONFLICT_IMPOSSIBLE_PROMISE,
  RANG_CONFLICT_BUMPED_TOO_OFTEN,
  RANG_CONFLICT_RESPONSIBILITY_UNCLEAR,
  RANG_CONFLICT_CLIENT_CHANGED_ORDER,
  RANG_CONFLICT_SAME_SIGNER,
  RANG_N_CONFLICT_KINDS
} RangConflictKind;

typedef enum
{
  RANG_CONFLICT_OPEN,
  RANG_CONFLICT_DECIDED,
  RANG_CONFLICT_LAPSED,
  RANG_N_CONFLICT_STATES
} RangConflictState;

/**
 * RangConflictAnswer:
 * @entry: its log entry
 * @person: id of who answers: the head whose order was bumped
 * @at: instant
 * @note: the answer
 */
typedef struct
{
  gint64 entry;
  gint64 person;
  gint64 at;
  char *note;
} RangConflictAnswer;

RangConflictAnswer *
rang_conflict_answer_new (gint64 entry, gint64 person, gint64 at, const char *note);
RangConflictAnswer *
rang_conflict_answer_copy (const RangConflictAnswer *answer);
void
rang_conflict_answer_free (RangConflictAnswer *answer);

/**
 * RangPullKind:
 *
 * How somebody wanted an order elsewhere.
 */
typedef enum
{
  RANG_PULL_MOVE,
  RANG_PULL_AMENDMENT,
  RANG_PULL_PUSH,
  RANG_N_PULL_KINDS
} RangPullKind;

/** rang_pull_kind_to_nick: Returns: "move", "amend" or "push", as the command is called */
const char *
rang_pull_kind_to_nick (RangPullKind kind);
/** rang_pull_kind_label: Returns: the kind in the current language */
const char *
rang_pull_kind_label (RangPullKind kind);

/**
 * RangConflictPull:
 * @entry: its log entry; of a push that of the asking
 * @at: instant
 * @person: id of who wanted it
 * @order: which of the conflict's orders
 * @kind: on which road
 * @day: of the board, as a #RangDay
 * @from: its place before; @to: its place after, of a push the place asked for
 * @reason: (nullable): reason code; @note: (nullable): in own words
 *
 * One of the moves that made a tug-of-war.
 */
typedef struct
{
  gint64 entry;
  gint64 at;
  gint64 person;
  gint64 order;
  RangPullKind kind;
  gint32 day;
  gint32 from;
  gint32 to;
  char *reason;
  char *note;
} RangConflictPull;

RangConflictPull *
rang_conflict_pull_copy (const RangConflictPull *pull);
void
rang_conflict_pull_free (RangConflictPull *pull);

/**
 * RangConflict:
 * @id: number in the store; 0 for one just found
 * @kind: which kind
 * @key: what makes it the same conflict when it is found again, e.g. "displaced/1051/1143"
 * @day: the board's day as a #RangDay
 * @orders: (element-type gint64): order numbers, the one that caused it first
 * @people: (element-type gint64): ids
 * @departments: (element-type gint64): ids
 * @since: instant it was found
 * @state: open until somebody decides it, or its cause is gone (lapsed)
 * @detail: (nullable): a JSON object of what the kind needs to be shown (counts, old and new values); no personal data
 * @decided_by: id, 0 none
 * @decided_at: instant; 0 not decided; @decided_entry: the log entry of the decision
 * @note: (nullable): what was decided
 * @answers: (element-type RangConflictAnswer): oldest first
 * @pulls: (element-type RangConflictPull): of a tug-of-war the moves that made it, oldest first; found when the office
 *   lists conflicts and not stored with them
 */
typedef struct
{
  gint64 id;
  RangConflictKind kind;
  char *key;
  gint32 day;
  GArray *orders;
  GArray *people;
  GArray *departments;
  gint64 since;
  RangConflictState state;
  char *detail;
  gint64 decided_by;
  gint64 decided_at;
  gint64 decided_entry;
  char *note;
  GPtrArray *answers;
  GPtrArray *pulls;
} RangConflict;

/** rang_conflict_has_order: Returns: whether it is about the order */
gboolean
rang_conflict_has_order (const RangConflict *conflict, gint64 order);
/** rang_conflict_has_department: Returns: whether the department is party to it */
gboolean
rang_conflict_has_department (const RangConflict *conflict, gint64 department);
/** rang_conflict_has_person: Returns: whether the person is party to it */
gboolean
rang_conflict_has_person (const RangConflict *conflict, gint64 person);

RangConflict *
rang_conflict_new (RangConflictKind kind, const char *key, gint32 day);
RangConflict *
rang_conflict_copy (const RangConflict *conflict);
void
rang_conflict_free (RangConflict *conflict);

const char *
rang_conflict_kind_to_nick (RangConflictKind kind);
int
rang_conflict_kind_from_nick (const char *nick);

/**
 * rang_conflict_kind_label:
 *
 * Returns: the kind in the current language: "Day over capacity"
 */
const char *
rang_conflict_kind_label (RangConflictKind kind);
const char *
rang_conflict_state_to_nick (RangConflictState state);
int
rang_conflict_state_from_nick (const char *nick);
const char *
rang_conflict_state_label (RangConflictState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangConflictAnswer, rang_conflict_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangConflictPull, rang_conflict_pull_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangConflict, rang_conflict_free)

G_END_DECLS
