/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RangTestTree:
 *
 * The accessibility tree of a program, read in one question: a look costs milliseconds where a walk from thing to thing
 * costs seconds, and leaves the program the time to be tested.
 */
typedef struct _RangTestTree RangTestTree;

/** rang_test_tree_read: @bus: (transfer none): the accessibility bus; @name: the program's name on it
 *
 * What showed up since somebody last asked for it may not be in it: see rang_test_tree_complete().
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL where the program answers no such question
 */
RangTestTree *
rang_test_tree_read (GDBusConnection *bus, const char *name);

/** rang_test_tree_complete: asks for all that shows, a question for each thing that holds others; unless @everywhere,
 * only for each that does not hold as many as are known: quicker, and seldom less.
 *
 * Returns: whether the program answered */
gboolean
rang_test_tree_complete (RangTestTree *tree, gboolean everywhere);
void
rang_test_tree_free (RangTestTree *tree);

/** rang_test_tree_refresh: reads again what the tree holds, in one question; what came meanwhile may not be in it.
 *
 * Returns: whether the program answered */
gboolean
rang_test_tree_refresh (RangTestTree *tree);

/**
 * rang_test_tree_find:
 * @role: (nullable): role of the thing; @patterns: (array zero-terminated=1): of its name
 * @box: (out): where in its window it is
 * @path: (out) (transfer full): by which it is asked again
 *
 * Returns: (transfer full) (nullable): the name of the first thing that shows and fits
 */
char *
rang_test_tree_find (RangTestTree *tree, const char *role, char **patterns, AtspiRect *box, char **path);

/** rang_test_tree_locate: @path: of a thing that was found; @box: (out): where in its window it is now
 *
 * Returns: whether it has a place */
gboolean
rang_test_tree_locate (RangTestTree *tree, const char *path, AtspiRect *box);

/** rang_test_tree_has_focus: Returns: whether a thing with that role (nullable) and name takes the keys */
gboolean
rang_test_tree_has_focus (RangTestTree *tree, const char *role, char **patterns);

/** rang_test_tree_dump: Returns: (transfer full): all that shows, a line a thing: role, name, place */
char *
rang_test_tree_dump (RangTestTree *tree);

/** rang_test_tree_connect: Returns: (transfer full) (nullable): the accessibility bus of this session */
GDBusConnection *
rang_test_tree_connect (void);

/** rang_test_tree_find_program: @bus: the accessibility bus; @pid: the process
 *
 * Returns: (transfer full) (nullable): the name of the process on the bus, or %NULL while it has no tree there
 */
char *
rang_test_tree_find_program (GDBusConnection *bus, gint64 pid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestTree, rang_test_tree_free)

G_END_DECLS
