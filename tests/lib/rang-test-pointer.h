/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTestPointer:
 *
 * The mouse and the keyboard of the display, moved through the XTest extension as a person would: the program under
 * test cannot tell the difference.
 */
typedef struct _RangTestPointer RangTestPointer;

/**
 * rang_test_pointer_new:
 *
 * Returns: (transfer full) (nullable): the pointer of `$DISPLAY`, or %NULL if there is no display with XTest
 */
RangTestPointer *
rang_test_pointer_new (void);
void
rang_test_pointer_free (RangTestPointer *pointer);

/**
 * rang_test_pointer_window_of:
 * @pid: a process
 * @x: (out): left edge of its topmost window on the screen, pixels
 * @y: (out): upper edge
 *
 * Returns: the X window, or 0 if the process shows none
 */
gulong
rang_test_pointer_window_of (RangTestPointer *pointer, gint64 pid, int *x, int *y);

/**
 * rang_test_pointer_popup:
 * @x: (out): the middle of the topmost menu or popover on the screen, pixels
 * @y: (out): its middle
 *
 * Returns: whether one is open
 */
gboolean
rang_test_pointer_popup (RangTestPointer *pointer, int *x, int *y);

/**
 * rang_test_pointer_place:
 *
 * Moves and sizes @window, in pixels, and gives it the focus.
 */
void
rang_test_pointer_place (RangTestPointer *pointer, gulong window, int x, int y, int width, int height);

void
rang_test_pointer_move (RangTestPointer *pointer, int x, int y);
void
rang_test_pointer_click (RangTestPointer *pointer, int x, int y, guint button);

/**
 * rang_test_pointer_carry:
 *
 * Presses the first button at the first place and moves to the second in small steps, so that a drag begins; the
 * button stays down until rang_test_pointer_drop().
 */
void
rang_test_pointer_carry (RangTestPointer *pointer, int from_x, int from_y, int to_x, int to_y);
void
rang_test_pointer_drop (RangTestPointer *pointer);

/**
 * rang_test_pointer_key:
 * @combination: "Alt+Up", "ctrl+shift+z", "3", "Return": names of X keysyms joined by "+"
 *
 * Returns: %FALSE if a name is unknown
 */
gboolean
rang_test_pointer_key (RangTestPointer *pointer, const char *combination);

/** rang_test_pointer_hold: holds a key down, or lets it go: for a click with Ctrl. Returns: whether there is such a key
 */
gboolean
rang_test_pointer_hold (RangTestPointer *pointer, const char *key, gboolean down);

/**
 * rang_test_pointer_type:
 * @text: ASCII
 *
 * Types @text key by key.
 */
void
rang_test_pointer_type (RangTestPointer *pointer, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestPointer, rang_test_pointer_free)

G_END_DECLS
