/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking for the place that orders shall be moved to. */
#include "board/rang-place-popover.h"

#include <glib/gi18n.h>

#include "board/rang-order-list-private.h"
#include "rang-compat.h"

struct _RangPlacePopover
{
  GtkPopover parent_instance;
  GtkLabel *label;
  GtkWidget *entry;
  GtkWidget *move;
  RangOrderList *list;
  gboolean before;
  guint place;
};

G_DEFINE_FINAL_TYPE (RangPlacePopover, rang_place_popover, GTK_TYPE_POPOVER)

static guint
place_above (RangPlacePopover *self, const char *text)
{
  RangCarry *carry = rang_order_list_get_carry (self->list);
  GListModel *model = rang_order_list_get_model (self->list);
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (model, i);

      if (number > 0 ? item->number == number : rang_board_item_matches (item, text))
        if (!rang_carry_holds (carry, item->number))
          return rang_carry_place_before (carry, item->rank);
    }
  return 0;
}

static void
changed_cb (RangPlacePopover *self)
{
  RangCarry *carry = rang_order_list_get_carry (self->list);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (carry == NULL)
    return;
  self->place = 0;
  if (*text != '\0' && self->before)
    self->place = place_above (self, text);
  else if (*text != '\0')
    {
      gint64 place = g_ascii_strtoll (text, NULL, 10);

      self->place = place >= 1 && place <= rang_carry_get_last_place (carry) ? (guint)place : 0;
    }
  gtk_widget_set_sensitive (self->move, self->place > 0);
  if (*text != '\0' && self->place == 0)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  if (self->place == 0)
    return;
  rang_order_list_carry_to (self->list, self->place);
  rang_compat_scroll_to (rang_order_list_get_view (self->list), self->place - 1);
}

static void
move_cb (RangPlacePopover *self)
{
  if (self->place == 0)
    return;
  rang_order_list_put_down (self->list, TRUE);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

static void
closed_cb (RangPlacePopover *self)
{
  rang_order_list_put_down (self->list, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_idle_add (unparent_cb, self);
}

static void
rang_place_popover_class_init (RangPlacePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-place-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RangPlacePopover, label);
  gtk_widget_class_bind_template_child (widget_class, RangPlacePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RangPlacePopover, move);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
rang_place_popover_init (RangPlacePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_place_popover_open (RangOrderList *list, gboolean before)
{
  RangPlacePopover *self;
  g_autofree char *text = NULL;
  GdkRectangle at;

  g_return_if_fail (RANG_IS_ORDER_LIST (list));

  if (!rang_order_list_lift (list, TRUE))
    return;
  self = g_object_new (RANG_TYPE_PLACE_POPOVER, NULL);
  self->list = list;
  self->before = before;
  if (before)
    text = g_strdup (_ ("Above which order? Number or client"));
  else
    /* Translators: %u is the lowest place of the list. */
    text = g_strdup_printf (_ ("Place, 1 to %u"), rang_carry_get_last_place (rang_order_list_get_carry (list)));
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  at = (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (list)) / 2, 26, 1, 1 };
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (list));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}
