/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value.h"

G_BEGIN_DECLS

/**
 * RangRulesInputs:
 *
 * Named values to evaluate a model with. Made once, it can be cleared and filled again for each order. Not to be
 * shared between threads.
 */
typedef struct _RangRulesInputs RangRulesInputs;

/**
 * rang_rules_inputs_new:
 *
 * Returns: (transfer full): inputs without any value
 */
RangRulesInputs *
rang_rules_inputs_new (void);
void
rang_rules_inputs_free (RangRulesInputs *inputs);

/**
 * rang_rules_inputs_clear:
 *
 * Forgets all values; their memory is used again.
 */
void
rang_rules_inputs_clear (RangRulesInputs *inputs);

/**
 * rang_rules_inputs_set_integer:
 * @name: the input's name as in the model; setting it again replaces the value
 * @integer: a whole number
 */
void
rang_rules_inputs_set_integer (RangRulesInputs *inputs, const char *name, gint64 integer);

/**
 * rang_rules_inputs_set_money:
 * @minor: an amount in minor units
 * @digits: how many digits of a minor unit the currency has (rang_money_digits())
 *
 * Sets the number @minor / 10^@digits, exactly.
 */
void
rang_rules_inputs_set_money (RangRulesInputs *inputs, const char *name, gint64 minor, int digits);
void
rang_rules_inputs_set_boolean (RangRulesInputs *inputs, const char *name, gboolean value);

/**
 * rang_rules_inputs_set_string:
 * @text: (nullable): the text, copied; %NULL is FEEL's null
 */
void
rang_rules_inputs_set_string (RangRulesInputs *inputs, const char *name, const char *text);
void
rang_rules_inputs_set_null (RangRulesInputs *inputs, const char *name);

/**
 * rang_rules_inputs_set_date:
 * @year: the year
 * @month: 1 … 12
 * @day: 1 … 31
 */
void
rang_rules_inputs_set_date (RangRulesInputs *inputs, const char *name, int year, int month, int day);

/**
 * rang_rules_inputs_set_feel:
 * @text: a FEEL expression, such as `"high"`, `12.5`, `date("2026-11-24")` or `[1, 2]`
 * @error: return location, %RANG_RULES_ERROR_EXPRESSION
 *
 * Returns: %FALSE if @text is no FEEL; @inputs are then unchanged
 */
gboolean
rang_rules_inputs_set_feel (RangRulesInputs *inputs, const char *name, const char *text, GError **error);

/**
 * rang_rules_inputs_get:
 *
 * Returns: (nullable): the value set for @name
 */
const RangFeelValue *
rang_rules_inputs_get (RangRulesInputs *inputs, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesInputs, rang_rules_inputs_free)

G_END_DECLS
