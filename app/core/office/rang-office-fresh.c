/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what an office consists of being what the store holds: read at first, and again after others changed it.
 */
#include "office/rang-office-board-private.h"
#include "office/rang-office-private.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-people.h"
#include "store/rang-store-prefetch.h"

gboolean
office_apply_deputies (RangOffice *office, GPtrArray *people, RangDay day, GError **error)
{
  g_autoptr (GPtrArray) deputies = rang_store_load_deputies (office->store, error);

  if (deputies == NULL)
    return FALSE;
  rang_deputies_apply (deputies, people, day);
  return TRUE;
}

static gboolean
reload (RangOffice *office, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 newest = 0;
  gboolean numbered = rang_store_get_log_head (office->store, &newest, &hash, error);
  RangSettings *settings = numbered ? rang_store_load_settings (office->store, error) : NULL;
  GPtrArray *people = settings != NULL ? rang_store_load_people (office->store, error) : NULL;
  GPtrArray *departments = people != NULL ? rang_store_load_departments (office->store, error) : NULL;

  if (departments == NULL)
    {
      g_clear_pointer (&settings, rang_settings_free);
      g_clear_pointer (&people, g_ptr_array_unref);
      return FALSE;
    }
  g_clear_pointer (&office->settings, rang_settings_free);
  g_clear_pointer (&office->people, g_ptr_array_unref);
  g_clear_pointer (&office->departments, g_ptr_array_unref);
  g_clear_pointer (&office->zone, g_time_zone_unref);
  g_hash_table_remove_all (office->names);
  office_forget_board (office);
  office->settings = settings;
  office->people = people;
  office->departments = departments;
  office->zone = rang_settings_dup_zone (settings);
  office->people_day = rang_office_today (office);
  office_check_key (office);
  if (!office_apply_deputies (office, people, office->people_day, error))
    return FALSE;
  office->read_until = newest;
  office->stale = FALSE;
  return TRUE;
}

/* All of one moment, and in one trip. */
gboolean
office_reload (RangOffice *office, GError **error)
{
  gboolean inside = rang_store_is_in_transaction (office->store);
  g_autoptr (RangStoreTransaction) moment = inside ? NULL : rang_store_begin_read (office->store, error);

  if (moment == NULL && !inside)
    return FALSE;
  rang_store_prefetch_office (office->store);
  return reload (office, error);
}

typedef struct
{
  gint64 newest;
  gboolean only_orders;
} News;

/* Most of what is done at other desks concerns orders, and leaves people, departments and settings as they were. */
static gboolean
read_news_cb (const RangLogEntry *entry, gpointer data)
{
  static const char *const of_orders[]
      = { "rank",   "submit",          "importance", "move",  "release",  "reason", "undo",   "redo",  "apply",
          "push",   "refuse",          "asked",      "grant", "handover", "accept", "return", "amend", "cancel",
          "decide", "refused-attempt", "deliver",    "fail",  "call",     "lock",   NULL };
  News *news = data;

  news->newest = entry->entry;
  news->only_orders = g_strv_contains (of_orders, entry->what);
  return news->only_orders;
}

/* Reads again what may be another after others changed something. Changes without an entry can be of anything; so that
 * one of which the entry was read is not taken for such, changes and entries are looked at in one moment. */
static gboolean
read_again (RangOffice *office, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  News news = { office->read_until, TRUE };
  gboolean inside = rang_store_is_in_transaction (office->store);
  g_autoptr (RangStoreTransaction) moment = inside ? NULL : rang_store_begin_read (office->store, error);

  if (moment == NULL && !inside)
    return FALSE;
  filter.after = office->read_until;
  if (!rang_store_foreach_log (office->store, &filter, read_news_cb, &news, error))
    return FALSE;
  rang_store_changed_by_others (office->store, NULL);
  if (!news.only_orders || news.newest == office->read_until)
    return office_reload (office, error);
  office->read_until = news.newest;
  office->stale = FALSE;
  return TRUE;
}

static gboolean
bring_up_to_date (RangOffice *office, GError **error)
{
  if (office->people_day != rang_office_today (office))
    return office_reload (office, error);
  return !office->stale || read_again (office, error);
}

gboolean
office_refresh (RangOffice *office, GError **error)
{
  if (rang_store_changed_by_others (office->store, NULL))
    office->changed = office->stale = TRUE;
  return bring_up_to_date (office, error);
}

gboolean
rang_office_changed_by_others (RangOffice *office, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean changed;

  if (rang_store_changed_by_others (office->store, &why))
    office->changed = office->stale = TRUE;
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (!bring_up_to_date (office, error))
    return FALSE;
  changed = office->changed;
  office->changed = FALSE;
  return changed;
}
