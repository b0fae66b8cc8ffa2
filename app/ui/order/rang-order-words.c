/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is said about an order beside the list. */
#include "order/rang-order-words.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-day-label.h"
#include "board/rang-board-explain.h"
#include "board/rang-board-fact.h"
#include "common/rang-words.h"

/* --- why --- */

RangExplanation *
rang_order_words_explain (
    RangOffice *office, const RangSession *session, RangBoard *board, gint64 number, GError **error)
{
  RangExplanation *explanation = g_new0 (RangExplanation, 1);

  explanation->number = number;
  explanation->history = rang_office_order_history (office, number, error);
  explanation->answered = explanation->history != NULL ? rang_office_list_answered (office, number, error) : NULL;
  if (explanation->answered != NULL)
    explanation->afterwards = rang_office_look_back (office, session, session->day, session->day, error);
  if (explanation->afterwards == NULL)
    {
      rang_explanation_free (explanation);
      return NULL;
    }
  if (board != NULL && rang_board_find (board, number) != NULL)
    {
      g_autofree char *ranked = rang_board_why_not_as_ranked (board, number);
      g_autofree char *on_time = rang_board_why_not_on_time (board, number);

      explanation->why = rang_board_why (board, number);
      if (ranked != NULL && on_time != NULL)
        explanation->more = g_strdup_printf ("%s\n%s", on_time, ranked);
      else
        explanation->more = g_strdup (on_time != NULL ? on_time : ranked);
    }
  return explanation;
}

void
rang_explanation_free (RangExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->why);
  g_free (explanation->more);
  g_clear_pointer (&explanation->history, g_ptr_array_unref);
  g_clear_pointer (&explanation->answered, g_array_unref);
  g_clear_pointer (&explanation->afterwards, rang_afterwards_free);
  g_free (explanation);
}

/* --- who answered, and what overrides cost --- */

