/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-rule-draft.h"
#include "rules/rang-rules-document.h"

G_BEGIN_DECLS

struct _RangRuleDraft
{
  char *name;
  RangRulesDocument *document;
  RangRulesDocument *against;
  GPtrArray *steps; /* of GBytes: the model after each step, the first before any */
  guint step;
  GPtrArray *findings; /* of RangRulesFinding; NULL until asked for */
  GError *fault;       /* why the model cannot be compiled */
};

/** rule_draft_to_document: Returns: the document's column; -1 for the row's description */
int
rule_draft_to_document (RangRulesDocument *document, guint table, guint column);

/** rule_draft_get_raw: @column: as rule_draft_to_document() gives it. Returns: (transfer full): what stands there */
char *
rule_draft_get_raw (RangRulesDocument *document, guint table, guint row, int column);

/** rule_draft_is_class: Returns: whether the table gives the class */
gboolean
rule_draft_is_class (RangRulesDocument *document, guint table);

/** rule_draft_describe_input: Returns: (transfer full): an input as a column */
RangRuleColumn *
rule_draft_describe_input (const char *name);

/** rule_draft_to_words: Returns: (transfer full): the words of what stands in a cell of that column */
char *
rule_draft_to_words (RangRulesDocument *document, guint table, int column, const char *raw);

G_END_DECLS
