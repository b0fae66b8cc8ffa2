/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the text of a signed version: what it holds, and how it is read back. */
#include "office/rang-version-body.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "board/rang-ranking.h"
#include "office/rang-office.h"

/* --- writing --- */

static void
set_text (JsonBuilder *b, const char *member, const char *text)
{
  json_builder_set_member_name (b, member);
  if (text != NULL)
    json_builder_add_string_value (b, text);
  else
    json_builder_add_null_value (b);
}

static void
set_int (JsonBuilder *b, const char *member, gint64 value)
{
  json_builder_set_member_name (b, member);
  json_builder_add_int_value (b, value);
}

static void
write_row (JsonBuilder *b, const RangBoardReason *reason)
{
  set_text (b, "rule", reason->rule);
  set_text (b, "text", reason->text);
  set_text (b, "table", reason->table);
  set_int (b, "row", reason->row);
  json_builder_set_member_name (b, "asks");
  json_builder_begin_array (b);
  for (guint i = 0; reason->asks != NULL && i < reason->asks->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (reason->asks, i));
  json_builder_end_array (b);
}

static void
write_facts (JsonBuilder *b, const GPtrArray *facts)
{
  json_builder_set_member_name (b, "inputs");
  json_builder_begin_object (b);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const RangBoardFact *fact = g_ptr_array_index (facts, i);

      set_text (b, fact->name, fact->value);
    }
  json_builder_end_object (b);
}

static void
write_score (JsonBuilder *b, const RangBoardScore *score)
{
  char letter[2] = { score->class_letter, '\0' };

  set_text (b, "class", letter);
  json_builder_set_member_name (b, "why_class");
  json_builder_begin_object (b);
  write_row (b, score->why_class);
  json_builder_end_object (b);
  set_int (b, "points", score->points);
  json_builder_set_member_name (b, "reasons");
  json_builder_begin_array (b);
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);

      json_builder_begin_object (b);
      write_row (b, reason);
      set_int (b, "points", reason->points);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  write_facts (b, score->facts);
  set_int (b, "rules", score->rules);
}

static void
write_entry (JsonBuilder *b, const RangBoardEntry *entry)
{
  json_builder_begin_object (b);
  set_int (b, "order", entry->number);
  set_int (b, "rank", entry->rank);
  set_int (b, "suggested", entry->suggested_rank);
  write_score (b, entry->score);
  set_text (b, "state", rang_board_state_to_nick (entry->state));
  set_int (b, "minutes_late", entry->minutes_late);
  set_int (b, "resource", entry->resource);
  set_int (b, "eta", entry->eta);
  set_int (b, "placed_by", entry->placed != NULL ? entry->placed->person : 0);
  set_int (b, "reason", entry->placed != NULL ? entry->placed->reason : -1);
  set_int (b, "entry", entry->placed != NULL ? entry->placed->entry : 0);
  json_builder_end_object (b);
}

static void
write_routes (JsonBuilder *b, const GPtrArray *routes, gboolean with_etas)
{
  json_builder_set_member_name (b, "routes");
  json_builder_begin_array (b);
  for (guint r = 0; r < routes->len; r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, r);

      json_builder_begin_object (b);
      set_int (b, "resource", route->resource);
      json_builder_set_member_name (b, "orders");
      json_builder_begin_array (b);
      for (guint s = 0; s < route->stops->len; s++)
        json_builder_add_int_value (b, g_array_index (route->stops, RangBoardStop, s).order);
      json_builder_end_array (b);
      if (with_etas)
        {
          json_builder_set_member_name (b, "etas");
          json_builder_begin_array (b);
          for (guint s = 0; s < route->stops->len; s++)
            json_builder_add_int_value (b, g_array_index (route->stops, RangBoardStop, s).eta);
          json_builder_end_array (b);
        }
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

char *
rang_version_body_write (const RangBoard *board)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const GArray *suggestion = rang_board_get_suggestion (board);

  json_builder_begin_object (b);
  json_builder_set_member_name (b, "orders");
  json_builder_begin_array (b);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    write_entry (b, rang_board_get_entry (board, rank));
  json_builder_end_array (b);
  write_routes (b, rang_board_get_routes (board), FALSE);
  json_builder_set_member_name (b, "suggestion");
  json_builder_begin_array (b);
  for (guint i = 0; i < suggestion->len; i++)
    json_builder_add_int_value (b, g_array_index (suggestion, gint64, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  root = json_builder_get_root (b);
  return json_to_string (root, FALSE);
}

char *
rang_plan_body_write (const RangBoard *board)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (b);
  write_routes (b, rang_board_get_routes (board), TRUE);
  json_builder_end_object (b);
  root = json_builder_get_root (b);
  return json_to_string (root, FALSE);
}

/* --- reading --- */

static RangVersionBody *
body_new (void)
{
  RangVersionBody *body = g_new0 (RangVersionBody, 1);

  body->ranking = g_array_new (FALSE, FALSE, sizeof (gint64));
  body->suggestion = g_array_new (FALSE, FALSE, sizeof (gint64));
  body->placements = g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement));
  body->scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)rang_board_score_free);
  body->etas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  body->routes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_fixed_route_free);
  return body;
}

