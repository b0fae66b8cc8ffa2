/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how the fields of an order are typed and read back. */
#include "order/rang-order-form.h"

#include <glib/gi18n.h>

#include "base/rang-decimal.h"
#include "base/rang-text.h"

static const struct
{
  const char *label;
  RangOrderEditField edit;
} fields[RANG_N_ORDER_TEXTS] = {
  [RANG_ORDER_TEXT_NUMBER] = { N_ ("Client’s number"), RANG_EDIT_CLIENT_NUMBER },
  [RANG_ORDER_TEXT_DAY] = { N_ ("Promised day (2026-11-24)"), RANG_EDIT_PROMISED },
  [RANG_ORDER_TEXT_FROM] = { N_ ("From (09:00)"), RANG_EDIT_PROMISED },
  [RANG_ORDER_TEXT_TO] = { N_ ("To (12:00)"), RANG_EDIT_PROMISED },
  [RANG_ORDER_TEXT_IMPORTANCE_REASON] = { N_ ("Why it matters"), 0 },
  [RANG_ORDER_TEXT_VALUE] = { N_ ("Value"), RANG_EDIT_VALUE },
  [RANG_ORDER_TEXT_COLLECT] = { N_ ("To collect in cash"), RANG_EDIT_COLLECT },
  [RANG_ORDER_TEXT_INVOICE] = { N_ ("Invoice or delivery note"), RANG_EDIT_INVOICE },
  [RANG_ORDER_TEXT_LOAD] = { N_ ("Weight in kg"), RANG_EDIT_LOAD },
  [RANG_ORDER_TEXT_PARCELS] = { N_ ("Parcels"), RANG_EDIT_PARCELS },
  [RANG_ORDER_TEXT_SERVICE] = { N_ ("Minutes at the door"), RANG_EDIT_SERVICE },
  [RANG_ORDER_TEXT_SKILLS] = { N_ ("The van must have (lift, cold)"), RANG_EDIT_SKILLS },
  [RANG_ORDER_TEXT_GOODS] = { N_ ("Goods ready (yes, no or 10:30)"), RANG_EDIT_GOODS },
  [RANG_ORDER_TEXT_STREET] = { N_ ("Street and number"), RANG_EDIT_PLACE },
  [RANG_ORDER_TEXT_CITY] = { N_ ("Town"), RANG_EDIT_PLACE },
  [RANG_ORDER_TEXT_POSTCODE] = { N_ ("Postal code"), RANG_EDIT_PLACE },
  [RANG_ORDER_TEXT_COORDINATES] = { N_ ("Coordinates, as copied from a map"), RANG_EDIT_COORDINATES },
  [RANG_ORDER_TEXT_CONTACT] = { N_ ("Contact"), RANG_EDIT_CONTACT },
  [RANG_ORDER_TEXT_PHONE] = { N_ ("Telephone"), RANG_EDIT_CONTACT },
  [RANG_ORDER_TEXT_ACCESS] = { N_ ("How to get in"), RANG_EDIT_ACCESS_NOTE },
  [RANG_ORDER_TEXT_NOTE] = { N_ ("Note for the courier"), RANG_EDIT_NOTE },
};

const char *
rang_order_form_label (RangOrderText field)
{
  g_return_val_if_fail (field < RANG_N_ORDER_TEXTS, NULL);
  return _ (fields[field].label);
}

/* --- writing --- */

static char *
write_amount (gint64 minor, const char *currency, char decimal)
{
  RangMoney money = { minor, "" };

  g_strlcpy (money.currency, currency, sizeof money.currency);
  return minor != 0 ? rang_money_format_typed (money, decimal) : g_strdup ("");
}

