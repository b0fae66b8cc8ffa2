/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "office/rang-office-rule-effect.h"

G_BEGIN_DECLS

/**
 * RangRuleSlopes:
 *
 * The day's suggestion by the rules that hold, on the left, and by those that are tried, on the right: a line an order,
 * those that gain or lose their promise in colour, the on-time line across.
 */
#define RANG_TYPE_RULE_SLOPES (rang_rule_slopes_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleSlopes, rang_rule_slopes, RANG, RULE_SLOPES, GtkWidget)

/** rang_rule_slopes_show: @effect: (nullable): borrowed until the next call; @words: its accessible name */
void
rang_rule_slopes_show (RangRuleSlopes *slopes, const RangRuleEffect *effect, const char *words);

/** rang_rule_slopes_get_line: Returns: pixels from the top to the on-time line */
double
rang_rule_slopes_get_line (RangRuleSlopes *slopes);

G_END_DECLS
