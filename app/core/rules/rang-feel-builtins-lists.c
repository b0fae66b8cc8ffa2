/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on lists, and how functions look at their arguments. */
#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-compare.h"

const RangFeelValue *
rang_feel_argument (const RangFeelValue **arguments, guint n, guint index, RangFeelKind kind)
{
  const RangFeelValue *value = index < n ? arguments[index] : NULL;

  if (value != NULL && value->kind == RANG_FEEL_LIST && kind != RANG_FEEL_LIST && value->u.list.n == 1)
    value = value->u.list.items[0];
  return value != NULL && value->kind == kind ? value : NULL;
}

const RangFeelValue *
rang_feel_argument_any (const RangFeelValue **arguments, guint n, guint index)
{
  return index < n && arguments[index] != NULL ? arguments[index] : &rang_feel_null;
}

const RangFeelValue *
rang_feel_argument_list (RangFeelEval *eval, const RangFeelValue **arguments, guint n, guint index)
{
  const RangFeelValue *value = rang_feel_argument_any (arguments, n, index);

  if (value->kind == RANG_FEEL_NULL)
    return NULL;
  if (value->kind != RANG_FEEL_LIST)
    value = rang_feel_value_new_list (eval->arena, &value, 1);
  return value->kind == RANG_FEEL_LIST ? value : NULL;
}

gboolean
rang_feel_argument_integer (const RangFeelValue **arguments, guint n, guint index, gint64 *integer)
{
  const RangFeelValue *value = rang_feel_argument (arguments, n, index, RANG_FEEL_NUMBER);

  return value != NULL && rang_feel_number_truncate (&value->u.number, integer);
}

const RangFeelValue *
rang_feel_argument_items (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  if (n == 1)
    return rang_feel_argument_list (eval, arguments, n, 0);
  return rang_feel_value_new_list (eval->arena, arguments, n);
}

static const RangFeelValue *
list_contains (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  const RangFeelValue *element = rang_feel_argument_any (arguments, n, 1);

  if (list == NULL)
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n && rang_feel_eval_step (eval); i++)
    if (rang_feel_value_equal (list->u.list.items[i], element))
      return &rang_feel_true;
  return &rang_feel_false;
}

static const RangFeelValue *
sublist (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  gint64 start, length, count;

  if (list == NULL || !rang_feel_argument_integer (arguments, n, 1, &start))
    return &rang_feel_null;
  count = list->u.list.n;
  if (start < 0)
    start += count + 1;
  if (start < 1 || start > count)
    return &rang_feel_null;
  length = count - start + 1;
  if (n > 2 && arguments[2] != NULL)
    {
      gint64 wanted;
      if (!rang_feel_argument_integer (arguments, n, 2, &wanted) || wanted < 1 || wanted > length)
        return &rang_feel_null;
      length = wanted;
    }
  return rang_feel_value_new_list (eval->arena, list->u.list.items + start - 1, (guint)length);
}

static gboolean
add_all (RangFeelEval *eval, RangFeelList *list, const RangFeelValue *items, gboolean distinct)
{
  for (guint i = 0; i < items->u.list.n; i++)
    {
      gboolean seen = FALSE;
      for (guint j = 0; distinct && !seen && j < list->n; j++)
        {
          seen = rang_feel_value_equal (list->items[j], items->u.list.items[i]);
          if (!rang_feel_eval_step (eval))
            return FALSE;
        }
      if (!seen && (!rang_feel_eval_step (eval) || !rang_feel_list_add (list, items->u.list.items[i])))
        return FALSE;
    }
  return TRUE;
}

static const RangFeelValue *
append (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelList result = { .arena = eval->arena };

  if (list == NULL || !add_all (eval, &result, list, FALSE))
    return &rang_feel_null;
  for (guint i = 1; i < n; i++)
    if (!rang_feel_list_add (&result, rang_feel_argument_any (arguments, n, i)))
      return &rang_feel_null;
  return rang_feel_list_end (&result);
}

