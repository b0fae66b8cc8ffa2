/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for route sheets on paper and as PDF. */
#include "deliveries/rang-sheet-print.h"

#include <glib/gi18n.h>

#include "deliveries/rang-sheet-preview.h"
#include "rang-compat.h"
#include "sheet/rang-sheet-layout.h"
#include "sheet/rang-sheet-pdf.h"

typedef struct
{
  RangSession session;
  gint64 resource;
  RangSheetKind kinds;
  char *path;
} Arguments;

static Arguments *
arguments_new (RangDesk *desk, gint64 resource)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->session = *rang_desk_get_session (desk);
  arguments->resource = resource;
  arguments->kinds = RANG_SHEET_KINDS_USUAL;
  return arguments;
}

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->path);
  g_free (arguments);
}

/* --- on paper --- */

static gpointer
layouts_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;
  g_autoptr (GPtrArray) sheets
      = rang_office_load_papers (office, &arguments->session, arguments->resource, arguments->kinds, 0, error);
  GPtrArray *layouts;

  if (sheets == NULL)
    return NULL;
  layouts = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_sheet_layout_free);
  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_add (layouts, rang_sheet_paginate (g_ptr_array_index (sheets, i)));
  return layouts;
}

/* Who asked is a window; its desk says what went wrong. */
static void
tell_error (GtkWindow *parent, const GError *error)
{
  RangDesk *desk = g_object_get_data (G_OBJECT (parent), "sheets-desk");

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rang_desk_tell_error (desk, error->message);
}

static void
ask_for_layouts (GtkWindow *parent, RangDesk *desk, gint64 resource, RangSheetKind kinds, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk, resource);

  arguments->kinds = kinds;
  g_object_set_data_full (G_OBJECT (parent), "sheets-desk", g_object_ref (desk), g_object_unref);
  rang_desk_read (desk, layouts_func, arguments, arguments_free, (GDestroyNotify)g_ptr_array_unref, NULL, parent, done);
}

static void
printed_cb (GtkPrintOperation *print, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (print, &error);
  tell_error (parent, error);
}

static void
draw_page_cb (GtkPrintOperation *print, GtkPrintContext *context, int page, GPtrArray *layouts)
{
  guint left = (guint)page;

  for (guint i = 0; i < layouts->len; i++)
    {
      RangSheetLayout *layout = g_ptr_array_index (layouts, i);

      if (left < rang_sheet_layout_get_n_pages (layout))
        {
          rang_sheet_draw_page (layout, left, gtk_print_context_get_cairo_context (context));
          return;
        }
      left -= rang_sheet_layout_get_n_pages (layout);
    }
}

static void
laid_out_cb (GObject *owner, gpointer result, const GError *error)
{
  GtkWindow *window = GTK_WINDOW (owner);
  GPtrArray *layouts = result;
  g_autoptr (GtkPrintOperation) print = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPaperSize) paper = NULL;
  int pages = 0;

  if (layouts == NULL)
    {
      tell_error (window, error);
      return;
    }
  for (guint i = 0; i < layouts->len; i++)
    pages += (int)rang_sheet_layout_get_n_pages (g_ptr_array_index (layouts, i));
  print = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (print, pages);
  gtk_print_operation_set_job_name (print, _ ("Route sheets"));
  gtk_print_operation_set_allow_async (print, TRUE);
  g_object_set_data_full (G_OBJECT (print), "layouts", g_ptr_array_ref (layouts), (GDestroyNotify)g_ptr_array_unref);
  g_signal_connect (print, "draw-page", G_CALLBACK (draw_page_cb), layouts);
  g_signal_connect_object (print, "done", G_CALLBACK (printed_cb), window, 0);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

static void
previewed_cb (GObject *owner, gpointer result, const GError *error)
{
  if (result != NULL)
    rang_sheet_preview_open (GTK_WINDOW (owner), result);
  else
    tell_error (GTK_WINDOW (owner), error);
}

void
rang_sheet_preview (GtkWindow *parent, RangDesk *desk, gint64 resource, RangSheetKind kinds)
{
  ask_for_layouts (parent, desk, resource, kinds, previewed_cb);
}

void
rang_sheet_print (GtkWindow *parent, RangDesk *desk, gint64 resource, RangSheetKind kinds)
{
  ask_for_layouts (parent, desk, resource, kinds, laid_out_cb);
}

/* --- as PDF --- */

typedef struct
{
  RangDesk *desk;
  gint64 resource;
} Saving;

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;
  g_autoptr (GPtrArray) sheets = rang_office_load_sheets (office, &arguments->session, arguments->resource, error);

  if (sheets == NULL || !rang_sheet_write_pdf (sheets, arguments->path, error))
    return NULL;
  return g_strdup (arguments->path);
}

static void
saved_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDesk *desk = RANG_DESK (owner);
  g_autofree char *text = NULL;

  if (result == NULL)
    {
      rang_desk_tell_error (desk, error->message);
      return;
    }
  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_ ("Route sheets saved as %s"), (const char *)result);
  rang_desk_tell (desk, text);
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  Arguments *arguments;

  if (path == NULL)
    {
      rang_desk_tell_error (saving->desk, _ ("Choose a folder on this computer"));
      return;
    }
  arguments = arguments_new (saving->desk, saving->resource);
  arguments->path = g_steal_pointer (&path);
  rang_desk_read (saving->desk, save_func, arguments, arguments_free, g_free, NULL, saving->desk, saved_cb);
}

void
rang_sheet_save (GtkWindow *parent, RangDesk *desk, gint64 resource)
{
  g_autofree char *day = rang_day_format (rang_desk_get_session (desk)->day);
  /* Translators: name of a PDF file; %s is a day. */
  g_autofree char *name = g_strdup_printf (_ ("route-sheets-%s.pdf"), day);
  Saving *saving = g_new0 (Saving, 1);

  saving->desk = desk;
  saving->resource = resource;
  g_object_set_data_full (G_OBJECT (parent), "saving-sheets", saving, g_free);
  rang_compat_choose_files (parent, _ ("Save route sheets"), name, chosen_cb, saving);
}
