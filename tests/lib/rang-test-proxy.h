/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTestProxy:
 *
 * A line to the test server that can be bad: cut, slow, closed. It runs on a thread of its own.
 */
typedef struct _RangTestProxy RangTestProxy;

/** rang_test_proxy_new: @location: a database on the test server */
RangTestProxy *
rang_test_proxy_new (const char *location);
void
rang_test_proxy_free (RangTestProxy *proxy);

/** rang_test_proxy_get_location: Returns: (transfer none): the same database, through the line */
const char *
rang_test_proxy_get_location (RangTestProxy *proxy);

/** rang_test_proxy_set_open: @open: whether who calls is put through; closing cuts who is on the line */
void
rang_test_proxy_set_open (RangTestProxy *proxy, gboolean open);

/** rang_test_proxy_set_delay: what comes from the client waits so long */
void
rang_test_proxy_set_delay (RangTestProxy *proxy, guint milliseconds);

/**
 * rang_test_proxy_cut_after:
 * @bytes: of both directions, from now on; -1 never
 *
 * Lets so many bytes through and cuts the connection then, in the middle of what it was sending. The line stays open
 * for new ones.
 */
void
rang_test_proxy_cut_after (RangTestProxy *proxy, gint64 bytes);

/** rang_test_proxy_get_n_cuts: Returns: how often rang_test_proxy_cut_after() has cut */
guint
rang_test_proxy_get_n_cuts (RangTestProxy *proxy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestProxy, rang_test_proxy_free)

G_END_DECLS