static const RangFeelValue *
join_lists (RangFeelEval *eval, const RangFeelValue **arguments, guint n, gboolean distinct)
{
  RangFeelList result = { .arena = eval->arena };

  for (guint i = 0; i < n; i++)
    {
      const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, i);
      if (list == NULL || !add_all (eval, &result, list, distinct))
        return &rang_feel_null;
    }
  return rang_feel_list_end (&result);
}

static const RangFeelValue *
concatenate (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return join_lists (eval, arguments, n, FALSE);
}

static const RangFeelValue *
list_union (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return join_lists (eval, arguments, n, TRUE);
}

static const RangFeelValue *
distinct_values (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return join_lists (eval, arguments, n, TRUE);
}

/* A place counted from 1, or from the end if below 0. */
static gboolean
read_place (const RangFeelValue **arguments, guint n, guint count, gint64 *place)
{
  if (!rang_feel_argument_integer (arguments, n, 1, place))
    return FALSE;
  if (*place < 0)
    *place += (gint64)count + 1;
  return *place >= 1 && *place <= (gint64)count;
}

static const RangFeelValue *
insert_before (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelList result = { .arena = eval->arena };
  gint64 place;

  if (list == NULL || !read_place (arguments, n, list->u.list.n, &place))
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    {
      if (i + 1 == place && !rang_feel_list_add (&result, rang_feel_argument_any (arguments, n, 2)))
        return &rang_feel_null;
      if (!rang_feel_eval_step (eval) || !rang_feel_list_add (&result, list->u.list.items[i]))
        return &rang_feel_null;
    }
  return rang_feel_list_end (&result);
}

static const RangFeelValue *
remove_item (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelList result = { .arena = eval->arena };
  gint64 place;

  if (list == NULL || !read_place (arguments, n, list->u.list.n, &place))
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    if (i + 1 != place && (!rang_feel_eval_step (eval) || !rang_feel_list_add (&result, list->u.list.items[i])))
      return &rang_feel_null;
  return rang_feel_list_end (&result);
}

static const RangFeelValue *
reverse (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0), *result;

  if (list == NULL)
    return &rang_feel_null;
  result = rang_feel_value_new_list (eval->arena, NULL, list->u.list.n);
  for (guint i = 0; i < list->u.list.n && result->kind == RANG_FEEL_LIST; i++)
    result->u.list.items[i] = list->u.list.items[list->u.list.n - 1 - i];
  return result;
}

static const RangFeelValue *
index_of (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  const RangFeelValue *match = rang_feel_argument_any (arguments, n, 1);
  RangFeelList result = { .arena = eval->arena };

  if (list == NULL)
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n && rang_feel_eval_step (eval); i++)
    if (rang_feel_value_equal (list->u.list.items[i], match)
        && !rang_feel_list_add (&result, rang_feel_value_new_integer (eval->arena, i + 1)))
      return &rang_feel_null;
  return rang_feel_list_end (&result);
}

static gboolean
flatten_into (RangFeelEval *eval, RangFeelList *result, const RangFeelValue *value)
{
  if (!rang_feel_eval_step (eval))
    return FALSE;
  if (value->kind != RANG_FEEL_LIST)
    return rang_feel_list_add (result, value);
  for (guint i = 0; i < value->u.list.n; i++)
    if (!flatten_into (eval, result, value->u.list.items[i]))
      return FALSE;
  return TRUE;
}

static const RangFeelValue *
flatten (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  RangFeelList result = { .arena = eval->arena };

  return list != NULL && flatten_into (eval, &result, list) ? rang_feel_list_end (&result) : &rang_feel_null;
}

