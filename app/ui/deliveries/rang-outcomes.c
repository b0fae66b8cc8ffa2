/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for recording what became of a stop. */
#include "deliveries/rang-outcomes.h"

typedef struct
{
  RangSession session;
  gint64 order;
  RangOutcome outcome;
  char *receipt;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->receipt);
  g_free (arguments);
}

static gpointer
record_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (
      rang_office_record (office, &arguments->session, arguments->order, &arguments->outcome, error));
}

void
rang_outcomes_record (RangDesk *desk, gint64 order, const RangOutcome *outcome)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->session = *rang_desk_get_session (desk);
  arguments->order = order;
  arguments->outcome = *outcome;
  arguments->outcome.receipt = arguments->receipt = g_strdup (outcome->receipt);
  rang_desk_write (desk, record_func, arguments, arguments_free, NULL, NULL, NULL);
}
