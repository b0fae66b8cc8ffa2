/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-page.h"
#include "desk/rang-desk.h"
#include "office/rang-office-find.h"
#include "office/rang-office-found.h"
#include "order/rang-order-pane.h"
#include "window/rang-app-window.h"
#include "window/rang-sign-in-page.h"
#include "window/rang-tabs.h"

G_BEGIN_DECLS

struct _RangAppWindow
{
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkStack *root;
  GtkWidget *first_run;
  GtkWidget *new_office;
  GtkWidget *problem;
  GtkWidget *gone;
  GtkLabel *gone_label;
  GtkWidget *present;
  GtkLabel *present_count;
  GtkLabel *present_label;
  GtkLabel *spoken;
  RangTabs *tabs;
  GtkWidget *day_box;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkMenuButton *person_button;
  GtkWidget *unverified;
  RangSignInPage *sign_in_page; /* NULL until somebody has to sign in */
  gint64 active_at; /* when a key or the pointer moved last: monotonic microseconds */
  guint idle_source;
  GtkToggleButton *search_button;
  GtkToggleButton *pane_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  RangOrderFilter *filter;
  GtkStack *pages;
  RangBoardPage *board_page;
  GtkWidget *pane_place;
  RangOrderPane *pane;
  GtkProgressBar *progress;
  RangClock *clock;
  char *store;
  char *person;
  RangDay day;
  RangDesk *desk;
  gint64 seen_entry;
  RangHit sought; /* what is gone to once its day is read; id 0 nothing; without texts */
  gboolean landed;
  gboolean narrow;
};

/* rang-app-window-actions.c */
void
rang_app_window_install_actions (GtkWidgetClass *widget_class);

/* rang-app-window-find.c */
/** rang_app_window_find_cb: asks what to look for in the whole office, and goes there */
void
rang_app_window_find_cb (GtkWidget *widget, const char *name, GVariant *parameter);
/** rang_app_window_arrive: goes to what was chosen there, if its day is the one in view now */
void
rang_app_window_arrive (RangAppWindow *window);

/* rang-app-window-live.c */
/** rang_app_window_show_connection: says that the server is gone, or that it is back */
void
rang_app_window_show_connection (RangAppWindow *window);

/** rang_app_window_show_present: says who else looks at this board */
void
rang_app_window_show_present (RangAppWindow *window);

/* rang-app-window-people.c */
/** rang_app_window_init_lock: locks the window when nobody has touched it for a while */
void
rang_app_window_init_lock (RangAppWindow *window);
/** rang_app_window_offer_people: gives the button of the acting person its menu, which is made when it is opened */
void
rang_app_window_offer_people (RangAppWindow *window);
/** rang_app_window_show_sign_in: Returns: whether the acting person has to sign in, which is asked then */
gboolean
rang_app_window_show_sign_in (RangAppWindow *window, const RangDayView *view);
void
rang_app_window_people_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void
rang_app_window_password_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void
rang_app_window_lock_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/** rang_app_window_show_asking: offers orders, pushes, and deciding them, to those who may */
void
rang_app_window_show_asking (RangAppWindow *window);

/* rang-app-window-pages.c */
/** rang_app_window_show_pages: shows the page that the role lands on; the others are made when they are looked at */
void
rang_app_window_show_pages (RangAppWindow *window, const RangDayView *view);
void
rang_app_window_show_page (RangAppWindow *window, const char *name);
/** rang_app_window_focus_page: gives the keys to the page in view */
void
rang_app_window_focus_page (RangAppWindow *window);
/** rang_app_window_get_list: Returns: (transfer none) (nullable): the list of the page in view */
RangOrderList *
rang_app_window_get_list (RangAppWindow *window);
/** rang_app_window_show_selected: tells beside the list of the order that is selected on the page in view */
void
rang_app_window_show_selected (RangAppWindow *window);
/** rang_app_window_show_order: @number: an order anywhere on the day: selects it on the page in view, or on the board
 */
void
rang_app_window_show_order (RangAppWindow *window, gint64 number);

/* rang-app-window-files.c */
void
rang_app_window_init_files (RangAppWindow *window);
void
rang_app_window_init_day_keys (RangAppWindow *self);
/** rang_app_window_import: @files: (element-type GFile) */
void
rang_app_window_import (RangAppWindow *window, GListModel *files);

/* rang-app-window-office.c */
/** rang_app_window_show_head: says which day it is, and who acts */
void
rang_app_window_show_head (RangAppWindow *window, const RangDayView *view);
/** rang_app_window_dup_last_store: Returns: (transfer full): the file or server that was chosen last */
char *
rang_app_window_dup_last_store (void);
/** rang_app_window_open_store: opens the office; without a file, asks which one to begin with */
void
rang_app_window_open_store (RangAppWindow *window);
/** rang_app_window_take_store: @store: remembered for the next time; empty for the file of the person's data folder */
void
rang_app_window_take_store (RangAppWindow *window, const char *store);
/** rang_app_window_show_steps: undo and redo answer only while there is a step for them */
void
rang_app_window_show_steps (RangAppWindow *window);

/** rang_app_window_show_pane: shows the pane beside a list, unless it is put away */
void
rang_app_window_show_pane (RangAppWindow *window);
/** rang_app_window_begin: @plan: (transfer full) (nullable): the office to make; %NULL for the demo office */
void
rang_app_window_begin (RangAppWindow *window, RangNewOffice *plan);

G_END_DECLS