/* list replace (list, position, newItem) or (list, match, newItem), match being a function of item and new item. */
static const RangFeelValue *
list_replace (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0), *result;
  const RangFeelValue *match = rang_feel_argument (arguments, n, 1, RANG_FEEL_FUNCTION);
  const RangFeelValue *item = rang_feel_argument_any (arguments, n, 2);
  gint64 place = 0;

  if (list == NULL || (match == NULL && !read_place (arguments, n, list->u.list.n, &place)))
    return &rang_feel_null;
  result = rang_feel_value_new_list (eval->arena, list->u.list.items, list->u.list.n);
  for (guint i = 0; i < list->u.list.n && result->kind == RANG_FEEL_LIST && rang_feel_eval_step (eval); i++)
    {
      const RangFeelValue *pair[] = { list->u.list.items[i], item }, *answer;
      if (match == NULL)
        {
          if (i + 1 == place)
            result->u.list.items[i] = item;
          continue;
        }
      answer = rang_feel_eval_call (eval, match, pair, NULL, 2);
      if (answer->kind != RANG_FEEL_BOOLEAN)
        return &rang_feel_null;
      if (answer->u.boolean)
        result->u.list.items[i] = item;
    }
  return result;
}

/* Merges two sorted halves; FALSE if the function gives no boolean. */
static gboolean
merge (RangFeelEval *eval,
       const RangFeelValue *precedes,
       const RangFeelValue **items,
       const RangFeelValue **spare,
       guint half,
       guint n)
{
  guint left = 0, right = half, at = 0;

  while (left < half && right < n)
    {
      const RangFeelValue *pair[] = { items[right], items[left] };
      const RangFeelValue *answer = rang_feel_eval_call (eval, precedes, pair, NULL, 2);
      if (answer->kind != RANG_FEEL_BOOLEAN || !rang_feel_eval_step (eval))
        return FALSE;
      spare[at++] = answer->u.boolean ? items[right++] : items[left++];
    }
  while (left < half)
    spare[at++] = items[left++];
  while (right < n)
    spare[at++] = items[right++];
  for (guint i = 0; i < n; i++)
    items[i] = spare[i];
  return TRUE;
}

static gboolean
merge_sort (RangFeelEval *eval,
            const RangFeelValue *precedes,
            const RangFeelValue **items,
            const RangFeelValue **spare,
            guint n)
{
  guint half = n / 2;

  return n < 2
         || (merge_sort (eval, precedes, items, spare, half)
             && merge_sort (eval, precedes, items + half, spare, n - half)
             && merge (eval, precedes, items, spare, half, n));
}

static const RangFeelValue *
sort (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0), *result, *spare;
  const RangFeelValue *precedes = rang_feel_argument (arguments, n, 1, RANG_FEEL_FUNCTION);

  if (list == NULL || precedes == NULL)
    return &rang_feel_null;
  result = rang_feel_value_new_list (eval->arena, list->u.list.items, list->u.list.n);
  spare = rang_feel_value_new_list (eval->arena, NULL, list->u.list.n);
  if (result->kind != RANG_FEEL_LIST || spare->kind != RANG_FEEL_LIST
      || !merge_sort (eval, precedes, result->u.list.items, spare->u.list.items, list->u.list.n))
    return &rang_feel_null;
  return result;
}

const RangFeelBuiltin rang_feel_builtins_lists[] = {
  { "list contains", list_contains, 2, 2, FALSE, "list,element" },
  { "sublist", sublist, 2, 3, FALSE, "list,start position,length" },
  { "append", append, 1, 1, TRUE, "list,item" },
  { "concatenate", concatenate, 1, 1, TRUE, "list" },
  { "insert before", insert_before, 3, 3, FALSE, "list,position,newItem" },
  { "remove", remove_item, 2, 2, FALSE, "list,position" },
  { "reverse", reverse, 1, 1, FALSE, "list" },
  { "index of", index_of, 2, 2, FALSE, "list,match" },
  { "union", list_union, 1, 1, TRUE, "list" },
  { "distinct values", distinct_values, 1, 1, FALSE, "list" },
  { "flatten", flatten, 1, 1, FALSE, "list" },
  { "list replace", list_replace, 3, 3, FALSE, "list,position,newItem|list,match,newItem" },
  { "sort", sort, 2, 2, FALSE, "list,precedes" },
  { NULL },
};
