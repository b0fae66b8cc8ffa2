/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangCallsPage:
 *
 * Every client whose promise breaks or will: whom to call, what can be offered instead, who called and what was agreed.
 */
#define RANG_TYPE_CALLS_PAGE (rang_calls_page_get_type ())
G_DECLARE_FINAL_TYPE (RangCallsPage, rang_calls_page, RANG, CALLS_PAGE, GtkWidget)

GtkWidget *
rang_calls_page_new (RangDesk *desk);

G_END_DECLS
