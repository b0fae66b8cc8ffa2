/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions that say how points and ranges lie to each other, and range(). */
#include <string.h>

#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-compare.h"
#include "rules/rang-feel-parser.h"

/* A point counts as a range that begins and ends in it. */
typedef struct
{
  RangFeelRange a;
  RangFeelRange b;
  gboolean a_is_point;
  gboolean b_is_point;
  int ll, lh, hl, hh; /* low of a against low of b, low against high, … */
} Pair;

static gboolean
read_side (const RangFeelValue *value, RangFeelRange *range, gboolean *is_point)
{
  if (value->kind == RANG_FEEL_LIST && value->u.list.n == 1)
    value = value->u.list.items[0];
  *is_point = value->kind != RANG_FEEL_RANGE;
  if (!*is_point)
    {
      *range = value->u.range;
      return range->low != NULL && range->high != NULL;
    }
  *range = (RangFeelRange){ .low = value, .high = value, .low_closed = TRUE, .high_closed = TRUE };
  return TRUE;
}

static gboolean
read_pair (const RangFeelValue **arguments, guint n, Pair *pair)
{
  return read_side (rang_feel_argument_any (arguments, n, 0), &pair->a, &pair->a_is_point)
         && read_side (rang_feel_argument_any (arguments, n, 1), &pair->b, &pair->b_is_point)
         && rang_feel_compare_order (pair->a.low, pair->b.low, &pair->ll)
         && rang_feel_compare_order (pair->a.low, pair->b.high, &pair->lh)
         && rang_feel_compare_order (pair->a.high, pair->b.low, &pair->hl)
         && rang_feel_compare_order (pair->a.high, pair->b.high, &pair->hh);
}

static Pair
swapped (const Pair *pair)
{
  return (Pair){ .a = pair->b,
                 .b = pair->a,
                 .a_is_point = pair->b_is_point,
                 .b_is_point = pair->a_is_point,
                 .ll = -pair->ll,
                 .lh = -pair->hl,
                 .hl = -pair->lh,
                 .hh = -pair->hh };
}

static gboolean
is_before (const Pair *p)
{
  return p->hl < 0 || (p->hl == 0 && (!p->a.high_closed || !p->b.low_closed));
}

static gboolean
does_meet (const Pair *p)
{
  return p->a.high_closed && p->b.low_closed && p->hl == 0;
}

static gboolean
do_overlap (const Pair *p)
{
  return (p->hl > 0 || (p->hl == 0 && p->a.high_closed && p->b.low_closed))
         && (p->lh < 0 || (p->lh == 0 && p->a.low_closed && p->b.high_closed));
}

static gboolean
does_overlap_before (const Pair *p)
{
  return (p->ll < 0 || (p->ll == 0 && p->a.low_closed && !p->b.low_closed))
         && (p->hl > 0 || (p->hl == 0 && p->a.high_closed && p->b.low_closed))
         && (p->hh < 0 || (p->hh == 0 && (!p->a.high_closed || p->b.high_closed)));
}

static gboolean
does_finish (const Pair *p)
{
  if (p->a_is_point)
    return p->b.high_closed && p->hh == 0;
  return p->a.high_closed == p->b.high_closed && p->hh == 0
         && (p->ll > 0 || (p->ll == 0 && (!p->a.low_closed || p->b.low_closed)));
}

static gboolean
does_start (const Pair *p)
{
  if (p->a_is_point)
    return p->b.low_closed && p->ll == 0;
  return p->a.low_closed == p->b.low_closed && p->ll == 0
         && (p->hh < 0 || (p->hh == 0 && (!p->a.high_closed || p->b.high_closed)));
}

static gboolean
does_include (const Pair *p)
{
  return (p->ll < 0 || (p->ll == 0 && (p->a.low_closed || !p->b.low_closed)))
         && (p->hh > 0 || (p->hh == 0 && (p->a.high_closed || !p->b.high_closed)));
}

static gboolean
do_coincide (const Pair *p)
{
  return p->ll == 0 && p->hh == 0 && p->a.low_closed == p->b.low_closed && p->a.high_closed == p->b.high_closed;
}

typedef gboolean (*Relation) (const Pair *pair);

/* Which sides must be ranges. */
typedef enum
{
  NEEDS_NONE,
  NEEDS_A = 1,
  NEEDS_B = 2,
} Needs;

static const RangFeelValue *
relate (const RangFeelValue **arguments, guint n, Relation relation, Needs needs, gboolean swap)
{
  Pair pair;

  if (!read_pair (arguments, n, &pair))
    return &rang_feel_null;
  if (swap)
    pair = swapped (&pair);
  if (((needs & NEEDS_A) != 0 && pair.a_is_point) || ((needs & NEEDS_B) != 0 && pair.b_is_point))
    return &rang_feel_null;
  return RANG_FEEL_BOOL (relation (&pair));
}

#define RELATION(name, relation, needs, swap)                                                                          \
  static const RangFeelValue *name (RangFeelEval *eval, const RangFeelValue **arguments, guint n)                      \
  {                                                                                                                    \
    return relate (arguments, n, relation, needs, swap);                                                               \
  }

