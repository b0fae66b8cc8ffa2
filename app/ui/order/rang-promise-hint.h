/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangPromiseHint:
 *
 * Says beside a form whether the promise in it can be kept, and how full the days ahead are, while somebody types.
 */
typedef struct _RangPromiseHint RangPromiseHint;

/** Returns: (transfer full): the order as it stands in the form */
typedef RangOrder *(*RangPromiseHintDraft) (gpointer data);

/**
 * rang_promise_hint_new:
 * @promise: shown with what becomes of the promise
 * @ahead: shown with the fullness of the days ahead
 * @draft: asked for the order; @data lives as long as the hint
 *
 * Returns: (transfer full): a hint that waits to be asked
 */
RangPromiseHint *
rang_promise_hint_new (RangDesk *desk, GtkLabel *promise, GtkLabel *ahead, RangPromiseHintDraft draft, gpointer data);
void
rang_promise_hint_free (RangPromiseHint *hint);

/** Asks anew once nothing was typed for a moment; an answer that is no longer wanted is not waited for. */
void
rang_promise_hint_ask (RangPromiseHint *hint);

G_END_DECLS
