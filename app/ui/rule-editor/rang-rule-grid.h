/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "office/rang-rule-draft.h"

G_BEGIN_DECLS

/**
 * RangRuleGrid:
 *
 * One table of rules as a grid: a button a cell, which opens an editor below it. Rows and columns are moved by drag, by
 * menu and with Alt and the arrows.
 *
 * Signals: `changed`: a step was made. `row-chosen` (row: uint): the focus is in another row. `announce` (text:
 * string): to be spoken.
 */
#define RANG_TYPE_RULE_GRID (rang_rule_grid_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleGrid, rang_rule_grid, RANG, RULE_GRID, GtkWidget)

/**
 * rang_rule_grid_show:
 * @draft: (nullable): borrowed until the next call
 * @table: which table of it
 * @editable: whether cells can be changed
 */
void
rang_rule_grid_show (RangRuleGrid *grid, RangRuleDraft *draft, guint table, gboolean editable);

/** rang_rule_grid_refresh: shows what the draft has become; the focus stays in its cell */
void
rang_rule_grid_refresh (RangRuleGrid *grid);

/**
 * rang_rule_grid_set_counts:
 * @counts: (nullable) (element-type utf8 guint): row name → how many orders of the day it applies to; copied
 */
void
rang_rule_grid_set_counts (RangRuleGrid *grid, GHashTable *counts, guint orders);

guint
rang_rule_grid_get_table (RangRuleGrid *grid);
/** rang_rule_grid_get_row: Returns: the row that was last in focus */
guint
rang_rule_grid_get_row (RangRuleGrid *grid);
/** rang_rule_grid_add_row: adds a row below the one that was last in focus */
void
rang_rule_grid_add_row (RangRuleGrid *grid);

G_END_DECLS
