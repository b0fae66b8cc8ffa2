/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Route sheets to test with. */
#include "sample.h"

char *
sample_client_name (int index)
{
  if (index % 7 == 5)
    return g_strdup_printf ("Întreprinderea Individuală și Asociația Țărănească de Împrumut „Șcheii Brașovului de "
                            "Sus” Îmbrăcăminte, Încălțăminte și Țesături %d SRL",
                            index + 1);
  if (index % 7 == 6)
    return g_strdup_printf ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft%d",
                            index + 1);
  return g_strdup_printf ("Măgura Țesătoria %d SRL", index + 1);
}

static RangSheetOrder *
add_order (RangSheetStop *stop, gint64 number)
{
  RangSheetOrder *order = rang_sheet_stop_add_order (stop, number);

  order->client_number = g_strdup_printf ("PO-%d", (int)number * 3);
  order->invoice = g_strdup_printf ("CBA %06d", (int)number);
  order->parcels = 1 + (gint32)(number % 40);
  order->load = number * 7 + 30;
  order->load_estimated = number % 9 == 0;
  order->value = (RangMoney){ number * 43, "RON" };
  return order;
}

static void
fill_stop (RangSheetStop *stop, int index, gint64 *number)
{
  gboolean longest = index % 7 == 5;

  stop->eta = 8 * 3600 + index * 480;
  stop->promised = (RangTimeWindow){ 8 * 3600, 12 * 3600 };
  stop->minutes_late = stop->eta > stop->promised.to ? (stop->eta - stop->promised.to) / 60 : 0;
  stop->client = sample_client_name (index);
  stop->contact = g_strdup (longest ? "Ștefania-Alexandrina Bălăceanu-Stolnici-Țepeș" : "Elena Rusu");
  stop->phone = index % 4 == 3 ? NULL : g_strdup ("0268 012 345");
  stop->address = g_strdup (longest ? "Bulevardul Împăratului Traian și al Țesătorilor Ardeleni nr. 118–120, bl. C7, "
                                      "sc. B, et. 4, ap. 17, cartierul Bartolomeu-Nord, 500025 Brașov"
                                    : "Str. Caraiman 12, Râșnov");
  stop->access_note = index % 3 == 1 ? g_strdup ("Rampa din spate, sunați la magazioner") : NULL;
  stop->reason = g_strdup ("Primele livrări decid contractul");
  stop->note = longest
                   ? g_strdup ("Se livrează numai magazionerului, în persoană, cu avizul în două exemplare; paleții "
                               "goi se iau înapoi și se trec pe aviz.")
                   : NULL;
  stop->must_not_slip = index % 6 == 0;
  stop->unlocated = index % 11 == 10;
  stop->located = !stop->unlocated;
  /* Most in one town, some far off, some at one door. */
  stop->lat = 45650000 + (index * 7919 % 13) * 1700 + (index % 9 == 4 ? 90000 : 0);
  stop->lon = 25600000 + (index * 104729 % 17) * 2100 + (index % 9 == 4 ? 140000 : 0);
  for (int i = 0; i < (index % 3 == 2 ? 2 : 1); i++)
    {
      RangSheetOrder *order = add_order (stop, (*number)++);

      if (index % 5 == 2)
        order->to_collect = (RangMoney){ 123450 + i, "RON" };
    }
}

RangSheet *
sample_sheet_new (int n_stops)
{
  RangSheet *sheet = rang_sheet_new ();
  gint64 number = 5000;

  sheet->company = g_strdup ("Corona Birotică și Ambalaje SRL");
  sheet->tax_number = g_strdup ("RO9700000001");
  sheet->seat = g_strdup ("Str. Depozitelor 14, Brașov");
  sheet->number = g_strdup ("2026-11-24/3");
  sheet->day = rang_day_from_ymd (2026, 11, 24);
  sheet->van = g_strdup ("Van 3");
  sheet->plate = g_strdup ("BV 23 RNG");
  sheet->courier = g_strdup ("Vlad Țurcanu");
  sheet->departure = 8 * 3600;
  sheet->back = 16 * 3600 + 600;
  sheet->metres = 84600;
  sheet->depot_located = TRUE;
  sheet->depot_lat = 45655000;
  sheet->depot_lon = 25590000;
  sheet->version = 2;
  sheet->plan = 1;
  sheet->fingerprint = g_strdup ("1a2b 3c4d 5e6f 7081");
  sheet->signed_by = g_strdup ("Ioana Pop");
  sheet->signed_day = sheet->accepted_day = sheet->day;
  sheet->signed_at = 7 * 3600 + 52 * 60;
  sheet->accepted_by = g_strdup ("Dan Mureșan");
  sheet->accepted_at = 7 * 3600 + 58 * 60;
  sheet->draft = FALSE;
  for (int i = 0; i < n_stops; i++)
    fill_stop (rang_sheet_add_stop (sheet), i, &number);
  return sheet;
}
