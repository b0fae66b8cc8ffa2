/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/rang-clock.h"
#include "base/rang-day.h"
#include "domain/rang-client.h"
#include "domain/rang-department.h"
#include "domain/rang-order.h"
#include "domain/rang-person.h"
#include "domain/rang-resource.h"
#include "domain/rang-settings.h"

G_BEGIN_DECLS

/**
 * RANG_OFFICE_ERROR:
 *
 * What the office refuses. Everything but the last three is a rule of the office (exit status 1 of the command line).
 *
 * @RANG_OFFICE_ERROR_NO_RIGHT: the person may not do this; the attempt is logged
 * @RANG_OFFICE_ERROR_UNKNOWN_PERSON: nobody of that name works here; the attempt is logged
 * @RANG_OFFICE_ERROR_QUOTA: too many orders of high importance
 * @RANG_OFFICE_ERROR_CLOSED: the day is handed over or gone by
 * @RANG_OFFICE_ERROR_STALE: somebody changed the same thing meanwhile; the message says who did what
 * @RANG_OFFICE_ERROR_BLOCKED: something must be done first: reasons pending, orders without points
 * @RANG_OFFICE_ERROR_REFUSED: any other rule of the office
 * @RANG_OFFICE_ERROR_NOTHING: there is nothing to undo or to redo
 * @RANG_OFFICE_ERROR_NOT_FOUND: no such order, client, department, van, person or place
 * @RANG_OFFICE_ERROR_INVALID: a value is not possible; say what would be
 * @RANG_OFFICE_ERROR_FILE: a file cannot be read or written
 */
typedef enum
{
  RANG_OFFICE_ERROR_NO_RIGHT,
  RANG_OFFICE_ERROR_UNKNOWN_PERSON,
  RANG_OFFICE_ERROR_QUOTA,
  RANG_OFFICE_ERROR_CLOSED,
  RANG_OFFICE_ERROR_STALE,
  RANG_OFFICE_ERROR_BLOCKED,
  RANG_OFFICE_ERROR_REFUSED,
  RANG_OFFICE_ERROR_NOTHING,
  RANG_OFFICE_ERROR_NOT_FOUND,
  RANG_OFFICE_ERROR_INVALID,
  RANG_OFFICE_ERROR_FILE
} RangOfficeError;

#define RANG_OFFICE_ERROR (rang_office_error_quark ())
GQuark
rang_office_error_quark (void);

/**
 * RangOffice:
 *
 * The one door to every change. An office belongs to one thread; the window keeps it on a #RangOfficeWorker's.
 */
typedef struct _RangOffice RangOffice;

/**
 * RangSession:
 * @person: id of the person who acts; 0 unknown (may read, may not change anything)
 * @day: the day that is worked on
 * @unit: the unit that is ranked for; 1 is the delivery service
 *
 * Who does it, and for which day. Passed by value, never stored.
 */
typedef struct
{
  gint64 person;
  RangDay day;
  gint64 unit;
} RangSession;

#define RANG_UNIT_DELIVERY_ID 1

/**
 * rang_office_default_path:
 *
 * Returns: (transfer full): `$XDG_DATA_HOME/rang/office.rang`
 */
char *
rang_office_default_path (void);

/**
 * rang_office_open:
 * @path: the store's file
 *
 * Opens an office that exists. Errors: #RangStoreError (no such file, not a store, newer, network drive, damaged).
 *
 * Returns: (transfer full): the office
 */
RangOffice *
rang_office_open (const char *path, RangClock *clock, GError **error);

/**
 * rang_office_create:
 * @path: where the store will be; refused when a file is there
 * @demo: whether to make the demo office of the day that @clock shows
 * @login: the login account that the first person (or, in the demo, the head of sales) is tied to
 *
 * `init`. An office with the departments *Active Sales* and *Clients*, one unit and one person who holds every office
 * role; the demo has people, vans, clients, 60 past days and today submitted by both heads.
 *
 * Returns: (transfer full): the office
 */
RangOffice *
rang_office_create (const char *path, RangClock *clock, gboolean demo, const char *login, GError **error);

/**
 * rang_office_dup_public_location:
 *
 * Returns: (transfer full): where a store is, fit for screens and errors: an address without its password
 */
char *
rang_office_dup_public_location (const char *store);

/** rang_office_is_on_server: Returns: whether @store is a server's database and not a file */
gboolean
rang_office_is_on_server (const char *store);

/**
 * rang_office_is_absent:
 *
 * Returns: whether @store is a file that does not exist; what a server holds is only known once it is asked
 */
gboolean
rang_office_is_absent (const char *store);

