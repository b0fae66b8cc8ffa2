/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a line to the test server that can be cut at any byte, be slow, and be closed. */
#include "lib/rang-test-proxy.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define SOCKET ".s.PGSQL.5432"
#define MOST_LINES 64
#define LOOK_MS 2

typedef struct
{
  int client;
  int server;
} Line;

struct _RangTestProxy
{
  GThread *thread;
  GMutex lock;
  char *folder;
  char *server; /* its socket */
  char *location;
  int listener;
  Line lines[MOST_LINES];
  guint n_lines;
  gint64 budget; /* bytes that may still pass; -1 any number */
  guint n_cuts;
  guint delay;
  gboolean open;
  gboolean ended;
};

static void
cut_all (RangTestProxy *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      close (self->lines[i].client);
      close (self->lines[i].server);
    }
  self->n_lines = 0;
}

static int
reach (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (connect (fd, (struct sockaddr *)&address, sizeof address) == 0)
    return fd;
  close (fd);
  return -1;
}

static void
accept_line (RangTestProxy *self)
{
  int client = accept (self->listener, NULL, NULL);
  int server = client >= 0 && self->open && self->n_lines < MOST_LINES ? reach (self->server) : -1;

  if (server >= 0)
    self->lines[self->n_lines++] = (Line){ client, server };
  else if (client >= 0)
    close (client);
}

static gboolean
write_all (int fd, const char *bytes, gssize length)
{
  while (length > 0)
    {
      gssize written = send (fd, bytes, (gsize)length, MSG_NOSIGNAL);

      if (written <= 0)
        return FALSE;
      bytes += written;
      length -= written;
    }
  return TRUE;
}

/* Returns: whether the line still holds. */
static gboolean
pass (RangTestProxy *self, int from, int to, gboolean wait)
{
  char bytes[16384];
  gssize length = recv (from, bytes, sizeof bytes, 0);

  if (length <= 0)
    return FALSE;
  if (wait && self->delay > 0)
    {
      gulong pause = self->delay * 1000UL;

      g_mutex_unlock (&self->lock);
      g_usleep (pause);
      g_mutex_lock (&self->lock);
    }
  if (self->budget >= 0 && length > self->budget)
    {
      write_all (to, bytes, self->budget);
      self->budget = -1;
      self->n_cuts++;
      return FALSE;
    }
  if (self->budget >= 0)
    self->budget -= length;
  return write_all (to, bytes, length);
}

static void
serve (RangTestProxy *self, struct pollfd *fds, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      gboolean holds = TRUE;

      if (fds[2 * i + 1].revents != 0)
        holds = pass (self, self->lines[i].client, self->lines[i].server, TRUE);
      if (holds && fds[2 * i + 2].revents != 0)
        holds = pass (self, self->lines[i].server, self->lines[i].client, FALSE);
      if (holds)
        continue;
      close (self->lines[i].client);
      close (self->lines[i].server);
      self->lines[i] = self->lines[--self->n_lines];
      return; /* the others' places have changed */
    }
}

static gpointer
thread_main (gpointer data)
{
  RangTestProxy *self = data;

  g_mutex_lock (&self->lock);
  while (!self->ended)
    {
      struct pollfd fds[1 + 2 * MOST_LINES] = { { self->listener, POLLIN, 0 } };
      guint n_lines = self->n_lines;
      int ready;

      for (guint i = 0; i < n_lines; i++)
        {
          fds[2 * i + 1] = (struct pollfd){ self->lines[i].client, POLLIN, 0 };
          fds[2 * i + 2] = (struct pollfd){ self->lines[i].server, POLLIN, 0 };
        }
      g_mutex_unlock (&self->lock);
      ready = poll (fds, 1 + 2 * n_lines, LOOK_MS);
      g_mutex_lock (&self->lock);
      if (ready <= 0)
        continue;
      if (n_lines == self->n_lines) /* else they were cut meanwhile */
        serve (self, fds, n_lines);
      if (fds[0].revents != 0)
        accept_line (self);
    }
  cut_all (self);
  g_mutex_unlock (&self->lock);
  return NULL;
}

RangTestProxy *
rang_test_proxy_new (const char *location)
{
  RangTestProxy *self = g_new0 (RangTestProxy, 1);
  const char *host = strstr (location, "?host=");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  g_autofree char *path = NULL;

  g_assert_nonnull (host);
  self->folder = g_dir_make_tmp ("rang-line-XXXXXX", NULL);
  self->server = g_build_filename (host + strlen ("?host="), SOCKET, NULL);
  self->location = g_strdup_printf ("%.*s?host=%s", (int)(host - location), location, self->folder);
  self->budget = -1;
  self->open = TRUE;
  path = g_build_filename (self->folder, SOCKET, NULL);
  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  self->listener = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_cmpint (bind (self->listener, (struct sockaddr *)&address, sizeof address), ==, 0);
  g_assert_cmpint (listen (self->listener, 16), ==, 0);
  self->thread = g_thread_new ("line", thread_main, self);
  return self;
}

void
rang_test_proxy_free (RangTestProxy *self)
{
  g_autofree char *path = g_build_filename (self->folder, SOCKET, NULL);

  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  close (self->listener);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->server);
  g_free (self->location);
  g_free (self);
}

const char *
rang_test_proxy_get_location (RangTestProxy *self)
{
  return self->location;
}

void
rang_test_proxy_set_open (RangTestProxy *self, gboolean open)
{
  g_mutex_lock (&self->lock);
  self->open = open;
  if (!open)
    cut_all (self);
  g_mutex_unlock (&self->lock);
}

void
rang_test_proxy_set_delay (RangTestProxy *self, guint milliseconds)
{
  g_mutex_lock (&self->lock);
  self->delay = milliseconds;
  g_mutex_unlock (&self->lock);
}

guint
rang_test_proxy_get_n_cuts (RangTestProxy *self)
{
  guint n_cuts;

  g_mutex_lock (&self->lock);
  n_cuts = self->n_cuts;
  g_mutex_unlock (&self->lock);
  return n_cuts;
}

void
rang_test_proxy_cut_after (RangTestProxy *self, gint64 bytes)
{
  g_mutex_lock (&self->lock);
  self->budget = bytes;
  g_mutex_unlock (&self->lock);
}
