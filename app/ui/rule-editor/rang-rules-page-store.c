/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the page of the rules asks the office: versions, drafts, the effect, activating. */
#include <glib/gi18n.h>

#include "rule-editor/rang-rules-page-private.h"

#define TRY_AFTER_MS 250
#define SAVE_AFTER_MS 900

void
rang_rules_shelf_free (RangRulesShelf *shelf)
{
  if (shelf == NULL)
    return;
  g_clear_pointer (&shelf->versions, g_ptr_array_unref);
  g_clear_pointer (&shelf->draft, g_bytes_unref);
  g_clear_pointer (&shelf->history, g_hash_table_unref);
  g_free (shelf);
}

typedef struct
{
  RangSession session;
  gint64 id;
  GBytes *text;
  RangDay from;
  char *note;
} Question;

static Question *
question_new (RangRulesPage *self, gint64 id, GBytes *text)
{
  Question *question = g_new0 (Question, 1);

  question->session = *rang_desk_get_session (self->desk);
  question->id = id;
  question->text = text != NULL ? g_bytes_ref (text) : NULL;
  return question;
}

static void
question_free (Question *question)
{
  g_clear_pointer (&question->text, g_bytes_unref);
  g_free (question->note);
  g_free (question);
}

/* --- versions and draft --- */

static RangDay
first_of_month (RangDay day)
{
  int year, month, mday;

  rang_day_to_ymd (day, &year, &month, &mday);
  return rang_day_from_ymd (year, month, 1);
}

static gpointer
load_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const RangSession *session = &((Question *)data)->session;
  RangRulesShelf *shelf = g_new0 (RangRulesShelf, 1);

  shelf->versions = rang_office_list_rules (office, session, error);
  if (shelf->versions != NULL)
    {
      shelf->draft = rang_office_load_draft (office, session, &shelf->based_on, NULL);
      shelf->history
          = rang_office_rule_history (office, session, first_of_month (session->day), session->day, cancellable, error);
    }
  if (shelf->history == NULL)
    {
      rang_rules_shelf_free (shelf);
      return NULL;
    }
  for (guint i = 0; i < shelf->versions->len; i++)
    if (((RangRulesVersion *)shelf->versions->pdata[i])->active)
      shelf->active = ((RangRulesVersion *)shelf->versions->pdata[i])->id;
  return shelf;
}

static gboolean
has_version (const RangRulesShelf *shelf, gint64 id)
{
  for (guint i = 0; i < shelf->versions->len; i++)
    if (((RangRulesVersion *)shelf->versions->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
loaded_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);
  const RangRulesShelf *shelf = result;
  gboolean first = self->draft == NULL;

  if (shelf == NULL)
    {
      if (error != NULL)
        rang_desk_tell_error (self->desk, error->message);
      return;
    }
  g_clear_pointer (&self->shelf, rang_rules_shelf_free);
  self->shelf = g_new0 (RangRulesShelf, 1);
  self->shelf->versions = g_ptr_array_ref (shelf->versions);
  self->shelf->draft = shelf->draft != NULL ? g_bytes_ref (shelf->draft) : NULL;
  self->shelf->history = g_hash_table_ref (shelf->history);
  self->shelf->based_on = shelf->based_on;
  self->shelf->active = shelf->active;
  if (self->dirty || (self->shown == 0 && shelf->draft != NULL && !first))
    rang_rules_page_show_shelf (self);
  else if (first || !has_version (shelf, self->shown) || shelf->draft != NULL)
    rang_rules_page_read (self, shelf->draft != NULL ? 0 : shelf->active);
  else
    rang_rules_page_read (self, self->shown);
}

void
rang_rules_page_load (RangRulesPage *self)
{
  rang_desk_read (self->desk, load_func, question_new (self, 0, NULL), (GDestroyNotify)question_free,
                  (GDestroyNotify)rang_rules_shelf_free, NULL, self, loaded_done);
}

/* --- one of them --- */

typedef struct
{
  gint64 id;
  gint64 based_on;
  GBytes *text;
  GBytes *against;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->text, g_bytes_unref);
  g_clear_pointer (&reading->against, g_bytes_unref);
  g_free (reading);
}

/* A draft is shown against what is active, a version against the one before it. */
static gpointer
read_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *what = g_strdup_printf ("%" G_GINT64_FORMAT, question->id);
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, question->id - 1);

  reading->id = question->id;
  if (question->id == 0)
    {
      reading->text = rang_office_load_draft (office, &question->session, &reading->based_on, error);
      reading->against = rang_office_read_rules (office, &question->session, "active", NULL, error);
    }
  else
    {
      reading->based_on = question->id;
      reading->text = rang_office_read_rules (office, &question->session, what, NULL, error);
      if (question->id > 1)
        reading->against = rang_office_read_rules (office, &question->session, before, NULL, NULL);
    }
  if (reading->text != NULL)
    return reading;
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NOT_FOUND, _ ("there is no draft any more"));
  reading_free (reading);
  return NULL;
}

static void
read_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);
  const Reading *reading = result;

  if (reading == NULL)
    {
      if (error != NULL)
        rang_desk_tell_error (self->desk, error->message);
      return;
    }
  self->based_on = reading->based_on;
  rang_rules_page_show_text (self, reading->text, reading->against, reading->id);
}