void
rang_version_body_free (RangVersionBody *body)
{
  if (body == NULL)
    return;
  g_array_unref (body->ranking);
  g_array_unref (body->suggestion);
  g_array_unref (body->placements);
  g_hash_table_unref (body->scores);
  g_hash_table_unref (body->etas);
  g_ptr_array_unref (body->routes);
  g_free (body);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gint64
get_int (JsonObject *object, const char *member)
{
  return json_object_get_int_member_with_default (object, member, 0);
}

/* What was signed before the rows were kept says its table in the rule's name. */
static void
read_row (RangBoardReason *reason, JsonObject *object)
{
  JsonArray *asks = json_object_has_member (object, "asks") ? json_object_get_array_member (object, "asks") : NULL;
  const char *table = get_text (object, "table"), *slash = reason->rule != NULL ? strchr (reason->rule, '/') : NULL;
  g_autofree char *own
      = table == NULL && slash != NULL ? g_strndup (reason->rule, (gsize)(slash - reason->rule)) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; asks != NULL && i < json_array_get_length (asks); i++)
    g_ptr_array_add (names, (gpointer)json_array_get_string_element (asks, i));
  g_ptr_array_add (names, NULL);
  rang_board_reason_set_row (reason, table != NULL ? table : own, (guint)get_int (object, "row"),
                             (const char *const *)names->pdata);
}

static void
read_class (RangBoardScore *score, JsonObject *object)
{
  JsonObject *why
      = json_object_has_member (object, "why_class") ? json_object_get_object_member (object, "why_class") : NULL;

  if (why != NULL)
    read_row (rang_board_score_set_class (score, get_text (why, "rule"), get_text (why, "text")), why);
  else
    read_row (rang_board_score_set_class (score, get_text (object, "class_rule"), get_text (object, "class_text")),
              object);
}

static void
read_facts (RangBoardScore *score, JsonObject *facts)
{
  g_autoptr (GList) names = json_object_get_members (facts);

  for (const GList *name = names; name != NULL; name = name->next)
    {
      const char *value = get_text (facts, name->data);

      if (value != NULL)
        rang_board_score_tell (score, name->data, g_strdup (value));
    }
}

static RangBoardScore *
read_score (JsonObject *object)
{
  const char *letter = get_text (object, "class");
  RangBoardScore *score = rang_board_score_new (letter != NULL && letter[0] != '\0' ? letter[0] : 'C');
  JsonArray *reasons
      = json_object_has_member (object, "reasons") ? json_object_get_array_member (object, "reasons") : NULL;

  read_class (score, object);
  for (guint i = 0; reasons != NULL && i < json_array_get_length (reasons); i++)
    {
      JsonObject *reason = json_array_get_object_element (reasons, i);
      gint64 points = get_int (reason, "points");
      const char *rule = get_text (reason, "rule"), *text = get_text (reason, "text");

      read_row (points != 0 ? rang_board_score_add (score, rule, text, points)
                            : rang_board_score_note (score, rule, text),
                reason);
    }
  score->points = get_int (object, "points");
  if (json_object_has_member (object, "inputs"))
    read_facts (score, json_object_get_object_member (object, "inputs"));
  score->rules = get_int (object, "rules");
  return score;
}

static void
read_orders (RangVersionBody *body, JsonArray *orders)
{
  for (guint i = 0; i < json_array_get_length (orders); i++)
    {
      JsonObject *object = json_array_get_object_element (orders, i);
      gint64 number = get_int (object, "order");

      g_array_append_val (body->ranking, number);
      g_hash_table_insert (body->scores, g_memdup2 (&number, sizeof number), read_score (object));
      g_hash_table_insert (body->etas, g_memdup2 (&number, sizeof number),
                           GINT_TO_POINTER ((int)get_int (object, "eta")));
      if (get_int (object, "placed_by") != 0)
        {
          RangBoardPlacement placement
              = { number, get_int (object, "placed_by"), (int)get_int (object, "reason"), get_int (object, "entry") };

          g_array_append_val (body->placements, placement);
        }
    }
}

