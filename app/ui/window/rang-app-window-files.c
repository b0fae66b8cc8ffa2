/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for taking orders from files: chosen ones, and those dropped onto the window. */
#include <glib/gi18n.h>

#include "office/rang-office-intake.h"
#include "window/rang-app-window-private.h"
#include "window/rang-encoding-dialog.h"
#include "window/rang-import-dialog.h"

/* A file whose encoding nothing names, with what it may be. */
typedef struct
{
  char *path;
  GPtrArray *proposals;
} Unnamed;

static void
unnamed_free (gpointer data)
{
  Unnamed *unnamed = data;

  g_free (unnamed->path);
  g_ptr_array_unref (unnamed->proposals);
  g_free (unnamed);
}

/* One run over several files; each file stands alone. The worker counts, the main loop looks. Files whose encoding is
 * not named are asked about one after the other, and taken then. */
typedef struct
{
  RangSession session;
  GPtrArray *paths;
  char *encoding;
  GQueue unnamed;
  RangImportReport *report;
  gint done;
  gint total;
  GCancellable *cancellable;
  guint source;
  RangAppWindow *window;
} Run;

static Run *
run_ref (Run *run)
{
  return g_atomic_rc_box_acquire (run);
}

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_ptr_array_unref (run->paths);
  g_free (run->encoding);
  g_queue_clear_full (&run->unnamed, unnamed_free);
  rang_import_report_free (run->report);
  g_object_unref (run->cancellable);
}

static void
run_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, run_clear);
}

static void
progress_func (guint64 done, guint64 total, gpointer data)
{
  Run *run = data;

  g_atomic_int_set (&run->done, (gint)(done * 1000 / MAX (1, total)));
}

/* Whether the file waits to be asked about: it is text, only nobody knows in what encoding. */
static gboolean
ask_later (Run *run, const char *path)
{
  g_autoptr (GPtrArray) proposals = NULL;
  Unnamed *unnamed;

  if (run->encoding != NULL)
    return FALSE;
  proposals = rang_office_propose_encodings (path, NULL);
  if (proposals == NULL || proposals->len == 0)
    return FALSE;
  unnamed = g_new0 (Unnamed, 1);
  unnamed->path = g_strdup (path);
  unnamed->proposals = g_steal_pointer (&proposals);
  g_queue_push_tail (&run->unnamed, unnamed);
  return TRUE;
}

/* A file that cannot be read takes nothing; the others stand. */
static void
refuse_file (Run *run, const char *path, const char *message)
{
  g_autofree char *name = g_path_get_basename (path);

  g_ptr_array_add (run->report->refusals, rang_refusal_new (name, NULL, NULL, message, NULL));
  run->report->refused++;
}

static gpointer
import_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Run *run = data;

  for (guint i = 0; i < run->paths->len; i++)
    {
      const char *path = g_ptr_array_index (run->paths, i);
      g_autoptr (RangImportReport) report = NULL;
      g_autoptr (GError) problem = NULL;

      g_atomic_int_set (&run->total, (gint)i);
      report = rang_office_import_as (office, &run->session, path, NULL, run->encoding, 0, progress_func, run,
                                      run->cancellable, &problem);
      if (report != NULL)
        rang_import_report_add (run->report, report);
      else if (!ask_later (run, path))
        refuse_file (run, path, problem->message);
    }
  return GINT_TO_POINTER (TRUE);
}

static gboolean
look_cb (gpointer data)
{
  Run *run = data;
  double file = 1.0 / MAX (1, run->paths->len);

  gtk_progress_bar_set_fraction (run->window->progress,
                                 file * (g_atomic_int_get (&run->total) + g_atomic_int_get (&run->done) / 1000.0));
  return G_SOURCE_CONTINUE;
}

static void
start (RangAppWindow *self, Run *run);

/* The answer about the first file in the queue; without an encoding it is left out. */
static void
encoding_chosen_cb (const char *encoding, gpointer data)
{
  Run *run = data;
  Unnamed *unnamed = g_queue_pop_head (&run->unnamed);

  g_ptr_array_set_size (run->paths, 0);
  g_free (run->encoding);
  run->encoding = g_strdup (encoding);
  if (encoding != NULL)
    g_ptr_array_add (run->paths, g_strdup (unnamed->path));
  else
    refuse_file (run, unnamed->path, _ ("not taken: its encoding is not known"));
  unnamed_free (unnamed);
  start (run->window, run);
}

static void
imported_cb (GObject *owner, gpointer result, const GError *error)
{
  RangAppWindow *self = RANG_APP_WINDOW (owner);
  Run *run = g_object_get_data (owner, "import");

  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (run == NULL)
    return;
  g_clear_handle_id (&run->source, g_source_remove);
  if (error == NULL && !g_queue_is_empty (&run->unnamed))
    {
      const Unnamed *unnamed = g_queue_peek_head (&run->unnamed);
      g_autofree char *name = g_filename_display_basename (unnamed->path);

      rang_encoding_dialog_ask (GTK_WINDOW (self), name, unnamed->proposals, encoding_chosen_cb, run);
      return;
    }
  g_object_steal_data (owner, "import");
  if (error == NULL)
    rang_import_dialog_open (GTK_WINDOW (self), run->report);
  run_unref (run);
}

static void
start (RangAppWindow *self, Run *run)
{
  run->done = 0;
  run->total = 0;
  run->source = g_timeout_add (100, look_cb, run);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  rang_desk_write (self->desk, import_func, run_ref (run), run_unref, NULL, self, imported_cb);
}

void
rang_app_window_import (RangAppWindow *self, GListModel *files)
{
  Run *run;

  if (self->desk == NULL)
    return;
  if (g_object_get_data (G_OBJECT (self), "import") != NULL)
    {
      rang_desk_tell_error (self->desk, _ ("An import is still going on; give Rang these files when it is done"));
      return;
    }
  run = g_atomic_rc_box_new0 (Run);
  run->session = *rang_desk_get_session (self->desk);
  run->paths = g_ptr_array_new_with_free_func (g_free);
  run->report = rang_import_report_new ();
  run->cancellable = g_cancellable_new ();
  run->window = self;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *uri = path == NULL ? g_file_get_uri (file) : NULL;

      if (path != NULL)
        g_ptr_array_add (run->paths, g_steal_pointer (&path));
      else
        refuse_file (run, uri, _ ("not taken: it is not a file on this computer"));
    }
  g_object_set_data (G_OBJECT (self), "import", run);
  start (self, run);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RangAppWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *at = files; at != NULL; at = at->next)
    g_list_store_append (list, at->data);
  if (self->desk == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    return FALSE;
  rang_app_window_import (self, G_LIST_MODEL (list));
  return TRUE;
}

void
rang_app_window_init_files (RangAppWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
