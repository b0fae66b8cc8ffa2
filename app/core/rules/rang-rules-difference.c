/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is different between two models of rules: tables, rows, columns, cells. */
#include "rules/rang-rules-difference.h"

#include <glib/gi18n-lib.h>

#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

typedef struct
{
  RangRulesDocument *document;
  guint table;
} Side;

void
rang_rules_change_free (RangRulesChange *change)
{
  if (change == NULL)
    return;
  g_free (change->table);
  g_free (change->text);
  g_free (change->said);
  g_free (change->column);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

const char *
rang_rules_change_kind_to_nick (RangRulesChangeKind kind)
{
  static const char *const nicks[] = { "cell",         "reason",         "row-added",   "row-removed",  "row-moved",
                                       "column-added", "column-removed", "table-added", "table-removed" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

int
rang_rules_difference_find_table (RangRulesDocument *document, guint table, RangRulesDocument *other)
{
  g_autofree char *name = rang_rules_document_dup_table_name (document, table);

  for (guint i = 0; i < rang_rules_document_get_n_tables (other); i++)
    {
      g_autofree char *theirs = rang_rules_document_dup_table_name (other, i);

      if (g_str_equal (name, theirs))
        return (int)i;
    }
  return -1;
}

int
rang_rules_difference_find_row (
    RangRulesDocument *document, guint table, guint row, RangRulesDocument *other, guint other_table)
{
  g_autofree char *id = rang_rules_document_dup_row_id (document, table, row);
  guint n = rang_rules_document_get_n_rows (other, other_table);

  if (id == NULL)
    {
      g_autofree char *theirs = row < n ? rang_rules_document_dup_row_id (other, other_table, row) : NULL;

      return row < n && theirs == NULL ? (int)row : -1;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *theirs = rang_rules_document_dup_row_id (other, other_table, i);

      if (g_strcmp0 (id, theirs) == 0)
        return (int)i;
    }
  return -1;
}

int
rang_rules_difference_find_column (
    RangRulesDocument *document, guint table, guint column, RangRulesDocument *other, guint other_table)
{
  g_autofree char *heading = rang_rules_document_dup_heading (document, table, column);
  RangRulesColumnKind kind = rang_rules_document_get_column_kind (document, table, column);

  for (guint i = 0; i < rang_rules_document_get_n_columns (other, other_table); i++)
    {
      g_autofree char *theirs = rang_rules_document_dup_heading (other, other_table, i);

      if (rang_rules_document_get_column_kind (other, other_table, i) == kind && g_str_equal (heading, theirs))
        return (int)i;
    }
  return -1;
}

/* The reason in the current language, if the row says it; else the description. */
static char *
dup_said (Side side, guint row)
{
  int own = rang_rules_document_find_own_language (side.document, side.table);
  g_autofree char *said = own >= 0 ? rang_rules_document_dup_cell (side.document, side.table, row, (guint)own) : NULL;

  return said != NULL && *said != '\0' ? g_steal_pointer (&said)
                                       : rang_rules_document_dup_description (side.document, side.table, row);
}

static RangRulesChange *
add (GPtrArray *changes, RangRulesChangeKind kind, Side side, int row)
{
  RangRulesChange *change = g_new0 (RangRulesChange, 1);

  change->kind = kind;
  change->table = rang_rules_document_dup_table_name (side.document, side.table);
  if (row >= 0)
    {
      change->row = (guint)row + 1;
      change->text = rang_rules_document_dup_description (side.document, side.table, (guint)row);
      change->said = dup_said (side, (guint)row);
    }
  g_ptr_array_add (changes, change);
  return change;
}

/* Sets what was and what is; takes both. */
static void
set_texts (RangRulesChange *change, char *before, char *after)
{
  change->before = before;
  change->after = after;
}

static void
compare_row (GPtrArray *changes, Side older, Side newer, guint old_row, guint row)
{
  g_autofree char *was = rang_rules_document_dup_description (older.document, older.table, old_row);
  g_autofree char *is = rang_rules_document_dup_description (newer.document, newer.table, row);

  if (!g_str_equal (was, is))
    set_texts (add (changes, RANG_RULES_CHANGE_REASON, newer, (int)row), g_steal_pointer (&was), g_steal_pointer (&is));
  for (guint column = 0; column < rang_rules_document_get_n_columns (newer.document, newer.table); column++)
    {
      int old_column
          = rang_rules_difference_find_column (newer.document, newer.table, column, older.document, older.table);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      RangRulesChange *change;

      if (old_column < 0)
        continue;
      before = rang_rules_document_dup_cell (older.document, older.table, old_row, (guint)old_column);
      after = rang_rules_document_dup_cell (newer.document, newer.table, row, column);
      if (g_str_equal (before, after))
        continue;
      change = add (changes, RANG_RULES_CHANGE_CELL, newer, (int)row);
      change->column = rang_rules_document_dup_heading (newer.document, newer.table, column);
      change->column_kind = rang_rules_document_get_column_kind (newer.document, newer.table, column);
      set_texts (change, g_steal_pointer (&before), g_steal_pointer (&after));
    }
}

static void
compare_columns (GPtrArray *changes, Side side, Side other, RangRulesChangeKind kind)
{
  for (guint i = 0; i < rang_rules_document_get_n_columns (side.document, side.table); i++)
    if (rang_rules_difference_find_column (side.document, side.table, i, other.document, other.table) < 0)
      {
        RangRulesChange *change = add (changes, kind, side, -1);

        change->column = rang_rules_document_dup_heading (side.document, side.table, i);
        change->column_kind = rang_rules_document_get_column_kind (side.document, side.table, i);
      }
}

/* A row has moved when it is not one of the longest run of rows that kept their order. */
static GArray *
find_moved (const int *places, guint n)
{
  g_autofree guint *length = g_new0 (guint, n + 1);
  g_autofree int *before = g_new0 (int, n + 1);
  GArray *moved = g_array_new (FALSE, TRUE, sizeof (gboolean));
  int end = -1;

  g_array_set_size (moved, n);
  for (guint i = 0; i < n; i++)
    {
      length[i] = places[i] >= 0;
      before[i] = -1;
      for (guint j = 0; places[i] >= 0 && j < i; j++)
        if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i])
          {
            length[i] = length[j] + 1;
            before[i] = (int)j;
          }
      if (places[i] >= 0 && (end < 0 || length[i] > length[end]))
        end = (int)i;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (moved, gboolean, i) = places[i] >= 0;
  for (; end >= 0; end = before[end])
    g_array_index (moved, gboolean, (guint)end) = FALSE;
  return moved;
}

static void
compare_tables (GPtrArray *changes, Side older, Side newer)
{
  guint n = rang_rules_document_get_n_rows (newer.document, newer.table);
  g_autofree int *places = g_new0 (int, n + 1);
  g_autoptr (GArray) moved = NULL;

  compare_columns (changes, newer, older, RANG_RULES_CHANGE_COLUMN_ADDED);
  compare_columns (changes, older, newer, RANG_RULES_CHANGE_COLUMN_REMOVED);
  for (guint i = 0; i < n; i++)
    places[i] = rang_rules_difference_find_row (newer.document, newer.table, i, older.document, older.table);
  moved = find_moved (places, n);
  for (guint i = 0; i < n; i++)
    {
      if (places[i] < 0)
        add (changes, RANG_RULES_CHANGE_ROW_ADDED, newer, (int)i);
      else
        compare_row (changes, older, newer, (guint)places[i], i);
      if (g_array_index (moved, gboolean, i))
        set_texts (add (changes, RANG_RULES_CHANGE_ROW_MOVED, newer, (int)i), g_strdup_printf ("%d", places[i] + 1),
                   g_strdup_printf ("%u", i + 1));
    }
  for (guint i = 0; i < rang_rules_document_get_n_rows (older.document, older.table); i++)
    if (rang_rules_difference_find_row (older.document, older.table, i, newer.document, newer.table) < 0)
      add (changes, RANG_RULES_CHANGE_ROW_REMOVED, older, (int)i);
}

GPtrArray *
rang_rules_difference (RangRulesDocument *older, RangRulesDocument *newer)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rules_change_free);

  g_return_val_if_fail (older != NULL && newer != NULL, changes);

  for (guint i = 0; i < rang_rules_document_get_n_tables (newer); i++)
    {
      int table = rang_rules_difference_find_table (newer, i, older);
      Side now = { newer, i }, then = { older, (guint)MAX (table, 0) };

      if (table < 0)
        add (changes, RANG_RULES_CHANGE_TABLE_ADDED, now, -1);
      else
        compare_tables (changes, then, now);
    }
  for (guint i = 0; i < rang_rules_document_get_n_tables (older); i++)
    {
      Side then = { older, i };

      if (rang_rules_difference_find_table (older, i, newer) < 0)
        add (changes, RANG_RULES_CHANGE_TABLE_REMOVED, then, -1);
    }
  return changes;
}

