/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangToComplete:
 *
 * The orders that wait above a department's list: what each one lacks, and the way to complete it.
 *
 * Signals: `selection-changed`.
 */
#define RANG_TYPE_TO_COMPLETE (rang_to_complete_get_type ())
G_DECLARE_FINAL_TYPE (RangToComplete, rang_to_complete, RANG, TO_COMPLETE, GtkWidget)

void
rang_to_complete_show (RangToComplete *self, RangDesk *desk, const RangDepartmentList *list);

/**
 * rang_to_complete_select:
 * @number: an order, 0 for none
 *
 * Selects the order, brings it into view and gives it the keys. If it is not there, nothing is selected.
 *
 * Returns: whether the order waits here
 */
gboolean
rang_to_complete_select (RangToComplete *self, gint64 number);

/** rang_to_complete_get_selected: Returns: the selected order, 0 for none */
gint64
rang_to_complete_get_selected (RangToComplete *self);

G_END_DECLS
