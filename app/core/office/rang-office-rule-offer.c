/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rules that people have been making by hand: what overrides of one kind have in common. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "board/rang-board-fact.h"
#include "domain/rang-reason.h"
#include "office/rang-office-private.h"
#include "office/rang-office-rule-lab-private.h"
#include "rules/rang-rule-input.h"
#include "rules/rang-rules-document.h"
#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

/* Fewer are no habit; what most orders have is no reason. */
#define LEAST_MOVES 4
#define LEAST_SHARE 50
#define MOST_POINTS 20

typedef struct
{
  char *reason;
  char **facts;
  gint64 lacked;
} Moved;

static void
moved_free (Moved *moved)
{
  g_free (moved->reason);
  g_strfreev (moved->facts);
  g_free (moved);
}

void
rang_rule_offer_free (RangRuleOffer *offer)
{
  if (offer == NULL)
    return;
  g_free (offer->reason);
  g_free (offer->input);
  g_free (offer->value);
  g_free (offer);
}

void
lab_init (Lab *lab)
{
  lab->orders = g_array_new (FALSE, FALSE, sizeof (RangLabOrder));
  lab->overrides = g_array_new (FALSE, FALSE, sizeof (RangLabOverride));
  lab->moves = g_ptr_array_new_with_free_func ((GDestroyNotify)moved_free);
  lab->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What an order has of the facts that are words or yes and no: "stage=\"trial\"". */
static char **
facts_of (const RangBoardInput *input, gint64 number)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  guint n;
  const RangRuleInput *inputs = rang_rule_inputs (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL, *fact = NULL;

      if (inputs[i].kind != RANG_FEEL_BOOLEAN && inputs[i].values == NULL)
        continue;
      value = rang_board_input_dup_fact (input, number, inputs[i].name);
      if (value == NULL || g_str_equal (value, "false"))
        continue;
      fact = g_strdup_printf ("%s=%s", inputs[i].name, value);
      g_strv_builder_add (facts, fact);
    }
  return g_strv_builder_end (facts);
}

void
lab_take_facts (Lab *lab, RangBoard *board)
{
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      g_auto (GStrv) facts = facts_of (rang_board_get_input (board), rang_board_get_entry (board, rank)->number);

      for (guint i = 0; facts[i] != NULL; i++)
        g_hash_table_insert (lab->facts, g_strdup (facts[i]),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (lab->facts, facts[i])) + 1));
    }
}

void
lab_take_move (Lab *lab, RangBoard *board, const RangBoardEntry *entry, const RangLogEntry *move)
{
  const RangBoardEntry *there = rang_board_get_entry (board, (guint)MIN (move->to, G_MAXINT));
  Moved *moved;

  if (move->reason == NULL)
    return;
  moved = g_new0 (Moved, 1);
  moved->reason = g_strdup (move->reason);
  moved->facts = facts_of (rang_board_get_input (board), entry->number);
  moved->lacked = there != NULL ? there->score->points - entry->score->points + 1 : 1;
  g_ptr_array_add (lab->moves, moved);
}

static int
compare_lacked (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

/* One reason and one fact: whether that is a habit. */
static RangRuleOffer *
make_offer (Lab *lab, const char *reason, const char *fact)
{
  const char *equals = strchr (fact, '=');
  g_autoptr (GArray) lacked = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint moved = 0, having = GPOINTER_TO_UINT (g_hash_table_lookup (lab->facts, fact));
  guint share = lab->orders->len > 0 ? having * 100 / lab->orders->len : 100;
  RangRuleOffer *offer;

  for (guint i = 0; i < lab->moves->len; i++)
    {
      const Moved *move = lab->moves->pdata[i];

      if (!g_str_equal (move->reason, reason))
        continue;
      moved++;
      if (g_strv_contains ((const char *const *)move->facts, fact))
        g_array_append_val (lacked, move->lacked);
    }
  /* Twice as often as among all orders. */
  if (lacked->len < LEAST_MOVES || lacked->len * 100 < moved * LEAST_SHARE || lacked->len * 100 < moved * share * 2)
    return NULL;
  g_array_sort (lacked, compare_lacked);
  offer = g_new0 (RangRuleOffer, 1);
  offer->reason = g_strdup (reason);
  offer->input = g_strndup (fact, (gsize)(equals - fact));
  offer->value = g_strdup (equals + 1);
  offer->moved = moved;
  offer->with = lacked->len;
  offer->share = share;
  offer->points = CLAMP (g_array_index (lacked, gint64, lacked->len / 2), 1, MOST_POINTS);
  return offer;
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const RangRuleOffer *one = *(const RangRuleOffer *const *)a, *other = *(const RangRuleOffer *const *)b;

  if (one->with != other->with)
    return one->with > other->with ? -1 : 1;
  return g_strcmp0 (one->input, other->input);
}

GPtrArray *
lab_dup_offers (Lab *lab)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rule_offer_free);
  GHashTableIter each;
  gpointer fact;

  for (guint reason = 0; reason < RANG_N_REASONS; reason++)
    {
      g_hash_table_iter_init (&each, lab->facts);
      while (g_hash_table_iter_next (&each, &fact, NULL))
        {
          RangRuleOffer *offer = make_offer (lab, rang_reason_to_nick ((RangReasonCode)reason), fact);

          if (offer != NULL)
            g_ptr_array_add (offers, offer);
        }
    }
  g_ptr_array_sort (offers, compare_offers);
  return offers;
}