static char *
words_of_cell (const RangRulesChange *change, const char *cell)
{
  switch (change->column_kind)
    {
    case RANG_RULES_COLUMN_INPUT:
      return rang_rules_words_of_test (cell, rang_rule_input_find (change->column));
    case RANG_RULES_COLUMN_OUTPUT:
      return rang_rules_words_of_output (cell);
    case RANG_RULES_COLUMN_ANNOTATION:
    default:
      return g_strdup (cell);
    }
}

static char *
words_of_column (const RangRulesChange *change)
{
  const RangRuleInput *input
      = change->column_kind == RANG_RULES_COLUMN_INPUT ? rang_rule_input_find (change->column) : NULL;

  if (input != NULL)
    return g_strdup (_ (input->label));
  if (change->column_kind == RANG_RULES_COLUMN_OUTPUT)
    return g_strdup (g_str_equal (change->table, RANG_RULES_DECISION_CLASS) ? _ ("Class") : _ ("Points"));
  if (change->column_kind == RANG_RULES_COLUMN_ANNOTATION)
    return g_strdup_printf (_ ("Reason (%s)"), change->column);
  return g_strdup (rang_rules_table_label (change->column));
}

static char *
cell_to_text (const RangRulesChange *change, const char *table)
{
  g_autofree char *column = words_of_column (change);
  g_autofree char *before = words_of_cell (change, change->before), *after = words_of_cell (change, change->after);

  /* Translators: table, row, the row's reason, column: what stood in the cell → what stands there */
  return g_strdup_printf (_ ("%s, row %u (%s), %s: %s → %s"), table, change->row, change->said, column, before, after);
}

