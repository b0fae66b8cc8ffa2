/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for running a program with a window and finding its things through the accessibility tree. */
#include "lib/rang-test-window.h"

#include <atspi/atspi.h>
#include <gio/gio.h>
#include <signal.h>

#include "lib/rang-test-tree.h"

#define START_MS 30000
#define LOOK_AGAIN_US 60000
/* Who has something to tell mostly has more of it: the look waits for a pause, but not long. */
#define PAUSE_US 30000
#define LONGEST_NEWS_US 200000
/* Not all is told of: then it is looked again all the same, thoroughly and ever seldomer. */
#define NO_NEWS_US 250000
#define NO_NEWS_AT_MOST_US 2000000
#define CLICK_MS 10000
#define HANDLE_PX 12
#define MOST_TABS 120

struct _RangTestWindow
{
  GSubprocess *process;
  gint64 pid;
  RangTestPointer *pointer;
  GDBusConnection *bus;
  char *program; /* (nullable): its name on the accessibility bus, once known */
  RangTestTree *tree; /* (nullable): as last read */
  guint listening;
  guint heard; /* what the program has told of its things */
};

/* What a look into the tree is after, and what it found. */
typedef struct
{
  const char *role;
  char **patterns;
  GString *dump;
  char *name;
  char *path; /* (nullable): where the tree was read */
  int left, x, y;
  gboolean found;
  gboolean hasty; /* what only a question everywhere would find may be missed */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->name, g_free);
  g_clear_pointer (&search->path, g_free);
}

typedef gboolean (*Visit) (const char *role, const char *name, const AtspiRect *box, Search *search);

/* at-spi has no g_autoptr of its own; what it hands over is kept by these. */
static AtspiAccessible *
get_child (AtspiAccessible *thing, int i, GObject **held)
{
  AtspiAccessible *child = atspi_accessible_get_child_at_index (thing, i, NULL);

  *held = (GObject *)child;
  return child;
}

static AtspiAccessible *
find_application (RangTestWindow *window)
{
  AtspiAccessible *desktop = atspi_get_desktop (0);
  g_autoptr (GObject) held_desktop = (GObject *)desktop;
  int count;

  /* Programs come and go: what was heard of them before is out of date. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (desktop != NULL)
    atspi_accessible_clear_cache (desktop);
  count = desktop != NULL ? atspi_accessible_get_child_count (desktop, NULL) : 0;

  for (int i = 0; i < count; i++)
    {
      g_autoptr (GObject) held = NULL;
      AtspiAccessible *application = get_child (desktop, i, &held);

      if (application != NULL && atspi_accessible_get_process_id (application, NULL) == window->pid)
        return (AtspiAccessible *)g_steal_pointer (&held);
    }
  return NULL;
}

/* GTK 4.8 says "showing" of windows alone, so "visible" has to do; what has no extents is left out later. */
static gboolean
shows (AtspiAccessible *thing)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (thing);
  g_autoptr (GObject) held = (GObject *)states;

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_VISIBLE);
}

/* The role under the name that it has in every version: newer ones say "button" for "push button". */
static char *
dup_role (AtspiAccessible *thing)
{
  g_autofree char *role = atspi_accessible_get_role_name (thing, NULL);

  if (role == NULL || g_str_equal (role, "button"))
    return g_strdup (role == NULL ? "" : "push button");
  return g_steal_pointer (&role);
}

/* The name, or, of what has none, the text in it: newer GTK names no status by its content. */
static char *
dup_name (AtspiAccessible *thing)
{
  g_autofree char *name = atspi_accessible_get_name (thing, NULL);
  AtspiText *text = name == NULL || *name == '\0' ? atspi_accessible_get_text_iface (thing) : NULL;
  g_autoptr (GObject) held = (GObject *)text;

  if (text != NULL)
    {
      g_free (name);
      name = atspi_text_get_text (text, 0, -1, NULL);
    }
  return name != NULL ? g_steal_pointer (&name) : g_strdup ("");
}

