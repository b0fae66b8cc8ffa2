/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for signing in at a desk: whose key is open on the writing thread. */
#include "desk/rang-desk-private.h"

#include "office/rang-office-people.h"

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
    g_signal_emit_by_name (self, "changed");
}

gboolean
rang_desk_is_locked (RangDesk *self)
{
  const RangPerson *person = self->view != NULL ? rang_day_view_find_person (self->view, self->session.person) : NULL;

  return person != NULL && person->key != NULL && self->signed_in != person->id;
}
