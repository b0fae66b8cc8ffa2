/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the line under a promise that says whether it can be kept. */
#include "order/rang-promise-hint.h"

#include "office/rang-office-foresee.h"

/* Milliseconds after the last key. */
#define PAUSE 350

struct _RangPromiseHint
{
  RangDesk *desk;
  GtkLabel *promise;
  GtkLabel *ahead;
  RangPromiseHintDraft draft;
  gpointer data;
  guint pause;
  GCancellable *asking;
  gboolean knows_ahead;
};

typedef struct
{
  RangSession session;
  RangOrder *order;
  RangBoard *board;
  gboolean ahead;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  rang_order_free (question->order);
  g_clear_pointer (&question->board, rang_board_unref);
  g_free (question);
}

static void
free_check (gpointer check)
{
  rang_promise_check_free (check);
}

static gpointer
check_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return rang_office_check_promise (office, &question->session, question->order, question->board, question->ahead,
                                    cancellable, error);
}

static void
show (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
describe (const RangPromiseCheck *check)
{
  g_autofree char *promise = check->foresight != NULL ? rang_foresight_to_text (check->foresight) : NULL;
  g_autofree char *cash = check->cash != NULL ? rang_cash_excess_to_text (check->cash) : NULL;

  if (cash == NULL)
    return g_steal_pointer (&promise);
  if (promise == NULL)
    return g_strdup_printf ("⚠ %s", cash);
  return g_strdup_printf ("%s\n⚠ %s", promise, cash);
}

static void
checked (GObject *source, gpointer result, const GError *error)
{
  RangPromiseHint *self = g_object_get_data (source, "promise-hint");
  const RangPromiseCheck *check = result;
  g_autofree char *text = NULL, *ahead = NULL;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (check == NULL)
    {
      show (self->promise, NULL);
      return;
    }
  text = describe (check);
  show (self->promise, text);
  if (check->fullness->len == 0)
    return;
  self->knows_ahead = TRUE;
  ahead = rang_promise_check_fullness_to_text (check);
  show (self->ahead, ahead);
}

static void
stop_asking (RangPromiseHint *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static gboolean
ask_now (gpointer data)
{
  RangPromiseHint *self = data;
  const RangDayView *view = rang_desk_get_view (self->desk);
  Question *question = g_new0 (Question, 1);

  self->pause = 0;
  stop_asking (self);
  self->asking = g_cancellable_new ();
  question->session = *rang_desk_get_session (self->desk);
  question->order = self->draft (self->data);
  question->board = view != NULL && view->board != NULL ? rang_board_ref (view->board) : NULL;
  question->ahead = !self->knows_ahead;
  rang_desk_read (self->desk, check_func, question, question_free, free_check, self->asking, self->promise, checked);
  return G_SOURCE_REMOVE;
}

RangPromiseHint *
rang_promise_hint_new (RangDesk *desk, GtkLabel *promise, GtkLabel *ahead, RangPromiseHintDraft draft, gpointer data)
{
  RangPromiseHint *self = g_new0 (RangPromiseHint, 1);

  self->desk = g_object_ref (desk);
  self->promise = g_object_ref (promise);
  self->ahead = g_object_ref (ahead);
  self->draft = draft;
  self->data = data;
  g_object_set_data (G_OBJECT (promise), "promise-hint", self);
  return self;
}

void
rang_promise_hint_free (RangPromiseHint *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  stop_asking (self);
  g_object_set_data (G_OBJECT (self->promise), "promise-hint", NULL);
  g_object_unref (self->promise);
  g_object_unref (self->ahead);
  g_object_unref (self->desk);
  g_free (self);
}

void
rang_promise_hint_ask (RangPromiseHint *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, ask_now, self);
}
