/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in one sentence why an order stands where it stands. */
#include "board/rang-board-explain.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-board-day-private.h"

static char *
why_placed (const RangBoardEntry *entry)
{
  /* Translators: who moved an order, when the name is not known */
  const char *who = entry->placed_by != NULL ? entry->placed_by : _ ("somebody");

  if (entry->placed->reason == RANG_PLACEMENT_NOT_OWED)
    /* Translators: a person; a rank */
    return g_strdup_printf (_ ("Moved back here by %s; the rules suggest place %u."), who, entry->suggested_rank);
  if (entry->placed->reason < 0)
    /* Translators: a person; a rank */
    return g_strdup_printf (_ ("Moved here by %s, reason pending; the rules suggest place %u."), who,
                            entry->suggested_rank);
  /* Translators: a person; a reason ("Client at risk"); a rank */
  return g_strdup_printf (_ ("Moved here by %s (%s); the rules suggest place %u."), who,
                          rang_reason_label ((RangReasonCode)entry->placed->reason), entry->suggested_rank);
}

/* ", 9 below the on-time line" */
static char *
from_line (const RangBoard *board, guint rank)
{
  guint line = rang_board_get_lines (board)->on_time;

  if (line == 0)
    return g_strdup ("");
  if (rank < line)
    /* Translators: how many places */
    return g_strdup_printf (ngettext (", %u above the on-time line", ", %u above the on-time line", line - rank),
                            line - rank);
  /* Translators: how many places */
  return g_strdup_printf (ngettext (", %u below the on-time line", ", %u below the on-time line", rank - line + 1),
                          rank - line + 1);
}

static char *
why_ruled (const RangBoard *board, const RangBoardEntry *entry)
{
  g_autofree char *line = from_line (board, entry->rank);
  g_autofree char *points
      /* Translators: A, B or C; how many points */
      = g_strdup_printf (ngettext ("Class %c with %" PRId64 " point", "Class %c with %" PRId64 " points",
                                   (gulong)ABS (entry->score->points)),
                         entry->score->class_letter, entry->score->points);

  if (entry->rank == entry->suggested_rank)
    /* Translators: "Class B with 18 points"; a rank; ", 9 below the on-time line" or nothing */
    return g_strdup_printf (_ ("%s: the rules put it at place %u%s."), points, entry->rank, line);
  /* Translators: "Class B with 18 points"; a rank; ", 9 below the on-time line" or nothing; a rank */
  return g_strdup_printf (
      _ ("%s: nobody placed it; as others moved or came it stands at %u%s, and the rules now suggest %u."), points,
      entry->rank, line, entry->suggested_rank);
}

char *
rang_board_why (RangBoard *board, gint64 number)
{
  g_return_val_if_fail (board != NULL, NULL);

  const RangBoardEntry *entry = rang_board_find (board, number);

  if (entry == NULL)
    return NULL;
  return entry->placed != NULL ? why_placed (entry) : why_ruled (board, entry);
}

static const RangBoardEntry *
nearest_overtaker (const RangBoard *board, const RangBoardEntry *entry)
{
  for (guint rank = entry->rank - 1; rank >= 1; rank--)
    {
      const RangBoardEntry *other = rang_board_get_entry (board, rank);

      if (other->order->department == entry->order->department
          && other->order->submitted_rank > entry->order->submitted_rank)
        return other;
    }
  return NULL;
}

static char *
why_overtaken (const RangBoardEntry *entry, const RangBoardEntry *other)
{
  const RangBoardEntry *moved = other->placed != NULL ? other : (entry->placed != NULL ? entry : NULL);
  gint64 more = other->score->points, less = entry->score->points;

  if (moved != NULL)
    /* Translators: the number of an order; a person */
    return g_strdup_printf (_ ("%" PRId64 " was moved by %s"), moved->number,
                            moved->placed_by != NULL ? moved->placed_by : _ ("somebody"));
  if (other->score->class_letter < entry->score->class_letter)
    /* Translators: two classes: A, B or C */
    return g_strdup_printf (_ ("by the rules it is class %c against %c"), other->score->class_letter,
                            entry->score->class_letter);
  if (other->score->class_letter == entry->score->class_letter && more > less)
    /* Translators: two numbers of points */
    return g_strdup_printf (ngettext ("by the rules it has %" PRId64 " point against %" PRId64,
                                      "by the rules it has %" PRId64 " points against %" PRId64, (gulong)ABS (more)),
                            more, less);
  if (other->suggested_rank < entry->suggested_rank)
    return g_strdup (_ ("its promise fits into the day and the other does not, or it waited longer"));
  return g_strdup (_ ("others moved or came since the suggestion was applied"));
}

