/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the search over the whole office: every day's orders, clients, people, vans, conflicts. */
#include "office/rang-office-find.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-text.h"
#include "office/rang-find-query.h"
#include "office/rang-office-private.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-resources.h"

/* Words that the names of more clients have do not tell them apart. */
#define FEW_CLIENTS 50
/* Of the store's guesses so many more are taken than are shown, since some are none. */
#define GUESSES 4

/* --- hits --- */

const char *
rang_hit_kind_to_nick (RangHitKind kind)
{
  static const char *const nicks[] = { "order", "client", "person", "van", "conflict" };

  g_return_val_if_fail (kind < RANG_N_HIT_KINDS, NULL);
  return nicks[kind];
}

const char *
rang_hit_kind_label (RangHitKind kind)
{
  static const char *const labels[] = { N_ ("Orders"), N_ ("Clients"), N_ ("People"), N_ ("Vans"), N_ ("Conflicts") };

  g_return_val_if_fail (kind < RANG_N_HIT_KINDS, NULL);
  return _ (labels[kind]);
}

void
rang_hit_free (RangHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->text);
  g_free (hit->detail);
  g_free (hit);
}

void
rang_findings_free (RangFindings *findings)
{
  if (findings == NULL)
    return;
  g_ptr_array_unref (findings->hits);
  g_free (findings);
}

/* @detail: (transfer full) (nullable). Returns: (transfer none) (nullable): the hit, %NULL if there are enough of them
 */
static RangHit *
add_hit (RangFindings *findings, RangHitKind kind, guint limit, gint64 id, const char *text, char *detail)
{
  guint n = 0;
  RangHit *hit;

  for (guint i = 0; i < findings->hits->len; i++)
    if (((RangHit *)g_ptr_array_index (findings->hits, i))->kind == kind)
      n++;
  if (n >= limit)
    {
      findings->more[kind] = TRUE;
      g_free (detail);
      return NULL;
    }
  hit = g_new0 (RangHit, 1);
  hit->kind = kind;
  hit->id = id;
  hit->day = RANG_DAY_NONE;
  hit->promised = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  hit->text = g_strdup (text != NULL ? text : "–");
  hit->detail = detail;
  g_ptr_array_add (findings->hits, hit);
  return hit;
}

/* --- orders --- */

/* An order's number is found by its first digits, everything else by any part. */
static gboolean
is_order (const RangFindQuery *query, const RangFoundOrder *order, const char *folded)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, order->number);

  for (guint i = 0; i < query->keys->len; i++)
    if (rang_find_query_find_word (folded, query->keys->pdata[i]) == NULL
        && !g_str_has_prefix (number, query->keys->pdata[i]))
      return FALSE;
  return TRUE;
}

typedef struct
{
  RangDay today;
  gint64 number;
} Sequence;

static int
class_of (const RangFoundOrder *order, const Sequence *sequence)
{
  if (order->number == sequence->number)
    return 0;
  if (order->day == RANG_DAY_NONE)
    return 3;
  return order->day == sequence->today ? 1 : order->day > sequence->today ? 2 : 4;
}

static int
compare_orders (gconstpointer a, gconstpointer b, gpointer data)
{
  const RangFoundOrder *one = *(const RangFoundOrder *const *)a, *other = *(const RangFoundOrder *const *)b;
  int first = class_of (one, data), second = class_of (other, data);

  if (first != second)
    return first < second ? -1 : 1;
  /* What is to come, the nearest first; what is over, the newest. */
  if (one->day != other->day)
    return (one->day < other->day) == (first == 2) ? -1 : 1;
  return one->number > other->number ? -1 : one->number < other->number;
}

/* Those that are looked through in memory. */
static void
take_recent (const RangFindIndex *index, const RangFindQuery *query, GPtrArray *found, GHashTable *seen)
{
  for (guint i = 0; i < index->orders->len; i++)
    {
      RangFoundOrder *order = g_ptr_array_index (index->orders, i);

      if (is_order (query, order, index->order_texts->pdata[i]) && g_hash_table_add (seen, &order->number))
        g_ptr_array_add (found, order);
    }
}

static void
take_older (GPtrArray *guesses, const RangFindQuery *query, GPtrArray *found, GHashTable *seen)
{
  for (guint i = 0; i < guesses->len; i++)
    {
      RangFoundOrder *order = g_ptr_array_index (guesses, i);
      g_autofree char *name = rang_text_key (order->name), *number = rang_text_key (order->client_number);
      g_autofree char *folded = g_strconcat (name, "\n", number, NULL);

      if (is_order (query, order, folded) && g_hash_table_add (seen, &order->number))
        g_ptr_array_add (found, order);
    }
}

