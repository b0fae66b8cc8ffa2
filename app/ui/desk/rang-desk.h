/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk/rang-day-view.h"
#include "office/rang-office-worker.h"

G_BEGIN_DECLS

/**
 * RangDesk:
 *
 * One person's desk in the office: who works there, on which day, what that day looks like, and the two threads that
 * read and write for it. All pages of a window share one.
 *
 * Signals: `changed`: rang_desk_get_view() is another; `message` (text: string, failed: gboolean): something to tell.
 * `search-changed`: rang_desk_get_search() is another. `connection`: rang_desk_get_problem() is another. `present`:
 * rang_desk_get_present() is another. `problem` (text: string): the store cannot be used. `announce`
 * (text: string): to be spoken. `offer-rank-order`: a list must show all its orders before any can be moved.
 */
#define RANG_TYPE_DESK (rang_desk_get_type ())
G_DECLARE_FINAL_TYPE (RangDesk, rang_desk, RANG, DESK, GObject)

/**
 * rang_desk_new:
 * @path: the store
 * @person: (nullable): an id or a full name; %NULL for the one tied to the login account
 * @day: the day, or %RANG_DAY_NONE for today
 */
RangDesk *
rang_desk_new (const char *path, RangClock *clock, const char *person, RangDay day);

const char *
rang_desk_get_path (RangDesk *desk);

/** rang_desk_open: reads the day for the first time, and looks for others' changes from then on */
void
rang_desk_open (RangDesk *desk);
/** rang_desk_close: lets both threads go; nothing is asked any more */
void
rang_desk_close (RangDesk *desk);

/**
 * rang_desk_get_problem:
 * @read_at: (out): when what is shown was read: seconds since the epoch, 0 never
 *
 * Returns: (transfer none) (nullable): why the store cannot be reached; nothing can be changed then, and it is tried
 *   again without asking. See #RangDesk::connection.
 */
const char *
rang_desk_get_problem (RangDesk *desk, gint64 *read_at);

/** rang_desk_get_present: Returns: (transfer none) (nullable) (element-type RangPresent): who else has a board open */
const GPtrArray *
rang_desk_get_present (RangDesk *desk);

/** rang_desk_new_worker: Returns: (transfer full): one more thread on the same office, for what must not wait until the
 * day is read and planned */
RangOfficeWorker *
rang_desk_new_worker (RangDesk *desk);

/** rang_desk_get_view: Returns: (transfer none) (nullable): the day; %NULL until it was read; valid until `changed` */
const RangDayView *
rang_desk_get_view (RangDesk *desk);

/** rang_desk_get_session: Returns: (transfer none): who, and which day */
const RangSession *
rang_desk_get_session (RangDesk *desk);

void
rang_desk_set_day (RangDesk *desk, RangDay day);
void
rang_desk_set_person (RangDesk *desk, gint64 person);

/** rang_desk_lock: forgets the open key; the acting person must sign in again */
void
rang_desk_lock (RangDesk *desk);

/** rang_desk_is_locked: Returns: whether the acting person has a password and has not signed in */
gboolean
rang_desk_is_locked (RangDesk *desk);

/** rang_desk_may: Returns: whether the acting person may do that; the office asks again when it is done */
gboolean
rang_desk_may (RangDesk *desk, int action, gint64 department);

/** rang_desk_settle: the first look at the day is drawn: what of it is provisional is computed now */
void
rang_desk_settle (RangDesk *desk);

/** rang_desk_reload: reads the day again */
void
rang_desk_reload (RangDesk *desk);

/** rang_desk_expect_step: says that a step is on its way: it can be taken back (@redo: done again) before the reload.
 * Emits #RangDesk::steps-changed */
void
rang_desk_expect_step (RangDesk *desk, gboolean redo);

/** rang_desk_take_board: @board: (transfer none): shows a board that a change came back with, before the reload; not
 * while further changes are on their way, which would make the list jump back */
void
rang_desk_take_board (RangDesk *desk, RangBoard *board);

/**
 * RangDeskDone:
 * @owner: who asked
 * @result: (nullable) (transfer none): what came of it
 * @error: (nullable): why nothing did; already told to the person
 */
typedef void (*RangDeskDone) (GObject *owner, gpointer result, const GError *error);

/**
 * rang_desk_get_search:
 *
 * Returns: (transfer none) (nullable): how far the search for the suggestion of the day being read is; %NULL while
 *   nothing is searched, or not long enough to tell. Meanwhile the view's board is made of the best so far.
 */
const RangPlannerProgress *
rang_desk_get_search (RangDesk *desk);

/** rang_desk_may_stop: Returns: whether rang_desk_stop_search() would end a search: not on a signed board */
gboolean
rang_desk_may_stop (RangDesk *desk);

/** rang_desk_stop_search: takes the best so far, unfinished; rang_desk_reload() searches anew */
void
rang_desk_stop_search (RangDesk *desk);

/**
 * rang_desk_read:
 * @func: runs on the reading thread; @data: (transfer full): for it
 * @owner: (nullable): who asks; if it is gone, @done is not called
 * @done: (nullable): called on the main loop
 *
 * Asks without changing anything. An error is not told to the person.
 */
void
rang_desk_read (RangDesk *desk,
                RangOfficeFunc func,
                gpointer data,
                GDestroyNotify data_free,
                GDestroyNotify result_free,
                GCancellable *cancellable,
                gpointer owner,
                RangDeskDone done);

/**
 * rang_desk_write:
 *
 * As rang_desk_read(), on the writing thread: afterwards the day is read again, and an error is told.
 */
void
rang_desk_write (RangDesk *desk,
                 RangOfficeFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 GDestroyNotify result_free,
                 gpointer owner,
                 RangDeskDone done);

/**
 * rang_desk_change_key:
 * @func: signs in, or sets a password, on the writing thread
 *
 * As rang_desk_write(); afterwards the desk knows whose key is open there.
 */
void
rang_desk_change_key (
    RangDesk *desk, RangOfficeFunc func, gpointer data, GDestroyNotify data_free, gpointer owner, RangDeskDone done);

/** rang_desk_sign_in: @password: of the acting person; an error is told to @done alone */
void
rang_desk_sign_in (RangDesk *desk, const char *password, gpointer owner, RangDeskDone done);

/** rang_desk_tell: shows a message to the person */
void
rang_desk_tell (RangDesk *desk, const char *text);
void
rang_desk_tell_error (RangDesk *desk, const char *text);
/** rang_desk_announce: has it spoken by assistive technology */
void
rang_desk_announce (RangDesk *desk, const char *text);
void
rang_desk_offer_rank_order (RangDesk *desk);

G_END_DECLS
