/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading the day of a desk away from the main loop, and for the search for its suggestion meanwhile. */
#include "desk/rang-desk-private.h"

#include "office/rang-office-presence.h"

/* A window that is not drawn for so long need not be waited for. */
#define SETTLE_AFTER_MS 1000
/* Most searches are over before anybody could read of them. */
#define SHOWN_AFTER_US (200 * G_TIME_SPAN_MILLISECOND)
#define TOLD_EVERY_US (100 * G_TIME_SPAN_MILLISECOND)
#define BOARD_EVERY_US (400 * G_TIME_SPAN_MILLISECOND)

/* What one reading is, on the reader's thread. */
typedef struct
{
  RangSession session;
  char *person;
  gboolean provisional;
  GWeakRef desk;
  GCancellable *stop;
  GCancellable *loading; /* tells this reading from the next */
  RangOffice *office;
  RangDayView *partial;
  gint64 began;
  gint64 told;
  gint64 shown; /* when a board was made of the best so far */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->desk);
  g_object_unref (reading->stop);
  g_object_unref (reading->loading);
  g_free (reading->person);
  g_free (reading);
}

/* --- how far the search is, on its way to the main loop --- */

typedef struct
{
  RangDesk *desk;
  GCancellable *loading;
  RangPlannerProgress progress;
  RangDayView *view; /* with the best so far, if it is better than what was shown */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->desk);
  g_object_unref (news->loading);
  g_clear_pointer (&news->view, rang_day_view_free);
  g_free (news);
}

static void
take_view (RangDesk *self, RangDayView *view)
{
  g_clear_pointer (&self->person_text, g_free);
  self->session = view->session;
  g_clear_pointer (&self->view, rang_day_view_free);
  self->view = view;
  self->read_at = rang_clock_now (self->clock);
  g_signal_emit_by_name (self, "changed");
}

static void
set_search (RangDesk *self, const RangPlannerProgress *progress)
{
  if (progress == NULL && !self->searching)
    return;
  self->searching = progress != NULL;
  if (progress != NULL)
    self->search = *progress;
  g_signal_emit_by_name (self, "search-changed");
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  RangDesk *self = news->desk;

  /* Of a reading that is over or given up nothing is told any more. */
  if (self->closed || self->loading != news->loading || self->reload_again)
    return G_SOURCE_REMOVE;
  /* The progress first: a board that is still searched for is not one that was stopped. */
  set_search (self, &news->progress);
  if (news->view != NULL && self->writing == 0)
    take_view (self, g_steal_pointer (&news->view));
  return G_SOURCE_REMOVE;
}

static RangDayView *
view_with_best (Reading *reading, const RangBoardSearch *search)
{
  g_autoptr (RangBoard) board = rang_board_search_dup_board (search);

  if (board == NULL)
    return NULL;
  if (reading->partial->conflicts == NULL)
    reading->partial->conflicts = rang_office_list_known_conflicts (reading->office, &reading->partial->session, NULL);
  return reading->partial->conflicts != NULL ? rang_day_view_with_board (reading->partial, reading->office, board)
                                             : NULL;
}

/* On the reader's thread. A signed board goes by its routes, whatever is found. */
static void
watch_cb (const RangBoardSearch *search, gpointer data)
{
  Reading *reading = data;
  gint64 now = g_get_monotonic_time ();
  RangDesk *desk;
  News *news;
  GSource *source;

  if (now - reading->began < SHOWN_AFTER_US || now - reading->told < TOLD_EVERY_US)
    return;
  desk = g_weak_ref_get (&reading->desk);
  if (desk == NULL)
    return;
  reading->told = now;
  news = g_new0 (News, 1);
  news->desk = desk;
  news->loading = g_object_ref (reading->loading);
  news->progress = search->progress;
  if (rang_day_view_get_newest (reading->partial) == NULL && now - reading->shown >= BOARD_EVERY_US
      && now - search->progress.unimproved > reading->shown)
    {
      news->view = view_with_best (reading, search);
      reading->shown = now;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, NULL);
  g_source_unref (source);
}

/* --- reading --- */

