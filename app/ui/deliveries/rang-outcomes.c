/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for recording what became of a stop. */
#include "deliveries/rang-outcomes.h"

typedef struct
{
  RangSession session;
  gint64 order;
  RangOutcome outcome;
  int reason;
} Arguments;

static gpointer
record_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  if (arguments->outcome == RANG_OUTCOME_FAILED)
    return GINT_TO_POINTER (
        rang_office_fail (office, &arguments->session, arguments->order, (RangFailReason)arguments->reason, error));
  return GINT_TO_POINTER (rang_office_deliver (office, &arguments->session, arguments->order, RANG_TIME_NONE,
                                               arguments->outcome == RANG_OUTCOME_PART, error));
}

void
rang_outcomes_record (RangDesk *desk, gint64 order, RangOutcome outcome, int reason)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->session = *rang_desk_get_session (desk);
  arguments->order = order;
  arguments->outcome = outcome;
  arguments->reason = reason;
  rang_desk_write (desk, record_func, arguments, g_free, NULL, NULL, NULL);
}
