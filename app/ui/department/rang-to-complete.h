/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangToComplete:
 *
 * The orders that wait above a department's list: what each one lacks, and the way to complete it.
 */
#define RANG_TYPE_TO_COMPLETE (rang_to_complete_get_type ())
G_DECLARE_FINAL_TYPE (RangToComplete, rang_to_complete, RANG, TO_COMPLETE, GtkWidget)

void
rang_to_complete_show (RangToComplete *self, RangDesk *desk, const RangDepartmentList *list);

G_END_DECLS
