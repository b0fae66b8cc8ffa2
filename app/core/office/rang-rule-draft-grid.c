/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the grids of rules that are being worked on: columns, cells in words, what they were. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "office/rang-rule-draft-private.h"
#include "rules/rang-rules-difference.h"
#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

void
rang_rule_column_free (RangRuleColumn *column)
{
  if (column == NULL)
    return;
  g_free (column->name);
  g_free (column->label);
  g_free (column->unit);
  g_free (column->meaning);
  g_strfreev (column->choices);
  g_free (column);
}

guint
rang_rule_draft_get_n_tables (RangRuleDraft *draft)
{
  return rang_rules_document_get_n_tables (draft->document);
}

char *
rang_rule_draft_dup_table_name (RangRuleDraft *draft, guint table)
{
  return rang_rules_document_dup_table_name (draft->document, table);
}

char *
rang_rule_draft_dup_table_label (RangRuleDraft *draft, guint table)
{
  g_autofree char *name = rang_rule_draft_dup_table_name (draft, table);

  return g_strdup (rang_rules_table_label (name));
}

const char *
rang_rule_draft_get_policy (RangRuleDraft *draft, guint table)
{
  static const struct
  {
    const char *policy;
    const char *words;
  } known[] = {
    { "COLLECT SUM", N_ ("every row that applies adds its points") },
    { "FIRST", N_ ("the first row that applies decides") },
    { "UNIQUE", N_ ("exactly one row may apply") },
    { "ANY", N_ ("rows that apply must agree") },
    { "PRIORITY", N_ ("of the rows that apply the one with the most important result decides") },
  };
  g_autofree char *policy = rang_rules_document_dup_policy (draft->document, table);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].policy, policy))
      return _ (known[i].words);
  return _ ("all rows that apply are collected");
}

guint
rang_rule_draft_get_n_rows (RangRuleDraft *draft, guint table)
{
  return rang_rules_document_get_n_rows (draft->document, table);
}

/* Columns of the document, with the reason put in before the annotations. */
guint
rang_rule_draft_get_n_columns (RangRuleDraft *draft, guint table)
{
  return rang_rules_document_get_n_columns (draft->document, table) + 1;
}

static guint
count_before_reason (RangRulesDocument *document, guint table)
{
  guint n = 0;

  while (n < rang_rules_document_get_n_columns (document, table)
         && rang_rules_document_get_column_kind (document, table, n) != RANG_RULES_COLUMN_ANNOTATION)
    n++;
  return n;
}

/* The document's column, or -1 for the row's description. */
int
rule_draft_to_document (RangRulesDocument *document, guint table, guint column)
{
  guint reason = count_before_reason (document, table);
  int own = rang_rules_document_find_own_language (document, table), at = (int)column - 1;

  if (column < reason)
    return (int)column;
  /* The reasons: in the reader's own language first, then the description, then the other annotations. */
  if (own < 0)
    return column == reason ? -1 : at;
  if (column <= reason + 1)
    return column == reason ? own : -1;
  return at <= own ? at - 1 : at;
}

char *
rule_draft_get_raw (RangRulesDocument *document, guint table, guint row, int column)
{
  return column < 0 ? rang_rules_document_dup_description (document, table, row)
                    : rang_rules_document_dup_cell (document, table, row, (guint)column);
}

gboolean
rule_draft_is_class (RangRulesDocument *document, guint table)
{
  g_autofree char *name = rang_rules_document_dup_table_name (document, table);

  return g_str_equal (name, RANG_RULES_DECISION_CLASS);
}

RangRuleColumn *
rule_draft_describe_input (const char *name)
{
  const RangRuleInput *input = rang_rule_input_find (name);
  RangRuleColumn *column = g_new0 (RangRuleColumn, 1);

  column->kind = RANG_RULE_COLUMN_INPUT;
  column->name = g_strdup (name);
  column->label = g_strdup (input != NULL ? _ (input->label) : rang_rules_table_label (name));
  if (input == NULL)
    {
      if (g_str_equal (name, RANG_RULES_DECISION_POINTS))
        column->values = RANG_RULE_VALUE_NUMBER;
      return column;
    }
  column->unit = g_strdup (input->unit != NULL ? _ (input->unit) : NULL);
  column->meaning = g_strdup (_ (input->meaning));
  column->values = input->kind == RANG_FEEL_BOOLEAN  ? RANG_RULE_VALUE_BOOLEAN
                   : input->kind == RANG_FEEL_NUMBER ? RANG_RULE_VALUE_NUMBER
                   : input->kind == RANG_FEEL_DATE   ? RANG_RULE_VALUE_DATE
                   : input->values != NULL           ? RANG_RULE_VALUE_CHOICE
                                                     : RANG_RULE_VALUE_TEXT;
  column->nullable = input->nullable;
  column->choices = rang_rule_input_dup_values (input);
  for (guint i = 0; column->choices != NULL && column->choices[i] != NULL; i++)
    {
      char *label = g_strdup (rang_rule_input_value_label (column->choices[i]));

      g_free (column->choices[i]);
      column->choices[i] = label;
    }
  return column;
}

