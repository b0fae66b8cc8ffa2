/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One evaluation of a model: decisions after what they require, knowledge models and services as functions. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-feel-types.h"
#include "rules/rang-rules-inputs-private.h"

static const RangFeelValue *
element_function (RangDmnSession *session, RangDmnElement *element);

/* What an element is worth to one that requires it: a value, or a function. */
static const RangFeelValue *
requirement_value (RangDmnSession *session, RangDmnElement *target)
{
  if (target->kind == RANG_DMN_KNOWLEDGE || target->kind == RANG_DMN_SERVICE)
    return element_function (session, target);
  return session->results[target->index] != NULL ? session->results[target->index] : &rang_feel_null;
}

/* The names that an element's logic sees. Those of an import are together in one context. */
static const RangFeelEnv *
element_env (RangDmnSession *session, const RangDmnElement *element)
{
  RangFeelArena *arena = session->eval->arena;
  RangFeelValue *own = rang_feel_value_new_context (arena, element->n_requirements);
  RangFeelEnv *env = rang_feel_arena_new0 (arena, RangFeelEnv);

  env->value = own;
  for (guint i = 0; i < element->n_requirements; i++)
    {
      const RangDmnRequirement *requirement = &element->requirements[i];
      const RangFeelValue *value = requirement_value (session, requirement->target);
      RangFeelValue *import;

      if (requirement->import == NULL)
        {
          own->u.context.entries[own->u.context.n++] = (RangFeelEntry){ requirement->name, requirement->hash, value };
          continue;
        }
      import = (RangFeelValue *)rang_feel_value_get_member (own, requirement->import);
      if (import == NULL)
        {
          import = rang_feel_value_new_context (arena, element->n_requirements);
          rang_feel_context_put (own, requirement->import, import);
        }
      rang_feel_context_put (import, requirement->name, value);
    }
  return env;
}

const RangFeelValue *
rang_dmn_session_give (RangDmnSession *session, const RangDmnElement *element, const RangFeelValue *value)
{
  gboolean fits
      = element->type == NULL
        || (element->plain && value->kind == element->type->simple
            && (element->allowed == NULL || rang_dmn_cell_accepts (element->allowed, session->eval, value, NULL)));

  if (!fits)
    value = rang_feel_eval_coerce (session->eval, value, element->type);
  session->results[element->index] = value;
  return value;
}

static void
take_input (RangDmnSession *session, const RangDmnElement *element)
{
  const RangFeelValue *value = NULL;

  if (session->inputs != NULL)
    value = rang_rules_inputs_find (session->inputs, element->name, element->hash);
  if (value != NULL)
    rang_dmn_session_give (session, element, value);
  else
    session->results[element->index] = &rang_feel_null;
}

static const RangFeelValue *
compute (RangDmnSession *session, const RangDmnElement *element)
{
  const RangFeelValue *value;

  if (element->body == NULL)
    return &rang_feel_null;
  value = rang_feel_eval (session->eval, element->body, element->alone ? NULL : element_env (session, element));
  if (element->plain && element->allowed == NULL && value->kind == element->type->simple)
    return value;
  return element->type != NULL ? rang_feel_eval_coerce (session->eval, value, element->type) : value;
}

static void
wait_for (RangDmnSession *session, RangDmnElement *element)
{
  if (session->n_waiting == session->waiting_room)
    {
      guint room = MAX (32, session->waiting_room * 2);
      RangDmnElement **more = rang_feel_arena_array (session->eval->arena, RangDmnElement *, room);

      if (session->n_waiting > 0)
        memcpy (more, session->waiting, sizeof *more * session->n_waiting);
      session->waiting = more;
      session->waiting_room = room;
    }
  session->waiting[session->n_waiting++] = element;
}

/* Waits for the decisions that are required and not yet computed; returns whether there was one. */
static gboolean
wait_for_missing (RangDmnSession *session, const RangDmnElement *element)
{
  guint before = session->n_waiting;

  for (guint i = element->n_requirements; i > 0; i--)
    {
      RangDmnElement *target = element->requirements[i - 1].target;

      if (session->results[target->index] != NULL)
        continue;
      if (target->kind == RANG_DMN_INPUT)
        take_input (session, target);
      else if (target->kind == RANG_DMN_DECISION)
        wait_for (session, target);
    }
  return session->n_waiting > before;
}