static char *
write_number (gint64 number, gboolean known)
{
  return known ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
write_goods (const RangOrder *order)
{
  switch (order->goods)
    {
    case RANG_GOODS_NOT_READY:
      return g_strdup (C_ ("goods ready", "no"));
    case RANG_GOODS_READY_LATER:
      return rang_time_format (order->goods_from);
    case RANG_GOODS_READY:
    case RANG_N_GOODS:
    default:
      return g_strdup (C_ ("goods ready", "yes"));
    }
}

static char *
write_load (const RangOrder *order, char decimal)
{
  if ((order->estimated & RANG_FIELD_LOAD) != 0)
    return g_strdup ("");
  return rang_decimal_format_plain (order->load, 3, 0, decimal);
}

static char *
or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static char *
write_coordinates (const RangPlace *place)
{
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  if (!place->located)
    return g_strdup ("");
  g_ascii_formatd (lat, sizeof lat, "%.6f", place->lat / 1e6);
  g_ascii_formatd (lon, sizeof lon, "%.6f", place->lon / 1e6);
  return g_strdup_printf ("%s, %s", lat, lon);
}

char *
rang_order_form_write (const RangOrder *order, RangOrderText field, char decimal)
{
  switch (field)
    {
    case RANG_ORDER_TEXT_DAY:
      return or_empty (rang_day_format (order->promised_day));
    case RANG_ORDER_TEXT_FROM:
      return or_empty (rang_time_format (order->promised.from));
    case RANG_ORDER_TEXT_TO:
      return or_empty (rang_time_format (order->promised.to));
    case RANG_ORDER_TEXT_VALUE:
      return write_amount (order->value.minor, order->value.currency, decimal);
    case RANG_ORDER_TEXT_COLLECT:
      return write_amount (order->to_collect, order->value.currency, decimal);
    case RANG_ORDER_TEXT_LOAD:
      return write_load (order, decimal);
    case RANG_ORDER_TEXT_PARCELS:
      return write_number (order->parcels, (order->estimated & RANG_FIELD_PARCELS) == 0);
    case RANG_ORDER_TEXT_SERVICE:
      return write_number (order->service / 60, (order->estimated & RANG_FIELD_SERVICE) == 0 && order->service >= 0);
    case RANG_ORDER_TEXT_SKILLS:
      return rang_skills_label (order->skills);
    case RANG_ORDER_TEXT_GOODS:
      return write_goods (order);
    case RANG_ORDER_TEXT_COORDINATES:
      return write_coordinates (&order->place);
    case RANG_ORDER_TEXT_NUMBER:
      return or_empty (g_strdup (order->client_number));
    case RANG_ORDER_TEXT_IMPORTANCE_REASON:
      return or_empty (g_strdup (order->importance_reason));
    case RANG_ORDER_TEXT_INVOICE:
      return or_empty (g_strdup (order->invoice));
    case RANG_ORDER_TEXT_STREET:
      return or_empty (g_strdup (order->place.street));
    case RANG_ORDER_TEXT_CITY:
      return or_empty (g_strdup (order->place.city));
    case RANG_ORDER_TEXT_POSTCODE:
      return or_empty (g_strdup (order->place.postcode));
    case RANG_ORDER_TEXT_CONTACT:
      return or_empty (g_strdup (order->contact_name));
    case RANG_ORDER_TEXT_PHONE:
      return or_empty (g_strdup (order->contact_phone));
    case RANG_ORDER_TEXT_ACCESS:
      return or_empty (g_strdup (order->access_note));
    case RANG_ORDER_TEXT_NOTE:
      return or_empty (g_strdup (order->note));
    case RANG_N_ORDER_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* --- reading --- */

static const char *
read_time (const char *text, RangTime *time)
{
  *time = rang_time_parse (text);
  return *time != RANG_TIME_NONE ? NULL : _ ("give the time as 09:00");
}

static const char *
read_amount (const char *text, char decimal, const char *currency, RangMoney *money)
{
  return rang_money_parse (text, decimal, currency, money) || rang_money_parse (text, '.', currency, money)
             ? NULL
             : _ ("give an amount such as 1234.50");
}

static const char *
read_whole (const char *text, gint64 most, gint64 *number)
{
  return g_ascii_string_to_signed (text, 10, 0, most, number, NULL) ? NULL : _ ("give a whole number");
}

static const char *
read_goods (const char *text, RangOrder *order)
{
  g_autofree char *key = rang_text_key (text), *yes = rang_text_key (C_ ("goods ready", "yes"));
  g_autofree char *no = rang_text_key (C_ ("goods ready", "no"));

  if (g_str_equal (key, yes) || g_str_equal (key, "yes"))
    order->goods = RANG_GOODS_READY;
  else if (g_str_equal (key, no) || g_str_equal (key, "no"))
    order->goods = RANG_GOODS_NOT_READY;
  else if ((order->goods_from = rang_time_parse (text)) != RANG_TIME_NONE)
    order->goods = RANG_GOODS_READY_LATER;
  else
    return _ ("say yes, no, or the time as 10:30");
  return NULL;
}

static const char *
read_measure (RangOrderText field, const char *text, char decimal, RangOrder *order)
{
  RangMoney amount;
  gint64 number = 0;
  const char *wrong;

  switch (field)
    {
    case RANG_ORDER_TEXT_VALUE:
      return read_amount (text, decimal, order->value.currency, &order->value);
    case RANG_ORDER_TEXT_COLLECT:
      wrong = read_amount (text, decimal, order->value.currency, &amount);
      order->to_collect = wrong == NULL ? amount.minor : 0;
      return wrong;
    case RANG_ORDER_TEXT_LOAD:
      /* Kilograms with up to three decimals are grams: the exact reader of amounts serves. */
      wrong = read_amount (text, decimal, "KWD", &amount);
      order->load = wrong == NULL ? amount.minor : 0;
      return wrong != NULL || amount.minor < 0 ? _ ("give kilograms such as 12 or 12.5") : NULL;
    case RANG_ORDER_TEXT_PARCELS:
      wrong = read_whole (text, 100000, &number);
      order->parcels = (gint32)number;
      return wrong;
    default:
      wrong = read_whole (text, 1440, &number);
      order->service = (gint32)number * 60;
      return wrong;
    }
}

static void
take_text (char **into, const char *text)
{
  g_free (*into);
  *into = g_strdup (text);
}

static const char *
read_plain (RangOrderText field, const char *text, RangOrder *order)
{
  char **const texts[RANG_N_ORDER_TEXTS] = {
    [RANG_ORDER_TEXT_NUMBER] = &order->client_number, [RANG_ORDER_TEXT_IMPORTANCE_REASON] = &order->importance_reason,
    [RANG_ORDER_TEXT_INVOICE] = &order->invoice,      [RANG_ORDER_TEXT_STREET] = &order->place.street,
    [RANG_ORDER_TEXT_CITY] = &order->place.city,      [RANG_ORDER_TEXT_POSTCODE] = &order->place.postcode,
    [RANG_ORDER_TEXT_CONTACT] = &order->contact_name, [RANG_ORDER_TEXT_PHONE] = &order->contact_phone,
    [RANG_ORDER_TEXT_ACCESS] = &order->access_note,   [RANG_ORDER_TEXT_NOTE] = &order->note,
  };

  take_text (texts[field], text);
  return NULL;
}

const char *
rang_order_form_read (RangOrderText field, const char *text, char decimal, RangOrder *order, guint32 *mask)
{
  gboolean given = text[0] != '\0';

  *mask |= fields[field].edit;
  switch (field)
    {
    case RANG_ORDER_TEXT_DAY:
      order->promised_day = rang_day_parse (text);
      return given && order->promised_day == RANG_DAY_NONE ? _ ("give the day as 2026-11-24") : NULL;
    case RANG_ORDER_TEXT_FROM:
      return given ? read_time (text, &order->promised.from) : NULL;
    case RANG_ORDER_TEXT_TO:
      return given ? read_time (text, &order->promised.to) : NULL;
    case RANG_ORDER_TEXT_VALUE:
    case RANG_ORDER_TEXT_COLLECT:
    case RANG_ORDER_TEXT_LOAD:
    case RANG_ORDER_TEXT_PARCELS:
    case RANG_ORDER_TEXT_SERVICE:
      return given ? read_measure (field, text, decimal, order) : NULL;
    case RANG_ORDER_TEXT_SKILLS:
      return rang_skills_parse (text, &order->skills) ? NULL : _ ("say lift, cold or both");
    case RANG_ORDER_TEXT_GOODS:
      return given ? read_goods (text, order) : NULL;
    case RANG_ORDER_TEXT_COORDINATES:
      order->place.located = given && rang_place_parse_coordinates (text, &order->place.lat, &order->place.lon);
      return given && !order->place.located ? _ ("give latitude, longitude in degrees") : NULL;
    case RANG_ORDER_TEXT_NUMBER:
    case RANG_ORDER_TEXT_IMPORTANCE_REASON:
    case RANG_ORDER_TEXT_INVOICE:
    case RANG_ORDER_TEXT_STREET:
    case RANG_ORDER_TEXT_CITY:
    case RANG_ORDER_TEXT_POSTCODE:
    case RANG_ORDER_TEXT_CONTACT:
    case RANG_ORDER_TEXT_PHONE:
    case RANG_ORDER_TEXT_ACCESS:
    case RANG_ORDER_TEXT_NOTE:
    case RANG_N_ORDER_TEXTS:
    default:
      return read_plain (field, text, order);
    }
}
