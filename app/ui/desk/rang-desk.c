/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one person's desk: the session, the day it shows, and asking the office away from the main loop. */
#include "desk/rang-desk-private.h"

#include "office/rang-office-presence.h"
#include "office/rang-permission.h"

G_DEFINE_FINAL_TYPE (RangDesk, rang_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CONNECTION,
  PRESENT,
  MESSAGE,
  PROBLEM,
  ANNOUNCE,
  OFFER_RANK_ORDER,
  SEARCH_CHANGED,
  STEPS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- asking --- */

typedef struct
{
  RangDesk *desk;
  GWeakRef owner;
  gboolean owned;
  gboolean writes;
  RangDeskDone done;
  GDestroyNotify result_free;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->owner);
  g_object_unref (question->desk);
  g_free (question);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  RangDesk *self = question->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);
  gpointer answer = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  if (question->writes)
    self->writing--;
  if (!self->closed)
    {
      if (question->writes && error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rang_desk_tell_error (self, error->message);
      if (question->done != NULL && (!question->owned || owner != NULL))
        question->done (owner, answer, error);
      if (question->writes)
        rang_desk_reload (self);
    }
  if (answer != NULL && question->result_free != NULL)
    question->result_free (answer);
  question_free (question);
}

static void
ask (RangDesk *self,
     gboolean writes,
     RangOfficeFunc func,
     gpointer data,
     GDestroyNotify data_free,
     GDestroyNotify result_free,
     GCancellable *cancellable,
     gpointer owner,
     RangDeskDone done)
{
  Question *question;

  if (self->closed)
    {
      if (data_free != NULL)
        data_free (data);
      return;
    }
  question = g_new0 (Question, 1);
  question->desk = g_object_ref (self);
  g_weak_ref_init (&question->owner, owner);
  question->owned = owner != NULL;
  question->writes = writes;
  if (writes)
    self->writing++;
  question->done = done;
  question->result_free = result_free;
  rang_office_worker_call_async (writes ? self->writer : self->reader, func, data, data_free, result_free, cancellable,
                                 answered_cb, question);
}

void
rang_desk_read (RangDesk *self,
                RangOfficeFunc func,
                gpointer data,
                GDestroyNotify data_free,
                GDestroyNotify result_free,
                GCancellable *cancellable,
                gpointer owner,
                RangDeskDone done)
{
  g_return_if_fail (RANG_IS_DESK (self));

  ask (self, FALSE, func, data, data_free, result_free, cancellable, owner, done);
}

void
rang_desk_write (RangDesk *self,
                 RangOfficeFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 GDestroyNotify result_free,
                 gpointer owner,
                 RangDeskDone done)
{
  g_return_if_fail (RANG_IS_DESK (self));

  ask (self, TRUE, func, data, data_free, result_free, NULL, owner, done);
}

/* --- others' changes --- */

/* What is being read is shown all the same: where many work, there would never be an end. */
static void
others_changed_cb (RangDesk *self)
{
  if (self->loading != NULL)
    self->stale = TRUE;
  else
    rang_desk_reload (self);
}

