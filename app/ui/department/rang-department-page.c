/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a department's own list, what it still lacks, and its submission. */
#include "department/rang-department-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "board/rang-place-popover.h"
#include "common/rang-words.h"
#include "department/rang-bump-notice.h"
#include "department/rang-to-complete.h"
#include "desk/rang-acting.h"
#include "desk/rang-desk-moves.h"
#include "office/rang-permission.h"

struct _RangDepartmentPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *summary;
  GtkLevelBar *quota;
  GtkLabel *quota_label;
  GtkWidget *add;
  GtkWidget *submit;
  GtkLabel *pushes;
  RangBumpNotice *notice;
  RangToComplete *to_complete;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *list_place;
  RangOrderList *list;
  RangDesk *desk;
  gint64 department;
};

G_DEFINE_FINAL_TYPE (RangDepartmentPage, rang_department_page, GTK_TYPE_WIDGET)

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static void
show_quota (RangDepartmentPage *self, const RangDepartmentList *list)
{
  /* Translators: orders of high importance; how many a submission may have. */
  g_autofree char *text = g_strdup_printf (_ ("high: %u of %u"), list->high, list->high_allowed);

  gtk_level_bar_set_max_value (self->quota, MAX (1, MAX (list->high, list->high_allowed)));
  gtk_level_bar_set_value (self->quota, list->high);
  gtk_label_set_text (self->quota_label, text);
  if (list->high > list->high_allowed)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->quota), "over");
      gtk_widget_add_css_class (GTK_WIDGET (self->quota_label), "late");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->quota), "over");
      gtk_widget_remove_css_class (GTK_WIDGET (self->quota_label), "late");
    }
}

/* The week's pushes, for all to see. */
static void
show_pushes (RangDepartmentPage *self, const RangDayView *view)
{
  for (guint i = 0; i < view->budgets->len; i++)
    {
      const RangPushBudget *budget = &g_array_index (view->budgets, RangPushBudget, i);
      g_autofree char *text = NULL;

      if (budget->department != self->department)
        continue;
      /* Translators: pushes asked for this week; how many a department may ask for. */
      text = g_strdup_printf (_ ("pushes: %d of %d"), budget->asked, budget->allowed);
      gtk_label_set_text (self->pushes, text);
    }
}

static void
show_summary (RangDepartmentPage *self, const RangDayView *view, const RangDepartmentList *list)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u order", "%u orders", list->orders->len), list->orders->len);
  g_autofree char *at = rang_words_instant (list->submitted_at, view->settings->zone, view->session.day);
  g_autofree char *submitter = rang_acting_name (view, list->submitted_by, list->submitted_for);
  g_autofree char *deputy = rang_acting_describe_head (view, self->department);
  g_autofree char *text = NULL, *whole = NULL;

  if (list->submitted_at == 0)
    /* Translators: "34 orders"; name of the head. */
    text = g_strdup_printf (_ ("%s, headed by %s, not submitted yet"), count,
                            deputy != NULL ? deputy : rang_day_view_person_name (view, list->head));
  else if (list->changed)
    /* Translators: "34 orders"; time and name of the last submission. */
    text = g_strdup_printf (_ ("%s, submitted at %s by %s, changed since"), count, at, submitter);
  else
    /* Translators: "34 orders"; time and name of the last submission. */
    text = g_strdup_printf (_ ("%s, submitted at %s by %s"), count, at, submitter);
  if (deputy != NULL && list->submitted_at != 0)
    /* Translators: "34 orders, submitted at 07:12 by Ana"; "Dan for Ana until 27 Nov 2026" */
    whole = g_strdup_printf (_ ("%s; headed by %s"), text, deputy);
  gtk_label_set_text (self->summary, whole != NULL ? whole : text);
}

static void
show_orders (RangDepartmentPage *self, const RangDayView *view, const RangDepartmentList *list)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const RangDepartment *department = rang_day_view_find_department (view, self->department);
  g_autofree char *title = NULL;

  for (guint i = 0; i < list->orders->len; i++)
    {
      const RangOrderView *order = g_ptr_array_index (list->orders, i);
      RangBoardItem *item = rang_order_list_dup_item (self->list, order->order->number);
      g_autofree char *answers = rang_acting_answers (view, order);

      rang_board_item_take_view (item, order, i + 1, department != NULL ? department->mark : 2, answers);
      if (view->board != NULL)
        rang_board_item_add_forecast (item, rang_board_find (view->board, order->order->number));
      rang_board_item_add_push (item, rang_day_view_find_push_of (view, order->order->number));
      g_ptr_array_add (items, item);
    }
  rang_order_list_show_items (self->list, items);
  /* Translators: %s is a weekday. */
  title = g_strdup_printf (_ ("No orders for %s yet"), rang_day_label_weekday (view->session.day));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  gtk_stack_set_visible_child (self->stack, items->len > 0 ? self->list_place : self->empty);
}

static void
changed_cb (RangDepartmentPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangDepartmentList *list = view != NULL ? rang_day_view_find_list (view, self->department) : NULL;

  if (list == NULL || rang_order_list_get_carry (self->list) != NULL)
    return;
  show_summary (self, view, list);
  show_quota (self, list);
  show_pushes (self, view);
  rang_bump_notice_show (self->notice, self->desk, self->department);
  rang_to_complete_show (self->to_complete, self->desk, list);
  show_orders (self, view, list);
  rang_order_list_set_movable (self->list, rang_desk_may (self->desk, RANG_ACTION_RANK, self->department));
  gtk_widget_set_visible (self->submit, rang_desk_may (self->desk, RANG_ACTION_SUBMIT, self->department));
  gtk_widget_set_sensitive (self->submit, list->orders->len > 0);
  gtk_widget_set_visible (self->add, rang_desk_may (self->desk, RANG_ACTION_ADD_ORDER, self->department));
}

