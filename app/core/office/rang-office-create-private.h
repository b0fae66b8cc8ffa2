/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-private.h"

G_BEGIN_DECLS

/** office_new: @store: (transfer full). Returns: (transfer full): an office with nothing loaded */
RangOffice *
office_new (RangStore *store, const char *path, RangClock *clock);

/**
 * office_create_demo:
 *
 * Fills an empty store with the demo office of today: inside the caller's transaction.
 */
gboolean
office_create_demo (RangOffice *office, const char *login, GError **error);

/** office_remove_half: takes a store that could not be filled away again */
void
office_remove_half (const char *path);

G_END_DECLS
