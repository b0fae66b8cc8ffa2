/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the fields of a sheet that an office may rename or leave out. */
#include "sheet/rang-sheet-field.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
  gboolean usual;
} fields[RANG_SHEET_N_LEGALS] = {
  [RANG_SHEET_LEGAL_TAX_NUMBER] = { "tax-number", N_ ("Tax number"), TRUE },
  [RANG_SHEET_LEGAL_SEAT] = { "seat", N_ ("Seat"), TRUE },
  [RANG_SHEET_LEGAL_RECEIPT] = { "receipt", N_ ("Receipt no."), TRUE },
  [RANG_SHEET_LEGAL_RETURNED] = { "returned", N_ ("Returned"), TRUE },
  /* Needed only for listed goods of high fiscal risk. */
  [RANG_SHEET_LEGAL_TRANSPORT_CODE] = { "transport-code", N_ ("e-Transport code (UIT)"), FALSE },
  [RANG_SHEET_LEGAL_CATEGORY] = { "category", N_ ("Vehicle category"), TRUE },
  [RANG_SHEET_LEGAL_PURPOSE] = { "purpose", N_ ("Purpose of the trip"), TRUE },
  [RANG_SHEET_LEGAL_PLACES] = { "places", N_ ("Places"), TRUE },
  [RANG_SHEET_LEGAL_NORM] = { "norm", N_ ("Own fuel norm"), TRUE },
  [RANG_SHEET_LEGAL_ODOMETER] = { "odometer", N_ ("Odometer"), TRUE },
  [RANG_SHEET_LEGAL_FUEL] = { "fuel", N_ ("Fuel taken"), TRUE },
};

const char *
rang_sheet_legal_to_nick (RangSheetLegal field)
{
  g_return_val_if_fail (field < RANG_SHEET_N_LEGALS, NULL);
  return fields[field].nick;
}

int
rang_sheet_legal_from_nick (const char *nick)
{
  for (int i = 0; nick != NULL && i < RANG_SHEET_N_LEGALS; i++)
    if (g_str_equal (fields[i].nick, nick))
      return i;
  return -1;
}

const char *
rang_sheet_legal_label (RangSheetLegal field)
{
  g_return_val_if_fail (field < RANG_SHEET_N_LEGALS, NULL);
  return _ (fields[field].label);
}

gboolean
rang_sheet_legal_is_usual (RangSheetLegal field)
{
  g_return_val_if_fail (field < RANG_SHEET_N_LEGALS, FALSE);
  return fields[field].usual;
}
