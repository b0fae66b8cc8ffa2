/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "office/rang-office-rule-effect.h"

G_BEGIN_DECLS

/**
 * RangRuleEffectPane:
 *
 * What rules change on today's suggestion: the balance before and after, who gives way to whom, who rises and falls.
 */
#define RANG_TYPE_RULE_EFFECT_PANE (rang_rule_effect_pane_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleEffectPane, rang_rule_effect_pane, RANG, RULE_EFFECT_PANE, GtkWidget)

/** rang_rule_effect_pane_show: @effect: (transfer full) (nullable): %NULL while it is computed anew */
void
rang_rule_effect_pane_show (RangRuleEffectPane *pane, RangRuleEffect *effect);

/** rang_rule_effect_pane_set_problem: says why there is no effect to show */
void
rang_rule_effect_pane_set_problem (RangRuleEffectPane *pane, const char *text);

/** rang_rule_effect_pane_get_effect: Returns: (transfer none) (nullable): what is shown */
const RangRuleEffect *
rang_rule_effect_pane_get_effect (RangRuleEffectPane *pane);

/** rang_rule_effect_pane_set_title: @text: what is compared with what */
void
rang_rule_effect_pane_set_title (RangRuleEffectPane *pane, const char *text);

G_END_DECLS
