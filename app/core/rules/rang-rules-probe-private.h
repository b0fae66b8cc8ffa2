/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-dmn-model.h"

G_BEGIN_DECLS

/**
 * rang_rules_probe_collect:
 * @constants: (element-type RangFeelValue): what is found is added; borrowed from the model
 *
 * Finds the constants that a test compares with.
 *
 * Returns: %FALSE if the test depends on anything else than its input
 */
gboolean
rang_rules_probe_collect (const RangFeelNode *test, GPtrArray *constants);

/**
 * rang_rules_probe_values:
 * @constants: (element-type RangFeelValue): those that the tests of one input compare with
 * @name: of the input, or of a decision
 * @allowed: (nullable): the values that the column allows
 *
 * Chooses values of an input such that every test with these constants comes out in every way it can: each constant,
 * values between, below and above.
 *
 * Returns: (transfer container) (element-type RangFeelValue): the values, in @arena
 */
GPtrArray *
rang_rules_probe_values (RangFeelArena *arena, GPtrArray *constants, const char *name, const RangDmnCell *allowed);

G_END_DECLS