const RangFeelValue *
rang_dmn_session_value (RangDmnSession *session, RangDmnElement *element)
{
  guint before = session->n_waiting;

  if (element->kind == RANG_DMN_KNOWLEDGE || element->kind == RANG_DMN_SERVICE)
    return element_function (session, element);
  if (session->results[element->index] == NULL && element->kind == RANG_DMN_INPUT)
    take_input (session, element);
  if (session->results[element->index] != NULL)
    return session->results[element->index];
  wait_for (session, element);
  while (session->n_waiting > before && rang_feel_eval_step (session->eval))
    {
      RangDmnElement *top = session->waiting[session->n_waiting - 1];

      if (session->results[top->index] != NULL)
        session->n_waiting--;
      else if (!wait_for_missing (session, top))
        session->results[top->index] = compute (session, top);
    }
  session->n_waiting = before;
  return session->results[element->index] != NULL ? session->results[element->index] : &rang_feel_null;
}

static const RangFeelValue *
element_function (RangDmnSession *session, RangDmnElement *element)
{
  RangFeelFunction *function;
  const RangFeelValue *known = session->results[element->index];
  const RangFeelNode *node = element->body;

  if (known != NULL)
    return known;
  function = rang_feel_arena_new0 (session->eval->arena, RangFeelFunction);
  function->target = element;
  function->result = element->type;
  if (element->type != NULL && element->type->kind == RANG_FEEL_TYPE_FUNCTION)
    function->result = element->type->element;
  if (element->kind == RANG_DMN_SERVICE)
    {
      function->n_parameters = element->n_inputs;
      function->parameters = element->parameters;
      function->types = element->parameter_types;
    }
  else if (node != NULL && node->kind == RANG_FEEL_NODE_FUNCTION)
    {
      function->n_parameters = node->n_names;
      function->parameters = node->names;
      function->types = node->types;
    }
  known = rang_feel_value_new_function (session->eval->arena, function);
  session->results[element->index] = known;
  return known;
}

static const RangFeelValue *
call_knowledge (RangDmnSession *session, const RangDmnElement *element, const RangFeelValue *const *arguments)
{
  RangFeelArena *arena = session->eval->arena;
  const RangFeelNode *node = element->body;
  RangFeelValue *context;
  RangFeelEnv *env;

  if (node == NULL || node->kind != RANG_FEEL_NODE_FUNCTION)
    return &rang_feel_null;
  context = rang_feel_value_new_context (arena, node->n_names + 1);
  env = rang_feel_arena_new0 (arena, RangFeelEnv);
  rang_feel_context_put (context, element->name, session->results[element->index]);
  for (guint i = 0; i < node->n_names; i++)
    rang_feel_context_put (context, node->names[i], arguments[i]);
  env->parent = element_env (session, element);
  env->value = context;
  return rang_feel_eval (session->eval, node->children[0], env);
}

/* A service sees what it is given, and computes the rest for itself. */
static const RangFeelValue *
call_service (RangDmnSession *session, const RangDmnElement *element, const RangFeelValue *const *arguments)
{
  RangFeelArena *arena = session->eval->arena;
  RangDmnSession inner = *session;
  RangFeelValue *context;

  inner.results = rang_feel_arena_array (arena, const RangFeelValue *, session->rules->elements->len);
  inner.inputs = NULL;
  inner.waiting = NULL;
  inner.n_waiting = inner.waiting_room = 0;
  for (guint i = 0; i < element->n_inputs; i++)
    inner.results[element->inputs[i]->index] = arguments[i];
  session->eval->session = &inner;
  context = rang_feel_value_new_context (arena, element->n_outputs);
  for (guint i = 0; i < element->n_outputs; i++)
    rang_feel_context_put (context, element->outputs[i]->name, rang_dmn_session_value (&inner, element->outputs[i]));
  session->eval->session = session;
  session->hits = inner.hits;
  session->n_hits = inner.n_hits;
  session->room = inner.room;
  return element->n_outputs == 1 ? context->u.context.entries[0].value : context;
}

const RangFeelValue *
rang_dmn_session_call (RangFeelEval *eval, gconstpointer target, const RangFeelValue *const *arguments)
{
  const RangDmnElement *element = target;

  if (element->kind == RANG_DMN_SERVICE)
    return call_service (eval->session, element, arguments);
  return call_knowledge (eval->session, element, arguments);
}

const RangFeelValue *
rang_dmn_session_invoke (RangDmnSession *session, RangDmnElement *element)
{
  const RangFeelValue *value = rang_dmn_session_value (session, element);
  const RangFeelFunction *function;
  const RangFeelValue **arguments;

  if (value->kind != RANG_FEEL_FUNCTION || value->u.function->target != element)
    return value;
  function = value->u.function;
  arguments = rang_feel_arena_array (session->eval->arena, const RangFeelValue *, function->n_parameters);
  for (guint i = 0; i < function->n_parameters; i++)
    {
      arguments[i] = rang_rules_inputs_get (session->inputs, function->parameters[i]);
      if (arguments[i] == NULL)
        arguments[i] = &rang_feel_null;
    }
  return rang_feel_eval_call (session->eval, value, arguments, NULL, function->n_parameters);
}