char *
rang_rules_change_to_text (const RangRulesChange *change)
{
  g_autofree char *column = NULL;
  const char *text, *table;

  g_return_val_if_fail (change != NULL, NULL);

  text = change->said != NULL ? change->said : "";
  table = rang_rules_table_label (change->table);
  column = change->column != NULL ? words_of_column (change) : NULL;
  switch (change->kind)
    {
    case RANG_RULES_CHANGE_CELL:
      return cell_to_text (change, table);
    case RANG_RULES_CHANGE_REASON:
      /* Translators: table, row: the reason that people were shown → the one that they are shown */
      return g_strdup_printf (_ ("%s, row %u, reason: %s → %s"), table, change->row, change->before, change->after);
    case RANG_RULES_CHANGE_ROW_ADDED:
      /* Translators: table, row, the row's reason */
      return g_strdup_printf (_ ("%s, row %u is new: %s"), table, change->row, text);
    case RANG_RULES_CHANGE_ROW_REMOVED:
      /* Translators: table, row, the row's reason */
      return g_strdup_printf (_ ("%s, row %u is gone: %s"), table, change->row, text);
    case RANG_RULES_CHANGE_ROW_MOVED:
      /* Translators: table, the row's reason, its place before and after */
      return g_strdup_printf (_ ("%s, moved (%s): row %s → row %s"), table, text, change->before, change->after);
    case RANG_RULES_CHANGE_COLUMN_ADDED:
      /* Translators: table, heading of the column */
      return g_strdup_printf (_ ("%s, new column “%s”"), table, column);
    case RANG_RULES_CHANGE_COLUMN_REMOVED:
      /* Translators: table, heading of the column */
      return g_strdup_printf (_ ("%s, column “%s” is gone"), table, column);
    case RANG_RULES_CHANGE_TABLE_ADDED:
      return g_strdup_printf (_ ("table “%s” is new"), table);
    case RANG_RULES_CHANGE_TABLE_REMOVED:
    default:
      return g_strdup_printf (_ ("table “%s” is gone"), table);
    }
}
