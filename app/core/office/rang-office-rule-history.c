/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how often each row of the rules was used, and decided. */
#include "office/rang-office-board-private.h"
#include "office/rang-office-rule-effect.h"

static RangRuleUse *
ensure_use (GHashTable *uses, const char *rule)
{
  RangRuleUse *use = g_hash_table_lookup (uses, rule);

  if (use == NULL)
    {
      use = g_new0 (RangRuleUse, 1);
      g_hash_table_insert (uses, g_strdup (rule), use);
    }
  return use;
}

/* Whether an order of the same class stands between the points with and without the row. */
static gboolean
decides (GPtrArray *scores, const RangBoardScore *score, gint64 points)
{
  gint64 without = score->points - points;

  for (guint i = 0; i < scores->len; i++)
    {
      const RangBoardScore *other = scores->pdata[i];

      if (other != score && other->class_letter == score->class_letter
          && (points > 0 ? other->points >= without && other->points < score->points
                         : other->points <= without && other->points > score->points))
        return TRUE;
    }
  return FALSE;
}

static void
count_day (GHashTable *uses, GPtrArray *scores)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const RangBoardScore *score = scores->pdata[i];

      for (guint j = 0; j < score->reasons->len; j++)
        {
          const RangBoardReason *reason = score->reasons->pdata[j];
          RangRuleUse *use = ensure_use (uses, reason->rule != NULL ? reason->rule : "");

          use->applied++;
          use->decided += decides (scores, score, reason->points) ? 1 : 0;
        }
      if (score->why_class->rule != NULL)
        {
          RangRuleUse *use = ensure_use (uses, score->why_class->rule);

          use->applied++;
          use->decided++;
        }
    }
}

GHashTable *
rang_office_rule_history (
    RangOffice *office, const RangSession *session, RangDay from, RangDay to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (RangDay day = from; day <= to; day++)
    {
      RangSession of_day = { session->person, day, session->unit };
      g_autoptr (RangBoardInput) input = NULL;
      g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_board_score_free);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      input = office_load_input (office, &of_day, OFFICE_BOARD_NEWEST, error);
      if (input == NULL)
        return NULL;
      for (guint i = 0; i < input->orders->len; i++)
        {
          RangBoardScore *score = rang_board_input_score (input, input->orders->pdata[i], NULL);

          if (score != NULL)
            g_ptr_array_add (scores, score);
        }
      count_day (uses, scores);
    }
  return g_steal_pointer (&uses);
}
