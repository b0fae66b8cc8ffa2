/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for route sheets on the screen, page by page, drawn by what draws them on paper. */
#include "deliveries/rang-sheet-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "sheet/rang-sheet-layout.h"

#define PAGE_WIDTH 640

typedef struct
{
  RangSheetLayout *layout; /* owned by the window's layouts */
  guint page;
} Page;

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Page *page = data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / RANG_SHEET_WIDTH, width / RANG_SHEET_WIDTH);
  rang_sheet_draw_page (page->layout, page->page, cr);
}

static GtkWidget *
page_new (RangSheetLayout *layout, guint number, guint shown)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Page *page = g_new0 (Page, 1);
  /* Translators: number of a page in the preview; whose sheet it is, and of which version. */
  g_autofree char *name = g_strdup_printf (_ ("Page %u: %s"), shown, rang_sheet_layout_get_title (layout));

  *page = (Page){ layout, number };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PAGE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area),
                                       (int)(PAGE_WIDTH * RANG_SHEET_HEIGHT / RANG_SHEET_WIDTH));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, page, g_free);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (area, TRUE);
  gtk_widget_add_css_class (area, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return area;
}

void
rang_sheet_preview_open (GtkWindow *parent, GPtrArray *layouts)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16), *scrolled = gtk_scrolled_window_new ();
  guint shown = 0;

  for (guint i = 0; i < layouts->len; i++)
    for (guint page = 0; page < rang_sheet_layout_get_n_pages (g_ptr_array_index (layouts, i)); page++)
      gtk_box_append (GTK_BOX (pages), page_new (g_ptr_array_index (layouts, i), page, ++shown));
  gtk_widget_set_margin_top (pages, 16);
  gtk_widget_set_margin_bottom (pages, 16);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), pages);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Route sheets"));
  gtk_window_set_default_size (GTK_WINDOW (window), PAGE_WIDTH + 80, 820);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_window_set_content (ADW_WINDOW (window), box);
  g_object_set_data_full (G_OBJECT (window), "layouts", g_ptr_array_ref (layouts), (GDestroyNotify)g_ptr_array_unref);
  rang_dialog_present (GTK_WINDOW (window));
}
