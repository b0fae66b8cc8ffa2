/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "board/rang-order-list.h"
#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangDepartmentPage:
 *
 * A department's own list: what is still to complete, the ranking by its head, how many orders are of high importance,
 * the submission.
 *
 * Signals: `selection-changed`: another order is selected, in the list or among those to complete.
 */
#define RANG_TYPE_DEPARTMENT_PAGE (rang_department_page_get_type ())
G_DECLARE_FINAL_TYPE (RangDepartmentPage, rang_department_page, RANG, DEPARTMENT_PAGE, GtkWidget)

GtkWidget *
rang_department_page_new (RangDesk *desk, gint64 department);

RangOrderList *
rang_department_page_get_list (RangDepartmentPage *page);

/** rang_department_page_select: selects an order, in the list or among those to complete, and gives it the keys */
void
rang_department_page_select (RangDepartmentPage *page, gint64 number);

/** rang_department_page_get_waiting: Returns: the order to complete that is selected, 0 for none */
gint64
rang_department_page_get_waiting (RangDepartmentPage *page);

G_END_DECLS
