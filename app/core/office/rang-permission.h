/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-person.h"

G_BEGIN_DECLS

/**
 * RangAction:
 *
 * What a person may want to do. The matrix of who may is one table in rang-permission.c.
 */
typedef enum
{
  RANG_ACTION_IMPORT,
  RANG_ACTION_ADD_ORDER,
  RANG_ACTION_EDIT_ORDER,
  RANG_ACTION_CANCEL_ORDER,
  RANG_ACTION_STATE_IMPORTANCE,
  RANG_ACTION_RANK,
  RANG_ACTION_SUBMIT,
  RANG_ACTION_APPLY,
  RANG_ACTION_MOVE,
  RANG_ACTION_RELEASE,
  RANG_ACTION_GIVE_REASON,
  RANG_ACTION_UNDO,
  RANG_ACTION_HAND_OVER,
  RANG_ACTION_ACCEPT,
  RANG_ACTION_RETURN,
  RANG_ACTION_AMEND,
  RANG_ACTION_RECORD_OUTCOME,
  RANG_ACTION_CLIENT_EVENT,
  RANG_ACTION_EDIT_CLIENT,
  RANG_ACTION_EDIT_ROSTER,
  RANG_ACTION_EDIT_VAN,
  RANG_ACTION_LOCK,
  RANG_ACTION_DECIDE_LOCK,
  RANG_ACTION_CALL,
  RANG_ACTION_CLOSE_DAY,
  RANG_ACTION_DECIDE_CONFLICT,
  RANG_ACTION_ANSWER_CONFLICT,
  RANG_ACTION_PUSH,
  RANG_ACTION_GRANT,
  RANG_ACTION_REFUSE,
  RANG_ACTION_NOTE_ASKED,
  RANG_ACTION_MANAGE_OFFICE,
  RANG_ACTION_EDIT_RULES,
  RANG_N_ACTIONS
} RangAction;

/**
 * rang_permission_allows:
 * @person: (nullable): who wants to
 * @department: the department it is about; 0 when it is about none
 *
 * Returns: whether @person may. A manager's and a department head's rights hold for the own department.
 */
gboolean
rang_permission_allows (const RangPerson *person, RangAction action, gint64 department);

/**
 * rang_permission_find:
 * @behalf: (out): for whom @person may as deputy; 0 by an own role
 *
 * As rang_permission_allows(). A role that is yielded to a deputy gives no right.
 */
gboolean
rang_permission_find (const RangPerson *person, RangAction action, gint64 department, gint64 *behalf);

/**
 * rang_permission_role_may:
 *
 * Returns: one cell of the matrix
 */
gboolean
rang_permission_role_may (RangRole role, RangAction action);

/**
 * rang_action_word:
 *
 * Returns: the command's word, as it stands in the log: "move", "submit", "handover" …
 */
const char *
rang_action_word (RangAction action);

/**
 * rang_action_label:
 *
 * Returns: what is done, in the current language: "move orders on the board"
 */
const char *
rang_action_label (RangAction action);

G_END_DECLS
