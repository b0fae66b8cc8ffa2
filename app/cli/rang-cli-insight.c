/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for `insight` and `simulate`: the three questions, and the effect study. */
#include <glib/gi18n.h>

#include "board/rang-conflict-words.h"
#include "domain/rang-conflict.h"
#include "domain/rang-reason.h"
#include "office/rang-office-insight.h"
#include "rang-cli-output.h"

#define USUAL_DAYS 20

static void
set_percent (JsonObject *object, const char *member, guint part, guint whole)
{
  if (whole > 0)
    rang_cli_set_int (object, member, rang_insight_percent (part, whole));
  else
    json_object_set_null_member (object, member);
}

static void
set_words (JsonObject *object, const RangInsight *insight, int question, const char *currency)
{
  g_autofree char *asked = rang_insight_dup_question (question);
  g_autofree char *answer = rang_insight_dup_answer (insight, question);
  g_autofree char *numbers = rang_insight_dup_numbers (insight, question, currency);
  g_autofree char *note = rang_insight_dup_note (insight, question, currency);

  rang_cli_set_text (object, "question", asked);
  rang_cli_set_text (object, "answer", answer);
  rang_cli_set_text (object, "numbers", numbers);
  rang_cli_set_text (object, "note", note);
}

/* --- insight as JSON --- */

static JsonObject *
competition_json (RangCli *cli, const RangInsight *insight, const char *currency)
{
  JsonObject *object = json_object_new ();
  JsonArray *cells = json_array_new (), *days = json_array_new ();

  set_words (object, insight, 0, currency);
  rang_cli_set_int (object, "overrides", insight->overrides);
  rang_cli_set_int (object, "won", insight->won);
  rang_cli_set_int (object, "broken", insight->broken);
  rang_cli_set_int (object, "across", insight->across);
  rang_cli_set_int (object, "value", insight->touched);
  for (guint gained = 0; gained < insight->departments->len; gained++)
    for (guint paid = 0; paid < insight->departments->len; paid++)
      {
        const RangInsightCell *cell = rang_insight_cell (insight, gained, paid);
        JsonObject *one = json_object_new ();
        gint64 up = g_array_index (insight->departments, gint64, gained);
        gint64 down = g_array_index (insight->departments, gint64, paid);

        rang_cli_set_text (one, "moved_up", rang_office_department_name (cli->office, up));
        rang_cli_set_text (one, "paid", rang_office_department_name (cli->office, down));
        rang_cli_set_int (one, "broken", cell->broken);
        rang_cli_set_int (one, "value", cell->value);
        json_array_add_object_element (cells, one);
      }
  for (guint i = 0; i < insight->days->len; i++)
    {
      const RangInsightDay *day = &g_array_index (insight->days, RangInsightDay, i);
      g_autofree char *text = rang_day_format (day->day);
      JsonObject *one = json_object_new ();

      rang_cli_set_text (one, "day", text);
      rang_cli_set_int (one, "won", day->won);
      rang_cli_set_int (one, "broken", day->broken);
      json_array_add_object_element (days, one);
    }
  json_object_set_array_member (object, "matrix", cells);
  json_object_set_array_member (object, "days", days);
  return object;
}

static JsonObject *
answers_json (const RangInsight *insight, const char *currency)
{
  JsonObject *object = json_object_new ();
  JsonArray *overlaps = json_array_new (), *steps = json_array_new ();
  g_autofree char *day = insight->turn_day != RANG_DAY_NONE ? rang_day_format (insight->turn_day) : NULL;

  set_words (object, insight, 1, currency);
  rang_cli_set_int (object, "orders", insight->orders);
  rang_cli_set_int (object, "unclear", insight->unclear);
  rang_cli_set_int (object, "conflicts", insight->n_overlaps);
  rang_cli_set_int (object, "open", insight->n_open);
  for (guint i = 0; i < insight->overlaps->len; i++)
    {
      const RangInsightOverlap *overlap = &g_array_index (insight->overlaps, RangInsightOverlap, i);
      JsonObject *one = json_object_new ();

      rang_cli_set_text (one, "kind", rang_conflict_kind_to_nick (overlap->kind));
      rang_cli_set_int (one, "total", overlap->total);
      rang_cli_set_int (one, "open", overlap->open);
      if (overlap->median >= 0)
        rang_cli_set_int (one, "median_minutes", overlap->median / 60);
      else
        json_object_set_null_member (one, "median_minutes");
      json_array_add_object_element (overlaps, one);
    }
  for (guint i = 0; i < insight->steps->len; i++)
    {
      const RangInsightStep *step = &g_array_index (insight->steps, RangInsightStep, i);
      JsonObject *one = json_object_new ();

      rang_cli_set_local (one, "at", insight->turn_day, step->time);
      rang_cli_set_int (one, "department_heads", step->heads);
      rang_cli_set_int (one, "head_of_sales", step->sales);
      rang_cli_set_int (one, "delivery_chief", step->chief);
      json_array_add_object_element (steps, one);
    }
  json_object_set_array_member (object, "by_kind", overlaps);
  rang_cli_set_text (object, "day", day);
  json_object_set_array_member (object, "answerable", steps);
  return object;
}

