/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what the rules said about one order. */
#include "board/rang-board-score.h"

static void
reason_free (gpointer data)
{
  RangBoardReason *reason = data;

  g_free (reason->rule);
  g_free (reason->text);
  g_free (reason->table);
  g_clear_pointer (&reason->asks, g_ptr_array_unref);
  g_free (reason);
}

static void
fact_free (gpointer data)
{
  RangBoardFact *fact = data;

  g_free (fact->value);
  g_free (fact);
}

static RangBoardReason *
reason_new (const char *rule, const char *text, gint64 points)
{
  RangBoardReason *reason = g_new0 (RangBoardReason, 1);

  reason->rule = g_strdup (rule);
  reason->text = g_strdup (text);
  reason->points = points;
  return reason;
}

static RangBoardReason *
reason_copy (const RangBoardReason *from)
{
  RangBoardReason *reason = reason_new (from->rule, from->text, from->points);

  reason->table = g_strdup (from->table);
  reason->row = from->row;
  reason->asks = from->asks != NULL ? g_ptr_array_ref (from->asks) : NULL;
  return reason;
}

static RangBoardReason *
add (RangBoardScore *score, RangBoardReason *reason)
{
  score->points += reason->points;
  g_ptr_array_add (score->reasons, reason);
  return reason;
}

RangBoardScore *
rang_board_score_new (char class_letter)
{
  g_return_val_if_fail (class_letter >= 'A' && class_letter <= 'C', NULL);

  RangBoardScore *score = g_new0 (RangBoardScore, 1);

  score->class_letter = class_letter;
  score->why_class = reason_new (NULL, NULL, 0);
  score->reasons = g_ptr_array_new_with_free_func (reason_free);
  return score;
}

RangBoardScore *
rang_board_score_copy (const RangBoardScore *score)
{
  g_return_val_if_fail (score != NULL, NULL);

  RangBoardScore *copy = rang_board_score_new (score->class_letter);

  reason_free (copy->why_class);
  copy->why_class = reason_copy (score->why_class);
  for (guint i = 0; i < score->reasons->len; i++)
    add (copy, reason_copy (g_ptr_array_index (score->reasons, i)));
  copy->facts = score->facts != NULL ? g_ptr_array_ref (score->facts) : NULL;
  copy->rules = score->rules;
  return copy;
}

void
rang_board_score_free (RangBoardScore *score)
{
  if (score == NULL)
    return;
  reason_free (score->why_class);
  g_ptr_array_unref (score->reasons);
  g_clear_pointer (&score->facts, g_ptr_array_unref);
  g_free (score);
}

RangBoardReason *
rang_board_score_add (RangBoardScore *score, const char *rule, const char *text, gint64 points)
{
  g_return_val_if_fail (score != NULL, NULL);

  return points != 0 ? add (score, reason_new (rule, text, points)) : NULL;
}

RangBoardReason *
rang_board_score_note (RangBoardScore *score, const char *rule, const char *text)
{
  g_return_val_if_fail (score != NULL, NULL);

  return add (score, reason_new (rule, text, 0));
}

RangBoardReason *
rang_board_score_set_class (RangBoardScore *score, const char *rule, const char *text)
{
  g_return_val_if_fail (score != NULL, NULL);

  reason_free (score->why_class);
  score->why_class = reason_new (rule, text, 0);
  return score->why_class;
}

void
rang_board_reason_set_row (RangBoardReason *reason, const char *table, guint row, const char *const *asks)
{
  g_return_if_fail (reason != NULL);

  g_free (reason->table);
  reason->table = g_strdup (table);
  reason->row = row;
  g_clear_pointer (&reason->asks, g_ptr_array_unref);
  if (asks == NULL)
    return;
  reason->asks = g_ptr_array_new ();
  for (guint i = 0; asks[i] != NULL; i++)
    g_ptr_array_add (reason->asks, (gpointer)g_intern_string (asks[i]));
}

void
rang_board_score_tell (RangBoardScore *score, const char *name, char *value)
{
  g_return_if_fail (score != NULL && name != NULL && value != NULL);

  RangBoardFact *fact = g_new0 (RangBoardFact, 1);

  fact->name = g_intern_string (name);
  fact->value = value;
  if (score->facts == NULL)
    score->facts = g_ptr_array_new_with_free_func (fact_free);
  g_ptr_array_add (score->facts, fact);
}

const char *
rang_board_score_find_fact (const RangBoardScore *score, const char *name)
{
  g_return_val_if_fail (score != NULL && name != NULL, NULL);

  for (guint i = 0; score->facts != NULL && i < score->facts->len; i++)
    {
      const RangBoardFact *fact = g_ptr_array_index (score->facts, i);

      if (g_str_equal (fact->name, name))
        return fact->value;
    }
  return NULL;
}
