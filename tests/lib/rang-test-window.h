/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "lib/rang-test-pointer.h"

G_BEGIN_DECLS

/**
 * RangTestWindow:
 *
 * A program with a window, run as a person runs it: seen through the accessibility tree, driven by mouse and keyboard.
 * Needs the display of `with-display.sh --a11y`.
 *
 * A *thing* is named by its role ("button", "list item", "label"; %NULL for any) and a pattern for its accessible
 * name: `*` stands for anything, `|` separates alternatives ("Hand over*|Predă*"). Of several that fit the first one
 * that shows is meant.
 */
typedef struct _RangTestWindow RangTestWindow;

/**
 * rang_test_window_start:
 * @argv: (array zero-terminated=1): the program and its arguments
 *
 * Starts the program and waits, at most 30 s, until its window shows. Fails the test if it does not.
 *
 * Returns: (transfer full): the running program
 */
RangTestWindow *
rang_test_window_start (const char *const *argv);

/**
 * rang_test_window_free:
 *
 * Ends the program, politely at first.
 */
void
rang_test_window_free (RangTestWindow *window);

/** rang_test_window_get_pointer: Returns: (transfer none): the mouse and the keyboard, for what is not below */
RangTestPointer *
rang_test_window_get_pointer (RangTestWindow *window);

/**
 * rang_test_window_place:
 *
 * Puts the window at the screen's upper left corner in the given size, pixels.
 */
void
rang_test_window_place (RangTestWindow *window, int width, int height);

/**
 * rang_test_window_wait_for:
 * @milliseconds: how long to wait at most
 *
 * Returns: whether the thing came to show in time
 */
gboolean
rang_test_window_wait_for (RangTestWindow *window, const char *role, const char *pattern, guint milliseconds);

/**
 * rang_test_window_wait_gone:
 *
 * Returns: whether nothing of the kind shows any more, in time
 */
gboolean
rang_test_window_wait_gone (RangTestWindow *window, const char *role, const char *pattern, guint milliseconds);

/**
 * rang_test_window_find_name:
 *
 * Returns: (transfer full) (nullable): the whole accessible name of the thing, or %NULL if none shows
 */
char *
rang_test_window_find_name (RangTestWindow *window, const char *role, const char *pattern);

/**
 * rang_test_window_find_place:
 * @x: (out): its middle on the screen, pixels
 * @y: (out): its middle
 *
 * Returns: whether the thing shows
 */
gboolean
rang_test_window_find_place (RangTestWindow *window, const char *role, const char *pattern, int *x, int *y);

/**
 * rang_test_window_click:
 *
 * Clicks into the middle of the thing, waiting for it at most 10 s.
 *
 * Returns: whether it was there
 */
gboolean
rang_test_window_click (RangTestWindow *window, const char *role, const char *pattern);

/**
 * rang_test_window_tab_to:
 * @key: "Tab", "shift+Tab", "Down": what is pressed until the thing takes the keys
 *
 * Returns: whether it came to take them within 120 presses
 */
gboolean
rang_test_window_tab_to (RangTestWindow *window, const char *key, const char *role, const char *pattern);

/**
 * rang_test_window_carry:
 *
 * Takes one thing at its left edge, where a row has its handle, drags it to the middle of another and holds it there;
 * rang_test_pointer_drop() lets go.
 *
 * Returns: whether both were there
 */
gboolean
rang_test_window_carry (
    RangTestWindow *window, const char *role, const char *pattern, const char *to_role, const char *to_pattern);

/**
 * rang_test_window_dump:
 *
 * Returns: (transfer full): the tree of what shows, a line a thing: role, name, place
 */
char *
rang_test_window_dump (RangTestWindow *window);

/**
 * rang_test_window_picture:
 * @path: a PNG file
 *
 * Takes a picture of the screen once it has settled: two equal ones in succession, within 10 s.
 *
 * Returns: whether there is one
 */
gboolean
rang_test_window_picture (RangTestWindow *window, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestWindow, rang_test_window_free)

G_END_DECLS
