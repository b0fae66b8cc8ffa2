/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-rule-input.h"

G_BEGIN_DECLS

/* Cells of rule tables as people read and type them, in the current language, without FEEL. */

/**
 * rang_rules_words_of_test:
 * @test: FEEL unary tests, as in a model
 * @input: (nullable): what the column tests
 *
 * Returns: (transfer full): "≥ 500 000", "200 000 … < 500 000", "on trial, dormant", "yes", "–" for any; what has no
 *   plainer form as it is
 */
char *
rang_rules_words_of_test (const char *test, const RangRuleInput *input);

/**
 * rang_rules_words_of_fact:
 * @name: of an input, or of anything else that rules ask
 * @value: in FEEL
 *
 * Returns: (transfer full): "Client: on trial", "Place in department: 11 %"
 */
char *
rang_rules_words_of_fact (const char *name, const char *value);

/**
 * rang_rules_words_to_test:
 * @words: what somebody has typed, in words or in FEEL
 * @input: (nullable): what the column tests
 * @error: return location: %RANG_RULES_ERROR_EXPRESSION, in plain words
 *
 * Returns: (transfer full) (nullable): FEEL unary tests
 */
char *
rang_rules_words_to_test (const char *words, const RangRuleInput *input, GError **error);

/**
 * rang_rules_words_of_output:
 * @output: a FEEL expression
 *
 * Returns: (transfer full): "+10" of points, "A" of a class
 */
char *
rang_rules_words_of_output (const char *output);

/**
 * rang_rules_words_to_output:
 * @is_class: whether it is a class, else points
 * @error: return location: %RANG_RULES_ERROR_EXPRESSION, in plain words
 *
 * Returns: (transfer full) (nullable): a FEEL expression
 */
char *
rang_rules_words_to_output (const char *words, gboolean is_class, GError **error);

/**
 * rang_rules_table_label:
 * @name: of a table, or of the points
 *
 * Returns: what people call it, in the current language, if it is one that Rang ships; else @name itself
 */
const char *
rang_rules_table_label (const char *name);

G_END_DECLS
