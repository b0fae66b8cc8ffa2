/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a board is made from. */
#include "board/rang-board-input.h"

#include "rules/rang-rules.h"

RangBoardOrder *
rang_board_order_new (RangOrder *order)
{
  g_return_val_if_fail (order != NULL, NULL);

  RangBoardOrder *self = g_new0 (RangBoardOrder, 1);

  self->order = order;
  self->contract_event = -1;
  return self;
}

void
rang_board_order_free (RangBoardOrder *order)
{
  if (order == NULL)
    return;
  rang_order_free (order->order);
  g_free (order);
}

RangFixedRoute *
rang_fixed_route_new (gint64 resource)
{
  RangFixedRoute *route = g_new0 (RangFixedRoute, 1);

  route->resource = resource;
  route->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  return route;
}

void
rang_fixed_route_free (RangFixedRoute *route)
{
  if (route == NULL)
    return;
  g_array_unref (route->orders);
  g_free (route);
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

RangBoardInput *
rang_board_input_new (RangSettings *settings, RangUnit *unit, RangDay day)
{
  g_return_val_if_fail (settings != NULL && unit != NULL, NULL);

  RangBoardInput *input = g_new0 (RangBoardInput, 1);

  g_atomic_ref_count_init (&input->references);
  input->day = day;
  input->unit = unit;
  input->now = RANG_TIME_NONE;
  input->settings = settings;
  input->departments = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_department_free);
  input->people = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_person_free);
  input->clients = new_table ((GDestroyNotify)rang_client_free);
  input->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_board_order_free);
  input->resources = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_resource_free);
  input->roster = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_roster_entry_free);
  input->ranking = g_array_new (FALSE, FALSE, sizeof (gint64));
  input->placements = g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement));
  return input;
}

RangBoardInput *
rang_board_input_as_stored (const RangBoardInput *input,
                            const GArray *ranking,
                            const GArray *placements,
                            guint64 revision)
{
  g_return_val_if_fail (input != NULL && input->routes == NULL, NULL);

  RangBoardInput *copy = g_memdup2 (input, sizeof *input);

  g_atomic_ref_count_init (&copy->references);
  copy->unit = rang_unit_copy (input->unit);
  copy->settings = rang_settings_copy (input->settings);
  copy->language = g_strdup (input->language);
  g_ptr_array_ref (copy->departments);
  g_ptr_array_ref (copy->people);
  g_hash_table_ref (copy->clients);
  g_ptr_array_ref (copy->orders);
  g_ptr_array_ref (copy->resources);
  g_ptr_array_ref (copy->roster);
  copy->ranking = g_array_copy ((GArray *)ranking);
  copy->placements = g_array_copy ((GArray *)placements);
  copy->suggested = input->suggested != NULL ? g_array_ref (input->suggested) : NULL;
  copy->rules = input->rules != NULL ? rang_rules_ref (input->rules) : NULL;
  copy->roads = input->roads != NULL ? rang_roads_ref (input->roads) : NULL;
  copy->scores = input->scores != NULL ? g_hash_table_ref (input->scores) : NULL;
  copy->revision = revision;
  return copy;
}

RangBoardInput *
rang_board_input_ref (RangBoardInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_atomic_ref_count_inc (&input->references);
  return input;
}

void
rang_board_input_unref (RangBoardInput *input)
{
  if (input == NULL || !g_atomic_ref_count_dec (&input->references))
    return;
  rang_unit_free (input->unit);
  rang_settings_free (input->settings);
  g_free (input->language);
  g_ptr_array_unref (input->departments);
  g_ptr_array_unref (input->people);
  g_hash_table_unref (input->clients);
  g_ptr_array_unref (input->orders);
  g_ptr_array_unref (input->resources);
  g_ptr_array_unref (input->roster);
  g_array_unref (input->ranking);
  g_array_unref (input->placements);
  g_clear_pointer (&input->routes, g_ptr_array_unref);
  g_clear_pointer (&input->suggested, g_array_unref);
  g_clear_pointer (&input->rules, rang_rules_unref);
  g_clear_pointer (&input->roads, rang_roads_unref);
  g_clear_pointer (&input->scores, g_hash_table_unref);
  g_free (input);
}

void
rang_board_input_add_client (RangBoardInput *input, RangClient *client)
{
  g_return_if_fail (input != NULL && client != NULL);
  g_hash_table_replace (input->clients, g_memdup2 (&client->id, sizeof client->id), client);
}

void
rang_board_input_add_score (RangBoardInput *input, gint64 number, RangBoardScore *score)
{
  g_return_if_fail (input != NULL && score != NULL);
  if (input->scores == NULL)
    input->scores = new_table ((GDestroyNotify)rang_board_score_free);
  g_hash_table_replace (input->scores, g_memdup2 (&number, sizeof number), score);
}

void
rang_board_input_set_rules (RangBoardInput *input, RangRules *rules)
{
  g_return_if_fail (input != NULL);
  if (rules != NULL)
    rang_rules_ref (rules);
  g_clear_pointer (&input->rules, rang_rules_unref);
  input->rules = rules;
  input->rules_version = 0;
}

const RangClient *
rang_board_input_find_client (const RangBoardInput *input, gint64 id)
{
  g_return_val_if_fail (input != NULL, NULL);
  return g_hash_table_lookup (input->clients, &id);
}

const RangDepartment *
rang_board_input_find_department (const RangBoardInput *input, gint64 id)
{
  g_return_val_if_fail (input != NULL, NULL);
  for (guint i = 0; i < input->departments->len; i++)
    if (((RangDepartment *)input->departments->pdata[i])->id == id)
      return input->departments->pdata[i];
  return NULL;
}

const RangPerson *
rang_board_input_find_person (const RangBoardInput *input, gint64 id)
{
  g_return_val_if_fail (input != NULL, NULL);
  for (guint i = 0; i < input->people->len; i++)
    if (((RangPerson *)input->people->pdata[i])->id == id)
      return input->people->pdata[i];
  return NULL;
}

const RangResource *
rang_board_input_find_resource (const RangBoardInput *input, gint64 id)
{
  g_return_val_if_fail (input != NULL, NULL);
  for (guint i = 0; i < input->resources->len; i++)
    if (((RangResource *)input->resources->pdata[i])->id == id)
      return input->resources->pdata[i];
  return NULL;
}

const RangBoardPlacement *
rang_board_input_find_placement (const RangBoardInput *input, gint64 number)
{
  g_return_val_if_fail (input != NULL, NULL);
  for (guint i = 0; i < input->placements->len; i++)
    if (g_array_index (input->placements, RangBoardPlacement, i).order == number)
      return &g_array_index (input->placements, RangBoardPlacement, i);
  return NULL;
}