static void
connection_cb (RangDesk *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[CONNECTION], 0);
  if (self->view != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
present_cb (RangDesk *self, GPtrArray *present)
{
  g_clear_pointer (&self->present, g_ptr_array_unref);
  self->present = g_ptr_array_ref (present);
  g_signal_emit (self, signals[PRESENT], 0);
}

const GPtrArray *
rang_desk_get_present (RangDesk *self)
{
  return self->present;
}

const char *
rang_desk_get_problem (RangDesk *self, gint64 *read_at)
{
  *read_at = self->read_at;
  return self->problem;
}

/* --- the object --- */

static void
rang_desk_dispose (GObject *object)
{
  rang_desk_close (RANG_DESK (object));
  G_OBJECT_CLASS (rang_desk_parent_class)->dispose (object);
}

static void
rang_desk_finalize (GObject *object)
{
  RangDesk *self = RANG_DESK (object);

  g_clear_pointer (&self->view, rang_day_view_free);
  g_clear_pointer (&self->clock, rang_clock_unref);
  g_free (self->path);
  g_free (self->person_text);
  g_free (self->problem);
  g_clear_pointer (&self->present, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_desk_parent_class)->finalize (object);
}

static void
rang_desk_class_init (RangDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = rang_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONNECTION]
      = g_signal_new ("connection", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PRESENT] = g_signal_new ("present", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[PROBLEM]
      = g_signal_new ("problem", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ANNOUNCE] = g_signal_new ("announce", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
  signals[STEPS_CHANGED]
      = g_signal_new ("steps-changed", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEARCH_CHANGED]
      = g_signal_new ("search-changed", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OFFER_RANK_ORDER]
      = g_signal_new ("offer-rank-order", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_desk_init (RangDesk *self)
{
}

RangDesk *
rang_desk_new (const char *path, RangClock *clock, const char *person, RangDay day)
{
  RangDesk *self = g_object_new (RANG_TYPE_DESK, NULL);

  self->path = g_strdup (path);
  self->clock = rang_clock_ref (clock);
  self->person_text = g_strdup (person);
  self->session.day = day;
  self->session.unit = RANG_UNIT_DELIVERY_ID;
  return self;
}

const char *
rang_desk_get_path (RangDesk *self)
{
  return self->path;
}

RangOfficeWorker *
rang_desk_new_worker (RangDesk *self)
{
  g_return_val_if_fail (RANG_IS_DESK (self), NULL);

  return rang_office_worker_new (self->path, self->clock);
}

void
rang_desk_open (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));
  g_return_if_fail (self->reader == NULL);

  self->reader = rang_office_worker_new (self->path, self->clock);
  self->writer = rang_office_worker_new (self->path, self->clock);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (others_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "connection", G_CALLBACK (connection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "present", G_CALLBACK (present_cb), self, G_CONNECT_SWAPPED);
  rang_desk_reload (self);
  rang_office_worker_watch (self->reader);
}

void
rang_desk_close (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->reader);
  g_clear_object (&self->writer);
}

const RangDayView *
rang_desk_get_view (RangDesk *self)
{
  return self->view;
}

const RangSession *
rang_desk_get_session (RangDesk *self)
{
  return &self->session;
}

void
rang_desk_set_day (RangDesk *self, RangDay day)
{
  g_return_if_fail (RANG_IS_DESK (self));

  if (day == RANG_DAY_NONE || self->session.day == day)
    return;
  self->session.day = day;
  rang_desk_reload (self);
}

void
rang_desk_set_person (RangDesk *self, gint64 person)
{
  g_return_if_fail (RANG_IS_DESK (self));

  if (self->session.person == person)
    return;
  rang_desk_lock (self);
  g_clear_pointer (&self->person_text, g_free);
  self->session.person = person;
  rang_desk_reload (self);
}

gboolean
rang_desk_may (RangDesk *self, int action, gint64 department)
{
  const RangPerson *person;

  if (self->view == NULL || self->problem != NULL || rang_desk_is_locked (self))
    return FALSE;
  person = rang_day_view_find_person (self->view, self->session.person);
  return person != NULL && rang_permission_allows (person, (RangAction)action, department);
}

void
rang_desk_expect_step (RangDesk *self, gboolean redo)
{
  if (self->view != NULL)
    *(redo ? &self->view->can_redo : &self->view->can_undo) = TRUE;
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
}

void
rang_desk_take_board (RangDesk *self, RangBoard *board)
{
  g_return_if_fail (RANG_IS_DESK (self));

  if (self->view == NULL || board == NULL || self->writing > 0)
    return;
  rang_board_ref (board);
  g_clear_pointer (&self->view->board, rang_board_unref);
  self->view->board = board;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_desk_tell (RangDesk *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, FALSE);
}

void
rang_desk_tell_error (RangDesk *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, TRUE);
}

void
rang_desk_announce (RangDesk *self, const char *text)
{
  g_signal_emit (self, signals[ANNOUNCE], 0, text);
}

void
rang_desk_offer_rank_order (RangDesk *self)
{
  g_signal_emit (self, signals[OFFER_RANK_ORDER], 0);
}
