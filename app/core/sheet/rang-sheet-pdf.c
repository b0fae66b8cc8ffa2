/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the PDF of route sheets: the same bytes for the same sheets, written whole or not at all. */
#include "sheet/rang-sheet-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "sheet/rang-sheet-layout.h"

G_DEFINE_QUARK (rang_sheet_error_quark, rang_sheet_error)

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo would write the time of making otherwise. */
static void
set_metadata (cairo_surface_t *surface, const RangSheet *sheet)
{
  g_autofree char *day = rang_day_format (sheet->day);
  g_autofree char *date = g_strdup_printf ("%sT00:00:00Z", day != NULL ? day : "1970-01-01");
  g_autofree char *title = g_strdup_printf ("%s %s", _ ("Route sheet"),
                                            sheet->number != NULL ? sheet->number
                                            : day != NULL         ? day
                                                                  : "");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Rang");
  if (sheet->company != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, sheet->company);
}

GBytes *
rang_sheet_to_pdf (GPtrArray *sheets, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (sheets != NULL, NULL);
  if (sheets->len == 0)
    {
      g_set_error_literal (error, RANG_SHEET_ERROR, RANG_SHEET_ERROR_EMPTY,
                           _ ("there is no route to print; rank and submit orders first"));
      return NULL;
    }
  surface = cairo_pdf_surface_create_for_stream (append, bytes, RANG_SHEET_WIDTH, RANG_SHEET_HEIGHT);
  set_metadata (surface, g_ptr_array_index (sheets, 0));
  cr = cairo_create (surface);
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (g_ptr_array_index (sheets, i));

      for (guint page = 0; page < rang_sheet_layout_get_n_pages (layout); page++)
        {
          rang_sheet_draw_page (layout, page, cr);
          cairo_show_page (cr);
        }
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RANG_SHEET_ERROR, RANG_SHEET_ERROR_WRITE, _ ("the sheet cannot be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
rang_sheet_write_pdf (GPtrArray *sheets, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (sheets != NULL && path != NULL, FALSE);
  bytes = rang_sheet_to_pdf (sheets, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &cause))
    return TRUE;
  /* Translators: 1: the file, 2: why it cannot be written */
  g_set_error (error, RANG_SHEET_ERROR, RANG_SHEET_ERROR_WRITE,
               _ ("%1$s: cannot be written: %2$s; choose another folder"), path, cause->message);
  return FALSE;
}
