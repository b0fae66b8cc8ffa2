/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the insight page on paper and in files. */
#include "insight/rang-insight-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

#define MARGIN 36.0
#define GAP 18.0
#define PNG_SCALE 2

static void
draw_card (RangCanvas *canvas, const RangInsightView *view, int question, RangPlotArea card)
{
  g_autofree char *asked = rang_insight_dup_question (question);
  g_autofree char *answer = rang_insight_dup_answer (view->insight, question);
  g_autofree char *numbers = rang_insight_dup_numbers (view->insight, question, view->currency);
  g_autofree char *note = rang_insight_dup_note (view->insight, question, view->currency);
  g_autofree char *numbered = g_strdup_printf ("%d  %s", question + 1, asked);
  double x = card.x + 16, y = card.y + 12, width = card.width - 32, plot = (card.height - 140) / 2;

  rang_canvas_fill_round (canvas, RANG_INK_BORDER, 1, card.x, card.y, card.width, card.height, 10);
  rang_canvas_fill_round (canvas, RANG_INK_VIEW, 1, card.x + 1, card.y + 1, card.width - 2, card.height - 2, 9);
  rang_canvas_text (canvas, numbered, RANG_INK_DIM, RANG_CANVAS_SMALL, x, y, width, 18);
  rang_canvas_text (canvas, answer, RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_BIG, x, y + 18, width, 30);
  rang_canvas_text (canvas, numbers, RANG_INK_DIM, RANG_CANVAS_SMALL, x, y + 48, width, 18);
  rang_insight_plot_draw (canvas, view, (RangInsightPlot)(question * 2), x, y + 76, width, plot - 10);
  rang_insight_plot_draw (canvas, view, (RangInsightPlot)(question * 2 + 1), x, y + 76 + plot, width, plot - 10);
  rang_canvas_text (canvas, note, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_WRAP, x, y + 76 + 2 * plot, width, 36);
}

void
rang_insight_sheet_draw (cairo_t *cr, const RangInsightView *view)
{
  g_autofree char *period = rang_insight_dup_period (view);
  double width = (RANG_INSIGHT_SHEET_WIDTH - 2 * MARGIN - 2 * GAP) / 3, top = MARGIN + 44;
  RangCanvas canvas;

  rang_canvas_init_paper (&canvas, cr);
  rang_canvas_text (&canvas, _ ("Insight"), RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_BIG, MARGIN, MARGIN, -1, 30);
  rang_canvas_text (&canvas, period, RANG_INK_DIM, RANG_CANVAS_RIGHT, MARGIN, MARGIN,
                    RANG_INSIGHT_SHEET_WIDTH - 2 * MARGIN, 30);
  for (int question = 0; question < 3; question++)
    draw_card (
        &canvas, view, question,
        (RangPlotArea){ MARGIN + question * (width + GAP), top, width, RANG_INSIGHT_SHEET_HEIGHT - top - MARGIN });
  rang_canvas_clear (&canvas);
}

/* --- files --- */

static gboolean
finish (cairo_surface_t *surface, cairo_t *cr, const char *path, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("%s cannot be written: %s"), path,
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
write_png (const RangInsightView *view, const char *path, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)RANG_INSIGHT_SHEET_WIDTH * PNG_SCALE,
                                                         (int)RANG_INSIGHT_SHEET_HEIGHT * PNG_SCALE);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  rang_insight_sheet_draw (cr, view);
  status = cairo_surface_write_to_png (surface, path);
  if (!finish (surface, cr, path, error))
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("%s cannot be written: %s"), path,
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
write_pages (const RangInsightView *view, const char *path, gboolean pdf, GError **error)
{
  /* A PDF is measured in points: A4 is 842 wide. */
  double scale = pdf ? 842.0 / RANG_INSIGHT_SHEET_WIDTH : 1;
  double width = RANG_INSIGHT_SHEET_WIDTH * scale, height = RANG_INSIGHT_SHEET_HEIGHT * scale;
  cairo_surface_t *surface
      = pdf ? cairo_pdf_surface_create (path, width, height) : cairo_svg_surface_create (path, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  rang_insight_sheet_draw (cr, view);
  cairo_show_page (cr);
  return finish (surface, cr, path, error);
}

gboolean
rang_insight_sheet_write (const RangInsightView *view, const char *path, GError **error)
{
  g_autofree char *csv = NULL;

  if (g_str_has_suffix (path, ".png"))
    return write_png (view, path, error);
  if (g_str_has_suffix (path, ".pdf") || g_str_has_suffix (path, ".svg"))
    return write_pages (view, path, g_str_has_suffix (path, ".pdf"), error);
  if (!g_str_has_suffix (path, ".csv"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _ ("%s: give the file a name that ends with .svg, .png, .pdf or .csv"), path);
      return FALSE;
    }
  csv = rang_insight_dup_csv (view->insight);
  return g_file_set_contents (path, csv, -1, error);
}

/* --- on paper --- */

static void
draw_page_cb (GtkPrintOperation *print, GtkPrintContext *context, int page, RangInsightView *view)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / RANG_INSIGHT_SHEET_WIDTH,
                      gtk_print_context_get_height (context) / RANG_INSIGHT_SHEET_HEIGHT);

  cairo_scale (cr, scale, scale);
  rang_insight_sheet_draw (cr, view);
}

void
rang_insight_sheet_print (GtkWindow *parent, RangInsightView *view)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_job_name (print, _ ("Insight"));
  gtk_print_operation_set_allow_async (print, TRUE);
  g_object_set_data_full (G_OBJECT (print), "view", rang_insight_view_ref (view),
                          (GDestroyNotify)rang_insight_view_unref);
  g_signal_connect (print, "draw-page", G_CALLBACK (draw_page_cb), view);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
