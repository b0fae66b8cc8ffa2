/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one stop on a sheet: who, where, when, what, and the room to write down what happened. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/rang-day-label.h"
#include "sheet/rang-sheet-form.h"
#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

#define PAD 6.0
#define TIME_WIDTH 78.0
#define ORDERS_WIDTH 212.0
#define CLIENT_X (TIME_WIDTH + 12)
#define CLIENT_WIDTH (RANG_SHEET_CONTENT - CLIENT_X - ORDERS_WIDTH - 2 * PAD - 2)
#define ORDERS_X (RANG_SHEET_CONTENT - ORDERS_WIDTH - PAD)
#define ROW 19.0

static double
set_times (RangSheetBlock *block, RangSheetInk *ink, const RangSheetStop *stop)
{
  g_autofree char *number = g_strdup_printf ("%d", stop->number), *eta = rang_time_format (stop->eta);
  g_autofree char *promised = rang_day_label_window (stop->promised), *late = NULL;
  double x = PAD + 3, width = TIME_WIDTH - 4, y = 1;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_NUMBER, RANG_SHEET_LEFT, number, x, y, width, 1);
  rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_STRONG, RANG_SHEET_RIGHT, eta != NULL ? eta : "–", x + 30, 8,
                         width - 30, 1);
  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, _ ("promised"), x, y, width, 1);
  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, promised, x, y, width, 1);
  if (stop->minutes_late > 0)
    {
      /* Translators: %d are minutes that the van comes after the promised window */
      late = g_strdup_printf (_ ("%d\302\240min late"), stop->minutes_late);
      y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, late, x, y, width, 0);
    }
  return y;
}

/* White on black, so that it is seen on any printer. */
static double
set_mark (RangSheetBlock *block, RangSheetInk *ink, double x, double y, double width)
{
  const char *text = _ ("Must not slip");
  double wide = MIN (rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_BOLD, text) + 1, width - 10), height;
  guint fill = block->items->len;

  rang_sheet_block_fill (block, x, y + 1, wide + 10, 14, 0);
  height = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, text, x + 5, y + 1.5, wide, 0);
  rang_sheet_block_last (block)->gray = 1;
  g_array_index (block->items, RangSheetItem, fill).height = height + 1;
  return height + 4;
}

static double
set_line (RangSheetBlock *block, RangSheetInk *ink, RangSheetStyle style, const char *text, double y, int most_lines)
{
  return rang_sheet_block_text (block, ink, style, RANG_SHEET_LEFT, text, CLIENT_X, y, CLIENT_WIDTH, most_lines);
}

/* Name and phone on one line where they fit: what is dialled never breaks. */
static double
set_contact (RangSheetBlock *block, RangSheetInk *ink, const RangSheetStop *stop, double y)
{
  const char *phone = stop->phone != NULL ? stop->phone : _ ("no phone");
  g_autofree char *both = rang_sheet_words_join (2, stop->contact, phone);
  double used;

  if (rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_NORMAL, both) <= CLIENT_WIDTH)
    return set_line (block, ink, RANG_SHEET_STYLE_NORMAL, both, y, 1);
  used = set_line (block, ink, RANG_SHEET_STYLE_NORMAL, stop->contact, y, 3);
  return used + set_line (block, ink, RANG_SHEET_STYLE_NORMAL, phone, y + used, 2);
}

static double
set_client (RangSheetBlock *block, RangSheetInk *ink, const RangSheetStop *stop)
{
  g_autofree char *access = NULL, *why = NULL;
  double y = 4;

  y += set_line (block, ink, RANG_SHEET_STYLE_STRONG, stop->client, y, 0);
  y += set_contact (block, ink, stop, y);
  y += set_line (block, ink, RANG_SHEET_STYLE_NORMAL, stop->address != NULL ? stop->address : _ ("no address"), y, 4);
  if (stop->unlocated)
    y += set_line (block, ink, RANG_SHEET_STYLE_BOLD, _ ("Not found on the map: call before you go"), y, 0);
  if (stop->access_note != NULL)
    {
      access = g_strdup_printf ("→ %s", stop->access_note);
      y += set_line (block, ink, RANG_SHEET_STYLE_NORMAL, access, y, 4);
    }
  if (stop->note != NULL)
    y += set_line (block, ink, RANG_SHEET_STYLE_BOLD, stop->note, y, 6);
  if (stop->must_not_slip)
    y += set_mark (block, ink, CLIENT_X, y, CLIENT_WIDTH);
  if (stop->reason != NULL)
    {
      /* Translators: %s is the reason why a stop stands where it stands */
      why = g_strdup_printf (_ ("Why here: %s"), stop->reason);
      y += set_line (block, ink, RANG_SHEET_STYLE_CAPTION, why, y, 3);
    }
  return y;
}

