/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules of a table accept a value in a column: sets of bits, made once, looked up for each value. */
#include "rules/rang-dmn-index.h"

#include <string.h>

#define MAX_BYTES (256 * 1024)
#define MAX_TESTS 65536

struct _RangDmnIndex
{
  guint n_words;
  gboolean numbers; /* whether numbers can be looked up */
  gboolean texts;   /* whether texts can */
  guint n_steps;    /* keys where something changes, ascending … */
  gint64 *steps;
  guint64 *by_number; /* … and the rules before the first, from each on */
  guint n_named;      /* texts that are named, ascending … */
  const RangFeelValue **named;
  guint64 *by_text; /* … and the rules for each, last those for any other text */
  guint64 *by_truth[2];
  guint64 *by_null;
};

/* What the cells of a column compare with. */
typedef struct
{
  GArray *steps;
  GPtrArray *named;
  gboolean numbers;
  gboolean texts;
} Constants;

/* --- what the cells compare with --- */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int
compare_texts (const RangFeelValue *a, const RangFeelValue *b)
{
  gsize length = MIN (a->u.string.length, b->u.string.length);
  int order = memcmp (a->u.string.text, b->u.string.text, length);

  return order != 0 ? order : (a->u.string.length > b->u.string.length) - (a->u.string.length < b->u.string.length);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
  return compare_texts (*(const RangFeelValue *const *)a, *(const RangFeelValue *const *)b);
}

static void
add_step (Constants *constants, gint64 key)
{
  g_array_append_val (constants->steps, key);
}

static void
add_number (Constants *constants, const RangFeelNumber *number)
{
  gint64 key;

  /* Within a stretch between two whole numbers, nothing can change. */
  if (!number->whole || !rang_dmn_cell_key (number, &key))
    {
      constants->numbers = FALSE;
      return;
    }
  add_step (constants, key);
  add_step (constants, key + 1);
}

static gboolean
add_end (Constants *constants, const RangFeelValue *end)
{
  if (end == NULL)
    return TRUE;
  if (end->kind == RANG_FEEL_NUMBER)
    add_number (constants, &end->u.number);
  constants->texts = constants->texts && end->kind != RANG_FEEL_STRING;
  return end->kind != RANG_FEEL_RANGE && end->kind != RANG_FEEL_LIST;
}

static gboolean
add_literal (Constants *constants, const RangFeelNode *test)
{
  const RangFeelValue *value;
  gboolean equality
      = test->kind == RANG_FEEL_NODE_TEST_VALUE || test->op == RANG_FEEL_OP_EQUAL || test->op == RANG_FEEL_OP_NOT_EQUAL;

  if (test->n == 0 || test->children[0]->kind != RANG_FEEL_NODE_LITERAL)
    return FALSE;
  value = test->children[0]->value;
  switch (value->kind)
    {
    case RANG_FEEL_NULL:
    case RANG_FEEL_BOOLEAN:
      return TRUE;
    case RANG_FEEL_NUMBER:
      add_number (constants, &value->u.number);
      return TRUE;
    case RANG_FEEL_STRING:
      if (!equality)
        constants->texts = FALSE;
      g_ptr_array_add (constants->named, (gpointer)value);
      return TRUE;
    case RANG_FEEL_RANGE:
      return add_end (constants, value->u.range.low) && add_end (constants, value->u.range.high);
    default:
      return FALSE;
    }
}