/* Depth first over all that shows; ends at the first visit that returns TRUE. */
static gboolean
walk (AtspiAccessible *thing, int depth, Visit visit, Search *search)
{
  g_autofree char *role = dup_role (thing);
  g_autofree char *name = dup_name (thing);
  int count = atspi_accessible_get_child_count (thing, NULL);

  if (depth > 0)
    {
      g_autofree AtspiRect *box = atspi_component_get_extents ((AtspiComponent *)thing, ATSPI_COORD_TYPE_WINDOW, NULL);

      if (!shows (thing))
        return FALSE;
      if (search->dump != NULL)
        g_string_append_printf (search->dump, "%*s", 2 * depth, "");
      if (visit (role, name, box, search))
        return TRUE;
    }
  for (int i = 0; i < count; i++)
    {
      g_autoptr (GObject) held = NULL;
      AtspiAccessible *child = get_child (thing, i, &held);

      if (child != NULL && walk (child, depth + 1, visit, search))
        return TRUE;
    }
  return FALSE;
}

static void
take_box (Search *search, const AtspiRect *box)
{
  search->left = box->x;
  search->x = box->x + box->width / 2;
  search->y = box->y + box->height / 2;
}

static gboolean
visit_match (const char *role, const char *name, const AtspiRect *box, Search *search)
{
  if (box == NULL || box->width <= 0 || box->height <= 0)
    return FALSE;
  if (search->role != NULL && !g_str_equal (role, search->role))
    return FALSE;
  for (gsize i = 0; search->patterns[i] != NULL; i++)
    if (g_pattern_match_simple (search->patterns[i], name))
      {
        search->found = TRUE;
        search->name = g_strdup (name);
        take_box (search, box);
        return TRUE;
      }
  return FALSE;
}

static gboolean
visit_dump (const char *role, const char *name, const AtspiRect *box, Search *search)
{
  g_string_append_printf (search->dump, "%s \"%s\"", role, name);
  if (box != NULL)
    g_string_append_printf (search->dump, " %d,%d %dx%d", box->x, box->y, box->width, box->height);
  g_string_append_c (search->dump, '\n');
  return FALSE;
}

static gboolean
look (RangTestWindow *window, Visit visit, Search *search)
{
  AtspiAccessible *application = find_application (window);
  g_autoptr (GObject) held = (GObject *)application;

  return application != NULL && walk (application, 0, visit, search);
}

static void
heard_cb (GDBusConnection *bus,
          const char *sender,
          const char *path,
          const char *interface,
          const char *signal,
          GVariant *parameters,
          gpointer data)
{
  ((RangTestWindow *)data)->heard++;
}

/* In one question, where the program answers it. Returns: (nullable) (transfer none) */
static RangTestTree *
read_tree (RangTestWindow *window)
{
  if (window->program == NULL && window->bus != NULL)
    {
      window->program = rang_test_tree_find_program (window->bus, window->pid);
      if (window->program != NULL)
        window->listening = g_dbus_connection_signal_subscribe (window->bus, window->program, NULL, NULL, NULL, NULL,
                                                                G_DBUS_SIGNAL_FLAGS_NONE, heard_cb, window, NULL);
    }
  g_clear_pointer (&window->tree, rang_test_tree_free);
  if (window->program != NULL)
    window->tree = rang_test_tree_read (window->bus, window->program);
  return window->tree;
}

static gboolean
search_tree (RangTestWindow *window, Search *search)
{
  RangTestTree *tree = read_tree (window);
  AtspiRect box;

  /* A program that is not on the bus yet shows nothing. */
  if (tree == NULL)
    return window->bus != NULL && window->program == NULL;
  search->name = rang_test_tree_find (tree, search->role, search->patterns, &box, &search->path);
  if (search->name == NULL && rang_test_tree_complete (tree, FALSE))
    search->name = rang_test_tree_find (tree, search->role, search->patterns, &box, &search->path);
  if (search->name == NULL && !search->hasty && rang_test_tree_complete (tree, TRUE))
    search->name = rang_test_tree_find (tree, search->role, search->patterns, &box, &search->path);
  search->found = search->name != NULL;
  if (search->found)
    take_box (search, &box);
  return TRUE;
}

static gboolean
search_once (RangTestWindow *window, const char *role, const char *pattern, gboolean hasty, Search *search)
{
  g_auto (GStrv) patterns = g_strsplit (pattern, "|", -1);

  *search = (Search){ .role = role, .patterns = patterns, .hasty = hasty };
  if (!search_tree (window, search))
    look (window, visit_match, search);
  search->patterns = NULL;
  return search->found;
}

static guint
listen_to (RangTestWindow *window)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window->heard;
}

/* A look keeps the program from its work, so none is taken before the program tells of something, or has told of nothing
 * for @microseconds. */
