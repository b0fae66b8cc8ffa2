/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what a conflict is about. */
#include "board/rang-conflict-words.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

static JsonObject *
parse_detail (const RangConflict *conflict)
{
  g_autoptr (JsonNode) node = conflict->detail != NULL ? json_from_string (conflict->detail, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return json_object_new ();
  return json_node_dup_object (node);
}

static int
number_in (JsonObject *detail, const char *name)
{
  return (int)json_object_get_int_member_with_default (detail, name, 0);
}

static const char *
text_in (JsonObject *detail, const char *name)
{
  return json_object_get_string_member_with_default (detail, name, "");
}

/* The order at that place of the conflict's list; 0 if there is none. */
static gint64
order_at (const RangConflict *conflict, guint i)
{
  return i < conflict->orders->len ? g_array_index (conflict->orders, gint64, i) : 0;
}

static const char *
client_name (const RangBoard *board, JsonObject *detail)
{
  gint64 id = g_ascii_strtoll (text_in (detail, "client"), NULL, 10);
  const RangClient *client = board != NULL ? rang_board_input_find_client (rang_board_get_input (board), id) : NULL;

  return client != NULL ? client->name : _ ("One client");
}

static const char *
department_name (const RangBoard *board, const RangConflict *conflict, guint i)
{
  const RangDepartment *department = NULL;

  if (board != NULL && i < conflict->departments->len)
    department = rang_board_input_find_department (rang_board_get_input (board),
                                                   g_array_index (conflict->departments, gint64, i));
  return department != NULL ? department->name : _ ("A department");
}

static char *
title_unclear (const RangBoard *board, const RangConflict *conflict, JsonObject *detail)
{
  const char *role = text_in (detail, "role");

  if (g_str_equal (role, "department-head"))
    /* Translators: a department */
    return g_strdup_printf (_ ("%s: nobody heads it"), department_name (board, conflict, 0));
  if (g_str_equal (role, "head-of-sales"))
    return g_strdup (_ ("Nobody is head of sales"));
  return g_strdup (_ ("Nobody is delivery chief"));
}

static const char *
person_name (const RangBoard *board, gint64 id)
{
  const RangPerson *person = board != NULL ? rang_board_input_find_person (rang_board_get_input (board), id) : NULL;

  return person != NULL ? person->name : "–";
}

char *
rang_conflict_dup_title (const RangConflict *conflict, const RangBoard *board)
{
  g_return_val_if_fail (conflict != NULL, NULL);

  g_autoptr (JsonObject) detail = parse_detail (conflict);
  gint64 first = order_at (conflict, 0), second = order_at (conflict, 1);
  int count = number_in (detail, "count"), bumps = number_in (detail, "bumps");

  switch (conflict->kind)
    {
    case RANG_CONFLICT_OVER_CAPACITY:
      /* Translators: per cent */
      return g_strdup_printf (_ ("Day %d %% full"), number_in (detail, "fullness"));
    case RANG_CONFLICT_CLIENT_CLAIMED_TWICE:
      /* Translators: a client */
      return g_strdup_printf (_ ("%s: two departments"), client_name (board, detail));
    case RANG_CONFLICT_ORDER_ENTERED_TWICE:
      /* Translators: two order numbers */
      return g_strdup_printf (_ ("%" PRId64 " looks like %" PRId64), first, second);
    case RANG_CONFLICT_DISPLACED:
      /* Translators: two order numbers */
      return g_strdup_printf (_ ("%" PRId64 " above %" PRId64), first, second);
    case RANG_CONFLICT_IMPOSSIBLE_PROMISE:
      /* Translators: an order number */
      return g_strdup_printf (_ ("%" PRId64 " cannot be on time"), first);
    case RANG_CONFLICT_BUMPED_TOO_OFTEN:
      /* Translators: an order number; how many times */
      return g_strdup_printf (ngettext ("%" PRId64 " bumped %d time", "%" PRId64 " bumped %d times", (gulong)bumps),
                              first, bumps);
    case RANG_CONFLICT_HIGH_OVER_QUOTA:
      /* Translators: a department; how many orders; how many the quota allows */
      return g_strdup_printf (_ ("%s: %d high, %d allowed"), department_name (board, conflict, 0), count,
                              number_in (detail, "allowed"));
    case RANG_CONFLICT_CLIENT_CHANGED_ORDER:
      /* Translators: an order number */
      return g_strdup_printf (_ ("%" PRId64 ": changed by the client"), first);
    case RANG_CONFLICT_SAME_SIGNER:
      /* Translators: the number of a version */
      return g_strdup_printf (_ ("Version %d: one signer"), number_in (detail, "version"));
    case RANG_CONFLICT_TUG_OF_WAR:
      if (first == 0)
        return g_strdup (rang_conflict_kind_label (conflict->kind));
      if (second == 0)
        /* Translators: an order number */
        return g_strdup_printf (_ ("%" PRId64 " pulled to and fro"), first);
      /* Translators: two order numbers */
      return g_strdup_printf (_ ("%" PRId64 " against %" PRId64), first, second);
    case RANG_CONFLICT_LATE_PUSH:
      /* Translators: an order number */
      return g_strdup_printf (_ ("%" PRId64 " pushed after the hand-over"), first);
    case RANG_CONFLICT_RESPONSIBILITY_UNCLEAR:
      return title_unclear (board, conflict, detail);
    case RANG_N_CONFLICT_KINDS:
    default:
      return g_strdup (rang_conflict_kind_label (conflict->kind));
    }
}

static char *
say_over_capacity (JsonObject *detail)
{
  int out = number_in (detail, "left_out"), late = number_in (detail, "late");
  /* Translators: how many orders */
  g_autofree char *first = g_strdup_printf (
      ngettext ("%d order cannot be delivered today", "%d orders cannot be delivered today", (gulong)out), out);
  g_autofree char *second = NULL;

  if (late == 0)
    return g_strdup_printf ("%s.", first);
  /* Translators: how many orders */
  second = g_strdup_printf (ngettext ("%d will be late", "%d will be late", (gulong)late), late);
  return g_strdup_printf ("%s, %s.", first, second);
}

static const char *
state_label (const char *nick)
{
  for (int state = RANG_PLAN_ON_TIME; state <= RANG_PLAN_NOT_TODAY; state++)
    if (g_str_equal (nick, rang_board_state_to_nick ((RangPlanState)state)))
      return rang_board_state_label ((RangPlanState)state);
  return "";
}

/* "Mihaela Dobre pulled 3 times one way, Radu Stan 2 times the other." */
static char *
say_tug (const RangConflict *conflict, const RangBoard *board, JsonObject *detail)
{
  if (conflict->people->len < 2)
    return g_strdup ("");
  /* Translators: a person and how often; another person and how often */
  return g_strdup_printf (
      _ ("%s pulled one way (%d times), %s the other (%d times). Further pushes wait for a decision."),
      person_name (board, g_array_index (conflict->people, gint64, 0)), number_in (detail, "one"),
      person_name (board, g_array_index (conflict->people, gint64, 1)), number_in (detail, "other"));
}

/* Who did it, and why. */
static char *
say_by (const RangBoard *board, JsonObject *detail)
{
  gint64 by = json_object_get_int_member_with_default (detail, "by", 0);
  int reason = rang_reason_from_nick (text_in (detail, "reason"));
  const char *why = text_in (detail, "why");
  g_autofree char *note = why[0] != '\0' ? g_strdup_printf (" (%s)", why) : g_strdup ("");

  if (by == 0)
    return g_strdup ("");
  /* Translators: a person; a reason such as "Client at risk"; a note in brackets, or nothing */
  return g_strdup_printf (_ (" By %s: %s%s."), person_name (board, by),
                          reason >= 0 ? rang_reason_label ((RangReasonCode)reason) : _ ("reason pending"), note);
}

static char *
say_displaced (const RangConflict *conflict, const RangBoard *board, JsonObject *detail)
{
  g_autofree char *by = say_by (board, detail);
  int minutes = number_in (detail, "minutes");
  g_autofree char *text = NULL, *late = NULL;

  if (text_in (detail, "after")[0] == '\0')
    return g_strdup ("");
  /* Translators: two places; an order number; its states before and after ("On time", "Late today") */
  text = g_strdup_printf (_ ("Moved from place %d to %d. %" PRId64 " before: %s, now: %s"), number_in (detail, "from"),
                          number_in (detail, "to"), order_at (conflict, 1), state_label (text_in (detail, "before")),
                          state_label (text_in (detail, "after")));

  if (minutes <= 0)
    return g_strdup_printf ("%s.%s", text, by);
  /* Translators: "Moved from place 96 to 83. 1075 before: On time, now: Late today"; minutes */
  late = g_strdup_printf (ngettext ("%s, %d min.", "%s, %d min.", (gulong)minutes), text, minutes);
  return g_strconcat (late, by, NULL);
}

static char *
say_impossible (JsonObject *detail)
{
  const char *cause = text_in (detail, "cause");

  if (g_str_equal (cause, "goods"))
    return g_strdup (_ ("Its goods are not ready today."));
  if (g_str_equal (cause, "hours"))
    return g_strdup (_ ("It is promised for a time at which the client takes nothing in."));
  return g_strdup (_ ("Even at place 1 nobody would be there in time."));
}

static gboolean
differs (JsonObject *was, JsonObject *is, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *a = json_object_get_member (was, names[i]), *b = json_object_get_member (is, names[i]);

      if (a != NULL && b != NULL && !json_node_equal (a, b))
        return TRUE;
    }
  return FALSE;
}

