/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL values: making them in an arena, and asking what is in them. */
#include "rules/rang-feel-value-private.h"

#include <string.h>

const RangFeelValue rang_feel_null = { .kind = RANG_FEEL_NULL };
const RangFeelValue rang_feel_true = { .kind = RANG_FEEL_BOOLEAN, .u.boolean = TRUE };
const RangFeelValue rang_feel_false = { .kind = RANG_FEEL_BOOLEAN, .u.boolean = FALSE };

static RangFeelValue *
new_value (RangFeelArena *arena, RangFeelKind kind)
{
  RangFeelValue *value = rang_feel_arena_new0 (arena, RangFeelValue);

  value->kind = kind;
  return value;
}

const RangFeelValue *
rang_feel_value_new_number (RangFeelArena *arena, const RangFeelNumber *number)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_NUMBER);

  value->u.number = *number;
  return value;
}

const RangFeelValue *
rang_feel_value_new_integer (RangFeelArena *arena, gint64 integer)
{
  RangFeelNumber number = rang_feel_number_from_integer (integer);

  return rang_feel_value_new_number (arena, &number);
}

const RangFeelValue *
rang_feel_value_new_string (RangFeelArena *arena, const char *text, gssize length)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  RangFeelValue *value;

  if (!rang_feel_arena_fits (arena, bytes))
    return &rang_feel_null;
  value = new_value (arena, RANG_FEEL_STRING);
  value->u.string.text = rang_feel_arena_strndup (arena, text, bytes);
  value->u.string.length = bytes;
  return value;
}

const RangFeelValue *
rang_feel_value_take_string (RangFeelArena *arena, char *text)
{
  const RangFeelValue *value = rang_feel_value_new_string (arena, text, -1);

  g_free (text);
  return value;
}

const RangFeelValue *
rang_feel_value_new_date (RangFeelArena *arena, RangFeelDate date)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_DATE);

  value->u.moment.date = date;
  return value;
}

const RangFeelValue *
rang_feel_value_new_time (RangFeelArena *arena, RangFeelTime time)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_TIME);

  value->u.moment.time = time;
  return value;
}

const RangFeelValue *
rang_feel_value_new_date_time (RangFeelArena *arena, RangFeelDate date, RangFeelTime time)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_DATE_TIME);

  value->u.moment.date = date;
  value->u.moment.time = time;
  return value;
}

const RangFeelValue *
rang_feel_value_new_months (RangFeelArena *arena, gint64 months)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_YEARS_MONTHS);

  value->u.months = months;
  return value;
}

const RangFeelValue *
rang_feel_value_new_duration (RangFeelArena *arena, gint64 seconds, gint32 nanos)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_DAYS_TIME);

  value->u.duration.seconds = seconds;
  value->u.duration.nanos = nanos;
  return value;
}

const RangFeelValue *
rang_feel_value_new_range (RangFeelArena *arena, const RangFeelRange *range)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_RANGE);

  value->u.range = *range;
  return value;
}

const RangFeelValue *
rang_feel_value_new_function (RangFeelArena *arena, const RangFeelFunction *function)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_FUNCTION);

  value->u.function = function;
  return value;
}

const RangFeelValue *
rang_feel_value_new_list (RangFeelArena *arena, const RangFeelValue *const *items, guint n)
{
  RangFeelValue *value;

  if (!rang_feel_arena_fits (arena, sizeof (RangFeelValue *) * (gsize)n))
    return &rang_feel_null;
  value = new_value (arena, RANG_FEEL_LIST);
  value->u.list.n = n;
  value->u.list.items = rang_feel_arena_array (arena, const RangFeelValue *, n);
  for (guint i = 0; i < n; i++)
    value->u.list.items[i] = items != NULL ? items[i] : &rang_feel_null;
  return value;
}

