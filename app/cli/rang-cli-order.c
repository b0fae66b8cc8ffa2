/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how an order is written on the command line. */
#include "rang-cli-order.h"

#include <glib/gi18n.h>
#include <string.h>

void
rang_cli_order_options_clear (RangCliOrderOptions *options)
{
  char **const texts[] = { &options->client,         &options->department,   &options->number,  &options->promised,
                           &options->requested_from, &options->requested_to, &options->value,   &options->currency,
                           &options->load,           &options->parcels,      &options->service, &options->goods,
                           &options->importance,     &options->reason,       &options->street,  &options->city,
                           &options->postcode,       &options->coordinates,  &options->collect, &options->invoice,
                           &options->contact,        &options->phone,        &options->note,    &options->access,         &options->skills };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

GOptionEntry *
rang_cli_order_entries (RangCliOrderOptions *o)
{
  const GOptionEntry entries[]
      = { { "client", 0, 0, G_OPTION_ARG_STRING, &o->client, N_ ("id, tax number or name"), N_ ("CLIENT") },
          { "department", 0, 0, G_OPTION_ARG_STRING, &o->department, N_ ("id or name"), N_ ("DEPARTMENT") },
          { "number", 0, 0, G_OPTION_ARG_STRING, &o->number, N_ ("the client’s own number"), N_ ("TEXT") },
          { "promised", 0, 0, G_OPTION_ARG_STRING, &o->promised, N_ ("promised window on the day of --day"),
            "HH:MM-HH:MM" },
          { "requested-from", 0, 0, G_OPTION_ARG_STRING, &o->requested_from, N_ ("first day asked for"), "YYYY-MM-DD" },
          { "requested-to", 0, 0, G_OPTION_ARG_STRING, &o->requested_to, N_ ("last day asked for"), "YYYY-MM-DD" },
          { "value", 0, 0, G_OPTION_ARG_STRING, &o->value, N_ ("what it is worth"), N_ ("AMOUNT") },
          { "currency", 0, 0, G_OPTION_ARG_STRING, &o->currency, N_ ("ISO 4217 code"), "CODE" },
          { "load", 0, 0, G_OPTION_ARG_STRING, &o->load, N_ ("weight"), "KG" },
          { "parcels", 0, 0, G_OPTION_ARG_STRING, &o->parcels, N_ ("how many"), "N" },
          { "service", 0, 0, G_OPTION_ARG_STRING, &o->service, N_ ("minutes at the door"), "MIN" },
          { "skills", 0, 0, G_OPTION_ARG_STRING, &o->skills, N_ ("what the van must have"), "lift,cold|none" },
          { "goods", 0, 0, G_OPTION_ARG_STRING, &o->goods, N_ ("whether the goods are ready"), "yes|no|HH:MM" },
          { "importance", 0, 0, G_OPTION_ARG_STRING, &o->importance, N_ ("how much it matters"), "high|normal|low" },
          { "reason", 0, 0, G_OPTION_ARG_STRING, &o->reason, N_ ("why it matters"), N_ ("TEXT") },
          { "street", 0, 0, G_OPTION_ARG_STRING, &o->street, N_ ("street and number"), N_ ("TEXT") },
          { "city", 0, 0, G_OPTION_ARG_STRING, &o->city, N_ ("town"), N_ ("TEXT") },
          { "postcode", 0, 0, G_OPTION_ARG_STRING, &o->postcode, N_ ("postal code"), N_ ("TEXT") },
          { "coordinates", 0, 0, G_OPTION_ARG_STRING, &o->coordinates,
            N_ ("latitude and longitude, as copied from a map"), "LAT,LON" },
          { "collect", 0, 0, G_OPTION_ARG_STRING, &o->collect, N_ ("cash to collect at the door"), N_ ("AMOUNT") },
          { "invoice", 0, 0, G_OPTION_ARG_STRING, &o->invoice, N_ ("number of invoice or delivery note"), N_ ("TEXT") },
          { "contact", 0, 0, G_OPTION_ARG_STRING, &o->contact, N_ ("who takes it in"), N_ ("NAME") },
          { "phone", 0, 0, G_OPTION_ARG_STRING, &o->phone, N_ ("the contact’s telephone"), N_ ("TEXT") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, N_ ("for the courier"), N_ ("TEXT") },
          { "access", 0, 0, G_OPTION_ARG_STRING, &o->access, N_ ("how to get in"), N_ ("TEXT") },
          { "penalty", 0, 0, G_OPTION_ARG_NONE, &o->penalty, N_ ("lateness costs a penalty"), NULL },
          { "make-client", 0, 0, G_OPTION_ARG_NONE, &o->make_client,
            N_ ("make a client of the unknown buyer (edit only)"), NULL },
          { "check", 0, 0, G_OPTION_ARG_NONE, &o->check,
            N_ ("only say whether the promise can be kept, and how full the days ahead are"), NULL },
          G_OPTION_ENTRY_NULL };

  return g_memdup2 (entries, sizeof entries);
}

static gboolean
read_promised (RangCli *cli, const char *command, const char *text, RangOrder *order)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  if (g_strv_length (parts) != 2)
    return rang_cli_refuse_option (command, "promised", text, _ ("give two times as HH:MM-HH:MM"));
  order->promised.from = rang_time_parse (parts[0]);
  order->promised.to = rang_time_parse (parts[1]);
  if (order->promised.from == RANG_TIME_NONE || order->promised.to == RANG_TIME_NONE)
    return rang_cli_refuse_option (command, "promised", text, _ ("give two times as HH:MM-HH:MM"));
  order->promised_day = cli->session.day;
  return TRUE;
}

