/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for orders entered, completed, changed and cancelled by hand. */
#include "office/rang-office-intake.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "domain/rang-validate.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-order-private.h"
#include "office/rang-office-version-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* --- reading --- */

static GHashTable *
index_clients (GPtrArray *clients)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < clients->len; i++)
    {
      RangClient *client = g_ptr_array_index (clients, i);

      g_hash_table_insert (index, &client->id, client);
    }
  return index;
}

/* An order to complete has no promise yet, at most a proposed one: it waits on every day, until somebody completes it.
 */
static gboolean
waits_elsewhere (const RangOrder *order, RangDay day)
{
  return order->promised_day != RANG_DAY_NONE && order->promised_day != day;
}

GPtrArray *
rang_office_list_orders (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  g_autoptr (GPtrArray) clients = NULL, orders = NULL, waiting = NULL;
  g_autoptr (GHashTable) index = NULL;
  GPtrArray *views;

  if (reading == NULL)
    return NULL;
  orders = office_load_orders_of_day (office, session->day, error);
  clients = orders != NULL ? rang_store_load_clients_of_day (office->store, session->day, error) : NULL;
  waiting = clients != NULL ? rang_store_load_orders_to_complete (office->store, error) : NULL;
  if (waiting == NULL)
    return NULL;
  index = index_clients (clients);
  views = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_view_free);
  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (views, office_view_order (office, rang_order_copy (g_ptr_array_index (orders, i)), index));
  for (guint i = 0; i < waiting->len; i++)
    if (waits_elsewhere (g_ptr_array_index (waiting, i), session->day))
      g_ptr_array_add (views, office_view_order (office, rang_order_copy (g_ptr_array_index (waiting, i)), index));
  return views;
}

RangOrderView *
rang_office_get_order (RangOffice *office, gint64 number, GError **error)
{
  RangOrder *order = office_load_order (office, number, error);

  return order != NULL ? office_view_order (office, order, NULL) : NULL;
}

GPtrArray *
rang_office_order_history (RangOffice *office, gint64 number, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;

  filter.order = number;
  return rang_store_load_log (office->store, &filter, error);
}

/* --- helpers --- */

/* Turns the first refusal into the error. */
static gboolean
fail_with (GPtrArray *problems, GError **error)
{
  const RangRefusal *refusal = g_ptr_array_index (problems, 0);

  /* Translators: a field, what is wrong with it, what to do */
  office_refuse (error, INVALID, _ ("%s: %s; %s"), refusal->field != NULL ? refusal->field : refusal->where,
                 refusal->problem, refusal->remedy);
  return FALSE;
}

static gboolean
check_valid (const RangOrder *order, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);

  return rang_validate_order (order, "order", problems) || fail_with (problems, error);
}

gboolean
office_settle_and_save (RangOffice *office, RangOrder *order, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);

  if (!check_valid (order, error) || !office_settle_order (office, order, NULL, "order", missing, error)
      || !rang_store_save_order (office->store, order, error))
    return FALSE;
  return order->promised_day == RANG_DAY_NONE || order->department == 0
         || office_compact_list (office, order->promised_day, order->department, error);
}

static gboolean
is_fixed (const RangOrder *order, GError **error)
{
  if (order->state == RANG_ORDER_HANDED_OVER || order->state == RANG_ORDER_ACCEPTED)
    office_refuse (error, CLOSED, _ ("order %" PRId64 " is on the signed board; the head of sales can amend it"),
                   order->number);
  else if (!rang_order_is_open (order))
    office_refuse (error, CLOSED, _ ("order %" PRId64 " is closed (%s); it stays as it is"), order->number,
                   rang_order_state_label (order->state));
  else
    return FALSE;
  return TRUE;
}

/* --- entering --- */

static void
clean_texts (RangOrder *order)
{
  char **const texts[]
      = { &order->client_number, &order->buyer,         &order->importance_reason, &order->invoice,
          &order->contact_name,  &order->contact_phone, &order->access_note,       &order->place.street,
          &order->place.city,    &order->place.postcode };
  char *note = rang_text_clean_note (order->note);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *clean = rang_text_clean (*texts[i]);

      g_free (*texts[i]);
      *texts[i] = clean;
    }
  g_free (order->note);
  order->note = note;
}

/* Whose order it is where nobody says so: the one department that the person enters orders for, else the client's.
 * So somebody always answers for it. */
static gint64
usual_department (RangOffice *office, const RangSession *session, const RangOrder *order)
{
  const RangPerson *person = office_find_person (office, session->person);
  g_autoptr (RangClient) client = NULL;
  gint64 only = 0, n = 0;

  for (guint i = 0; i < office->departments->len; i++)
    {
      gint64 department = ((const RangDepartment *)g_ptr_array_index (office->departments, i))->id;

      if (!rang_permission_allows (person, RANG_ACTION_ADD_ORDER, department))
        continue;
      only = department;
      n++;
    }
  if (n == 1)
    return only;
  client = order->client != 0 ? rang_store_load_client (office->store, order->client, NULL) : NULL;
  return client != NULL ? client->department : 0;
}