RangFeelValue *
rang_feel_value_new_context (RangFeelArena *arena, guint n)
{
  RangFeelValue *value = new_value (arena, RANG_FEEL_CONTEXT);

  value->u.context.entries = rang_feel_arena_array (arena, RangFeelEntry, n);
  return value;
}

void
rang_feel_context_put (RangFeelValue *context, const char *key, const RangFeelValue *value)
{
  guint hash = g_str_hash (key);
  RangFeelEntry *entries = context->u.context.entries;

  for (guint i = 0; i < context->u.context.n; i++)
    if (entries[i].hash == hash && strcmp (entries[i].key, key) == 0)
      {
        entries[i].value = value;
        return;
      }
  entries[context->u.context.n++] = (RangFeelEntry){ key, hash, value };
}

const RangFeelValue *
rang_feel_context_lookup (const RangFeelValue *context, const char *key, guint hash)
{
  const RangFeelEntry *entries = context->u.context.entries;

  for (guint i = 0; i < context->u.context.n; i++)
    if (entries[i].hash == hash && strcmp (entries[i].key, key) == 0)
      return entries[i].value;
  return NULL;
}

gboolean
rang_feel_list_add (RangFeelList *list, const RangFeelValue *value)
{
  if (list->n == list->room)
    {
      guint room = MAX (8, list->room * 2);
      const RangFeelValue **items;

      if (!rang_feel_arena_fits (list->arena, sizeof (RangFeelValue *) * (gsize)room))
        return FALSE;
      items = rang_feel_arena_array (list->arena, const RangFeelValue *, room);
      if (list->n > 0)
        memcpy (items, list->items, sizeof (RangFeelValue *) * list->n);
      list->items = items;
      list->room = room;
    }
  list->items[list->n++] = value;
  return TRUE;
}

const RangFeelValue *
rang_feel_list_end (RangFeelList *list)
{
  RangFeelValue *value = new_value (list->arena, RANG_FEEL_LIST);

  value->u.list.n = list->n;
  value->u.list.items = list->items;
  return value;
}

RangFeelKind
rang_feel_value_get_kind (const RangFeelValue *value)
{
  g_return_val_if_fail (value != NULL, RANG_FEEL_NULL);

  return value->kind;
}

gboolean
rang_feel_value_get_integer (const RangFeelValue *value, gint64 *integer)
{
  g_return_val_if_fail (value != NULL && integer != NULL, FALSE);

  return value->kind == RANG_FEEL_NUMBER && rang_feel_number_get_integer (&value->u.number, integer);
}

const char *
rang_feel_value_get_string (const RangFeelValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->kind == RANG_FEEL_STRING ? value->u.string.text : NULL;
}

gboolean
rang_feel_value_is_true (const RangFeelValue *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return value->kind == RANG_FEEL_BOOLEAN && value->u.boolean;
}

guint
rang_feel_value_get_length (const RangFeelValue *value)
{
  g_return_val_if_fail (value != NULL, 0);

  if (value->kind == RANG_FEEL_LIST)
    return value->u.list.n;
  return value->kind == RANG_FEEL_CONTEXT ? value->u.context.n : 0;
}

const RangFeelValue *
rang_feel_value_get_item (const RangFeelValue *value, guint index)
{
  g_return_val_if_fail (index < rang_feel_value_get_length (value), &rang_feel_null);

  return value->kind == RANG_FEEL_LIST ? value->u.list.items[index] : value->u.context.entries[index].value;
}

const char *
rang_feel_value_get_key (const RangFeelValue *value, guint index)
{
  g_return_val_if_fail (index < rang_feel_value_get_length (value), NULL);

  return value->kind == RANG_FEEL_CONTEXT ? value->u.context.entries[index].key : NULL;
}

const RangFeelValue *
rang_feel_value_get_member (const RangFeelValue *value, const char *key)
{
  g_return_val_if_fail (value != NULL && key != NULL, NULL);

  return value->kind == RANG_FEEL_CONTEXT ? rang_feel_context_lookup (value, key, g_str_hash (key)) : NULL;
}
