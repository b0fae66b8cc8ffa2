/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangRuleLabWindow:
 *
 * What rules would have done on the last days, and the rules that people have been making by hand.
 *
 * Signal `taken` (rules: #GBytes): an offered row is to be in the draft.
 */
#define RANG_TYPE_RULE_LAB_WINDOW (rang_rule_lab_window_get_type ())
G_DECLARE_FINAL_TYPE (RangRuleLabWindow, rang_rule_lab_window, RANG, RULE_LAB_WINDOW, AdwWindow)

/** rang_rule_lab_window_open: @rules: the text of a model; @may_take: whether offers can go into the draft */
RangRuleLabWindow *
rang_rule_lab_window_open (GtkWindow *parent, RangDesk *desk, GBytes *rules, gboolean may_take);

G_END_DECLS
