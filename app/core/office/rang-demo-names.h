/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "office/rang-demo-random.h"

G_BEGIN_DECLS

/**
 * RangDemoTrade:
 * @word: how it shows in a company's name
 * @hours: when such a company takes goods in
 * @service: minutes at its door
 * @parcels: of a usual order
 * @grams: of a usual parcel
 * @bani: value of a usual parcel
 * @access: (nullable): how to get in; untranslated
 *
 * What a client does, and what that means for a delivery.
 */
typedef struct
{
  const char *word;
  RangTimeWindow hours;
  gint32 service;
  gint32 parcels;
  gint64 grams;
  gint64 bani;
  const char *access;
} RangDemoTrade;

/**
 * rang_demo_names_company:
 * @taken: (element-type utf8): names in use; the new one is added
 * @trade: (out): its trade
 *
 * Returns: (transfer full): "Piatra Mare Print SRL"
 */
char *
rang_demo_names_company (RangDemoRandom *random, GHashTable *taken, const RangDemoTrade **trade);

/**
 * rang_demo_names_person:
 * @taken: (element-type utf8) (nullable): names in use; the new one is added
 *
 * Returns: (transfer full): "Elena Rusu"
 */
char *
rang_demo_names_person (RangDemoRandom *random, GHashTable *taken);

/**
 * rang_demo_names_phone:
 *
 * Returns: (transfer full): "0268 012 345": a number of Brașov that can never be given out, as no subscriber's number
 *   starts with 0
 */
char *
rang_demo_names_phone (RangDemoRandom *random);

/**
 * rang_demo_names_tax_number:
 * @index: which client
 *
 * Returns: (transfer full): a CUI with the right check digit, from a range that is not given out
 */
char *
rang_demo_names_tax_number (guint index);

G_END_DECLS
