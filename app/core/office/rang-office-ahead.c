/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for planning before others have to wait: what a change will ask the planner is asked before it begins. */
#include "office/rang-office-ahead-private.h"

#include "office/rang-office-move-private.h"
#include "office/rang-office-private.h"
#include "store/rang-store-log.h"

#define MOST_TRIES 3

/* --- the last answer --- */

void
office_forget_ahead (RangOffice *office)
{
  g_clear_pointer (&office->ahead_of, rang_board_unref);
  g_clear_pointer (&office->ahead_change, g_free);
  g_clear_pointer (&office->ahead, rang_board_unref);
}

static RangBoard *
find (RangOffice *office, RangBoard *before, const char *change)
{
  if (office->ahead_of != before || g_strcmp0 (office->ahead_change, change) != 0)
    return NULL;
  return rang_board_ref (office->ahead);
}

static RangBoard *
keep (RangOffice *office, RangBoard *before, const char *change, RangBoard *after)
{
  if (after == NULL)
    return NULL;
  office_forget_ahead (office);
  office->ahead_of = rang_board_ref (before);
  office->ahead_change = g_strdup (change);
  office->ahead = rang_board_ref (after);
  return after;
}

static char *
name_ranking (const GArray *ranking, const GArray *placements)
{
  GString *name = g_string_new ("as");

  for (guint i = 0; i < ranking->len; i++)
    g_string_append_printf (name, " %" G_GINT64_FORMAT, g_array_index (ranking, gint64, i));
  for (guint i = 0; placements != NULL && i < placements->len; i++)
    {
      const RangBoardPlacement *one = &g_array_index (placements, RangBoardPlacement, i);

      g_string_append_printf (name, " %" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%d:%" G_GINT64_FORMAT, one->order,
                              one->person, one->reason, one->entry);
    }
  return g_string_free (name, FALSE);
}

RangBoard *
office_plan_as (RangOffice *office,
                RangBoard *before,
                const GArray *ranking,
                const GArray *placements,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *name = name_ranking (ranking, placements != NULL ? placements : rang_board_get_placements (before));
  RangBoard *known = find (office, before, name);

  return known != NULL ? known
                       : keep (office, before, name, office_board_as (before, ranking, placements, cancellable, error));
}

RangBoard *
office_plan_changed (RangOffice *office,
                     const RangSession *session,
                     OfficeBoard which,
                     RangBoard *before,
                     const char *name,
                     OfficeInputFunc make,
                     gconstpointer change,
                     GError **error)
{
  g_autoptr (RangBoardInput) input = NULL;
  RangBoard *known = find (office, before, name);

  if (known != NULL)
    return known;
  input = office_load_input (office, session, which, error);
  if (input == NULL)
    return NULL;
  make (input, change);
  return keep (office, before, name, rang_board_new (input, NULL, error));
}

/* --- ahead of a transaction --- */

static void
plan_once (RangOffice *office,
           const RangSession *session,
           OfficeBoard which,
           OfficeAheadFunc plan,
           gpointer data,
           GCancellable *cancellable,
           char **head,
           OfficeKnownBoard *known)
{
  g_autoptr (RangStoreTransaction) reading
      = office_refresh (office, NULL) ? rang_store_begin_read (office->store, NULL) : NULL;
  g_autoptr (RangBoard) board = reading != NULL ? office_load_board (office, session, which, cancellable, NULL) : NULL;

  if (board == NULL)
    return;
  if (plan != NULL)
    plan (office, session, data, cancellable);
  *head = rang_store_dup_board_head (office->store, NULL, NULL);
  *known = office_known_board_copy (&office->known);
}

/* Others write what is in no log too, and the office lets go of all it knows then: it still is the board of that head.
 */
static gboolean
holds (RangOffice *office, const char *head, OfficeKnownBoard *known)
{
  g_autofree char *now = NULL;

  if (head == NULL)
    return TRUE; /* there was nothing to plan */
  now = rang_store_dup_board_head (office->store, NULL, NULL);
  if (g_strcmp0 (head, now) != 0)
    return FALSE;
  office_forget_board (office);
  office->known = *known;
  *known = (OfficeKnownBoard){ 0 };
  return TRUE;
}

RangStoreTransaction *
office_begin_ahead (RangOffice *office,
                    const RangSession *session,
                    OfficeBoard which,
                    OfficeAheadFunc plan,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  for (guint tries = 1;; tries++)
    {
      g_auto (OfficeKnownBoard) known = { 0 };
      g_autofree char *head = NULL;
      g_autoptr (RangStoreTransaction) transaction = NULL;

      plan_once (office, session, which, plan, data, cancellable, &head, &known);
      transaction = office_begin (office, error);
      if (transaction == NULL || holds (office, head, &known) || tries == MOST_TRIES)
        return g_steal_pointer (&transaction);
    }
}
