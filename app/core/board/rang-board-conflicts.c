/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what two people want differently, or what breaks a rule of the office, as far as a board shows it. */
#include "board/rang-board-conflicts.h"

#include "base/rang-text.h"
#include "board/rang-board-day-private.h"

static void
add_once (GArray *numbers, gint64 number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, gint64, i) == number)
      return;
  g_array_append_val (numbers, number);
}

/* A department that is party to it, and its head. */
static void
add_department (RangConflict *conflict, const RangBoardInput *input, gint64 department)
{
  if (department == 0)
    return;
  add_once (conflict->departments, department);
  for (guint i = 0; i < input->people->len; i++)
    {
      const RangPerson *person = input->people->pdata[i];

      if (person->active && rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, department))
        add_once (conflict->people, person->id);
    }
}

static void
add_order (RangConflict *conflict, const RangBoardInput *input, const RangOrder *order)
{
  add_once (conflict->orders, order->number);
  add_department (conflict, input, order->department);
}

static RangConflict *
new_of_day (const RangBoardInput *input, RangConflictKind kind, gint64 about)
{
  g_autofree char *day = rang_day_format (input->day);
  g_autofree char *key
      = about != 0 ? g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, rang_conflict_kind_to_nick (kind), day, about)
                   : g_strdup_printf ("%s/%s", rang_conflict_kind_to_nick (kind), day);

  return rang_conflict_new (kind, key, input->day);
}

static void
find_over_capacity (const RangBoard *board, GPtrArray *found)
{
  const RangBoardInput *input = rang_board_get_input (board);
  const RangBoardLines *lines = rang_board_get_lines (board);
  RangConflict *conflict = NULL;

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state != RANG_PLAN_NOT_TODAY || entry->impossible)
        continue;
      if (conflict == NULL)
        conflict = new_of_day (input, RANG_CONFLICT_OVER_CAPACITY, 0);
      add_order (conflict, input, entry->order);
    }
  if (conflict == NULL)
    return;
  conflict->detail = g_strdup_printf ("{\"fullness\":%u,\"late\":%u,\"left_out\":%u}", lines->fullness, lines->late,
                                      conflict->orders->len);
  g_ptr_array_add (found, conflict);
}

static void
find_claimed_twice (const RangBoardInput *input, const RangClient *client, GPtrArray *found)
{
  g_autoptr (RangConflict) conflict = new_of_day (input, RANG_CONFLICT_CLIENT_CLAIMED_TWICE, client->id);

  for (guint i = 0; i < input->orders->len; i++)
    {
      const RangOrder *order = ((RangBoardOrder *)input->orders->pdata[i])->order;

      if (order->client == client->id)
        add_order (conflict, input, order);
    }
  if (conflict->orders->len == 0)
    return;
  add_department (conflict, input, client->department);
  if (conflict->departments->len < 2)
    return;
  conflict->detail = g_strdup_printf ("{\"client\":\"%" G_GINT64_FORMAT "\",\"owner\":\"%" G_GINT64_FORMAT "\"}",
                                      client->id, client->department);
  g_ptr_array_add (found, g_steal_pointer (&conflict));
}

static gint
compare_clients (gconstpointer a, gconstpointer b)
{
  const RangClient *p = *(const RangClient *const *)a, *q = *(const RangClient *const *)b;

  return (p->id > q->id) - (p->id < q->id);
}

static void
find_all_claimed_twice (const RangBoardInput *input, GPtrArray *found)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer client;

  g_hash_table_iter_init (&iter, input->clients);
  while (g_hash_table_iter_next (&iter, NULL, &client))
    g_ptr_array_add (clients, client);
  g_ptr_array_sort (clients, compare_clients);
  for (guint i = 0; i < clients->len; i++)
    find_claimed_twice (input, clients->pdata[i], found);
}

/* The same client's number, or the same goods for the same money to the same door. */
static gboolean
look_the_same (const RangOrder *a, const RangOrder *b)
{
  g_autofree char *number_a = NULL, *number_b = NULL, *door_a = NULL, *door_b = NULL;

  if (a->client == 0 || a->client != b->client)
    return FALSE;
  number_a = rang_text_key (a->client_number);
  number_b = rang_text_key (b->client_number);
  if (number_a[0] != '\0' && g_str_equal (number_a, number_b))
    return TRUE;
  if (a->value.minor <= 0 || a->value.minor != b->value.minor || a->load != b->load || a->parcels != b->parcels
      || a->lines->len != b->lines->len || !g_str_equal (a->value.currency, b->value.currency))
    return FALSE;
  door_a = rang_place_key (&a->place);
  door_b = rang_place_key (&b->place);
  return g_str_equal (door_a, door_b);
}

