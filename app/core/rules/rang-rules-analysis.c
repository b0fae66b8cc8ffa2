/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps, overlaps and idle rows of decision tables. */
#include "rules/rang-rules-analysis.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-rules-private.h"
#include "rules/rang-rules-probe-private.h"
#include "rules/rang-rules-words.h"

#define MOST_WAYS 200000
#define SCRATCH (8 * 1024 * 1024)

/* One way in which a column divides its rows: a value, and the rows that accept it. */
typedef struct
{
  const RangFeelValue *value;
  guint64 *rows;
} Way;

typedef struct
{
  const RangDmnTable *table;
  RangFeelArena *arena;
  RangFeelEval eval;
  guint words;
  GArray **ways;       /* a column each, of Way */
  guint64 **left;      /* (array length=n_inputs + 1): rows left after so many columns */
  guint *chosen;       /* the way of each column */
  gboolean *fires;     /* a row each */
  gboolean *overlaps;  /* rows × rows */
  char **overlap_text; /* rows × rows */
  gboolean gap;
  char *gap_text;
} Study;

#define HAS(set, row) (((set)[(row) / 64] >> ((row) % 64)) & 1)

void
rang_rules_finding_free (RangRulesFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->table);
  g_free (finding->example);
  g_free (finding);
}

static gboolean
same_rows (const Study *study, const guint64 *a, const guint64 *b)
{
  return memcmp (a, b, sizeof *a * study->words) == 0;
}

/* Values that the same rows accept are one way. */
static void
add_way (Study *study, guint column, const RangFeelValue *value)
{
  GArray *ways = study->ways[column];
  Way way = { value, rang_feel_arena_array (study->arena, guint64, study->words) };

  memset (way.rows, 0, sizeof *way.rows * study->words);
  for (guint row = 0; row < study->table->n_rules; row++)
    if (rang_dmn_cell_accepts (&study->table->rules[row].cells[column], &study->eval, value, NULL))
      way.rows[row / 64] |= (guint64)1 << (row % 64);
  for (guint i = 0; i < ways->len; i++)
    if (same_rows (study, g_array_index (ways, Way, i).rows, way.rows))
      return;
  g_array_append_val (ways, way);
}

static const char *
column_name (const RangDmnTableInput *input)
{
  if (input->expression != NULL && input->expression->kind == RANG_FEEL_NODE_NAME && input->expression->name != NULL)
    return input->expression->name;
  return input->label != NULL ? input->label : "?";
}

static gboolean
divide_column (Study *study, guint column)
{
  const RangDmnTableInput *input = &study->table->inputs[column];
  g_autoptr (GPtrArray) constants = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = NULL;

  for (guint row = 0; row < study->table->n_rules; row++)
    if (!rang_rules_probe_collect (study->table->rules[row].cells[column].test, constants))
      return FALSE;
  values = rang_rules_probe_values (study->arena, constants, column_name (input), input->values);
  for (guint i = 0; i < values->len; i++)
    add_way (study, column, values->pdata[i]);
  return TRUE;
}

static char *
describe_way (const Study *study)
{
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < study->table->n_inputs; column++)
    {
      const Way *way = &g_array_index (study->ways[column], Way, study->chosen[column]);
      g_autofree char *value = rang_feel_value_to_text (way->value);

      g_autofree char *words = rang_rules_words_of_fact (column_name (&study->table->inputs[column]), value);

      g_string_append_printf (text, "%s%s", column > 0 ? ", " : "", words);
    }
  return g_string_free (text, FALSE);
}

static void
note_overlaps (Study *study, const guint64 *rows)
{
  guint n = study->table->n_rules;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; HAS (rows, a) && b < n; b++)
      if (HAS (rows, b) && !study->overlaps[a * n + b])
        {
          study->overlaps[a * n + b] = TRUE;
          study->overlap_text[a * n + b] = describe_way (study);
        }
}

static void
take_leaf (Study *study, const guint64 *rows)
{
  gboolean any = FALSE;

  for (guint row = 0; row < study->table->n_rules; row++)
    if (HAS (rows, row))
      {
        any = TRUE;
        study->fires[row] = TRUE;
        if (study->table->policy == RANG_DMN_FIRST)
          return;
      }
  if (!any && !study->gap)
    {
      study->gap = TRUE;
      study->gap_text = describe_way (study);
    }
  note_overlaps (study, rows);
}

/* Depth is bound by the number of columns. */
static void
walk (Study *study, guint column)
{
  if (column == study->table->n_inputs)
    {
      take_leaf (study, study->left[column]);
      return;
    }
  for (guint i = 0; i < study->ways[column]->len; i++)
    {
      const Way *way = &g_array_index (study->ways[column], Way, i);

      study->chosen[column] = i;
      for (guint word = 0; word < study->words; word++)
        study->left[column + 1][word] = study->left[column][word] & way->rows[word];
      walk (study, column + 1);
    }
}

static RangRulesFinding *
add_finding (GPtrArray *findings, const Study *study, RangRulesFindingKind kind, guint row)
{
  RangRulesFinding *finding = g_new0 (RangRulesFinding, 1);

  finding->kind = kind;
  finding->table = g_strdup (study->table->name);
  finding->row = row;
  g_ptr_array_add (findings, finding);
  return finding;
}

