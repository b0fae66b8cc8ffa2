/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangCallItem:
 *
 * One line of the calls, in words.
 */
#define RANG_TYPE_CALL_ITEM (rang_call_item_get_type ())
G_DECLARE_FINAL_TYPE (RangCallItem, rang_call_item, RANG, CALL_ITEM, GObject)

typedef enum
{
  RANG_CALL_MANAGER,
  RANG_CALL_ORDER,
  RANG_CALL_CLIENT,
  RANG_CALL_CONTACT,
  RANG_CALL_PHONE,
  RANG_CALL_PROMISED,
  RANG_CALL_STATE,
  RANG_CALL_OFFER,
  RANG_CALL_CALLED,
  RANG_CALL_AGREED,
  RANG_N_CALL_COLUMNS
} RangCallColumn;

/** rang_call_item_new: @line: only read. Returns: (transfer full) */
RangCallItem *
rang_call_item_new (const RangDayView *view, const RangCallLine *line);

/** rang_call_item_get_text: Returns: (transfer none): what the column says */
const char *
rang_call_item_get_text (RangCallItem *item, RangCallColumn column);
/** rang_call_item_dup_name: Returns: (transfer full): the row in words */
char *
rang_call_item_dup_name (RangCallItem *item);
gint64
rang_call_item_get_order (RangCallItem *item);
/** rang_call_item_get_offer: Returns: the day that can be offered, or %RANG_DAY_NONE; @window: (out): the window */
RangDay
rang_call_item_get_offer (RangCallItem *item, RangTimeWindow *window);
gboolean
rang_call_item_is_called (RangCallItem *item);

/** rang_call_column_title: Returns: the heading in the current language */
const char *
rang_call_column_title (RangCallColumn column);

G_END_DECLS
