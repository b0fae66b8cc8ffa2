/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where the two lines stand, and for the day's balance. */
#include "board/rang-board-day-private.h"

static void
count_state (RangBoardLines *lines, const RangBoardEntry *entry)
{
  if (entry->state == RANG_PLAN_ON_TIME)
    lines->kept++;
  else if (entry->state == RANG_PLAN_LATE)
    lines->late++;
  else
    lines->not_today++;
  if (entry->impossible)
    lines->impossible++;
}

static void
find_lines (RangBoardLines *lines, const RangBoardEntry *entry)
{
  if (entry->impossible)
    return;
  if (lines->on_time == 0 && entry->state != RANG_PLAN_ON_TIME)
    lines->on_time = entry->rank;
  if (lines->today == 0 && entry->state == RANG_PLAN_NOT_TODAY)
    lines->today = entry->rank;
}

static void
add_above (const RangBoardEntry *entry, guint line, guint *count, RangMoneySum *value, const RangSettings *settings)
{
  if (line > 0 && entry->rank >= line)
    return;
  (*count)++;
  rang_money_sum_add (value, rang_settings_convert (settings, entry->order->value));
}

void
rang_board_make_lines (GArray *entries, const RangBoardDay *day, RangBoardLines *lines)
{
  const RangSettings *settings = day->input->settings;

  *lines = (RangBoardLines){ .fullness = day->fullness };
  rang_money_sum_init (&lines->above_on_time_value, settings->currency);
  rang_money_sum_init (&lines->above_today_value, settings->currency);
  for (guint i = 0; i < entries->len; i++)
    {
      count_state (lines, &g_array_index (entries, RangBoardEntry, i));
      find_lines (lines, &g_array_index (entries, RangBoardEntry, i));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      RangBoardEntry *entry = &g_array_index (entries, RangBoardEntry, i);

      add_above (entry, lines->on_time, &lines->above_on_time, &lines->above_on_time_value, settings);
      add_above (entry, lines->today, &lines->above_today, &lines->above_today_value, settings);
      if (lines->on_time > 0 && entry->rank > lines->on_time && entry->state == RANG_PLAN_ON_TIME)
        entry->marks |= RANG_MARK_FITS_A_GAP;
    }
}

void
rang_board_clear_lines (RangBoardLines *lines)
{
  rang_money_sum_clear (&lines->above_on_time_value);
  rang_money_sum_clear (&lines->above_today_value);
}
