/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for CSV files of any bytes: an error or orders that can be stored, read the same each time. */
#include "fuzz/rang-fuzz-import.h"

const char *const rang_fuzz_samples[] = {
  "order,client,requested_to,value,currency\r\n1,Ana,2026-11-24,12.50,RON\r\n2,\"B, "
  "\"\"C\"\"\",2026-11-24T16:00,3,EUR\r\n",
  "\xEF\xBB\xBForder;client;promised_day;promised_from;promised_to;lat;lon\n7;\xC8\x98tefan;2026-11-24;09:00;12:00;"
  "45.6427;25.5887\n",
  "sep=;\norder;importance;load_kg;parcels;service_min;goods_ready;penalty\n1;high;2.5;3;10;11:30;yes\n",
  "order\tnote\n1\t\"two\nlines\"\n", NULL
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char mapping[] = "[mapping]\nencoding=Windows-1250\ndates=D.M.YYYY;YYYY-MM-DD\ndecimal=comma\n"
                                "[defaults]\nimportance=normal\n[clients]\nmake=yes\n";

  rang_fuzz_import (data, size, NULL);
  rang_fuzz_import (data, size, mapping);
  return 0;
}