static gpointer
read_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  RangBoardWatch watch = { watch_cb, reading, reading->stop };
  g_autoptr (RangDayView) view = NULL;
  g_autoptr (GError) gone = NULL;
  gboolean loaded;

  /* What is read from here on holds every change until now: they need not be noticed again. */
  if (!rang_office_changed_by_others (office, &gone) && gone != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&gone));
      return NULL;
    }
  if (reading->person != NULL && *reading->person != '\0')
    {
      g_autoptr (RangPerson) person = rang_office_find_person (office, reading->person, error);

      if (person == NULL)
        return NULL;
      reading->session.person = person->id;
    }
  else if (reading->session.person == 0)
    reading->session.person = rang_office_person_of_login (office, g_get_user_name ());
  view = rang_day_view_load (office, &reading->session, reading->provisional, error);
  if (view == NULL)
    return NULL;
  reading->office = office;
  reading->partial = view;
  reading->began = g_get_monotonic_time ();
  rang_office_set_provisional (office, reading->provisional);
  loaded = rang_day_view_load_board (view, office, &watch, cancellable, error);
  rang_office_set_provisional (office, FALSE);
  if (!loaded)
    return NULL;
  /* That the others are not told is no reason to show nothing. */
  rang_office_set_presence (office, &view->session, NULL);
  return g_steal_pointer (&view);
}

static gboolean
settle_cb (gpointer data)
{
  RangDesk *self = data;

  self->settling = 0;
  rang_desk_reload (self);
  return G_SOURCE_REMOVE;
}

void
rang_desk_settle (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));

  if (self->settling == 0)
    return;
  g_clear_handle_id (&self->settling, g_source_remove);
  rang_desk_reload (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RangDesk) self = data;
  g_autoptr (GError) error = NULL;
  RangDayView *view = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  g_clear_object (&self->loading);
  g_clear_object (&self->stop);
  if (self->closed)
    {
      g_clear_pointer (&view, rang_day_view_free);
      return;
    }
  if (self->reload_again || self->writing > 0)
    {
      set_search (self, NULL);
      self->reload_again = FALSE;
      rang_desk_reload (self);
      g_clear_pointer (&view, rang_day_view_free);
      return;
    }
  if (view == NULL)
    {
      set_search (self, NULL);
      /* While the server is gone, that is what is told. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && (self->problem == NULL || self->view == NULL))
        g_signal_emit_by_name (self, "problem", error->message);
      return;
    }
  /* Together: what was the best so far is not unfinished in between. */
  self->searching = FALSE;
  if (view->provisional)
    self->settling = g_timeout_add (SETTLE_AFTER_MS, settle_cb, self);
  take_view (self, view);
  g_signal_emit_by_name (self, "search-changed");
  if (self->stale)
    rang_desk_reload (self);
}

void
rang_desk_reload (RangDesk *self)
{
  Reading *reading;

  g_return_if_fail (RANG_IS_DESK (self));

  /* With changes on their way the answer to the last of them reloads. */
  if (self->closed || self->writing > 0)
    return;
  if (self->loading != NULL)
    {
      /* What is being read is out of date already. */
      self->reload_again = TRUE;
      g_cancellable_cancel (self->loading);
      return;
    }
  self->stale = FALSE;
  g_clear_handle_id (&self->settling, g_source_remove);
  self->loading = g_cancellable_new ();
  self->stop = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->session = self->session;
  reading->person = g_strdup (self->person_text);
  reading->provisional = self->view == NULL;
  g_weak_ref_init (&reading->desk, self);
  reading->stop = g_object_ref (self->stop);
  reading->loading = g_object_ref (self->loading);
  rang_office_worker_call_async (self->reader, read_func, reading, reading_free, (GDestroyNotify)rang_day_view_free,
                                 self->loading, read_cb, g_object_ref (self));
}

const RangPlannerProgress *
rang_desk_get_search (RangDesk *self)
{
  g_return_val_if_fail (RANG_IS_DESK (self), NULL);

  return self->searching ? &self->search : NULL;
}

gboolean
rang_desk_may_stop (RangDesk *self)
{
  g_return_val_if_fail (RANG_IS_DESK (self), FALSE);

  return self->searching && (self->view == NULL || rang_day_view_get_newest (self->view) == NULL);
}

void
rang_desk_stop_search (RangDesk *self)
{
  g_return_if_fail (RANG_IS_DESK (self));

  if (self->stop != NULL && rang_desk_may_stop (self))
    g_cancellable_cancel (self->stop);
}