gint64
rang_office_add_order (RangOffice *office, const RangSession *session, const RangOrder *order, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) copy = rang_order_copy (order);
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL
      || !office_allow (office, session, RANG_ACTION_ADD_ORDER, order->department, 0, transaction, error))
    return 0;
  copy->number = 0;
  if (copy->department == 0)
    copy->department = usual_department (office, session, copy);
  copy->state = RANG_ORDER_ENTERED;
  copy->order_day = copy->order_day != RANG_DAY_NONE ? copy->order_day : rang_office_today (office);
  clean_texts (copy);
  if (!office_settle_and_save (office, copy, error))
    return 0;
  entry = office_new_entry (office, session, "add");
  entry->order = copy->number;
  entry->client = copy->client;
  if (!office_log (office, entry, error) || !rang_store_transaction_commit (transaction, error))
    return 0;
  return copy->number;
}

/* --- editing --- */

static void
take_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
take_named (char **field, const char *value)
{
  if (value != NULL)
    take_string (field, value);
}

static void
edit_goods (RangOrder *order, const RangOrder *values, guint32 mask)
{
  if (mask & RANG_EDIT_LOAD)
    {
      order->load = values->load;
      order->estimated &= ~(guint)RANG_FIELD_LOAD;
      order->defaulted &= ~(guint)RANG_FIELD_LOAD;
    }
  if (mask & RANG_EDIT_PARCELS)
    {
      order->parcels = values->parcels;
      order->estimated &= ~(guint)RANG_FIELD_PARCELS;
      order->defaulted &= ~(guint)RANG_FIELD_PARCELS;
    }
  if (mask & RANG_EDIT_SERVICE)
    {
      order->service = values->service;
      order->estimated &= ~(guint)RANG_FIELD_SERVICE;
      order->defaulted &= ~(guint)RANG_FIELD_SERVICE;
    }
  if (mask & RANG_EDIT_SKILLS)
    order->skills = values->skills;
  if (mask & RANG_EDIT_GOODS)
    {
      order->goods = values->goods;
      order->goods_from = values->goods_from;
    }
  if (mask & RANG_EDIT_VALUE)
    order->value = values->value;
  if (mask & RANG_EDIT_COLLECT)
    order->to_collect = values->to_collect;
  if (mask & RANG_EDIT_PENALTY)
    order->penalty_clause = values->penalty_clause;
}

static void
edit_place (RangOrder *order, const RangOrder *values, guint32 mask)
{
  if (mask & RANG_EDIT_PLACE)
    {
      /* Another door is somewhere else, until somebody says where; parts that are not named stay. */
      take_named (&order->place.street, values->place.street);
      take_named (&order->place.city, values->place.city);
      take_named (&order->place.postcode, values->place.postcode);
      take_named (&order->place.country, values->place.country);
      order->place.located = FALSE;
      order->address = 0;
    }
  if (mask & RANG_EDIT_COORDINATES)
    {
      order->place.located = values->place.located;
      order->place.lat = values->place.lat;
      order->place.lon = values->place.lon;
    }
  if (mask & RANG_EDIT_ACCESS_NOTE)
    take_string (&order->access_note, values->access_note);
}

static void
edit_fields (RangOrder *order, const RangOrderEdit *edit)
{
  const RangOrder *values = edit->values;
  guint32 mask = edit->mask;

  edit_goods (order, values, mask);
  edit_place (order, values, mask);
  if (mask & RANG_EDIT_CLIENT)
    {
      order->client = values->client;
      order->address = 0;
    }
  if (mask & RANG_EDIT_DEPARTMENT)
    {
      order->department = values->department;
      order->department_rank = 0;
    }
  if (mask & RANG_EDIT_PROMISED)
    {
      if (order->promised_day != values->promised_day)
        order->department_rank = 0;
      order->promised_day = values->promised_day;
      order->promised = values->promised;
      order->promise_proposed = FALSE;
    }
  if (mask & RANG_EDIT_NOTE)
    take_string (&order->note, values->note);
  if (mask & RANG_EDIT_INVOICE)
    take_string (&order->invoice, values->invoice);
  if (mask & RANG_EDIT_CLIENT_NUMBER)
    take_string (&order->client_number, values->client_number);
  if (mask & RANG_EDIT_CONTACT)
    {
      take_string (&order->contact_name, values->contact_name);
      take_string (&order->contact_phone, values->contact_phone);
    }
  clean_texts (order);
}

RangOrder *
rang_office_preview_edit (RangOffice *office, gint64 number, const RangOrderEdit *edit, GError **error)
{
  g_return_val_if_fail (office != NULL && edit != NULL, NULL);

  RangOrder *order = office_load_order (office, number, error);

  if (order != NULL)
    edit_fields (order, edit);
  return order;
}

/* A pin is worth keeping: the client's address at the same door learns the coordinates. */
static gboolean
teach_address (RangOffice *office, const RangOrder *order, GError **error)
{
  g_autoptr (RangClient) client = NULL;
  RangAddress *address;

  if (order->client == 0 || !order->place.located)
    return TRUE;
  client = rang_store_load_client (office->store, order->client, error);
  if (client == NULL)
    return FALSE;
  address = rang_client_find_address (client, &order->place);
  if (address == NULL || address->place.located)
    return TRUE;
  address->place.located = TRUE;
  address->place.lat = order->place.lat;
  address->place.lon = order->place.lon;
  return rang_store_save_client (office->store, client, error);
}

