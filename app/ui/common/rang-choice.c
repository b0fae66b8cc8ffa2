/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for lists to choose from whose items a screen reader can name. */
#include "common/rang-choice.h"

#include <adwaita.h>

#include "rang-compat.h"

#define ITEM_CHARS 24

static void
show_check (GObject *choice, GParamSpec *spec, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  g_autoptr (GObject) selected = NULL;

  g_object_get (choice, "selected-item", &selected, NULL);
  gtk_widget_set_opacity (check, selected == gtk_list_item_get_item (item) ? 1.0 : 0.0);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ITEM_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
set_up_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
show_words (GtkListItem *item, GtkWidget *label)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), words);
  rang_compat_label_list_item (gtk_list_item_get_child (item), words, NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  show_words (item, gtk_list_item_get_child (item));
}

static void
bind_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GObject *choice)
{
  show_words (item, gtk_widget_get_first_child (gtk_list_item_get_child (item)));
  show_check (choice, NULL, item);
  g_signal_connect_object (choice, "notify::selected-item", G_CALLBACK (show_check), item, 0);
}

static void
unbind_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GObject *choice)
{
  g_signal_handlers_disconnect_by_func (choice, show_check, item);
}

void
rang_choice_name_items (GtkWidget *choice)
{
  GtkListItemFactory *closed = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *listed = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (choice) || ADW_IS_COMBO_ROW (choice));

  g_signal_connect (closed, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (closed, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (set_up_listed_cb), NULL);
  g_signal_connect_object (listed, "bind", G_CALLBACK (bind_listed_cb), choice, 0);
  g_signal_connect_object (listed, "unbind", G_CALLBACK (unbind_listed_cb), choice, 0);
  g_object_set (choice, "factory", closed, "list-factory", listed, NULL);
  g_object_unref (closed);
  g_object_unref (listed);
}
