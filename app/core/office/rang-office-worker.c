/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the thread on which the window's calls to the office run. */
#include "office/rang-office-worker.h"

#include "office/rang-office-presence.h"

#include <glib-unix.h>

typedef struct
{
  RangOfficeFunc func; /* NULL: begin to watch; data is the Watcher */
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Call;

struct _RangOfficeWorker
{
  GObject parent_instance;
  GThread *thread;
  GAsyncQueue *queue;    /* of GTask; the thread ends at the queue itself */
  GMainContext *context; /* of the thread: what it waits for */
  char *path;
  RangClock *clock;
};

G_DEFINE_FINAL_TYPE (RangOfficeWorker, rang_office_worker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CONNECTION,
  PRESENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file is asked for others' changes so often; a server says them, and is asked whether it is still there. */
#define ASK_FILE_MS 100
#define ASK_SERVER_MS 2000

static void
call_free (Call *call)
{
  if (call->data != NULL && call->data_free != NULL)
    call->data_free (call->data);
  g_free (call);
}

/* Where others' changes are told: the worker may be gone by then. */
typedef struct
{
  GWeakRef worker;
  GMainContext *context;
} Watcher;

/* What the thread owns; the worker object may be gone before it ends. */
typedef struct
{
  GAsyncQueue *queue;
  GMainContext *context;
  char *path;
  RangClock *clock;
  RangOffice *office;
  Watcher *watcher;
  GSource *beat;
  GSource *wake;
  int wake_fd;
  gboolean gone; /* the server, and the watcher knows */
  GPtrArray *present; /* of RangPresent, as last told */
} Thread;

/* --- watching --- */

typedef struct
{
  RangOfficeWorker *worker;
  guint signal;
  char *problem;
  GPtrArray *present;
} Report;

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  if (report->signal == CONNECTION)
    g_signal_emit (report->worker, signals[CONNECTION], 0, report->problem);
  else if (report->signal == PRESENT)
    g_signal_emit (report->worker, signals[PRESENT], 0, report->present);
  else
    g_signal_emit (report->worker, signals[report->signal], 0);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->worker);
  g_free (report->problem);
  g_clear_pointer (&report->present, g_ptr_array_unref);
  g_free (report);
}

