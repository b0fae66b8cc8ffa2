/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for trying rules from the command line: on one day's suggestion, and on the days gone by. */
#include "rang-cli-rule-lab.h"

#include <glib/gi18n.h>

#include "office/rang-office-rule-effect.h"
#include "office/rang-office-rule-lab.h"
#include "office/rang-office-rules.h"
#include "rang-cli-output.h"

static const RangCliColumn effect_columns[] = { { "order", N_ ("Order"), TRUE },
                                                { "client", N_ ("Client"), FALSE },
                                                { "before", N_ ("Before"), TRUE },
                                                { "after", N_ ("After"), TRUE },
                                                { "points_before", N_ ("Points"), TRUE },
                                                { "points_after", N_ ("Points"), TRUE },
                                                { "state_before", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },
                                                { "state_after", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },
                                                { NULL } };

static void
set_rank (JsonObject *object, const char *member, guint rank)
{
  if (rank > 0)
    rang_cli_set_int (object, member, rank);
  else
    json_object_set_null_member (object, member);
}

static JsonArray *
changed_to_json (const RangRuleEffect *effect)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < effect->orders->len; i++)
    {
      const RangRuleEffectOrder *order = effect->orders->pdata[i];
      JsonObject *object;

      if (order->before == order->after && order->points_before == order->points_after
          && order->state_before == order->state_after)
        continue;
      object = json_object_new ();
      rang_cli_set_id (object, "order", order->order);
      rang_cli_set_text (object, "client", order->client);
      set_rank (object, "before", order->before);
      set_rank (object, "after", order->after);
      rang_cli_set_int (object, "points_before", order->points_before);
      rang_cli_set_int (object, "points_after", order->points_after);
      rang_cli_set_text (object, "state_before", rang_board_state_to_nick (order->state_before));
      rang_cli_set_text (object, "state_after", rang_board_state_to_nick (order->state_after));
      rang_cli_set_bool (object, "placed", order->placed);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
ids_to_json (const GArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    rang_cli_add_id (array, g_array_index (ids, gint64, i));
  return array;
}

RangCliStatus
rang_cli_rules_effect (RangCli *cli, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *text = NULL;
  g_autoptr (GBytes) rules = rang_office_read_rules (cli->office, &cli->session, what, &name, &error);
  g_autoptr (RangRuleEffect) effect
      = rules != NULL ? rang_office_try_rules (cli->office, &cli->session, rules, name, NULL, &error) : NULL;
  JsonObject *object;

  if (effect == NULL)
    return rang_cli_fail (what, error);
  text = rang_rule_effect_to_text (effect);
  if (cli->format != RANG_CLI_JSON)
    {
      rang_cli_print_list (cli, changed_to_json (effect), effect_columns);
      if (cli->format == RANG_CLI_TABLE)
        g_print ("%s\n", text);
      return RANG_CLI_DONE;
    }
  object = json_object_new ();
  rang_cli_set_int (object, "kept_before", effect->before.kept);
  rang_cli_set_int (object, "kept_after", effect->after.kept);
  rang_cli_set_int (object, "value_before", effect->value_before.minor);
  rang_cli_set_int (object, "value_after", effect->value_after.minor);
  rang_cli_set_int (object, "moved", effect->moved);
  rang_cli_set_int (object, "unscored", effect->unscored);
  json_object_set_array_member (object, "gained", ids_to_json (effect->gained));
  json_object_set_array_member (object, "lost", ids_to_json (effect->lost));
  json_object_set_array_member (object, "orders", changed_to_json (effect));
  rang_cli_set_text (object, "text", text);
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
}

/* --- days gone by --- */

static void
set_figures (JsonObject *object, const RangLabResult *result)
{
  JsonArray *groups = json_array_new ();

  rang_cli_set_int (object, "days", result->days);
  for (guint group = 0; group < RANG_LAB_N_GROUPS; group++)
    {
      JsonObject *one = json_object_new ();

      rang_cli_set_text (one, "group", rang_lab_group_to_nick (group));
      rang_cli_set_int (one, "orders", result->groups[group].orders);
      rang_cli_set_int (one, "on_time_before", result->groups[group].before);
      rang_cli_set_int (one, "on_time_after", result->groups[group].after);
      json_array_add_object_element (groups, one);
    }
  json_object_set_array_member (object, "groups", groups);
  rang_cli_set_int (object, "small_clients_wait_before", result->waiting_before);
  rang_cli_set_int (object, "small_clients_wait_after", result->waiting_after);
  rang_cli_set_int (object, "overrides", result->overrides);
  rang_cli_set_int (object, "unnecessary_before", result->unnecessary_before);
  rang_cli_set_int (object, "unnecessary_after", result->unnecessary_after);
}

static void
print_figures (const RangLabResult *result)
{
  g_autofree char *waiting = rang_lab_result_dup_waiting (result);

  for (guint group = 0; group < RANG_LAB_N_GROUPS; group++)
    {
      const RangLabShare *share = &result->groups[group];

      if (share->orders > 0)
        /* Translators: a group of orders; on time of all, by the rules that held and by those that are tested */
        g_print (_ ("%s: %u of %u on time, instead of %u"), rang_lab_group_label (group), share->after, share->orders,
                 share->before);
      g_print (share->orders > 0 ? "\n" : "");
    }
  g_print ("%s\n", waiting);
  g_print (ngettext ("Of %u order moved up, %u would have stood there anyway, instead of %u",
                     "Of %u orders moved up, %u would have stood there anyway, instead of %u", result->overrides),
           result->overrides, result->unnecessary_after, result->unnecessary_before);
  g_print ("\n");
}

/* Each offer with the test of the rules that have it. */
static gboolean
test_offer (RangCli *cli, const RangRuleOffer *offer, GBytes *rules, guint days, RangLabResult *result, GError **error)
{
  g_autoptr (GBytes) with = rang_rule_offer_add (offer, rules, error);

  return with != NULL
         && rang_office_test_rules (cli->office, &cli->session, with, "", days, NULL, NULL, result, NULL, NULL, error);
}

static void
tell_offer (RangCli *cli, const RangRuleOffer *offer, GBytes *rules, guint days, JsonArray *array)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = rang_rule_offer_to_text (offer);
  RangLabResult result;
  gboolean tested = test_offer (cli, offer, rules, days, &result, &error);
  JsonObject *object;

  if (array == NULL)
    {
      g_print ("\n%s\n", text);
      if (tested)
        print_figures (&result);
      else
        g_print ("%s\n", error->message);
      return;
    }
  object = json_object_new ();
  rang_cli_set_text (object, "reason", offer->reason);
  rang_cli_set_text (object, "input", offer->input);
  rang_cli_set_text (object, "value", offer->value);
  rang_cli_set_int (object, "moved", offer->moved);
  rang_cli_set_int (object, "with", offer->with);
  rang_cli_set_int (object, "share", offer->share);
  rang_cli_set_int (object, "points", offer->points);
  rang_cli_set_text (object, "text", text);
  if (tested)
    set_figures (object, &result);
  json_array_add_object_element (array, object);
}

RangCliStatus
rang_cli_rules_test (RangCli *cli, const char *what, int days)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) rules = rang_office_read_rules (cli->office, &cli->session, what, &name, &error);
  g_autoptr (GPtrArray) offers = NULL;
  RangLabResult result;
  JsonArray *told = cli->format == RANG_CLI_JSON ? json_array_new () : NULL;
  JsonObject *object;

  if (rules == NULL
      || !rang_office_test_rules (cli->office, &cli->session, rules, name, (guint)MAX (days, 0), NULL, NULL, &result,
                                  &offers, NULL, &error))
    {
      g_clear_pointer (&told, json_array_unref);
      return rang_cli_fail (what, error);
    }
  if (told == NULL)
    print_figures (&result);
  for (guint i = 0; i < MIN (offers->len, 3); i++)
    tell_offer (cli, offers->pdata[i], rules, (guint)days, told);
  if (told == NULL)
    return RANG_CLI_DONE;
  object = json_object_new ();
  set_figures (object, &result);
  json_object_set_array_member (object, "offers", told);
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
}
