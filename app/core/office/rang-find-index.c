/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is looked through in memory when somebody searches the office. */
#include "office/rang-find-index.h"

#include <string.h>

#include "base/rang-text.h"
#include "store/rang-store-clients.h"

/* Ends with a line, so that no word is found across two texts. */
static void
append (GString *folded, const char *text)
{
  g_autofree char *key = text != NULL ? rang_text_key (text) : NULL;

  if (key == NULL || *key == '\0')
    return;
  g_string_append (folded, key);
  g_string_append_c (folded, '\n');
}

/* "0722 123 456" is found as it is written, and as "0722123456". */
static void
append_number (GString *folded, const char *number)
{
  gsize at;

  append (folded, number);
  if (number == NULL || strpbrk (number, " -/") == NULL)
    return;
  at = folded->len;
  for (const char *c = number; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (folded, g_ascii_tolower (*c));
  if (folded->len > at)
    g_string_append_c (folded, '\n');
}

static char *
fold_client (const RangClient *client)
{
  GString *folded = g_string_new (NULL);

  append (folded, client->name);
  append_number (folded, client->tax_number);
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RangContact *contact = g_ptr_array_index (client->contacts, i);

      append (folded, contact->name);
      append_number (folded, contact->phone);
      append (folded, contact->email);
    }
  for (guint i = 0; i < client->addresses->len; i++)
    {
      const RangAddress *address = g_ptr_array_index (client->addresses, i);

      append (folded, address->place.street);
      append (folded, address->place.city);
      append (folded, address->place.postcode);
      append (folded, address->access_note);
    }
  return g_string_free (folded, FALSE);
}

static char *
fold_order (const RangFoundOrder *order)
{
  GString *folded = g_string_new (NULL);

  append (folded, order->name);
  append (folded, order->client_number);
  for (guint i = 0; i < order->texts->len; i++)
    append_number (folded, g_ptr_array_index (order->texts, i));
  return g_string_free (folded, FALSE);
}

RangFindIndex *
rang_find_index_load (RangStore *store, gint64 entry, RangDay today, GError **error)
{
  g_autoptr (RangFindIndex) index = g_new0 (RangFindIndex, 1);

  index->entry = entry;
  index->today = today;
  index->client_texts = g_ptr_array_new_with_free_func (g_free);
  index->order_texts = g_ptr_array_new_with_free_func (g_free);
  index->clients = rang_store_load_clients (store, error);
  index->orders
      = index->clients != NULL ? rang_store_load_texts_since (store, today - RANG_FIND_RECENT_DAYS, error) : NULL;
  if (index->orders == NULL)
    return NULL;
  for (guint i = 0; i < index->clients->len; i++)
    g_ptr_array_add (index->client_texts, fold_client (g_ptr_array_index (index->clients, i)));
  for (guint i = 0; i < index->orders->len; i++)
    g_ptr_array_add (index->order_texts, fold_order (g_ptr_array_index (index->orders, i)));
  return g_steal_pointer (&index);
}

void
rang_find_index_free (RangFindIndex *index)
{
  if (index == NULL)
    return;
  g_clear_pointer (&index->clients, g_ptr_array_unref);
  g_clear_pointer (&index->client_texts, g_ptr_array_unref);
  g_clear_pointer (&index->orders, g_ptr_array_unref);
  g_clear_pointer (&index->order_texts, g_ptr_array_unref);
  g_free (index);
}
