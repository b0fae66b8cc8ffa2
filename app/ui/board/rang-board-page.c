/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board as a page: the day's balance, the list with its lines. */
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "board/rang-board-page-private.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "office/rang-permission.h"
#include "rang-compat.h"
#include "window/rang-hand-over-dialog.h"

G_DEFINE_FINAL_TYPE (RangBoardPage, rang_board_page, GTK_TYPE_WIDGET)

/* --- what is shown --- */

gboolean
rang_board_page_is_signed (RangBoardPage *self)
{
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;

  return view != NULL && rang_day_view_get_newest (view) != NULL;
}

static void
show_balance (RangBoardPage *self, const RangDayView *view, const RangBoardLines *lines)
{
  guint vans = 0;
  g_autofree char *kept = NULL;
  g_autofree char *late = NULL;
  g_autofree char *not_today = NULL;
  g_autofree char *full = NULL;

  for (guint i = 0; i < view->roster->len; i++)
    vans += !((const RangRosterEntry *)g_ptr_array_index (view->roster, i))->out_of_service;
  /* Translators: so many orders are on time. <b> makes bold. */
  kept = g_strdup_printf (ngettext ("✓ <b>%u</b> promise kept", "✓ <b>%u</b> promises kept", lines->kept), lines->kept);
  /* Translators: so many orders come late today. */
  late = g_strdup_printf (ngettext ("<b>%u</b> late today", "<b>%u</b> late today", lines->late), lines->late);
  /* Translators: so many orders are not served today. */
  not_today = g_strdup_printf (ngettext ("☾ <b>%u</b> not today", "☾ <b>%u</b> not today", lines->not_today),
                               lines->not_today);
  /* Translators: number of vans; how full the day is, in per cent. */
  full = g_strdup_printf (ngettext ("%u van, day <b>%u %%</b> full", "%u vans, day <b>%u %%</b> full", vans), vans,
                          lines->fullness);
  gtk_label_set_markup (self->kept, kept);
  gtk_label_set_markup (self->late, late);
  gtk_label_set_markup (self->not_today, not_today);
  gtk_label_set_markup (self->fullness, full);
  gtk_widget_set_visible (self->searching, view->provisional);
  rang_balance_set (self->balance, lines->kept, lines->late, lines->not_today);
}

static void
show_lines (RangBoardPage *self, const RangBoardLines *lines)
{
  g_autofree char *money = rang_money_sum_format (&lines->above_on_time_value, FALSE);
  /* Translators: beside the on-time line: orders above it, and what they are worth. */
  g_autofree char *on_time = g_strdup_printf (ngettext ("%u order · %s", "%u orders · %s", lines->above_on_time),
                                              lines->above_on_time, money);
  /* Translators: beside the today line: orders above it; the second number is how many are not served today. */
  g_autofree char *today
      = g_strdup_printf (ngettext ("%u order · %u not today", "%u orders · %u not today", lines->above_today),
                         lines->above_today, lines->not_today);

  rang_order_list_set_lines (self->list, lines->on_time, on_time, lines->today, today);
}

static void
show_list (RangBoardPage *self, const RangDayView *view)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = rang_board_get_n_entries (view->board);

  for (guint rank = 1; rank <= n; rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (view->board, rank);
      RangBoardItem *item = rang_order_list_dup_item (self->list, entry->number);
      const RangOrderView *order = rang_day_view_find_order (view, entry->number);
      g_autofree char *answers = order != NULL ? rang_acting_answers (view, order) : NULL;

      rang_board_item_take_entry (item, entry, answers);
      g_ptr_array_add (items, item);
    }
  rang_order_list_show_items (self->list, items);
  gtk_stack_set_visible_child (self->stack, n > 0 ? self->list_place : self->empty);
}

static void
show_empty (RangBoardPage *self, const RangDayView *view)
{
  guint waiting = 0;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < view->lists->len; i++)
    waiting += ((const RangDepartmentList *)g_ptr_array_index (view->lists, i))->orders->len;
  /* Translators: %s is a weekday. */
  title = g_strdup_printf (_ ("No orders for %s yet"), rang_day_label_weekday (view->session.day));
  text = waiting == 0
             ? g_strdup (_ ("Import a file, drop one here, or add an order."))
             /* Translators: so many orders are not submitted yet. */
             : g_strdup_printf (ngettext ("%u order waits in its department's tab to be submitted.",
                                          "%u orders wait in their departments' tabs to be submitted.", waiting),
                                waiting);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), text);
}