char *
rang_board_why_not_as_ranked (RangBoard *board, gint64 number)
{
  g_return_val_if_fail (board != NULL, NULL);

  const RangBoardEntry *entry = rang_board_find (board, number), *other;
  g_autofree char *reason = NULL;

  if (entry == NULL || entry->order->submitted_rank < 1)
    return NULL;
  other = nearest_overtaker (board, entry);
  if (other == NULL)
    return NULL;
  reason = why_overtaken (entry, other);
  /* Translators: the number of an order; two places in a department's list; the reason */
  return g_strdup_printf (
      _ ("%" PRId64 " stands above it although the department ranked it lower (%d against %d): %s."), other->number,
      other->order->submitted_rank, entry->order->submitted_rank, reason);
}

static char *
say_needs (const RangBoard *board, const GArray *needs)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  const RangSettings *settings = rang_board_get_input (board)->settings;
  RangMoneySum worth;
  g_autofree char *money = NULL, *in_points = NULL;
  gint64 points = 0;

  rang_money_sum_init (&worth, settings->currency);
  for (guint i = 0; i < needs->len; i++)
    {
      gint64 number = g_array_index (needs, gint64, i);
      const RangBoardEntry *entry = rang_board_find (board, number);

      g_string_append_printf (numbers, "%s%" PRId64, i > 0 ? ", " : "", number);
      points += entry != NULL ? entry->score->points : 0;
      if (entry != NULL)
        rang_money_sum_add (&worth, rang_settings_convert (settings, entry->order->value));
    }
  money = rang_money_sum_format (&worth, FALSE);
  rang_money_sum_clear (&worth);
  /* Translators: how many points orders are worth */
  in_points = g_strdup_printf (ngettext ("%" PRId64 " point", "%" PRId64 " points", (gulong)ABS (points)), points);
  /* Translators: numbers of orders; "35 points"; an amount of money */
  return g_strdup_printf (ngettext ("To be on time it needs %s to yield: worth %s and %s.",
                                    "To be on time it needs these to yield: %s, together worth %s and %s.", needs->len),
                          numbers->str, in_points, money);
}

static char *
why_impossible (const RangBoardDay *day, gint64 number)
{
  char *carried = NULL;
  guint job;

  if (rang_board_day_find (day, number, &job) != NULL)
    carried = rang_board_day_why_not_carried (day, job);
  return carried != NULL ? carried
                         : g_strdup (_ ("It would not be on time even at place 1: the promise cannot be kept."));
}

char *
rang_board_why_not_on_time (RangBoard *board, gint64 number)
{
  g_return_val_if_fail (board != NULL, NULL);

  const RangBoardEntry *entry = rang_board_find (board, number);
  g_autoptr (GArray) needs = NULL;

  if (entry == NULL || entry->state == RANG_PLAN_ON_TIME)
    return NULL;
  if (entry->marks & RANG_MARK_NOT_READY)
    return g_strdup (_ ("Its goods are not ready today."));
  if (entry->impossible)
    return why_impossible (rang_board_get_board_day (board), number);
  needs = rang_board_dup_needs (board, number);
  if (needs == NULL || needs->len == 0)
    return g_strdup (_ ("No exchange with orders of one route would bring it on time."));
  return say_needs (board, needs);
}

char *
rang_board_dup_source (RangBoard *board, const RangBoardScore *score)
{
  g_return_val_if_fail (board != NULL && score != NULL, NULL);

  int version = rang_board_get_input (board)->signed_version;

  if (score->rules == 0)
    return version > 0 ? g_strdup_printf (_ ("As signed with version %d of the board."), version) : g_strdup ("");
  if (version > 0)
    /* Translators: a version of the rules; a version of the board */
    return g_strdup_printf (_ ("By version %" PRId64 " of the rules, as signed with version %d of the board."),
                            score->rules, version);
  /* Translators: a version of the rules */
  return g_strdup_printf (_ ("By version %" PRId64 " of the rules."), score->rules);
}
