/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled DMN model: loading it, asking what is in it, evaluating a decision. */
#include "rules/rang-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-digest.h"
#include "rules/rang-dmn-xml.h"
#include "rules/rang-rules-inputs-private.h"
#include "rules/rang-rules-private.h"
#include "rules/rang-rules-score.h"

#define MODEL_LIMIT (128 * 1024 * 1024)
#define EVALUATION_LIMIT (32 * 1024 * 1024)

struct _RangRulesResult
{
  RangRules *rules;
  RangRulesRun run;
  const RangFeelValue *value;
};

static RangRules *
rules_new (void)
{
  RangRules *rules = g_new0 (RangRules, 1);

  g_atomic_ref_count_init (&rules->ref_count);
  rules->arena = rang_feel_arena_new (MODEL_LIMIT);
  rules->elements = g_ptr_array_new ();
  rules->inputs = g_ptr_array_new_with_free_func (g_free);
  rules->decisions = g_ptr_array_new_with_free_func (g_free);
  rules->messages = g_ptr_array_new_with_free_func (g_free);
  return rules;
}

RangRules *
rang_rules_ref (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  g_atomic_ref_count_inc (&rules->ref_count);
  return rules;
}

void
rang_rules_unref (RangRules *rules)
{
  if (rules == NULL || !g_atomic_ref_count_dec (&rules->ref_count))
    return;
  rang_feel_arena_free (rules->arena);
  g_ptr_array_unref (rules->elements);
  g_ptr_array_unref (rules->inputs);
  g_ptr_array_unref (rules->decisions);
  g_ptr_array_unref (rules->messages);
  g_free (rules->name);
  g_free (rules->file);
  g_free (rules->version);
  g_clear_pointer (&rules->bytes, g_bytes_unref);
  g_free (rules);
}

static RangRules *
load (GBytes *bytes, const char *name, const char *folder, RangRulesLoadFlags flags, GError **error)
{
  RangRules *rules = rules_new ();
  RangDmnReader reader = { .rules = rules, .arena = rules->arena, .file = name, .folder = folder };
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  gboolean done;

  rules->file = g_strdup (name);
  reader.lenient = (flags & RANG_RULES_LOAD_LENIENT) != 0;
  reader.types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.members = g_ptr_array_new ();
  reader.member_set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.docs = g_ptr_array_new_with_free_func ((GDestroyNotify)xmlFreeDoc);
  done = rang_dmn_read (&reader, bytes);
  for (guint i = 0; i < rules->elements->len; i++)
    ((RangDmnElement *)rules->elements->pdata[i])->xml = NULL;
  g_hash_table_unref (reader.types);
  g_hash_table_unref (reader.loaded);
  g_ptr_array_unref (reader.members);
  g_hash_table_unref (reader.member_set);
  g_ptr_array_unref (reader.docs);
  if (!done)
    {
      g_propagate_error (error, reader.error);
      rang_rules_unref (rules);
      return NULL;
    }
  rules->points = rang_rules_find_element (rules, RANG_RULES_DECISION_POINTS, NULL, FALSE);
  rules->class = rang_rules_find_element (rules, RANG_RULES_DECISION_CLASS, NULL, FALSE);
  rules->bytes = g_bytes_ref (bytes);
  rules->version = rang_digest_sha256 (data, length);
  g_ptr_array_add (rules->inputs, NULL);
  g_ptr_array_add (rules->decisions, NULL);
  g_ptr_array_add (rules->messages, NULL);
  return rules;
}

RangRules *
rang_rules_load_bytes (GBytes *bytes, const char *name, RangRulesLoadFlags flags, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return load (bytes, name, NULL, flags, error);
}

RangRules *
rang_rules_load_file (const char *path, RangRulesLoadFlags flags, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL, *folder = NULL;
  char *content;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &content, &length, &cause))
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_FILE, _ ("%s: the file cannot be read: %s"), path,
                   cause->message);
      return NULL;
    }
  bytes = g_bytes_new_take (content, length);
  name = g_path_get_basename (path);
  folder = g_path_get_dirname (path);
  return load (bytes, name, folder, flags, error);
}

const char *
rang_rules_get_name (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->name;
}

const char *
rang_rules_get_version (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->version;
}

GBytes *
rang_rules_get_bytes (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->bytes;
}

const char *const *
rang_rules_get_inputs (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return (const char *const *)rules->inputs->pdata;
}

const char *const *
rang_rules_get_decisions (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return (const char *const *)rules->decisions->pdata;
}

const char *const *
rang_rules_get_messages (RangRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return (const char *const *)rules->messages->pdata;
}

