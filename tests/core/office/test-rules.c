/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules being worked on: plain words in cells, steps and undo, drafts in the store, the effect on a day, the history.
 */
#include <string.h>

#include "lib/rang-test-data.h"
#include "lib/rang-test-folder.h"
#include "office/rang-office-board.h"
#include "office/rang-office-rule-effect.h"
#include "office/rang-office-rules.h"
#include "office/rang-rule-draft.h"
#include "rules/rang-rule-input.h"

#define CLIENT 0
#define CLASS 5
#define FIRST_DELIVERY 0
#define STAGE 0
#define FIRST 1
#define ANNUAL_VALUE 2
#define POINTS 6

static GBytes *
default_rules (void)
{
  g_autofree char *path = rang_test_source_path ("data/rules/default.dmn");
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static RangRuleDraft *
new_draft (void)
{
  g_autoptr (GBytes) text = default_rules ();
  g_autoptr (GError) error = NULL;
  RangRuleDraft *draft = rang_rule_draft_new (text, NULL, "draft", &error);

  g_assert_no_error (error);
  return draft;
}

static void
assert_words (RangRuleDraft *draft, guint row, guint column, const char *wanted)
{
  g_autofree char *words = rang_rule_draft_dup_cell (draft, CLIENT, row, column);

  g_assert_cmpstr (words, ==, wanted);
}

static void
test_cells_are_read_and_typed_in_plain_words (void)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();
  static const struct
  {
    guint column;
    const char *typed;
    const char *shown; /* NULL: refused */
  } cells[] = {
    { STAGE, "on trial, dormant", "on trial, dormant" },
    { STAGE, "contract", "contract" },
    { STAGE, "not dormant", "not dormant" },
    { STAGE, "gone", NULL },
    { STAGE, "", "–" },
    { FIRST, "no", "no" },
    { FIRST, "maybe", NULL },
    { ANNUAL_VALUE, ">=500 000", "≥ 500 000" },
    { ANNUAL_VALUE, "5000 - 9000", "5 000 … 9 000" },
    { ANNUAL_VALUE, "5000 … < 90000", "5 000 … < 90 000" },
    { ANNUAL_VALUE, "(1..5]", "> 1 … 5" },
    { ANNUAL_VALUE, "3, 5, > 9", "3, 5, > 9" },
    { ANNUAL_VALUE, "many", NULL },
    { ANNUAL_VALUE, "not known", "not known" },
    { 3, "not known", NULL },
    { POINTS, "+7", "+7" },
    { POINTS, "-3", "−3" },
    { POINTS, "1.5", NULL },
    { POINTS, "many", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = rang_rule_draft_set (draft, CLIENT, FIRST_DELIVERY, cells[i].column, cells[i].typed, &error);

      if (good != (cells[i].shown != NULL))
        g_error ("“%s”: %s", cells[i].typed, error != NULL ? error->message : "taken");
      if (good)
        {
          g_autofree char *shown = rang_rule_draft_dup_cell (draft, CLIENT, FIRST_DELIVERY, cells[i].column);
          g_autoptr (GString) plain = g_string_new (shown);

          g_string_replace (plain, "\u00a0", " ", 0);
          g_assert_cmpstr (plain->str, ==, cells[i].shown);
        }
      else
        g_assert_null (strstr (error->message, "draft:"));
    }
}

static void
test_steps_are_undone_and_done_again (void)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();
  g_autoptr (GBytes) before = rang_rule_draft_to_text (draft), after = NULL;
  g_autofree char *was = NULL;

  g_assert_false (rang_rule_draft_can_undo (draft));
  g_assert_true (rang_rule_draft_set (draft, CLIENT, FIRST_DELIVERY, POINTS, "28", NULL));
  was = rang_rule_draft_dup_before (draft, CLIENT, FIRST_DELIVERY, POINTS);
  g_assert_cmpstr (was, ==, "+18");
  rang_rule_draft_move_row (draft, CLIENT, 0, 3);
  rang_rule_draft_add_row (draft, CLIENT, 1);
  rang_rule_draft_add_column (draft, CLIENT, "load");
  rang_rule_draft_move_column (draft, CLIENT, 0, 2);
  rang_rule_draft_remove_row (draft, CLIENT, 5);
  for (guint i = 0; i < 6; i++)
    rang_rule_draft_undo (draft);
  g_assert_false (rang_rule_draft_can_undo (draft));
  g_assert_cmpuint (rang_rule_draft_count_changes (draft), ==, 0);
  after = rang_rule_draft_to_text (draft);
  g_assert_true (g_bytes_equal (before, after));
  rang_rule_draft_redo (draft);
  assert_words (draft, FIRST_DELIVERY, POINTS, "+28");
  /* A step that changes nothing is none. */
  rang_rule_draft_undo (draft);
  g_assert_true (rang_rule_draft_set (draft, CLIENT, FIRST_DELIVERY, POINTS, "18", NULL));
  g_assert_false (rang_rule_draft_can_undo (draft));
}

