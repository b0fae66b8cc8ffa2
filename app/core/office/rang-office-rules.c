/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the versions of the priority rules: which are active when, activating one, drafts. */
#include "office/rang-office-rules.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-text.h"
#include "office/rang-office-private.h"
#include "rules/rang-rules-analysis.h"
#include "rules/rang-rules-document.h"
#include "store/rang-store-log.h"
#include "store/rang-store-rules.h"

/* More than any set of tables that people can keep in their heads. */
#define LARGEST_FILE (16 * 1024 * 1024)

void
rang_rules_version_free (RangRulesVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->note);
  g_free (version->digest);
  g_free (version->name);
  g_free (version);
}

/* --- what holds on a day --- */

RangRules *
office_rules (RangOffice *office, RangDay day, gint64 *version, GError **error)
{
  g_autoptr (RangRulesRecord) record = rang_store_load_rules_for_day (office->store, day, error);
  g_autoptr (GBytes) body = NULL;

  if (record == NULL)
    return NULL;
  if (version != NULL)
    *version = record->id;
  if (office->rules != NULL && office->rules_version == record->id)
    return office->rules;
  body = g_bytes_new (record->body, strlen (record->body));
  g_clear_pointer (&office->rules, rang_rules_unref);
  office->rules = rang_rules_load_bytes (body, _ ("the active rules"), RANG_RULES_LOAD_DEFAULT, error);
  office->rules_version = record->id;
  return office->rules;
}

static char *
dup_model_name (const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (body, strlen (body));
  g_autoptr (RangRules) rules = rang_rules_load_bytes (bytes, "", RANG_RULES_LOAD_LENIENT, NULL);

  return rules != NULL ? g_strdup (rang_rules_get_name (rules)) : NULL;
}

static RangRulesVersion *
take_version (const RangRulesRecord *record)
{
  RangRulesVersion *version = g_new0 (RangRulesVersion, 1);

  version->id = record->id;
  version->from = record->activated_by != 0 ? record->from : RANG_DAY_NONE;
  version->to = RANG_DAY_NONE;
  version->note = g_strdup (record->note);
  version->by = record->activated_by;
  version->at = record->activated_at;
  version->digest = g_strdup (record->digest);
  version->name = dup_model_name (record->body);
  return version;
}

/* The last day before one takes over that begins no earlier and was activated later, or begins later. */
static RangDay
find_end (GPtrArray *records, const RangRulesRecord *record)
{
  RangDay end = RANG_DAY_NONE;

  for (guint i = 0; i < records->len; i++)
    {
      const RangRulesRecord *other = g_ptr_array_index (records, i);
      gboolean follows = other->from > record->from || (other->from == record->from && other->id > record->id);

      if (follows && (end == RANG_DAY_NONE || other->from - 1 < end))
        end = other->from - 1;
    }
  return end;
}

/* Marks the versions whose activation somebody has signed: the entry says which version, by number and digest. */
static gboolean
take_signature (const RangLogEntry *entry, gpointer data)
{
  GPtrArray *versions = data;

  for (guint i = 0; i < versions->len && entry->signature != NULL && entry->subject != NULL; i++)
    {
      RangRulesVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *subject = g_strdup_printf ("rules/%" PRId64, version->id);

      if (g_str_equal (subject, entry->subject) && entry->data != NULL && strstr (entry->data, version->digest) != NULL)
        version->is_signed = TRUE;
    }
  return TRUE;
}

GPtrArray *
rang_office_list_rules (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) records = rang_store_load_all_rules (office->store, error);
  g_autoptr (RangRulesRecord) holds = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  RangLogFilter activations = RANG_LOG_FILTER_ALL;

  if (records == NULL)
    return NULL;
  holds = rang_store_load_rules_for_day (office->store, session->day, NULL);
  versions = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_rules_version_free);
  for (guint i = records->len; i > 0; i--)
    {
      const RangRulesRecord *record = g_ptr_array_index (records, i - 1);
      RangRulesVersion *version = take_version (record);

      version->to = find_end (records, record);
      version->active = holds != NULL && holds->id == record->id;
      g_ptr_array_add (versions, version);
    }
  activations.what = "activate";
  if (!rang_store_foreach_log (office->store, &activations, take_signature, versions, error))
    return NULL;
  return g_steal_pointer (&versions);
}

