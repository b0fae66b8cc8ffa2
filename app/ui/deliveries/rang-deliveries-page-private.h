/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-version-banner.h"
#include "deliveries/rang-deliveries-page.h"
#include "deliveries/rang-lanes.h"
#include "deliveries/rang-roster-bar.h"
#include "deliveries/rang-route-map.h"

G_BEGIN_DECLS

/* What the files of the page share. */

struct _RangDeliveriesPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  RangVersionBanner *banner;
  GtkLabel *version;
  GtkLabel *progress;
  GtkLabel *late;
  GtkLabel *cash;
  GtkWidget *unclosed;
  GtkLabel *unclosed_label;
  GtkWidget *close;
  GtkWidget *requests;
  RangRosterBar *roster;
  RangRouteMap *map;
  GtkMenuButton *at;
  GtkMenuButton *move;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *day;
  RangLanes *lanes;
  GtkLabel *van;
  GtkLabel *back;
  GtkWidget *outcomes;
  GtkColumnView *stops;
  GListStore *store;
  GtkSingleSelection *selection;
  RangDesk *desk;
  gint64 chosen;
};

/** rang_deliveries_page_select_next_open: selects the first open stop after the selected one; without any, the first */
void
rang_deliveries_page_select_next_open (RangDeliveriesPage *self);

/** rang_deliveries_page_install_actions: what can be asked of the page, with its keys */
void
rang_deliveries_page_install_actions (GtkWidgetClass *widget_class);

/** rang_deliveries_page_create_at_cb: makes the popover for the stop that is selected when it opens; @data: the page */
void
rang_deliveries_page_create_at_cb (GtkMenuButton *button, gpointer data);

G_END_DECLS