static void
test_a_new_column_can_be_used_at_once (void)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();
  g_autoptr (GError) error = NULL;
  guint wrong;
  g_auto (GStrv) findings = NULL;

  rang_rule_draft_add_column (draft, CLASS, "load");
  g_assert_true (rang_rule_draft_set (draft, CLASS, 0, 9, "≥ 500", &error));
  g_assert_no_error (error);
  findings = rang_rule_draft_dup_findings (draft, &wrong);
  g_assert_cmpuint (wrong, ==, 0);
}

/* What the editor says about an input is what the code's one table says. */
static void
test_the_help_on_an_input_is_that_of_the_one_table (void)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();
  g_autoptr (GPtrArray) others = rang_rule_draft_dup_inputs (draft, CLIENT);
  guint n, found = 0;
  const RangRuleInput *known = rang_rule_inputs (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const RangRuleColumn *help = others->pdata[j];

        if (!g_str_equal (help->name, known[i].name))
          continue;
        found++;
        g_assert_cmpstr (help->meaning, ==, known[i].meaning);
        g_assert_cmpstr (help->unit, ==, known[i].unit);
        g_assert_cmpstr (help->label, ==, known[i].label);
      }
  /* Those that the table has as columns already are not offered. */
  g_assert_cmpuint (found, ==, n - POINTS);
}

static void
test_a_rule_that_nothing_meets_is_marked (void)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();
  g_autofree char *finding = NULL, *none = NULL;

  none = rang_rule_draft_dup_row_finding (draft, CLIENT, 4);
  g_assert_null (none);
  g_assert_false (rang_rule_draft_set (draft, CLIENT, 4, ANNUAL_VALUE, "9 … 3", NULL));
  g_assert_true (rang_rule_draft_set (draft, CLIENT, 4, ANNUAL_VALUE, "not(>= 0, < 0, null)", NULL));
  finding = rang_rule_draft_dup_row_finding (draft, CLIENT, 4);
  g_assert_nonnull (finding);
}

/* --- with an office --- */

typedef struct
{
  RangTestFolder *folder;
  RangClock *clock;
  RangOffice *office;
  RangSession session;
} Desk;

static void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  desk->folder = rang_test_folder_new ();
  path = rang_test_folder_file (desk->folder, "office.rang");
  desk->clock = rang_clock_new_fixed (1795498200);
  desk->office = rang_office_create (path, desk->clock, TRUE, "me", &error);
  g_assert_no_error (error);
  desk->session.person = rang_office_person_of_login (desk->office, "me");
  desk->session.day = rang_office_today (desk->office);
  desk->session.unit = RANG_UNIT_DELIVERY_ID;
}

static void
desk_tear_down (Desk *desk, gconstpointer data)
{
  rang_office_close (desk->office);
  rang_clock_unref (desk->clock);
  rang_test_folder_free (desk->folder);
}

