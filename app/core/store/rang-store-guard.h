/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangGuardRight:
 * @subject: a role of the office ("head-of-sales"), or a word of the log ("undo")
 * @action: what that role may do, or what the word stands for
 */
typedef struct
{
  const char *subject;
  const char *action;
} RangGuardRight;

/**
 * RangGuardTable:
 * @table: its name
 * @actions: who may do one of these may write it, parted by spaces; "*" is everybody; empty is nobody
 * @department: (nullable): the column that says which department a row concerns
 * @own: (nullable): the column with the person whose row it is: who may write it without any of @actions
 * @entry: (nullable): the column with the number of the entry that each new row must come with
 * @logged: whether a change must come with an entry at all
 * @columns: (nullable): columns that fewer may change, each followed by who: "importance", "edit import", …, %NULL
 */
typedef struct
{
  const char *table;
  const char *actions;
  const char *department;
  const char *own;
  const char *entry;
  gboolean logged;
  const char *const *columns;
} RangGuardTable;

/**
 * RangGuard:
 * @rights: (element-type RangGuardRight): what the office's roles may do
 * @words: (element-type RangGuardRight): what the log's words stand for
 * @tables: ends with a table without a name
 * @ranking: who may do one of these forms the board
 */
typedef struct
{
  GArray *rights;
  GArray *words;
  const RangGuardTable *tables;
  const char *ranking;
} RangGuard;

/**
 * rang_store_guard:
 *
 * Has the server enforce @guard: rights, row-level security and triggers for each table, made anew when they or the
 * schema have changed; what somebody took away behind Rang's back is made again before the first change. Does nothing on
 * a file, and for a role that does not own the schema.
 */
gboolean
rang_store_guard (RangStore *store, const RangGuard *guard, GError **error);

/**
 * rang_store_get_server_person:
 * @bound: (out): whether the connected role may act for that person alone
 *
 * Returns: the person tied to the database role that is connected; 0 none. The role that owns the schema, and a file,
 *   are not bound.
 */
gint64
rang_store_get_server_person (RangStore *store, gboolean *bound, GError **error);

/**
 * rang_store_add_server_role:
 * @role: the name of a database role; it is made if there is none
 * @password: (nullable): for it; %NULL leaves it as it is
 *
 * Ties a database role to @person and gives it what a person of the office needs. In a transaction.
 */
gboolean
rang_store_add_server_role (RangStore *store, const char *role, const char *password, gint64 person, GError **error);

/** rang_store_remove_server_role: takes from the role of @person what it was given; the role stays, able to nothing */
gboolean
rang_store_remove_server_role (RangStore *store, gint64 person, GError **error);

/** rang_store_dup_server_role: Returns: (transfer full) (nullable): the role tied to @person; %NULL for none */
char *
rang_store_dup_server_role (RangStore *store, gint64 person, GError **error);

G_END_DECLS
