/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the conflicts that a board cannot see: those raised by an import, a submission, a signature. */
#include "board/rang-board-conflicts.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/rang-digest.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_moment (JsonBuilder *builder, const char *name, RangDay day, RangTime time)
{
  g_autofree char *text = time != RANG_TIME_NONE ? rang_day_time_format (day, time) : rang_day_format (day);

  add_text (builder, name, text);
}

/* What an order says, without anything personal. */
static void
add_content (JsonBuilder *builder, const char *name, const RangOrder *order)
{
  g_autofree char *place = rang_place_to_text (&order->place);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_number (builder, "value", order->value.minor);
  add_text (builder, "currency", order->value.currency);
  add_moment (builder, "requested_from", order->requested.from_day, order->requested.from_time);
  add_moment (builder, "requested_to", order->requested.to_day, order->requested.to_time);
  add_moment (builder, "from", order->promised_day, order->promised.from);
  add_moment (builder, "to", order->promised_day, order->promised.to);
  add_number (builder, "load", order->load);
  add_number (builder, "parcels", order->parcels);
  add_number (builder, "to_collect", order->to_collect);
  add_text (builder, "importance", rang_importance_to_nick (order->importance));
  add_text (builder, "place", place);
  add_number (builder, "lines", order->lines->len);
  json_builder_end_object (builder);
}

static char *
to_detail (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

RangConflict *
rang_conflict_new_changed_order (RangDay day, const RangOrder *was, const RangOrder *is)
{
  g_return_val_if_fail (was != NULL && is != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *detail = NULL, *digest = NULL, *key = NULL;
  RangConflict *conflict;

  json_builder_begin_object (builder);
  add_content (builder, "was", was);
  add_content (builder, "is", is);
  detail = to_detail (builder);
  digest = is->source_digest != NULL ? g_strdup (is->source_digest) : rang_digest_sha256 (detail, strlen (detail));
  key = g_strdup_printf ("client-changed-order/%" G_GINT64_FORMAT "/%.16s", was->number, digest);
  conflict = rang_conflict_new (RANG_CONFLICT_CLIENT_CHANGED_ORDER, key, day);
  g_array_append_val (conflict->orders, was->number);
  if (was->department != 0)
    g_array_append_val (conflict->departments, was->department);
  conflict->detail = g_steal_pointer (&detail);
  return conflict;
}

RangConflict *
rang_conflict_new_unclear (RangDay day, gint64 department, const char *role, gint64 answers)
{
  g_return_val_if_fail (role != NULL, NULL);

  g_autofree char *date = rang_day_format (day);
  g_autofree char *key = g_strdup_printf ("responsibility-unclear/%s/%s/%" G_GINT64_FORMAT, date, role, department);
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_RESPONSIBILITY_UNCLEAR, key, day);

  if (department != 0)
    g_array_append_val (conflict->departments, department);
  if (answers != 0)
    g_array_append_val (conflict->people, answers);
  conflict->detail = g_strdup_printf ("{\"role\":\"%s\"}", role);
  return conflict;
}

RangConflict *
rang_conflict_new_late_push (RangDay day, gint64 push, gint64 order, gint64 department, gint64 by, int version)
{
  g_autofree char *key = g_strdup_printf ("late-push/%" G_GINT64_FORMAT, push);
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_LATE_PUSH, key, day);

  g_array_append_val (conflict->orders, order);
  g_array_append_val (conflict->people, by);
  if (department != 0)
    g_array_append_val (conflict->departments, department);
  conflict->detail = g_strdup_printf ("{\"push\":%" G_GINT64_FORMAT ",\"version\":%d}", push, version);
  return conflict;
}

RangConflict *
rang_conflict_new_tug_of_war (RangDay day, const gint64 *orders, gsize n, const RangTug *tug)
{
  g_return_val_if_fail (orders != NULL && (n == 1 || n == 2), NULL);

  gint64 first = n == 2 ? MIN (orders[0], orders[1]) : orders[0], second = n == 2 ? MAX (orders[0], orders[1]) : 0;
  g_autofree char *key
      = g_strdup_printf ("tug-of-war/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%u", first, second, tug->turn);
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_TUG_OF_WAR, key, day);

  g_array_append_vals (conflict->orders, orders, (guint)n);
  g_array_append_val (conflict->people, tug->one);
  g_array_append_val (conflict->people, tug->other);
  conflict->detail = g_strdup_printf ("{\"one\":%d,\"other\":%d,\"entry\":%" G_GINT64_FORMAT "}", tug->count_one,
                                      tug->count_other, tug->entry);
  return conflict;
}

RangConflict *
rang_conflict_new_same_signer (RangDay day, int version, gint64 person)
{
  g_autofree char *date = rang_day_format (day);
  g_autofree char *key = g_strdup_printf ("same-signer/%s/%d", date, version);
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_SAME_SIGNER, key, day);

  g_array_append_val (conflict->people, person);
  conflict->detail = g_strdup_printf ("{\"version\":%d}", version);
  return conflict;
}

RangConflict *
rang_conflict_new_high_over_quota (
    RangDay day, gint64 department, const gint64 *orders, gsize n, int allowed, gint64 head)
{
  g_return_val_if_fail (orders != NULL || n == 0, NULL);

  g_autofree char *date = rang_day_format (day);
  g_autofree char *key
      = g_strdup_printf ("high-over-quota/%s/%" G_GINT64_FORMAT "/%" G_GSIZE_FORMAT, date, department, n);
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_HIGH_OVER_QUOTA, key, day);

  if (n > 0)
    g_array_append_vals (conflict->orders, orders, (guint)n);
  g_array_append_val (conflict->departments, department);
  g_array_append_val (conflict->people, head);
  conflict->detail = g_strdup_printf ("{\"count\":%" G_GSIZE_FORMAT ",\"allowed\":%d}", n, allowed);
  return conflict;
}
