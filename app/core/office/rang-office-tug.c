/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for tugs-of-war: one order, or a pair, pulled in opposite directions by two people (CASES.md 14). */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "board/rang-board-conflicts.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-pull-private.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* Working days that count, the board's own included, and how often each of the two must have pulled. */
#define WORKING_DAYS 5
#define LEAST_PULLS 2

/* --- counting --- */

typedef struct
{
  gint64 person;
  int count;
} Puller;

/* Who pulled that side most often. */
static Puller
strongest (GPtrArray *pulls, gint64 order, gint64 other, int side, gint64 after, gint64 except)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  Puller best = { 0, 0 };

  for (guint i = 0; i < pulls->len; i++)
    {
      OfficePull *pull = g_ptr_array_index (pulls, i);
      int count;

      if (pull->entry <= after || pull->person == except || office_pull_side (pull, order, other) != side)
        continue;
      count = GPOINTER_TO_INT (g_hash_table_lookup (counts, &pull->person)) + 1;
      g_hash_table_insert (counts, &pull->person, GINT_TO_POINTER (count));
      if (count > best.count)
        best = (Puller){ pull->person, count };
    }
  return best;
}

/* A pair of which only one was ever moved is a question about that one. */
static gboolean
both_moved (GPtrArray *pulls, gint64 order, gint64 other, gint64 after)
{
  gboolean one = FALSE, two = FALSE;

  for (guint i = 0; i < pulls->len; i++)
    {
      const OfficePull *pull = g_ptr_array_index (pulls, i);

      if (pull->entry <= after || office_pull_side (pull, order, other) == 0)
        continue;
      one = one || pull->order == order;
      two = two || pull->order == other;
    }
  return one && two;
}

/* --- the conflict --- */

static gboolean
is_about (const RangConflict *conflict, gint64 order, gint64 other)
{
  return conflict->orders->len == (other != 0 ? 2u : 1u) && rang_conflict_has_order (conflict, order)
         && (other == 0 || rang_conflict_has_order (conflict, other));
}

static gboolean
add_departments (RangOffice *office, RangConflict *conflict, GError **error)
{
  for (guint i = 0; i < conflict->orders->len; i++)
    {
      g_autoptr (RangOrder) order
          = rang_store_load_order (office->store, g_array_index (conflict->orders, gint64, i), error);

      if (order == NULL)
        return FALSE;
      if (order->department != 0 && !rang_conflict_has_department (conflict, order->department))
        g_array_append_val (conflict->departments, order->department);
    }
  return TRUE;
}

typedef struct
{
  RangOffice *office;
  RangDay day;
  gint64 entry; /* the last of the log */
  GPtrArray *pulls;
  GPtrArray *known;
} Search;

/* What has been decided is not counted again; what is open is not opened again. */
static gboolean
search (const Search *self, gint64 order, gint64 other, GError **error)
{
  const gint64 orders[] = { order, other };
  RangTug tug = { .entry = self->entry };
  gint64 after = 0;
  Puller one, two;
  g_autoptr (RangConflict) conflict = NULL;

  for (guint i = 0; i < self->known->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (self->known, i);

      if (!is_about (known, order, other))
        continue;
      if (known->state == RANG_CONFLICT_OPEN)
        return TRUE;
      after = MAX (after, known->decided_entry);
      tug.turn++;
    }
  one = strongest (self->pulls, order, other, 1, after, 0);
  two = strongest (self->pulls, order, other, -1, after, one.person);
  if (one.count < LEAST_PULLS || two.count < LEAST_PULLS)
    {
      two = strongest (self->pulls, order, other, -1, after, 0);
      one = strongest (self->pulls, order, other, 1, after, two.person);
    }
  if (one.count < LEAST_PULLS || two.count < LEAST_PULLS
      || (other != 0 && !both_moved (self->pulls, order, other, after)))
    return TRUE;
  tug.one = one.person;
  tug.count_one = one.count;
  tug.other = two.person;
  tug.count_other = two.count;
  conflict = rang_conflict_new_tug_of_war (self->day, orders, other != 0 ? 2 : 1, &tug);
  conflict->since = rang_clock_now (self->office->clock);
  return add_departments (self->office, conflict, error)
         && rang_store_upsert_conflict (self->office->store, conflict, NULL, error);
}

static RangDay
first_day (RangOffice *office, RangDay day)
{
  return rang_calendar_add_working_days (office->settings, day, 1 - WORKING_DAYS);
}

/* Only these turn the question which of the two goes above the other. */
static gboolean
search_pair (const Search *self, gint64 order, gint64 other, GError **error)
{
  g_autoptr (GPtrArray) pulls = g_ptr_array_new ();
  Search pair = *self;

  for (guint i = 0; i < self->pulls->len; i++)
    {
      OfficePull *pull = g_ptr_array_index (self->pulls, i);

      if (pull->order == order || pull->order == other)
        g_ptr_array_add (pulls, pull);
    }
  pair.pulls = pulls;
  return search (&pair, order, other, error);
}