static void
tell (Thread *self, guint signal, const char *problem, GPtrArray *present)
{
  RangOfficeWorker *worker = g_weak_ref_get (&self->watcher->worker);
  Report *report;

  if (worker == NULL)
    return;
  report = g_new0 (Report, 1);
  *report = (Report){ worker, signal, g_strdup (problem), present != NULL ? g_ptr_array_ref (present) : NULL };
  g_main_context_invoke_full (self->watcher->context, G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

static gboolean
wake_cb (int fd, GIOCondition condition, gpointer data);

/* The connection may be another after each call. */
static void
watch_fd (Thread *self)
{
  int fd = self->office != NULL ? rang_office_get_wake_fd (self->office) : -1;

  if (fd == self->wake_fd)
    return;
  if (self->wake != NULL)
    g_source_destroy (self->wake);
  g_clear_pointer (&self->wake, g_source_unref);
  self->wake_fd = fd;
  if (fd < 0)
    return;
  self->wake = g_unix_fd_source_new (fd, G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (self->wake, G_SOURCE_FUNC (wake_cb), self, NULL);
  g_source_attach (self->wake, self->context);
}

/* Who came is told with a word that names no change; who went is found at the next beat. */
static void
look_around (Thread *self)
{
  g_autoptr (GPtrArray) present = NULL;

  if (self->office == NULL || self->gone || !rang_office_is_on_server (self->path))
    return;
  present = rang_office_list_present (self->office, NULL);
  if (present == NULL || rang_present_equal (present, self->present))
    return;
  g_clear_pointer (&self->present, g_ptr_array_unref);
  self->present = g_ptr_array_ref (present);
  tell (self, PRESENT, NULL, present);
}

static void
look (Thread *self)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (self->office == NULL)
    changed = (self->office = rang_office_open (self->path, self->clock, &error)) != NULL;
  else
    changed = rang_office_changed_by_others (self->office, &error);
  if (self->gone != (error != NULL))
    {
      self->gone = error != NULL;
      tell (self, CONNECTION, error != NULL ? error->message : NULL, NULL);
    }
  if (changed)
    tell (self, CHANGED, NULL, NULL);
  else
    look_around (self);
  watch_fd (self);
}

static gboolean
wake_cb (int fd, GIOCondition condition, gpointer data)
{
  Thread *self = data;

  look (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
beat_cb (gpointer data)
{
  Thread *self = data;

  if (self->office != NULL || rang_office_is_on_server (self->path))
    look (self);
  return G_SOURCE_CONTINUE;
}

static void
watch (Thread *self, Watcher *watcher)
{
  g_assert (self->watcher == NULL);
  self->watcher = watcher;
  self->beat = g_timeout_source_new (rang_office_is_on_server (self->path) ? ASK_SERVER_MS : ASK_FILE_MS);
  g_source_set_callback (self->beat, beat_cb, self, NULL);
  g_source_attach (self->beat, self->context);
  watch_fd (self);
}

static void
watcher_free (Watcher *watcher)
{
  if (watcher == NULL)
    return;
  g_weak_ref_clear (&watcher->worker);
  g_main_context_unref (watcher->context);
  g_free (watcher);
}

/* --- the thread --- */

static void
run_call (GTask *task, Thread *self)
{
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (call->func == NULL)
    {
      watch (self, g_steal_pointer (&call->data));
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->office == NULL)
    self->office = rang_office_open (self->path, self->clock, &error);
  if (self->office == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  result = call->func (self->office, call->data, g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, call->result_free);
}

/* What arrived beside the answers to a call does not wake any more. */
static void
after_call (Thread *self)
{
  if (self->watcher == NULL)
    return;
  if (self->office != NULL && rang_office_has_news (self->office))
    look (self);
  watch_fd (self);
}

static void
thread_free (Thread *self)
{
  if (self->beat != NULL)
    g_source_destroy (self->beat);
  g_clear_pointer (&self->beat, g_source_unref);
  if (self->wake != NULL)
    g_source_destroy (self->wake);
  g_clear_pointer (&self->wake, g_source_unref);
  watcher_free (self->watcher);
  g_clear_pointer (&self->office, rang_office_close);
  g_clear_pointer (&self->present, g_ptr_array_unref);
  g_async_queue_unref (self->queue);
  g_main_context_unref (self->context);
  g_free (self->path);
  rang_clock_unref (self->clock);
  g_free (self);
}

static gpointer
thread_main (gpointer data)
{
  Thread *self = data;
  gboolean ended = FALSE;

  self->wake_fd = -1;
  while (!ended)
    {
      gpointer item = g_async_queue_try_pop (self->queue);

      if (item == NULL)
        g_main_context_iteration (self->context, TRUE);
      else if (item == self->queue) /* the end: the queue itself stands for it */
        ended = TRUE;
      else
        {
          run_call (item, self);
          g_object_unref (item);
          after_call (self);
        }
    }
  thread_free (self);
  return NULL;
}

static void
start_thread (RangOfficeWorker *worker)
{
  Thread *self = g_new0 (Thread, 1);

  self->queue = g_async_queue_ref (worker->queue);
  self->context = g_main_context_ref (worker->context);
  self->path = g_strdup (worker->path);
  self->clock = rang_clock_ref (worker->clock);
  worker->thread = g_thread_new ("rang-office", thread_main, self);
}

RangOfficeWorker *
rang_office_worker_new (const char *path, RangClock *clock)
{
  RangOfficeWorker *worker;

  g_return_val_if_fail (path != NULL && clock != NULL, NULL);
  worker = g_object_new (RANG_TYPE_OFFICE_WORKER, NULL);
  worker->path = g_strdup (path);
  worker->clock = rang_clock_ref (clock);
  start_thread (worker);
  return worker;
}

static void
push (RangOfficeWorker *worker, gpointer item)
{
  g_async_queue_push (worker->queue, item);
  g_main_context_wakeup (worker->context);
}

static GTask *
new_task (RangOfficeWorker *worker,
          const Call *call,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (worker, cancellable, callback, user_data);

  g_task_set_source_tag (task, rang_office_worker_call_async);
  g_task_set_task_data (task, g_memdup2 (call, sizeof *call), (GDestroyNotify)call_free);
  return task;
}

void
rang_office_worker_watch (RangOfficeWorker *worker)
{
  Watcher *watcher;

  g_return_if_fail (RANG_IS_OFFICE_WORKER (worker));
  watcher = g_new0 (Watcher, 1);
  g_weak_ref_init (&watcher->worker, worker);
  watcher->context = g_main_context_ref_thread_default ();
  push (worker, new_task (worker, &(Call){ NULL, watcher, (GDestroyNotify)watcher_free, NULL }, NULL, NULL, NULL));
}

void
rang_office_worker_call_async (RangOfficeWorker *worker,
                               RangOfficeFunc func,
                               gpointer data,
                               GDestroyNotify data_free,
                               GDestroyNotify result_free,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (RANG_IS_OFFICE_WORKER (worker) && func != NULL);
  push (worker, new_task (worker, &(Call){ func, data, data_free, result_free }, cancellable, callback, user_data));
}

gpointer
rang_office_worker_call_finish (RangOfficeWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rang_office_worker_finalize (GObject *object)
{
  RangOfficeWorker *worker = RANG_OFFICE_WORKER (object);

  /* Tasks hold a reference on the worker, so the queue is empty here but for the end; if the last reference goes on
   * the thread itself, it cannot be joined there. */
  push (worker, worker->queue);
  if (worker->thread == g_thread_self ())
    g_thread_unref (worker->thread);
  else
    g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_main_context_unref (worker->context);
  g_free (worker->path);
  rang_clock_unref (worker->clock);
  G_OBJECT_CLASS (rang_office_worker_parent_class)->finalize (object);
}

static void
rang_office_worker_class_init (RangOfficeWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_office_worker_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", RANG_TYPE_OFFICE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONNECTION] = g_signal_new ("connection", RANG_TYPE_OFFICE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PRESENT] = g_signal_new ("present", RANG_TYPE_OFFICE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
rang_office_worker_init (RangOfficeWorker *worker)
{
  worker->queue = g_async_queue_new ();
  worker->context = g_main_context_new ();
}
