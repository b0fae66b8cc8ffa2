/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how long orders take to be scored by the rules that ship, and how that grows with the rows of a table. */
#include <locale.h>
#include <time.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-score.h"

#define ORDERS 10000

/* Microseconds of processor time: what the machine does besides is not counted. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static RangRules *
load (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  RangRules *rules = rang_rules_load_bytes (bytes, name, RANG_RULES_LOAD_DEFAULT, &error);

  g_assert_no_error (error);
  return rules;
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) ? g_bytes_new_take (content, length) : NULL;
}

static void
fill_order (RangRulesInputs *inputs, GRand *rand)
{
  static const char *const stages[] = { "trial", "contract", "contract", "dormant" };
  static const char *const importances[] = { "high", "normal", "normal", "low" };
  static const char *const events[] = { "none", "signed", "renewed" };
  static const char *const kinds[] = { "deadline", "period", "none" };

  rang_rules_inputs_clear (inputs);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_STAGE, stages[g_rand_int_range (rand, 0, 4)]);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_FIRST_DELIVERY, g_rand_int_range (rand, 0, 4) == 0);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_ANNUAL_VALUE, g_rand_int_range (rand, 0, 600000));
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_CLIENT_LOST, g_rand_int_range (rand, 0, 20) == 0);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DELIVERIES, g_rand_int_range (rand, 0, 40));
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_CONTRACT_EVENT, events[g_rand_int_range (rand, 0, 8) / 3]);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_BROKEN_LATELY, MAX (0, g_rand_int_range (rand, -6, 5)));
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_LOAD, g_rand_int_range (rand, 1000, 700000), 3);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_PARCELS, g_rand_int_range (rand, 1, 30));
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PROMISE_BROKEN, g_rand_int_range (rand, 0, 10) == 0);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_REQUESTED_KIND, kinds[g_rand_int_range (rand, 0, 3)]);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_LEFT, g_rand_int_range (rand, -2, 10));
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PENALTY_CLAUSE, g_rand_int_range (rand, 0, 15) == 0);
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_ORDER_VALUE, g_rand_int_range (rand, 1000, 3000000), 2);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_IMPORTANCE, importances[g_rand_int_range (rand, 0, 4)]);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DEPARTMENT_RANK, g_rand_int_range (rand, 1, 101));
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_WAITED, MAX (0, g_rand_int_range (rand, -10, 5)));
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_TIMES_BUMPED, MAX (0, g_rand_int_range (rand, -10, 4)));
}

/* The best of some rounds, in microseconds, filling the inputs included. */
static gint64
measure_default (RangRules *rules, guint *classes)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);
      g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
      gint64 start = now ();

      for (guint i = 0; i < ORDERS; i++)
        {
          g_autoptr (RangRulesScore) score = NULL;

          fill_order (inputs, rand);
          score = rang_rules_score (rules, inputs, "ro", NULL);
          g_assert_nonnull (score);
          classes[score->class_letter - 'A'] += round == 0;
        }
      best = MIN (best, now () - start);
    }
  return best;
}

/* A model of one table with @rows rows that test ranges of the annual value. */
static GBytes *
make_table (guint rows)
{
  GString *xml = g_string_new (
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"bench\" namespace=\"urn:b\">"
      "<inputData id=\"i\" name=\"annual value\"><variable name=\"annual value\" typeRef=\"number\"/></inputData>"
      "<decision id=\"p\" name=\"Points\"><variable name=\"Points\" typeRef=\"number\"/><informationRequirement>"
      "<requiredInput href=\"#i\"/></informationRequirement><decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\">"
      "<input><inputExpression typeRef=\"number\"><text>annual value</text></inputExpression></input><output/>");
  gsize length;

  for (guint i = 0; i < rows; i++)
    g_string_append_printf (xml,
                            "<rule><inputEntry><text>[%u..%u)</text></inputEntry><outputEntry><text>%u</text>"
                            "</outputEntry></rule>",
                            i * 600000 / rows, (i + 1) * 600000 / rows, i % 7 + 1);
  g_string_append (xml, "</decisionTable></decision></definitions>");
  length = xml->len;
  return g_bytes_new_take (g_string_free (xml, FALSE), length);
}

static void
measure_rows (guint rows)
{
  g_autoptr (GBytes) bytes = make_table (rows);
  g_autoptr (RangRules) rules = load (bytes, "bench");
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  guint n = rows > 100 ? 1000 : ORDERS;
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 5; round++)
    {
      gint64 start = now ();
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (RangRulesResult) result = NULL;
          rang_rules_inputs_clear (inputs);
          rang_rules_inputs_set_integer (inputs, "annual value", (i * 7919) % 600000);
          result = rang_rules_evaluate (rules, "Points", inputs, NULL);
          g_assert_nonnull (result);
        }
      best = MIN (best, now () - start);
    }
  g_print ("  one table of %4u rows: %8.2f µs an order\n", rows, (double)best / n);
}

/* A model of the conformance suite, if it is there: the lending example, all of it for one result. */
static void
measure_lending (void)
{
  const char *shared = g_getenv ("RANG_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : BENCH_SOURCE_ROOT "/../shared", "data", "dmn-tck",
                                            "open", "compliance-level-3", "0004-lending", "0004-lending.dmn", NULL);
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (RangRules) rules = bytes != NULL ? load (bytes, "0004-lending.dmn") : NULL;
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  gint64 start;

  if (rules == NULL)
    {
      g_print ("  decision of a conformance model: skipped, the shared data is absent\n");
      return;
    }
  rang_rules_inputs_set_feel (inputs, "Applicant data",
                              "{Age: 51, MaritalStatus: \"M\", EmploymentStatus: \"EMPLOYED\", ExistingCustomer: false,"
                              " Monthly: {Income: 10000, Repayments: 2500, Expenses: 3000}}",
                              NULL);
  rang_rules_inputs_set_feel (inputs, "Requested product",
                              "{ProductType: \"STANDARD LOAN\", Amount: 100000, Rate: 0.08, Term: 36}", NULL);
  rang_rules_inputs_set_feel (inputs, "Bureau data", "{CreditScore: 649, Bankrupt: false}", NULL);
  start = now ();
  for (guint i = 0; i < 2000; i++)
    rang_rules_result_free (rang_rules_evaluate (rules, "Routing", inputs, NULL));
  g_print ("  \"Routing\" of 0004-lending: %8.2f µs\n", (double)(now () - start) / 2000);
}

int
main (void)
{
  g_autofree char *path = g_build_filename (BENCH_SOURCE_ROOT, "data", "rules", "default.dmn", NULL);
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (RangRules) rules = load (bytes, "default.dmn");
  guint classes[3] = { 0 };
  gint64 start = now (), took;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < 20; i++)
    rang_rules_unref (load (bytes, "default.dmn"));
  g_print ("Must reach: 10,000 orders through the default rules within 60 ms\n");
  g_print ("  compiling the default rules: %.2f ms\n", (double)(now () - start) / 20000);
  took = measure_default (rules, classes);
  g_print ("  %d orders through the default rules: %.1f ms (class A %u, B %u, C %u)\n", ORDERS, (double)took / 1000,
           classes[0], classes[1], classes[2]);
  for (guint rows = 1; rows <= 1000; rows *= 10)
    measure_rows (rows);
  measure_lending ();
  return took <= 60000 ? 0 : 1;
}
