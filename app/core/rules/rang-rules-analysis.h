/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-rules.h"

G_BEGIN_DECLS

/**
 * RangRulesFindingKind:
 * @RANG_RULES_FINDING_GAP: no row of the table applies to some orders, and the table needs one
 * @RANG_RULES_FINDING_OVERLAP: two rows apply to the same orders where only one may, or where both test the same
 * @RANG_RULES_FINDING_IDLE: a row can never give anything: nothing meets it, or rows above it always come first
 */
typedef enum
{
  RANG_RULES_FINDING_GAP,
  RANG_RULES_FINDING_OVERLAP,
  RANG_RULES_FINDING_IDLE,
} RangRulesFindingKind;

/**
 * RangRulesFinding:
 * @table: the table's name
 * @row: from 1; 0 for the whole table
 * @other: the second row of an overlap, from 1
 * @wrong: whether orders are left without an answer, or with a contradictory one; else it may be meant so
 * @example: (nullable): an order it happens to: “Client: on trial, First delivery: yes”
 *
 * Something about a table that whoever wrote it may not have meant.
 */
typedef struct
{
  RangRulesFindingKind kind;
  char *table;
  guint row;
  guint other;
  gboolean wrong;
  char *example;
} RangRulesFinding;

/**
 * rang_rules_analyse:
 *
 * Looks for gaps, overlaps and idle rows, table by table: every way in which the constants of a table can divide its
 * inputs is tried. A table with tests that depend on more than their input, or with more than 200,000 such ways, is
 * passed over. Milliseconds for the tables that Rang ships.
 *
 * Returns: (transfer full) (element-type RangRulesFinding): what was found, in the model's order
 */
GPtrArray *
rang_rules_analyse (RangRules *rules);

/** rang_rules_finding_to_text: Returns: (transfer full): one sentence in the reader's language */
char *
rang_rules_finding_to_text (const RangRulesFinding *finding);
void
rang_rules_finding_free (RangRulesFinding *finding);

/**
 * rang_rules_try_out:
 * @error: return location: %RANG_RULES_ERROR_SCORE: what is wrong and with which order
 *
 * Scores some hundreds of made-up orders, chosen where the rules change. Contributions must be whole numbers, their sum
 * the points, the class A, B or C. An order without a class (a gap) is not refused here: see rang_rules_analyse().
 *
 * Returns: whether all of them could be scored
 */
gboolean
rang_rules_try_out (RangRules *rules, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesFinding, rang_rules_finding_free)

G_END_DECLS
