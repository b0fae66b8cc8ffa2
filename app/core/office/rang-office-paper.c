/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a sheet holds beside its stops: what changed, what is picked, what the office calls its fields. */
#include "office/rang-office-paper-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-clients.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-orders.h"

/* A difference in minutes that the client or the courier would notice. */
#define NOTICED (10 * 60)

/* --- fields --- */

GPtrArray *
rang_office_list_sheet_fields (RangOffice *office, GError **error)
{
  g_autoptr (GPtrArray) stored = rang_store_load_sheet_fields (office->store, error);
  GPtrArray *fields;

  if (stored == NULL)
    return NULL;
  fields = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_sheet_field_free);
  for (int i = 0; i < RANG_SHEET_N_LEGALS; i++)
    {
      RangSheetFieldSetting *field = g_new0 (RangSheetFieldSetting, 1);

      field->field = g_strdup (rang_sheet_legal_to_nick ((RangSheetLegal)i));
      field->shown = rang_sheet_legal_is_usual ((RangSheetLegal)i);
      for (guint k = 0; k < stored->len; k++)
        {
          const RangSheetFieldSetting *one = g_ptr_array_index (stored, k);

          if (!g_str_equal (one->field, field->field))
            continue;
          field->shown = one->shown;
          field->label = g_strdup (one->label);
        }
      g_ptr_array_add (fields, field);
    }
  return fields;
}

gboolean
rang_office_set_sheet_field (RangOffice *office,
                             const RangSession *session,
                             const char *field,
                             gboolean shown,
                             const char *label,
                             GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangLogEntry) entry = NULL;
  RangSheetFieldSetting setting = { (char *)field, shown, label != NULL && label[0] != '\0' ? (char *)label : NULL };

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_MANAGE_OFFICE, 0, 0, transaction, error))
    return FALSE;
  if (rang_sheet_legal_from_nick (field) < 0)
    {
      office_refuse (error, NOT_FOUND, _ ("a sheet has no field “%s”"), field);
      return FALSE;
    }
  entry = office_new_entry (office, session, "settings");
  entry->data = g_strdup_printf ("{\"sheet_field\":\"%s\",\"shown\":%s}", field, shown ? "true" : "false");
  return rang_store_save_sheet_field (office->store, &setting, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

gboolean
office_fill_fields (RangOffice *office, RangSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) fields = rang_office_list_sheet_fields (office, error);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const RangSheetFieldSetting *field = g_ptr_array_index (fields, i);

      sheet->fields[i].shown = field->shown;
      g_free (sheet->fields[i].label);
      sheet->fields[i].label = g_strdup (field->label);
    }
  return fields != NULL;
}

/* --- goods --- */

static RangSheetGoods *
find_goods (RangSheet *sheet, const RangOrderLine *line)
{
  RangSheetGoods *goods;

  for (guint i = 0; i < sheet->goods->len; i++)
    {
      goods = g_ptr_array_index (sheet->goods, i);
      if (g_strcmp0 (goods->article, line->article) == 0 && g_strcmp0 (goods->description, line->description) == 0
          && g_strcmp0 (goods->measure, line->unit) == 0)
        return goods;
    }
  goods = rang_sheet_add_goods (sheet);
  goods->article = g_strdup (line->article);
  goods->description = g_strdup (line->description);
  goods->measure = g_strdup (line->unit);
  return goods;
}

static void
name_order (RangSheetGoods *goods, gint64 number)
{
  g_autofree char *before = goods->orders;

  goods->orders
      = g_strdup_printf ("%s%s%" G_GINT64_FORMAT, before != NULL ? before : "", before != NULL ? ", " : "", number);
}

void
office_fill_goods (RangSheet *sheet, const RangOrder *order)
{
  RangSheetGoods *goods;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const RangOrderLine *line = g_ptr_array_index (order->lines, i);

      goods = find_goods (sheet, line);
      goods->quantity += line->quantity;
      name_order (goods, order->number);
    }
  if (order->lines->len > 0)
    return;
  /* Nobody said what is in it: the parcels are picked as they are packed. */
  goods = rang_sheet_add_goods (sheet);
  goods->description = g_strdup (_ ("Parcels as packed"));
  goods->quantity = (gint64)order->parcels * 1000;
  name_order (goods, order->number);
}

/* --- what changed --- */

/* Where an order was: its van and its place, and when. */
typedef struct
{
  gint64 resource;
  guint place;
  RangTime eta;
} Was;

static gboolean
find_was (const RangVersionBody *body, gint64 order, Was *was)
{
  for (guint r = 0; r < body->routes->len; r++)
    {
      const RangFixedRoute *route = g_ptr_array_index (body->routes, r);

      for (guint s = 0; s < route->orders->len; s++)
        if (g_array_index (route->orders, gint64, s) == order)
          {
            *was = (Was){ route->resource, s + 1, GPOINTER_TO_INT (g_hash_table_lookup (body->etas, &order)) };
            return TRUE;
          }
    }
  return FALSE;
}

static char *
describe_order (RangOffice *office, gint64 number)
{
  g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", number,
                          order != NULL ? rang_office_client_name (office, order->client) : "");
}

