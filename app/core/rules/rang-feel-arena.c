/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for compiled models and for single evaluations: taken piece by piece, given back at once, with a limit. */
#include "rules/rang-feel-arena.h"

#include <string.h>

#define FIRST_BLOCK 8192
#define MAX_BLOCK (256 * 1024)
#define ALIGNMENT 16

typedef struct _Block Block;
struct _Block
{
  Block *next;
  gsize size;
};

struct _RangFeelArena
{
  Block *blocks;
  char *free;
  char *end;
  gsize taken;
  gsize limit;
  gsize next_size;
  gboolean full;
};

#define HEADER ((sizeof (Block) + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1))

RangFeelArena *
rang_feel_arena_new (gsize limit)
{
  RangFeelArena *arena = g_new0 (RangFeelArena, 1);

  arena->limit = limit;
  arena->next_size = FIRST_BLOCK;
  return arena;
}

static void
free_blocks (Block *block)
{
  while (block != NULL)
    {
      Block *next = block->next;
      g_free (block);
      block = next;
    }
}

void
rang_feel_arena_free (RangFeelArena *arena)
{
  if (arena == NULL)
    return;
  free_blocks (arena->blocks);
  g_free (arena);
}

void
rang_feel_arena_reset (RangFeelArena *arena)
{
  Block *first = arena->blocks;

  arena->taken = 0;
  arena->full = FALSE;
  if (first == NULL)
    return;
  free_blocks (first->next);
  first->next = NULL;
  /* What lies behind the free end is 0 at any time: one stroke here in place of one for each piece taken. */
  memset ((char *)first + HEADER, 0, (gsize)(arena->free - (char *)first) - HEADER);
  arena->free = (char *)first + HEADER;
  arena->end = (char *)first + first->size;
}

static void
add_block (RangFeelArena *arena, gsize size)
{
  gsize block_size = MAX (arena->next_size, size + HEADER);
  Block *block = g_malloc0 (block_size);

  block->next = arena->blocks;
  block->size = block_size;
  arena->blocks = block;
  arena->free = (char *)block + HEADER;
  arena->end = (char *)block + block_size;
  arena->next_size = MIN (arena->next_size * 2, MAX_BLOCK);
}

void *
rang_feel_arena_alloc (RangFeelArena *arena, gsize size)
{
  gsize rounded = (size + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1);
  void *memory;

  if (arena->free == NULL || (gsize)(arena->end - arena->free) < rounded)
    add_block (arena, rounded);
  memory = arena->free;
  arena->free += rounded;
  arena->taken += rounded;
  if (arena->taken > arena->limit)
    arena->full = TRUE;
  return memory;
}

gboolean
rang_feel_arena_fits (RangFeelArena *arena, gsize size)
{
  if (size > arena->limit || arena->taken > arena->limit - size)
    arena->full = TRUE;
  return !arena->full;
}

gboolean
rang_feel_arena_is_full (RangFeelArena *arena)
{
  return arena->full;
}

char *
rang_feel_arena_strndup (RangFeelArena *arena, const char *text, gsize length)
{
  char *copy = rang_feel_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);
  return copy;
}
