/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-rules.h"

G_BEGIN_DECLS

/**
 * RangRulesDocument:
 *
 * A DMN model being edited: its decision tables as grids. Everything else in the file (the diagram, extensions of other
 * tools, comments) stays as it is. Not to be shared between threads.
 *
 * Tables, rows and columns count from 0. The columns are the inputs, then the outputs, then the annotations.
 */
typedef struct _RangRulesDocument RangRulesDocument;

/**
 * RangRulesColumnKind:
 *
 * What the cells of a column are: unary tests, expressions, or text for people.
 */
typedef enum
{
  RANG_RULES_COLUMN_INPUT,
  RANG_RULES_COLUMN_OUTPUT,
  RANG_RULES_COLUMN_ANNOTATION,
} RangRulesColumnKind;

/**
 * rang_rules_document_new:
 * @bytes: the text of a model; its cells may be wrong, its XML may not
 * @name: what to call it in error messages
 * @error: return location: %RANG_RULES_ERROR_XML, %RANG_RULES_ERROR_MODEL
 *
 * Returns: (transfer full) (nullable): the document
 */
RangRulesDocument *
rang_rules_document_new (GBytes *bytes, const char *name, GError **error);
void
rang_rules_document_free (RangRulesDocument *document);

/**
 * rang_rules_document_to_bytes:
 *
 * Returns: (transfer full): the text of the model as it stands, in UTF-8; without an edit, the very bytes it was made
 *   from, unless those are in another encoding
 */
GBytes *
rang_rules_document_to_bytes (RangRulesDocument *document);

/**
 * rang_rules_document_compile:
 * @error: return location: as rang_rules_load_bytes()
 *
 * Returns: (transfer full) (nullable): the model as it stands, compiled
 */
RangRules *
rang_rules_document_compile (RangRulesDocument *document, GError **error);

guint
rang_rules_document_get_n_tables (RangRulesDocument *document);
guint
rang_rules_document_get_n_rows (RangRulesDocument *document, guint table);
guint
rang_rules_document_get_n_columns (RangRulesDocument *document, guint table);

/**
 * rang_rules_document_dup_table_name:
 *
 * Returns: (transfer full): the name of the decision, or business knowledge model, whose table it is
 */
char *
rang_rules_document_dup_table_name (RangRulesDocument *document, guint table);

/**
 * rang_rules_document_dup_row_id:
 *
 * Returns: (transfer full) (nullable): the row's id in the model; %NULL if it has none
 */
char *
rang_rules_document_dup_row_id (RangRulesDocument *document, guint table, guint row);

/**
 * rang_rules_document_get_column_kind:
 *
 * Returns: what the column's cells are
 */
RangRulesColumnKind
rang_rules_document_get_column_kind (RangRulesDocument *document, guint table, guint column);

/**
 * rang_rules_document_dup_heading:
 *
 * Returns: (transfer full): the input's expression, the output's or the annotation's name
 */
char *
rang_rules_document_dup_heading (RangRulesDocument *document, guint table, guint column);

/**
 * rang_rules_document_dup_cell:
 *
 * Returns: (transfer full): the cell's text; "" if it has none
 */
char *
rang_rules_document_dup_cell (RangRulesDocument *document, guint table, guint row, guint column);

/**
 * rang_rules_document_set_cell:
 * @text: the new text; whether it is right is said by rang_rules_document_check_cell()
 */
void
rang_rules_document_set_cell (RangRulesDocument *document, guint table, guint row, guint column, const char *text);

/**
 * rang_rules_document_check_cell:
 * @text: what somebody has typed
 * @error: return location: what is wrong with it, in plain words
 *
 * Returns: whether the model could be compiled with @text in that cell; the document is not changed
 */
gboolean
rang_rules_document_check_cell (
    RangRulesDocument *document, guint table, guint row, guint column, const char *text, GError **error);

/**
 * rang_rules_document_dup_description:
 *
 * Returns: (transfer full): the row's description; "" if it has none
 */
char *
rang_rules_document_dup_description (RangRulesDocument *document, guint table, guint row);
void
rang_rules_document_set_description (RangRulesDocument *document, guint table, guint row, const char *text);

/**
 * rang_rules_document_insert_row:
 * @row: the place it shall have, up to the count of rows
 *
 * Makes a row with an id of its own that applies always and gives nothing yet.
 */
void
rang_rules_document_insert_row (RangRulesDocument *document, guint table, guint row);
void
rang_rules_document_remove_row (RangRulesDocument *document, guint table, guint row);

/**
 * rang_rules_document_move_row:
 * @to: the place it has afterwards
 */
void
rang_rules_document_move_row (RangRulesDocument *document, guint table, guint row, guint to);

/**
 * rang_rules_document_insert_input:
 * @column: the place it shall have, up to the count of inputs
 * @expression: what it tests: the name of an input
 *
 * Makes an input column whose cells are all "-". The requirement of the decision has to be there: see
 * rang_rules_document_require().
 */
void
rang_rules_document_insert_input (RangRulesDocument *document, guint table, guint column, const char *expression);

/**
 * rang_rules_document_remove_input:
 * @column: an input column
 */
void
rang_rules_document_remove_input (RangRulesDocument *document, guint table, guint column);

/**
 * rang_rules_document_move_input:
 * @column: an input column
 * @to: the place among the inputs that it has afterwards
 */
void
rang_rules_document_move_input (RangRulesDocument *document, guint table, guint column, guint to);

/**
 * rang_rules_document_find_own_language:
 *
 * Returns: the column of annotations that says the reasons in the current language; -1 if there is none
 */
int
rang_rules_document_find_own_language (RangRulesDocument *document, guint table);

/**
 * rang_rules_document_get_n_inputs:
 *
 * Returns: how many of the table's columns are inputs
 */
guint
rang_rules_document_get_n_inputs (RangRulesDocument *document, guint table);

/**
 * rang_rules_document_dup_policy:
 *
 * Returns: (transfer full): the hit policy and, of a table that collects, the aggregation: "FIRST", "COLLECT SUM"
 */
char *
rang_rules_document_dup_policy (RangRulesDocument *document, guint table);

/**
 * rang_rules_document_require:
 * @input: name of an input; declared in the model if it is not yet
 * @type: its FEEL type
 *
 * Lets the table's decision use @input.
 */
void
rang_rules_document_require (RangRulesDocument *document, guint table, const char *input, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesDocument, rang_rules_document_free)

G_END_DECLS
