/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-roads.h"
#include "log/rang-log-entry.h"
#include "log/rang-log-key.h"
#include "office/rang-find-index.h"
#include "office/rang-office-known-board.h"
#include "office/rang-office-people.h"
#include "office/rang-office.h"
#include "office/rang-permission.h"
#include "rules/rang-rules.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/* What the files of this folder share, and nobody else sees. */

typedef struct _OfficeRankings OfficeRankings;

struct _RangOffice
{
  RangStore *store;
  RangClock *clock;
  char *path;
  RangSettings *settings;
  GTimeZone *zone;
  GPtrArray *departments; /* of RangDepartment */
  GPtrArray *people;      /* of RangPerson */
  GHashTable *names;      /* client id → name, filled as asked */
  OfficeKnownBoard known; /* the last one computed */
  RangBoard *ahead_of;    /* what was planned last (rang-office-ahead-private.h): after which board, */
  char *ahead_change;     /* which change, */
  RangBoard *ahead;       /* what comes of it */
  gboolean provisional;   /* boards are made without the planner's search */
  OfficeRankings *rankings; /* rang-office-rankings-private.h */
  RangRules *rules;
  gint64 rules_version;
  RangRoads *roads; /* of roads_entry */
  gint64 roads_entry;
  RangFindIndex *find_index;
  gboolean changed;   /* by others, and not yet told */
  gboolean stale;     /* by others, and not yet read */
  gint64 read_until;  /* the last entry that what it consists of was read after */
  gint64 last_at;     /* when the last entry that this office wrote was written */
  RangDay people_day; /* of the deputies in people */
  RangLogKey *key;    /* open; of key_person */
  gint64 key_person;
  gint64 behalf; /* for whom behalf_person, who was allowed the change, acts as deputy */
  gint64 behalf_person;
  gint64 asked_person;
  gboolean bound; /* to server_person, by the database role that is connected */
  gint64 server_person;
  RangPasswordFunc ask_password;
  gpointer ask_data;
};

/**
 * office_refresh:
 *
 * Reads settings, people and departments anew if another connection has changed them meanwhile. What it did with orders
 * leaves them as they are.
 */
gboolean
office_refresh (RangOffice *office, GError **error);

/** office_list_roster_of: as rang_office_list_roster(), where the session's unit's @resources are at hand */
GPtrArray *
office_list_roster_of (RangOffice *office, const RangSession *session, GPtrArray *resources, GError **error);

/** office_apply_deputies: gives @people the roles that they have on @day by standing in */
gboolean
office_apply_deputies (RangOffice *office, GPtrArray *people, RangDay day, GError **error);

/**
 * office_reload:
 *
 * Reads settings, people and departments.
 */
gboolean
office_reload (RangOffice *office, GError **error);

/** office_guard: has a server enforce the rights, if the connected role may; and learns whose role that is */
gboolean
office_guard (RangOffice *office, GError **error);

/** office_find_person: Returns: (transfer none) (nullable): the person of that id */
const RangPerson *
office_find_person (RangOffice *office, gint64 id);

/**
 * office_head_of:
 *
 * Returns: id of the person who heads @department, 0 nobody
 */
gint64
office_head_of (RangOffice *office, gint64 department);

/** office_holder: Returns: id of the first active person with @role, 0 nobody */
gint64
office_holder (RangOffice *office, RangRole role);

/**
 * office_begin:
 *
 * Starts the transaction of a change: refreshes what is cached, so that rights are those of now.
 *
 * Returns: (transfer full) (nullable): the transaction
 */
RangStoreTransaction *
office_begin (RangOffice *office, GError **error);

/**
 * office_allow:
 * @department: what it is about, 0 nothing
 * @order: what it is about, 0 nothing
 * @transaction: the transaction, in which nothing has been changed yet; committed with the refused attempt
 *
 * Returns: whether the session's person may; else the attempt is logged and @error set
 */
gboolean
office_allow (RangOffice *office,
              const RangSession *session,
              RangAction action,
              gint64 department,
              gint64 order,
              RangStoreTransaction *transaction,
              GError **error);

/** office_allow_as: as office_allow(); @word: the command, where one right serves several */
gboolean
office_allow_as (RangOffice *office,
                 const RangSession *session,
                 RangAction action,
                 const char *word,
                 gint64 department,
                 gint64 order,
                 RangStoreTransaction *transaction,
                 GError **error);

/**
 * office_allow_self:
 *
 * As office_allow_as(), for what everybody who works here may do with the own things.
 */
gboolean
office_allow_self (RangOffice *office,
                   const RangSession *session,
                   const char *word,
                   RangStoreTransaction *transaction,
                   GError **error);

/** office_check_key: forgets the open key if it is not the person's any more */
void
office_check_key (RangOffice *office);

/** office_ask_password: asks for the password of who is about to act; outside of a transaction */
gboolean
office_ask_password (RangOffice *office, GError **error);

/** office_behalf_of: Returns: id of the person for whom a deputy wrote the entry; 0 if none did, or there is none */
gint64
office_behalf_of (RangOffice *office, gint64 entry);

/** office_acting_name: Returns: (transfer full): "Ana Pop", of a deputy "Ana Pop for Ion Rusu"; @behalf: 0 of nobody */
char *
office_acting_name (RangOffice *office, gint64 person, gint64 behalf);

/**
 * office_new_entry:
 *
 * Returns: (transfer full): a log entry of the session's person, day and unit, now
 */
RangLogEntry *
office_new_entry (RangOffice *office, const RangSession *session, const char *what);

/**
 * office_log:
 *
 * Appends @entry to the log; its number is set.
 */
gboolean
office_log (RangOffice *office, RangLogEntry *entry, GError **error);

/** office_rules: Returns: (transfer none) (nullable): the rules active on @day, compiled once */
RangRules *
office_rules (RangOffice *office, RangDay day, gint64 *version, GError **error);

/** office_take_roads: gives the measured travel, if any is in use, to @input */
gboolean
office_take_roads (RangOffice *office, RangBoardInput *input, GError **error);

/** office_data_path: Returns: (transfer full): a file that Rang ships, installed or in the source tree */
char *
office_data_path (const char *name);

#define office_refuse(error, code, ...) g_set_error ((error), RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_##code, __VA_ARGS__)

G_END_DECLS
