/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the words in tables for what commands, CSV and JSON name in English. */
#include "rang-cli-words.h"

#include <glib/gi18n.h>

#include "board/rang-board.h"
#include "domain/rang-client.h"
#include "domain/rang-conflict.h"
#include "domain/rang-order.h"
#include "domain/rang-person.h"
#include "domain/rang-push.h"
#include "domain/rang-reason.h"

/* rang_cli_say_KIND() by rang_KIND_to_nick() and rang_KIND_label(). */
#define DEFINE_SAY(kind, Type, n)                                                                                      \
  const char *rang_cli_say_##kind (const char *nick)                                                                   \
  {                                                                                                                    \
    for (int i = 0; i < (int)(n); i++)                                                                                 \
      if (g_strcmp0 (rang_##kind##_to_nick ((Type)i), nick) == 0)                                                      \
        return rang_##kind##_label ((Type)i);                                                                          \
    return nick;                                                                                                       \
  }

DEFINE_SAY (board_state, RangPlanState, RANG_PLAN_NOT_TODAY + 1)
DEFINE_SAY (order_state, RangOrderState, RANG_N_ORDER_STATES)
DEFINE_SAY (push_state, RangPushState, RANG_N_PUSH_STATES)
DEFINE_SAY (conflict_kind, RangConflictKind, RANG_N_CONFLICT_KINDS)
DEFINE_SAY (conflict_state, RangConflictState, RANG_N_CONFLICT_STATES)
DEFINE_SAY (importance, RangImportance, RANG_N_IMPORTANCES)
DEFINE_SAY (reason, RangReasonCode, RANG_N_REASONS)
DEFINE_SAY (role, RangRole, RANG_N_ROLES)
DEFINE_SAY (client_stage, RangClientStage, RANG_N_STAGES)

const char *
rang_cli_say (RangCliSay say, const char *nick)
{
  /* The catalogue has a word of its own for every heading. */
  gboolean english = g_str_equal (_ ("State"), "State");

  return say != NULL && !english ? say (nick) : nick;
}
