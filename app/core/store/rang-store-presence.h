/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** RangPresence: that somebody looks at the board of a day */
typedef struct
{
  gint64 person;
  RangDay day;
} RangPresence;

/**
 * rang_store_set_presence:
 *
 * Says on the server, for as long as this connection lasts, who looks at the board of which day; the others of the office
 * are told. A file tells nobody.
 */
gboolean
rang_store_set_presence (RangStore *store, gint64 person, RangDay day, GError **error);

/**
 * rang_store_load_presence:
 *
 * Returns: (transfer full) (nullable) (element-type RangPresence): who else looks at which board, each once. Who is
 *   connected as the role of a person is nobody else, whatever that client says.
 */
GArray *
rang_store_load_presence (RangStore *store, GError **error);

G_END_DECLS
