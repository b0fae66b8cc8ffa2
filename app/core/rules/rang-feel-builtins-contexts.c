/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on contexts, and the few that take any value: not, is, string. */
#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-compare.h"
#include "rules/rang-feel-temporal.h"

static const RangFeelValue *
get_value (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *context = rang_feel_argument (arguments, n, 0, RANG_FEEL_CONTEXT);
  const RangFeelValue *key = rang_feel_argument (arguments, n, 1, RANG_FEEL_STRING);
  const RangFeelValue *keys = rang_feel_argument (arguments, n, 1, RANG_FEEL_LIST), *value = context;

  if (context != NULL && key == NULL && keys != NULL && keys->u.list.n > 0)
    {
      /* A path of keys. */
      for (guint i = 0; i < keys->u.list.n && value != NULL; i++)
        value = keys->u.list.items[i]->kind == RANG_FEEL_STRING && value->kind == RANG_FEEL_CONTEXT
                    ? rang_feel_value_get_member (value, keys->u.list.items[i]->u.string.text)
                    : NULL;
      return value != NULL ? value : &rang_feel_null;
    }
  if (context == NULL || key == NULL)
    return &rang_feel_null;
  value = rang_feel_value_get_member (context, key->u.string.text);
  return value != NULL ? value : &rang_feel_null;
}

static const RangFeelValue *
get_entries (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *context = rang_feel_argument (arguments, n, 0, RANG_FEEL_CONTEXT);
  RangFeelList result = { .arena = eval->arena };

  if (context == NULL)
    return &rang_feel_null;
  for (guint i = 0; i < context->u.context.n && rang_feel_eval_step (eval); i++)
    {
      RangFeelValue *entry = rang_feel_value_new_context (eval->arena, 2);
      rang_feel_context_put (entry, "key",
                             rang_feel_value_new_string (eval->arena, context->u.context.entries[i].key, -1));
      rang_feel_context_put (entry, "value", context->u.context.entries[i].value);
      if (!rang_feel_list_add (&result, entry))
        return &rang_feel_null;
    }
  return rang_feel_list_end (&result);
}

static void
put_all (RangFeelEval *eval, RangFeelValue *into, const RangFeelValue *from)
{
  for (guint i = 0; i < from->u.context.n && rang_feel_eval_step (eval); i++)
    rang_feel_context_put (into, from->u.context.entries[i].key, from->u.context.entries[i].value);
}

/* Sets the entry that a path of keys leads to; NULL if it leads nowhere. */
static const RangFeelValue *
put_path (RangFeelEval *eval,
          const RangFeelValue *context,
          const RangFeelValue *const *keys,
          guint n,
          const RangFeelValue *value)
{
  RangFeelValue *result;

  if (context->kind != RANG_FEEL_CONTEXT || keys[0]->kind != RANG_FEEL_STRING || !rang_feel_eval_step (eval))
    return NULL;
  if (n > 1)
    {
      const RangFeelValue *inner = rang_feel_value_get_member (context, keys[0]->u.string.text);
      value = inner != NULL ? put_path (eval, inner, keys + 1, n - 1, value) : NULL;
      if (value == NULL)
        return NULL;
    }
  result = rang_feel_value_new_context (eval->arena, context->u.context.n + 1);
  put_all (eval, result, context);
  rang_feel_context_put (result, keys[0]->u.string.text, value);
  return result;
}

static const RangFeelValue *
context_put (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *context = rang_feel_argument (arguments, n, 0, RANG_FEEL_CONTEXT);
  const RangFeelValue *key = rang_feel_argument_any (arguments, n, 1), *result = NULL;
  const RangFeelValue *value = rang_feel_argument_any (arguments, n, 2);

  if (n > 3)
    {
      /* Called with names: "key" takes a string alone, "keys" a list. */
      key = rang_feel_argument_any (arguments, n, n - 1);
      if ((n == 4) != (key->kind == RANG_FEEL_STRING))
        return &rang_feel_null;
    }
  if (context == NULL)
    return &rang_feel_null;
  if (key->kind == RANG_FEEL_STRING)
    result = put_path (eval, context, &key, 1, value);
  else if (key->kind == RANG_FEEL_LIST && key->u.list.n > 0)
    result = put_path (eval, context, key->u.list.items, key->u.list.n, value);
  return result != NULL ? result : &rang_feel_null;
}

