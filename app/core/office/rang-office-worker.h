/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangOfficeWorker:
 *
 * A thread of its own that owns an office, so that the window never waits for the store or the planner. Calls are run
 * one after the other in the order they were made.
 *
 * Signals, once rang_office_worker_watch() was called, on the thread-default context of that caller: `changed`: others
 * have changed something. `connection` (problem: nullable string): the store cannot be reached any more, and why; %NULL:
 * it can again. `present` (people: array of #RangPresent): others have opened or left boards of a server's office.
 */
#define RANG_TYPE_OFFICE_WORKER (rang_office_worker_get_type ())
G_DECLARE_FINAL_TYPE (RangOfficeWorker, rang_office_worker, RANG, OFFICE_WORKER, GObject)

/**
 * RangOfficeFunc:
 * @office: the office, on its thread
 * @data: what the caller handed over
 *
 * Runs on the worker's thread.
 *
 * Returns: (nullable) (transfer full): the result, or %NULL with @error set. A function without a result returns
 *   GINT_TO_POINTER (TRUE).
 */
typedef gpointer (*RangOfficeFunc) (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error);

/**
 * rang_office_worker_new:
 * @path: the store
 * @clock: the clock
 *
 * The store is opened on the worker's thread at the first call; if that fails, the call fails with the reason, and the
 * next one tries again.
 *
 * Returns: (transfer full): a worker
 */
RangOfficeWorker *
rang_office_worker_new (const char *path, RangClock *clock);

/**
 * rang_office_worker_watch:
 *
 * Watches what others do, from now on, while no call runs. A server tells it; a file is asked ten times a second. A
 * server that is gone is tried again every two seconds.
 */
void
rang_office_worker_watch (RangOfficeWorker *worker);

/**
 * rang_office_worker_call_async:
 * @func: what to do there
 * @data: (transfer full): handed to @func
 * @data_free: (nullable): frees @data once @func has run or the call was cancelled before it ran
 * @result_free: (nullable): frees the result when nobody takes it
 * @cancellable: (nullable): a call cancelled before its turn is not run
 * @callback: called on the thread-default context of the caller
 */
void
rang_office_worker_call_async (RangOfficeWorker *worker,
                               RangOfficeFunc func,
                               gpointer data,
                               GDestroyNotify data_free,
                               GDestroyNotify result_free,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * rang_office_worker_call_finish:
 *
 * Returns: (nullable) (transfer full): what the function returned
 */
gpointer
rang_office_worker_call_finish (RangOfficeWorker *worker, GAsyncResult *result, GError **error);

G_END_DECLS