static gboolean
read_requested (const char *command, const RangCliOrderOptions *options, RangOrder *order)
{
  if (options->requested_from != NULL
      && (order->requested.from_day = rang_day_parse (options->requested_from)) == RANG_DAY_NONE)
    return rang_cli_refuse_option (command, "requested-from", options->requested_from, _ ("give a day as YYYY-MM-DD"));
  if (options->requested_to != NULL
      && (order->requested.to_day = rang_day_parse (options->requested_to)) == RANG_DAY_NONE)
    return rang_cli_refuse_option (command, "requested-to", options->requested_to, _ ("give a day as YYYY-MM-DD"));
  return TRUE;
}

static gboolean
read_whole (const char *command, const char *option, const char *text, gint64 most, gint64 *value)
{
  if (g_ascii_string_to_signed (text, 10, 0, most, value, NULL))
    return TRUE;
  return rang_cli_refuse_option (command, option, text, _ ("give a whole number"));
}

static gboolean
read_load (const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask)
{
  RangMoney kilograms;
  gint64 value;

  if (options->load != NULL)
    {
      /* Kilograms with up to three decimals are grams: the exact reader of amounts serves. */
      if (!rang_money_parse (options->load, '.', "KWD", &kilograms) || kilograms.minor < 0)
        return rang_cli_refuse_option (command, "load", options->load, _ ("give kilograms such as 12 or 12.5"));
      order->load = kilograms.minor;
      *mask |= RANG_EDIT_LOAD;
    }
  if (options->parcels != NULL)
    {
      if (!read_whole (command, "parcels", options->parcels, 100000, &value))
        return FALSE;
      order->parcels = (gint32)value;
      *mask |= RANG_EDIT_PARCELS;
    }
  if (options->service != NULL)
    {
      if (!read_whole (command, "service", options->service, 1440, &value))
        return FALSE;
      order->service = (gint32)value * 60;
      *mask |= RANG_EDIT_SERVICE;
    }
  return TRUE;
}

static gboolean
read_money (RangCli *cli, const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask)
{
  const char *currency
      = options->currency != NULL ? options->currency : rang_office_get_settings (cli->office)->currency;
  RangMoney collect;

  if (!rang_money_currency_is_valid (currency))
    return rang_cli_refuse_option (command, "currency", currency, _ ("give three capital letters such as RON"));
  if (options->value != NULL)
    {
      if (!rang_money_parse (options->value, '.', currency, &order->value))
        return rang_cli_refuse_option (command, "value", options->value, _ ("give an amount such as 1234.50"));
      *mask |= RANG_EDIT_VALUE;
    }
  if (options->collect != NULL)
    {
      if (!rang_money_parse (options->collect, '.', currency, &collect))
        return rang_cli_refuse_option (command, "collect", options->collect, _ ("give an amount such as 1234.50"));
      order->to_collect = collect.minor;
      *mask |= RANG_EDIT_COLLECT;
    }
  return TRUE;
}

