/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a server is told to enforce: the table of rights (rang-permission.c), what the log's words stand
 * for, and whose each table is. A changed client meets these rules as well. */
#include "office/rang-office-private.h"
#include "store/rang-store-guard.h"

/* What is logged under another word than the right's own. */
static const struct
{
  const char *word;
  const char *actions;
} words[] = {
  { "edit", "edit import edit-client client amend" },
  { "add", "add import" },
  { "import", "import" },
  { "client", "client edit-client import" },
  { "cancel", "cancel amend" },
  { "importance", "importance" },
  { "redo", "undo" },
  { "grant", "grant request" },
  { "refuse", "refuse request" },
  { "request", "lock" },
  { "deliver", "outcome" },
  { "part", "outcome" },
  { "fail", "outcome close" },
  { "carry-over", "close outcome" },
  { "van", "roster" },
  { "people", "office *" },
  { "password", "*" },
  { "erase", "office edit-client" },
  { "settings", "office" },
  { "rates", "office" },
  { "rules", "activate" },
  { "clients", "edit-client" },
  { "travel", "office" },
  { "refused-attempt", "*" },
};

#define INTAKE "import add edit cancel importance client edit-client"
#define BOARD "move apply release undo grant amend"
#define DELIVERY "accept return outcome roster lock close"
#define ANY_ORDER INTAKE " rank submit handover request " BOARD " " DELIVERY

static const char *const order_columns[] = {
  "number order_day source source_digest",
  "import edit client",
  "client client_number buyer buyer_key buyer_tax_number department value currency load parcels service penalty_clause "
  "to_collect invoice street city postcode country lat lon address",
  "import edit edit-client client amend office",
  "importance importance_reason",
  "importance import edit",
  "submitted_importance",
  "importance submit close outcome",
  "promised_day promised_from promised_to first_promised_day requested_from_day requested_from_time requested_to_day "
  "requested_to_time",
  "import edit amend close outcome call client",
  "department_rank submitted_rank submitted_length",
  "rank submit undo import edit cancel close amend outcome",
  "bumps",
  "move apply release grant amend accept return close",
  "outcome_day outcome_at outcome_reason cash_received receipt",
  "outcome close",
  NULL,
};
static const char *const move_columns[] = {
  "entry kind day unit department who orders rank_from rank_to rank_suggested",
  "",
  "reason reason_pending note cost",
  "reason undo " BOARD " rank",
  NULL,
};
static const char *const version_columns[] = {
  "state decided_by decided_at decided_entry remark",
  "accept return handover amend grant",
  NULL,
};
static const char *const push_columns[] = {
  "day unit order_number department asked_by noted_by asked_at week entry reason rank_from rank_to",
  "",
  "state decided_by decided_at decided_entry decision",
  "grant refuse move apply amend",
  NULL,
};
static const char *const conflict_columns[] = {
  "id kind conflict_key day",
  "",
  "decided_by note decided_at decided_entry",
  "decide grant refuse",
  NULL,
};
static const char *const request_columns[] = {
  "day order_number resource asked_by asked_at harm entry", "", "state decided_by note", "request", NULL,
};
static const char *const key_columns[] = { "public person", "", NULL };