RangRuleColumn *
rang_rule_draft_dup_column (RangRuleDraft *draft, guint table, guint column)
{
  int at = rule_draft_to_document (draft->document, table, column);
  g_autofree char *heading
      = at >= 0 ? rang_rules_document_dup_heading (draft->document, table, (guint)at) : g_strdup ("en");
  RangRulesColumnKind kind = at >= 0 ? rang_rules_document_get_column_kind (draft->document, table, (guint)at)
                                     : RANG_RULES_COLUMN_ANNOTATION;
  RangRuleColumn *described;

  if (kind == RANG_RULES_COLUMN_INPUT)
    return rule_draft_describe_input (heading);
  described = g_new0 (RangRuleColumn, 1);
  if (kind == RANG_RULES_COLUMN_OUTPUT)
    {
      gboolean class = rule_draft_is_class (draft->document, table);

      described->kind = class ? RANG_RULE_COLUMN_CLASS : RANG_RULE_COLUMN_POINTS;
      described->label = g_strdup (class ? _ ("Class") : _ ("Points"));
      described->values = class ? RANG_RULE_VALUE_CHOICE : RANG_RULE_VALUE_NUMBER;
      if (class)
        described->choices = g_strsplit ("A,B,C", ",", -1);
      return described;
    }
  described->kind = RANG_RULE_COLUMN_REASON;
  /* Translators: heading of a column of a rule table: what people are told; %s is a language: “en”, “ro” */
  described->label = g_strdup_printf (_ ("Reason (%s)"), heading);
  return described;
}

/* The words of what stands in a cell. */
char *
rule_draft_to_words (RangRulesDocument *document, guint table, int column, const char *raw)
{
  g_autofree char *heading = NULL;

  if (column < 0)
    return g_strdup (raw);
  switch (rang_rules_document_get_column_kind (document, table, (guint)column))
    {
    case RANG_RULES_COLUMN_INPUT:
      heading = rang_rules_document_dup_heading (document, table, (guint)column);
      return rang_rules_words_of_test (raw, rang_rule_input_find (heading));
    case RANG_RULES_COLUMN_OUTPUT:
      return rang_rules_words_of_output (raw);
    case RANG_RULES_COLUMN_ANNOTATION:
    default:
      return g_strdup (raw);
    }
}

char *
rang_rule_draft_dup_cell (RangRuleDraft *draft, guint table, guint row, guint column)
{
  int at = rule_draft_to_document (draft->document, table, column);
  g_autofree char *raw = rule_draft_get_raw (draft->document, table, row, at);

  return rule_draft_to_words (draft->document, table, at, raw);
}

char *
rang_rule_draft_dup_before (RangRuleDraft *draft, guint table, guint row, guint column)
{
  int then = rang_rules_difference_find_table (draft->document, table, draft->against);
  int old_row
      = then >= 0 ? rang_rules_difference_find_row (draft->document, table, row, draft->against, (guint)then) : -1;
  int at = rule_draft_to_document (draft->document, table, column), old_at = at;
  g_autofree char *is = NULL, *was = NULL;

  if (at >= 0 && then >= 0)
    old_at = rang_rules_difference_find_column (draft->document, table, (guint)at, draft->against, (guint)then);
  if (old_row < 0 || (at >= 0 && old_at < 0))
    return g_strdup ("");
  is = rule_draft_get_raw (draft->document, table, row, at);
  was = rule_draft_get_raw (draft->against, (guint)then, (guint)old_row, old_at);
  return g_str_equal (is, was) ? NULL : rule_draft_to_words (draft->against, (guint)then, old_at, was);
}

char *
rang_rule_draft_dup_rule (RangRuleDraft *draft, guint table, guint row)
{
  g_autofree char *name = rang_rules_document_dup_table_name (draft->document, table);
  g_autofree char *id = rang_rules_document_dup_row_id (draft->document, table, row);
  const char *dot = id != NULL ? strrchr (id, '.') : NULL;

  if (id == NULL)
    return g_strdup_printf ("%s/%u", name, row + 1);
  return g_strdup_printf ("%s/%s", name, dot != NULL && dot[1] != '\0' ? dot + 1 : id);
}
