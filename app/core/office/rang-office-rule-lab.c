/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for setting rules against days gone by, and for the rules that people have been making by hand. */
#include "office/rang-office-rule-lab.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "office/rang-office-board-private.h"
#include "office/rang-office-rule-lab-private.h"
#include "store/rang-store-log.h"

/* Whole units of the office's currency: a client worth less in a year is a small one. */
#define SMALL_CLIENT 50000
#define MOST_DAYS 366

/* --- a day --- */

static gboolean
is_small (const RangBoardEntry *entry, const char *currency)
{
  gint64 units = 1;

  for (int i = 0; i < rang_money_digits (currency); i++)
    units *= 10;
  return entry->client != NULL && entry->client->annual_value.minor < SMALL_CLIENT * units;
}

static const RangBoardOrder *
find_order (const RangBoardInput *input, gint64 number)
{
  for (guint i = 0; i < input->orders->len; i++)
    if (((RangBoardOrder *)input->orders->pdata[i])->order->number == number)
      return input->orders->pdata[i];
  return NULL;
}

static void
take_orders (Lab *lab, RangBoard *before, RangBoard *after)
{
  const RangBoardInput *input = rang_board_get_input (before);

  for (guint rank = 1; rank <= rang_board_get_n_entries (before); rank++)
    {
      const RangBoardEntry *was = rang_board_get_entry (before, rank);
      const RangBoardEntry *is = rang_board_find (after, was->number);
      const RangBoardOrder *order = find_order (input, was->number);
      RangLabOrder one = { rang_order_counted_importance (was->order),
                           was->order->value.minor,
                           order != NULL && order->first_delivery,
                           is_small (was, input->settings->currency),
                           was->days_waited,
                           was->state,
                           is != NULL ? is->state : RANG_PLAN_NOT_TODAY };

      g_array_append_val (lab->orders, one);
    }
}

static gboolean
was_undone (GPtrArray *entries, gint64 entry)
{
  g_autofree char *subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, entry);

  for (guint i = 0; i < entries->len; i++)
    {
      const RangLogEntry *other = entries->pdata[i];

      if (g_str_equal (other->what, "undo") && g_strcmp0 (other->subject, subject) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_overrides (Lab *lab, RangOffice *office, RangBoard *before, RangBoard *after, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  g_autoptr (GPtrArray) entries = NULL;

  filter.day = rang_board_get_day (before);
  entries = rang_store_load_log (office->store, &filter, error);
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const RangLogEntry *entry = entries->pdata[i];
      const RangBoardEntry *was = entry->order != 0 ? rang_board_find (before, entry->order) : NULL;
      const RangBoardEntry *is = entry->order != 0 ? rang_board_find (after, entry->order) : NULL;
      RangLabOverride override = { (int)entry->to, was != NULL ? was->rank : 0, is != NULL ? is->rank : 0 };

      if ((!g_str_equal (entry->what, "move") && !g_str_equal (entry->what, "grant")) || was == NULL || entry->to == 0
          || entry->to >= entry->from || was_undone (entries, entry->entry))
        continue;
      g_array_append_val (lab->overrides, override);
      lab_take_move (lab, before, was, entry);
    }
  return TRUE;
}

static RangBoard *
suggest (RangBoardInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangBoard) board = rang_board_new (input, cancellable, error);

  return board != NULL ? rang_board_suggested (board) : NULL;
}

static gboolean
test_day (Lab *lab,
          RangOffice *office,
          const RangSession *session,
          RangRules *rules,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (RangBoardInput) held = office_load_input (office, session, OFFICE_BOARD_OPEN, error);
  g_autoptr (RangBoardInput) tested = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;

  if (held == NULL)
    return FALSE;
  if (held->orders->len == 0)
    return TRUE;
  tested = office_load_input (office, session, OFFICE_BOARD_OPEN, error);
  if (tested == NULL)
    return FALSE;
  rang_board_input_set_rules (tested, rules);
  before = suggest (held, cancellable, error);
  after = before != NULL ? suggest (tested, cancellable, error) : NULL;
  if (after == NULL)
    return FALSE;
  lab->days++;
  take_orders (lab, before, after);
  lab_take_facts (lab, before);
  return take_overrides (lab, office, before, after, error);
}

/* --- all of them --- */

static void
lab_clear (Lab *lab)
{
  g_array_unref (lab->orders);
  g_array_unref (lab->overrides);
  g_ptr_array_unref (lab->moves);
  g_hash_table_unref (lab->facts);
}

gboolean
rang_office_test_rules (RangOffice *office,
                        const RangSession *session,
                        GBytes *text,
                        const char *name,
                        guint days,
                        RangLabProgress progress,
                        gpointer data,
                        RangLabResult *result,
                        GPtrArray **offers,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RangRules) rules = NULL;
  gboolean good = TRUE;
  Lab lab = { 0 };

  g_return_val_if_fail (office != NULL && session != NULL && text != NULL && result != NULL, FALSE);

  if (days < 1 || days > MOST_DAYS)
    {
      office_refuse (error, INVALID, _ ("the last 1 to %d days can be looked at"), MOST_DAYS);
      return FALSE;
    }
  rules = rang_rules_load_bytes (text, name, RANG_RULES_LOAD_DEFAULT, error);
  if (rules == NULL || !rang_rules_check_inputs (rules, error))
    return FALSE;
  lab_init (&lab);
  for (guint i = days; i > 0 && good; i--)
    {
      RangSession of_day = { session->person, session->day - (RangDay)i, session->unit };

      good = !g_cancellable_set_error_if_cancelled (cancellable, error)
             && test_day (&lab, office, &of_day, rules, cancellable, error);
      if (progress != NULL)
        progress (days - i + 1, days, data);
    }
  if (good)
    rang_lab_measure (lab.orders, lab.overrides, lab.days, result);
  if (good && offers != NULL)
    *offers = lab_dup_offers (&lab);
  lab_clear (&lab);
  return good;
}
