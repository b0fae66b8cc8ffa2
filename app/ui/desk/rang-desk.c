/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one person's desk: the session, the day it shows, and asking the office away from the main loop. */
#include "desk/rang-desk.h"

#include "office/rang-office-people.h"
#include "office/rang-permission.h"

#define LOOK_EVERY_MS 500

struct _RangDesk
{
  GObject parent_instance;
  char *path;
  RangClock *clock;
  char *person_text;
  RangSession session;
  RangDayView *view;
  RangOfficeWorker *reader;
  RangOfficeWorker *writer;
  GCancellable *loading;
  gint64 signed_in; /* whose key is open on the writing thread; 0 nobody */
  gboolean looking;
  gboolean reload_again;
  /* Changes that are on their way to the store. Until the last one is there the list stays as the person left it. */
  guint writing;
  guint look_source;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (RangDesk, rang_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  MESSAGE,
  PROBLEM,
  ANNOUNCE,
  OFFER_RANK_ORDER,
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

/* --- signing in --- */

typedef struct
{
  RangDesk *desk;
  GWeakRef owner;
  gboolean owned;
  RangDeskDone done;
} KeyChange;

typedef struct
{
  RangOfficeFunc func;
  gpointer data;
  GDestroyNotify data_free;
} KeyCall;

static void
key_call_free (gpointer data)
{
  KeyCall *call = data;

  if (call->data_free != NULL)
    call->data_free (call->data);
  g_free (call);
}

/* Whose key is open afterwards, whatever came of it: 1 for nobody, else the id and 1. */
static gpointer
key_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  KeyCall *call = data;
  gpointer result = call->func (office, call->data, cancellable, error);

  return result != NULL ? GINT_TO_POINTER ((int)rang_office_signed_in (office) + 1) : NULL;
}

static void
key_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeyChange *change = data;
  RangDesk *self = change->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = g_weak_ref_get (&change->owner);
  gpointer answer = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  self->writing--;
  /* A wrong password closes what was open. */
  self->signed_in = answer != NULL ? GPOINTER_TO_INT (answer) - 1 : 0;
  if (!self->closed)
    {
      if (change->done != NULL && (!change->owned || owner != NULL))
        change->done (owner, answer, error);
      rang_desk_reload (self);
    }
  g_weak_ref_clear (&change->owner);
  g_object_unref (change->desk);
  g_free (change);
}

void
rang_desk_change_key (
    RangDesk *self, RangOfficeFunc func, gpointer data, GDestroyNotify data_free, gpointer owner, RangDeskDone done)
{
  KeyChange *change;
  KeyCall *call = g_new0 (KeyCall, 1);

  g_return_if_fail (RANG_IS_DESK (self));
  *call = (KeyCall){ func, data, data_free };
  if (self->closed)
    {
      key_call_free (call);
      return;
    }
  change = g_new0 (KeyChange, 1);
  change->desk = g_object_ref (self);
  g_weak_ref_init (&change->owner, owner);
  change->owned = owner != NULL;
  change->done = done;
  self->writing++;
  rang_office_worker_call_async (self->writer, key_func, call, key_call_free, NULL, NULL, key_changed_cb, change);
}

typedef struct
{
  gint64 person;
  char *password;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->password);
  g_free (sign_in);
}

static gpointer
sign_in_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const SignIn *sign_in = data;

  return GINT_TO_POINTER (rang_office_sign_in (office, sign_in->person, sign_in->password, error));
}

void
rang_desk_sign_in (RangDesk *self, const char *password, gpointer owner, RangDeskDone done)
{
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->person = self->session.person;
  sign_in->password = g_strdup (password);
  rang_desk_change_key (self, sign_in_func, sign_in, sign_in_free, owner, done);
}

static gpointer
lock_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  rang_office_sign_out (office);
  return GINT_TO_POINTER (TRUE);
}

