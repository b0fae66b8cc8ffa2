/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for turning the texts of a file into an order: the same reading for every kind of file. */
#include "exchange/rang-import-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-text.h"
#include "domain/rang-validate.h"
#include "exchange/rang-import-mapping-private.h"
#include "exchange/rang-import-text.h"

#define MOST_NUMBER 200
#define MOST_GRAMS G_GINT64_CONSTANT (100000000)
#define MOST_PARCELS 100000

typedef struct
{
  RangImportDraft *draft;
  RangOrder *order;
  const char *const *texts;
  const RangImportFormats *formats;
} Fill;

static void
complain (Fill *fill, RangImportField field, const char *text, const char *format, const char *remedy)
{
  g_autofree char *shown = rang_import_text_shorten (text);
  g_autoptr (GString) problem = g_string_new (format);

  g_string_replace (problem, "%s", shown, 1);
  rang_import_draft_add_problem (fill->draft, rang_import_field_to_nick (field), text, problem->str, remedy);
}

static void
fill_texts (Fill *fill)
{
  RangOrder *order = fill->order;
  struct
  {
    RangImportField field;
    char **to;
  } plain[] = {
    { RANG_IMPORT_CLIENT, &order->buyer },
    { RANG_IMPORT_TAX_NUMBER, &order->buyer_tax_number },
    { RANG_IMPORT_CLIENT_CODE, &fill->draft->client_code },
    { RANG_IMPORT_DEPARTMENT, &fill->draft->department_name },
    { RANG_IMPORT_IMPORTANCE_REASON, &order->importance_reason },
    { RANG_IMPORT_STREET, &order->place.street },
    { RANG_IMPORT_CITY, &order->place.city },
    { RANG_IMPORT_POSTCODE, &order->place.postcode },
    { RANG_IMPORT_COUNTRY, &order->place.country },
    { RANG_IMPORT_INVOICE, &order->invoice },
    { RANG_IMPORT_CONTACT, &order->contact_name },
    { RANG_IMPORT_PHONE, &order->contact_phone },
  };

  order->client_number = rang_text_clean (fill->texts[RANG_IMPORT_ORDER]);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    *plain[i].to = rang_text_clean (fill->texts[plain[i].field]);
  order->note = rang_text_clean_note (fill->texts[RANG_IMPORT_NOTE]);
  order->access_note = rang_text_clean_note (fill->texts[RANG_IMPORT_ACCESS]);
}

static gboolean
read_moment (Fill *fill, RangImportField field, RangDay *day, RangTime *time)
{
  const char *text = fill->texts[field];
  RangDay found;
  RangTime found_time;

  if (text == NULL)
    return TRUE;
  switch (rang_import_formats_read_moment (fill->formats, text, &found, &found_time))
    {
    case RANG_IMPORT_READ:
      *day = found;
      if (time != NULL)
        *time = found_time;
      return TRUE;
    case RANG_IMPORT_AMBIGUOUS:
      /* Translators: %s is what the file says */
      complain (fill, field, text, _ ("“%s” could be two different days"),
                _ ("name the one date format in the mapping, or enter the day"));
      return FALSE;
    case RANG_IMPORT_UNREADABLE:
    default:
      /* Translators: %s is what the file says */
      complain (fill, field, text, _ ("“%s” is no date"),
                _ ("write it as YYYY-MM-DD, name the date format in the mapping, or enter the day"));
      return FALSE;
    }
}

