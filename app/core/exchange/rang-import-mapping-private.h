/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-formats.h"
#include "exchange/rang-import-mapping.h"

G_BEGIN_DECLS

/*
 * kind: a RangImportKind, or -1 for any
 * delimiter: 0 to tell it from the file
 * has_fields: whether columns are renamed; otherwise they bear the nicks of the fields
 * fields: what feeds each field: several are put together with ", "
 * load (grams), parcels, service (seconds): -1 where there is no default
 */
struct _RangImportMapping
{
  gatomicrefcount refs;
  char *name;
  char *text;
  int kind;
  char *encoding;
  char delimiter;
  RangImportFormats *formats;
  gboolean has_fields;
  char **fields[RANG_N_IMPORT_FIELDS];
  RangImportance importance;
  gint64 load;
  gint64 parcels;
  gint64 service;
  char currency[4];
  char *department;
  RangTimeWindow hours;
  gboolean make_clients;
  char *client_department;
};

G_END_DECLS
