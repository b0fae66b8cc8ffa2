/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for rules that are being worked on: cells in words, what has changed, steps to undo. */
#include "office/rang-rule-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-analysis.h"
#include "rules/rang-rules-difference.h"
#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

#define MOST_STEPS 200

RangRuleDraft *
rang_rule_draft_new (GBytes *text, GBytes *against, const char *name, GError **error)
{
  g_autoptr (RangRuleDraft) draft = g_new0 (RangRuleDraft, 1);

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  draft->name = g_strdup (name);
  draft->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  draft->document = rang_rules_document_new (text, name, error);
  if (draft->document == NULL)
    return NULL;
  draft->against = rang_rules_document_new (against != NULL ? against : text, name, error);
  if (draft->against == NULL)
    return NULL;
  g_ptr_array_add (draft->steps, g_bytes_ref (text));
  return g_steal_pointer (&draft);
}

gboolean
rang_rule_draft_compare_with (RangRuleDraft *draft, GBytes *against, GError **error)
{
  RangRulesDocument *other;

  g_return_val_if_fail (draft != NULL && against != NULL, FALSE);

  other = rang_rules_document_new (against, draft->name, error);
  if (other == NULL)
    return FALSE;
  rang_rules_document_free (draft->against);
  draft->against = other;
  return TRUE;
}

void
rang_rule_draft_free (RangRuleDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->name);
  g_clear_pointer (&draft->document, rang_rules_document_free);
  g_clear_pointer (&draft->against, rang_rules_document_free);
  g_clear_pointer (&draft->findings, g_ptr_array_unref);
  g_clear_error (&draft->fault);
  g_ptr_array_unref (draft->steps);
  g_free (draft);
}

GBytes *
rang_rule_draft_to_text (RangRuleDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  return rang_rules_document_to_bytes (draft->document);
}

/* --- what is to be said about it --- */

guint
rang_rule_draft_count_changes (RangRuleDraft *draft)
{
  g_autoptr (GPtrArray) changes = rang_rules_difference (draft->against, draft->document);

  return changes->len;
}

char **
rang_rule_draft_dup_changes (RangRuleDraft *draft)
{
  g_autoptr (GPtrArray) changes = rang_rules_difference (draft->against, draft->document);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *line = rang_rules_change_to_text (changes->pdata[i]);

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static void
study (RangRuleDraft *draft)
{
  g_autoptr (RangRules) rules = NULL;

  if (draft->findings != NULL)
    return;
  g_clear_error (&draft->fault);
  rules = rang_rules_document_compile (draft->document, &draft->fault);
  if (rules != NULL)
    rang_rules_check_inputs (rules, &draft->fault);
  draft->findings = rules != NULL ? rang_rules_analyse (rules)
                                  : g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rules_finding_free);
}

