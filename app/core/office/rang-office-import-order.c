/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for each order of a file: whether it is new or known, waits or is history, and what of it changes. */
#include <glib/gi18n-lib.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "domain/rang-validate.h"
#include "office/rang-office-import-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-orders.h"

/* --- who and where --- */

gint64
office_import_department (RangOffice *office, const char *name)
{
  g_autoptr (RangDepartment) department = name != NULL ? rang_office_find_department (office, name, NULL) : NULL;

  return department != NULL ? department->id : 0;
}

static gboolean
make_client (OfficeImport *import, const RangImportDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (RangClient) client = rang_client_new ();
  g_autoptr (RangLogEntry) entry = NULL;
  const RangOrder *order = draft->order;

  client->name = g_strdup (order->buyer);
  client->tax_number = g_strdup (order->buyer_tax_number);
  client->hours = draft->client_hours;
  client->department
      = import->department != 0 ? import->department : office_import_department (import->office, draft->client_department);
  g_strlcpy (client->annual_value.currency, import->office->settings->currency, sizeof client->annual_value.currency);
  if (!rang_store_save_client (import->office->store, client, error))
    return FALSE;
  entry = office_new_entry (import->office, import->session, "client");
  entry->client = client->id;
  entry->note = g_strdup ("import");
  *id = client->id;
  return office_log (import->office, entry, error);
}

static gboolean
resolve (OfficeImport *import, const RangImportDraft *draft, RangOrder *order, GError **error)
{
  RangOffice *office = import->office;

  if (order->buyer != NULL || order->buyer_tax_number != NULL)
    {
      if (!rang_store_find_client (office->store, order->buyer, order->buyer_tax_number, &order->client, error))
        return FALSE;
      if (order->client == 0 && draft->make_client && order->buyer != NULL
          && !make_client (import, draft, &order->client, error))
        return FALSE;
    }
  order->department
      = import->department != 0 ? import->department : office_import_department (office, draft->department_name);
  if (order->department == 0 && order->client != 0)
    {
      g_autoptr (RangClient) client = rang_store_load_client (office->store, order->client, error);

      if (client == NULL)
        return FALSE;
      order->department = client->department;
    }
  return TRUE;
}

/* --- what is said of an order --- */

static void
refuse_draft (OfficeImport *import, const RangImportDraft *draft, const char *field, const char *problem, const char *remedy)
{
  import->report->refused++;
  g_ptr_array_add (import->report->refusals,
                   rang_refusal_new (draft->where, draft->order->client_number, field, problem, remedy));
}

/* What could not be read is told by the draft, one by one. */
static void
count_gaps (OfficeImport *import, const RangImportDraft *draft, const RangOrder *order)
{
  g_autoptr (RangOrder) read = rang_order_copy (order);

  g_clear_pointer (&read->unread, g_free);
  rang_validate_order_complete (read, draft->where, import->report->refusals);
}

/* In words, for whoever looks at the order later. */
static char *
unread_of (const RangImportDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < draft->problems->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                            ((RangRefusal *)g_ptr_array_index (draft->problems, i))->problem);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* An order that waits counts as refused, with its gaps, as long as it waits. */
static void
count_waiting (OfficeImport *import, const RangImportDraft *draft, const RangOrder *order)
{
  import->report->refused++;
  for (guint i = 0; i < draft->problems->len; i++)
    g_ptr_array_add (import->report->refusals, rang_refusal_copy (g_ptr_array_index (draft->problems, i)));
  count_gaps (import, draft, order);
}

static void
count_defaults (OfficeImport *import, const RangOrder *order)
{
  for (guint flags = order->defaulted; flags != 0; flags &= flags - 1)
    import->report->defaulted++;
}

static gboolean
log_order (OfficeImport *import, const RangOrder *order, const RangOrder *was, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (import->office, import->session, "import");

  entry->order = order->number;
  entry->client = order->client;
  entry->note = g_strdup (order->source);
  if (order->promised_day != RANG_DAY_NONE)
    entry->day = order->promised_day;
  if (was != NULL)
    entry->data = office_order_differences (was, order);
  return office_log (import->office, entry, error);
}

/* --- taking --- */