void
rang_desk_lock (RangDesk *self)
{
  if (self->signed_in == 0)
    return;
  self->signed_in = 0;
  rang_desk_change_key (self, lock_func, NULL, NULL, NULL, NULL);
  if (self->view != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
rang_desk_is_locked (RangDesk *self)
{
  const RangPerson *person = self->view != NULL ? rang_day_view_find_person (self->view, self->session.person) : NULL;

  return person != NULL && person->key != NULL && self->signed_in != person->id;
}

/* --- reading the day --- */

typedef struct
{
  RangSession session;
  char *person;
} LoadArguments;

static void
load_arguments_free (gpointer data)
{
  LoadArguments *arguments = data;

  g_free (arguments->person);
  g_free (arguments);
}

static gpointer
load_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  LoadArguments *arguments = data;

  /* What is read from here on holds every change until now: they need not be noticed again. */
  rang_office_changed_by_others (office);
  if (arguments->person != NULL && *arguments->person != '\0')
    {
      g_autoptr (RangPerson) person = rang_office_find_person (office, arguments->person, error);

      if (person == NULL)
        return NULL;
      arguments->session.person = person->id;
    }
  else if (arguments->session.person == 0)
    arguments->session.person = rang_office_person_of_login (office, g_get_user_name ());
  return rang_day_view_load (office, &arguments->session, cancellable, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RangDesk) self = data;
  g_autoptr (GError) error = NULL;
  RangDayView *view = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  g_clear_object (&self->loading);
  if (self->closed)
    {
      g_clear_pointer (&view, rang_day_view_free);
      return;
    }
  if (self->reload_again || self->writing > 0)
    {
      self->reload_again = FALSE;
      rang_desk_reload (self);
      g_clear_pointer (&view, rang_day_view_free);
      return;
    }
  if (view == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[PROBLEM], 0, error->message);
      return;
    }
  g_clear_pointer (&self->person_text, g_free);
  self->session = view->session;
  g_clear_pointer (&self->view, rang_day_view_free);
  self->view = view;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_desk_reload (RangDesk *self)
{
  LoadArguments *arguments;

  g_return_if_fail (RANG_IS_DESK (self));

  /* With changes on their way the answer to the last of them reloads. */
  if (self->closed || self->writing > 0)
    return;
  if (self->loading != NULL)
    {
      /* What is being read is out of date already. */
      self->reload_again = TRUE;
      g_cancellable_cancel (self->loading);
      return;
    }
  self->loading = g_cancellable_new ();
  arguments = g_new0 (LoadArguments, 1);
  arguments->session = self->session;
  arguments->person = g_strdup (self->person_text);
  rang_office_worker_call_async (self->reader, load_func, arguments, load_arguments_free,
                                 (GDestroyNotify)rang_day_view_free, self->loading, loaded_cb, g_object_ref (self));
}

/* --- others' changes --- */

static gpointer
look_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (rang_office_changed_by_others (office) ? 2 : 1);
}

static void
looked_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDesk *self = RANG_DESK (owner);

  self->looking = FALSE;
  if (GPOINTER_TO_INT (result) == 2)
    rang_desk_reload (self);
}

static gboolean
look_cb (gpointer data)
{
  RangDesk *self = data;

  if (self->looking || self->loading != NULL)
    return G_SOURCE_CONTINUE;
  self->looking = TRUE;
  rang_desk_read (self, look_func, NULL, NULL, NULL, NULL, self, looked_cb);
  return G_SOURCE_CONTINUE;
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
  G_OBJECT_CLASS (rang_desk_parent_class)->finalize (object);
}

static void
rang_desk_class_init (RangDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = rang_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[PROBLEM]
      = g_signal_new ("problem", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ANNOUNCE] = g_signal_new ("announce", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
  signals[STEPS_CHANGED]
      = g_signal_new ("steps-changed", RANG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

void
rang_desk_open (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));
  g_return_if_fail (self->reader == NULL);

  self->reader = rang_office_worker_new (self->path, self->clock);
  self->writer = rang_office_worker_new (self->path, self->clock);
  rang_desk_reload (self);
  self->look_source = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
}

void
rang_desk_close (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->look_source, g_source_remove);
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

  if (self->view == NULL || rang_desk_is_locked (self))
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
