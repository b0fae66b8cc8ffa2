/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's own types: their names, and which can stand in for which. */
#include "rules/rang-feel-types.h"

#include <string.h>

#include "rules/rang-feel-lexer.h"

#define SIMPLE(value_kind)                                                                                             \
  {                                                                                                                    \
    .kind = RANG_FEEL_TYPE_SIMPLE, .simple = (value_kind)                                                              \
  }

const RangFeelType rang_feel_type_any = { .kind = RANG_FEEL_TYPE_ANY };
const RangFeelType rang_feel_type_null = { .kind = RANG_FEEL_TYPE_NULL };
const RangFeelType rang_feel_type_unknown = { .kind = RANG_FEEL_TYPE_UNKNOWN };

static const RangFeelType simple_types[] = {
  SIMPLE (RANG_FEEL_NUMBER),       SIMPLE (RANG_FEEL_STRING),    SIMPLE (RANG_FEEL_BOOLEAN),
  SIMPLE (RANG_FEEL_DATE),         SIMPLE (RANG_FEEL_TIME),      SIMPLE (RANG_FEEL_DATE_TIME),
  SIMPLE (RANG_FEEL_YEARS_MONTHS), SIMPLE (RANG_FEEL_DAYS_TIME),
};
static const RangFeelType list_type = { .kind = RANG_FEEL_TYPE_LIST, .element = &rang_feel_type_any };
static const RangFeelType range_type = { .kind = RANG_FEEL_TYPE_RANGE, .element = &rang_feel_type_any };
static const RangFeelType context_type = { .kind = RANG_FEEL_TYPE_CONTEXT };
static const RangFeelType function_type = { .kind = RANG_FEEL_TYPE_FUNCTION };

static const struct
{
  const char *name;
  const RangFeelType *type;
} builtin_types[] = {
  { "number", &simple_types[0] },
  { "string", &simple_types[1] },
  { "boolean", &simple_types[2] },
  { "date", &simple_types[3] },
  { "time", &simple_types[4] },
  { "date and time", &simple_types[5] },
  { "dateTime", &simple_types[5] },
  { "years and months duration", &simple_types[6] },
  { "yearMonthDuration", &simple_types[6] },
  { "days and time duration", &simple_types[7] },
  { "dayTimeDuration", &simple_types[7] },
  { "Any", &rang_feel_type_any },
  { "Null", &rang_feel_type_null },
  { "list", &list_type },
  { "range", &range_type },
  { "context", &context_type },
  { "function", &function_type },
};

const RangFeelType *
rang_feel_type_builtin (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtin_types); i++)
    if (g_str_equal (builtin_types[i].name, name))
      return builtin_types[i].type;
  return NULL;
}

const RangFeelType *
rang_feel_type_match (const char *text, gsize *at)
{
  const RangFeelType *best = NULL;
  gsize end = *at;

  for (guint i = 0; i < G_N_ELEMENTS (builtin_types); i++)
    {
      gsize behind = rang_feel_lexer_match_name (text, *at, builtin_types[i].name);
      if (behind > end)
        {
          end = behind;
          best = builtin_types[i].type;
        }
    }
  *at = end;
  return best;
}

static const RangFeelType *
field (const RangFeelType *type, const char *name)
{
  for (guint i = 0; i < type->n; i++)
    if (type->names != NULL && g_str_equal (type->names[i], name))
      return type->types[i];
  return NULL;
}

static gboolean
conforms (const RangFeelType *type, const RangFeelType *wanted, guint depth);

static gboolean
function_conforms (const RangFeelType *type, const RangFeelType *wanted, guint depth)
{
  if (wanted->types == NULL && wanted->element == NULL)
    return TRUE;
  if (type->n != wanted->n)
    return FALSE;
  for (guint i = 0; i < type->n; i++)
    if (!conforms (wanted->types[i], type->types[i], depth))
      return FALSE;
  return conforms (type->element != NULL ? type->element : &rang_feel_type_any,
                   wanted->element != NULL ? wanted->element : &rang_feel_type_any, depth);
}

static gboolean
conforms (const RangFeelType *type, const RangFeelType *wanted, guint depth)
{
  if (depth > 40)
    return FALSE;
  if (type == wanted || wanted->kind == RANG_FEEL_TYPE_ANY || type->kind == RANG_FEEL_TYPE_NULL)
    return TRUE;
  if (type->kind != wanted->kind)
    return FALSE;
  switch (type->kind)
    {
    case RANG_FEEL_TYPE_SIMPLE:
      return type->simple == wanted->simple;
    case RANG_FEEL_TYPE_LIST:
    case RANG_FEEL_TYPE_RANGE:
      return conforms (type->element, wanted->element, depth + 1);
    case RANG_FEEL_TYPE_CONTEXT:
      for (guint i = 0; i < wanted->n; i++)
        {
          const RangFeelType *member = field (type, wanted->names[i]);
          if (member == NULL || !conforms (member, wanted->types[i], depth + 1))
            return FALSE;
        }
      return TRUE;
    case RANG_FEEL_TYPE_FUNCTION:
      return function_conforms (type, wanted, depth + 1);
    case RANG_FEEL_TYPE_ANY:
    case RANG_FEEL_TYPE_NULL:
    case RANG_FEEL_TYPE_UNKNOWN:
    default:
      return FALSE;
    }
}

gboolean
rang_feel_type_conforms (const RangFeelType *type, const RangFeelType *wanted)
{
  return conforms (type, wanted, 0);
}