static void
fill_requested (Fill *fill)
{
  RangRequested asked = { RANG_DAY_NONE, RANG_TIME_NONE, RANG_DAY_NONE, RANG_TIME_NONE };
  gboolean good = read_moment (fill, RANG_IMPORT_REQUESTED_FROM, &asked.from_day, &asked.from_time);

  good = read_moment (fill, RANG_IMPORT_REQUESTED_TO, &asked.to_day, &asked.to_time) && good;
  if (!good)
    return;
  if (asked.from_day != RANG_DAY_NONE && asked.to_day != RANG_DAY_NONE
      && (asked.to_day < asked.from_day
          || (asked.to_day == asked.from_day && asked.from_time != RANG_TIME_NONE && asked.to_time != RANG_TIME_NONE
              && asked.to_time < asked.from_time)))
    {
      g_autofree char *both
          = g_strdup_printf ("%s – %s", fill->texts[RANG_IMPORT_REQUESTED_FROM], fill->texts[RANG_IMPORT_REQUESTED_TO]);

      /* Translators: %s is a period, from – to */
      complain (fill, RANG_IMPORT_REQUESTED_TO, both, _ ("the requested period ends before it starts (%s)"),
                _ ("ask the client for the right dates and enter the promised window"));
      return;
    }
  fill->order->requested = asked;
}

static RangTime
read_time (Fill *fill, RangImportField field)
{
  const char *text = fill->texts[field];
  RangTime time = text != NULL ? rang_time_parse (text) : RANG_TIME_NONE;

  if (text != NULL && time == RANG_TIME_NONE)
    /* Translators: %s is what the file says */
    complain (fill, field, text, _ ("“%s” is no time of day"), _ ("write it as HH:MM, or enter the time"));
  return time;
}

static void
fill_promised (Fill *fill)
{
  RangOrder *order = fill->order;
  RangTimeWindow window = { read_time (fill, RANG_IMPORT_PROMISED_FROM), read_time (fill, RANG_IMPORT_PROMISED_TO) };

  read_moment (fill, RANG_IMPORT_PROMISED_DAY, &order->promised_day, NULL);
  if (window.from == RANG_TIME_NONE || window.to == RANG_TIME_NONE)
    return;
  if (window.to < window.from)
    {
      g_autofree char *both
          = g_strdup_printf ("%s – %s", fill->texts[RANG_IMPORT_PROMISED_FROM], fill->texts[RANG_IMPORT_PROMISED_TO]);

      /* Translators: %s is a period, from – to */
      complain (fill, RANG_IMPORT_PROMISED_TO, both, _ ("the promised window ends before it starts (%s)"),
                _ ("enter the right times"));
      return;
    }
  if (order->promised_day == RANG_DAY_NONE)
    return;
  order->promised = window;
  fill->draft->promised_stated = TRUE;
}

static gboolean
read_number (
    Fill *fill, RangImportField field, int digits, gint64 least, gint64 most, gint64 *value, const char *remedy)
{
  const char *text = fill->texts[field];
  gint64 found = 0;

  if (text == NULL)
    return FALSE;
  if (!rang_import_formats_read_number (fill->formats, text, digits, &found) || found < least || found > most)
    {
      /* Translators: %s is what the file says */
      complain (fill, field, text, _ ("“%s” is no number that is possible here"), remedy);
      return FALSE;
    }
  *value = found;
  return TRUE;
}

static void
fill_money (Fill *fill, const char *currency)
{
  RangOrder *order = fill->order;
  const char *stated = fill->texts[RANG_IMPORT_CURRENCY];
  const char *remedy = _ ("write the amount with a decimal point and without other signs, name the decimal separator "
                          "in the mapping, or enter the amount");
  g_autofree char *code = g_ascii_strup (stated != NULL ? stated : currency != NULL ? currency : "", -1);
  const gint64 most = G_GINT64_CONSTANT (10000000000000);

  if (fill->texts[RANG_IMPORT_VALUE] == NULL && fill->texts[RANG_IMPORT_COLLECT] == NULL)
    return;
  if (!rang_money_currency_is_valid (code))
    {
      complain (fill, RANG_IMPORT_CURRENCY, stated != NULL ? stated : "",
                /* Translators: %s is what the file says */
                _ ("“%s” is no currency"), _ ("write an ISO 4217 code such as RON, or name one in the mapping"));
      return;
    }
  if (read_number (fill, RANG_IMPORT_VALUE, rang_money_digits (code), -most, most, &order->value.minor, remedy)
      | read_number (fill, RANG_IMPORT_COLLECT, rang_money_digits (code), 0, most, &order->to_collect, remedy))
    {
      g_strlcpy (order->value.currency, code, sizeof order->value.currency);
      if (stated == NULL)
        order->defaulted |= RANG_FIELD_VALUE;
    }
}