char **
rang_rule_draft_dup_findings (RangRuleDraft *draft, guint *wrong)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  study (draft);
  *wrong = draft->fault != NULL ? 1 : 0;
  if (draft->fault != NULL)
    g_strv_builder_add (lines, draft->fault->message);
  for (guint i = 0; i < draft->findings->len; i++)
    {
      const RangRulesFinding *finding = draft->findings->pdata[i];
      g_autofree char *line = rang_rules_finding_to_text (finding);

      *wrong += finding->wrong ? 1 : 0;
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

char *
rang_rule_draft_dup_row_finding (RangRuleDraft *draft, guint table, guint row)
{
  g_autofree char *name = rang_rule_draft_dup_table_name (draft, table);

  study (draft);
  for (guint i = 0; i < draft->findings->len; i++)
    {
      const RangRulesFinding *finding = draft->findings->pdata[i];

      if (g_str_equal (finding->table, name) && (finding->row == row + 1 || finding->other == row + 1))
        return rang_rules_finding_to_text (finding);
    }
  return NULL;
}

/* --- steps --- */

/* Keeps what the document is now as a step, if it is another than before. */
static void
keep_step (RangRuleDraft *draft)
{
  g_autoptr (GBytes) now = rang_rules_document_to_bytes (draft->document);

  if (g_bytes_equal (now, draft->steps->pdata[draft->step]))
    return;
  g_clear_pointer (&draft->findings, g_ptr_array_unref);
  g_ptr_array_set_size (draft->steps, (int)draft->step + 1);
  g_ptr_array_add (draft->steps, g_steal_pointer (&now));
  if (draft->steps->len > MOST_STEPS)
    g_ptr_array_remove_index (draft->steps, 0);
  draft->step = draft->steps->len - 1;
}

static void
go_to (RangRuleDraft *draft, guint step)
{
  RangRulesDocument *document = rang_rules_document_new (draft->steps->pdata[step], draft->name, NULL);

  g_return_if_fail (document != NULL);

  rang_rules_document_free (draft->document);
  draft->document = document;
  draft->step = step;
  g_clear_pointer (&draft->findings, g_ptr_array_unref);
}

gboolean
rang_rule_draft_can_undo (RangRuleDraft *draft)
{
  return draft->step > 0;
}

gboolean
rang_rule_draft_can_redo (RangRuleDraft *draft)
{
  return draft->step + 1 < draft->steps->len;
}

void
rang_rule_draft_undo (RangRuleDraft *draft)
{
  if (rang_rule_draft_can_undo (draft))
    go_to (draft, draft->step - 1);
}

void
rang_rule_draft_redo (RangRuleDraft *draft)
{
  if (rang_rule_draft_can_redo (draft))
    go_to (draft, draft->step + 1);
}

/* What the words mean in that cell, in the model's language. */
static char *
to_raw (RangRuleDraft *draft, guint table, int column, const char *words, GError **error)
{
  g_autofree char *heading = NULL;
  const RangRuleInput *input;

  if (column < 0)
    return g_strdup (words);
  heading = rang_rules_document_dup_heading (draft->document, table, (guint)column);
  switch (rang_rules_document_get_column_kind (draft->document, table, (guint)column))
    {
    case RANG_RULES_COLUMN_INPUT:
      input = rang_rule_input_find (heading);
      /* Points are numbers, as the number of a place is. */
      if (input == NULL && g_str_equal (heading, RANG_RULES_DECISION_POINTS))
        input = rang_rule_input_find (RANG_RULE_INPUT_TIMES_BUMPED);
      return rang_rules_words_to_test (words, input, error);
    case RANG_RULES_COLUMN_OUTPUT:
      return rang_rules_words_to_output (words, rule_draft_is_class (draft->document, table), error);
    case RANG_RULES_COLUMN_ANNOTATION:
    default:
      return g_strdup (words);
    }
}

/* "file:line: place: what": the place is where the person is. */
static char *
without_place (const char *message)
{
  const char *at = strstr (message, ": ");

  at = at != NULL ? strstr (at + 2, ": ") : NULL;
  return g_strdup (at != NULL ? at + 2 : message);
}

static char *
check (RangRuleDraft *draft, guint table, guint row, guint column, const char *words, GError **error)
{
  int at = rule_draft_to_document (draft->document, table, column);
  g_autofree char *clean = g_strdelimit (g_strdup (words), "\r\n\t", ' ');
  g_autofree char *raw = to_raw (draft, table, at, g_strstrip (clean), error);
  g_autofree char *now = raw != NULL ? rule_draft_get_raw (draft->document, table, row, at) : NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) fault = NULL;

  if (raw == NULL || at < 0 || g_str_equal (raw, now)
      || rang_rules_document_get_column_kind (draft->document, table, (guint)at) == RANG_RULES_COLUMN_ANNOTATION)
    return g_steal_pointer (&raw);
  if (rang_rules_document_check_cell (draft->document, table, row, (guint)at, raw, &fault))
    return g_steal_pointer (&raw);
  message = without_place (fault->message);
  g_set_error_literal (error, fault->domain, fault->code, message);
  return NULL;
}

gboolean
rang_rule_draft_check (RangRuleDraft *draft, guint table, guint row, guint column, const char *words, GError **error)
{
  g_autofree char *raw = NULL;

  g_return_val_if_fail (draft != NULL && words != NULL, FALSE);

  raw = check (draft, table, row, column, words, error);
  return raw != NULL;
}

char *
rang_rule_draft_dup_plain (RangRuleDraft *draft, guint table, guint column, const char *words)
{
  int at = rule_draft_to_document (draft->document, table, column);
  g_autofree char *raw = to_raw (draft, table, at, words, NULL);

  return raw != NULL ? rule_draft_to_words (draft->document, table, at, raw) : NULL;
}

