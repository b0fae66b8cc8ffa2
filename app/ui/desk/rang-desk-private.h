/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/* What the files of a desk share, and nobody else sees. */

struct _RangDesk
{
  GObject parent_instance;
  char *path;
  RangClock *clock;
  char *person_text;
  RangSession session;
  RangDayView *view;
  RangOfficeWorker *reader;
  RangOfficeWorker *writer;
  GCancellable *loading;
  GCancellable *stop; /* ends the search of what is being loaded with the best so far */
  gboolean searching; /* long enough that it is told */
  RangPlannerProgress search;
  gint64 signed_in; /* whose key is open on the writing thread; 0 nobody */
  GPtrArray *present; /* of RangPresent: who else has a board open; NULL nobody */
  char *problem;    /* why the store cannot be reached; NULL while it can */
  gint64 read_at;   /* when the view was read: seconds since the epoch */
  gboolean stale;   /* others changed something while the day was being read */
  gboolean reload_again;
  /* Changes that are on their way to the store. Until the last one is there the list stays as the person left it. */
  guint writing;
  gboolean closed;
  guint settling; /* the source that reads the day again when a provisional one is shown */
};

G_END_DECLS