static void
fill_load (Fill *fill)
{
  gint64 parcels = 0, minutes = -1;

  read_number (fill, RANG_IMPORT_LOAD_KG, 3, 0, MOST_GRAMS, &fill->order->load,
               _ ("write kilograms between 0 and 100,000, or enter the load"));
  if (read_number (fill, RANG_IMPORT_PARCELS, 0, 0, MOST_PARCELS, &parcels,
                   _ ("write a whole number of parcels, or enter it")))
    fill->order->parcels = (gint32)parcels;
  if (read_number (fill, RANG_IMPORT_SERVICE_MIN, 0, 0, 1440, &minutes,
                   _ ("write whole minutes at the door, or enter them")))
    fill->order->service = (gint32)minutes * 60;
}

static void
fill_coordinates (Fill *fill)
{
  const char *lat = fill->texts[RANG_IMPORT_LAT], *lon = fill->texts[RANG_IMPORT_LON];
  const char *pasted = fill->texts[RANG_IMPORT_COORDINATES];
  g_autofree char *pair = NULL;
  RangPlace *place = &fill->order->place;

  if (pasted == NULL && (lat != NULL || lon != NULL))
    pair = g_strdup_printf ("%s; %s", lat != NULL ? lat : "", lon != NULL ? lon : "");
  if (pasted == NULL && pair == NULL)
    return;
  place->located = rang_place_parse_coordinates (pasted != NULL ? pasted : pair, &place->lat, &place->lon);
  if (!place->located)
    complain (fill, pasted != NULL ? RANG_IMPORT_COORDINATES : RANG_IMPORT_LAT, pasted != NULL ? pasted : pair,
              /* Translators: %s is what the file says */
              _ ("“%s” are no coordinates on earth"), _ ("write latitude and longitude in degrees, or paste them"));
}

/* 1 yes, 0 no, -1 neither. */
static int
read_yes (const char *text)
{
  static const char *const yes[] = { "yes", "true", "1", "da", NULL };
  static const char *const no[] = { "no", "false", "0", "nu", NULL };
  g_autofree char *word = g_ascii_strdown (text, -1);

  return g_strv_contains (yes, word) ? 1 : g_strv_contains (no, word) ? 0 : -1;
}

static void
fill_penalty (Fill *fill)
{
  const char *text = fill->texts[RANG_IMPORT_PENALTY];
  int yes = text != NULL ? read_yes (text) : 0;

  if (yes < 0)
    /* Translators: %s is what the file says */
    complain (fill, RANG_IMPORT_PENALTY, text, _ ("“%s” is neither yes nor no"), _ ("write yes or no, or enter it"));
  fill->order->penalty_clause = yes > 0;
}

static void
fill_goods (Fill *fill)
{
  const char *text = fill->texts[RANG_IMPORT_GOODS_READY];
  int yes = text != NULL ? read_yes (text) : 1;

  if (yes >= 0)
    {
      fill->order->goods = yes ? RANG_GOODS_READY : RANG_GOODS_NOT_READY;
      return;
    }
  fill->order->goods_from = rang_time_parse (text);
  if (fill->order->goods_from != RANG_TIME_NONE)
    fill->order->goods = RANG_GOODS_READY_LATER;
  else
    complain (fill, RANG_IMPORT_GOODS_READY, text,
              /* Translators: %s is what the file says */
              _ ("“%s” does not say whether the goods are ready"), _ ("write yes, no or the time as HH:MM"));
}

