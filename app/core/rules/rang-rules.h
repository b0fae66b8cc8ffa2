/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value.h"
#include "rules/rang-rules-error.h"
#include "rules/rang-rules-inputs.h"

G_BEGIN_DECLS

/**
 * RangRules:
 *
 * A DMN model, compiled once and evaluated many times. Immutable after loading and reference counted; any number of
 * threads may evaluate the same model at once, each with inputs of its own.
 */
typedef struct _RangRules RangRules;

/**
 * RangRulesLoadFlags:
 * @RANG_RULES_LOAD_DEFAULT: the first fault in the model refuses it
 * @RANG_RULES_LOAD_LENIENT: faults of single expressions are kept as messages, and what depends on them is null
 *
 * How to take a model that is partly wrong.
 */
typedef enum
{
  RANG_RULES_LOAD_DEFAULT = 0,
  RANG_RULES_LOAD_LENIENT = 1 << 0,
} RangRulesLoadFlags;

/**
 * rang_rules_load_file:
 * @path: a .dmn file (DMN 1.2 to 1.5); models that it imports are looked for beside it
 * @flags: see #RangRulesLoadFlags
 * @error: return location, in %RANG_RULES_ERROR; the message names file, line, table, row and cell
 *
 * Returns: (transfer full) (nullable): the compiled model
 */
RangRules *
rang_rules_load_file (const char *path, RangRulesLoadFlags flags, GError **error);

/**
 * rang_rules_load_bytes:
 * @bytes: the text of the model, as from a store
 * @name: what to call it in error messages, such as a file name
 *
 * As rang_rules_load_file(); a model that imports others is refused.
 *
 * Returns: (transfer full) (nullable): the compiled model
 */
RangRules *
rang_rules_load_bytes (GBytes *bytes, const char *name, RangRulesLoadFlags flags, GError **error);

RangRules *
rang_rules_ref (RangRules *rules);
void
rang_rules_unref (RangRules *rules);

/**
 * rang_rules_get_name:
 *
 * Returns: the model's name
 */
const char *
rang_rules_get_name (RangRules *rules);

/**
 * rang_rules_get_version:
 *
 * Returns: the SHA-256 of the model's text in 64 hexadecimal digits: which rules these are, for a board to remember
 */
const char *
rang_rules_get_version (RangRules *rules);

/**
 * rang_rules_get_bytes:
 *
 * Returns: (transfer none): the text the model was loaded from
 */
GBytes *
rang_rules_get_bytes (RangRules *rules);

/**
 * rang_rules_get_inputs:
 *
 * Returns: (transfer none): %NULL-terminated; the names of the input data the model declares, in its order
 */
const char *const *
rang_rules_get_inputs (RangRules *rules);

/**
 * rang_rules_takes_input:
 *
 * Returns: whether @name is an input of the model, one of a model it imports, or a parameter of a decision service
 */
gboolean
rang_rules_takes_input (RangRules *rules, const char *name);

/**
 * rang_rules_get_decisions:
 *
 * Returns: (transfer none): %NULL-terminated; the names of the model's decisions, in its order
 */
const char *const *
rang_rules_get_decisions (RangRules *rules);

/**
 * rang_rules_get_messages:
 *
 * Returns: (transfer none): %NULL-terminated; the faults that a lenient load kept
 */
const char *const *
rang_rules_get_messages (RangRules *rules);

/**
 * rang_rules_check_inputs:
 *
 * To be called before rules are activated. Checks that every input the model names is one that Rang supplies
 * (rang-rule-input.h) and is declared with its type, that the decisions "Points" and "Class" exist, and that no rule
 * of a table of points can give a fraction.
 *
 * Returns: %FALSE with @error set if the model must not become active
 */
gboolean
rang_rules_check_inputs (RangRules *rules, GError **error);

/**
 * RangRulesHit:
 * @decision: name of the decision (or business knowledge model) that holds the table
 * @row: place of the rule in its table, from 1
 * @row_id: (nullable): the rule's id in the model
 * @name: names the rule for good: table and row, as "Client/first-delivery"
 * @description: (nullable): the rule's description
 * @output: what the rule gave: the value of the output, or a context of several
 * @sums: whether the table collects and sums (hit policy "C+"), so that @output is a contribution
 *
 * A row of a decision table that contributed to a result.
 */
typedef struct
{
  const char *decision;
  guint row;
  const char *row_id;
  const char *name;
  const char *description;
  const RangFeelValue *output;
  gboolean sums;
  /*< private >*/
  gconstpointer table;
  gconstpointer rule;
} RangRulesHit;

/**
 * RangRulesResult:
 *
 * What an evaluation gave, and why.
 */
typedef struct _RangRulesResult RangRulesResult;

/**
 * rang_rules_evaluate:
 * @decision: the decision's name (or that of a decision service)
 * @inputs: named values; those the model does not know are ignored, those missing are null
 * @error: return location: %RANG_RULES_ERROR_DECISION, %RANG_RULES_ERROR_LIMIT
 *
 * FEEL has no exceptions: what cannot be computed is null, and the result's messages say why.
 *
 * Returns: (transfer full) (nullable): the result
 */
RangRulesResult *
rang_rules_evaluate (RangRules *rules, const char *decision, RangRulesInputs *inputs, GError **error);

void
rang_rules_result_free (RangRulesResult *result);

/**
 * rang_rules_result_get_value:
 *
 * Returns: (transfer none): the value, valid as long as @result
 */
const RangFeelValue *
rang_rules_result_get_value (RangRulesResult *result);

/**
 * rang_rules_result_get_hits:
 * @n_hits: (out): their count
 *
 * Returns: (array length=n_hits): the rows that applied, in the order in which they were evaluated
 */
const RangRulesHit *
rang_rules_result_get_hits (RangRulesResult *result, guint *n_hits);

/**
 * rang_rules_result_get_hit_text:
 * @hit: below the count of rang_rules_result_get_hits()
 * @language: (nullable): as for rang_rules_score()
 *
 * Returns: (transfer none) (nullable): the row's description in that language, else in the model's own
 */
const char *
rang_rules_result_get_hit_text (RangRulesResult *result, guint hit, const char *language);

/**
 * rang_rules_result_get_decision:
 * @name: a decision's name
 *
 * Returns: (transfer none) (nullable): its value, if it was computed on the way to the result
 */
const RangFeelValue *
rang_rules_result_get_decision (RangRulesResult *result, const char *name);

/**
 * rang_rules_result_get_messages:
 *
 * Returns: (transfer none): %NULL-terminated; why something came out as null, first cause first (at most 20)
 */
const char *const *
rang_rules_result_get_messages (RangRulesResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRules, rang_rules_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesResult, rang_rules_result_free)

G_END_DECLS