/* A day gone by is history: delivered where the file gives a shipped date, else entered. */
static void
settle_history (OfficeImport *import, const RangImportDraft *draft, RangOrder *order)
{
  if (order->promised_day == RANG_DAY_NONE || order->promised_day >= import->today
      || order->state == RANG_ORDER_TO_COMPLETE)
    return;
  order->promise_proposed = FALSE;
  order->first_promised_day = order->promised_day;
  if (draft->shipped_day == RANG_DAY_NONE)
    return;
  order->state = RANG_ORDER_DELIVERED;
  order->outcome_day = draft->shipped_day;
}

static gboolean
settle (OfficeImport *import, const RangImportDraft *draft, RangOrder *order, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);

  g_free (order->unread);
  order->unread = unread_of (draft);
  if (!office_settle_order (import->office, order, &draft->client_hours, draft->where, missing, error))
    return FALSE;
  settle_history (import, draft, order);
  return TRUE;
}

static gboolean
take_new (OfficeImport *import, const RangImportDraft *draft, RangOrder *order, GError **error)
{
  order->state = RANG_ORDER_ENTERED;
  if (!settle (import, draft, order, error) || !rang_store_save_order (import->office->store, order, error))
    return FALSE;
  g_array_append_val (import->report->orders, order->number);
  count_defaults (import, order);
  if (order->state == RANG_ORDER_TO_COMPLETE)
    count_waiting (import, draft, order);
  else
    import->report->taken++;
  return log_order (import, order, NULL, error);
}

/* What a person has set since the order was taken stays: importance stated by hand, the place in the list. */
static void
keep_own (RangOrder *order, const RangOrder *was)
{
  order->number = was->number;
  order->department_rank = was->department_rank;
  order->bumps = was->bumps;
  if (was->importance != RANG_IMPORTANCE_UNKNOWN && (was->defaulted & RANG_FIELD_IMPORTANCE) == 0
      && order->importance == RANG_IMPORTANCE_UNKNOWN)
    {
      order->importance = was->importance;
      g_free (order->importance_reason);
      order->importance_reason = g_strdup (was->importance_reason);
    }
  if (order->client == 0)
    order->client = was->client;
  if (order->department == 0)
    order->department = was->department;
  if (!order->place.located && was->place.located)
    {
      g_autofree char *a = rang_place_key (&order->place);
      g_autofree char *b = rang_place_key (&was->place);

      order->place.located = g_str_equal (a, b);
      order->place.lat = order->place.located ? was->place.lat : 0;
      order->place.lon = order->place.located ? was->place.lon : 0;
    }
}

static gboolean
take_change (OfficeImport *import, const RangImportDraft *draft, RangOrder *order, const RangOrder *was, GError **error)
{
  keep_own (order, was);
  order->state = was->state;
  if (!settle (import, draft, order, error) || !rang_store_save_order (import->office->store, order, error))
    return FALSE;
  g_array_append_val (import->report->orders, order->number);
  count_defaults (import, order);
  if (order->state == RANG_ORDER_TO_COMPLETE)
    count_waiting (import, draft, order);
  else
    import->report->changed++;
  return log_order (import, order, was, error);
}

/* On the board or handed over: a conflict with old and new side by side; nothing moves (CASES.md 6). */
static gboolean
note_change (OfficeImport *import, const RangImportDraft *draft, const RangOrder *order, const RangOrder *was, GError **error)
{
  g_autoptr (GPtrArray) open = rang_store_load_order_changes (import->office->store, was->number, error);
  g_autoptr (RangConflict) conflict = rang_conflict_new_changed_order (was->promised_day, was, order);
  gint64 head = office_head_of (import->office, was->department);
  g_autoptr (RangOrderChange) change = rang_order_change_new ();

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    if (g_strcmp0 (((RangOrderChange *)g_ptr_array_index (open, i))->source_digest, order->source_digest) == 0)
      {
        import->report->unchanged++;
        return TRUE;
      }
  change->order = was->number;
  change->found_at = rang_clock_now (import->office->clock);
  change->source = g_strdup (order->source);
  change->source_digest = g_strdup (order->source_digest);
  change->before = office_order_differences (order, was);
  change->after = office_order_differences (was, order);
  if (head != 0)
    g_array_append_val (conflict->people, head);
  conflict->since = change->found_at;
  import->report->changed++;
  return rang_store_save_order_change (import->office->store, change, error)
         && rang_store_upsert_conflict (import->office->store, conflict, NULL, error)
         && log_order (import, was, order, error);
}