static void
fill_skills (Fill *fill)
{
  const char *text = fill->texts[RANG_IMPORT_SKILLS];

  if (!rang_skills_parse (text, &fill->order->skills))
    /* Translators: %s is what the file says */
    complain (fill, RANG_IMPORT_SKILLS, text, _ ("“%s” is nothing a van can have"),
              _ ("write lift, cold or both, or enter it"));
}

static void
fill_importance (Fill *fill)
{
  const char *text = fill->texts[RANG_IMPORT_IMPORTANCE];
  g_autofree char *word = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  int importance = word != NULL ? rang_importance_from_nick (word) : 0;

  if (importance > 0)
    fill->order->importance = (RangImportance)importance;
  else if (text != NULL)
    /* Translators: %s is what the file says */
    complain (fill, RANG_IMPORT_IMPORTANCE, text, _ ("“%s” is no importance"), _ ("state high, normal or low"));
}

void
rang_import_fill (RangImportDraft *draft,
                  const char *const *texts,
                  const RangImportFormats *formats,
                  const char *currency)
{
  Fill fill = { draft, draft->order, texts, formats };

  g_return_if_fail (draft != NULL && texts != NULL && formats != NULL);
  fill_texts (&fill);
  read_moment (&fill, RANG_IMPORT_ORDER_DATE, &draft->order->order_day, NULL);
  read_moment (&fill, RANG_IMPORT_SHIPPED, &draft->shipped_day, NULL);
  fill_requested (&fill);
  fill_promised (&fill);
  fill_money (&fill, currency);
  fill_load (&fill);
  fill_coordinates (&fill);
  fill_penalty (&fill);
  fill_skills (&fill);
  fill_goods (&fill);
  fill_importance (&fill);
}

void
rang_import_fill_defaults (RangImportDraft *draft, const char *const *texts, const RangImportMapping *mapping)
{
  RangOrder *order = draft->order;
  RangOrderField flags = 0;

  if (mapping == NULL)
    return;
  draft->client_hours = mapping->hours;
  draft->make_client = mapping->make_clients;
  draft->client_department = g_strdup (mapping->client_department);
  if (texts[RANG_IMPORT_IMPORTANCE] == NULL && mapping->importance != RANG_IMPORTANCE_UNKNOWN)
    {
      order->importance = mapping->importance;
      flags |= RANG_FIELD_IMPORTANCE;
    }
  if (texts[RANG_IMPORT_LOAD_KG] == NULL && mapping->load >= 0)
    {
      order->load = mapping->load;
      flags |= RANG_FIELD_LOAD;
    }
  if (texts[RANG_IMPORT_PARCELS] == NULL && mapping->parcels >= 0)
    {
      order->parcels = (gint32)mapping->parcels;
      flags |= RANG_FIELD_PARCELS;
    }
  if (texts[RANG_IMPORT_SERVICE_MIN] == NULL && mapping->service >= 0)
    {
      order->service = (gint32)mapping->service;
      flags |= RANG_FIELD_SERVICE;
    }
  if (draft->department_name == NULL && mapping->department != NULL)
    {
      draft->department_name = g_strdup (mapping->department);
      flags |= RANG_FIELD_DEPARTMENT;
    }
  order->defaulted |= flags;
}

gboolean
rang_import_fill_finish (const RangImportDraft *draft, GPtrArray *refusals)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  const RangOrder *order = draft->order;

  if (order->client_number == NULL)
    g_ptr_array_add (found, rang_refusal_new (draft->where, NULL, "order", _ ("the order has no number of the client"),
                                              _ ("add the number: by it the order is known when it comes again")));
  else if (g_utf8_strlen (order->client_number, -1) > MOST_NUMBER)
    g_ptr_array_add (found, rang_refusal_new (draft->where, NULL, "order", _ ("the order's number is over 200 long"),
                                              _ ("ask the sender for the right number")));
  else if (rang_validate_order (order, draft->where, found))
    return TRUE;
  g_ptr_array_add (refusals, g_ptr_array_steal_index (found, 0));
  return FALSE;
}