gboolean
rang_rule_draft_set (RangRuleDraft *draft, guint table, guint row, guint column, const char *words, GError **error)
{
  g_autofree char *raw = NULL, *now = NULL;
  int at = rule_draft_to_document (draft->document, table, column);

  g_return_val_if_fail (draft != NULL && words != NULL, FALSE);

  raw = check (draft, table, row, column, words, error);
  if (raw == NULL)
    return FALSE;
  now = rule_draft_get_raw (draft->document, table, row, at);
  if (g_str_equal (raw, now))
    return TRUE;
  if (at < 0)
    rang_rules_document_set_description (draft->document, table, row, raw);
  else
    rang_rules_document_set_cell (draft->document, table, row, (guint)at, raw);
  keep_step (draft);
  return TRUE;
}

/* A row that gives nothing would be no number: 0 is, and the class is the last one. */
static void
fill_outputs (RangRuleDraft *draft, guint table, guint row)
{
  for (guint i = 0; i < rang_rules_document_get_n_columns (draft->document, table); i++)
    if (rang_rules_document_get_column_kind (draft->document, table, i) == RANG_RULES_COLUMN_OUTPUT)
      rang_rules_document_set_cell (draft->document, table, row, i,
                                    rule_draft_is_class (draft->document, table) ? "\"C\"" : "0");
}

void
rang_rule_draft_add_row (RangRuleDraft *draft, guint table, guint row)
{
  g_return_if_fail (draft != NULL && row <= rang_rule_draft_get_n_rows (draft, table));

  rang_rules_document_insert_row (draft->document, table, row);
  fill_outputs (draft, table, row);
  keep_step (draft);
}

void
rang_rule_draft_copy_row (RangRuleDraft *draft, guint table, guint row)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (draft != NULL && row < rang_rule_draft_get_n_rows (draft, table));

  rang_rules_document_insert_row (draft->document, table, row + 1);
  for (guint i = 0; i < rang_rules_document_get_n_columns (draft->document, table); i++)
    {
      g_autofree char *text = rang_rules_document_dup_cell (draft->document, table, row, i);

      rang_rules_document_set_cell (draft->document, table, row + 1, i, text);
    }
  reason = rang_rules_document_dup_description (draft->document, table, row);
  rang_rules_document_set_description (draft->document, table, row + 1, reason);
  keep_step (draft);
}

void
rang_rule_draft_remove_row (RangRuleDraft *draft, guint table, guint row)
{
  g_return_if_fail (draft != NULL && row < rang_rule_draft_get_n_rows (draft, table));

  rang_rules_document_remove_row (draft->document, table, row);
  keep_step (draft);
}

void
rang_rule_draft_move_row (RangRuleDraft *draft, guint table, guint row, guint to)
{
  guint n = rang_rule_draft_get_n_rows (draft, table);

  g_return_if_fail (draft != NULL && row < n && to < n);

  rang_rules_document_move_row (draft->document, table, row, to);
  keep_step (draft);
}

static gboolean
asks (RangRuleDraft *draft, guint table, const char *input)
{
  for (guint i = 0; i < rang_rules_document_get_n_inputs (draft->document, table); i++)
    {
      g_autofree char *heading = rang_rules_document_dup_heading (draft->document, table, i);

      if (g_str_equal (heading, input))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
rang_rule_draft_dup_inputs (RangRuleDraft *draft, guint table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rule_column_free);
  guint n;
  const RangRuleInput *inputs = rang_rule_inputs (&n);

  for (guint i = 0; i < n; i++)
    if (!asks (draft, table, inputs[i].name))
      g_ptr_array_add (columns, rule_draft_describe_input (inputs[i].name));
  return columns;
}

void
rang_rule_draft_add_column (RangRuleDraft *draft, guint table, const char *input)
{
  const RangRuleInput *known = rang_rule_input_find (input);

  g_return_if_fail (draft != NULL && known != NULL);

  rang_rules_document_require (draft->document, table, input, rang_rule_input_type_name (known));
  rang_rules_document_insert_input (draft->document, table, rang_rules_document_get_n_inputs (draft->document, table),
                                    input);
  keep_step (draft);
}

void
rang_rule_draft_remove_column (RangRuleDraft *draft, guint table, guint column)
{
  g_return_if_fail (draft != NULL && column < rang_rules_document_get_n_inputs (draft->document, table));

  rang_rules_document_remove_input (draft->document, table, column);
  keep_step (draft);
}

void
rang_rule_draft_move_column (RangRuleDraft *draft, guint table, guint column, guint to)
{
  guint n = rang_rules_document_get_n_inputs (draft->document, table);

  g_return_if_fail (draft != NULL && column < n && to < n);

  rang_rules_document_move_input (draft->document, table, column, to);
  keep_step (draft);
}
