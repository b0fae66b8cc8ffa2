/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangRulesPage:
 *
 * The priority rules: their tables as grids, versions and the own draft, and what the draft would change today. Nothing
 * that is done here changes a board before a version is activated.
 */
#define RANG_TYPE_RULES_PAGE (rang_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (RangRulesPage, rang_rules_page, RANG, RULES_PAGE, GtkWidget)

GtkWidget *
rang_rules_page_new (RangDesk *desk);

/** rang_rules_page_undo: takes back the last step in the draft; @redo: does it again */
void
rang_rules_page_undo (RangRulesPage *page, gboolean redo);

G_END_DECLS
