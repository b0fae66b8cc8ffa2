/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangRuleDraft:
 *
 * Priority rules on the table: grids of cells in plain words, what has changed against another version, steps to undo.
 * It touches no store (see rang_office_save_draft()) and may be used on the main loop: each step takes a few
 * milliseconds. Not to be shared between threads.
 *
 * Tables, rows and columns count from 0. The columns are the inputs, then the outputs, then the reasons: the English
 * one, which the model keeps as the row's description, and one for each further language.
 */
typedef struct _RangRuleDraft RangRuleDraft;

/**
 * RangRuleColumnKind:
 * @RANG_RULE_COLUMN_INPUT: what an order is asked
 * @RANG_RULE_COLUMN_POINTS: what the row gives
 * @RANG_RULE_COLUMN_CLASS: the class that the row gives
 * @RANG_RULE_COLUMN_REASON: what people are told
 */
typedef enum
{
  RANG_RULE_COLUMN_INPUT,
  RANG_RULE_COLUMN_POINTS,
  RANG_RULE_COLUMN_CLASS,
  RANG_RULE_COLUMN_REASON,
} RangRuleColumnKind;

/**
 * RangRuleValueKind:
 * @RANG_RULE_VALUE_TEXT: anything
 * @RANG_RULE_VALUE_CHOICE: one of a few words
 * @RANG_RULE_VALUE_BOOLEAN: yes or no
 * @RANG_RULE_VALUE_NUMBER: a number
 * @RANG_RULE_VALUE_DATE: a day
 */
typedef enum
{
  RANG_RULE_VALUE_TEXT,
  RANG_RULE_VALUE_CHOICE,
  RANG_RULE_VALUE_BOOLEAN,
  RANG_RULE_VALUE_NUMBER,
  RANG_RULE_VALUE_DATE,
} RangRuleValueKind;

/**
 * RangRuleColumn:
 * @name: (nullable): of an input, as the model names it
 * @label: what people call it
 * @unit: (nullable): its unit
 * @meaning: (nullable): one sentence on it
 * @values: what an input's values are
 * @nullable: whether it can be unknown
 * @choices: (nullable) (array zero-terminated=1): the words it can be, with %RANG_RULE_VALUE_CHOICE
 *
 * All texts in the current language.
 */
typedef struct
{
  RangRuleColumnKind kind;
  char *name;
  char *label;
  char *unit;
  char *meaning;
  RangRuleValueKind values;
  gboolean nullable;
  char **choices;
} RangRuleColumn;

void
rang_rule_column_free (RangRuleColumn *column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRuleColumn, rang_rule_column_free)

/**
 * rang_rule_draft_new:
 * @text: the model to work on
 * @against: (nullable): the model whose difference is shown; %NULL for @text as it is now
 * @name: what to call it in messages
 *
 * Returns: (transfer full) (nullable): the rules on the table; errors as rang_rules_document_new()
 */
RangRuleDraft *
rang_rule_draft_new (GBytes *text, GBytes *against, const char *name, GError **error);
/**
 * rang_rule_draft_compare_with:
 * @against: what changes are told against from now on
 *
 * Steps stay as they are. Returns: %FALSE with @error set if @against is no model
 */
gboolean
rang_rule_draft_compare_with (RangRuleDraft *draft, GBytes *against, GError **error);
void
rang_rule_draft_free (RangRuleDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRuleDraft, rang_rule_draft_free)

/** rang_rule_draft_to_text: Returns: (transfer full): the model as it stands */
GBytes *
rang_rule_draft_to_text (RangRuleDraft *draft);

/** rang_rule_draft_count_changes: Returns: how much differs from the model it is compared with */
guint
rang_rule_draft_count_changes (RangRuleDraft *draft);

/** rang_rule_draft_dup_changes: Returns: (transfer full) (array zero-terminated=1): a line for each difference */
char **
rang_rule_draft_dup_changes (RangRuleDraft *draft);

/** rang_rule_draft_dup_findings: Returns: (transfer full) (array zero-terminated=1): gaps, overlaps, idle rows and
 * faults, a sentence each; @wrong: (out): how many of them leave orders without points or class */
char **
rang_rule_draft_dup_findings (RangRuleDraft *draft, guint *wrong);

