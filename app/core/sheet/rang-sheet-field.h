/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangSheetLegal:
 *
 * Fields that the law or the accountant asks for: each can be switched off or renamed by the office.
 */
typedef enum
{
  RANG_SHEET_LEGAL_TAX_NUMBER,
  RANG_SHEET_LEGAL_SEAT,
  RANG_SHEET_LEGAL_RECEIPT,
  RANG_SHEET_LEGAL_RETURNED,
  RANG_SHEET_LEGAL_TRANSPORT_CODE,
  RANG_SHEET_LEGAL_CATEGORY,
  RANG_SHEET_LEGAL_PURPOSE,
  RANG_SHEET_LEGAL_PLACES,
  RANG_SHEET_LEGAL_NORM,
  RANG_SHEET_LEGAL_ODOMETER,
  RANG_SHEET_LEGAL_FUEL,
  RANG_SHEET_N_LEGALS
} RangSheetLegal;

/**
 * RangSheetLegalField:
 * @shown: whether it is printed
 * @label: (nullable): what it is called; %NULL as Rang calls it
 */
typedef struct
{
  gboolean shown;
  char *label;
} RangSheetLegalField;

const char *
rang_sheet_legal_to_nick (RangSheetLegal field);
int
rang_sheet_legal_from_nick (const char *nick);

/** rang_sheet_legal_label: Returns: what Rang calls the field, in the current language */
const char *
rang_sheet_legal_label (RangSheetLegal field);

/** rang_sheet_legal_is_usual: Returns: whether it is printed where the office has said nothing */
gboolean
rang_sheet_legal_is_usual (RangSheetLegal field);

G_END_DECLS
