/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "base/rang-money.h"
#include "sheet/rang-sheet-field.h"

G_BEGIN_DECLS

/**
 * RangSheetOrder:
 * @number: Rang's number
 * @client_number: (nullable): the client's number
 * @invoice: (nullable): number of the invoice or delivery note that travels with the goods
 * @parcels: count
 * @load: grams
 * @load_estimated: the sender did not state parcels or weight: they are marked as estimates
 * @value: what the order is worth
 * @to_collect: cash on delivery; `minor` 0 when none
 * @struck: cancelled since the version before: printed struck through, counts in no sum
 *
 * One order of a stop.
 */
typedef struct
{
  gint64 number;
  char *client_number;
  char *invoice;
  gint32 parcels;
  gint64 load;
  gboolean load_estimated;
  RangMoney value;
  RangMoney to_collect;
  gboolean struck;
} RangSheetOrder;

/**
 * RangSheetStop:
 * @number: place in the route, from 1
 * @eta: when the van arrives, or %RANG_TIME_NONE
 * @promised: what was promised; %RANG_TIME_NONE twice when nothing
 * @minutes_late: minutes that @eta lies past the promise; 0 when on time
 * @client: as on the papers
 * @contact: (nullable): the person to ask for
 * @phone: (nullable): how to reach them
 * @address: (nullable): street and town in one line
 * @town: (nullable): for the vehicle log
 * @access_note: (nullable): how to get in
 * @reason: (nullable): short, why it stands there
 * @note: (nullable): for the courier
 * @must_not_slip: an order of class A is among them
 * @unlocated: nobody knows the coordinates
 * @located: @lat and @lon are known, in 1e-6 degrees
 * @struck: it was on this van in the version before and is not any more: printed struck through, without a number, with
 *   nothing to fill in, and counts in no sum
 * @orders: (element-type RangSheetOrder): owned; all orders of this one visit
 *
 * One visit: of two orders at one door it is one stop.
 */
typedef struct
{
  gint32 number;
  RangTime eta;
  RangTimeWindow promised;
  gint32 minutes_late;
  char *client;
  char *contact;
  char *phone;
  char *address;
  char *town;
  char *access_note;
  char *reason;
  char *note;
  gboolean must_not_slip;
  gboolean unlocated;
  gboolean located;
  gint32 lat;
  gint32 lon;
  gboolean struck;
  GPtrArray *orders;
} RangSheetStop;

/**
 * RangSheetGoods:
 * @article: (nullable): number; @description: (nullable): what it is
 * @quantity: thousandths of @measure (nullable)
 * @orders: (nullable): numbers of the orders it is for
 *
 * One line of the picking list.
 */
typedef struct
{
  char *article;
  char *description;
  char *measure;
  gint64 quantity;
  char *orders;
} RangSheetGoods;

/**
 * RangSheetKind: flags for the papers of a van
 * @RANG_SHEET_KIND_RUN: the run sheet
 * @RANG_SHEET_KIND_LOG: the vehicle log, to be printed on its back
 * @RANG_SHEET_KIND_LOADING: the loading list, last stop first
 * @RANG_SHEET_KIND_PICKING: the picking list
 * @RANG_SHEET_KIND_SLIPS: a slip for each stop, without other clients' data
 */
typedef enum
{
  RANG_SHEET_KIND_RUN = 1 << 0,
  RANG_SHEET_KIND_LOG = 1 << 1,
  RANG_SHEET_KIND_LOADING = 1 << 2,
  RANG_SHEET_KIND_PICKING = 1 << 3,
  RANG_SHEET_KIND_SLIPS = 1 << 4,
} RangSheetKind;

/* What a van gets if nothing else is said. */
#define RANG_SHEET_KINDS_USUAL (RANG_SHEET_KIND_RUN | RANG_SHEET_KIND_LOG | RANG_SHEET_KIND_LOADING)