static const RangGuardTable tables[] = {
  { "counters", INTAKE, NULL, NULL, NULL, FALSE, NULL },
  { "settings", "office", NULL, NULL, NULL, TRUE, NULL },
  { "departments", "office import", NULL, NULL, NULL, TRUE, NULL },
  { "people", "office", NULL, NULL, NULL, TRUE, NULL },
  { "person_roles", "office", NULL, NULL, NULL, TRUE, NULL },
  { "person_keys", "office", NULL, "person", NULL, TRUE, key_columns },
  { "sign_ins", "office", NULL, "person", NULL, FALSE, NULL },
  { "deputies", "office", NULL, "behalf", NULL, TRUE, NULL },
  { "clients", INTAKE, "department", NULL, NULL, TRUE, NULL },
  { "addresses", INTAKE " office outcome call", NULL, NULL, NULL, TRUE, NULL },
  { "contacts", INTAKE " office outcome call", NULL, NULL, NULL, TRUE, NULL },
  { "client_deliveries", "", NULL, NULL, NULL, FALSE, NULL },
  { "client_events", INTAKE, NULL, NULL, NULL, TRUE, NULL },
  { "units", "office roster vans", NULL, NULL, NULL, TRUE, NULL },
  { "resources", "office roster vans", NULL, NULL, NULL, TRUE, NULL },
  { "roster", "roster", NULL, NULL, NULL, TRUE, NULL },
  { "orders", ANY_ORDER, "department", NULL, NULL, TRUE, order_columns },
  { "order_lines", ANY_ORDER, NULL, NULL, NULL, FALSE, NULL },
  { "order_changes", INTAKE " decide", NULL, NULL, NULL, TRUE, NULL },
  { "sender_mappings", "import", NULL, NULL, NULL, FALSE, NULL },
  { "department_lists", "rank submit undo " INTAKE " close amend", "department", NULL, NULL, TRUE, NULL },
  { "department_list_revisions", "rank submit undo " INTAKE " close amend", "department", NULL, "entry", TRUE, NULL },
  { "board_revisions", BOARD " " INTAKE " submit handover request " DELIVERY, NULL, NULL, "entry", TRUE, NULL },
  { "moves", BOARD " rank reason", NULL, NULL, "entry", TRUE, move_columns },
  { "move_orders", BOARD " rank reason", NULL, NULL, NULL, TRUE, NULL },
  { "versions", "handover amend accept return grant request cancel", NULL, NULL, "entry", TRUE, version_columns },
  { "plans", DELIVERY " handover amend request grant cancel", NULL, NULL, "entry", TRUE, NULL },
  { "closed_days", "close", NULL, NULL, "entry", TRUE, NULL },
  { "conflicts", "*", NULL, NULL, NULL, FALSE, conflict_columns },
  { "conflict_subjects", "*", NULL, NULL, NULL, FALSE, NULL },
  { "conflict_answers", "answer", NULL, NULL, "entry", TRUE, NULL },
  { "rule_versions", "activate", NULL, NULL, NULL, TRUE, NULL },
  { "rule_drafts", "activate", NULL, "person", NULL, FALSE, NULL },
  { "log", "", NULL, NULL, NULL, FALSE, NULL },
  { "chain_head", "*", NULL, NULL, NULL, FALSE, NULL },
  { "witnesses", "*", NULL, NULL, NULL, FALSE, NULL },
  { "rates", "office", NULL, NULL, NULL, TRUE, NULL },
  { "locks", "lock request " DELIVERY, NULL, NULL, NULL, TRUE, NULL },
  { "calls", "call", NULL, NULL, "entry", TRUE, NULL },
  { "carry_overs", "close outcome", NULL, NULL, "entry", TRUE, NULL },
  { "requests", "lock request", NULL, NULL, NULL, TRUE, request_columns },
  { "travel_places", "office", NULL, NULL, NULL, TRUE, NULL },
  { "sheet_fields", "office", NULL, NULL, NULL, TRUE, NULL },
  { "pushes", "push asked grant refuse " BOARD, NULL, NULL, "entry", TRUE, push_columns },
  { NULL, NULL, NULL, NULL, NULL, FALSE, NULL },
};

static void
add (GArray *rights, const char *subject, const char *action)
{
  RangGuardRight right = { subject, action };

  g_array_append_val (rights, right);
}

static GArray *
list_rights (void)
{
  GArray *rights = g_array_new (FALSE, FALSE, sizeof (RangGuardRight));

  for (RangRole role = 0; role < RANG_N_ROLES; role++)
    for (RangAction action = 0; action < RANG_N_ACTIONS; action++)
      if (rang_permission_role_may (role, action))
        add (rights, rang_role_to_nick (role), rang_action_word (action));
  return rights;
}

static gboolean
has_own_row (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return TRUE;
  return FALSE;
}

static GArray *
list_words (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RangGuardRight));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) actions = g_strsplit (words[i].actions, " ", -1);

      for (gsize k = 0; actions[k] != NULL; k++)
        add (list, words[i].word, g_intern_string (actions[k]));
    }
  for (RangAction action = 0; action < RANG_N_ACTIONS; action++)
    if (!has_own_row (rang_action_word (action)))
      add (list, rang_action_word (action), rang_action_word (action));
  return list;
}

gboolean
office_guard (RangOffice *office, GError **error)
{
  g_autoptr (GArray) rights = list_rights ();
  g_autoptr (GArray) log_words = list_words ();
  RangGuard guard = { rights, log_words, tables, "move apply release grant amend" };
  g_autoptr (GError) why = NULL;

  if (!rang_store_guard (office->store, &guard, error))
    return FALSE;
  office->server_person = rang_store_get_server_person (office->store, &office->bound, &why);
  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
