/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-rules-document.h"

G_BEGIN_DECLS

/**
 * RangRulesChangeKind:
 * @RANG_RULES_CHANGE_CELL: a cell has another text
 * @RANG_RULES_CHANGE_REASON: a row's description, the reason that people are shown, is another
 * @RANG_RULES_CHANGE_ROW_ADDED: a row is new
 * @RANG_RULES_CHANGE_ROW_REMOVED: a row is gone
 * @RANG_RULES_CHANGE_ROW_MOVED: a row stands elsewhere among those that stayed
 * @RANG_RULES_CHANGE_COLUMN_ADDED: a column is new
 * @RANG_RULES_CHANGE_COLUMN_REMOVED: a column is gone
 * @RANG_RULES_CHANGE_TABLE_ADDED: a table is new
 * @RANG_RULES_CHANGE_TABLE_REMOVED: a table is gone
 */
typedef enum
{
  RANG_RULES_CHANGE_CELL,
  RANG_RULES_CHANGE_REASON,
  RANG_RULES_CHANGE_ROW_ADDED,
  RANG_RULES_CHANGE_ROW_REMOVED,
  RANG_RULES_CHANGE_ROW_MOVED,
  RANG_RULES_CHANGE_COLUMN_ADDED,
  RANG_RULES_CHANGE_COLUMN_REMOVED,
  RANG_RULES_CHANGE_TABLE_ADDED,
  RANG_RULES_CHANGE_TABLE_REMOVED,
} RangRulesChangeKind;

/**
 * RangRulesChange:
 * @table: the table's name
 * @row: place of the row, from 1, in the newer model (of one that is gone, in the older); 0 for none
 * @text: (nullable): the row's description
 * @said: (nullable): the row's reason as people are told it in the current language
 * @column: (nullable): the column's heading
 * @column_kind: what the column's cells are
 * @before: (nullable): what stood there
 * @after: (nullable): what stands there
 */
typedef struct
{
  RangRulesChangeKind kind;
  char *table;
  guint row;
  char *text;
  char *said;
  char *column;
  RangRulesColumnKind column_kind;
  char *before;
  char *after;
} RangRulesChange;

/**
 * rang_rules_difference:
 * @older: a model
 * @newer: another
 *
 * Compares the tables of two models: tables by name, rows by id (rows without one by place), columns by heading.
 *
 * Returns: (transfer full) (element-type RangRulesChange): what is different, in the newer model's order
 */
GPtrArray *
rang_rules_difference (RangRulesDocument *older, RangRulesDocument *newer);

/**
 * rang_rules_difference_find_row:
 * @row: of @table in @document
 *
 * Returns: the place of the same row in the table @other_table of @other; -1 if it is not there
 */
int
rang_rules_difference_find_row (
    RangRulesDocument *document, guint table, guint row, RangRulesDocument *other, guint other_table);

/**
 * rang_rules_difference_find_column:
 *
 * Returns: the column with the same kind and heading in the table @other_table of @other; -1 if it is not there
 */
int
rang_rules_difference_find_column (
    RangRulesDocument *document, guint table, guint column, RangRulesDocument *other, guint other_table);

/**
 * rang_rules_difference_find_table:
 *
 * Returns: the table of the same name in @other; -1 if there is none
 */
int
rang_rules_difference_find_table (RangRulesDocument *document, guint table, RangRulesDocument *other);

/** rang_rules_change_kind_to_nick: Returns: "cell", "reason", "row-added" … */
const char *
rang_rules_change_kind_to_nick (RangRulesChangeKind kind);

/** rang_rules_change_to_text: Returns: (transfer full): one line in the reader's language */
char *
rang_rules_change_to_text (const RangRulesChange *change);
void
rang_rules_change_free (RangRulesChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesChange, rang_rules_change_free)

G_END_DECLS
