/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving the mouse and pressing keys on a display as a person would. */
#include "lib/rang-test-pointer.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

/* A drag that GTK recognises: 8 to 12 steps, none of them too long, with time between them. */
#define STEPS 12
#define STEP_US 25000
#define SETTLE_US 150000
#define KEY_US 15000

struct _RangTestPointer
{
  Display *display;
};

RangTestPointer *
rang_test_pointer_new (void)
{
  Display *display = XOpenDisplay (NULL);
  RangTestPointer *pointer;
  int unused;

  if (display == NULL)
    return NULL;
  if (!XTestQueryExtension (display, &unused, &unused, &unused, &unused))
    {
      XCloseDisplay (display);
      return NULL;
    }
  pointer = g_new0 (RangTestPointer, 1);
  pointer->display = display;
  return pointer;
}

void
rang_test_pointer_free (RangTestPointer *pointer)
{
  XCloseDisplay (pointer->display);
  g_free (pointer);
}

/* A property of 32-bit items of the window; Xlib hands them over as longs. */
static gulong *
read_property (Display *display, Window window, const char *name, gulong *count)
{
  guchar *data = NULL;
  gulong left;
  Atom type;
  int format;

  *count = 0;
  if (XGetWindowProperty (display, window, XInternAtom (display, name, False), 0, 4096, False, AnyPropertyType, &type,
                          &format, count, &left, &data)
      != Success)
    return NULL;
  if (format != 32)
    *count = 0;
  return (gulong *)(gpointer)data;
}

gulong
rang_test_pointer_window_of (RangTestPointer *pointer, gint64 pid, int *x, int *y)
{
  Window root = DefaultRootWindow (pointer->display), found = 0, child;
  gulong count = 0;
  gulong *windows = read_property (pointer->display, root, "_NET_CLIENT_LIST_STACKING", &count);

  for (gulong i = 0; windows != NULL && i < count; i++)
    {
      gulong n = 0;
      gulong *owner = read_property (pointer->display, windows[i], "_NET_WM_PID", &n);

      if (owner != NULL && n == 1 && (gint64)owner[0] == pid)
        found = windows[i];
      if (owner != NULL)
        XFree (owner);
    }
  if (windows != NULL)
    XFree (windows);
  if (found != 0)
    XTranslateCoordinates (pointer->display, found, root, 0, 0, x, y, &child);
  return found;
}

gboolean
rang_test_pointer_popup (RangTestPointer *pointer, int *x, int *y)
{
  Window root = DefaultRootWindow (pointer->display), unused, *windows = NULL;
  guint n_windows = 0;
  gboolean found = FALSE;

  if (!XQueryTree (pointer->display, root, &unused, &unused, &windows, &n_windows))
    return FALSE;
  /* The topmost is the last; what the window manager keeps for itself is a pixel large. */
  for (guint i = n_windows; i > 0 && !found; i--)
    {
      XWindowAttributes is;

      if (!XGetWindowAttributes (pointer->display, windows[i - 1], &is) || is.map_state != IsViewable
          || !is.override_redirect || is.class != InputOutput || is.width < 20 || is.height < 20)
        continue;
      *x = is.x + is.width / 2;
      *y = is.y + is.height / 2;
      found = TRUE;
    }
  XFree (windows);
  return found;
}

void
rang_test_pointer_place (RangTestPointer *pointer, gulong window, int x, int y, int width, int height)
{
  XMoveResizeWindow (pointer->display, window, x, y, (guint)width, (guint)height);
  XRaiseWindow (pointer->display, window);
  XSync (pointer->display, False);
  g_usleep (SETTLE_US);
}

void
rang_test_pointer_move (RangTestPointer *pointer, int x, int y)
{
  XTestFakeMotionEvent (pointer->display, -1, x, y, CurrentTime);
  XSync (pointer->display, False);
  g_usleep (STEP_US);
}