static JsonObject *
share_json (const RangInsightShare *share)
{
  JsonObject *one = json_object_new ();

  rang_cli_set_int (one, "promises", share->judged);
  rang_cli_set_int (one, "kept", share->kept);
  rang_cli_set_int (one, "kept_without_overrides", share->without);
  set_percent (one, "percent", share->kept, share->judged);
  set_percent (one, "percent_without_overrides", share->without, share->judged);
  return one;
}

static JsonObject *
persuasion_json (const RangInsight *insight, const char *currency)
{
  JsonObject *object = json_object_new (), *stages = json_object_new (), *clients = json_object_new ();
  JsonArray *fifths = json_array_new (), *reasons = json_array_new ();

  set_words (object, insight, 2, currency);
  rang_cli_set_int (object, "pushes", insight->pushes);
  rang_cli_set_int (object, "granted", insight->granted);
  rang_cli_set_int (object, "refused", insight->refused);
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    json_array_add_object_element (fifths, share_json (&insight->fifths[i]));
  for (int i = 0; i < RANG_N_STAGES; i++)
    json_object_set_object_member (stages, rang_client_stage_to_nick ((RangClientStage)i),
                                   share_json (&insight->stages[i]));
  for (guint i = 0; i < insight->reasons->len; i++)
    {
      const RangInsightReason *reason = &g_array_index (insight->reasons, RangInsightReason, i);
      JsonObject *one = json_object_new ();

      rang_cli_set_text (one, "reason",
                         reason->reason >= 0 ? rang_reason_to_nick ((RangReasonCode)reason->reason) : NULL);
      rang_cli_set_int (one, "better", reason->better);
      rang_cli_set_int (one, "worse", reason->worse);
      json_array_add_object_element (reasons, one);
    }
  for (int after = 0; after < 2; after++)
    {
      JsonObject *one = json_object_new ();

      rang_cli_set_int (one, "won", insight->n_won[after]);
      rang_cli_set_int (one, "won_value", insight->won_value[after]);
      rang_cli_set_int (one, "lost", insight->n_lost[after]);
      rang_cli_set_int (one, "lost_value", insight->lost_value[after]);
      json_object_set_object_member (clients, after == 0 ? "after_kept" : "after_broken", one);
    }
  json_object_set_array_member (object, "by_value", fifths);
  json_object_set_object_member (object, "by_stage", stages);
  json_object_set_array_member (object, "overrides_by_reason", reasons);
  json_object_set_object_member (object, "clients", clients);
  return object;
}

static void
print_words (const RangInsight *insight, const char *currency)
{
  for (int question = 0; question < 3; question++)
    {
      g_autofree char *asked = rang_insight_dup_question (question);
      g_autofree char *answer = rang_insight_dup_answer (insight, question);
      g_autofree char *numbers = rang_insight_dup_numbers (insight, question, currency);
      g_autofree char *note = rang_insight_dup_note (insight, question, currency);

      g_print ("%d. %s\n   %s\n   %s\n   %s\n", question + 1, asked, answer, numbers, note);
    }
}

/* One line a figure, for a spreadsheet. */
static void
print_figures (RangCli *cli, const RangInsight *insight)
{
  static const RangCliColumn columns[] = {
    { "measure", N_ ("Measure"), FALSE }, { "of", N_ ("Of"), FALSE }, { "value", N_ ("Value"), TRUE, TRUE }, { NULL }
  };
  g_autoptr (GPtrArray) figures = rang_insight_list_figures (insight);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      const RangInsightFigure *figure = g_ptr_array_index (figures, i);
      JsonObject *one = json_object_new ();

      rang_cli_set_text (one, "measure", figure->measure);
      rang_cli_set_text (one, "of", figure->of);
      rang_cli_set_int (one, "value", figure->value);
      json_array_add_object_element (array, one);
    }
  rang_cli_print_list (cli, array, columns);
}