/* "Changed: value, load." */
static char *
say_changed (JsonObject *detail)
{
  const struct
  {
    const char *label;
    const char *names[4];
  } fields[] = {
    { _ ("value"), { "value", "currency", "to_collect", NULL } },
    { _ ("requested"), { "requested_from", "requested_to" } },
    { _ ("promised"), { "from", "to" } },
    { _ ("load"), { "load", "parcels" } },
    { _ ("importance"), { "importance" } },
    { _ ("address"), { "place" } },
    { _ ("lines"), { "lines" } },
  };
  JsonObject *was = json_object_has_member (detail, "was") ? json_object_get_object_member (detail, "was") : NULL;
  JsonObject *is = json_object_has_member (detail, "is") ? json_object_get_object_member (detail, "is") : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; was != NULL && is != NULL && i < G_N_ELEMENTS (fields); i++)
    if (differs (was, is, fields[i].names))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", fields[i].label);
  if (list->len == 0)
    return g_strdup (_ ("It was imported again with other content."));
  /* Translators: what changed: "value, load" */
  return g_strdup_printf (_ ("It was imported again; changed: %s."), list->str);
}

char *
rang_conflict_dup_text (const RangConflict *conflict, const RangBoard *board)
{
  g_return_val_if_fail (conflict != NULL, NULL);

  g_autoptr (JsonObject) detail = parse_detail (conflict);
  int allowed = number_in (detail, "allowed");

  switch (conflict->kind)
    {
    case RANG_CONFLICT_OVER_CAPACITY:
      return say_over_capacity (detail);
    case RANG_CONFLICT_CLIENT_CLAIMED_TWICE:
      /* Translators: two departments */
      return g_strdup_printf (_ ("%s and %s both have a say in this client."), department_name (board, conflict, 0),
                              department_name (board, conflict, 1));
    case RANG_CONFLICT_ORDER_ENTERED_TWICE:
      return g_strdup (_ ("The same client, and the same number or the same goods: is it one order?"));
    case RANG_CONFLICT_DISPLACED:
      return say_displaced (conflict, board, detail);
    case RANG_CONFLICT_IMPOSSIBLE_PROMISE:
      return say_impossible (detail);
    case RANG_CONFLICT_BUMPED_TOO_OFTEN:
      /* Translators: how many times */
      return g_strdup_printf (ngettext ("The office allows %d time.", "The office allows %d times.", (gulong)allowed),
                              allowed);
    case RANG_CONFLICT_HIGH_OVER_QUOTA:
      return g_strdup (_ ("The list cannot be submitted like this unless the head of sales decides so."));
    case RANG_CONFLICT_CLIENT_CHANGED_ORDER:
      return say_changed (detail);
    case RANG_CONFLICT_SAME_SIGNER:
      return g_strdup (_ ("One person signed the version and accepted it."));
    case RANG_CONFLICT_TUG_OF_WAR:
      return say_tug (conflict, board, detail);
    case RANG_CONFLICT_LATE_PUSH:
      /* Translators: the number of a version */
      return g_strdup_printf (_ ("Version %d was signed already."), number_in (detail, "version"));
    case RANG_CONFLICT_RESPONSIBILITY_UNCLEAR:
      return g_strdup (_ ("Nobody holds the role that answers here. The head of sales answers meanwhile."));
    case RANG_N_CONFLICT_KINDS:
    default:
      return g_strdup ("");
    }
}

char *
rang_conflict_dup_afterwards (const RangConflict *conflict)
{
  g_return_val_if_fail (conflict != NULL, NULL);

  g_autoptr (JsonObject) detail = parse_detail (conflict);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *outcomes
      = json_object_has_member (detail, "outcomes") ? json_object_get_array_member (detail, "outcomes") : NULL;

  for (guint i = 0; outcomes != NULL && i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);
      gint64 order = json_object_get_int_member_with_default (outcome, "order", 0);
      int minutes = number_in (outcome, "minutes");

      if (i > 0)
        g_string_append_c (text, ' ');
      if (minutes < 0)
        /* Translators: an order number; what became of it */
        g_string_append_printf (text, _ ("%" PRId64 ": not delivered that day."), order);
      else if (minutes == 0)
        /* Translators: an order number; what became of it */
        g_string_append_printf (text, _ ("%" PRId64 ": on time."), order);
      else
        /* Translators: an order number; what became of it */
        g_string_append_printf (
            text, ngettext ("%" PRId64 ": %d min late.", "%" PRId64 ": %d min late.", (gulong)minutes), order, minutes);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