static const RangFeelValue *
context_merge (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelValue *result;
  guint room = 0;

  if (list == NULL)
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    {
      if (list->u.list.items[i]->kind != RANG_FEEL_CONTEXT)
        return &rang_feel_null;
      room += list->u.list.items[i]->u.context.n;
    }
  if (!rang_feel_arena_fits (eval->arena, sizeof (RangFeelEntry) * (gsize)room))
    return &rang_feel_null;
  result = rang_feel_value_new_context (eval->arena, room);
  for (guint i = 0; i < list->u.list.n; i++)
    put_all (eval, result, list->u.list.items[i]);
  return result;
}

static const RangFeelValue *
context_from (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelValue *result;

  if (list == NULL || !rang_feel_arena_fits (eval->arena, sizeof (RangFeelEntry) * (gsize)list->u.list.n))
    return &rang_feel_null;
  result = rang_feel_value_new_context (eval->arena, list->u.list.n);
  for (guint i = 0; i < list->u.list.n && rang_feel_eval_step (eval); i++)
    {
      const RangFeelValue *key = rang_feel_value_get_member (list->u.list.items[i], "key");
      const RangFeelValue *value = rang_feel_value_get_member (list->u.list.items[i], "value");
      if (key == NULL || value == NULL || key->kind != RANG_FEEL_STRING
          || rang_feel_value_get_member (result, key->u.string.text) != NULL)
        return &rang_feel_null;
      rang_feel_context_put (result, key->u.string.text, value);
    }
  return result;
}

static const RangFeelValue *
not_of (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *value = rang_feel_argument (arguments, n, 0, RANG_FEEL_BOOLEAN);

  return value != NULL ? RANG_FEEL_BOOL (!value->u.boolean) : &rang_feel_null;
}

static gboolean
same_clock (const RangFeelValue *a, const RangFeelValue *b)
{
  const RangFeelTime *x = &a->u.moment.time, *y = &b->u.moment.time;
  gint64 first, second;

  return rang_feel_temporal_offset (a, &first) == rang_feel_temporal_offset (b, &second) && first == second
         && x->hour == y->hour && x->minute == y->minute && x->second == y->second && x->nanos == y->nanos;
}

/* Whether two values are the same thing, and not only equal: 10:00Z and 11:00+01:00 are not. */
static const RangFeelValue *
is (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *a = rang_feel_argument_any (arguments, n, 0), *b = rang_feel_argument_any (arguments, n, 1);
  gboolean same = a->kind == b->kind;

  if (same && (a->kind == RANG_FEEL_TIME || a->kind == RANG_FEEL_DATE_TIME))
    same = same_clock (a, b)
           && (a->kind == RANG_FEEL_TIME
               || rang_feel_temporal_days (a->u.moment.date) == rang_feel_temporal_days (b->u.moment.date));
  else if (same)
    same = rang_feel_value_equal (a, b);
  return RANG_FEEL_BOOL (same);
}

static const RangFeelValue *
string_of (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *value = rang_feel_argument_any (arguments, n, 0);

  if (RANG_FEEL_IS_NULL (value) || value->kind == RANG_FEEL_STRING)
    return value;
  return rang_feel_value_take_string (eval->arena, rang_feel_value_to_string (value));
}

const RangFeelBuiltin rang_feel_builtins_contexts[] = {
  { "get value", get_value, 2, 2, FALSE, "m,key" },
  { "get entries", get_entries, 1, 1, FALSE, "m" },
  { "context put", context_put, 3, 3, FALSE, "context,-,value,key|context,-,value,-,keys" },
  { "context merge", context_merge, 1, 1, FALSE, "contexts" },
  { "context", context_from, 1, 1, FALSE, "entries" },
  { "not", not_of, 1, 1, FALSE, "negand" },
  { "is", is, 2, 2, FALSE, "value1,value2" },
  { "string", string_of, 1, 1, FALSE, "from" },
  { NULL },
};