static void
print_insight (RangCli *cli, const RangInsight *insight)
{
  const char *currency = rang_office_get_settings (cli->office)->currency;
  g_autofree char *from = rang_day_format (insight->from), *to = rang_day_format (insight->to);
  JsonObject *object;

  if (cli->format == RANG_CLI_CSV)
    {
      print_figures (cli, insight);
      return;
    }
  if (cli->format == RANG_CLI_TABLE)
    {
      print_words (insight, currency);
      return;
    }
  object = json_object_new ();
  rang_cli_set_text (object, "from", from);
  rang_cli_set_text (object, "to", to);
  rang_cli_set_int (object, "working_days", insight->working_days);
  rang_cli_set_text (object, "currency", currency);
  json_object_set_object_member (object, "competition", competition_json (cli, insight, currency));
  json_object_set_object_member (object, "answerability", answers_json (insight, currency));
  json_object_set_object_member (object, "persuasion", persuasion_json (insight, currency));
  rang_cli_print_json_object (object);
}

static RangCliStatus
run_insight (RangCli *cli, int argc, char **argv)
{
  g_autofree char *from_text = NULL, *to_text = NULL, *department_text = NULL;
  int days = USUAL_DAYS;
  const GOptionEntry entries[]
      = { { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("working days up to the day (20)"), N_ ("N") },
          { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("the first day"), N_ ("DAY") },
          { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("the last day"), N_ ("DAY") },
          { "department", 0, 0, G_OPTION_ARG_STRING, &department_text, N_ ("only what is about its orders"), "D" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangInsight) insight = NULL;
  g_autoptr (RangDepartment) department = NULL;
  RangDay from, to = cli->session.day;

  if (!rang_cli_parse (rang_cli_find_command ("insight"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (days < 1 || days > 2000)
    return rang_cli_usage ("insight", "%s", _ ("--days takes a number from 1 to 2000"));
  from = from_text != NULL ? rang_day_parse (from_text) : rang_office_insight_from (cli->office, &cli->session, days);
  if (to_text != NULL)
    to = rang_day_parse (to_text);
  if (from == RANG_DAY_NONE || to == RANG_DAY_NONE || from > to)
    return rang_cli_usage ("insight", "%s", _ ("no such period; give --from and --to as YYYY-MM-DD, the first first"));
  if (department_text != NULL
      && (department = rang_office_find_department (cli->office, department_text, &error)) == NULL)
    return rang_cli_fail ("--department", error);
  insight = rang_office_insight (cli->office, from, to, department != NULL ? department->id : 0, NULL, &error);
  if (insight == NULL)
    return rang_cli_fail ("insight", error);
  print_insight (cli, insight);
  return RANG_CLI_DONE;
}

/* --- simulate --- */

static JsonObject *
way_json (const RangSimulation *simulation, const RangSimulationWay *way)
{
  JsonObject *object = json_object_new (), *importance = json_object_new ();
  JsonArray *fifths = json_array_new ();

  rang_cli_set_int (object, "promises", way->promises);
  rang_cli_set_int (object, "kept", way->kept);
  rang_cli_set_int (object, "late", way->late);
  rang_cli_set_int (object, "left_out", way->left_out);
  set_percent (object, "percent", way->kept, way->promises);
  rang_cli_set_int (object, "percent_worst_run", way->least);
  rang_cli_set_int (object, "percent_best_run", way->most);
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    json_array_add_int_element (fifths, rang_insight_percent (way->fifths[i].kept, way->fifths[i].judged));
  for (int i = RANG_IMPORTANCE_LOW; i <= RANG_IMPORTANCE_HIGH; i++)
    set_percent (importance, rang_importance_to_nick ((RangImportance)i), way->importance[i].kept,
                 way->importance[i].judged);
  json_object_set_array_member (object, "percent_by_value", fifths);
  json_object_set_object_member (object, "percent_by_importance", importance);
  rang_cli_set_int (object, "broken_value", way->broken_value);
  return object;
}

static void
add_row (JsonArray *array, const char *measure, gint64 old, gint64 ranked, const char *unit)
{
  JsonObject *object = json_object_new ();

  rang_cli_set_text (object, "measure", measure);
  rang_cli_set_int (object, "old_way", old);
  rang_cli_set_int (object, "ranked", ranked);
  rang_cli_set_text (object, "unit", unit);
  json_array_add_object_element (array, object);
}

static void
print_comparison (RangCli *cli, const RangSimulation *simulation)
{
  static const char *const fifths[RANG_INSIGHT_FIFTHS]
      = { N_ ("Largest fifth"), N_ ("Second"), N_ ("Third"), N_ ("Fourth"), N_ ("Smallest fifth") };
  static const RangCliColumn columns[] = { { "measure", N_ ("Measure"), FALSE },
                                           { "old_way", N_ ("Unranked, pushed"), TRUE, TRUE },
                                           { "ranked", N_ ("Ranked"), TRUE, TRUE },
                                           { "unit", N_ ("Unit"), FALSE },
                                           { NULL } };
  const RangSimulationWay *old = &simulation->old, *ranked = &simulation->ranked;
  const char *currency = rang_office_get_settings (cli->office)->currency;
  JsonArray *array = json_array_new ();

  add_row (array, _ ("Promises kept"), rang_insight_percent (old->kept, old->promises),
           rang_insight_percent (ranked->kept, ranked->promises), "%");
  add_row (array, _ ("in the worst run"), old->least, ranked->least, "%");
  add_row (array, _ ("in the best run"), old->most, ranked->most, "%");
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    add_row (array, _ (fifths[i]), rang_insight_percent (old->fifths[i].kept, old->fifths[i].judged),
             rang_insight_percent (ranked->fifths[i].kept, ranked->fifths[i].judged), "%");
  for (int i = RANG_IMPORTANCE_HIGH; i >= RANG_IMPORTANCE_LOW; i--)
    add_row (array, rang_importance_label ((RangImportance)i),
             rang_insight_percent (old->importance[i].kept, old->importance[i].judged),
             rang_insight_percent (ranked->importance[i].kept, ranked->importance[i].judged), "%");
  add_row (array, _ ("Clients with a broken promise, a year"), old->broken_value / 100, ranked->broken_value / 100,
           currency);
  rang_cli_print_list (cli, array, columns);
}

static RangCliStatus
run_simulate (RangCli *cli, int argc, char **argv)
{
  RangSimulationParameters parameters = RANG_SIMULATION_PARAMETERS;
  gint64 seed = 1;
  const GOptionEntry entries[]
      = { { "days", 0, 0, G_OPTION_ARG_INT, &parameters.days, N_ ("past working days to live through (20)"), N_ ("N") },
          { "runs", 0, 0, G_OPTION_ARG_INT, &parameters.runs, N_ ("how often, with other chances (20)"), N_ ("N") },
          { "pushes", 0, 0, G_OPTION_ARG_INT, &parameters.pushes, N_ ("orders pushed a day in the old way (6)"),
            N_ ("N") },
          { "spread", 0, 0, G_OPTION_ARG_INT, &parameters.spread,
            N_ ("by how many percent a drive or stop may differ (25)"), N_ ("N") },
          { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("the same seed, the same answer (1)"), N_ ("N") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSimulation) simulation = NULL;
  JsonObject *object;

  if (!rang_cli_parse (rang_cli_find_command ("simulate"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (parameters.days < 1 || parameters.days > 250 || parameters.runs < 1 || parameters.runs > 1000
      || parameters.pushes < 0 || parameters.pushes > 100 || parameters.spread < 0 || parameters.spread > 90)
    return rang_cli_usage ("simulate", "%s",
                           _ ("--days takes 1 to 250, --runs 1 to 1000, --pushes 0 to 100, --spread 0 to 90"));
  parameters.seed = (guint64)seed;
  simulation = rang_office_simulate (cli->office, &cli->session, &parameters, NULL, &error);
  if (simulation == NULL)
    return rang_cli_fail ("simulate", error);
  if (cli->format != RANG_CLI_JSON)
    {
      print_comparison (cli, simulation);
      return RANG_CLI_DONE;
    }
  object = json_object_new ();
  rang_cli_set_int (object, "days", simulation->days);
  rang_cli_set_int (object, "orders", simulation->orders);
  rang_cli_set_int (object, "runs", parameters.runs);
  rang_cli_set_int (object, "pushes", parameters.pushes);
  rang_cli_set_int (object, "spread", parameters.spread);
  rang_cli_set_int (object, "seed", seed);
  rang_cli_set_text (object, "currency", rang_office_get_settings (cli->office)->currency);
  json_object_set_object_member (object, "old_way", way_json (simulation, &simulation->old));
  json_object_set_object_member (object, "ranked", way_json (simulation, &simulation->ranked));
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_insight_commands[]
    = { { "insight", "[--days N]", N_ ("the three questions: competition, answerability, persuasion"), TRUE,
          run_insight },
        { "simulate", "[--days N] [--runs N]", N_ ("past days lived through again, unranked and ranked"), TRUE,
          run_simulate },
        { NULL } };
