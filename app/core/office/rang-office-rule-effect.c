/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what rules would change on a day's suggestion, as against those that hold. */
#include "office/rang-office-rule-effect.h"

#include <glib/gi18n-lib.h>

#include "office/rang-office-board-private.h"
#include "rules/rang-rules.h"

static void
effect_order_free (RangRuleEffectOrder *order)
{
  g_free (order->client);
  g_strfreev (order->rules);
  g_free (order);
}

RangRuleEffect *
rang_rule_effect_ref (RangRuleEffect *effect)
{
  g_return_val_if_fail (effect != NULL, NULL);

  g_atomic_ref_count_inc (&effect->references);
  return effect;
}

void
rang_rule_effect_free (RangRuleEffect *effect)
{
  if (effect == NULL || !g_atomic_ref_count_dec (&effect->references))
    return;
  g_ptr_array_unref (effect->orders);
  g_array_unref (effect->gained);
  g_array_unref (effect->lost);
  g_hash_table_unref (effect->applies);
  g_free (effect);
}

/* --- the effect on a day --- */

static char **
take_rules (RangRuleEffect *effect, const RangBoardScore *score)
{
  g_autoptr (GStrvBuilder) rules = g_strv_builder_new ();

  for (guint i = 0; i <= score->reasons->len; i++)
    {
      const char *rule
          = i < score->reasons->len ? ((RangBoardReason *)score->reasons->pdata[i])->rule : score->why_class->rule;

      if (rule == NULL)
        continue;
      g_strv_builder_add (rules, rule);
      g_hash_table_insert (effect->applies, g_strdup (rule),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (effect->applies, rule)) + 1));
    }
  return g_strv_builder_end (rules);
}

static RangRuleEffectOrder *
new_order (const RangBoardEntry *entry)
{
  RangRuleEffectOrder *order = g_new0 (RangRuleEffectOrder, 1);

  order->order = entry->number;
  order->client = g_strdup (entry->client != NULL ? entry->client->name : "–");
  order->mark = entry->department != NULL ? entry->department->mark : 0;
  order->value = entry->order->value;
  return order;
}

static void
set_before (RangRuleEffectOrder *order, const RangBoardEntry *entry)
{
  order->before = entry->rank;
  order->points_before = entry->score->points;
  order->class_before = entry->score->class_letter;
  order->state_before = entry->state;
}

static void
add_value (RangMoney *sum, const RangBoardEntry *entry, const char *currency)
{
  if (entry->state == RANG_PLAN_ON_TIME && g_str_equal (entry->order->value.currency, currency))
    sum->minor += entry->order->value.minor;
}

static void
take_after (RangRuleEffect *effect, RangBoard *board, RangBoard *before, const char *currency)
{
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      const RangBoardEntry *was = rang_board_find (before, entry->number);
      RangRuleEffectOrder *order = new_order (entry);

      if (was != NULL)
        set_before (order, was);
      order->after = entry->rank;
      order->points_after = entry->score->points;
      order->class_after = entry->score->class_letter;
      order->state_after = entry->state;
      order->rules = take_rules (effect, entry->score);
      add_value (&effect->value_after, entry, currency);
      g_ptr_array_add (effect->orders, order);
    }
}

static void
take_before (RangRuleEffect *effect, RangBoard *board, RangBoard *after, const char *currency)
{
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      RangRuleEffectOrder *order;

      add_value (&effect->value_before, entry, currency);
      if (rang_board_find (after, entry->number) != NULL)
        continue;
      effect->unscored++;
      order = new_order (entry);
      set_before (order, entry);
      order->state_after = RANG_PLAN_NOT_TODAY;
      order->rules = g_new0 (char *, 1);
      g_ptr_array_add (effect->orders, order);
    }
}

static void
count (RangRuleEffect *effect, const RangBoardInput *input)
{
  for (guint i = 0; i < effect->orders->len; i++)
    {
      RangRuleEffectOrder *order = effect->orders->pdata[i];

      order->placed = rang_board_input_find_placement (input, order->order) != NULL;
      effect->placed += order->placed ? 1 : 0;
      effect->moved += order->before != order->after ? 1 : 0;
      if (order->state_before != RANG_PLAN_ON_TIME && order->state_after == RANG_PLAN_ON_TIME && order->after != 0)
        g_array_append_val (effect->gained, order->order);
      if (order->state_before == RANG_PLAN_ON_TIME && order->before != 0
          && (order->state_after != RANG_PLAN_ON_TIME || order->after == 0))
        g_array_append_val (effect->lost, order->order);
    }
}