static void
read_numbers (GArray *into, JsonArray *numbers)
{
  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      gint64 number = json_array_get_int_element (numbers, i);

      g_array_append_val (into, number);
    }
}

static void
read_routes (RangVersionBody *body, JsonArray *routes)
{
  g_ptr_array_set_size (body->routes, 0);
  for (guint i = 0; i < json_array_get_length (routes); i++)
    {
      JsonObject *element = json_array_get_object_element (routes, i);
      RangFixedRoute *route = rang_fixed_route_new (get_int (element, "resource"));
      JsonArray *etas
          = json_object_has_member (element, "etas") ? json_object_get_array_member (element, "etas") : NULL;

      read_numbers (route->orders, json_object_get_array_member (element, "orders"));
      for (guint s = 0; etas != NULL && s < MIN (json_array_get_length (etas), route->orders->len); s++)
        g_hash_table_insert (body->etas, g_memdup2 (&g_array_index (route->orders, gint64, s), sizeof (gint64)),
                             GINT_TO_POINTER ((int)json_array_get_int_element (etas, s)));
      g_ptr_array_add (body->routes, route);
    }
}

gboolean
rang_version_body_take_plan (RangVersionBody *body, const char *plan, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (plan, error);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (root == NULL)
    return FALSE;
  if (object == NULL || !json_object_has_member (object, "routes"))
    {
      g_set_error_literal (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_FILE, "the plan cannot be read");
      return FALSE;
    }
  g_hash_table_remove_all (body->etas);
  read_routes (body, json_object_get_array_member (object, "routes"));
  return TRUE;
}

RangVersionBody *
rang_version_body_read (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (text, error);
  g_autoptr (RangVersionBody) body = NULL;
  JsonObject *object;

  if (root == NULL)
    return NULL;
  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || !json_object_has_member (object, "orders") || !json_object_has_member (object, "routes")
      || !json_object_has_member (object, "suggestion"))
    {
      g_set_error_literal (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_FILE, "the signed version cannot be read");
      return NULL;
    }
  body = body_new ();
  read_orders (body, json_object_get_array_member (object, "orders"));
  read_numbers (body->suggestion, json_object_get_array_member (object, "suggestion"));
  read_routes (body, json_object_get_array_member (object, "routes"));
  return g_steal_pointer (&body);
}

/* --- use --- */

static gboolean
remove_number (GArray *numbers, gint64 number)
{
  guint rank = rang_ranking_find (numbers, number);

  if (rank == 0)
    return FALSE;
  g_array_remove_index (numbers, rank - 1);
  return TRUE;
}

gboolean
rang_version_body_strike (RangVersionBody *body, gint64 order)
{
  gboolean found = remove_number (body->ranking, order);

  remove_number (body->suggestion, order);
  g_hash_table_remove (body->scores, &order);
  for (guint i = 0; i < body->routes->len; i++)
    remove_number (((RangFixedRoute *)g_ptr_array_index (body->routes, i))->orders, order);
  for (guint i = body->placements->len; i > 0; i--)
    if (g_array_index (body->placements, RangBoardPlacement, i - 1).order == order)
      g_array_remove_index (body->placements, i - 1);
  return found;
}

void
rang_version_body_fill (const RangVersionBody *body, RangBoardInput *input)
{
  GHashTableIter iter;
  gpointer key, value;

  input->closed = TRUE;
  g_array_set_size (input->ranking, 0);
  g_array_append_vals (input->ranking, body->ranking->data, body->ranking->len);
  g_array_set_size (input->placements, 0);
  g_array_append_vals (input->placements, body->placements->data, body->placements->len);
  g_hash_table_iter_init (&iter, body->scores);
  while (g_hash_table_iter_next (&iter, &key, &value))
    rang_board_input_add_score (input, *(gint64 *)key, rang_board_score_copy (value));
  g_clear_pointer (&input->suggested, g_array_unref);
  input->suggested = g_array_copy (body->suggestion);
  g_clear_pointer (&input->routes, g_ptr_array_unref);
  input->routes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_fixed_route_free);
  for (guint i = 0; i < body->routes->len; i++)
    {
      const RangFixedRoute *route = g_ptr_array_index (body->routes, i);
      RangFixedRoute *copy = rang_fixed_route_new (route->resource);

      g_array_append_vals (copy->orders, route->orders->data, route->orders->len);
      g_ptr_array_add (input->routes, copy);
    }
}