static void
press (RangTestPointer *pointer, guint button, gboolean down)
{
  XTestFakeButtonEvent (pointer->display, button, down, CurrentTime);
  XSync (pointer->display, False);
  g_usleep (STEP_US);
}

void
rang_test_pointer_click (RangTestPointer *pointer, int x, int y, guint button)
{
  rang_test_pointer_move (pointer, x - 1, y);
  rang_test_pointer_move (pointer, x, y);
  press (pointer, button, TRUE);
  press (pointer, button, FALSE);
}

void
rang_test_pointer_carry (RangTestPointer *pointer, int from_x, int from_y, int to_x, int to_y)
{
  /* First clear of the place where a drag begins, then to the goal, then a little about it, so that it is noticed. */
  rang_test_pointer_move (pointer, from_x, from_y);
  press (pointer, 1, TRUE);
  for (int i = 1; i <= STEPS; i++)
    rang_test_pointer_move (pointer, from_x + i, from_y + (to_y >= from_y ? i : -i));
  for (int i = 1; i <= STEPS; i++)
    rang_test_pointer_move (pointer, from_x + (to_x - from_x) * i / STEPS, from_y + (to_y - from_y) * i / STEPS);
  rang_test_pointer_move (pointer, to_x + 1, to_y);
  rang_test_pointer_move (pointer, to_x, to_y);
  g_usleep (2 * SETTLE_US);
}

void
rang_test_pointer_drop (RangTestPointer *pointer)
{
  press (pointer, 1, FALSE);
  g_usleep (2 * SETTLE_US);
}

static void
send_key (RangTestPointer *pointer, KeyCode code, gboolean down)
{
  XTestFakeKeyEvent (pointer->display, code, down, CurrentTime);
  XSync (pointer->display, False);
  g_usleep (KEY_US);
}

static KeySym
keysym_of (const char *name)
{
  if (g_ascii_strcasecmp (name, "alt") == 0)
    return XStringToKeysym ("Alt_L");
  if (g_ascii_strcasecmp (name, "ctrl") == 0)
    return XStringToKeysym ("Control_L");
  if (g_ascii_strcasecmp (name, "shift") == 0)
    return XStringToKeysym ("Shift_L");
  return XStringToKeysym (name);
}

gboolean
rang_test_pointer_key (RangTestPointer *pointer, const char *combination)
{
  g_auto (GStrv) names = g_strsplit (combination, "+", -1);
  KeyCode codes[8];
  guint n = 0;

  for (; names[n] != NULL && n < G_N_ELEMENTS (codes); n++)
    {
      KeySym sym = keysym_of (names[n]);

      codes[n] = sym != NoSymbol ? XKeysymToKeycode (pointer->display, sym) : 0;
      if (codes[n] == 0)
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    send_key (pointer, codes[i], TRUE);
  for (guint i = n; i > 0; i--)
    send_key (pointer, codes[i - 1], FALSE);
  return n > 0;
}

gboolean
rang_test_pointer_hold (RangTestPointer *pointer, const char *key, gboolean down)
{
  KeyCode code = XKeysymToKeycode (pointer->display, keysym_of (key));

  if (code != 0)
    send_key (pointer, code, down);
  return code != 0;
}

void
rang_test_pointer_type (RangTestPointer *pointer, const char *text)
{
  KeyCode shift = XKeysymToKeycode (pointer->display, keysym_of ("shift"));

  for (const char *p = text; *p != '\0'; p++)
    {
      /* The keysyms of ASCII are its codes. */
      KeySym sym = (KeySym)(guchar)*p;
      KeyCode code = XKeysymToKeycode (pointer->display, sym);
      gboolean shifted = code != 0 && XkbKeycodeToKeysym (pointer->display, code, 0, 0) != sym;

      if (code == 0)
        continue;
      if (shifted)
        send_key (pointer, shift, TRUE);
      send_key (pointer, code, TRUE);
      send_key (pointer, code, FALSE);
      if (shifted)
        send_key (pointer, shift, FALSE);
    }
}
