/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the calls on paper: A4 across, a row a client, the head on every page. */
#include "calls/rang-calls-print.h"

#include <glib/gi18n.h>

#include "calls/rang-call-item.h"

#define MARGIN 28.0
#define ROW 34.0
#define HEAD 64.0

typedef struct
{
  GPtrArray *items; /* of RangCallItem */
  char *title;
  guint rows;
} Paper;

static const double shares[RANG_N_CALL_COLUMNS] = { 0.1, 0.055, 0.16, 0.11, 0.1, 0.085, 0.1, 0.11, 0.1, 0.08 };

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_ptr_array_unref (paper->items);
  g_free (paper->title);
  g_free (paper);
}

static void
set_text (cairo_t *cr, GtkPrintContext *context, const char *text, const char *font, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_row (cairo_t *cr, GtkPrintContext *context, RangCallItem *item, double y, double width)
{
  double x = MARGIN;

  for (int i = 0; i < RANG_N_CALL_COLUMNS; i++)
    {
      const char *text = item != NULL ? rang_call_item_get_text (item, (RangCallColumn)i)
                                      : rang_call_column_title ((RangCallColumn)i);

      set_text (cr, context, text, item != NULL ? "Cantarell, Sans 9" : "Cantarell, Sans Bold 9", x + 2, y + 3,
                width * shares[i] - 4);
      x += width * shares[i];
    }
  cairo_set_line_width (cr, item != NULL ? 0.4 : 1);
  cairo_move_to (cr, MARGIN, y + ROW);
  cairo_line_to (cr, MARGIN + width, y + ROW);
  cairo_stroke (cr);
}

static void
begin_cb (GtkPrintOperation *print, GtkPrintContext *context, Paper *paper)
{
  double room = gtk_print_context_get_height (context) - 2 * MARGIN - HEAD;

  paper->rows = MAX (1, (guint)(room / ROW));
  gtk_print_operation_set_n_pages (print, MAX (1, (int)((paper->items->len + paper->rows - 1) / paper->rows)));
}

static void
draw_cb (GtkPrintOperation *print, GtkPrintContext *context, int page, Paper *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) - 2 * MARGIN, y = MARGIN + 26;

  set_text (cr, context, paper->title, "Cantarell, Sans Bold 14", MARGIN, MARGIN, width);
  draw_row (cr, context, NULL, y, width);
  for (guint i = (guint)page * paper->rows; i < MIN (paper->items->len, ((guint)page + 1) * paper->rows); i++)
    draw_row (cr, context, g_ptr_array_index (paper->items, i), y += ROW, width);
}

void
rang_calls_print (GtkWindow *parent, GListModel *items, const char *title)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Paper *paper = g_new0 (Paper, 1);

  paper->items = g_ptr_array_new_with_free_func (g_object_unref);
  paper->title = g_strdup (title);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (paper->items, g_list_model_get_item (items, i));
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (print, title);
  gtk_print_operation_set_allow_async (print, TRUE);
  g_object_set_data_full (G_OBJECT (print), "paper", paper, paper_free);
  g_signal_connect (print, "begin-print", G_CALLBACK (begin_cb), paper);
  g_signal_connect (print, "draw-page", G_CALLBACK (draw_cb), paper);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