static gboolean
read_goods (const char *command, const char *text, RangOrder *order)
{
  if (g_str_equal (text, "yes"))
    order->goods = RANG_GOODS_READY;
  else if (g_str_equal (text, "no"))
    order->goods = RANG_GOODS_NOT_READY;
  else if ((order->goods_from = rang_time_parse (text)) != RANG_TIME_NONE)
    order->goods = RANG_GOODS_READY_LATER;
  else
    return rang_cli_refuse_option (command, "goods", text, _ ("give yes, no or the time as HH:MM"));
  return TRUE;
}

static gboolean
read_parties (RangCli *cli, const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask)
{
  g_autoptr (GError) error = NULL;

  if (options->client != NULL)
    {
      g_autoptr (RangClient) client = rang_office_find_client (cli->office, options->client, &error);

      if (client == NULL)
        {
          rang_cli_fail (command, error);
          return FALSE;
        }
      order->client = client->id;
      *mask |= RANG_EDIT_CLIENT;
    }
  if (options->department != NULL)
    {
      g_autoptr (RangDepartment) department = rang_office_find_department (cli->office, options->department, &error);

      if (department == NULL)
        {
          rang_cli_fail (command, error);
          return FALSE;
        }
      order->department = department->id;
      *mask |= RANG_EDIT_DEPARTMENT;
    }
  return TRUE;
}

static gboolean
read_skills (const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask)
{
  if (options->skills == NULL)
    return TRUE;
  if (!rang_skills_parse (options->skills, &order->skills))
    return rang_cli_refuse_option (command, "skills", options->skills,
                                   _ ("give lift, cold, both with a comma, or none"));
  *mask |= RANG_EDIT_SKILLS;
  return TRUE;
}

static gboolean
read_importance (const char *command, const RangCliOrderOptions *options, RangOrder *order)
{
  int importance;

  if (options->importance == NULL)
    return TRUE;
  importance = rang_importance_from_nick (options->importance);
  if (importance < RANG_IMPORTANCE_LOW)
    return rang_cli_refuse_option (command, "importance", options->importance, _ ("use high, normal or low"));
  if (g_str_equal (command, "edit"))
    return rang_cli_refuse_option (command, "importance", options->importance, _ ("use the command “importance”"));
  order->importance = (RangImportance)importance;
  order->importance_reason = g_strdup (options->reason);
  return TRUE;
}

static void
take_text (char **field, const char *text, guint32 *mask, RangOrderEditField bit)
{
  if (text == NULL)
    return;
  *field = g_strdup (text);
  *mask |= bit;
}

gboolean
rang_cli_order_read (
    RangCli *cli, const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask)
{
  if (!read_parties (cli, command, options, order, mask) || !read_requested (command, options, order)
      || !read_load (command, options, order, mask) || !read_money (cli, command, options, order, mask)
      || !read_importance (command, options, order) || !read_skills (command, options, order, mask))
    return FALSE;
  if (options->promised != NULL)
    {
      if (!read_promised (cli, command, options->promised, order))
        return FALSE;
      *mask |= RANG_EDIT_PROMISED;
    }
  if (options->goods != NULL)
    {
      if (!read_goods (command, options->goods, order))
        return FALSE;
      *mask |= RANG_EDIT_GOODS;
    }
  if (options->coordinates != NULL)
    {
      if (!rang_place_parse_coordinates (options->coordinates, &order->place.lat, &order->place.lon))
        return rang_cli_refuse_option (command, "coordinates", options->coordinates,
                                       _ ("give latitude, longitude in degrees"));
      order->place.located = TRUE;
      *mask |= RANG_EDIT_COORDINATES;
    }
  take_text (&order->client_number, options->number, mask, RANG_EDIT_CLIENT_NUMBER);
  take_text (&order->place.street, options->street, mask, RANG_EDIT_PLACE);
  take_text (&order->place.city, options->city, mask, RANG_EDIT_PLACE);
  take_text (&order->place.postcode, options->postcode, mask, RANG_EDIT_PLACE);
  take_text (&order->invoice, options->invoice, mask, RANG_EDIT_INVOICE);
  take_text (&order->contact_name, options->contact, mask, RANG_EDIT_CONTACT);
  take_text (&order->contact_phone, options->phone, mask, RANG_EDIT_CONTACT);
  take_text (&order->note, options->note, mask, RANG_EDIT_NOTE);
  take_text (&order->access_note, options->access, mask, RANG_EDIT_ACCESS_NOTE);
  if (options->penalty)
    {
      order->penalty_clause = TRUE;
      *mask |= RANG_EDIT_PENALTY;
    }
  return TRUE;
}