/* --- what is asked --- */

static void
ranked_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDepartmentPage *self = RANG_DEPARTMENT_PAGE (owner);
  RangBoardItem *item = rang_order_list_get_first_selected (self->list);
  g_autofree char *text = NULL;

  if (error != NULL || item == NULL)
    return;
  /* Translators: spoken after a move in a department's list: order number, place, orders in the list. */
  text = g_strdup_printf (_ ("Order %d is at place %u of %u"), (int)item->number, item->rank,
                          rang_order_list_get_length (self->list));
  rang_desk_announce (self->desk, text);
}

static void
move_cb (RangDepartmentPage *self, GArray *orders, guint place)
{
  rang_order_list_move_at_once (self->list, orders, place);
  rang_desk_rank (self->desk, orders, place, self, ranked_cb);
}

static void
ask_place_cb (RangDepartmentPage *self, gboolean before)
{
  rang_place_popover_open (self->list, before);
}

static void
announce_cb (RangDepartmentPage *self, const char *text)
{
  rang_desk_announce (self->desk, text);
}

static void
refused_cb (RangDepartmentPage *self)
{
  rang_desk_offer_rank_order (self->desk);
}

typedef struct
{
  RangSession session;
  gint64 department;
} SubmitArguments;

static gpointer
submit_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  SubmitArguments *arguments = data;
  int joined = rang_office_submit (office, &arguments->session, arguments->department, error);

  return joined < 0 ? NULL : GINT_TO_POINTER (joined + 1);
}

static void
submitted_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDepartmentPage *self = RANG_DEPARTMENT_PAGE (owner);
  guint joined = GPOINTER_TO_UINT (result) - 1;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->submit, TRUE);
  if (result == NULL)
    return;
  text = g_strdup_printf (
      ngettext ("Submitted: %u order joined the board", "Submitted: %u orders joined the board", joined), joined);
  rang_desk_tell (self->desk, text);
}

static void
submit_clicked_cb (RangDepartmentPage *self)
{
  SubmitArguments *arguments = g_new0 (SubmitArguments, 1);

  arguments->session = *rang_desk_get_session (self->desk);
  arguments->department = self->department;
  gtk_widget_set_sensitive (self->submit, FALSE);
  rang_desk_write (self->desk, submit_func, arguments, g_free, NULL, self, submitted_cb);
}

/* --- what is selected: one order, above or in the list --- */

static void
listed_selected_cb (RangDepartmentPage *self)
{
  if (rang_order_list_get_first_selected (self->list) != NULL)
    rang_to_complete_select (self->to_complete, 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
waiting_selected_cb (RangDepartmentPage *self)
{
  if (rang_to_complete_get_selected (self->to_complete) != 0)
    gtk_selection_model_unselect_all (gtk_list_view_get_model (rang_order_list_get_view (self->list)));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* --- the widget --- */

static void
rang_department_page_dispose (GObject *object)
{
  RangDepartmentPage *self = RANG_DEPARTMENT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_department_page_parent_class)->dispose (object);
}

static void
rang_department_page_class_init (RangDepartmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_department_page_dispose;
  g_type_ensure (RANG_TYPE_BUMP_NOTICE);
  g_type_ensure (RANG_TYPE_TO_COMPLETE);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-department-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, quota);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, quota_label);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, add);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, submit);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, pushes);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, notice);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, to_complete);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RangDepartmentPage, list_place);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, waiting_selected_cb);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", RANG_TYPE_DEPARTMENT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_department_page_init (RangDepartmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = RANG_ORDER_LIST (rang_order_list_new (RANG_COLUMNS_DEPARTMENT));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self->list_place), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (rang_order_list_get_view (self->list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The department's list"), -1);
  g_signal_connect_swapped (self->list, "move", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (self->list, "ask-place", G_CALLBACK (ask_place_cb), self);
  g_signal_connect_swapped (self->list, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->list, "announce", G_CALLBACK (announce_cb), self);
  g_signal_connect_swapped (self->list, "selection-changed", G_CALLBACK (listed_selected_cb), self);
}

GtkWidget *
rang_department_page_new (RangDesk *desk, gint64 department)
{
  RangDepartmentPage *self = g_object_new (RANG_TYPE_DEPARTMENT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->department = department;
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

RangOrderList *
rang_department_page_get_list (RangDepartmentPage *self)
{
  g_return_val_if_fail (RANG_IS_DEPARTMENT_PAGE (self), NULL);

  return self->list;
}

void
rang_department_page_select (RangDepartmentPage *self, gint64 number)
{
  g_return_if_fail (RANG_IS_DEPARTMENT_PAGE (self));

  if (!rang_to_complete_select (self->to_complete, number))
    rang_order_list_select (self->list, number, TRUE);
}

gint64
rang_department_page_get_waiting (RangDepartmentPage *self)
{
  g_return_val_if_fail (RANG_IS_DEPARTMENT_PAGE (self), 0);

  return rang_to_complete_get_selected (self->to_complete);
}
