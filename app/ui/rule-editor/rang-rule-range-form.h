/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RANG_TYPE_RULE_RANGE_FORM (rang_rule_range_form_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleRangeForm, rang_rule_range_form, RANG, RULE_RANGE_FORM, GtkWidget)

/**
 * rang_rule_range_form_new:
 * @dates: whether it is about dates, else numbers
 * @nullable: whether what is compared can be unknown
 *
 * Returns: a form for how a number or date is compared, and with what. Emits "changed" when somebody changes it, and
 *   "activate" when Enter is pressed in it.
 */
GtkWidget *
rang_rule_range_form_new (gboolean dates, gboolean nullable);

/**
 * rang_rule_range_form_show:
 * @words: plain, as the grid shows them
 */
void
rang_rule_range_form_show (RangRuleRangeForm *self, const char *words);

/**
 * rang_rule_range_form_dup_words:
 *
 * Returns: (transfer full): what the form says, in words; wrong where an end is
 */
char *
rang_rule_range_form_dup_words (RangRuleRangeForm *self);

G_END_DECLS