static char *
dup_order_detail (const RangFindQuery *query, const RangFoundOrder *order)
{
  g_autofree char *known = g_strjoin ("\n", order->name != NULL ? order->name : "",
                                      order->client_number != NULL ? order->client_number : "", NULL);
  const char *reason = order->texts != NULL ? rang_find_query_find_reason (query, known, order->texts) : NULL;

  return g_strdup (reason != NULL ? reason : order->client_number);
}

static gboolean
are_common (const RangFindIndex *index, const RangFindQuery *query)
{
  guint n = 0;

  for (guint i = 0; i < index->client_texts->len && n <= FEW_CLIENTS; i++)
    {
      gboolean has = TRUE;

      for (guint k = 0; has && query->words->pdata[k] != NULL; k++)
        has = rang_find_query_find_word (index->client_texts->pdata[i], query->words->pdata[k]) != NULL;
      if (has)
        n++;
    }
  return n > FEW_CLIENTS;
}

static void
tell_orders (const RangFindQuery *query, const GPtrArray *found, guint limit, RangFindings *findings)
{
  for (guint i = 0; i < found->len && !findings->more[RANG_HIT_ORDER]; i++)
    {
      const RangFoundOrder *order = g_ptr_array_index (found, i);
      RangHit *hit
          = add_hit (findings, RANG_HIT_ORDER, limit, order->number, order->name, dup_order_detail (query, order));

      if (hit == NULL)
        break;
      hit->day = order->day;
      hit->promised = order->promised;
      hit->order_state = order->state;
      hit->state = rang_order_state_label (order->state);
      hit->department = order->department;
    }
}

/* The older ones come behind the newest: where these are enough, nobody need look for them, but for a number's own. */
static gboolean
find_orders (RangOffice *office, const RangFindQuery *query, guint limit, RangFindings *findings, GError **error)
{
  const RangFindIndex *index = office->find_index;
  Sequence sequence = { index->today, query->number };
  g_autoptr (GPtrArray) guesses = NULL, found = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  take_recent (index, query, found, seen);
  if (found->len <= limit || query->number != 0)
    {
      guesses = rang_store_find_orders (office->store, (const char *const *)query->words->pdata,
                                        are_common (index, query), (const char *const *)query->numbers->pdata,
                                        index->today - RANG_FIND_RECENT_DAYS, (limit + 1) * GUESSES, error);
      if (guesses == NULL)
        return FALSE;
      take_older (guesses, query, found, seen);
    }
  g_ptr_array_sort_with_data (found, compare_orders, &sequence);
  tell_orders (query, found, limit, findings);
  return TRUE;
}

/* --- the others --- */

static void
add_text (GPtrArray *texts, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, g_strdup (text));
}

/* Contact or address by which it was found, else where it is. */
static char *
dup_client_detail (const RangFindQuery *query, const RangClient *client)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *reason;

  for (guint i = 0; i < client->addresses->len; i++)
    {
      const RangAddress *address = g_ptr_array_index (client->addresses, i);
      g_autofree char *place = rang_place_to_text (&address->place);

      add_text (texts, *place != '\0' ? place : NULL);
      add_text (texts, address->access_note);
    }
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RangContact *contact = g_ptr_array_index (client->contacts, i);
      g_autofree char *both
          = g_strjoin (contact->name != NULL && contact->phone != NULL ? ", " : "",
                       contact->name != NULL ? contact->name : "", contact->phone != NULL ? contact->phone : "", NULL);

      add_text (texts, *both != '\0' ? both : NULL);
      add_text (texts, contact->email);
    }
  add_text (texts, client->tax_number);
  reason = rang_find_query_find_reason (query, client->name, texts);
  return g_strdup (reason != NULL ? reason : texts->len > 0 ? texts->pdata[0] : NULL);
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const RangClient *one = *(const RangClient *const *)a, *other = *(const RangClient *const *)b;

  return g_utf8_collate (one->name, other->name);
}