gboolean
rang_rules_takes_input (RangRules *rules, const char *name)
{
  g_return_val_if_fail (rules != NULL && name != NULL, FALSE);

  for (guint i = 0; i < rules->elements->len; i++)
    {
      const RangDmnElement *element = rules->elements->pdata[i];
      const RangFeelNode *body = element->body;

      if (element->kind == RANG_DMN_INPUT && g_str_equal (element->name, name))
        return TRUE;
      for (guint j = 0; element->kind == RANG_DMN_SERVICE && j < element->n_inputs; j++)
        if (g_str_equal (element->parameters[j], name))
          return TRUE;
      for (guint j = 0; element->kind == RANG_DMN_KNOWLEDGE && body != NULL && j < body->n_names; j++)
        if (g_str_equal (body->names[j], name))
          return TRUE;
    }
  return FALSE;
}

RangDmnElement *
rang_rules_find_element (RangRules *rules, const char *name, const char *space, gboolean input)
{
  for (guint i = 0; i < rules->elements->len; i++)
    {
      RangDmnElement *element = rules->elements->pdata[i];
      if ((element->kind == RANG_DMN_INPUT) == input && g_str_equal (element->name, name)
          && (space != NULL ? g_str_equal (element->space, space) : !element->imported))
        return element;
    }
  return NULL;
}

void
rang_rules_run_init (RangRulesRun *run, RangRules *rules, RangRulesInputs *inputs, gboolean explain)
{
  memset (run, 0, sizeof *run);
  run->eval.arena = rang_rules_inputs_take_scratch (inputs, EVALUATION_LIMIT);
  if (explain)
    run->eval.messages = g_ptr_array_new_with_free_func (g_free);
  run->eval.call_model = rang_dmn_session_call;
  run->eval.call_table = rang_dmn_table_eval;
  run->eval.session = &run->session;
  run->session.rules = rules;
  run->session.eval = &run->eval;
  run->session.inputs = inputs;
  run->session.results = rang_feel_arena_array (run->eval.arena, const RangFeelValue *, rules->elements->len);
}

void
rang_rules_run_clear (RangRulesRun *run)
{
  rang_feel_arena_free (run->eval.arena);
  g_clear_pointer (&run->eval.messages, g_ptr_array_unref);
}

gboolean
rang_rules_stopped (RangRulesRun *run, GError **error)
{
  if (run->eval.stopped == NULL)
    return FALSE;
  g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_LIMIT, _ ("%s: %s; simplify the rules"),
               run->session.rules->file, run->eval.stopped);
  return TRUE;
}

RangRulesResult *
rang_rules_evaluate (RangRules *rules, const char *decision, RangRulesInputs *inputs, GError **error)
{
  RangRulesResult *result;
  RangDmnElement *element;

  g_return_val_if_fail (rules != NULL && decision != NULL && inputs != NULL, NULL);

  element = rang_rules_find_element (rules, decision, NULL, FALSE);
  if (element == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **)rules->decisions->pdata);
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_DECISION,
                   /* Translators: name of the model, name of the decision, the names that there are */
                   _ ("%s: there is no decision “%s”; there are: %s"), rules->file, decision, known);
      return NULL;
    }
  result = g_new0 (RangRulesResult, 1);
  result->rules = rang_rules_ref (rules);
  rang_rules_run_init (&result->run, rules, inputs, TRUE);
  rang_feel_eval_begin (&result->run.eval);
  result->value = rang_dmn_session_invoke (&result->run.session, element);
  if (rang_rules_stopped (&result->run, error))
    {
      rang_rules_result_free (result);
      return NULL;
    }
  g_ptr_array_add (result->run.eval.messages, NULL);
  return result;
}

void
rang_rules_result_free (RangRulesResult *result)
{
  if (result == NULL)
    return;
  rang_rules_run_clear (&result->run);
  rang_rules_unref (result->rules);
  g_free (result);
}

const RangFeelValue *
rang_rules_result_get_value (RangRulesResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->value;
}

const RangRulesHit *
rang_rules_result_get_hits (RangRulesResult *result, guint *n_hits)
{
  g_return_val_if_fail (result != NULL && n_hits != NULL, NULL);

  *n_hits = result->run.session.n_hits;
  return result->run.session.hits;
}

const char *const *
rang_rules_result_get_messages (RangRulesResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return (const char *const *)result->run.eval.messages->pdata;
}

const char *
rang_rules_result_get_hit_text (RangRulesResult *result, guint hit, const char *language)
{
  g_return_val_if_fail (result != NULL && hit < result->run.session.n_hits, NULL);

  return rang_dmn_table_row_text (result->run.session.hits[hit].table, result->run.session.hits[hit].rule,
                                  rang_dmn_table_language (language));
}

const RangFeelValue *
rang_rules_result_get_decision (RangRulesResult *result, const char *name)
{
  const RangDmnElement *element;

  g_return_val_if_fail (result != NULL && name != NULL, NULL);

  element = rang_rules_find_element (result->rules, name, NULL, FALSE);
  return element != NULL && element->kind == RANG_DMN_DECISION ? result->run.session.results[element->index] : NULL;
}
