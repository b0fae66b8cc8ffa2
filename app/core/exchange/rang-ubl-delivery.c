/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where and when a UBL order is to be delivered, out of the many places that may say so. */
#include "exchange/rang-ubl-delivery.h"

#include <string.h>

#include "exchange/rang-ubl-node.h"

void
rang_ubl_delivery_free (RangUblDelivery *delivery)
{
  if (delivery == NULL)
    return;
  g_free (delivery->from);
  g_free (delivery->to);
  g_free (delivery->street);
  g_free (delivery->city);
  g_free (delivery->postcode);
  g_free (delivery->country);
  g_free (delivery->several_windows);
  g_free (delivery->several_places);
  g_free (delivery);
}

/* The Delivery elements of the order itself or of all its lines. */
static GPtrArray *
list_deliveries (xmlNode *order, gboolean of_lines)
{
  GPtrArray *list = g_ptr_array_new ();

  if (!of_lines)
    for (xmlNode *node = NULL; (node = rang_ubl_node_next (order, node, "Delivery")) != NULL;)
      g_ptr_array_add (list, node);
  for (xmlNode *line = NULL; of_lines && (line = rang_ubl_node_next (order, line, "OrderLine")) != NULL;)
    for (xmlNode *item = NULL; (item = rang_ubl_node_next (line, item, "LineItem")) != NULL;)
      for (xmlNode *node = NULL; (node = rang_ubl_node_next (item, node, "Delivery")) != NULL;)
        g_ptr_array_add (list, node);
  return list;
}

/* A date may name a zone ("2026-11-05Z"); before a time it is in the way. */
static gsize
length_without_zone (const char *date)
{
  gsize length = strlen (date);

  if (length > 0 && date[length - 1] == 'Z')
    return length - 1;
  if (length > 6 && strchr ("+-", date[length - 6]) != NULL && date[length - 3] == ':')
    return length - 6;
  return length;
}

static char *
dup_moment (xmlNode *node, const char *date_name, const char *time_name)
{
  g_autofree char *date = rang_ubl_node_dup_at (node, date_name);
  g_autofree char *time = rang_ubl_node_dup_at (node, time_name);

  if (date == NULL || time == NULL)
    return g_steal_pointer (&date);
  date[length_without_zone (date)] = '\0';
  return g_strdup_printf ("%s%s%s", date, "T", time);
}

/* What one Delivery asks for; FALSE if it asks for no time. */
static gboolean
read_window (xmlNode *delivery, char **from, char **to)
{
  xmlNode *period = rang_ubl_node_find (delivery, "RequestedDeliveryPeriod");

  *from = period != NULL ? dup_moment (period, "StartDate", "StartTime") : NULL;
  *to = period != NULL ? dup_moment (period, "EndDate", "EndTime") : NULL;
  if (*from == NULL && *to == NULL)
    *to = dup_moment (delivery, "LatestDeliveryDate", "LatestDeliveryTime");
  return *from != NULL || *to != NULL;
}

static gboolean
read_windows (RangUblDelivery *result, const GPtrArray *deliveries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < deliveries->len; i++)
    {
      g_autofree char *from = NULL, *to = NULL;
      char *both;

      if (!read_window (g_ptr_array_index (deliveries, i), &from, &to))
        continue;
      both = g_strdup_printf ("%s – %s", from != NULL ? from : "", to != NULL ? to : "");
      if (g_hash_table_contains (seen, both))
        {
          g_free (both);
          continue;
        }
      g_string_append_printf (all, "%s%s", all->len > 0 ? "; " : "", both);
      if (g_hash_table_size (seen) == 0)
        {
          result->from = g_steal_pointer (&from);
          result->to = g_steal_pointer (&to);
        }
      g_hash_table_add (seen, both);
    }
  if (g_hash_table_size (seen) > 1)
    {
      g_clear_pointer (&result->from, g_free);
      g_clear_pointer (&result->to, g_free);
      result->several_windows = g_string_free (g_steal_pointer (&all), FALSE);
      return TRUE;
    }
  return g_hash_table_size (seen) == 1;
}

static void
add_part (GString *text, const char *separator, char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
  g_free (part);
}

static char *
dup_street (xmlNode *address)
{
  g_autoptr (GString) street = g_string_new (NULL);

  add_part (street, "", rang_ubl_node_dup_at (address, "StreetName"));
  add_part (street, " ", rang_ubl_node_dup_at (address, "BuildingNumber"));
  add_part (street, ", ", rang_ubl_node_dup_at (address, "AdditionalStreetName"));
  for (xmlNode *line = NULL; (line = rang_ubl_node_next (address, line, "AddressLine")) != NULL;)
    add_part (street, ", ", rang_ubl_node_dup_at (line, "Line"));
  return street->len > 0 ? g_string_free (g_steal_pointer (&street), FALSE) : NULL;
}

/* Takes an address that says at least a street, a city or a postal code; FALSE if it does not. */
static gboolean
take_address (RangUblDelivery *result, xmlNode *address, GHashTable *seen, GString *all)
{
  g_autofree char *street = address != NULL ? dup_street (address) : NULL;
  g_autofree char *city = address != NULL ? rang_ubl_node_dup_at (address, "CityName") : NULL;
  g_autofree char *postcode = address != NULL ? rang_ubl_node_dup_at (address, "PostalZone") : NULL;
  char *key;

  if (street == NULL && city == NULL && postcode == NULL)
    return FALSE;
  key = g_strdup_printf ("%s, %s %s", street != NULL ? street : "", postcode != NULL ? postcode : "",
                         city != NULL ? city : "");
  if (!g_hash_table_contains (seen, key))
    g_string_append_printf (all, "%s%s", all->len > 0 ? "; " : "", key);
  if (g_hash_table_size (seen) == 0)
    {
      result->street = g_steal_pointer (&street);
      result->city = g_steal_pointer (&city);
      result->postcode = g_steal_pointer (&postcode);
      result->country = rang_ubl_node_dup_at (address, "Country/IdentificationCode");
    }
  g_hash_table_add (seen, key);
  return TRUE;
}

static gboolean
read_places (RangUblDelivery *result, const GPtrArray *deliveries)
{
  static const char *const paths[]
      = { "DeliveryLocation/Address", "DeliveryAddress", "DeliveryParty/PostalAddress", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < deliveries->len; i++)
    for (gsize k = 0; paths[k] != NULL; k++)
      if (take_address (result, rang_ubl_node_find (g_ptr_array_index (deliveries, i), paths[k]), seen, all))
        break;
  if (g_hash_table_size (seen) > 1)
    result->several_places = g_string_free (g_steal_pointer (&all), FALSE);
  return g_hash_table_size (seen) > 0;
}

static void
read_buyer_place (RangUblDelivery *result, xmlNode *order)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  take_address (result, rang_ubl_node_find (order, "BuyerCustomerParty/Party/PostalAddress"), seen, all);
}

RangUblDelivery *
rang_ubl_delivery_read (xmlNode *order)
{
  RangUblDelivery *result = g_new0 (RangUblDelivery, 1);
  g_autoptr (GPtrArray) own = list_deliveries (order, FALSE);
  g_autoptr (GPtrArray) of_lines = list_deliveries (order, TRUE);

  if (!read_windows (result, own))
    read_windows (result, of_lines);
  if (!read_places (result, own) && !read_places (result, of_lines))
    read_buyer_place (result, order);
  return result;
}
