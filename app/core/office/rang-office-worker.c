/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the thread on which the window's calls to the office run. */
#include "office/rang-office-worker.h"

typedef struct
{
  RangOfficeFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Call;

struct _RangOfficeWorker
{
  GObject parent_instance;
  GThread *thread;
  GAsyncQueue *queue; /* of GTask; the thread ends at the task whose call has no function */
  char *path;
  RangClock *clock;
};

G_DEFINE_FINAL_TYPE (RangOfficeWorker, rang_office_worker, G_TYPE_OBJECT)

static void
call_free (Call *call)
{
  if (call->data != NULL && call->data_free != NULL)
    call->data_free (call->data);
  g_free (call);
}

/* What the thread owns; the worker object may be gone before it ends. */
typedef struct
{
  GAsyncQueue *queue;
  char *path;
  RangClock *clock;
} Thread;

static void
run_call (GTask *task, RangOffice **office, Thread *self)
{
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (*office == NULL)
    *office = rang_office_open (self->path, self->clock, &error);
  if (*office == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  result = call->func (*office, call->data, g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, call->result_free);
}

static gpointer
thread_main (gpointer data)
{
  Thread *self = data;
  RangOffice *office = NULL;

  for (;;)
    {
      gpointer item = g_async_queue_pop (self->queue);

      if (item == self->queue) /* the end: the queue itself stands for it */
        break;
      run_call (item, &office, self);
      g_object_unref (item);
    }
  g_clear_pointer (&office, rang_office_close);
  g_async_queue_unref (self->queue);
  g_free (self->path);
  rang_clock_unref (self->clock);
  g_free (self);
  return NULL;
}

static void
start_thread (RangOfficeWorker *worker)
{
  Thread *self = g_new0 (Thread, 1);

  self->queue = g_async_queue_ref (worker->queue);
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
  GTask *task;
  Call *call;

  g_return_if_fail (RANG_IS_OFFICE_WORKER (worker) && func != NULL);
  call = g_new0 (Call, 1);
  *call = (Call){ func, data, data_free, result_free };
  task = g_task_new (worker, cancellable, callback, user_data);
  g_task_set_source_tag (task, rang_office_worker_call_async);
  g_task_set_task_data (task, call, (GDestroyNotify)call_free);
  g_async_queue_push (worker->queue, task);
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
  g_async_queue_push (worker->queue, worker->queue);
  if (worker->thread == g_thread_self ())
    g_thread_unref (worker->thread);
  else
    g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_free (worker->path);
  rang_clock_unref (worker->clock);
  G_OBJECT_CLASS (rang_office_worker_parent_class)->finalize (object);
}

static void
rang_office_worker_class_init (RangOfficeWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_office_worker_finalize;
}

static void
rang_office_worker_init (RangOfficeWorker *worker)
{
  worker->queue = g_async_queue_new ();
}