static void
find_entered_twice (const RangBoardInput *input, GPtrArray *found)
{
  for (guint i = 0; i < input->orders->len; i++)
    for (guint j = i + 1; j < input->orders->len; j++)
      {
        const RangOrder *a = ((RangBoardOrder *)input->orders->pdata[i])->order;
        const RangOrder *b = ((RangBoardOrder *)input->orders->pdata[j])->order;
        g_autofree char *key = NULL;
        RangConflict *conflict;

        if (!look_the_same (a, b))
          continue;
        key = g_strdup_printf ("order-entered-twice/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, MIN (a->number, b->number),
                               MAX (a->number, b->number));
        conflict = rang_conflict_new (RANG_CONFLICT_ORDER_ENTERED_TWICE, key, input->day);
        add_order (conflict, input, a->number > b->number ? a : b);
        add_order (conflict, input, a->number > b->number ? b : a);
        g_ptr_array_add (found, conflict);
      }
}

static void
find_impossible (const RangBoard *board, GPtrArray *found)
{
  const RangBoardInput *input = rang_board_get_input (board);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      gboolean outside = rang_board_day_is_outside_hours (rang_board_get_board_day (board), entry->number);
      RangConflict *conflict;

      if (!entry->impossible && !outside)
        continue;
      conflict = new_of_day (input, RANG_CONFLICT_IMPOSSIBLE_PROMISE, entry->number);
      conflict->detail = g_strdup_printf ("{\"cause\":\"%s\"}", entry->marks & RANG_MARK_NOT_READY ? "goods"
                                                                : outside                          ? "hours"
                                                                                                   : "window");
      add_order (conflict, input, entry->order);
      g_ptr_array_add (found, conflict);
    }
}

RangConflict *
rang_conflict_new_bumped (RangBoard *board, gint64 order, int count)
{
  const RangBoardInput *input = rang_board_get_input (board);
  const RangBoardEntry *entry = rang_board_find (board, order);
  RangConflict *conflict;

  g_return_val_if_fail (entry != NULL, NULL);
  conflict = new_of_day (input, RANG_CONFLICT_BUMPED_TOO_OFTEN, order);
  conflict->detail = g_strdup_printf ("{\"bumps\":%d,\"allowed\":%d}", count, input->settings->most_bumps);
  add_order (conflict, input, entry->order);
  return conflict;
}

static void
find_bumped (RangBoard *board, GPtrArray *found)
{
  const RangBoardInput *input = rang_board_get_input (board);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->bumps > input->settings->most_bumps)
        g_ptr_array_add (found, rang_conflict_new_bumped (board, entry->number, entry->bumps));
    }
}

GPtrArray *
rang_board_find_conflicts (RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);

  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_free);
  const RangBoardInput *input = rang_board_get_input (board);

  find_over_capacity (board, found);
  find_all_claimed_twice (input, found);
  find_entered_twice (input, found);
  find_impossible (board, found);
  find_bumped (board, found);
  return found;
}

/* The moved order that displaced one of @department: the first of another department. */
static const RangCostMove *
find_cause (const RangMoveCost *cost, gint64 department)
{
  for (guint i = 0; i < cost->moved->len; i++)
    if (g_array_index (cost->moved, RangCostMove, i).department != department)
      return &g_array_index (cost->moved, RangCostMove, i);
  return NULL;
}

static void
add_displaced (
    GPtrArray *found, const RangBoardInput *input, const RangMoveCost *cost, const GArray *items, gint64 mover)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);
      const RangCostMove *cause = find_cause (cost, item->department);
      g_autofree char *key = NULL;
      RangConflict *conflict;

      if (cause == NULL)
        continue;
      key = g_strdup_printf ("displaced/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, cause->order, item->order);
      conflict = rang_conflict_new (RANG_CONFLICT_DISPLACED, key, input->day);
      add_once (conflict->orders, cause->order);
      add_once (conflict->orders, item->order);
      add_once (conflict->people, mover);
      add_department (conflict, input, cause->department);
      add_department (conflict, input, item->department);
      conflict->detail = g_strdup_printf ("{\"from\":%u,\"to\":%u,\"before\":\"%s\",\"after\":\"%s\",\"minutes\":%d}",
                                          cause->from, cause->to, rang_board_state_to_nick (item->state_before),
                                          rang_board_state_to_nick (item->state_after), item->minutes);
      g_ptr_array_add (found, conflict);
    }
}

GPtrArray *
rang_board_find_displaced (RangBoard *board, const RangMoveCost *cost, gint64 mover)
{
  g_return_val_if_fail (board != NULL && cost != NULL, NULL);

  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_free);

  add_displaced (found, rang_board_get_input (board), cost, cost->late, mover);
  add_displaced (found, rang_board_get_input (board), cost, cost->left_out, mover);
  return found;
}