static GBytes *
more_points (const char *points)
{
  g_autoptr (RangRuleDraft) draft = new_draft ();

  g_assert_true (rang_rule_draft_set (draft, CLIENT, FIRST_DELIVERY, POINTS, points, NULL));
  return rang_rule_draft_to_text (draft);
}

static void
test_the_effect_tells_who_rises_and_writes_nothing (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) same = default_rules (), more = more_points ("60");
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRuleEffect) none = rang_office_try_rules (desk->office, &desk->session, same, "draft", NULL, &error);
  g_autoptr (RangRuleEffect) effect = rang_office_try_rules (desk->office, &desk->session, more, "draft", NULL, &error);
  guint applies;

  g_assert_no_error (error);
  g_assert_cmpuint (none->moved, ==, 0);
  g_assert_cmpuint (none->gained->len + none->lost->len, ==, 0);
  g_assert_cmpint (none->value_before.minor, ==, none->value_after.minor);
  applies = GPOINTER_TO_UINT (g_hash_table_lookup (effect->applies, "Client/first-delivery"));
  g_assert_cmpuint (applies, >, 0);
  g_assert_cmpuint (effect->moved, >, 0);
  for (guint i = 0; i < effect->orders->len; i++)
    {
      const RangRuleEffectOrder *order = effect->orders->pdata[i];
      gboolean first = g_strv_contains ((const char *const *)order->rules, "Client/first-delivery");

      g_assert_cmpint (order->points_after - order->points_before, ==, first ? 42 : 0);
      if (first)
        g_assert_cmpuint (order->after, <=, order->before);
      g_assert_cmpuint (order->after, ==, i + 1);
    }
}

static void
test_drafts_are_kept_until_they_are_activated (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) more = more_points ("28"), kept = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 based_on = 0, version = 0;

  g_assert_true (rang_office_save_draft (desk->office, &desk->session, 1, more, &error));
  kept = rang_office_load_draft (desk->office, &desk->session, &based_on, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (more, kept));
  g_assert_cmpint (based_on, ==, 1);
  g_assert_true (rang_office_activate_rules (desk->office, &desk->session, kept, "draft", desk->session.day, "First",
                                             &version, &error));
  g_assert_cmpint (version, ==, 2);
  gone = rang_office_load_draft (desk->office, &desk->session, &based_on, &error);
  g_assert_no_error (error);
  g_assert_null (gone);
}

static void
test_the_history_counts_what_applied_and_what_decided (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RangDay day = desk->session.day;
  g_autoptr (GHashTable) month = rang_office_rule_history (desk->office, &desk->session, day - 20, day, NULL, &error);
  g_autoptr (GHashTable) today = rang_office_rule_history (desk->office, &desk->session, day, day, NULL, &error);
  const RangRuleUse *any = g_hash_table_lookup (month, "Order/any");
  const RangRuleUse *of_day = g_hash_table_lookup (today, "Order/any");
  g_autoptr (RangBoard) board = rang_office_load_board (desk->office, &desk->session, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (of_day->applied, ==, rang_board_get_n_entries (board));
  g_assert_cmpuint (any->applied, >, of_day->applied);
  g_assert_cmpuint (any->decided, <=, any->applied);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/rules/" #name, test_##name)
#define ADD_DESK(name) g_test_add ("/office/rules/" #name, Desk, NULL, desk_set_up, test_##name, desk_tear_down)
  ADD (cells_are_read_and_typed_in_plain_words);
  ADD (steps_are_undone_and_done_again);
  ADD (a_new_column_can_be_used_at_once);
  ADD (the_help_on_an_input_is_that_of_the_one_table);
  ADD (a_rule_that_nothing_meets_is_marked);
  ADD_DESK (the_effect_tells_who_rises_and_writes_nothing);
  ADD_DESK (drafts_are_kept_until_they_are_activated);
  ADD_DESK (the_history_counts_what_applied_and_what_decided);
  return g_test_run ();
}
