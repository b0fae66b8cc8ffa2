/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who may do what: one table. */
#include "office/rang-permission.h"

#include <glib/gi18n-lib.h>

#define M (1u << RANG_ROLE_MANAGER)
#define D (1u << RANG_ROLE_DEPARTMENT_HEAD)
#define S (1u << RANG_ROLE_HEAD_OF_SALES)
#define C (1u << RANG_ROLE_DELIVERY_CHIEF)

/* DESIGN.md section 2. The head of sales answers for the board, not for the departments' own lists; the delivery chief
 * cannot re-rank. */
static const struct
{
  const char *word;
  const char *label;
  guint roles;
} matrix[RANG_N_ACTIONS] = {
  [RANG_ACTION_IMPORT] = { "import", N_ ("import orders"), M | D | S },
  [RANG_ACTION_ADD_ORDER] = { "add", N_ ("enter orders"), M | D | S },
  [RANG_ACTION_EDIT_ORDER] = { "edit", N_ ("change orders"), M | D | S },
  [RANG_ACTION_CANCEL_ORDER] = { "cancel", N_ ("cancel orders"), M | D | S },
  [RANG_ACTION_STATE_IMPORTANCE] = { "importance", N_ ("state importance"), M | D },
  [RANG_ACTION_RANK] = { "rank", N_ ("rank a department’s list"), D },
  [RANG_ACTION_SUBMIT] = { "submit", N_ ("submit a department’s list"), D },
  [RANG_ACTION_APPLY] = { "apply", N_ ("apply the suggestion"), S },
  [RANG_ACTION_MOVE] = { "move", N_ ("move orders on the board"), S },
  [RANG_ACTION_RELEASE] = { "release", N_ ("release placed orders"), S },
  [RANG_ACTION_GIVE_REASON] = { "reason", N_ ("give the reason of a move"), S },
  [RANG_ACTION_UNDO] = { "undo", N_ ("undo own moves"), S | D },
  [RANG_ACTION_HAND_OVER] = { "handover", N_ ("sign the hand-over"), S },
  [RANG_ACTION_ACCEPT] = { "accept", N_ ("accept the board"), C },
  [RANG_ACTION_RETURN] = { "return", N_ ("return the board"), C },
  [RANG_ACTION_AMEND] = { "amend", N_ ("amend the signed board"), S },
  [RANG_ACTION_RECORD_OUTCOME] = { "outcome", N_ ("record outcomes"), C },
  [RANG_ACTION_CLIENT_EVENT] = { "client", N_ ("record client events"), M | D | S },
  [RANG_ACTION_EDIT_CLIENT] = { "edit-client", N_ ("change clients"), M | D | S },
  [RANG_ACTION_EDIT_ROSTER] = { "roster", N_ ("change the roster"), C },
  [RANG_ACTION_EDIT_VAN] = { "vans", N_ ("change the vans"), C },
  [RANG_ACTION_LOCK] = { "lock", N_ ("lock orders to a van"), C },
  [RANG_ACTION_DECIDE_LOCK] = { "request", N_ ("decide requests for a lock"), S },
  [RANG_ACTION_CALL] = { "call", N_ ("note calls to clients"), M | D | S | C },
  [RANG_ACTION_CLOSE_DAY] = { "close", N_ ("close the day"), C },
  [RANG_ACTION_DECIDE_CONFLICT] = { "decide", N_ ("decide conflicts"), S },
  [RANG_ACTION_ANSWER_CONFLICT] = { "answer", N_ ("answer a conflict"), D },
  [RANG_ACTION_PUSH] = { "push", N_ ("push orders"), D },
  [RANG_ACTION_GRANT] = { "grant", N_ ("grant pushes"), S },
  [RANG_ACTION_REFUSE] = { "refuse", N_ ("refuse pushes"), S },
  [RANG_ACTION_NOTE_ASKED] = { "asked", N_ ("record who asked for an order"), C },
  [RANG_ACTION_MANAGE_OFFICE] = { "office", N_ ("manage people and settings"), S },
  [RANG_ACTION_EDIT_RULES] = { "activate", N_ ("change the priority rules"), S },
};

/* Roles that hold for one department only. */
#define DEPARTMENTAL (M | D)

gboolean
rang_permission_role_may (RangRole role, RangAction action)
{
  g_return_val_if_fail (role < RANG_N_ROLES && action < RANG_N_ACTIONS, FALSE);
  return (matrix[action].roles & (1u << role)) != 0;
}

gboolean
rang_permission_find (const RangPerson *person, RangAction action, gint64 department, gint64 *behalf)
{
  gboolean found = FALSE;

  g_return_val_if_fail (action < RANG_N_ACTIONS, FALSE);
  *behalf = 0;
  for (guint i = 0; person != NULL && person->active && i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);
      gboolean departmental = ((1u << grant->role) & DEPARTMENTAL) != 0;

      if (grant->yielded != 0 || !rang_permission_role_may (grant->role, action)
          || (departmental && department != 0 && grant->department != department))
        continue;
      /* An own right comes before that of a deputy. */
      if (!found || grant->behalf == 0)
        *behalf = grant->behalf;
      found = TRUE;
    }
  return found;
}

gboolean
rang_permission_allows (const RangPerson *person, RangAction action, gint64 department)
{
  gint64 behalf;

  return rang_permission_find (person, action, department, &behalf);
}

const char *
rang_action_word (RangAction action)
{
  g_return_val_if_fail (action < RANG_N_ACTIONS, NULL);
  return matrix[action].word;
}

const char *
rang_action_label (RangAction action)
{
  g_return_val_if_fail (action < RANG_N_ACTIONS, NULL);
  return _ (matrix[action].label);
}