static void
wait_for_news (RangTestWindow *window, gint64 microseconds)
{
  gint64 begun = g_get_monotonic_time (), last = begun, first = 0;
  guint heard = listen_to (window);

  for (;;)
    {
      gint64 now;

      g_usleep (PAUSE_US / 3);
      now = g_get_monotonic_time ();
      if (listen_to (window) != heard)
        {
          heard = window->heard;
          last = now;
          first = first > 0 ? first : now;
        }
      if (first > 0 ? now - last >= PAUSE_US || now - first >= LONGEST_NEWS_US : now - begun >= microseconds)
        return;
    }
}

/* @search: (out): what was found, to be cleared */
static gboolean
wait_and_find (RangTestWindow *window, const char *role, const char *pattern, guint milliseconds, Search *search)
{
  gint64 begun = g_get_monotonic_time (), end = begun + (gint64)milliseconds * 1000, thorough = begun;
  gint64 patience = NO_NEWS_US;

  do
    {
      /* A thorough look takes much longer. */
      gboolean hasty = g_get_monotonic_time () - thorough < patience;

      if (search_once (window, role, pattern, hasty, search))
        return TRUE;
      if (!hasty)
        {
          thorough = g_get_monotonic_time ();
          patience = MIN (2 * patience, NO_NEWS_AT_MOST_US);
        }
      wait_for_news (window, patience);
    }
  while (g_get_monotonic_time () < end);
  return search_once (window, role, pattern, FALSE, search);
}

gboolean
rang_test_window_wait_for (RangTestWindow *window, const char *role, const char *pattern, guint milliseconds)
{
  Search search;

  if (!wait_and_find (window, role, pattern, milliseconds, &search))
    return FALSE;
  search_clear (&search);
  return TRUE;
}

gboolean
rang_test_window_wait_gone (RangTestWindow *window, const char *role, const char *pattern, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64)milliseconds * 1000;

  do
    {
      Search search;

      /* That it is not there is for a thorough look to say; that it still is, for any. */
      if (!search_once (window, role, pattern, TRUE, &search) && !search_once (window, role, pattern, FALSE, &search))
        return TRUE;
      search_clear (&search);
      wait_for_news (window, NO_NEWS_US);
    }
  while (g_get_monotonic_time () < end);
  return FALSE;
}

/* What the accessibility library warns of (a program without a cache) is no fault of the window. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

RangTestWindow *
rang_test_window_start (const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GError) error = NULL;
  RangTestWindow *window = g_new0 (RangTestWindow, 1);
  gulong shown = 0;
  int x, y;

  if (g_test_initialized ())
    g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, ignore_cb, NULL);
  atspi_init ();
  window->bus = rang_test_tree_connect ();
  window->pointer = rang_test_pointer_new ();
  g_assert_nonnull (window->pointer);
  window->process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  window->pid = g_ascii_strtoll (g_subprocess_get_identifier (window->process), NULL, 10);
  g_assert_true (rang_test_window_wait_for (window, "frame", "*", START_MS));
  for (int i = 0; i < START_MS * 1000 / LOOK_AGAIN_US && shown == 0; i++)
    {
      shown = rang_test_pointer_window_of (window->pointer, window->pid, &x, &y);
      if (shown == 0)
        g_usleep (LOOK_AGAIN_US);
    }
  g_assert_cmpuint (shown, !=, 0);
  return window;
}

void
rang_test_window_free (RangTestWindow *window)
{
  for (int i = 0; i < 50 && g_subprocess_get_identifier (window->process) != NULL; i++)
    {
      if (i == 0)
        g_subprocess_send_signal (window->process, SIGTERM);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (LOOK_AGAIN_US);
    }
  if (g_subprocess_get_identifier (window->process) != NULL)
    g_subprocess_force_exit (window->process);
  g_subprocess_wait (window->process, NULL, NULL);
  g_object_unref (window->process);
  rang_test_pointer_free (window->pointer);
  if (window->listening != 0)
    g_dbus_connection_signal_unsubscribe (window->bus, window->listening);
  g_clear_pointer (&window->tree, rang_test_tree_free);
  g_clear_object (&window->bus);
  g_free (window->program);
  g_free (window);
}

RangTestPointer *
rang_test_window_get_pointer (RangTestWindow *window)
{
  return window->pointer;
}

void
rang_test_window_place (RangTestWindow *window, int width, int height)
{
  int x, y;
  gulong shown = rang_test_pointer_window_of (window->pointer, window->pid, &x, &y);

  if (shown != 0)
    rang_test_pointer_place (window->pointer, shown, 0, 0, width, height);
}

char *
rang_test_window_find_name (RangTestWindow *window, const char *role, const char *pattern)
{
  Search search;
  char *name;

  search_once (window, role, pattern, FALSE, &search);
  name = g_steal_pointer (&search.name);
  search_clear (&search);
  return name;
}

/* Where on the display a point of the window is. */
static void
place_on_display (RangTestWindow *window, int window_x, int window_y, int *x, int *y)
{
  int left = 0, upper = 0;

  rang_test_pointer_window_of (window->pointer, window->pid, &left, &upper);
  *x = left + window_x;
  *y = upper + window_y;
}