static RangRuleEffect *
compare (RangBoard *before, RangBoard *after, const RangBoardInput *input)
{
  RangRuleEffect *effect = g_new0 (RangRuleEffect, 1);
  const char *currency = input->settings->currency;

  g_atomic_ref_count_init (&effect->references);
  effect->day = input->day;
  effect->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)effect_order_free);
  effect->gained = g_array_new (FALSE, FALSE, sizeof (gint64));
  effect->lost = g_array_new (FALSE, FALSE, sizeof (gint64));
  effect->applies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  effect->before = *rang_board_get_lines (before);
  effect->after = *rang_board_get_lines (after);
  g_strlcpy (effect->value_before.currency, currency, sizeof effect->value_before.currency);
  effect->value_after = effect->value_before;
  take_after (effect, after, before, currency);
  take_before (effect, before, after, currency);
  count (effect, input);
  return effect;
}

/* The suggestion of the day by some rules; the board's own ranking does not matter to it. */
static RangBoard *
suggest (RangOffice *office, const RangSession *session, RangRules *rules, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangBoardInput) input = office_load_input (office, session, OFFICE_BOARD_OPEN, error);
  g_autoptr (RangBoard) board = NULL;

  if (input == NULL)
    return NULL;
  if (rules != NULL)
    rang_board_input_set_rules (input, rules);
  board = rang_board_new (input, cancellable, error);
  return board != NULL ? rang_board_suggested (board) : NULL;
}

RangRuleEffect *
rang_office_try_rules (RangOffice *office,
                       const RangSession *session,
                       GBytes *text,
                       const char *name,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RangRules) rules = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;

  g_return_val_if_fail (office != NULL && session != NULL && text != NULL && name != NULL, NULL);

  rules = rang_rules_load_bytes (text, name, RANG_RULES_LOAD_DEFAULT, error);
  if (rules == NULL || !rang_rules_check_inputs (rules, error) || !office_refresh (office, error))
    return NULL;
  before = suggest (office, session, NULL, cancellable, error);
  after = before != NULL ? suggest (office, session, rules, cancellable, error) : NULL;
  return after != NULL ? compare (before, after, rang_board_get_input (before)) : NULL;
}

const RangRuleEffectOrder *
rang_rule_effect_find (const RangRuleEffect *effect, gint64 number)
{
  g_return_val_if_fail (effect != NULL, NULL);

  for (guint i = 0; i < effect->orders->len; i++)
    if (((RangRuleEffectOrder *)effect->orders->pdata[i])->order == number)
      return effect->orders->pdata[i];
  return NULL;
}

static char *
sum_to_text (const RangRuleEffect *effect, const GArray *orders)
{
  RangMoney sum = effect->value_before;

  sum.minor = 0;
  for (guint i = 0; i < orders->len; i++)
    {
      const RangRuleEffectOrder *order = rang_rule_effect_find (effect, g_array_index (orders, gint64, i));

      if (order != NULL && g_str_equal (order->value.currency, sum.currency))
        sum.minor += order->value.minor;
    }
  return rang_money_format (sum, FALSE);
}

char *
rang_rule_effect_to_text (const RangRuleEffect *effect)
{
  g_autofree char *gained = NULL, *lost = NULL, *gains = NULL, *loses = NULL;

  g_return_val_if_fail (effect != NULL, NULL);

  gained = sum_to_text (effect, effect->gained);
  lost = sum_to_text (effect, effect->lost);
  /* Translators: %u orders, which together are worth %s. */
  gains = g_strdup_printf (ngettext ("%u order worth %s", "%u orders worth %s", effect->gained->len),
                           effect->gained->len, gained);
  loses = g_strdup_printf (ngettext ("%u order worth %s", "%u orders worth %s", effect->lost->len), effect->lost->len,
                           lost);
  if (effect->gained->len == 0 && effect->lost->len == 0)
    return g_strdup (_ ("No promise changes hands."));
  if (effect->lost->len == 0)
    /* Translators: %s: “2 orders worth 9 000 RON” */
    return g_strdup_printf (_ ("%s would be on time as well; nobody loses."), gains);
  if (effect->gained->len == 0)
    /* Translators: %s: “2 orders worth 9 000 RON” */
    return g_strdup_printf (_ ("%s would no longer be on time; nobody gains."), loses);
  /* Translators: first those who lose, then those who gain: “1 order worth 12 000 RON” “3 orders worth 9 000 RON” */
  return g_strdup_printf (_ ("On time no longer: %s. On time instead: %s."), loses, gains);
}
