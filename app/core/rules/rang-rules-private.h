/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-dmn-model.h"

G_BEGIN_DECLS

/**
 * RangRulesRun:
 *
 * A session with all it needs.
 */
typedef struct
{
  RangFeelEval eval;
  RangDmnSession session;
} RangRulesRun;

void
rang_rules_run_init (RangRulesRun *run, RangRules *rules, RangRulesInputs *inputs, gboolean explain);
void
rang_rules_run_clear (RangRulesRun *run);

/**
 * rang_rules_find_element:
 * @space: (nullable): the namespace; %NULL is that of the model itself
 *
 * Returns: (nullable): the element of that name
 */
RangDmnElement *
rang_rules_find_element (RangRules *rules, const char *name, const char *space, gboolean input);

/**
 * rang_rules_stopped:
 *
 * Returns: whether the evaluation was stopped; @error is then set
 */
gboolean
rang_rules_stopped (RangRulesRun *run, GError **error);

G_END_DECLS