/** rang_rule_draft_find_row_finding: Returns: (transfer full) (nullable): what is to be said about a row: that it is
 * idle, or which other row applies to the same orders */
char *
rang_rule_draft_dup_row_finding (RangRuleDraft *draft, guint table, guint row);

guint
rang_rule_draft_get_n_tables (RangRuleDraft *draft);
/** rang_rule_draft_dup_table_name: Returns: (transfer full): as the model calls it */
char *
rang_rule_draft_dup_table_name (RangRuleDraft *draft, guint table);
/** rang_rule_draft_dup_table_label: Returns: (transfer full): what people call it */
char *
rang_rule_draft_dup_table_label (RangRuleDraft *draft, guint table);
/** rang_rule_draft_get_policy: Returns: one sentence on what the table gives when several rows apply */
const char *
rang_rule_draft_get_policy (RangRuleDraft *draft, guint table);
guint
rang_rule_draft_get_n_rows (RangRuleDraft *draft, guint table);
guint
rang_rule_draft_get_n_columns (RangRuleDraft *draft, guint table);
/** rang_rule_draft_dup_column: Returns: (transfer full): what a column is */
RangRuleColumn *
rang_rule_draft_dup_column (RangRuleDraft *draft, guint table, guint column);
/** rang_rule_draft_dup_cell: Returns: (transfer full): the cell in words */
char *
rang_rule_draft_dup_cell (RangRuleDraft *draft, guint table, guint row, guint column);
/** rang_rule_draft_dup_before: Returns: (transfer full) (nullable): what the cell was, if it has changed; "" in a row
 * or column that is new */
char *
rang_rule_draft_dup_before (RangRuleDraft *draft, guint table, guint row, guint column);
/** rang_rule_draft_dup_rule: Returns: (transfer full): the name of the row for good: "Client/first-delivery" */
char *
rang_rule_draft_dup_rule (RangRuleDraft *draft, guint table, guint row);

/**
 * rang_rule_draft_check:
 * @words: what is typed
 * @error: return location: what is wrong with it, in plain words
 *
 * Returns: whether @words could stand in that cell; nothing is changed
 */
gboolean
rang_rule_draft_check (RangRuleDraft *draft, guint table, guint row, guint column, const char *words, GError **error);

/* Steps. Each can be undone; those that change nothing are none. */

/** rang_rule_draft_dup_plain: Returns: (transfer full) (nullable): what was typed, as the grid would show it; %NULL when
 * it is wrong */
char *
rang_rule_draft_dup_plain (RangRuleDraft *draft, guint table, guint column, const char *words);

/** rang_rule_draft_set: as rang_rule_draft_check(), and puts the words into the cell */
gboolean
rang_rule_draft_set (RangRuleDraft *draft, guint table, guint row, guint column, const char *words, GError **error);
/** rang_rule_draft_add_row: a row that applies always and gives nothing yet */
void
rang_rule_draft_add_row (RangRuleDraft *draft, guint table, guint row);
/** rang_rule_draft_copy_row: the same row once more, below */
void
rang_rule_draft_copy_row (RangRuleDraft *draft, guint table, guint row);
void
rang_rule_draft_remove_row (RangRuleDraft *draft, guint table, guint row);
void
rang_rule_draft_move_row (RangRuleDraft *draft, guint table, guint row, guint to);
/** rang_rule_draft_dup_inputs: Returns: (transfer full) (element-type RangRuleColumn): what the table does not ask yet
 */
GPtrArray *
rang_rule_draft_dup_inputs (RangRuleDraft *draft, guint table);
/** rang_rule_draft_add_column: @input: the name of an input: lets the table ask it, behind the others */
void
rang_rule_draft_add_column (RangRuleDraft *draft, guint table, const char *input);
void
rang_rule_draft_remove_column (RangRuleDraft *draft, guint table, guint column);
/** rang_rule_draft_move_column: both are inputs */
void
rang_rule_draft_move_column (RangRuleDraft *draft, guint table, guint column, guint to);

gboolean
rang_rule_draft_can_undo (RangRuleDraft *draft);
gboolean
rang_rule_draft_can_redo (RangRuleDraft *draft);
void
rang_rule_draft_undo (RangRuleDraft *draft);
void
rang_rule_draft_redo (RangRuleDraft *draft);

G_END_DECLS
