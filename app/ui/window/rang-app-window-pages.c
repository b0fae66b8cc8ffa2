/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the pages of the window: which there are, which one is in view. */
#include "calls/rang-calls-page.h"
#include "deliveries/rang-deliveries-page.h"
#include "conflicts/rang-conflict-page.h"
#include "department/rang-department-page.h"
#include "insight/rang-insight-page.h"
#include "rule-editor/rang-rules-page.h"
#include "window/rang-app-window-private.h"

/* The pane tells of the order that is selected on the page in view; its moves are those of the list. */
void
rang_app_window_show_selected (RangAppWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  RangOrderList *list = rang_app_window_get_list (self);
  RangBoardItem *item = list != NULL ? rang_order_list_get_first_selected (list) : NULL;
  gint64 number = item != NULL ? item->number : 0;

  if (list == NULL)
    return;
  if (number == 0 && RANG_IS_DEPARTMENT_PAGE (page))
    number = rang_department_page_get_waiting (RANG_DEPARTMENT_PAGE (page));
  rang_order_pane_show (self->pane, number);
  rang_order_pane_set_movable (self->pane, item != NULL && rang_order_list_get_movable (list));
}

static GtkWidget *
new_department_page (RangAppWindow *self, gint64 department)
{
  GtkWidget *page = rang_department_page_new (self->desk, department);

  g_signal_connect_object (page, "selection-changed", G_CALLBACK (rang_app_window_show_selected), self,
                           G_CONNECT_SWAPPED);
  return page;
}

/* A page is made when it is first looked at: most days most people look at two. Returns: (nullable): the page */
static GtkWidget *
find_page (RangAppWindow *self, const char *name)
{
  const struct
  {
    const char *name;
    GtkWidget *(*make) (RangDesk *desk);
  } makers[] = { { "deliveries", rang_deliveries_page_new },
                 { "calls", rang_calls_page_new },
                 { "conflicts", rang_conflict_page_new },
                 { "rules", rang_rules_page_new },
                 { "insight", rang_insight_page_new } };
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL || view == NULL)
    return page;
  for (guint i = 0; i < G_N_ELEMENTS (makers) && page == NULL; i++)
    if (g_str_equal (makers[i].name, name))
      page = makers[i].make (self->desk);
  for (guint i = 0; i < view->departments->len && page == NULL; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);
      g_autofree char *own = g_strdup_printf ("department-%d", (int)department->id);

      if (g_str_equal (own, name))
        page = new_department_page (self, department->id);
    }
  if (page != NULL)
    gtk_stack_add_named (self->pages, page, name);
  return page;
}

/* A role lands on its page: the head of sales on the board, the delivery chief where the day's roster and routes are, a
 * head or manager on the own tab. */
static char *
landing_page (const RangDayView *view)
{
  const RangPerson *person = rang_day_view_find_person (view, view->session.person);

  if (person == NULL || rang_person_has_role (person, RANG_ROLE_HEAD_OF_SALES, 0))
    return g_strdup ("board");
  if (rang_person_has_role (person, RANG_ROLE_DELIVERY_CHIEF, 0))
    return g_strdup ("deliveries");
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      if (rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, department->id)
          || rang_person_has_role (person, RANG_ROLE_MANAGER, department->id))
        return g_strdup_printf ("department-%d", (int)department->id);
    }
  return g_strdup ("board");
}

void
rang_app_window_show_pages (RangAppWindow *self, const RangDayView *view)
{
  g_autofree char *landing = NULL;

  if (!self->landed)
    {
      self->landed = TRUE;
      landing = landing_page (view);
      rang_app_window_show_page (self, landing);
      return;
    }
  rang_tabs_set_current (self->tabs, gtk_stack_get_visible_child_name (self->pages));
}

/* A list without rows does not show: keys would go nowhere. Then the page's first control takes them. */
void
rang_app_window_focus_page (RangAppWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages), *focus = gtk_window_get_focus (GTK_WINDOW (self));
  RangOrderList *list = rang_app_window_get_list (self);

  /* Asked twice, the keys stay with the first control and do not go on to the next. */
  if (list == NULL && page != NULL && focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;
  if (list != NULL && rang_order_list_get_length (list) > 0 && gtk_widget_get_mapped (GTK_WIDGET (list)))
    gtk_widget_grab_focus (GTK_WIDGET (list));
  else if (page == NULL || !gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
rang_app_window_show_page (RangAppWindow *self, const char *name)
{
  GtkWidget *page = find_page (self, name);
  RangOrderList *list;

  if (page == NULL)
    return;
  list = rang_app_window_get_list (self);
  if (list != NULL)
    {
      rang_order_list_set_query (list, NULL);
      rang_order_list_set_filter (list, NULL);
    }
  gtk_stack_set_visible_child (self->pages, page);
  rang_tabs_set_current (self->tabs, name);
  rang_app_window_show_pane (self);
  rang_app_window_show_steps (self);
  list = rang_app_window_get_list (self);
  if (list != NULL)
    {
      rang_order_list_set_query (list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
      rang_order_list_set_filter (list, self->filter);
      rang_app_window_show_selected (self);
    }
  else
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  rang_app_window_focus_page (self);
}

RangOrderList *
rang_app_window_get_list (RangAppWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (RANG_IS_BOARD_PAGE (page))
    return rang_board_page_get_list (RANG_BOARD_PAGE (page));
  if (RANG_IS_DEPARTMENT_PAGE (page))
    return rang_department_page_get_list (RANG_DEPARTMENT_PAGE (page));
  return NULL;
}

void
rang_app_window_show_order (RangAppWindow *self, gint64 number)
{
  RangOrderList *list = rang_app_window_get_list (self);
  GtkWidget *page;

  if (list == NULL)
    {
      rang_app_window_show_page (self, "board");
      list = rang_app_window_get_list (self);
    }
  page = gtk_stack_get_visible_child (self->pages);
  if (RANG_IS_DEPARTMENT_PAGE (page))
    rang_department_page_select (RANG_DEPARTMENT_PAGE (page), number);
  else
    rang_order_list_select (list, number, TRUE);
  rang_order_pane_show (self->pane, number);
}
