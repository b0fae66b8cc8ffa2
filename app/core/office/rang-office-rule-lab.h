/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-rule-lab.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangRuleOffer:
 * @reason: the reason code of the overrides
 * @input: the fact that the moved orders have in common
 * @value: its value, in FEEL
 * @moved: how many orders were moved up for that reason
 * @with: how many of them have the fact
 * @share: of all orders of those days, in per cent, how many have it
 * @points: what a row would have to give: half of the orders would then have stood where they were moved
 *
 * A rule that people have been making by hand.
 */
typedef struct
{
  char *reason;
  char *input;
  char *value;
  guint moved;
  guint with;
  guint share;
  gint64 points;
} RangRuleOffer;

void
rang_rule_offer_free (RangRuleOffer *offer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRuleOffer, rang_rule_offer_free)

/**
 * RangLabProgress:
 *
 * Called after each day, on the calling thread.
 */
typedef void (*RangLabProgress) (guint done, guint days, gpointer data);

/**
 * rang_office_test_rules:
 * @rules: the text of a model
 * @days: how many days before the session's are looked at, 1 … 366
 * @progress: (nullable): told how far it is
 * @result: (out): the figures
 * @offers: (out) (optional) (transfer full) (element-type RangRuleOffer): rules that people have been making by hand
 *
 * Sets rules against those that held on the last days: each day's orders are suggested anew by both. Writes nothing.
 * Two questions to the planner a day.
 *
 * Returns: whether it could be done; errors in #RANG_RULES_ERROR, %RANG_OFFICE_ERROR_INVALID or cancelled
 */
gboolean
rang_office_test_rules (RangOffice *office,
                        const RangSession *session,
                        GBytes *rules,
                        const char *name,
                        guint days,
                        RangLabProgress progress,
                        gpointer data,
                        RangLabResult *result,
                        GPtrArray **offers,
                        GCancellable *cancellable,
                        GError **error);

/** rang_rule_offer_to_text: Returns: (transfer full): the offer as a sentence in the current language */
char *
rang_rule_offer_to_text (const RangRuleOffer *offer);

/**
 * rang_rule_offer_add:
 * @rules: the text of a model
 *
 * Returns: (transfer full) (nullable): the model with the offered row, in the table that asks its fact; %NULL with
 *   @error set if none does
 */
GBytes *
rang_rule_offer_add (const RangRuleOffer *offer, GBytes *rules, GError **error);

G_END_DECLS