static void
strike (RangSheetBlock *block, guint from)
{
  for (guint i = from; i < block->items->len; i++)
    g_array_index (block->items, RangSheetItem, i).struck = TRUE;
}

static double
set_order (RangSheetBlock *block, RangSheetInk *ink, const RangSheetOrder *order, double y)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, order->number), *load = NULL, *parcels = NULL;
  g_autofree char *goods = NULL, *value = NULL, *papers = NULL, *cash = NULL, *sum = NULL, *invoice = NULL,
                  *theirs = NULL;
  double wide = rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_BOLD, number) + 1, used;
  double loads, rest;
  guint from = block->items->len;

  load = rang_sheet_words_load (order->load, order->load_estimated);
  parcels = rang_sheet_words_parcels (order->parcels, order->load_estimated);
  goods = rang_sheet_words_join (2, parcels, load);
  loads = MIN (rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_NORMAL, goods) + 1, ORDERS_WIDTH - wide - 6);
  rest = ORDERS_WIDTH - wide - 6;
  used = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, number, ORDERS_X, y, wide, 1);
  used = fmax (used, rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_NORMAL, RANG_SHEET_RIGHT, goods,
                                            ORDERS_X + ORDERS_WIDTH - loads, y, loads, 0));
  value = order->value.minor != 0 ? rang_money_format (order->value, TRUE) : NULL;
  invoice = rang_sheet_words_unbroken (order->invoice);
  theirs = rang_sheet_words_unbroken (order->client_number);
  papers = rang_sheet_words_join (3, invoice, theirs, value);
  used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, papers, ORDERS_X + wide + 6,
                                 y + used, rest, 3);
  if (order->struck)
    {
      strike (block, from);
      used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, _ ("Cancelled"), ORDERS_X,
                                     y + used, ORDERS_WIDTH, 0);
    }
  else if (order->to_collect.minor != 0)
    {
      sum = rang_money_format (order->to_collect, TRUE);
      /* Translators: %s is an amount of cash to collect at the door */
      cash = g_strdup_printf (_ ("Collect %s"), sum);
      used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, cash, ORDERS_X + wide + 6,
                                     y + used, rest, 0);
    }
  return used + 2;
}

static double
set_orders (RangSheetBlock *block, RangSheetInk *ink, const RangSheetStop *stop, guint first)
{
  g_auto (RangSheetTotals) totals = { 0 };
  guint end = MIN (stop->orders->len, first + RANG_SHEET_ORDERS_IN_BLOCK);
  double y = 5;

  rang_sheet_stop_count (stop, &totals);
  for (guint i = first; i < end; i++)
    y += set_order (block, ink, g_ptr_array_index (stop->orders, i), y);
  if (end < stop->orders->len)
    y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT,
                                _ ("More orders of this stop follow"), ORDERS_X, y, ORDERS_WIDTH, 0);
  else if (totals.to_collect->len == 0)
    y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, _ ("Nothing to collect"),
                                ORDERS_X, y, ORDERS_WIDTH, 0);
  else if (totals.orders > 1)
    {
      g_autofree char *sums = rang_sheet_words_sums (totals.to_collect);
      /* Translators: %s is the sum of cash of several orders at one door */
      g_autofree char *text = g_strdup_printf (_ ("Collect in all %s"), sums);

      y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, text, ORDERS_X, y, ORDERS_WIDTH,
                                  0);
    }
  return y;
}

static void
set_box (RangSheetBlock *block, RangSheetInk *ink, const char *caption, double x, double y, double width, double height)
{
  rang_sheet_block_frame (block, x, y, width, height, 0.8, 0.1);
  rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, caption, x + 4, y + 1, width - 8, 1);
}

