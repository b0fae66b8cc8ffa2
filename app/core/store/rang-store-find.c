/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for finding orders of any day by what a person remembers of them. */
#include "store/rang-store-find.h"

#include <string.h>

#include "base/rang-text.h"
#include "store/rang-store-private.h"

/* So many words narrow the search in the store; the caller looks for all of them. */
#define NAME_WORDS 4
#define NUMBER_WORDS 2
/* A number is found by its first digits: of so many lengths. */
#define LENGTHS 6
/* A shorter number is in too many of the clients' numbers to tell anything. */
#define LEAST_DIGITS 3
/* Of clients' numbers more are taken: only one of the words was looked for. */
#define MANY 4

#define SELECT_FOUND                                                                                                   \
  "SELECT o.number, o.client_number, o.client, coalesce (c.name, o.buyer), o.department, o.state, o.promised_day, "    \
  "o.promised_from, o.promised_to"
#define FROM_ORDERS " FROM orders o LEFT JOIN clients c ON c.id = o.client "
/* Each by an index of its own. */
#define SINCE                                                                                                          \
  "IN (SELECT s.number FROM orders s WHERE s.promised_day >= $1 UNION SELECT s.number FROM orders s "                  \
  "WHERE s.promised_day IS NULL UNION SELECT s.number FROM orders s WHERE s.state = 'to-complete') "
#define NAMED "n.name_key LIKE $1 AND n.name_key LIKE $2 AND n.name_key LIKE $3 AND n.name_key LIKE $4"
#define NEWEST "ORDER BY o.promised_day DESC, o.number DESC"

void
rang_found_order_free (RangFoundOrder *order)
{
  if (order == NULL)
    return;
  g_free (order->client_number);
  g_free (order->name);
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  g_free (order);
}

static gpointer
read_found (RangStatement *row)
{
  RangFoundOrder *order = g_new0 (RangFoundOrder, 1);

  order->number = rang_row_int (row);
  order->client_number = rang_row_dup_text (row);
  order->client = rang_row_int (row);
  order->name = rang_row_dup_text (row);
  order->department = rang_row_int (row);
  order->state = (RangOrderState)rang_row_nick (row, rang_order_state_from_nick);
  order->day = rang_row_day (row);
  rang_row_times (row, &order->promised);
  return order;
}

static GPtrArray *
read_all (RangStatement *row, GError **error)
{
  return rang_store_read_rows (row, read_found, (GDestroyNotify)rang_found_order_free, error);
}

/* --- all that is written on the newest --- */

static void
read_text (RangStatement *row, GPtrArray *texts)
{
  char *text = rang_row_dup_text (row);

  if (text != NULL)
    g_ptr_array_add (texts, text);
}

static gpointer
read_with_texts (RangStatement *row)
{
  RangFoundOrder *order = read_found (row);

  order->texts = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 9; i++)
    read_text (row, order->texts);
  return order;
}

/* Goods come by order number, as the orders do. */
static gboolean
read_goods (RangStatement *row, GPtrArray *orders, GError **error)
{
  RangStep step;
  guint at = 0;

  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 number = rang_row_int (row);

      while (at < orders->len && ((RangFoundOrder *)g_ptr_array_index (orders, at))->number < number)
        at++;
      if (at == orders->len || ((RangFoundOrder *)g_ptr_array_index (orders, at))->number != number)
        continue;
      read_text (row, ((RangFoundOrder *)g_ptr_array_index (orders, at))->texts);
      read_text (row, ((RangFoundOrder *)g_ptr_array_index (orders, at))->texts);
    }
  return step == RANG_STEP_DONE;
}

GPtrArray *
rang_store_load_texts_since (RangStore *store, RangDay from, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_FOUND ", o.note, o.access_note, o.street, o.city, o.contact_name, o.contact_phone, o.invoice, "
                   "o.importance_reason, o.buyer" FROM_ORDERS "WHERE o.number " SINCE "ORDER BY o.number",
      error);
  g_autoptr (GPtrArray) orders = NULL;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, from);
  orders = rang_store_read_rows (row, read_with_texts, (GDestroyNotify)rang_found_order_free, error);
  row = orders != NULL ? rang_store_prepare (store,
                                             "SELECT l.order_number, l.description, l.article FROM order_lines l "
                                             "WHERE l.order_number " SINCE "ORDER BY l.order_number, l.line",
                                             error)
                       : NULL;
  if (row == NULL)
    return NULL;
  rang_bind_int (row, from);
  return read_goods (row, orders, error) ? g_steal_pointer (&orders) : NULL;
}

/* --- the others, by index --- */

/* Letters and digits alone are left in a word: nothing in it means anything to LIKE. */
static char *
pattern_of_word (const char *word)
{
  return g_strdup_printf ("%%%s%%", word);
}

/* Clients' numbers are stored as they were written, and not every engine folds letters: any letter stands for any, what
 * is neither letter nor digit for anything. */