/* --- reading one --- */

static GBytes *
read_version (RangOffice *office, gint64 id, char **name, GError **error)
{
  g_autoptr (RangRulesRecord) record = rang_store_load_rules (office->store, id, NULL);

  if (record == NULL)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no version %" PRId64 " of the rules; “rangctl rules” lists them"),
                     id);
      return NULL;
    }
  *name = g_strdup_printf (_ ("version %" PRId64), id);
  return g_bytes_new (record->body, strlen (record->body));
}

static GBytes *
read_file (const char *path, char **name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &cause);
  char *content;
  gsize length;

  if (info != NULL && g_file_info_get_size (info) > LARGEST_FILE)
    {
      office_refuse (error, FILE, _ ("%s: the file is too large for rules; the most is %d MB"), path,
                     LARGEST_FILE / 1024 / 1024);
      return NULL;
    }
  if (info == NULL || !g_file_get_contents (path, &content, &length, &cause))
    {
      office_refuse (error, FILE, _ ("%s: the file cannot be read: %s"), path, cause->message);
      return NULL;
    }
  *name = g_path_get_basename (path);
  return g_bytes_new_take (content, length);
}

static GBytes *
read_draft (RangOffice *office, const RangSession *session, char **name, GError **error)
{
  g_autoptr (RangRulesDraft) draft = rang_store_load_draft (office->store, session->person, error);

  if (draft == NULL)
    {
      if (error == NULL || *error == NULL)
        office_refuse (error, NOT_FOUND, _ ("you have no draft of the rules; name a version or a file"));
      return NULL;
    }
  *name = g_strdup (_ ("draft"));
  return g_bytes_new (draft->body, strlen (draft->body));
}

GBytes *
rang_office_read_rules (RangOffice *office, const RangSession *session, const char *what, char **name, GError **error)
{
  g_autofree char *own = NULL;
  g_autoptr (GBytes) rules = NULL;
  gint64 id;

  g_return_val_if_fail (office != NULL && session != NULL && what != NULL, NULL);

  if (g_str_equal (what, "active"))
    {
      g_autoptr (RangRulesRecord) record = rang_store_load_rules_for_day (office->store, session->day, error);

      rules = record != NULL ? read_version (office, record->id, &own, error) : NULL;
    }
  else if (g_str_equal (what, "draft"))
    rules = read_draft (office, session, &own, error);
  else if (g_ascii_string_to_signed (what, 10, 1, G_MAXINT64, &id, NULL))
    rules = read_version (office, id, &own, error);
  else
    rules = read_file (what, &own, error);
  if (rules != NULL && name != NULL)
    *name = g_steal_pointer (&own);
  return g_steal_pointer (&rules);
}

/* --- activating --- */

/* Compiles what can be activated. Nothing beside the file belongs to it: a version stands alone for good. */
static RangRules *
load_checked (GBytes *text, const char *name, GError **error)
{
  g_autoptr (RangRules) rules = rang_rules_load_bytes (text, name, RANG_RULES_LOAD_DEFAULT, error);

  if (rules == NULL || !rang_rules_check_inputs (rules, error) || !rang_rules_try_out (rules, error))
    return NULL;
  return g_steal_pointer (&rules);
}

gboolean
rang_office_check_rules (RangOffice *office, GBytes *text, const char *name, GError **error)
{
  g_autoptr (RangRules) rules = NULL;

  g_return_val_if_fail (office != NULL && text != NULL && name != NULL, FALSE);

  rules = load_checked (text, name, error);
  return rules != NULL;
}

