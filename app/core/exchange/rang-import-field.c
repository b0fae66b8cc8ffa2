/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the words by which files and mappings name what a column feeds. */
#include "exchange/rang-import-field.h"

#include "base/rang-nick.h"

static const char *const field_nicks[] = {
  "order",        "client",       "client_code",   "tax_number",  "department",  "order_date",        "requested_from",
  "requested_to", "promised_day", "promised_from", "promised_to", "importance",  "importance_reason", "value",
  "currency",     "street",       "city",          "postcode",    "country",     "coordinates",       "lat",
  "lon",          "load_kg",      "parcels",       "service_min", "skills",      "goods_ready",       "penalty",
  "collect",      "invoice",      "contact",      "phone",         "note",        "access",      "shipped",           NULL
};
G_STATIC_ASSERT (G_N_ELEMENTS (field_nicks) == RANG_N_IMPORT_FIELDS + 1);

const char *
rang_import_field_to_nick (RangImportField field)
{
  g_return_val_if_fail (field < RANG_N_IMPORT_FIELDS, NULL);
  return field_nicks[field];
}

int
rang_import_field_from_nick (const char *nick)
{
  return rang_nick_find (field_nicks, nick);
}