static char *
pattern_of_number (const char *number)
{
  GString *pattern = g_string_new ("%");

  for (const char *c = number; *c != '\0'; c = g_utf8_next_char (c))
    if (g_ascii_isdigit (*c))
      g_string_append_c (pattern, *c);
    else
      g_string_append_c (pattern, g_unichar_isalpha (g_utf8_get_char (c)) ? '_' : '%');
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
bind_patterns (RangStatement *row, const char *const *words, guint most, char *(*to_pattern) (const char *))
{
  for (guint i = 0, at = 0; i < most; i++)
    {
      g_autofree char *pattern = words[at] != NULL ? to_pattern (words[at++]) : g_strdup ("%");

      rang_bind_text (row, pattern);
    }
}

static GPtrArray *
find_by_names (RangStore *store, const char *const *names, RangDay before, guint most, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_FOUND FROM_ORDERS
      "WHERE o.number IN (SELECT o.number FROM orders o WHERE o.client IN (SELECT n.id FROM clients n WHERE " NAMED
      ") AND o.promised_day < $5 " NEWEST " LIMIT $6) " NEWEST,
      error);

  if (row == NULL)
    return NULL;
  bind_patterns (row, names, NAME_WORDS, pattern_of_word);
  rang_bind_int (row, before);
  rang_bind_int (row, most);
  return read_all (row, error);
}

static GPtrArray *
find_by_names_and_numbers (
    RangStore *store, const char *const *names, const char *const *numbers, RangDay before, guint most, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_FOUND " FROM orders o JOIN clients c ON c.id = o.client "
                   "WHERE o.client IN (SELECT n.id FROM clients n WHERE " NAMED ") AND o.promised_day < $5 "
                   "AND (c.name_key LIKE $6 OR cast (o.number AS TEXT) LIKE $6 OR o.client_number LIKE $6) "
                   "AND (c.name_key LIKE $7 OR cast (o.number AS TEXT) LIKE $7 OR o.client_number LIKE $7) " NEWEST
                   " LIMIT $8",
      error);

  if (row == NULL)
    return NULL;
  bind_patterns (row, names, NAME_WORDS, pattern_of_word);
  rang_bind_int (row, before);
  bind_patterns (row, numbers, NUMBER_WORDS, pattern_of_number);
  rang_bind_int (row, most);
  return read_all (row, error);
}

/* By the longest of the numbers. The index that keeps orders from coming twice has what is asked for: "+ 0" keeps the
 * engine from reading all orders in the sequence of their numbers instead. */
static GPtrArray *
find_by_client_number (RangStore *store, const char *const *numbers, RangDay before, guint most, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_FOUND FROM_ORDERS
      "WHERE o.number IN (SELECT o.number FROM orders o WHERE o.client IS NOT NULL AND o.client_number IS NOT NULL "
      "AND o.client_number LIKE $1 ORDER BY o.number + 0 DESC LIMIT $2) AND o.promised_day < $3 " NEWEST,
      error);
  const char *longest = numbers[0];
  g_autofree char *pattern = NULL;

  if (row == NULL)
    return NULL;
  for (guint i = 1; numbers[i] != NULL; i++)
    if (strlen (numbers[i]) > strlen (longest))
      longest = numbers[i];
  pattern = pattern_of_number (longest);
  rang_bind_text (row, pattern);
  rang_bind_int (row, most);
  rang_bind_int (row, before);
  return read_all (row, error);
}

/* "104" is 104 before all others, 1040 … 1049, 10400 … 10499 and so on. */
static GPtrArray *
find_by_number (RangStore *store, gint64 digits, guint most, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      SELECT_FOUND FROM_ORDERS
      "WHERE o.number BETWEEN $1 AND $2 OR o.number BETWEEN $3 AND $4 OR o.number BETWEEN $5 AND $6 "
      "OR o.number BETWEEN $7 AND $8 OR o.number BETWEEN $9 AND $10 OR o.number BETWEEN $11 AND $12 "
      "ORDER BY CASE WHEN o.number = $1 THEN 0 ELSE 1 END, o.promised_day DESC, o.number DESC LIMIT $13",
      error);

  if (row == NULL)
    return NULL;
  for (gint64 i = 0, step = 1; i < LENGTHS; i++, step *= 10)
    {
      rang_bind_int (row, digits * step);
      rang_bind_int (row, digits * step + step - 1);
    }
  rang_bind_int (row, most);
  return read_all (row, error);
}

static gboolean
take (GPtrArray *found, GPtrArray *more)
{
  if (more != NULL)
    g_ptr_array_extend_and_steal (found, more);
  return more != NULL;
}

/* By the numbers, or by a client's name that has the numbers in it as well. */
static GPtrArray *
find_by_numbers (
    RangStore *store, const char *const *words, const char *const *numbers, RangDay before, guint most, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_found_order_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean known = FALSE;
  gint64 digits = 0;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      g_ptr_array_add (names, rang_text_key (numbers[i]));
      known = known || strlen (numbers[i]) >= LEAST_DIGITS;
    }
  if (numbers[1] == NULL && g_ascii_string_to_signed (names->pdata[0], 10, 1, G_MAXINT32, &digits, NULL)
      && !take (found, find_by_number (store, digits, most, error)))
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (words[i]));
  g_ptr_array_add (names, NULL);
  if ((known && !take (found, find_by_client_number (store, numbers, before, most * MANY, error)))
      || !take (found, find_by_names (store, (const char *const *)names->pdata, before, most, error)))
    return NULL;
  return g_steal_pointer (&found);
}

GPtrArray *
rang_store_find_orders (RangStore *store,
                        const char *const *words,
                        gboolean common,
                        const char *const *numbers,
                        RangDay before,
                        guint most,
                        GError **error)
{
  g_return_val_if_fail (words[0] != NULL || numbers[0] != NULL, NULL);

  if (numbers[0] == NULL)
    return find_by_names (store, words, before, most, error);
  if (words[0] == NULL || common)
    return find_by_numbers (store, words, numbers, before, most, error);
  return find_by_names_and_numbers (store, words, numbers, before, most, error);
}
