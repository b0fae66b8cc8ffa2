/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells in words: what people type becomes FEEL, and FEEL what people read. */
#include "rules/rang-rules-words.h"

typedef struct
{
  const char *input;
  const char *typed;
  const char *feel; /* NULL if it is wrong */
} Typed;

static const Typed numbers[] = {
  { RANG_RULE_INPUT_ANNUAL_VALUE, "500000", "500000" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "500 000", "500000" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "500,000", "500000" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "≥ 1,000,000", ">= 1000000" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, ">=1000.50", ">= 1000.50" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "200,000 … < 500,000", "[200000..500000)" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "200 000 - 500 000", "[200000..500000]" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "> 5 … 10", "(5..10]" },
  { RANG_RULE_INPUT_ANNUAL_VALUE, "[5..10)", "[5..10)" },
  { RANG_RULE_INPUT_PARCELS, "1, 2, 3", "1, 2, 3" },
  { RANG_RULE_INPUT_PARCELS, "1,2,3", "1, 2, 3" },
  { RANG_RULE_INPUT_PARCELS, "1,500, 2,500", "1500, 2500" },
  { RANG_RULE_INPUT_PARCELS, "not 5", "not(5)" },
  { RANG_RULE_INPUT_PARCELS, "not 5 … 10", "not([5..10])" },
  { RANG_RULE_INPUT_DAYS_LEFT, "−2", "-2" },
  { RANG_RULE_INPUT_DAYS_LEFT, "-5 … -1", "[-5..-1]" },
  { RANG_RULE_INPUT_DAYS_LEFT, "not known", "null" },
  { RANG_RULE_INPUT_PARCELS, "not known", NULL },
  { RANG_RULE_INPUT_PARCELS, "many", NULL },
  { RANG_RULE_INPUT_PARCELS, "5 …", NULL },
  { RANG_RULE_INPUT_PARCELS, "10 … 5", NULL },
  { RANG_RULE_INPUT_PARCELS, "5 … < 5", NULL },
  { RANG_RULE_INPUT_PARCELS, "5 … 5", "[5..5]" },
  { RANG_RULE_INPUT_PARCELS, "2026-12-01", NULL },
  { RANG_RULE_INPUT_PARCELS, "1.2.3", NULL },
  { NULL, NULL, NULL },
};

static const Typed dates[] = {
  { RANG_RULE_INPUT_DAY, "2026-12-01", "@\"2026-12-01\"" },
  { RANG_RULE_INPUT_DAY, "1.12.2026", "@\"2026-12-01\"" },
  { RANG_RULE_INPUT_DAY, "01/12/2026", "@\"2026-12-01\"" },
  { RANG_RULE_INPUT_DAY, "≥ 2026-12-01", ">= @\"2026-12-01\"" },
  { RANG_RULE_INPUT_DAY, "2026-12-01 … 2026-12-31", "[@\"2026-12-01\"..@\"2026-12-31\"]" },
  { RANG_RULE_INPUT_DAY, "2026-12-01 … < 2027-01-01", "[@\"2026-12-01\"..@\"2027-01-01\")" },
  { RANG_RULE_INPUT_DAY, "not 2026-12-24", "not(@\"2026-12-24\")" },
  { RANG_RULE_INPUT_DAY, "2026-12-24, 2026-12-31", "@\"2026-12-24\", @\"2026-12-31\"" },
  { RANG_RULE_INPUT_DAY, "date(\"2026-12-01\")", "@\"2026-12-01\"" },
  { RANG_RULE_INPUT_DAY, "–", "-" },
  { RANG_RULE_INPUT_DAY, "2026-12-31 … 2026-12-01", NULL },
  { RANG_RULE_INPUT_DAY, "2026-02-30", NULL },
  { RANG_RULE_INPUT_DAY, "31.2.2026", NULL },
  { RANG_RULE_INPUT_DAY, "5", NULL },
  { RANG_RULE_INPUT_DAY, "tomorrow", NULL },
  { NULL, NULL, NULL },
};

static const Typed choices[] = {
  { RANG_RULE_INPUT_STAGE, "on trial", "\"trial\"" },
  { RANG_RULE_INPUT_STAGE, "On Trial, dormant", "\"trial\", \"dormant\"" },
  { RANG_RULE_INPUT_STAGE, "not on trial", "not(\"trial\")" },
  { RANG_RULE_INPUT_STAGE, "prospect", NULL },
  { RANG_RULE_INPUT_STAGE, "", "-" },
  { RANG_RULE_INPUT_FIRST_DELIVERY, "yes", "true" },
  { RANG_RULE_INPUT_FIRST_DELIVERY, "maybe", NULL },
  { RANG_RULE_INPUT_DEPARTMENT, "Active Sales", "\"Active Sales\"" },
  { RANG_RULE_INPUT_DEPARTMENT, "a \"b\" c", NULL },
  { NULL, NULL, NULL },
};

static void
test_typed (gconstpointer data)
{
  for (const Typed *typed = data; typed->input != NULL; typed++)
    {
      g_autoptr (GError) error = NULL;
      const RangRuleInput *input = rang_rule_input_find (typed->input);
      g_autofree char *feel = rang_rules_words_to_test (typed->typed, input, &error);
      g_autofree char *words = feel != NULL ? rang_rules_words_of_test (feel, input) : NULL;
      g_autofree char *again = words != NULL ? rang_rules_words_to_test (words, input, NULL) : NULL;

      g_test_message ("%s: %s", typed->input, typed->typed);
      g_assert_cmpstr (feel, ==, typed->feel);
      g_assert_true ((feel == NULL) == (error != NULL));
      /* What is shown can be typed again. */
      g_assert_cmpstr (again, ==, feel);
    }
}

static void
test_cells_are_shown_in_words (void)
{
  static const Typed cells[] = { { RANG_RULE_INPUT_ANNUAL_VALUE, "≥ 500\u00a0000", ">= 500000" },
                                 { RANG_RULE_INPUT_ANNUAL_VALUE, "200\u00a0000 … < 500\u00a0000", "[200000..500000)" },
                                 { RANG_RULE_INPUT_LOAD, "12.5", "12.5" },
                                 { RANG_RULE_INPUT_STAGE, "on trial, dormant", "\"trial\", \"dormant\"" },
                                 { RANG_RULE_INPUT_DAY, "≥ 2026-12-01", ">= @\"2026-12-01\"" },
                                 { RANG_RULE_INPUT_DAY, "≥ 2026-12-01", ">= date(\"2026-12-01\")" },
                                 { RANG_RULE_INPUT_DAYS_LEFT, "not known", "null" },
                                 { RANG_RULE_INPUT_STAGE, "not on trial", "not(\"trial\")" },
                                 { RANG_RULE_INPUT_PARCELS, "? * 2 > 7", "? * 2 > 7" } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *words = rang_rules_words_of_test (cells[i].feel, rang_rule_input_find (cells[i].input));

      g_assert_cmpstr (words, ==, cells[i].typed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules/words/numbers", numbers, test_typed);
  g_test_add_data_func ("/rules/words/dates", dates, test_typed);
  g_test_add_data_func ("/rules/words/choices", choices, test_typed);
  g_test_add_func ("/rules/words/cells_are_shown_in_words", test_cells_are_shown_in_words);
  return g_test_run ();
}
