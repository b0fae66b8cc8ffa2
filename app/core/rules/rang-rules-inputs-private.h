/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value-private.h"
#include "rules/rang-rules-inputs.h"

G_BEGIN_DECLS

/**
 * rang_rules_inputs_get_arena:
 *
 * Returns: (transfer none): where the values live
 */
RangFeelArena *
rang_rules_inputs_get_arena (RangRulesInputs *inputs);

/**
 * rang_rules_inputs_set_value:
 * @value: in the arena of @inputs
 */
void
rang_rules_inputs_set_value (RangRulesInputs *inputs, const char *name, const RangFeelValue *value);

/**
 * rang_rules_inputs_find:
 * @hash: of @name
 *
 * As rang_rules_inputs_get().
 */
const RangFeelValue *
rang_rules_inputs_find (RangRulesInputs *inputs, const char *name, guint hash);

/**
 * rang_rules_inputs_take_scratch:
 * @limit: of the memory, if it has to be made
 *
 * Whoever evaluates one order after the other with the same inputs need not ask for memory each time.
 *
 * Returns: (transfer full): an empty arena
 */
RangFeelArena *
rang_rules_inputs_take_scratch (RangRulesInputs *inputs, gsize limit);

/**
 * rang_rules_inputs_give_scratch:
 * @scratch: (transfer full): emptied and kept for the next time
 */
void
rang_rules_inputs_give_scratch (RangRulesInputs *inputs, RangFeelArena *scratch);

G_END_DECLS