gboolean
office_find_tugs (RangOffice *office, const RangSession *session, gint64 order, GError **error)
{
  OfficePullSpan span = { first_day (office, session->day), session->day, G_MAXINT64, NULL };
  g_autoptr (GPtrArray) pulls = office_gather_pulls (office, &span, error);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *hash = NULL;
  Search what = { office, session->day, 0, pulls, NULL };

  if (pulls == NULL || !rang_store_get_log_head (office->store, &what.entry, &hash, error))
    return FALSE;
  known = rang_store_load_conflicts_about (office->store, RANG_CONFLICT_TUG_OF_WAR, order, span.from, error);
  what.known = known;
  if (known == NULL || !search (&what, order, 0, error))
    return FALSE;
  for (guint i = 0; i < pulls->len; i++)
    {
      OfficePull *pull = g_ptr_array_index (pulls, i);

      if (pull->order != order && g_hash_table_add (others, &pull->order)
          && !search_pair (&what, order, pull->order, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
office_check_tug (RangOffice *office, gint64 order, GError **error)
{
  g_autoptr (GPtrArray) known
      = rang_store_load_conflicts_about (office->store, RANG_CONFLICT_TUG_OF_WAR, order, G_MININT32, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (known, i);

      if (conflict->state == RANG_CONFLICT_OPEN)
        {
          office_refuse (error, REFUSED,
                         _ ("two people pull order %" PRId64 " to and fro (conflict %" PRId64
                            "); the head of sales decides that first"),
                         order, conflict->id);
          return FALSE;
        }
    }
  return known != NULL;
}

/* --- what made it --- */

/* The entry at which it was found; one found by an older Rang does not say, and shows what there is. */
static gint64
found_at (const RangConflict *conflict)
{
  g_autoptr (JsonNode) node = conflict->detail != NULL ? json_from_string (conflict->detail, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_int_member_with_default (json_node_get_object (node), "entry", G_MAXINT64)
             : G_MAXINT64;
}

/* Where the one before it about the same orders was decided: what led to that one is not of this one. */
static gboolean
decided_before (RangOffice *office,
                const RangConflict *conflict,
                gint64 order,
                gint64 other,
                RangDay from,
                gint64 *entry,
                GError **error)
{
  g_autoptr (GPtrArray) known
      = rang_store_load_conflicts_about (office->store, RANG_CONFLICT_TUG_OF_WAR, order, from, error);

  *entry = 0;
  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const RangConflict *earlier = g_ptr_array_index (known, i);

      if (earlier->id < conflict->id && is_about (earlier, order, other))
        *entry = MAX (*entry, earlier->decided_entry);
    }
  return known != NULL;
}

static gboolean
add_pull (RangOffice *office, RangConflict *conflict, const OfficePull *pull, GError **error)
{
  g_autoptr (RangLogEntry) entry = rang_store_load_log_entry (office->store, pull->entry, error);
  const RangConflictPull made = { pull->entry,  entry != NULL ? entry->at : 0,
                                  pull->person, pull->order,
                                  pull->kind,   pull->day,
                                  pull->from,   pull->to,
                                  pull->reason, pull->note };

  if (entry == NULL)
    return FALSE;
  g_ptr_array_add (conflict->pulls, rang_conflict_pull_copy (&made));
  return TRUE;
}

static int
compare_pulls (gconstpointer a, gconstpointer b)
{
  const RangConflictPull *one = *(const RangConflictPull *const *)a, *other = *(const RangConflictPull *const *)b;

  return one->entry < other->entry ? -1 : one->entry > other->entry;
}

gboolean
office_tell_pulls (RangOffice *office, RangConflict *conflict, GError **error)
{
  OfficePullSpan span = { first_day (office, conflict->day), conflict->day, found_at (conflict), conflict->orders };
  g_autoptr (GPtrArray) pulls = NULL;
  gint64 order, other, after;

  if (conflict->kind != RANG_CONFLICT_TUG_OF_WAR || conflict->orders->len == 0)
    return TRUE;
  order = g_array_index (conflict->orders, gint64, 0);
  other = conflict->orders->len > 1 ? g_array_index (conflict->orders, gint64, 1) : 0;
  pulls = office_gather_pulls (office, &span, error);
  if (pulls == NULL || !decided_before (office, conflict, order, other, span.from, &after, error))
    return FALSE;
  for (guint i = 0; i < pulls->len; i++)
    {
      const OfficePull *pull = g_ptr_array_index (pulls, i);

      if (pull->entry > after && rang_conflict_has_person (conflict, pull->person)
          && office_pull_side (pull, order, other) != 0 && !add_pull (office, conflict, pull, error))
        return FALSE;
    }
  g_ptr_array_sort (conflict->pulls, compare_pulls);
  return TRUE;
}
