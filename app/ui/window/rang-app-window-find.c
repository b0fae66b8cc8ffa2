/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the search over the whole office: asking, and going to what was chosen. */
#include "conflicts/rang-conflict-page.h"
#include "find/rang-find-dialog.h"
#include "order/rang-client-dialog.h"
#include "window/rang-app-window-private.h"
#include "window/rang-people-window.h"

/* The board, if the order stands on it; else its department's tab. */
static char *
dup_page_of_order (const RangDayView *view, const RangHit *hit)
{
  gint64 department = hit->department;

  if (view->board != NULL && rang_board_find (view->board, hit->id) != NULL)
    return g_strdup ("board");
  if (hit->order_state != RANG_ORDER_TO_COMPLETE && hit->order_state != RANG_ORDER_ENTERED)
    return g_strdup ("board");
  /* What names no department yet waits in every tab. */
  if (department == 0 && view->departments->len > 0)
    department = ((const RangDepartment *)g_ptr_array_index (view->departments, 0))->id;
  return g_strdup_printf ("department-%d", (int)department);
}

static void
arrive_at_order (RangAppWindow *self, const RangDayView *view, const RangHit *hit)
{
  g_autofree char *page = dup_page_of_order (view, hit);

  /* What the list keeps back would not be there to select. */
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  rang_app_window_show_page (self, page);
  gtk_toggle_button_set_active (self->pane_button, TRUE);
  rang_app_window_show_order (self, hit->id);
}

void
rang_app_window_arrive (RangAppWindow *self)
{
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;
  RangHit hit = self->sought;
  GtkWidget *page;

  if (hit.id == 0 || view == NULL)
    return;
  if (hit.day != RANG_DAY_NONE && hit.day != view->session.day)
    {
      /* Somebody chose yet another day meanwhile. */
      if (hit.day != rang_desk_get_session (self->desk)->day)
        self->sought.id = 0;
      return;
    }
  self->sought.id = 0;
  if (hit.kind == RANG_HIT_ORDER)
    {
      arrive_at_order (self, view, &hit);
      return;
    }
  rang_app_window_show_page (self, "conflicts");
  page = gtk_stack_get_visible_child (self->pages);
  if (RANG_IS_CONFLICT_PAGE (page))
    rang_conflict_page_select (RANG_CONFLICT_PAGE (page), hit.id);
}

static void
chosen_cb (const RangHit *hit, const char *page, gpointer data)
{
  RangAppWindow *self = data;

  if (hit == NULL)
    {
      rang_app_window_show_page (self, page);
      return;
    }
  switch (hit->kind)
    {
    case RANG_HIT_CLIENT:
      rang_client_dialog_open (GTK_WINDOW (self), self->desk, hit->id);
      break;
    case RANG_HIT_PERSON:
      rang_people_window_open (GTK_WINDOW (self), self->desk);
      break;
    case RANG_HIT_RESOURCE:
      rang_app_window_show_page (self, "deliveries");
      break;
    case RANG_HIT_ORDER:
    case RANG_HIT_CONFLICT:
    case RANG_N_HIT_KINDS:
    default:
      self->sought = *hit;
      rang_desk_set_day (self->desk, hit->day);
      rang_app_window_arrive (self);
      break;
    }
}

void
rang_app_window_find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk == NULL || rang_desk_get_view (self->desk) == NULL)
    return;
  self->sought.id = 0;
  rang_find_dialog_open (GTK_WINDOW (self), self->desk, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                         chosen_cb, self);
}