void
rang_rules_page_read (RangRulesPage *self, gint64 id)
{
  rang_desk_read (self->desk, read_func, question_new (self, id, NULL), (GDestroyNotify)question_free,
                  (GDestroyNotify)reading_free, NULL, self, read_done);
}

/* --- what it is set against --- */

static gpointer
read_against_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *what = g_strdup_printf ("%" G_GINT64_FORMAT, question->id);

  reading->id = question->id;
  reading->text = rang_office_read_rules (office, &question->session, what, NULL, error);
  if (reading->text != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

static void
read_against_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);
  const Reading *reading = result;
  g_autoptr (GError) fault = NULL;

  if (reading != NULL && self->draft != NULL && rang_rule_draft_compare_with (self->draft, reading->text, &fault))
    {
      self->against = reading->id;
      rang_rules_page_refresh (self);
    }
  else if (error != NULL || fault != NULL)
    rang_desk_tell_error (self->desk, error != NULL ? error->message : fault->message);
}

void
rang_rules_page_read_against (RangRulesPage *self, gint64 id)
{
  rang_desk_read (self->desk, read_against_func, question_new (self, id, NULL), (GDestroyNotify)question_free,
                  (GDestroyNotify)reading_free, NULL, self, read_against_done);
}

/* --- keeping the draft --- */

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return GINT_TO_POINTER (rang_office_save_draft (office, &question->session, question->id, question->text, error));
}

static void
discarded_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);

  if (error != NULL || self->shelf == NULL)
    return;
  g_clear_pointer (&self->shelf->draft, g_bytes_unref);
  rang_rules_page_read (self, self->shelf->active);
}

void
rang_rules_page_save_now (RangRulesPage *self)
{
  g_autoptr (GBytes) text = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->dirty || self->draft == NULL)
    return;
  self->dirty = FALSE;
  text = rang_rule_draft_to_text (self->draft);
  rang_desk_write (self->desk, save_func, question_new (self, self->based_on, text), (GDestroyNotify)question_free,
                   NULL, self, NULL);
}

static gboolean
save_cb (gpointer data)
{
  RangRulesPage *self = data;

  self->save_source = 0;
  rang_rules_page_save_now (self);
  return G_SOURCE_REMOVE;
}

void
rang_rules_page_save_soon (RangRulesPage *self)
{
  self->dirty = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

void
rang_rules_page_discard (RangRulesPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
  rang_desk_write (self->desk, save_func, question_new (self, 0, NULL), (GDestroyNotify)question_free, NULL, self,
                   discarded_done);
}

static void
imported_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);

  if (error != NULL)
    return;
  self->shown = 0;
  rang_rules_page_load (self);
  rang_rules_page_read (self, 0);
}

void
rang_rules_page_import (RangRulesPage *self, GBytes *text)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
  rang_desk_write (self->desk, save_func, question_new (self, self->shelf->active, text), (GDestroyNotify)question_free,
                   NULL, self, imported_done);
}

/* --- the effect --- */

static gpointer
try_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return rang_office_try_rules (office, &question->session, question->text, _ ("draft"), cancellable, error);
}

/* The result is freed by the desk unless it is taken: the pane is given its own. */
static void
tried_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (result == NULL)
    rang_rule_effect_pane_set_problem (self->effect, error != NULL ? error->message : "");
  else
    rang_rule_effect_pane_show (self->effect, rang_rule_effect_ref (result));
  rang_rule_trial_set_effect (self->trial, rang_rule_effect_pane_get_effect (self->effect));
  rang_rules_page_show_reach (self);
}

static gboolean
try_cb (gpointer data)
{
  RangRulesPage *self = data;
  g_autoptr (GBytes) text = NULL;

  self->try_source = 0;
  if (self->draft == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  self->trying = g_cancellable_new ();
  text = rang_rule_draft_to_text (self->draft);
  rang_desk_read (self->desk, try_func, question_new (self, 0, text), (GDestroyNotify)question_free,
                  (GDestroyNotify)rang_rule_effect_free, self->trying, self, tried_done);
  return G_SOURCE_REMOVE;
}

void
rang_rules_page_try_soon (RangRulesPage *self)
{
  rang_rule_effect_pane_show (self->effect, NULL);
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (TRY_AFTER_MS, try_cb, self);
}

/* --- activating --- */

static gpointer
activate_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  /* The draft in the store is the text that is activated: it is forgotten with it. */
  return GINT_TO_POINTER (rang_office_activate_rules (office, &question->session, question->text, _ ("draft"),
                                                      question->from, question->note, NULL, error));
}

static void
activated_done (GObject *owner, gpointer result, const GError *error)
{
  RangRulesPage *self = RANG_RULES_PAGE (owner);

  if (error != NULL)
    return;
  rang_desk_tell (self->desk, _ ("The new rules are activated"));
  rang_rules_page_discard (self);
  rang_rules_page_load (self);
}

void
rang_rules_page_activate (RangRulesPage *self, RangDay from, const char *note)
{
  g_autoptr (GBytes) text = rang_rule_draft_to_text (self->draft);
  Question *question = question_new (self, 0, text);

  question->from = from;
  question->note = g_strdup (note);
  rang_desk_write (self->desk, activate_func, question, (GDestroyNotify)question_free, NULL, self, activated_done);
}