static void
show_unscored (RangBoardPage *self, const RangDayView *view)
{
  const GPtrArray *unscored = rang_board_get_unscored (view->board);
  g_autoptr (GPtrArray) cash = rang_board_list_cash_excesses (view->board);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < unscored->len; i++)
    {
      const RangBoardUnscored *order = g_ptr_array_index (unscored, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ": %s", i > 0 ? "\n" : "", order->number, order->message);
    }
  for (guint i = 0; i < cash->len; i++)
    {
      g_autofree char *line = rang_cash_excess_to_text (g_ptr_array_index (cash, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (view->waiting->len > 0)
    {
      g_string_append_printf (text, "%s", text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              ngettext ("%u order is not on the signed board; amend it in",
                                        "%u orders are not on the signed board; amend them in", view->waiting->len),
                              view->waiting->len);
      for (guint i = 0; i < view->waiting->len; i++)
        g_string_append_printf (text, "%s %" G_GINT64_FORMAT, i == 0 ? ":" : ",",
                                g_array_index (view->waiting, gint64, i));
    }
  gtk_label_set_text (self->unscored_label, text->str);
  gtk_widget_set_visible (self->unscored, text->len > 0);
  g_string_free (text, TRUE);
}

static void
show_rights (RangBoardPage *self)
{
  gboolean is_signed = rang_board_page_is_signed (self);
  gboolean may_move = rang_desk_may (self->desk, is_signed ? RANG_ACTION_AMEND : RANG_ACTION_MOVE, 0);
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean has_orders = view->board != NULL && rang_board_get_n_entries (view->board) > 0;

  rang_order_list_set_movable (self->list, may_move);
  gtk_widget_set_visible (self->undo, !is_signed && may_move);
  gtk_widget_set_visible (self->redo, !is_signed && may_move);
  gtk_widget_set_visible (self->apply, has_orders && !is_signed && rang_desk_may (self->desk, RANG_ACTION_APPLY, 0));
  gtk_widget_set_visible (self->hand_over,
                          has_orders && !is_signed && rang_desk_may (self->desk, RANG_ACTION_HAND_OVER, 0));
  if (may_move && is_signed)
    rang_cost_bar_set_idle (
        self->cost_bar, _ ("The board is signed: every change from here on is an amendment."),
        _ ("Give an order another place and say why. An amendment makes the next version, which the "
           "delivery chief accepts or returns."));
  else if (!may_move)
    rang_cost_bar_set_idle (self->cost_bar, _ ("The head of sales forms the board and moves orders on it."),
                            _ ("Heads rank the orders of their own department in its tab."));
  else
    rang_cost_bar_set_idle (
        self->cost_bar, _ ("Drag an order by its handle: what that gains and costs is said here before you drop it."),
        _ ("Space lifts it, the arrow keys carry it, Space drops it. Ctrl+M asks for a place. "
           "Ctrl+Z takes back."));
}

static void
changed_cb (RangBoardPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  if (view == NULL || rang_order_list_get_carry (self->list) != NULL)
    return;
  rang_version_banner_show (self->banner, self->desk, FALSE);
  show_rights (self);
  if (view->board == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (view->board_problem != NULL ? view->board_problem : "", -1);

      adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), escaped);
      gtk_stack_set_visible_child (self->stack, self->problem);
      return;
    }
  show_balance (self, view, rang_board_get_lines (view->board));
  show_empty (self, view);
  show_unscored (self, view);
  show_list (self, view);
  show_lines (self, rang_board_get_lines (view->board));
}

/* --- what is asked --- */

static void
hand_over_clicked_cb (RangBoardPage *self)
{
  rang_hand_over_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk);
}

/* --- the widget --- */

static void
rang_board_page_dispose (GObject *object)
{
  RangBoardPage *self = RANG_BOARD_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  G_OBJECT_CLASS (rang_board_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, balance);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, kept);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, late);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, not_today);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, fullness);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, searching);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, undo);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, redo);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, compare);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, apply);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, hand_over);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, search_strip);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, unscored);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, unscored_label);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, problem);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, list_place);
  gtk_widget_class_bind_template_child (widget_class, RangBoardPage, cost_bar);
}

static void
rang_board_page_class_init (RangBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_board_page_dispose;
  g_type_ensure (RANG_TYPE_BALANCE);
  g_type_ensure (RANG_TYPE_COST_BAR);
  g_type_ensure (RANG_TYPE_SEARCH_STRIP);
  g_type_ensure (RANG_TYPE_VERSION_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-board-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "compare_toggled_cb",
                                                G_CALLBACK (rang_board_page_compare));
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_clicked_cb", G_CALLBACK (rang_board_page_apply));
  gtk_widget_class_bind_template_callback (widget_class, hand_over_clicked_cb);
}

static void
rang_board_page_init (RangBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = RANG_ORDER_LIST (rang_order_list_new (RANG_COLUMNS_BOARD));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self->list_place), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (rang_order_list_get_view (self->list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Board"), -1);
  rang_board_page_init_moves (self);
}

void
rang_board_page_set_desk (RangBoardPage *self, RangDesk *desk)
{
  g_return_if_fail (RANG_IS_BOARD_PAGE (self));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  rang_search_strip_set_desk (self->search_strip, desk);
}

RangOrderList *
rang_board_page_get_list (RangBoardPage *self)
{
  g_return_val_if_fail (RANG_IS_BOARD_PAGE (self), NULL);

  return self->list;
}