char *
rang_rule_offer_to_text (const RangRuleOffer *offer)
{
  const RangRuleInput *input;
  g_autofree char *value = NULL;

  g_return_val_if_fail (offer != NULL, NULL);

  input = rang_rule_input_find (offer->input);
  value = rang_rules_words_of_test (offer->value, input);
  /* Translators: how many orders were moved up, the reason; of them how many have a fact: “Client: on trial”; how many
   * per cent of all orders have it; the points of the row that is offered */
  return g_strdup_printf (_ ("%u orders were moved up with the reason “%s”; %u of them have %s: %s, as %u %% of all "
                             "orders have. A row of +%d points would say so."),
                          offer->moved, rang_reason_label ((RangReasonCode)rang_reason_from_nick (offer->reason)),
                          offer->with, input != NULL ? _ (input->label) : offer->input, value, offer->share,
                          (int)offer->points);
}

/* The first table that sums and asks the fact. */
static int
find_table (RangRulesDocument *document, const char *input, guint *column)
{
  for (guint table = 0; table < rang_rules_document_get_n_tables (document); table++)
    {
      g_autofree char *policy = rang_rules_document_dup_policy (document, table);

      for (guint i = 0; g_str_equal (policy, "COLLECT SUM") && i < rang_rules_document_get_n_inputs (document, table);
           i++)
        {
          g_autofree char *heading = rang_rules_document_dup_heading (document, table, i);

          *column = i;
          if (g_str_equal (heading, input))
            return (int)table;
        }
    }
  return -1;
}

/* What people are shown: in English, and in the current language where the table has its column. */
static void
set_reason (RangRulesDocument *document, guint table, guint row, const RangRuleOffer *offer)
{
  const RangRuleInput *input = rang_rule_input_find (offer->input);
  const char *plain = g_str_equal (offer->value, "true") ? "yes" : offer->value;
  g_autofree char *english = g_strdup_printf ("%s: %s", input != NULL ? input->label : offer->input, plain);
  g_autofree char *own = rang_rules_words_of_fact (offer->input, offer->value);
  int language = rang_rules_document_find_own_language (document, table);

  rang_rules_document_set_description (document, table, row, english);
  if (language >= 0)
    rang_rules_document_set_cell (document, table, row, (guint)language, own);
}

GBytes *
rang_rule_offer_add (const RangRuleOffer *offer, GBytes *rules, GError **error)
{
  g_autoptr (RangRulesDocument) document = rang_rules_document_new (rules, _ ("draft"), error);
  g_autofree char *points = NULL;
  guint column, row, output;
  int table;

  g_return_val_if_fail (offer != NULL, NULL);

  if (document == NULL)
    return NULL;
  table = find_table (document, offer->input, &column);
  if (table < 0)
    {
      office_refuse (error, REFUSED, _ ("no table of points asks “%s”; add it as a column first"), offer->input);
      return NULL;
    }
  row = rang_rules_document_get_n_rows (document, (guint)table);
  output = rang_rules_document_get_n_inputs (document, (guint)table);
  points = g_strdup_printf ("%d", (int)offer->points);
  rang_rules_document_insert_row (document, (guint)table, row);
  rang_rules_document_set_cell (document, (guint)table, row, column, offer->value);
  rang_rules_document_set_cell (document, (guint)table, row, output, points);
  set_reason (document, (guint)table, row, offer);
  return rang_rules_document_to_bytes (document);
}