gboolean
rang_test_window_find_place (RangTestWindow *window, const char *role, const char *pattern, int *x, int *y)
{
  Search search;

  if (!search_once (window, role, pattern, FALSE, &search))
    return FALSE;
  search_clear (&search);
  place_on_display (window, search.x, search.y, x, y);
  return TRUE;
}

/* What has just come may still be on its way to its place. */
static void
follow (RangTestWindow *window, Search *search)
{
  AtspiRect box = { 0 }, before;

  for (int i = 0; i < 20 && search->path != NULL && (i < 2 || box.x != before.x || box.y != before.y); i++)
    {
      before = box;
      g_usleep (PAUSE_US);
      if (rang_test_tree_locate (window->tree, search->path, &box))
        take_box (search, &box);
    }
}

gboolean
rang_test_window_click (RangTestWindow *window, const char *role, const char *pattern)
{
  int x, y;
  Search search;

  if (!wait_and_find (window, role, pattern, CLICK_MS, &search))
    return FALSE;
  follow (window, &search);
  place_on_display (window, search.x, search.y, &x, &y);
  rang_test_pointer_click (window->pointer, x, y, 1);
  search_clear (&search);
  return TRUE;
}

gboolean
rang_test_window_tab_to (RangTestWindow *window, const char *key, const char *role, const char *pattern)
{
  g_auto (GStrv) patterns = g_strsplit (pattern, "|", -1);
  RangTestTree *tree = read_tree (window);

  for (guint i = 0; tree != NULL && (i > 0 || rang_test_tree_complete (tree, TRUE)) && i < MOST_TABS; i++)
    {
      if (rang_test_tree_has_focus (tree, role, patterns))
        return TRUE;
      if (!rang_test_pointer_key (window->pointer, key))
        return FALSE;
      g_usleep (LOOK_AGAIN_US);
      rang_test_tree_refresh (tree);
    }
  return FALSE;
}

/* Where a row is taken hold of: its handle is at its left edge. */
static gboolean
find_handle (RangTestWindow *window, const char *role, const char *pattern, int *x, int *y)
{
  Search search;

  if (!search_once (window, role, pattern, FALSE, &search))
    return FALSE;
  search_clear (&search);
  place_on_display (window, search.left + HANDLE_PX, search.y, x, y);
  return TRUE;
}

gboolean
rang_test_window_carry (
    RangTestWindow *window, const char *role, const char *pattern, const char *to_role, const char *to_pattern)
{
  int x, y, to_x, to_y;

  if (!rang_test_window_wait_for (window, role, pattern, CLICK_MS) || !find_handle (window, role, pattern, &x, &y)
      || !rang_test_window_find_place (window, to_role, to_pattern, &to_x, &to_y))
    return FALSE;
  rang_test_pointer_carry (window->pointer, x, y, to_x, to_y);
  return TRUE;
}

char *
rang_test_window_dump (RangTestWindow *window)
{
  RangTestTree *tree = read_tree (window);
  g_autoptr (GString) dump = g_string_new (NULL);
  Search search = { .dump = dump };

  if (tree != NULL && rang_test_tree_complete (tree, TRUE))
    return rang_test_tree_dump (tree);
  look (window, visit_dump, &search);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

static char *
take_picture (const char *path)
{
  const char *const argv[] = { "import", "-silent", "-window", "root", path, NULL };
  g_autoptr (GSubprocess) import = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  if (import == NULL || !g_subprocess_wait_check (import, NULL, NULL)
      || !g_file_get_contents (path, &bytes, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

gboolean
rang_test_window_picture (RangTestWindow *window, const char *path)
{
  g_autofree char *before = take_picture (path);

  for (int i = 0; i < 40 && before != NULL; i++)
    {
      g_autofree char *now = NULL;

      g_usleep (200000);
      now = take_picture (path);
      if (g_strcmp0 (before, now) == 0)
        return TRUE;
      g_free (before);
      before = g_steal_pointer (&now);
    }
  return before != NULL;
}
