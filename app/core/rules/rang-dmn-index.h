/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-dmn-cell.h"

G_BEGIN_DECLS

/**
 * RangDmnIndex:
 *
 * Which rules of a decision table accept a value in one column, looked up in place of tested cell by cell. What the
 * cells say about a number changes at few places, and about a text only where it is named: the rules that accept are
 * kept as a set of bits for each stretch between those places, and for each text.
 */
typedef struct _RangDmnIndex RangDmnIndex;

#define RANG_DMN_INDEX_WORDS(n_rules) (((n_rules) + 63) / 64)

/**
 * rang_dmn_index_new:
 * @cells: (array length=n_rules): the column, rule by rule
 *
 * Returns: (nullable): the index; %NULL if one of the cells is more than comparisons with constants
 */
const RangDmnIndex *
rang_dmn_index_new (RangFeelArena *arena, const RangDmnCell *const *cells, guint n_rules);

/**
 * rang_dmn_index_find:
 *
 * Returns: (nullable): the rules that accept @value, rule 0 in the lowest bit; %NULL if it has to be tested cell by cell
 */
const guint64 *
rang_dmn_index_find (const RangDmnIndex *index, const RangFeelValue *value);

G_END_DECLS