/**
 * RangSheet:
 * @company: who delivers; @tax_number: (nullable): CUI/CIF; @seat: (nullable): its address
 * @number: (nullable): the sheet's number, "2026-11-24/3"
 * @day: the day of delivery
 * @van: "Van 3"; @plate: (nullable): number plate; @courier: (nullable): who drives
 * @breaks: (element-type RangTimeWindow): owned: when who drives rests, by the plan
 * @departure: when the van leaves, @back: when it is back, both %RANG_TIME_NONE when unknown
 * @metres: length of the route; 0 unknown
 * @depot_located: @depot_lat and @depot_lon are known, in 1e-6 degrees
 * @version: number of the signed board; 0 before signing
 * @plan: number of the re-timing within the version, from 1
 * @fingerprint: (nullable): rang_digest_fingerprint() of the log's head that the version was signed on
 * @signed_by: (nullable): who signed the board, on @signed_day at @signed_at; a deputy as "A for B"
 * @accepted_by: (nullable): who took it over, on @accepted_day at @accepted_at
 * @draft: not signed: DRAFT is printed across the page
 * @same_signer: one person signed and accepted
 * @stops: (element-type RangSheetStop): owned, in driving order
 * @kinds: #RangSheetKind flags: which papers
 * @category: (nullable): of the vehicle; @fuel_norm: millilitres for 100 km, 0 unknown
 * @fields: the legal fields
 * @goods: (element-type RangSheetGoods): owned: the picking list
 * @changed_since: (nullable): "Changed since version 1:"; @changes: (element-type utf8): what
 *
 * What is printed for one van and day. Plain data: nothing in it is looked up, and no time of printing, so that the
 * same version and plan give the same bytes again.
 */
typedef struct
{
  char *company;
  char *tax_number;
  char *seat;
  char *number;
  RangDay day;
  char *van;
  char *plate;
  char *courier;
  GArray *breaks;
  RangTime departure;
  RangTime back;
  gint64 metres;
  gboolean depot_located;
  gint32 depot_lat;
  gint32 depot_lon;
  gint32 version;
  gint32 plan;
  char *fingerprint;
  char *signed_by;
  RangDay signed_day;
  RangTime signed_at;
  char *accepted_by;
  RangDay accepted_day;
  RangTime accepted_at;
  gboolean draft;
  gboolean same_signer;
  GPtrArray *stops;
  RangSheetKind kinds;
  char *category;
  gint32 fuel_norm;
  RangSheetLegalField fields[RANG_SHEET_N_LEGALS];
  GPtrArray *goods;
  char *changed_since;
  GPtrArray *changes;
} RangSheet;

/**
 * RangSheetTotals:
 * @stops: visits
 * @orders: orders that are not struck; @parcels, @load (grams): theirs
 * @estimated: whether a load among them is an estimate
 * @to_collect: (element-type RangMoney): one sum for each currency, in order of appearance
 */
typedef struct
{
  guint stops;
  guint orders;
  gint64 parcels;
  gint64 load;
  gboolean estimated;
  GArray *to_collect;
} RangSheetTotals;

/**
 * rang_sheet_new:
 *
 * Returns: (transfer full): an empty draft: no day, no times, no stops
 */
RangSheet *
rang_sheet_new (void);
void
rang_sheet_free (RangSheet *sheet);

/**
 * rang_sheet_add_stop:
 *
 * Returns: (transfer none): a new stop at the end, numbered
 */
RangSheetStop *
rang_sheet_add_stop (RangSheet *sheet);

/**
 * rang_sheet_insert_struck_stop:
 * @at: index in the list of stops that it gets; further ones move on, and keep their numbers
 *
 * Returns: (transfer none): a struck stop, numbered 0
 */
RangSheetStop *
rang_sheet_insert_struck_stop (RangSheet *sheet, guint at);

/** rang_sheet_add_goods: Returns: (transfer none): a new line of the picking list */
RangSheetGoods *
rang_sheet_add_goods (RangSheet *sheet);

/** rang_sheet_get_label: Returns: (transfer none) (nullable): what a legal field is called; %NULL if it is left out */
const char *
rang_sheet_get_label (const RangSheet *sheet, RangSheetLegal field);

/**
 * rang_sheet_stop_add_order:
 *
 * Returns: (transfer none): a new order at the end
 */
RangSheetOrder *
rang_sheet_stop_add_order (RangSheetStop *stop, gint64 number);

/**
 * rang_sheet_count:
 * @sheet: a sheet
 * @totals: (out caller-allocates): its totals; free with rang_sheet_totals_clear()
 */
void
rang_sheet_count (const RangSheet *sheet, RangSheetTotals *totals);

/**
 * rang_sheet_stop_count:
 *
 * As rang_sheet_count(), for one stop.
 */
void
rang_sheet_stop_count (const RangSheetStop *stop, RangSheetTotals *totals);
void
rang_sheet_totals_clear (RangSheetTotals *totals);

/**
 * rang_sheet_dup_code:
 *
 * Returns: (transfer full): what the QR code says: "RANG 2026-11-24 BV 21 RNG v3 p1 1a2b3c4d5e6f7081"; version and
 *   fingerprint can be checked against the log
 */
char *
rang_sheet_dup_code (const RangSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSheet, rang_sheet_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangSheetTotals, rang_sheet_totals_clear)

G_END_DECLS
