/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "office/rang-rule-draft.h"

G_BEGIN_DECLS

/**
 * RangRuleCellEditor:
 *
 * What opens below a cell of a rule table: a line to type in, choices to tick or ends of a range to fill in, and what
 * is wrong with it in plain words.
 *
 * Signal `edited`: the cell is another.
 */
#define RANG_TYPE_RULE_CELL_EDITOR (rang_rule_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleCellEditor, rang_rule_cell_editor, RANG, RULE_CELL_EDITOR, GtkPopover)

GtkWidget *
rang_rule_cell_editor_new (RangRuleDraft *draft, guint table, guint row, guint column);

/** rang_rule_cell_editor_open: @words: (nullable): what stands in the line; %NULL for what the cell holds */
void
rang_rule_cell_editor_open (RangRuleCellEditor *editor, const char *words);

G_END_DECLS
