/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-refusal.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangImportReport:
 * @taken: new orders; @changed: known orders with other content; @unchanged: known, same content
 * @refused: rows that were refused, and orders that wait *to complete*
 * @defaulted: fields that were filled from the mapping's defaults
 * @refusals: (element-type RangRefusal): why, one by one
 * @orders: (element-type gint64): numbers taken or changed, also those that wait
 */
typedef struct
{
  guint taken;
  guint changed;
  guint unchanged;
  guint refused;
  guint defaulted;
  GPtrArray *refusals;
  GArray *orders;
} RangImportReport;

RangImportReport *
rang_import_report_new (void);
void
rang_import_report_free (RangImportReport *report);
/** rang_import_report_add: adds the counts and refusals of @other to @report */
void
rang_import_report_add (RangImportReport *report, const RangImportReport *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportReport, rang_import_report_free)

/**
 * RangProgress:
 * @done: 0 … @total
 * @total: 0 when unknown
 *
 * Called on the calling thread now and then.
 */
typedef void (*RangProgress) (guint64 done, guint64 total, gpointer data);

/**
 * rang_office_import:
 * @path: one file; of several files each is a call of its own
 * @mapping: (nullable): a mapping file, or a name of one that Rang ships ("northwind"); %NULL: the one remembered for
 *   this sender
 * @department: id, or 0: the mapping's, else the client's owner department
 *
 * One file is one transaction: all that can be taken is, or (a fault of the file) nothing. Identity and changed orders
 * as CASES.md 6; days gone by are history (DESIGN.md 3.1). Errors: #RangExchangeError and #RangStoreError (exit 4),
 * #RangOfficeError.
 *
 * Returns: (transfer full): what became of it
 */
RangImportReport *
rang_office_import (RangOffice *office,
                    const RangSession *session,
                    const char *path,
                    const char *mapping,
                    gint64 department,
                    RangProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error);

/**
 * rang_office_import_as:
 * @encoding: (nullable): what a person says that the file is written in ("Windows-1250"); goes before the mapping's,
 *   and is remembered for the sender
 *
 * As rang_office_import().
 */
RangImportReport *
rang_office_import_as (RangOffice *office,
                       const RangSession *session,
                       const char *path,
                       const char *mapping,
                       const char *encoding,
                       gint64 department,
                       RangProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error);

/**
 * RangEncodingProposal:
 * @name: for rang_office_import_as()
 * @label: what the encoding is called, in the reader's language
 * @preview: lines of the file as they read in it
 */
typedef struct
{
  char *name;
  char *label;
  char *preview;
} RangEncodingProposal;

void
rang_encoding_proposal_free (RangEncodingProposal *proposal);

/**
 * rang_office_propose_encodings:
 * @path: a file that could not be read
 *
 * Returns: (transfer full) (nullable) (element-type RangEncodingProposal): in what it may be written, the likeliest
 *   first; empty if that was not what was wrong: it names its encoding itself, or is no text
 */
GPtrArray *
rang_office_propose_encodings (const char *path, GError **error);

/**
 * RangOrderView:
 * @order: a copy
 * @client: (nullable): the client's name (the buyer's from the file while the client is unknown)
 * @department: (nullable): its name
 * @answerable: who owes an answer for it now: id, 0 none; @answerable_name: (nullable)
 * @missing: (element-type RangRefusal): what it lacks before it can reach the board; empty when complete
 * @annual_value: the client's, in the office's currency
 * @stage: the client's; -1 unknown
 */
typedef struct
{
  RangOrder *order;
  char *client;
  char *department;
  gint64 answerable;
  char *answerable_name;
  GPtrArray *missing;
  RangMoney annual_value;
  int stage;
} RangOrderView;

void
rang_order_view_free (RangOrderView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangOrderView, rang_order_view_free)

/**
 * rang_office_list_orders:
 *
 * Returns: (transfer full) (element-type RangOrderView): those promised for the session's day, all without a promised
 *   day, and all that wait *to complete*, whatever day is proposed for them
 */