/**
 * rang_office_copy:
 * @from: the store of an office: a file, or a server's database
 * @to: a file that does not exist, or a database with nothing in it
 *
 * Moves house: all of an office, its log and its signatures as they are, from one engine to the same or the other. The
 * log is verified on both sides; no entry is written; half a job does not count.
 */
gboolean
rang_office_copy (const char *from, const char *to, GError **error);

void
rang_office_close (RangOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangOffice, rang_office_close)

const char *
rang_office_get_path (RangOffice *office);

/**
 * rang_office_today:
 *
 * Returns: the day that the clock shows in the office's zone
 */
RangDay
rang_office_today (RangOffice *office);

/**
 * rang_office_now:
 * @day: (out) (optional): the day
 *
 * Returns: the wall-clock time in the office's zone
 */
RangTime
rang_office_now (RangOffice *office, RangDay *day);

/**
 * rang_office_changed_by_others:
 *
 * Asks the store whether another connection has committed since the last call. Cheap: no table is read.
 *
 * Returns: whether; %FALSE with @error set when the server does not answer
 */
gboolean
rang_office_changed_by_others (RangOffice *office, GError **error);

/**
 * rang_office_get_wake_fd:
 *
 * Returns: what becomes readable when others have changed something or the server is gone; -1 where the store has to be
 *   asked. It may be another after any call.
 */
int
rang_office_get_wake_fd (RangOffice *office);

/** rang_office_has_news: Returns: whether something arrived there already, beside the answer to another call */
gboolean
rang_office_has_news (RangOffice *office);

/* --- what the office consists of; everything returned is a copy --- */

/**
 * rang_office_get_settings:
 *
 * Returns: (transfer none): the settings; valid until the office is closed or its settings change
 */
const RangSettings *
rang_office_get_settings (RangOffice *office);

/** rang_office_list_departments: Returns: (transfer full) (element-type RangDepartment) */
GPtrArray *
rang_office_list_departments (RangOffice *office, GError **error);
/** rang_office_list_people: Returns: (transfer full) (element-type RangPerson) */
GPtrArray *
rang_office_list_people (RangOffice *office, GError **error);
/** rang_office_list_clients: Returns: (transfer full) (element-type RangClient): all of them, by name */
GPtrArray *
rang_office_list_clients (RangOffice *office, GError **error);
/** rang_office_list_units: Returns: (transfer full) (element-type RangUnit) */
GPtrArray *
rang_office_list_units (RangOffice *office, GError **error);
/** rang_office_list_resources: Returns: (transfer full) (element-type RangResource): of the session's unit */
GPtrArray *
rang_office_list_resources (RangOffice *office, const RangSession *session, GError **error);
/** rang_office_list_roster: Returns: (transfer full) (element-type RangRosterEntry): one a resource, the usual one
 * where the day has none of its own */
GPtrArray *
rang_office_list_roster (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_find_person:
 * @name_or_id: an id ("3"), or a full name, without regard to case and accents
 *
 * Errors: %RANG_OFFICE_ERROR_UNKNOWN_PERSON
 *
 * Returns: (transfer full): the person
 */
RangPerson *
rang_office_find_person (RangOffice *office, const char *name_or_id, GError **error);

/**
 * rang_office_person_of_login:
 *
 * Returns: id of the person who acts when none is named: the one tied to @login; in a demo office the head of sales;
 *   else 0
 */
gint64
rang_office_person_of_login (RangOffice *office, const char *login);

/**
 * rang_office_find_department:
 * @name_or_id: an id, or a name without regard to case and accents
 *
 * Returns: (transfer full): the department
 */
RangDepartment *
rang_office_find_department (RangOffice *office, const char *name_or_id, GError **error);

/**
 * rang_office_find_client:
 * @name_or_id: an id, a tax number, or a name without regard to case and accents
 *
 * Returns: (transfer full): the client
 */
RangClient *
rang_office_find_client (RangOffice *office, const char *name_or_id, GError **error);

/**
 * rang_office_find_resource:
 * @name_or_id: an id, a name, or a plate
 *
 * Returns: (transfer full): the van or machine of the session's unit
 */
RangResource *
rang_office_find_resource (RangOffice *office, const RangSession *session, const char *name_or_id, GError **error);

/**
 * rang_office_person_name:
 *
 * Returns: (transfer none): the name, or "–" for an unknown id; valid until the people change
 */
const char *
rang_office_person_name (RangOffice *office, gint64 person);
/** rang_office_department_name: Returns: (transfer none): the name, or "–" */
const char *
rang_office_department_name (RangOffice *office, gint64 department);
/** rang_office_client_name: Returns: (transfer none): the name, or "–" */
const char *
rang_office_client_name (RangOffice *office, gint64 client);

G_END_DECLS