/* An order that another department entered is not taken from it by a file that names its number. */
static gboolean
refuse_foreign (OfficeImport *import, const RangImportDraft *draft, const RangOrder *was, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (import->office, import->session, "refused-attempt");

  refuse_draft (import, draft, "department", _ ("the order is another department’s"),
                _ ("ask that department to import it (the attempt is logged)"));
  entry->order = was->number;
  entry->note = g_strdup ("import");
  return office_log (import->office, entry, error);
}

static gboolean
is_foreign (OfficeImport *import, const RangOrder *was)
{
  const RangPerson *person = office_find_person (import->office, import->session->person);

  return was->department != 0
         && (person == NULL || !rang_permission_allows (person, RANG_ACTION_IMPORT, was->department));
}

static gboolean
take_known (OfficeImport *import, const RangImportDraft *draft, RangOrder *order, gint64 number, GError **error)
{
  g_autoptr (RangOrder) was = rang_store_load_order (import->office->store, number, error);

  if (was == NULL)
    return FALSE;
  if (g_strcmp0 (was->source_digest, order->source_digest) == 0)
    {
      if (was->state == RANG_ORDER_TO_COMPLETE)
        count_waiting (import, draft, was);
      else
        import->report->unchanged++;
      return TRUE;
    }
  switch (was->state)
    {
    case RANG_ORDER_TO_COMPLETE:
    case RANG_ORDER_ENTERED:
      return is_foreign (import, was) ? refuse_foreign (import, draft, was, error)
                                      : take_change (import, draft, order, was, error);
    case RANG_ORDER_SUBMITTED:
    case RANG_ORDER_HANDED_OVER:
    case RANG_ORDER_ACCEPTED:
      return note_change (import, draft, order, was, error);
    case RANG_ORDER_DELIVERED:
    case RANG_ORDER_PART:
    case RANG_ORDER_FAILED:
    case RANG_ORDER_CANCELLED:
    case RANG_ORDER_CARRIED_OVER:
    case RANG_N_ORDER_STATES:
    default:
      refuse_draft (import, draft, "order", _ ("the order is closed already, and this file says something else"),
                    _ ("enter what is new as an order with a number of its own"));
      return TRUE;
    }
}

/* By client or buyer, number and day; where the sender names no buyer, by the content. */
static gboolean
find_known (OfficeImport *import, const RangOrder *order, gint64 *number, GError **error)
{
  RangStore *store = import->office->store;

  if (order->client == 0 && order->buyer == NULL)
    return rang_store_find_nameless_order (store, order->source_digest, number, error);
  return rang_store_find_order (store, order->client, order->buyer, order->client_number, order->order_day, number,
                                error);
}

gboolean
office_import_take (OfficeImport *import, const RangImportDraft *draft, GError **error)
{
  g_autoptr (RangOrder) order = rang_order_copy (draft->order);
  gint64 number = 0;

  if (order->client_number == NULL)
    {
      refuse_draft (import, draft, "order", _ ("the order has no number"),
                    _ ("ask the sender for the order’s number: without it a second copy could not be told"));
      return TRUE;
    }
  if (!rang_validate_order (order, draft->where, import->report->refusals))
    {
      import->report->refused++;
      return TRUE;
    }
  if (!resolve (import, draft, order, error) || !find_known (import, order, &number, error))
    return FALSE;
  return number != 0 ? take_known (import, draft, order, number, error) : take_new (import, draft, order, error);
}

/* The lists that got new orders number their places anew, once each. */
gboolean
office_import_compact_lists (OfficeImport *import, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < import->report->orders->len; i++)
    {
      gint64 number = g_array_index (import->report->orders, gint64, i);
      g_autoptr (RangOrder) order = rang_store_load_order (import->office->store, number, error);

      if (order == NULL)
        return FALSE;
      if (order->promised_day < import->today || order->department == 0)
        continue;
      if (g_hash_table_add (seen, g_strdup_printf ("%d/%" G_GINT64_FORMAT, order->promised_day, order->department))
          && !office_compact_list (import->office, order->promised_day, order->department, error))
        return FALSE;
    }
  return TRUE;
}
