/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

#define RANG_TYPE_STOP_ITEM (rang_stop_item_get_type ())
G_DECLARE_FINAL_TYPE (RangStopItem, rang_stop_item, RANG, STOP_ITEM, GObject)

/**
 * RangStopColumn:
 *
 * The columns of a van's list of stops.
 */
typedef enum
{
  RANG_STOP_PLACE,
  RANG_STOP_ETA,
  RANG_STOP_PROMISED,
  RANG_STOP_SPARE,
  RANG_STOP_ORDER,
  RANG_STOP_CLIENT,
  RANG_STOP_ADDRESS,
  RANG_STOP_DEPARTMENT,
  RANG_STOP_LOAD,
  RANG_STOP_COLLECT,
  RANG_STOP_OUTCOME,
  RANG_N_STOP_COLUMNS
} RangStopColumn;

/**
 * rang_stop_item_new:
 *
 * Returns: (transfer full): one order of a route, in words
 */
RangStopItem *
rang_stop_item_new (const RangDayView *view, const RangBoardStop *stop);

gint64
rang_stop_item_get_order (RangStopItem *item);
/** rang_stop_item_get_text: Returns: (transfer none): what the column says */
const char *
rang_stop_item_get_text (RangStopItem *item, RangStopColumn column);
/** rang_stop_item_dup_name: Returns: (transfer full): the row in words */
char *
rang_stop_item_dup_name (RangStopItem *item);
gboolean
rang_stop_item_is_late (RangStopItem *item);
/** rang_stop_item_is_open: Returns: whether it still waits for an outcome */
gboolean
rang_stop_item_is_open (RangStopItem *item);

/** rang_stop_item_get_mark: Returns: the department's mark, -1 none */
int
rang_stop_item_get_mark (RangStopItem *item);
/** rang_stop_item_get_collect: Returns: cash on delivery, minor units of the order's currency */
gint64
rang_stop_item_get_collect (RangStopItem *item);

/** rang_stop_column_title: Returns: the heading in the current language */
const char *
rang_stop_column_title (RangStopColumn column);

G_END_DECLS