static void
say_change (
    RangSheet *sheet, RangOffice *office, const RangBoardStop *stop, gint64 resource, const RangVersionBody *body)
{
  g_autofree char *order = describe_order (office, stop->order), *now = rang_time_format (stop->eta), *then = NULL;
  Was was;

  if (!find_was (body, stop->order, &was) || was.resource != resource)
    /* Translators: an order and its client; the number of its stop; its time. */
    g_ptr_array_add (sheet->changes, g_strdup_printf (_ ("New: %s, stop %u at %s"), order, stop->place, now));
  else if (ABS (stop->eta - was.eta) >= NOTICED)
    {
      then = rang_time_format (was.eta);
      /* Translators: an order and its client; its time now; its time before. */
      g_ptr_array_add (sheet->changes, g_strdup_printf (_ ("Other time: %s at %s (was %s)"), order, now, then));
    }
}

/* The stop of that number, or the end: where a stop that was before it stands on the sheet. */
static guint
find_index (const RangSheet *sheet, gint32 number)
{
  for (guint i = 0; i < sheet->stops->len; i++)
    if (((const RangSheetStop *)g_ptr_array_index (sheet->stops, i))->number >= number)
      return i;
  return sheet->stops->len;
}

/* Struck among the stops, where it was: before the stop of the order that followed it then and is still there. */
static void
strike_stop (RangSheet *sheet, RangOffice *office, const RangBoardRoute *route, const RangFixedRoute *before, guint s)
{
  gint64 number = g_array_index (before->orders, gint64, s);
  g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, NULL);
  RangSheetStop *stop;
  RangSheetOrder *row;
  gint32 followed = G_MAXINT32;

  for (guint k = s + 1; followed == G_MAXINT32 && k < before->orders->len; k++)
    for (guint i = 0; i < route->stops->len; i++)
      if (g_array_index (route->stops, RangBoardStop, i).order == g_array_index (before->orders, gint64, k))
        followed = (gint32)g_array_index (route->stops, RangBoardStop, i).place;
  stop = rang_sheet_insert_struck_stop (sheet, find_index (sheet, followed));
  row = rang_sheet_stop_add_order (stop, number);
  if (order == NULL)
    return;
  stop->client = g_strdup (rang_office_client_name (office, order->client));
  stop->address = rang_place_to_text (&order->place);
  row->struck = order->state == RANG_ORDER_CANCELLED;
}

static void
say_gone (RangSheet *sheet, RangOffice *office, const RangBoardRoute *route, const RangVersionBody *body)
{
  for (guint r = 0; r < body->routes->len; r++)
    {
      const RangFixedRoute *before = g_ptr_array_index (body->routes, r);

      for (guint s = 0; before->resource == route->resource && s < before->orders->len; s++)
        {
          gint64 number = g_array_index (before->orders, gint64, s);
          g_autofree char *order = NULL;
          gboolean still = FALSE;

          for (guint i = 0; i < route->stops->len; i++)
            still = still || g_array_index (route->stops, RangBoardStop, i).order == number;
          if (still)
            continue;
          order = describe_order (office, number);
          /* Translators: an order and its client. */
          g_ptr_array_add (sheet->changes, g_strdup_printf (_ ("Struck: %s is not on this van any more"), order));
          strike_stop (sheet, office, route, before, s);
        }
    }
}

/* The version or plan before the one that binds: the plan before, else the version before with its last plan. */
static RangVersionBody *
load_before (RangOffice *office, const RangSession *session, const RangVersionInfo *now, char **name, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);
  const RangVersionRecord *current = NULL, *based_on = NULL;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if ((int)((RangVersionRecord *)g_ptr_array_index (versions, i))->number == now->number)
      current = g_ptr_array_index (versions, i);
  if (current == NULL)
    return NULL;
  if (now->plan > 1)
    {
      /* Translators: numbers of a version and of a plan. */
      *name = g_strdup_printf (_ ("Changed since version %d, plan %d:"), now->number, now->plan - 1);
      return office_read_version (office, current, now->plan - 1, error);
    }
  for (guint i = 0; i < versions->len; i++)
    if (((RangVersionRecord *)g_ptr_array_index (versions, i))->id == current->based_on)
      based_on = g_ptr_array_index (versions, i);
  if (based_on == NULL)
    return NULL;
  /* Translators: number of a version. */
  *name = g_strdup_printf (_ ("Changed since version %d:"), (int)based_on->number);
  return office_read_version (office, based_on, 0, error);
}

gboolean
office_fill_changes (RangOffice *office,
                     const RangSession *session,
                     RangSheet *sheet,
                     const RangBoardRoute *route,
                     const RangVersionInfo *version,
                     GError **error)
{
  g_autoptr (RangVersionBody) before = NULL;
  g_autoptr (GError) problem = NULL;

  if (version == NULL)
    return TRUE;
  before = load_before (office, session, version, &sheet->changed_since, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (before == NULL)
    return TRUE;
  say_gone (sheet, office, route, before);
  for (guint i = 0; i < route->stops->len; i++)
    say_change (sheet, office, &g_array_index (route->stops, RangBoardStop, i), route->resource, before);
  if (sheet->changes->len == 0)
    g_ptr_array_add (sheet->changes, g_strdup (_ ("Nothing on this van")));
  return TRUE;
}