static gboolean
add_test (Constants *constants, const RangFeelNode *test)
{
  if (test->uses_input)
    return FALSE;
  switch ((RangFeelNodeKind)test->kind)
    {
    case RANG_FEEL_NODE_TEST_ANY:
      return TRUE;
    case RANG_FEEL_NODE_TEST_VALUE:
    case RANG_FEEL_NODE_TEST_COMPARE:
      return add_literal (constants, test);
    case RANG_FEEL_NODE_TEST_LIST:
    case RANG_FEEL_NODE_TEST_NOT:
      for (guint i = 0; i < test->n; i++)
        if (!add_test (constants, test->children[i]))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
add_cell (Constants *constants, const RangDmnCell *cell)
{
  if (!cell->has_bounds)
    return add_test (constants, cell->test);
  if (cell->low > G_MININT64)
    add_step (constants, cell->low);
  if (cell->high < G_MAXINT64)
    add_step (constants, cell->high + 1);
  return TRUE;
}

/* --- the sets of rules --- */

typedef struct
{
  RangDmnIndex *index;
  RangFeelArena *arena;
  RangFeelEval eval;
  const RangDmnCell *const *cells;
  guint n_rules;
} Build;

static guint64 *
new_sets (Build *build, guint n)
{
  return rang_feel_arena_array (build->arena, guint64, (gsize)n * build->index->n_words);
}

static void
add_rule (guint64 *set, guint rule)
{
  set[rule / 64] |= G_GUINT64_CONSTANT (1) << (rule % 64);
}

static void
test_rules (Build *build, guint64 *set, const RangFeelValue *value)
{
  for (guint i = 0; i < build->n_rules; i++)
    if (rang_dmn_cell_accepts (build->cells[i], &build->eval, value, NULL))
      add_rule (set, i);
}

static guint
find_stretch (const RangDmnIndex *index, gint64 key)
{
  guint low = 0, high = index->n_steps;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (index->steps[middle] <= key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_stretches (Build *build, guint rule)
{
  const RangDmnIndex *index = build->index;
  const RangDmnCell *cell = build->cells[rule];
  guint first = find_stretch (index, cell->low), last = find_stretch (index, cell->high);

  for (guint i = first; i <= last && cell->low <= cell->high; i++)
    add_rule (index->by_number + (gsize)i * index->n_words, rule);
}

/* A cell that is more than one comparison is asked about one number of each stretch. */
static void
test_stretches (Build *build, guint rule)
{
  const RangDmnIndex *index = build->index;

  for (guint i = 0; i <= index->n_steps; i++)
    {
      gint64 key = i > 0 ? index->steps[i - 1] : index->n_steps > 0 ? index->steps[0] - 1 : 0;
      RangFeelValue value = { .kind = RANG_FEEL_NUMBER };

      value.u.number = key % 2 == 0 ? rang_feel_number_from_integer (key / 2)
                                    : rang_feel_number_from_decimal ((key - 1) / 2 * 10 + 5, 1);
      if (rang_dmn_cell_accepts (build->cells[rule], &build->eval, &value, NULL))
        add_rule (index->by_number + (gsize)i * index->n_words, rule);
    }
}

static void
index_numbers (Build *build, Constants *constants)
{
  RangDmnIndex *index = build->index;
  guint n = 0, n_tests = 0;

  g_array_sort (constants->steps, compare_keys);
  index->steps = rang_feel_arena_array (build->arena, gint64, constants->steps->len);
  for (guint i = 0; i < constants->steps->len; i++)
    {
      gint64 key = g_array_index (constants->steps, gint64, i);

      if (n == 0 || index->steps[n - 1] != key)
        index->steps[n++] = key;
    }
  index->n_steps = n;
  for (guint i = 0; i < build->n_rules; i++)
    n_tests += !build->cells[i]->has_bounds;
  /* The numbers that stand for their stretches must be within what a decimal is made from. */
  index->numbers = constants->numbers && (gsize)(n + 1) * index->n_words * sizeof (guint64) <= MAX_BYTES
                   && (guint64)n_tests * (n + 1) <= MAX_TESTS
                   && (n == 0 || (index->steps[0] > G_MININT64 / 16 && index->steps[n - 1] < G_MAXINT64 / 16));
  if (!index->numbers)
    return;
  index->by_number = new_sets (build, n + 1);
  for (guint i = 0; i < build->n_rules; i++)
    (build->cells[i]->has_bounds ? add_stretches : test_stretches) (build, i);
}

static void
index_texts (Build *build, Constants *constants)
{
  RangDmnIndex *index = build->index;
  RangFeelValue other = { .kind = RANG_FEEL_STRING };
  g_autofree char *text = NULL;
  gsize longest = 0;
  guint n = 0;

  g_ptr_array_sort (constants->named, compare_named);
  index->named = rang_feel_arena_array (build->arena, const RangFeelValue *, constants->named->len);
  for (guint i = 0; i < constants->named->len; i++)
    {
      const RangFeelValue *value = constants->named->pdata[i];

      longest = MAX (longest, value->u.string.length);
      if (n == 0 || compare_texts (index->named[n - 1], value) != 0)
        index->named[n++] = value;
    }
  index->n_named = n;
  index->texts = constants->texts && longest < MAX_TESTS
                 && (gsize)(n + 1) * index->n_words * sizeof (guint64) <= MAX_BYTES
                 && (guint64)build->n_rules * (n + 1) <= MAX_TESTS;
  if (!index->texts)
    return;
  index->by_text = new_sets (build, n + 1);
  for (guint i = 0; i < n; i++)
    test_rules (build, index->by_text + (gsize)i * index->n_words, index->named[i]);
  /* A text that is longer than any that is named stands for all others. */
  text = g_strnfill (longest + 1, 'x');
  other.u.string.text = text;
  other.u.string.length = longest + 1;
  test_rules (build, index->by_text + (gsize)n * index->n_words, &other);
}

const RangDmnIndex *
rang_dmn_index_new (RangFeelArena *arena, const RangDmnCell *const *cells, guint n_rules)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  Constants constants = { .steps = steps, .named = named, .numbers = TRUE, .texts = TRUE };
  Build build = { .arena = arena, .eval = { .arena = arena }, .cells = cells, .n_rules = n_rules };

  for (guint i = 0; i < n_rules; i++)
    if (!add_cell (&constants, cells[i]))
      return NULL;
  rang_feel_eval_begin (&build.eval);
  build.index = rang_feel_arena_new0 (arena, RangDmnIndex);
  build.index->n_words = RANG_DMN_INDEX_WORDS (n_rules);
  index_numbers (&build, &constants);
  index_texts (&build, &constants);
  for (guint i = 0; i < 2; i++)
    {
      build.index->by_truth[i] = new_sets (&build, 1);
      test_rules (&build, build.index->by_truth[i], RANG_FEEL_BOOL (i));
    }
  build.index->by_null = new_sets (&build, 1);
  test_rules (&build, build.index->by_null, &rang_feel_null);
  /* Broken off for want of time or memory, it cannot be trusted. */
  return build.eval.stopped == NULL ? build.index : NULL;
}

/* --- looking up --- */

static const guint64 *
find_text (const RangDmnIndex *index, const RangFeelValue *value)
{
  guint low = 0, high = index->n_named;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_texts (index->named[middle], value);

      if (order == 0)
        return index->by_text + (gsize)middle * index->n_words;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return index->by_text + (gsize)index->n_named * index->n_words;
}

const guint64 *
rang_dmn_index_find (const RangDmnIndex *index, const RangFeelValue *value)
{
  gint64 key;

  switch (value->kind)
    {
    case RANG_FEEL_NULL:
      return index->by_null;
    case RANG_FEEL_BOOLEAN:
      return index->by_truth[value->u.boolean != FALSE];
    case RANG_FEEL_NUMBER:
      if (!index->numbers || !rang_dmn_cell_key (&value->u.number, &key))
        return NULL;
      return index->by_number + (gsize)find_stretch (index, key) * index->n_words;
    case RANG_FEEL_STRING:
      return index->texts ? find_text (index, value) : NULL;
    default:
      return NULL;
    }
}