static gboolean
same_columns (const RangDmnTable *table, guint a, guint b)
{
  gboolean any = FALSE;

  for (guint column = 0; column < table->n_inputs; column++)
    {
      gboolean tests = table->rules[a].cells[column].kind != RANG_DMN_CELL_ANY;

      if (tests != (table->rules[b].cells[column].kind != RANG_DMN_CELL_ANY))
        return FALSE;
      any = any || tests;
    }
  return any;
}

static void
report_overlaps (GPtrArray *findings, Study *study)
{
  guint n = study->table->n_rules;
  gboolean one_only = study->table->policy == RANG_DMN_UNIQUE || study->table->policy == RANG_DMN_ANY;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        RangRulesFinding *finding;

        if (!study->overlaps[a * n + b] || (!one_only && study->table->policy != RANG_DMN_COLLECT)
            || (!one_only && !same_columns (study->table, a, b)))
          continue;
        finding = add_finding (findings, study, RANG_RULES_FINDING_OVERLAP, a + 1);
        finding->other = b + 1;
        finding->wrong = study->table->policy == RANG_DMN_UNIQUE;
        finding->example = g_strdup (study->overlap_text[a * n + b]);
      }
}

static void
report (GPtrArray *findings, Study *study)
{
  const RangDmnTable *table = study->table;
  gboolean needs_row = table->policy != RANG_DMN_COLLECT && table->policy != RANG_DMN_RULE_ORDER
                       && table->policy != RANG_DMN_OUTPUT_ORDER && table->n_outputs > 0
                       && table->outputs[0].fallback == NULL;

  if (study->gap && needs_row)
    {
      RangRulesFinding *finding = add_finding (findings, study, RANG_RULES_FINDING_GAP, 0);

      finding->wrong = TRUE;
      finding->example = g_strdup (study->gap_text);
    }
  for (guint row = 0; row < table->n_rules; row++)
    if (!study->fires[row])
      add_finding (findings, study, RANG_RULES_FINDING_IDLE, row + 1);
  report_overlaps (findings, study);
}

static void
study_table (const RangDmnTable *table, GPtrArray *findings)
{
  guint n = table->n_rules;
  Study study = { .table = table, .arena = rang_feel_arena_new (SCRATCH), .words = n / 64 + 1 };
  gsize all = 1;
  gboolean known = n > 0 && n <= 1000;

  study.eval.arena = study.arena;
  rang_feel_eval_begin (&study.eval);
  study.ways = g_new0 (GArray *, table->n_inputs + 1);
  study.left = g_new0 (guint64 *, table->n_inputs + 1);
  study.chosen = g_new0 (guint, table->n_inputs + 1);
  study.fires = g_new0 (gboolean, n + 1);
  study.overlaps = g_new0 (gboolean, (gsize)n * n + 1);
  study.overlap_text = g_new0 (char *, (gsize)n *n + 1);
  for (guint i = 0; i <= table->n_inputs; i++)
    study.left[i] = g_new0 (guint64, study.words);
  memset (study.left[0], 0xff, sizeof (guint64) * study.words);
  for (guint i = 0; i < table->n_inputs; i++)
    {
      study.ways[i] = g_array_new (FALSE, FALSE, sizeof (Way));
      known = known && divide_column (&study, i);
      all = MIN (all * MAX (study.ways[i]->len, 1), MOST_WAYS + 1);
    }
  if (known && all <= MOST_WAYS)
    {
      walk (&study, 0);
      report (findings, &study);
    }
  for (guint i = 0; i <= table->n_inputs; i++)
    {
      g_clear_pointer (&study.ways[i], g_array_unref);
      g_free (study.left[i]);
    }
  for (gsize i = 0; i < (gsize)n * n; i++)
    g_free (study.overlap_text[i]);
  g_free (study.ways);
  g_free (study.left);
  g_free (study.chosen);
  g_free (study.fires);
  g_free (study.overlaps);
  g_free (study.overlap_text);
  g_free (study.gap_text);
  rang_feel_arena_free (study.arena);
}

GPtrArray *
rang_rules_analyse (RangRules *rules)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rules_finding_free);

  g_return_val_if_fail (rules != NULL, findings);

  for (guint i = 0; i < rules->elements->len; i++)
    {
      const RangDmnElement *element = rules->elements->pdata[i];

      if (element->kind == RANG_DMN_DECISION && element->body != NULL && element->body->kind == RANG_FEEL_NODE_TABLE)
        study_table (element->body->table, findings);
    }
  return findings;
}

char *
rang_rules_finding_to_text (const RangRulesFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  switch (finding->kind)
    {
    case RANG_RULES_FINDING_GAP:
      /* Translators: name of a table, an order for which it has no row: “Client: on trial, Penalty: yes” */
      return g_strdup_printf (_ ("%s: no row applies to an order with %s; it could not be scored"),
                              rang_rules_table_label (finding->table), finding->example);
    case RANG_RULES_FINDING_OVERLAP:
      /* Translators: name of a table, two rows, an order that both apply to */
      return g_strdup_printf (_ ("%s: rows %u and %u both apply to an order with %s"),
                              rang_rules_table_label (finding->table), finding->row, finding->other, finding->example);
    case RANG_RULES_FINDING_IDLE:
    default:
      /* Translators: name of a table, a row */
      return g_strdup_printf (_ ("%s: row %u can never give anything"), rang_rules_table_label (finding->table),
                              finding->row);
    }
}