/* The text in UTF-8, as the store keeps it. */
static char *
to_text (GBytes *rules, const char *name, GError **error)
{
  g_autoptr (RangRulesDocument) document = rang_rules_document_new (rules, name, error);
  g_autoptr (GBytes) bytes = document != NULL ? rang_rules_document_to_bytes (document) : NULL;

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static gboolean
check_day (RangOffice *office, RangDay from, GError **error)
{
  RangDay today = rang_office_today (office);
  g_autofree char *text = rang_day_format (today);

  if (from != RANG_DAY_NONE && from >= today)
    return TRUE;
  office_refuse (error, REFUSED, _ ("days gone by keep the rules they had; activate from today, %s, or a later day"),
                 text);
  return FALSE;
}

static RangRulesRecord *
make_record (RangOffice *office, const RangSession *session, RangDay from, const char *note, GError **error)
{
  g_autoptr (RangRulesRecord) record = rang_rules_record_new ();

  record->note = rang_text_clean_note (note);
  if (record->note == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note what the new rules are for"));
      return NULL;
    }
  record->from = from;
  record->activated_by = session->person;
  record->activated_at = rang_clock_now (office->clock);
  return g_steal_pointer (&record);
}

/* The same text as what holds from that day on would be a version that changes nothing. */
static gboolean
check_new (RangOffice *office, const RangRulesRecord *record, GError **error)
{
  g_autoptr (RangRulesRecord) holds = rang_store_load_rules_for_day (office->store, record->from, NULL);

  if (holds == NULL || !g_str_equal (holds->body, record->body))
    return TRUE;
  office_refuse (error, NOTHING, _ ("these are the rules that hold on that day already: version %" PRId64), holds->id);
  return FALSE;
}

static gboolean
log_activation (RangOffice *office, const RangSession *session, const RangRulesRecord *record, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "activate");
  g_autofree char *from = rang_day_format (record->from);

  entry->day = record->from;
  entry->subject = g_strdup_printf ("rules/%" PRId64, record->id);
  entry->note = g_strdup (record->note);
  entry->data = g_strdup_printf ("{\"digest\":\"%s\",\"from\":\"%s\"}", record->digest, from);
  return office_log (office, entry, error);
}

static gboolean
forget_activated_draft (RangOffice *office, const RangSession *session, const char *body, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (RangRulesDraft) draft = rang_store_load_draft (office->store, session->person, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return draft == NULL || !g_str_equal (draft->body, body)
         || rang_store_remove_draft (office->store, session->person, error);
}

gboolean
rang_office_activate_rules (RangOffice *office,
                            const RangSession *session,
                            GBytes *text,
                            const char *name,
                            RangDay from,
                            const char *note,
                            gint64 *version,
                            GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangRules) rules = NULL;
  g_autoptr (RangRulesRecord) record = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, FALSE);

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_EDIT_RULES, 0, 0, transaction, error)
      || !check_day (office, from, error))
    return FALSE;
  rules = load_checked (text, name, error);
  record = rules != NULL ? make_record (office, session, from, note, error) : NULL;
  if (record == NULL)
    return FALSE;
  record->body = to_text (text, name, error);
  if (record->body == NULL || !check_new (office, record, error) || !rang_store_add_rules (office->store, record, error)
      || !log_activation (office, session, record, error)
      || !forget_activated_draft (office, session, record->body, error)
      || !rang_store_transaction_commit (transaction, error))
    return FALSE;
  if (version != NULL)
    *version = record->id;
  return TRUE;
}

/* --- drafts --- */

gboolean
rang_office_save_draft (RangOffice *office, const RangSession *session, gint64 based_on, GBytes *text, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  RangRulesDraft draft = { session->person, based_on, rang_clock_now (office->clock), NULL };
  gboolean saved;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_EDIT_RULES, "rules", 0, 0, transaction, error))
    return FALSE;
  if (text == NULL)
    return rang_store_remove_draft (office->store, session->person, error)
           && rang_store_transaction_commit (transaction, error);
  draft.body = to_text (text, _ ("draft"), error);
  saved = draft.body != NULL && rang_store_save_draft (office->store, &draft, error)
          && rang_store_transaction_commit (transaction, error);
  g_free (draft.body);
  return saved;
}

GBytes *
rang_office_load_draft (RangOffice *office, const RangSession *session, gint64 *based_on, GError **error)
{
  g_autoptr (RangRulesDraft) draft = rang_store_load_draft (office->store, session->person, error);

  if (draft == NULL)
    return NULL;
  *based_on = draft->based_on;
  return g_bytes_new (draft->body, strlen (draft->body));
}
