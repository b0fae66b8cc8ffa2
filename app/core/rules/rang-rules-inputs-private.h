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

G_END_DECLS
