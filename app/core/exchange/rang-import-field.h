/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangImportField:
 *
 * What a column of a CSV file or a path of a mapping can feed. The nick of each is the column's name in Rang's own
 * CSV header and the key in a mapping's group [fields].
 */
typedef enum
{
  RANG_IMPORT_ORDER,
  RANG_IMPORT_CLIENT,
  RANG_IMPORT_CLIENT_CODE,
  RANG_IMPORT_TAX_NUMBER,
  RANG_IMPORT_DEPARTMENT,
  RANG_IMPORT_ORDER_DATE,
  RANG_IMPORT_REQUESTED_FROM,
  RANG_IMPORT_REQUESTED_TO,
  RANG_IMPORT_PROMISED_DAY,
  RANG_IMPORT_PROMISED_FROM,
  RANG_IMPORT_PROMISED_TO,
  RANG_IMPORT_IMPORTANCE,
  RANG_IMPORT_IMPORTANCE_REASON,
  RANG_IMPORT_VALUE,
  RANG_IMPORT_CURRENCY,
  RANG_IMPORT_STREET,
  RANG_IMPORT_CITY,
  RANG_IMPORT_POSTCODE,
  RANG_IMPORT_COUNTRY,
  RANG_IMPORT_COORDINATES,
  RANG_IMPORT_LAT,
  RANG_IMPORT_LON,
  RANG_IMPORT_LOAD_KG,
  RANG_IMPORT_PARCELS,
  RANG_IMPORT_SERVICE_MIN,
  RANG_IMPORT_SKILLS,
  RANG_IMPORT_GOODS_READY,
  RANG_IMPORT_PENALTY,
  RANG_IMPORT_COLLECT,
  RANG_IMPORT_INVOICE,
  RANG_IMPORT_CONTACT,
  RANG_IMPORT_PHONE,
  RANG_IMPORT_NOTE,
  RANG_IMPORT_ACCESS,
  RANG_IMPORT_SHIPPED,
  RANG_N_IMPORT_FIELDS
} RangImportField;

/**
 * rang_import_field_to_nick:
 *
 * Returns: "order", "client", … as in the documented header
 */
const char *
rang_import_field_to_nick (RangImportField field);

/**
 * rang_import_field_from_nick:
 *
 * Returns: the #RangImportField, or -1
 */
int
rang_import_field_from_nick (const char *nick);

G_END_DECLS