GPtrArray *
rang_office_list_orders (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_get_order:
 *
 * Returns: (transfer full): one order
 */
RangOrderView *
rang_office_get_order (RangOffice *office, gint64 number, GError **error);

/**
 * rang_office_order_history:
 *
 * Returns: (transfer full) (element-type RangLogEntry): the log entries about the order, oldest first
 */
GPtrArray *
rang_office_order_history (RangOffice *office, gint64 number, GError **error);

/**
 * rang_office_add_order:
 * @order: as entered; number 0. Without a promised window one is proposed from what was requested
 *
 * Returns: the new number, or 0
 */
gint64
rang_office_add_order (RangOffice *office, const RangSession *session, const RangOrder *order, GError **error);

/**
 * RangOrderEdit:
 * @mask: which of the fields below are set (names as `rangctl edit --NAME`)
 *
 * What is to change. Strings are borrowed.
 */
typedef struct
{
  guint32 mask;
  RangOrder *values;
} RangOrderEdit;

typedef enum
{
  RANG_EDIT_CLIENT = 1 << 0,
  RANG_EDIT_DEPARTMENT = 1 << 1,
  RANG_EDIT_PROMISED = 1 << 2, /* promised_day and promised */
  RANG_EDIT_VALUE = 1 << 3,
  RANG_EDIT_LOAD = 1 << 4,
  RANG_EDIT_PARCELS = 1 << 5,
  RANG_EDIT_SERVICE = 1 << 6,
  RANG_EDIT_GOODS = 1 << 7, /* goods and goods_from */
  RANG_EDIT_PLACE = 1 << 8,
  RANG_EDIT_COORDINATES = 1 << 9, /* place.located, lat, lon */
  RANG_EDIT_NOTE = 1 << 10,
  RANG_EDIT_CONTACT = 1 << 11, /* contact_name and contact_phone */
  RANG_EDIT_COLLECT = 1 << 12,
  RANG_EDIT_INVOICE = 1 << 13,
  RANG_EDIT_PENALTY = 1 << 14,
  RANG_EDIT_CLIENT_NUMBER = 1 << 15,
  RANG_EDIT_ACCESS_NOTE = 1 << 16,
  RANG_EDIT_SKILLS = 1 << 17
} RangOrderEditField;

/**
 * rang_office_edit_order:
 *
 * Changes fields of an order that is not handed over; old and new go to the log. An order *to complete* that has all
 * it needs afterwards becomes *entered*.
 */
gboolean
rang_office_edit_order (
    RangOffice *office, const RangSession *session, gint64 number, const RangOrderEdit *edit, GError **error);

/**
 * rang_office_preview_edit:
 *
 * Returns: (transfer full) (nullable): the order as the edit would make it; nothing is changed
 */
RangOrder *
rang_office_preview_edit (RangOffice *office, gint64 number, const RangOrderEdit *edit, GError **error);

/**
 * rang_office_make_client:
 * @number: an order whose client is unknown
 *
 * Makes a client (stage trial) of the buyer that the file named, unless it has become one meanwhile, and gives it to
 * the order and to all others of that buyer that wait and are the person's to change.
 *
 * Returns: the client's id, or 0
 */
gint64
rang_office_make_client (RangOffice *office, const RangSession *session, gint64 number, GError **error);

/**
 * rang_office_make_clients:
 * @numbers: (array length=n_numbers): orders; those that have a client by then are passed over
 *
 * As rang_office_make_client() for one after the other: what was made before an error stays made.
 *
 * Returns: whether all have a client
 */
gboolean
rang_office_make_clients (
    RangOffice *office, const RangSession *session, const gint64 *numbers, guint n_numbers, GError **error);

/**
 * rang_office_add_client:
 * @client: id 0
 *
 * Returns: the new id, or 0
 */
gint64
rang_office_add_client (RangOffice *office, const RangSession *session, const RangClient *client, GError **error);

/**
 * rang_office_save_client:
 * @client: as it shall be, with its addresses; known by its id. An address without an id is new
 *
 * Name, hours, minutes at the door and whatever else the office knows of a client, its contacts aside, which come with
 * orders and go by rang_office_erase_contact(); old and new hours go to the log.
 */
gboolean
rang_office_save_client (RangOffice *office, const RangSession *session, const RangClient *client, GError **error);

/**
 * rang_office_import_doors:
 * @path: a file as rang_doors_csv_read() takes it
 * @done: (out): how many lines were taken
 *
 * When the doors of clients are open, many at once. An address that the client does not have yet is added. A line that
 * is wrong, or whose client nobody knows, takes nothing from the file.
 */
gboolean
rang_office_import_doors (
    RangOffice *office, const RangSession *session, const char *path, guint *done, GError **error);

/**
 * rang_office_state_importance:
 * @reason: (nullable): why; required for high
 */
gboolean
rang_office_state_importance (RangOffice *office,
                              const RangSession *session,
                              gint64 number,
                              RangImportance importance,
                              const char *reason,
                              GError **error);

/**
 * rang_office_cancel_order:
 * @note: (nullable): why
 *
 * CASES.md 1: before the hand-over it leaves the board; after it, an amendment; once the van has left, an outcome.
 */
gboolean
rang_office_cancel_order (
    RangOffice *office, const RangSession *session, gint64 number, const char *note, GError **error);

/**
 * rang_office_propose_promise:
 *
 * Fills the proposed window of an order from what was requested (DESIGN.md 3.1), if there is anything to propose from.
 */
void
rang_office_propose_promise (RangOffice *office, RangOrder *order);

G_END_DECLS
