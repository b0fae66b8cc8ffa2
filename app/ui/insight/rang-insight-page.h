/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangInsightPage:
 *
 * The three questions of the company, answered from its own data: competition, answerability, persuasion.
 */
#define RANG_TYPE_INSIGHT_PAGE (rang_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (RangInsightPage, rang_insight_page, RANG, INSIGHT_PAGE, GtkWidget)

GtkWidget *
rang_insight_page_new (RangDesk *desk);

G_END_DECLS
