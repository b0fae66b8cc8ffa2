/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one order as read from a file, and for the digest by which the same content is known again. */
#include "exchange/rang-import-draft.h"

#include "base/rang-digest.h"

RangImportDraft *
rang_import_draft_new (const char *where)
{
  RangImportDraft *draft = g_new0 (RangImportDraft, 1);

  draft->order = rang_order_new ();
  draft->where = g_strdup (where);
  draft->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  draft->client_hours.from = RANG_TIME_NONE;
  draft->client_hours.to = RANG_TIME_NONE;
  draft->shipped_day = RANG_DAY_NONE;
  draft->unread = g_string_new (NULL);
  return draft;
}

void
rang_import_draft_free (RangImportDraft *draft)
{
  if (draft == NULL)
    return;
  rang_order_free (draft->order);
  g_free (draft->where);
  g_ptr_array_unref (draft->problems);
  g_free (draft->department_name);
  g_free (draft->client_code);
  g_free (draft->client_department);
  g_free (draft->priority);
  g_free (draft->terms);
  g_string_free (draft->unread, TRUE);
  g_free (draft);
}

void
rang_import_draft_add_problem (
    RangImportDraft *draft, const char *field, const char *unread, const char *problem, const char *remedy)
{
  g_return_if_fail (draft != NULL);
  if (unread != NULL)
    g_string_append_printf (draft->unread, "%s=%" G_GSIZE_FORMAT ":%s\n", field, strlen (unread), unread);
  g_ptr_array_add (draft->problems,
                   rang_refusal_new (draft->where, draft->order->client_number, field, problem, remedy));
}

/* A field is its name, its length and its bytes: no two contents run together into one. */
static void
add_text (GString *bytes, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (bytes, "%s=%" G_GSIZE_FORMAT ":%s\n", name, strlen (text), text);
}

static void
add_number (GString *bytes, const char *name, gint64 number)
{
  g_string_append_printf (bytes, "%s=%" G_GINT64_FORMAT "\n", name, number);
}

static void
add_place (GString *bytes, const RangPlace *place)
{
  add_text (bytes, "street", place->street);
  add_text (bytes, "city", place->city);
  add_text (bytes, "postcode", place->postcode);
  add_text (bytes, "country", place->country);
  if (place->located)
    {
      add_number (bytes, "lat", place->lat);
      add_number (bytes, "lon", place->lon);
    }
}

static void
add_days (GString *bytes, const RangOrder *order)
{
  add_number (bytes, "order_day", order->order_day);
  add_number (bytes, "from_day", order->requested.from_day);
  add_number (bytes, "from_time", order->requested.from_time);
  add_number (bytes, "to_day", order->requested.to_day);
  add_number (bytes, "to_time", order->requested.to_time);
  add_number (bytes, "promised_day", order->promised_day);
  add_number (bytes, "promised_from", order->promised.from);
  add_number (bytes, "promised_to", order->promised.to);
}

static void
add_lines (GString *bytes, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RangOrderLine *line = g_ptr_array_index (lines, i);

      add_text (bytes, "article", line->article);
      add_text (bytes, "description", line->description);
      add_number (bytes, "quantity", line->quantity);
      add_text (bytes, "unit", line->unit);
      add_number (bytes, "line_value", line->value);
    }
}

static void
add_order (GString *bytes, const RangOrder *order)
{
  add_text (bytes, "order", order->client_number);
  add_text (bytes, "buyer", order->buyer);
  add_text (bytes, "tax_number", order->buyer_tax_number);
  add_number (bytes, "value", order->value.minor);
  add_text (bytes, "currency", order->value.currency);
  add_days (bytes, order);
  add_number (bytes, "importance", (gint64)order->importance);
  add_text (bytes, "importance_reason", order->importance_reason);
  add_number (bytes, "load", order->load);
  add_number (bytes, "parcels", order->parcels);
  add_number (bytes, "service", order->service);
  /* Named only where something is needed: what came before there were skills keeps its digest. */
  if (order->skills != 0)
    add_number (bytes, "skills", order->skills);
  add_number (bytes, "goods", (gint64)order->goods);
  add_number (bytes, "goods_from", order->goods_from);
  add_number (bytes, "penalty", order->penalty_clause);
  add_number (bytes, "collect", order->to_collect);
  add_text (bytes, "invoice", order->invoice);
  add_text (bytes, "contact", order->contact_name);
  add_text (bytes, "phone", order->contact_phone);
  add_text (bytes, "note", order->note);
  add_text (bytes, "access", order->access_note);
  add_place (bytes, &order->place);
  add_lines (bytes, order->lines);
}

void
rang_import_draft_seal (RangImportDraft *draft)
{
  g_autoptr (GString) bytes = g_string_new ("rang-order 1\n");

  g_return_if_fail (draft != NULL);
  add_order (bytes, draft->order);
  add_text (bytes, "department", draft->department_name);
  add_text (bytes, "client_code", draft->client_code);
  add_number (bytes, "shipped", draft->shipped_day);
  add_text (bytes, "unread", draft->unread->str);
  g_free (draft->order->source);
  draft->order->source = g_strdup (draft->where);
  g_free (draft->order->source_digest);
  draft->order->source_digest = rang_digest_sha256 (bytes->str, bytes->len);
}
