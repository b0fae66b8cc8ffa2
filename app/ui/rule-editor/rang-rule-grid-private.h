/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule-editor/rang-rule-cell-editor.h"
#include "rule-editor/rang-rule-grid.h"

G_BEGIN_DECLS

struct _RangRuleGrid
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  RangRuleDraft *draft;
  guint table;
  gboolean editable;
  guint n_rows;
  guint n_columns;
  guint n_inputs;
  GPtrArray *cells;   /* buttons, row by row */
  GPtrArray *handles; /* a button a row */
  GPtrArray *heads;   /* a button a column */
  GPtrArray *counted; /* a label a row */
  GHashTable *counts;
  guint orders;
  guint row;
  guint column;
  RangRuleCellEditor *editor;
  GtkWidget *below; /* what something is carried over */
};

/** rang_rule_grid_step: a step was made: shows it, keeps the focus, tells it */
void
rang_rule_grid_step (RangRuleGrid *self, const char *spoken);
void
rang_rule_grid_focus (RangRuleGrid *self);
/** rang_rule_grid_edit: opens the editor below the cell in focus; @words: (nullable): what was typed already */
void
rang_rule_grid_edit (RangRuleGrid *self, const char *words);

/* rang-rule-grid-moves.c */
void
rang_rule_grid_install_moves (GtkWidgetClass *widget_class);
void
rang_rule_grid_init_moves (RangRuleGrid *self);
/** rang_rule_grid_update_moves: which moves can be made from where the focus is */
void
rang_rule_grid_update_moves (RangRuleGrid *self);
void
rang_rule_grid_open_row_menu (RangRuleGrid *self, GtkWidget *handle);
void
rang_rule_grid_open_column_menu (RangRuleGrid *self, GtkWidget *head);
/** rang_rule_grid_make_draggable: @what: 'r' a row's handle, 'c' a column's head */
void
rang_rule_grid_make_draggable (RangRuleGrid *self, GtkWidget *widget, char what, guint index);

G_END_DECLS