RELATION (before, is_before, NEEDS_NONE, FALSE)
RELATION (after, is_before, NEEDS_NONE, TRUE)
RELATION (meets, does_meet, NEEDS_A | NEEDS_B, FALSE)
RELATION (met_by, does_meet, NEEDS_A | NEEDS_B, TRUE)
RELATION (overlaps, do_overlap, NEEDS_A | NEEDS_B, FALSE)
RELATION (overlaps_before, does_overlap_before, NEEDS_A | NEEDS_B, FALSE)
RELATION (overlaps_after, does_overlap_before, NEEDS_A | NEEDS_B, TRUE)
RELATION (finishes, does_finish, NEEDS_B, FALSE)
RELATION (finished_by, does_finish, NEEDS_B, TRUE)
RELATION (includes, does_include, NEEDS_A, FALSE)
RELATION (during, does_include, NEEDS_A, TRUE)
RELATION (starts, does_start, NEEDS_B, FALSE)
RELATION (started_by, does_start, NEEDS_B, TRUE)
RELATION (coincides, do_coincide, NEEDS_NONE, FALSE)

static gboolean
is_plain (const RangFeelNode *node)
{
  if (node == NULL || node->kind == RANG_FEEL_NODE_LITERAL)
    return TRUE;
  if (node->kind != RANG_FEEL_NODE_NEGATE && node->kind != RANG_FEEL_NODE_CALL)
    return FALSE;
  for (guint i = 0; i < node->n; i++)
    if (!is_plain (node->children[i]))
      return FALSE;
  return TRUE;
}

/* What a text is worth that holds nothing but a literal, or a range of such; NULL for any other. */
static const RangFeelValue *
read_plain (RangFeelEval *eval, const char *text)
{
  RangFeelScope scope = { .arena = eval->arena, .strict = TRUE };
  RangFeelNode *node = rang_feel_parse_expression (&scope, text, NULL);

  if (node == NULL)
    return NULL;
  if (node->kind == RANG_FEEL_NODE_RANGE ? !is_plain (node->children[0]) || !is_plain (node->children[1])
                                         : !is_plain (node))
    return NULL;
  return rang_feel_eval (eval, node, NULL);
}

/* "[2..)" and "(..2]": ranges that lack an end, which is then an open one; NULL for any other text. */
static const RangFeelValue *
range_without_end (RangFeelEval *eval, const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = strlen (copy);
  char first = copy[0], last = length > 1 ? copy[length - 1] : '\0', *body;
  RangFeelRange range = { .low_closed = first == '[', .high_closed = last == ']' };
  gboolean low;
  const RangFeelValue *end;
  int order;

  if (length < 4 || strchr ("[(]", first) == NULL || strchr ("])[", last) == NULL)
    return NULL;
  copy[length - 1] = '\0';
  body = g_strstrip (copy + 1);
  low = g_str_has_suffix (body, "..");
  if (low ? range.high_closed : !g_str_has_prefix (body, "..") || range.low_closed)
    return NULL;
  if (low)
    body[strlen (body) - 2] = '\0';
  end = read_plain (eval, low ? body : body + 2);
  if (end == NULL || !rang_feel_compare_order (end, end, &order))
    return NULL;
  range.low = low ? end : NULL;
  range.high = low ? NULL : end;
  return rang_feel_value_new_range (eval->arena, &range);
}

/* range ("[18..21)"): a range of literals, written as a text. */
static const RangFeelValue *
range_from (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *from = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING), *value;
  int order;

  if (from == NULL || from->u.string.length > 1000)
    return &rang_feel_null;
  value = range_without_end (eval, from->u.string.text);
  if (value != NULL)
    return value;
  value = read_plain (eval, from->u.string.text);
  if (value == NULL || value->kind != RANG_FEEL_RANGE || value->u.range.low == NULL || value->u.range.high == NULL
      || !rang_feel_compare_order (value->u.range.low, value->u.range.high, &order) || order > 0)
    return &rang_feel_null;
  return value;
}

#define ANY_TWO "point1,point2|point,range|range,point|range1,range2"
#define POINT_RANGE "point,range|range1,range2"
#define RANGE_POINT "range,point|range1,range2"

const RangFeelBuiltin rang_feel_builtins_ranges[] = {
  { "before", before, 2, 2, FALSE, ANY_TWO },
  { "after", after, 2, 2, FALSE, ANY_TWO },
  { "meets", meets, 2, 2, FALSE, "range1,range2" },
  { "met by", met_by, 2, 2, FALSE, "range1,range2" },
  { "overlaps", overlaps, 2, 2, FALSE, "range1,range2" },
  { "overlaps before", overlaps_before, 2, 2, FALSE, "range1,range2" },
  { "overlaps after", overlaps_after, 2, 2, FALSE, "range1,range2" },
  { "finishes", finishes, 2, 2, FALSE, POINT_RANGE },
  { "finished by", finished_by, 2, 2, FALSE, RANGE_POINT },
  { "includes", includes, 2, 2, FALSE, RANGE_POINT },
  { "during", during, 2, 2, FALSE, POINT_RANGE },
  { "starts", starts, 2, 2, FALSE, POINT_RANGE },
  { "started by", started_by, 2, 2, FALSE, RANGE_POINT },
  { "coincides", coincides, 2, 2, FALSE, "point1,point2|range1,range2" },
  { "range", range_from, 1, 1, FALSE, "from" },
  { NULL },
};
