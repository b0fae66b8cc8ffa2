/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-arena.h"

G_BEGIN_DECLS

/**
 * rang_feel_regex_compile:
 * @pattern: a regular expression of XPath and XQuery
 * @flags: any of "s", "m", "i", "x", "q"
 *
 * Returns: (transfer full) (nullable): the expression; %NULL if it or a flag is wrong
 */
GRegex *
rang_feel_regex_compile (const char *pattern, const char *flags);

/**
 * rang_feel_regex_match:
 * @found: (out): whether @text has a match
 *
 * Returns: %FALSE if the search took too long
 */
gboolean
rang_feel_regex_match (GRegex *regex, const char *text, gboolean *found);

/**
 * rang_feel_regex_replace:
 * @arena: its limit holds for the result
 * @replacement: may name groups: "$1"; "\$" and "\\" are plain
 * @literal: whether @replacement is to be taken as it is
 *
 * Returns: (transfer full) (nullable): the text; %NULL if the replacement is wrong, the expression matches
 *   nothing at all or the search took too long
 */
char *
rang_feel_regex_replace (
    RangFeelArena *arena, GRegex *regex, const char *text, const char *replacement, gboolean literal);

/**
 * rang_feel_regex_split:
 *
 * Returns: (transfer full) (nullable): the parts between the matches; %NULL as above
 */
char **
rang_feel_regex_split (GRegex *regex, const char *text);

/**
 * rang_feel_regex_find_block:
 * @name: of a block of Unicode, "Cyrillic", without its "Is"
 * @low: (out): its first character
 * @high: (out): its last one
 *
 * Returns: whether there is such a block
 */
gboolean
rang_feel_regex_find_block (const char *name, gsize length, guint *low, guint *high);

G_END_DECLS
