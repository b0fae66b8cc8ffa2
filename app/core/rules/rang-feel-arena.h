/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangFeelArena:
 *
 * Memory that is taken piece by piece and given back all at once. It has a limit: models come from files, and FEEL can
 * ask for any amount.
 */
typedef struct _RangFeelArena RangFeelArena;

/**
 * rang_feel_arena_new:
 * @limit: how many bytes may be taken before rang_feel_arena_is_full()
 *
 * Returns: (transfer full): an empty arena
 */
RangFeelArena *
rang_feel_arena_new (gsize limit);
void
rang_feel_arena_free (RangFeelArena *arena);

/**
 * rang_feel_arena_reset:
 *
 * Forgets everything that was taken; the first block is kept for the next use.
 */
void
rang_feel_arena_reset (RangFeelArena *arena);

/**
 * rang_feel_arena_alloc:
 * @size: in bytes; whatever can be large must be asked for with rang_feel_arena_fits() first
 *
 * Returns: (transfer none): memory set to 0, aligned for any type
 */
void *
rang_feel_arena_alloc (RangFeelArena *arena, gsize size);

/**
 * rang_feel_arena_fits:
 *
 * Returns: whether @size bytes more are within the limit; if not, the arena is full from now on
 */
gboolean
rang_feel_arena_fits (RangFeelArena *arena, gsize size);

/**
 * rang_feel_arena_is_full:
 *
 * Returns: whether the limit was reached; an evaluation then stops
 */
gboolean
rang_feel_arena_is_full (RangFeelArena *arena);

/**
 * rang_feel_arena_strndup:
 *
 * Returns: (transfer none): a copy of @length bytes of @text, with a NUL
 */
char *
rang_feel_arena_strndup (RangFeelArena *arena, const char *text, gsize length);

#define rang_feel_arena_new0(arena, type) ((type *)rang_feel_arena_alloc ((arena), sizeof (type)))
#define rang_feel_arena_array(arena, type, n) ((type *)rang_feel_arena_alloc ((arena), sizeof (type) * (gsize)(n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangFeelArena, rang_feel_arena_free)

G_END_DECLS
