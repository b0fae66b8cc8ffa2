/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one place that knows which version of GTK and libadwaita is there. Everything here exists on GTK 4.8 and
 * libadwaita 1.2; newer names stay out of the rest of app/ui. */

/**
 * rang_compat_lookup_color:
 * @widget: a widget
 * @name: a colour that the style sheet defines
 * @color: (out): the colour; black if there is none of that name
 */
void
rang_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);

/**
 * rang_compat_scroll_to:
 * @list: a list view
 * @position: of the item in the model
 *
 * Brings an item into view.
 */
void
rang_compat_scroll_to (GtkListView *list, guint position);

/**
 * rang_compat_label_list_item:
 * @child: what a factory made the child of a list item
 * @name: the item's accessible name
 * @description: (nullable): its accessible description
 */
void
rang_compat_label_list_item (GtkWidget *child, const char *name, const char *description);

/**
 * rang_compat_align_head_right:
 * @column: its index
 *
 * Puts the title of a column above the right edge of its cells.
 */
void
rang_compat_align_head_right (GtkColumnView *view, guint column);

/** rang_compat_simplify_popovers: has popovers open without arrow and shadow, whose surroundings are black without a
 * compositor */
void
rang_compat_simplify_popovers (void);

/** rang_compat_name_mnemonics: has buttons read out without the underline of their mnemonic, which GTK up to 4.8 leaves
 * in their names */
void
rang_compat_name_mnemonics (void);

/** rang_compat_name_search: gives what the toolkit left without a name in a window that it made (the search, the way
 * back …) one for screen readers */
void
rang_compat_name_search (GtkWidget *window);

/**
 * RangResponded:
 * @response: what was answered; "cancel" when the question was closed
 */
typedef void (*RangResponded) (const char *response, gpointer data);

/**
 * rang_compat_ask:
 * @parent: the window that is asked in
 * @heading: the question
 * @body: (nullable): more words
 * @extra: (nullable): a widget below the words
 * @response: the answer that acts, @label: its button
 * @destructive: whether it takes something away
 * @answered: called once with the answer
 *
 * A small question with a button to cancel and one to act. Where @extra is an entry, it must be filled in to act.
 */
void
rang_compat_ask (GtkWindow *parent,
                 const char *heading,
                 const char *body,
                 GtkWidget *extra,
                 const char *response,
                 const char *label,
                 gboolean destructive,
                 RangResponded answered,
                 gpointer data);

/**
 * RangFileChosen:
 * @files: (element-type GFile): what was chosen; never empty
 */
typedef void (*RangFileChosen) (GListModel *files, gpointer data);

/**
 * rang_compat_choose_files:
 * @save_as: (nullable): a proposed name: a file to write is asked for; %NULL: files to open
 * @chosen: not called when nothing was chosen
 */
void
rang_compat_choose_files (
    GtkWindow *parent, const char *title, const char *save_as, RangFileChosen chosen, gpointer data);

/**
 * rang_compat_show_about:
 */
void
rang_compat_show_about (GtkWindow *parent);

G_END_DECLS