/* What left the board of a day makes the ranks of that day close up, whatever day the person looks at. */
static gboolean
close_up (RangOffice *office, const RangSession *session, const RangOrder *was, gint64 entry, GError **error)
{
  RangSession there = *session;

  if (was->state != RANG_ORDER_SUBMITTED)
    return TRUE;
  there.day = was->promised_day;
  return office_compact_list (office, was->promised_day, was->department, error)
         && office_rejoin_board (office, &there, entry, error);
}

gboolean
rang_office_edit_order (
    RangOffice *office, const RangSession *session, gint64 number, const RangOrderEdit *edit, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  g_autoptr (RangOrder) was = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (order == NULL
      || !office_allow (office, session, RANG_ACTION_EDIT_ORDER, order->department, number, transaction, error)
      || is_fixed (order, error))
    return FALSE;
  if (order->state == RANG_ORDER_SUBMITTED && (edit->mask & (RANG_EDIT_DEPARTMENT | RANG_EDIT_CLIENT)) != 0)
    {
      office_refuse (error, REFUSED,
                     _ ("order %" PRId64 " is on the board; cancel it and enter it anew to "
                        "change its client or department"),
                     number);
      return FALSE;
    }
  was = rang_order_copy (order);
  edit_fields (order, edit);
  g_clear_pointer (&order->unread, g_free);
  /* Another day's board is another list: it is submitted there, where its importance counts. */
  if (was->state == RANG_ORDER_SUBMITTED && was->promised_day != order->promised_day)
    order->state = RANG_ORDER_ENTERED;
  if (!office_settle_and_save (office, order, error) || !teach_address (office, order, error))
    return FALSE;
  entry = office_new_entry (office, session, "edit");
  entry->order = number;
  entry->client = order->client;
  entry->data = office_order_differences (was, order);
  return office_log (office, entry, error)
         && (was->promised_day == order->promised_day || close_up (office, session, was, entry->entry, error))
         && rang_store_transaction_commit (transaction, error);
}

/* --- importance --- */

gboolean
rang_office_state_importance (RangOffice *office,
                              const RangSession *session,
                              gint64 number,
                              RangImportance importance,
                              const char *reason,
                              GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autofree char *clean = rang_text_clean (reason);

  if (order == NULL
      || !office_allow (office, session, RANG_ACTION_STATE_IMPORTANCE, order->department, number, transaction, error)
      || is_fixed (order, error))
    return FALSE;
  if (importance == RANG_IMPORTANCE_HIGH && clean == NULL)
    {
      office_refuse (error, INVALID, _ ("high importance needs a reason; say why"));
      return FALSE;
    }
  entry = office_new_entry (office, session, "importance");
  entry->order = number;
  entry->note = g_strdup (clean);
  entry->data = g_strdup_printf ("{\"old\":\"%s\",\"new\":\"%s\"}", rang_importance_to_nick (order->importance),
                                 rang_importance_to_nick (importance));
  rang_order_state_importance (order, importance);
  order->defaulted &= ~(guint)RANG_FIELD_IMPORTANCE;
  take_string (&order->importance_reason, clean);
  return office_settle_and_save (office, order, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

/* --- cancelling --- */

gboolean
rang_office_cancel_order (
    RangOffice *office, const RangSession *session, gint64 number, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangOrder) was = NULL;

  if (order == NULL
      || !office_allow (office, session, RANG_ACTION_CANCEL_ORDER, order->department, number, transaction, error))
    return FALSE;
  if (!rang_order_is_open (order) && is_fixed (order, error))
    return FALSE;
  was = rang_order_copy (order);
  /* What is signed is changed by an amendment, whatever the change. */
  if ((was->state == RANG_ORDER_HANDED_OVER || was->state == RANG_ORDER_ACCEPTED)
      && !office_allow_as (office, session, RANG_ACTION_AMEND, "cancel", 0, number, transaction, error))
    return FALSE;
  entry = office_new_entry (office, session, "cancel");
  entry->order = number;
  entry->client = order->client;
  entry->note = rang_text_clean_note (note);
  if (order->promised_day != RANG_DAY_NONE)
    entry->day = order->promised_day;
  if (was->state == RANG_ORDER_HANDED_OVER || was->state == RANG_ORDER_ACCEPTED)
    return office_cancel_signed (office, session, order, entry, error)
           && rang_store_transaction_commit (transaction, error);
  order->state = RANG_ORDER_CANCELLED;
  order->department_rank = 0;
  return rang_store_save_order (office->store, order, error) && office_log (office, entry, error)
         && (order->promised_day == RANG_DAY_NONE || order->department == 0
             || office_compact_list (office, order->promised_day, order->department, error))
         && close_up (office, session, was, entry->entry, error) && rang_store_transaction_commit (transaction, error);
}