static void
find_clients (RangOffice *office, const RangFindQuery *query, guint limit, RangFindings *findings)
{
  const RangFindIndex *index = office->find_index;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < index->clients->len; i++)
    if (rang_find_query_has_all (query, index->client_texts->pdata[i]))
      g_ptr_array_add (found, index->clients->pdata[i]);
  g_ptr_array_sort (found, compare_clients);
  for (guint i = 0; i < found->len && !findings->more[RANG_HIT_CLIENT]; i++)
    {
      const RangClient *client = g_ptr_array_index (found, i);
      RangHit *hit
          = add_hit (findings, RANG_HIT_CLIENT, limit, client->id, client->name, dup_client_detail (query, client));

      if (hit != NULL)
        hit->department = client->department;
    }
}

static char *
dup_roles (RangOffice *office, const RangPerson *person)
{
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "", rang_role_label (grant->role));
      if (grant->department != 0)
        g_string_append_printf (roles, " (%s)", rang_office_department_name (office, grant->department));
    }
  return g_string_free (roles, roles->len == 0);
}

static void
find_people (RangOffice *office, const RangFindQuery *query, guint limit, RangFindings *findings)
{
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      if (person->active && rang_find_query_is_in (query, person->name, NULL, NULL))
        add_hit (findings, RANG_HIT_PERSON, limit, person->id, person->name, dup_roles (office, person));
    }
}

static gboolean
find_resources (
    RangOffice *office, gint64 unit, const RangFindQuery *query, guint limit, RangFindings *findings, GError **error)
{
  g_autoptr (GPtrArray) resources = rang_store_load_resources (office->store, unit, error);

  for (guint i = 0; resources != NULL && i < resources->len; i++)
    {
      const RangResource *resource = g_ptr_array_index (resources, i);
      const char *courier = resource->courier != 0 ? rang_office_person_name (office, resource->courier) : NULL;

      if (resource->active && rang_find_query_is_in (query, resource->name, resource->plate, courier))
        add_hit (findings, RANG_HIT_RESOURCE, limit, resource->id, resource->name,
                 g_strdup (resource->plate != NULL ? resource->plate : courier));
    }
  return resources != NULL;
}

static gboolean
find_conflicts (RangOffice *office, const RangFindQuery *query, guint limit, RangFindings *findings, GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  if (query->number == 0)
    return TRUE;
  conflicts = rang_store_find_conflicts (office->store, query->number, limit + 1, error);
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);
      GString *orders = g_string_new (NULL);
      RangHit *hit;

      for (guint k = 0; k < MIN (conflict->orders->len, 3); k++)
        g_string_append_printf (orders, "%s%" PRId64, k > 0 ? ", " : "", g_array_index (conflict->orders, gint64, k));
      if (conflict->orders->len > 3)
        g_string_append (orders, ", …");
      hit = add_hit (findings, RANG_HIT_CONFLICT, limit, conflict->id, rang_conflict_kind_label (conflict->kind),
                     g_string_free (orders, orders->len == 0));
      if (hit == NULL)
        break;
      hit->day = conflict->day;
      hit->conflict_state = conflict->state;
      hit->state = rang_conflict_state_label (conflict->state);
    }
  return conflicts != NULL;
}

/* --- the whole --- */

/* Every change writes an entry of the log: what was folded before the last one is out of date. */
static gboolean
ensure_index (RangOffice *office, GError **error)
{
  RangDay today = rang_office_today (office);
  g_autofree char *hash = NULL;
  gint64 entry;

  if (!rang_store_get_log_head (office->store, &entry, &hash, error))
    return FALSE;
  if (office->find_index != NULL && office->find_index->entry == entry && office->find_index->today == today)
    return TRUE;
  g_clear_pointer (&office->find_index, rang_find_index_free);
  office->find_index = rang_find_index_load (office->store, entry, today, error);
  return office->find_index != NULL;
}

RangFindings *
rang_office_find (RangOffice *office, const RangSession *session, const char *text, guint limit, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangFindings) findings = NULL;
  g_auto (RangFindQuery) query = { 0 };

  g_return_val_if_fail (office != NULL && session != NULL && limit > 0, NULL);

  rang_find_query_init (&query, text);
  if (!office_refresh (office, error))
    return NULL;
  transaction = rang_store_begin_read (office->store, error);
  if (transaction == NULL || !ensure_index (office, error))
    return NULL;
  findings = g_new0 (RangFindings, 1);
  findings->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_hit_free);
  findings->today = office->find_index->today;
  if (query.keys->len == 0)
    return g_steal_pointer (&findings);
  if (!find_orders (office, &query, limit, findings, error))
    return NULL;
  find_clients (office, &query, limit, findings);
  find_people (office, &query, limit, findings);
  if (!find_resources (office, session->unit, &query, limit, findings, error)
      || !find_conflicts (office, &query, limit, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}
