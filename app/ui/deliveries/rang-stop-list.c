/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the columns of a van's list of stops, and for carrying a stop by its row. */
#include "deliveries/rang-stop-list.h"

#include "common/rang-chip.h"
#include "common/rang-give-way.h"
#include "common/rang-tab-out.h"
#include "deliveries/rang-stop-item.h"
#include "rang-compat.h"

/* A stop is carried by its row onto another van's lane. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *list_item)
{
  RangStopItem *item = gtk_list_item_get_item (list_item);

  if (item == NULL || !rang_stop_item_is_open (item))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, rang_stop_item_get_order (item));
}

/* Numbers stand below each other, and below their head. */
static gboolean
is_right (RangStopColumn column)
{
  return column == RANG_STOP_PLACE || column == RANG_STOP_ORDER || column == RANG_STOP_LOAD
         || column == RANG_STOP_COLLECT;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  RangStopColumn column = (RangStopColumn)GPOINTER_TO_INT (data);
  GtkWidget *label = gtk_label_new (NULL);
  GtkDragSource *source;

  gtk_label_set_xalign (GTK_LABEL (label), is_right (column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "num");
  if (column == RANG_STOP_DEPARTMENT)
    {
      gtk_list_item_set_child (list_item, rang_chip_new (0, ""));
      return;
    }
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), list_item);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (list_item, label);
}

/* The row exists only after its cells were bound. */
static gboolean
name_row_cb (gpointer data)
{
  GtkWidget *label = data, *cell = gtk_widget_get_parent (label);
  RangStopItem *item = g_object_get_data (data, "item");
  g_autofree char *name = NULL;

  if (cell == NULL || item == NULL)
    return G_SOURCE_REMOVE;
  name = rang_stop_item_dup_name (item);
  rang_compat_label_list_item (cell, name, NULL);
  return G_SOURCE_REMOVE;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  RangStopColumn column = (RangStopColumn)GPOINTER_TO_INT (data);
  RangStopItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *name = NULL;

  if (column == RANG_STOP_DEPARTMENT)
    {
      rang_chip_set (RANG_CHIP (label), rang_stop_item_get_mark (item), rang_stop_item_get_text (item, column));
      return;
    }
  gtk_label_set_text (GTK_LABEL (label), rang_stop_item_get_text (item, column));
  name = rang_stop_item_dup_name (item);
  gtk_widget_set_tooltip_text (label, name);
  if (column == RANG_STOP_PLACE)
    {
      g_object_set_data_full (G_OBJECT (label), "item", g_object_ref (item), g_object_unref);
      g_idle_add_full (G_PRIORITY_DEFAULT, name_row_cb, g_object_ref (label), g_object_unref);
    }
  if (column == RANG_STOP_SPARE && rang_stop_item_is_late (item))
    gtk_widget_add_css_class (label, "late");
  else
    gtk_widget_remove_css_class (label, "late");
}

/* Who is next, where and until when is what a narrow list keeps; the tooltip tells the rest. */
static const RangRoom rooms[RANG_N_STOP_COLUMNS] = {
  [RANG_STOP_PLACE] = { 36, 36, 0 },   [RANG_STOP_ETA] = { 72, 66, 0 },          [RANG_STOP_PROMISED] = { 104, 100, 0 },
  [RANG_STOP_SPARE] = { 152, 140, 0 }, [RANG_STOP_ORDER] = { 84, 76, 1 },        [RANG_STOP_CLIENT] = { 0, 160, 0 },
  [RANG_STOP_ADDRESS] = { 0, 150, 0 }, [RANG_STOP_DEPARTMENT] = { 116, 108, 2 }, [RANG_STOP_LOAD] = { 102, 94, 3 },
  [RANG_STOP_COLLECT] = { 88, 80, 0 }, [RANG_STOP_OUTCOME] = { 170, 110, 0 },
};

void
rang_stop_list_add_columns (GtkColumnView *stops)
{
  for (int i = 0; i < RANG_N_STOP_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (rang_stop_column_title ((RangStopColumn)i), factory);
      gtk_column_view_append_column (stops, column);
      g_object_unref (column);
    }
  for (guint i = 0; i < RANG_N_STOP_COLUMNS; i++)
    if (is_right ((RangStopColumn)i))
      rang_compat_align_head_right (stops, i);
  rang_give_way_attach (stops, rooms, G_N_ELEMENTS (rooms));
  rang_tab_out_attach (GTK_WIDGET (stops));
}
