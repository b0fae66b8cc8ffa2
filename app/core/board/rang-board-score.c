/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what the rules said about one order. */
#include "board/rang-board-score.h"

static void
reason_free (gpointer data)
{
  RangBoardReason *reason = data;

  g_free (reason->rule);
  g_free (reason->text);
  g_free (reason);
}

static void
add (RangBoardScore *score, const char *rule, const char *text, gint64 points)
{
  RangBoardReason *reason = g_new0 (RangBoardReason, 1);

  reason->rule = g_strdup (rule);
  reason->text = g_strdup (text);
  reason->points = points;
  score->points += points;
  g_ptr_array_add (score->reasons, reason);
}

RangBoardScore *
rang_board_score_new (char class_letter)
{
  g_return_val_if_fail (class_letter >= 'A' && class_letter <= 'C', NULL);

  RangBoardScore *score = g_new0 (RangBoardScore, 1);

  score->class_letter = class_letter;
  score->reasons = g_ptr_array_new_with_free_func (reason_free);
  return score;
}

RangBoardScore *
rang_board_score_copy (const RangBoardScore *score)
{
  g_return_val_if_fail (score != NULL, NULL);

  RangBoardScore *copy = rang_board_score_new (score->class_letter);

  copy->class_rule = g_strdup (score->class_rule);
  copy->class_text = g_strdup (score->class_text);
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);

      add (copy, reason->rule, reason->text, reason->points);
    }
  return copy;
}

void
rang_board_score_free (RangBoardScore *score)
{
  if (score == NULL)
    return;
  g_free (score->class_rule);
  g_free (score->class_text);
  g_ptr_array_unref (score->reasons);
  g_free (score);
}

void
rang_board_score_add (RangBoardScore *score, const char *rule, const char *text, gint64 points)
{
  g_return_if_fail (score != NULL);

  if (points != 0)
    add (score, rule, text, points);
}

void
rang_board_score_note (RangBoardScore *score, const char *rule, const char *text)
{
  g_return_if_fail (score != NULL);

  add (score, rule, text, 0);
}