char *
rang_order_words_answered (const RangDayView *view, const GArray *answered)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (answered->len < 2)
    return NULL;
  for (guint i = 0; i < answered->len; i++)
    {
      const RangAnswered *one = &g_array_index (answered, RangAnswered, i);
      const char *name = one->person != 0 ? rang_day_view_person_name (view, one->person) : _ ("nobody: it is done");
      g_autofree char *since
          = one->since != 0 ? rang_words_instant (one->since, view->settings->zone, view->session.day) : NULL;

      if (i > 0)
        g_string_append_c (text, '\n');
      if (since == NULL)
        g_string_append (text, name);
      else
        /* Translators: a time; who answers for the order from then on */
        g_string_append_printf (text, _ ("since %s %s"), since, name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: NULL while it is not known */
static char *
say_minutes (gint32 minutes)
{
  if (minutes == RANG_NOT_KNOWN)
    return NULL;
  if (minutes == RANG_NOT_THAT_DAY)
    return g_strdup (_ ("not that day"));
  if (minutes <= 0)
    return g_strdup (_ ("on time"));
  return g_strdup_printf (ngettext ("%d minute late", "%d minutes late", (gulong)minutes), minutes);
}

static void
add_line (GString *text, const RangDayView *view, const RangOverrideBalance *override, const RangBalanceLine *line)
{
  const RangOrderView *order = rang_day_view_find_order (view, line->order);
  g_autofree char *said = say_minutes (line->predicted), *was = say_minutes (line->actual);
  g_autofree char *value = rang_words_money (line->value, view->settings->currency);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: an order and its client; what an override was said to bring it ("12 minutes late") */
  g_string_append_printf (text, _ ("%" PRId64 " %s: said %s"), line->order,
                          order != NULL && order->client != NULL ? order->client : "–",
                          said != NULL ? said : _ ("not known yet"));
  g_string_append (text, ", ");
  if (was == NULL)
    g_string_append (text, _ ("what came of it is not known yet"));
  else
    /* Translators: what an override brought an order ("12 minutes late") */
    g_string_append_printf (text, _ ("was %s"), was);
  /* Translators: the client's annual value; who made the override */
  g_string_append_printf (text, _ (" · %s a year · %s"), value, rang_day_view_person_name (view, override->by));
}

char *
rang_order_words_balance (const RangDayView *view, const RangAfterwards *afterwards, gint64 number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < afterwards->overrides->len; i++)
    {
      const RangOverrideBalance *override = g_ptr_array_index (afterwards->overrides, i);

      if (override->own.order == number)
        add_line (text, view, override, &override->own);
      for (guint k = 0; k < override->lines->len; k++)
        {
          const RangBalanceLine *line = &g_array_index (override->lines, RangBalanceLine, k);

          if (override->own.order == number || line->order == number)
            add_line (text, view, override, line);
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
rang_order_words_asked (const RangBoardScore *score, const RangBoardReason *reason)
{
  g_autofree char *place = rang_board_reason_dup_place (reason);
  g_autofree char *asked = rang_board_score_dup_asked (score, reason);

  return g_strdup_printf ("%s%s%s", place, *place != '\0' && *asked != '\0' ? ": " : "", asked);
}

char *
rang_order_words_class (const RangBoardScore *score)
{
  const RangBoardReason *why = score->why_class;
  g_autofree char *asked = rang_order_words_asked (score, why);

  if (why->text == NULL)
    /* Translators: A, B or C */
    return g_strdup_printf (_ ("Class %c"), score->class_letter);
  /* Translators: A, B or C; why; where the rules say so: "Class, row 6: Days waited: 2" */
  return g_strdup_printf (_ ("Class %c: %s (%s)"), score->class_letter, why->text, asked);
}

/* --- facts --- */

char *
rang_order_words_promised (const RangOrder *order)
{
  g_autofree char *window = NULL;
  g_autofree char *day = NULL;

  if (order->promised_day == RANG_DAY_NONE)
    return g_strdup (_ ("nothing yet"));
  window = rang_day_label_window (order->promised);
  day = rang_day_label_short (order->promised_day);
  /* Translators: a day and a window of time; "proposed" until the department submits it. */
  return g_strdup_printf (order->promise_proposed ? _ ("%s, %s, proposed") : _ ("%s, %s"), day, window);
}

char *
rang_order_words_requested (const RangOrder *order)
{
  g_autofree char *from = rang_day_label_short (order->requested.from_day);
  g_autofree char *to = rang_day_label_short (order->requested.to_day);

  if (order->requested.to_day == RANG_DAY_NONE && order->requested.from_day == RANG_DAY_NONE)
    return NULL;
  if (order->requested.from_day == RANG_DAY_NONE)
    /* Translators: what the client asked for: a deadline. */
    return g_strdup_printf (_ ("by %s"), to);
  if (order->requested.from_day == order->requested.to_day)
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
rang_order_words_arrives (const RangBoardEntry *entry)
{
  g_autofree char *eta = rang_words_time (entry->eta);

  if (entry->state == RANG_PLAN_NOT_TODAY)
    return g_strdup (rang_board_state_label (RANG_PLAN_NOT_TODAY));
  if (entry->state == RANG_PLAN_LATE)
    /* Translators: time of arrival, name of the van, minutes late. */
    return g_strdup_printf (_ ("%s, %s, %d min late"), eta, entry->resource_name, entry->minutes_late);
  return g_strdup_printf ("%s, %s", eta, entry->resource_name);
}

char *
rang_order_words_importance (const RangOrder *order)
{
  RangImportance counted = rang_order_counted_importance (order);
  g_autofree char *stated
      = order->importance_reason != NULL
            ? g_strdup_printf ("%s: %s", rang_importance_label (order->importance), order->importance_reason)
            : g_strdup (rang_importance_label (order->importance));

  if (counted == order->importance)
    return g_steal_pointer (&stated);
  /* Translators: the importance as stated, with its reason; the one that the list was submitted with */
  return g_strdup_printf (_ ("%s (counts as %s until the list is submitted anew)"), stated,
                          rang_importance_label (counted));
}

/* An amount of another currency with its worth in the office's, or with the word that it has none. */
static char *
money_in_both (RangMoney money, const RangSettings *settings)
{
  g_autofree char *text = rang_words_money (money.minor, money.currency);
  RangMoney own = rang_settings_convert (settings, money);
  g_autofree char *worth = NULL;

  if (money.minor == 0 || g_str_equal (money.currency, settings->currency))
    return g_steal_pointer (&text);
  if (g_str_equal (own.currency, money.currency))
    /* Translators: an amount in a currency that the office has set no rate for: "300 EUR (no rate)". */
    return g_strdup_printf (_ ("%s (no rate)"), text);
  worth = rang_money_format (own, FALSE);
  return g_strdup_printf ("%s (%s)", text, worth);
}

char *
rang_order_words_value (const RangOrderView *order, const RangSettings *settings)
{
  g_autofree char *value = money_in_both (order->order->value, settings);
  g_autofree char *annual = money_in_both (order->annual_value, settings);

  if (order->annual_value.minor <= 0)
    return g_steal_pointer (&value);
  /* Translators: what the order is worth; what the client brings in a year. */
  return g_strdup_printf (_ ("%s; client %s a year"), value, annual);
}

char *
rang_order_words_load (const RangOrder *order)
{
  g_autofree char *load = rang_words_load (order->load);
  /* Translators: number of parcels. */
  g_autofree char *parcels
      = g_strdup_printf (ngettext ("%d parcel", "%d parcels", (gulong)order->parcels), order->parcels);

  if (order->estimated & (RANG_FIELD_LOAD | RANG_FIELD_PARCELS))
    /* Translators: weight and parcels that nobody stated. */
    return g_strdup_printf (_ ("%s, %s, estimated"), load, parcels);
  return g_strdup_printf ("%s, %s", load, parcels);
}

char *
rang_order_words_goods (const RangOrder *order)
{
  g_autofree char *from = NULL;

  if (order->goods == RANG_GOODS_NOT_READY)
    return g_strdup (_ ("not ready"));
  if (order->goods != RANG_GOODS_READY_LATER)
    return NULL;
  from = rang_words_time (order->goods_from);
  /* Translators: a time of the day. */
  return g_strdup_printf (_ ("ready from %s"), from);
}

char *
rang_order_words_waited (const RangBoardEntry *entry)
{
  g_autofree char *days = NULL;
  g_autofree char *bumps = NULL;

  if (entry->days_waited == 0 && entry->bumps == 0)
    return NULL;
  days = g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong)entry->days_waited),
                          entry->days_waited);
  if (entry->bumps == 0)
    return g_steal_pointer (&days);
  bumps = g_strdup_printf (ngettext ("bumped %d time", "bumped %d times", (gulong)entry->bumps), entry->bumps);
  return g_strdup_printf ("%s, %s", days, bumps);
}

/* --- the log --- */

const char *
rang_order_words_log_word (const char *what)
{
  const struct
  {
    const char *word;
    const char *label;
  } words[] = {
    { "import", _ ("Taken from a file") },
    { "add", _ ("Entered") },
    { "edit", _ ("Changed") },
    { "cancel", _ ("Cancelled") },
    { "importance", _ ("Importance stated") },
    { "rank", _ ("Ranked in the department") },
    { "submit", _ ("Submitted") },
    { "apply", _ ("Suggestion applied") },
    { "move", _ ("Moved") },
    { "release", _ ("Released") },
    { "reason", _ ("Reason given") },
    { "undo", _ ("Undone") },
    { "redo", _ ("Done again") },
    { "handover", _ ("Handed over") },
    { "accept", _ ("Accepted") },
    { "return", _ ("Returned") },
    { "amend", _ ("Amended") },
    { "deliver", _ ("Delivered") },
    { "fail", _ ("Not delivered") },
    { "client", _ ("Client changed") },
    { "event", _ ("Client event") },
    { "decide", _ ("Conflict decided") },
    { "answer", _ ("Answered") },
    { "push", _ ("Push asked for") },
    { "grant", _ ("Push granted") },
    { "refuse", _ ("Push refused") },
    { "asked", _ ("Was asked for it") },
    { "lock", _ ("Locked to a van") },
    { "unlock", _ ("Lock taken away") },
    { "request", _ ("Lock asked for") },
    { "call", _ ("Called") },
    { "van", _ ("Van in or out of service") },
    { "roster", _ ("Roster changed") },
    { "carry-over", _ ("Carried over") },
    { "close", _ ("Day closed") },
    { "refused-attempt", _ ("Attempt refused") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].word, what) == 0)
      return words[i].label;
  return what;
}

char *
rang_order_words_log (const RangDayView *view, const RangLogEntry *entry)
{
  GString *text = g_string_new (rang_order_words_log_word (entry->what));
  int reason = entry->reason != NULL ? rang_reason_from_nick (entry->reason) : -1;

  if (g_strcmp0 (entry->what, "apply") == 0 && entry->data != NULL && strstr (entry->data, "\"unfinished\":true") != NULL)
    g_string_append_printf (text, " (%s)", _ ("unfinished"));
  if (entry->from > 0 && entry->to > 0)
    g_string_append_printf (text, " %d → %d", (int)entry->from, (int)entry->to);
  else if (entry->to > 0)
    g_string_append_printf (text, " %d", (int)entry->to);
  g_string_append_printf (text, ", %s", rang_day_view_person_name (view, entry->who));
  if (reason >= 0)
    g_string_append_printf (text, " · %s", rang_reason_label ((RangReasonCode)reason));
  if (entry->note != NULL)
    g_string_append_printf (text, " · %s", entry->note);
  return g_string_free (text, FALSE);
}

/* --- conflicts --- */

char *
rang_order_words_conflict_who (const RangDayView *view, const RangConflict *conflict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflict->people->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            rang_day_view_person_name (view, g_array_index (conflict->people, gint64, i)));
  for (guint i = 0; i < conflict->departments->len && conflict->people->len == 0; i++)
    {
      const RangDepartment *department
          = rang_day_view_find_department (view, g_array_index (conflict->departments, gint64, i));

      if (department != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", department->name);
    }
  return g_string_free (text, FALSE);
}
