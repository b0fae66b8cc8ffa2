/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a route sheet says: its data and its sums. */
#include "sheet/rang-sheet.h"

#include <string.h>

static void
order_free (gpointer data)
{
  RangSheetOrder *order = data;

  g_free (order->client_number);
  g_free (order->invoice);
  g_free (order);
}

static void
stop_free (gpointer data)
{
  RangSheetStop *stop = data;

  g_free (stop->client);
  g_free (stop->contact);
  g_free (stop->phone);
  g_free (stop->address);
  g_free (stop->town);
  g_free (stop->access_note);
  g_free (stop->reason);
  g_free (stop->note);
  g_ptr_array_unref (stop->orders);
  g_free (stop);
}

static void
goods_free (gpointer data)
{
  RangSheetGoods *goods = data;

  g_free (goods->article);
  g_free (goods->description);
  g_free (goods->measure);
  g_free (goods->orders);
  g_free (goods);
}

RangSheet *
rang_sheet_new (void)
{
  RangSheet *sheet = g_new0 (RangSheet, 1);

  sheet->day = sheet->signed_day = sheet->accepted_day = RANG_DAY_NONE;
  sheet->departure = sheet->back = sheet->signed_at = sheet->accepted_at = RANG_TIME_NONE;
  sheet->plan = 1;
  sheet->draft = TRUE;
  sheet->breaks = g_array_new (FALSE, FALSE, sizeof (RangTimeWindow));
  sheet->stops = g_ptr_array_new_with_free_func (stop_free);
  sheet->kinds = RANG_SHEET_KINDS_USUAL;
  sheet->goods = g_ptr_array_new_with_free_func (goods_free);
  sheet->changes = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < RANG_SHEET_N_LEGALS; i++)
    sheet->fields[i].shown = rang_sheet_legal_is_usual ((RangSheetLegal)i);
  return sheet;
}

void
rang_sheet_free (RangSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->company);
  g_free (sheet->tax_number);
  g_free (sheet->seat);
  g_free (sheet->number);
  g_free (sheet->van);
  g_free (sheet->plate);
  g_free (sheet->courier);
  g_free (sheet->fingerprint);
  g_free (sheet->signed_by);
  g_free (sheet->accepted_by);
  g_array_unref (sheet->breaks);
  g_ptr_array_unref (sheet->stops);
  g_ptr_array_unref (sheet->goods);
  g_ptr_array_unref (sheet->changes);
  g_free (sheet->category);
  g_free (sheet->changed_since);
  for (int i = 0; i < RANG_SHEET_N_LEGALS; i++)
    g_free (sheet->fields[i].label);
  g_free (sheet);
}

RangSheetGoods *
rang_sheet_add_goods (RangSheet *sheet)
{
  RangSheetGoods *goods = g_new0 (RangSheetGoods, 1);

  g_ptr_array_add (sheet->goods, goods);
  return goods;
}

const char *
rang_sheet_get_label (const RangSheet *sheet, RangSheetLegal field)
{
  if (!sheet->fields[field].shown)
    return NULL;
  return sheet->fields[field].label != NULL ? sheet->fields[field].label : rang_sheet_legal_label (field);
}

static RangSheetStop *
stop_new (void)
{
  RangSheetStop *stop = g_new0 (RangSheetStop, 1);

  stop->eta = stop->promised.from = stop->promised.to = RANG_TIME_NONE;
  stop->orders = g_ptr_array_new_with_free_func (order_free);
  return stop;
}

RangSheetStop *
rang_sheet_add_stop (RangSheet *sheet)
{
  RangSheetStop *stop = stop_new ();

  stop->number = (gint32)sheet->stops->len + 1;
  g_ptr_array_add (sheet->stops, stop);
  return stop;
}

RangSheetStop *
rang_sheet_insert_struck_stop (RangSheet *sheet, guint at)
{
  RangSheetStop *stop = stop_new ();

  stop->struck = TRUE;
  g_ptr_array_insert (sheet->stops, (int)MIN (at, sheet->stops->len), stop);
  return stop;
}

RangSheetOrder *
rang_sheet_stop_add_order (RangSheetStop *stop, gint64 number)
{
  RangSheetOrder *order = g_new0 (RangSheetOrder, 1);

  order->number = number;
  g_ptr_array_add (stop->orders, order);
  return order;
}

static void
add_money (GArray *sums, RangMoney money)
{
  if (money.minor == 0)
    return;
  for (guint i = 0; i < sums->len; i++)
    {
      RangMoney *sum = &g_array_index (sums, RangMoney, i);

      if (g_str_equal (sum->currency, money.currency))
        {
          sum->minor += money.minor;
          return;
        }
    }
  g_array_append_val (sums, money);
}

static void
add_stop (RangSheetTotals *totals, const RangSheetStop *stop)
{
  if (stop->struck)
    return;
  totals->stops++;
  for (guint i = 0; i < stop->orders->len; i++)
    {
      const RangSheetOrder *order = g_ptr_array_index (stop->orders, i);

      if (order->struck)
        continue;
      totals->orders++;
      totals->parcels += order->parcels;
      totals->load += order->load;
      totals->estimated |= order->load_estimated;
      add_money (totals->to_collect, order->to_collect);
    }
}

static void
totals_init (RangSheetTotals *totals)
{
  memset (totals, 0, sizeof *totals);
  totals->to_collect = g_array_new (FALSE, FALSE, sizeof (RangMoney));
}

void
rang_sheet_count (const RangSheet *sheet, RangSheetTotals *totals)
{
  totals_init (totals);
  for (guint i = 0; i < sheet->stops->len; i++)
    add_stop (totals, g_ptr_array_index (sheet->stops, i));
}

void
rang_sheet_stop_count (const RangSheetStop *stop, RangSheetTotals *totals)
{
  totals_init (totals);
  add_stop (totals, stop);
}

void
rang_sheet_totals_clear (RangSheetTotals *totals)
{
  g_clear_pointer (&totals->to_collect, g_array_unref);
}

char *
rang_sheet_dup_code (const RangSheet *sheet)
{
  g_autofree char *day = rang_day_format (sheet->day);
  GString *code = g_string_new ("RANG");

  if (day != NULL)
    g_string_append_printf (code, " %s", day);
  if (sheet->plate != NULL || sheet->van != NULL)
    g_string_append_printf (code, " %s", sheet->plate != NULL ? sheet->plate : sheet->van);
  g_string_append_printf (code, " v%d p%d", sheet->version, sheet->plan);
  if (sheet->fingerprint != NULL)
    {
      g_string_append_c (code, ' ');
      for (const char *p = sheet->fingerprint; *p != '\0'; p++)
        if (*p != ' ')
          g_string_append_c (code, *p);
    }
  return g_string_free (code, FALSE);
}