/* What the courier writes: when, what came of it, cash, and who received it. */
static double
set_outcome (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  const char *returned = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_RETURNED);
  const char *receipt = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_RECEIPT);
  const char *code = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_TRANSPORT_CODE);
  const RangSheetField first[] = {
    { _ ("Arrived"), 42, FALSE },
    { _ ("Left"), 42, FALSE },
    { C_ ("outcome", "Delivered"), 0, FALSE },
    { C_ ("outcome", "Part"), 0, FALSE },
    { C_ ("outcome", "Refused"), 0, FALSE },
    { C_ ("outcome", "Absent"), 0, FALSE },
    { C_ ("outcome", "Another day"), 0, FALSE },
  };
  RangSheetField second[5] = { { _ ("Reason"), 60, TRUE }, { _ ("Cash"), 52, TRUE } };
  double width = RANG_SHEET_CONTENT - 2 * PAD, receiver = 122, height;
  double left = width - RANG_SHEET_SIGNATURE_WIDTH - receiver - 2 * PAD;
  double x = PAD + 3, used;
  guint n = 2;

  if (returned != NULL)
    second[n++] = (RangSheetField){ returned, 34, FALSE };
  if (receipt != NULL)
    second[n++] = (RangSheetField){ receipt, 44, TRUE };
  if (code != NULL)
    second[n++] = (RangSheetField){ code, 60, TRUE };
  rang_sheet_block_fill (block, PAD, y, width, 0.5, 0.45);
  used = rang_sheet_form_add (block, ink, first, G_N_ELEMENTS (first), x, y + 1, width - 6, ROW) + 3;
  height = fmax (rang_sheet_form_add (block, ink, second, n, x, y + used + 1, left - 3, ROW + 3),
                 RANG_SHEET_SIGNATURE_HEIGHT + 12);
  set_box (block, ink, _ ("Received by, in capitals"), PAD + left + PAD, y + used, receiver, height);
  set_box (block, ink, _ ("Signature, stamp"), RANG_SHEET_CONTENT - PAD - RANG_SHEET_SIGNATURE_WIDTH, y + used,
           RANG_SHEET_SIGNATURE_WIDTH, height);
  return used + height + PAD;
}

RangSheetBlock *
rang_sheet_stop_block (RangSheetInk *ink, const RangSheet *sheet, const RangSheetStop *stop, guint first)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  double times = set_times (block, ink, stop), client = set_client (block, ink, stop);
  double y = fmax (fmax (times, client), set_orders (block, ink, stop, first)) + 4;

  y += set_outcome (block, ink, sheet, y);
  rang_sheet_block_frame (block, 0, 0, RANG_SHEET_CONTENT, y, 0.9, 0);
  if (stop->must_not_slip)
    rang_sheet_block_fill (block, 0, 0, 5, y, 0);
  block->height = y;
  return block;
}

/* Who it was, struck through, and what is meant by it in words that are not. */
RangSheetBlock *
rang_sheet_struck_block (RangSheetInk *ink, const RangSheetStop *stop)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  const RangSheetOrder *order = stop->orders->len > 0 ? g_ptr_array_index (stop->orders, 0) : NULL;
  g_autofree char *number = order != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, order->number) : NULL;
  double y = 4, right;

  rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_STRONG, RANG_SHEET_LEFT, "–", PAD + 3, y, TIME_WIDTH - 4, 1);
  y += set_line (block, ink, RANG_SHEET_STYLE_STRONG, stop->client, y, 0);
  y += set_line (block, ink, RANG_SHEET_STYLE_NORMAL, stop->address, y, 4);
  right = 4
          + rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, number, ORDERS_X, 4,
                                   ORDERS_WIDTH, 1);
  strike (block, 1);
  right += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT,
                                  order != NULL && order->struck ? _ ("Cancelled") : _ ("Not on this van any more"),
                                  ORDERS_X, right, ORDERS_WIDTH, 0);
  block->height = fmax (y, right) + 5;
  rang_sheet_block_frame (block, 0, 0, RANG_SHEET_CONTENT, block->height, 0.9, 0.45);
  return block;
}
