/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who has a board open: each connection wears it in its name, which goes with the connection. */
#include "store/rang-store-presence.h"

#include <inttypes.h>

#include "store/rang-engine-postgresql.h"
#include "store/rang-store-private.h"

gboolean
rang_store_set_presence (RangStore *store, gint64 person, RangDay day, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%" PRId64 " %d", person, day);

  return !rang_engine_is_postgresql (store->engine) || rang_engine_postgresql_set_name (store->engine, name, error);
}

GArray *
rang_store_load_presence (RangStore *store, GError **error)
{
  static const char sql[]
      = "SELECT DISTINCT m[2]::bigint AS person, m[3]::bigint AS day FROM pg_stat_activity a, "
        "regexp_match (a.application_name, '^rang/([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9})$') m "
        "WHERE a.datname = current_database () AND a.pid <> pg_backend_pid () AND m[1]::bigint = rang_office () "
        "AND (NOT EXISTS (SELECT 1 FROM rang_roles r WHERE r.office = rang_office () AND r.role = a.usename) "
        "OR EXISTS (SELECT 1 FROM rang_roles r WHERE r.office = rang_office () AND r.role = a.usename "
        "AND r.person = m[2]::bigint)) ORDER BY day, person";
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (RangPresence));
  RangStatement *row;
  RangStep step = RANG_STEP_ERROR;

  if (!rang_engine_is_postgresql (store->engine))
    return g_steal_pointer (&present);
  row = rang_store_prepare (store, sql, error);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangPresence one;

      one.person = rang_row_int (row);
      one.day = (RangDay)rang_row_int (row);
      g_array_append_val (present, one);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&present) : NULL;
}
