/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value.h"

G_BEGIN_DECLS

/* Numbers and dates in the cells of rule tables, as people read and type them in the current language. */

/**
 * RANG_RULES_CONSTANT:
 *
 * A pattern of a number or date in FEEL, as one group.
 */
#define RANG_RULES_CONSTANT "(-?\\d+(?:\\.\\d+)?|date\\(\"[^\"]*\"\\)|@\"[^\"]*\")"

/**
 * rang_rules_constant_tidy:
 * @words: what somebody has typed; what is in quotes stays
 *
 * Returns: (transfer full): @words with the decimal comma and the dividers of thousands of the current language as FEEL
 *   has them: "500.000" is half a million in Romanian, "500,000" in English
 */
char *
rang_rules_constant_tidy (const char *words);

/**
 * rang_rules_constant_from_text:
 * @typed: tidy: "500 000", "−2.5", "2026-12-31", "31.12.2026"
 * @kind: %RANG_FEEL_NUMBER or %RANG_FEEL_DATE
 *
 * Returns: (transfer full) (nullable): the constant in FEEL; %NULL if it is none of that kind
 */
char *
rang_rules_constant_from_text (const char *typed, RangFeelKind kind);

/**
 * rang_rules_constant_to_text:
 * @feel: what %RANG_RULES_CONSTANT matches
 *
 * Returns: (transfer full): "500 000", "2.5" or "2,5", "2026-12-31"
 */
char *
rang_rules_constant_to_text (const char *feel);

/**
 * rang_rules_constant_compare:
 * @a: of rang_rules_constant_from_text()
 * @b: of the same kind
 *
 * Returns: below 0, 0, or above 0
 */
int
rang_rules_constant_compare (const char *a, const char *b);

G_END_DECLS
