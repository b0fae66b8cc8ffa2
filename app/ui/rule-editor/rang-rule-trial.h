/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"
#include "office/rang-office-rule-effect.h"
#include "office/rang-rule-draft.h"

G_BEGIN_DECLS

/**
 * RangRuleTrial:
 *
 * An order to try rules with: its facts to choose, and what the rules say about it.
 */
#define RANG_TYPE_RULE_TRIAL (rang_rule_trial_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleTrial, rang_rule_trial, RANG, RULE_TRIAL, GtkWidget)

GtkWidget *
rang_rule_trial_new (RangDesk *desk);

/** rang_rule_trial_set_rules: @rules: the text of the model to try */
void
rang_rule_trial_set_rules (RangRuleTrial *trial, GBytes *rules);

/** rang_rule_trial_set_effect: @effect: (nullable): where the order would stand; borrowed during the call */
void
rang_rule_trial_set_effect (RangRuleTrial *trial, const RangRuleEffect *effect);

G_END_DECLS
