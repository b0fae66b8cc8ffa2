/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTestCondition:
 * @data: what the waiting test gave
 *
 * Returns: whether what is waited for has come true
 */
typedef gboolean (*RangTestCondition) (gpointer data);

/**
 * rang_test_wait_until:
 * @condition: asked after each turn of the main loop, and every few milliseconds
 * @data: handed to @condition
 * @milliseconds: how long to wait at most
 *
 * Runs the default main context until @condition holds: a bounded wait on the thing itself, never a sleep.
 *
 * Returns: whether it came true in time
 */
gboolean
rang_test_wait_until (RangTestCondition condition, gpointer data, guint milliseconds);

G_END_DECLS
