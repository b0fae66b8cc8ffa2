/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's own functions: finding them by name, and bringing arguments into the order of their parameters. */
#include "rules/rang-feel-builtins.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-lexer.h"

#define MAX_PARAMETERS 10

static const RangFeelBuiltin *const *
families (void)
{
  static const RangFeelBuiltin *const all[] = {
    rang_feel_builtins_lists,    rang_feel_builtins_aggregates, rang_feel_builtins_numbers, rang_feel_builtins_strings,
    rang_feel_builtins_contexts, rang_feel_builtins_temporal,   rang_feel_builtins_ranges,  NULL,
  };

  return all;
}

/* The function values, made once: they hold nothing but a pointer into the tables. */
static GHashTable *
known_functions (void)
{
  static gsize ready = 0;
  static GHashTable *functions = NULL;

  if (g_once_init_enter (&ready))
    {
      functions = g_hash_table_new (g_str_hash, g_str_equal);
      for (const RangFeelBuiltin *const *family = families (); *family != NULL; family++)
        for (const RangFeelBuiltin *builtin = *family; builtin->name != NULL; builtin++)
          {
            RangFeelFunction *function = g_new0 (RangFeelFunction, 1);
            RangFeelValue *value = g_new0 (RangFeelValue, 1);
            function->builtin = builtin;
            value->kind = RANG_FEEL_FUNCTION;
            value->u.function = function;
            g_hash_table_insert (functions, (gpointer)builtin->name, value);
          }
      g_once_init_leave (&ready, 1);
    }
  return functions;
}

const RangFeelValue *
rang_feel_builtins_find (const char *name)
{
  return g_hash_table_lookup (known_functions (), name);
}

gsize
rang_feel_builtins_match (const char *text, gsize at, const char **best, gsize end)
{
  for (const RangFeelBuiltin *const *family = families (); *family != NULL; family++)
    for (const RangFeelBuiltin *builtin = *family; builtin->name != NULL; builtin++)
      {
        gsize behind = rang_feel_lexer_match_name (text, at, builtin->name);
        if (behind > end)
          {
            end = behind;
            *best = builtin->name;
          }
      }
  return end;
}

/* Orders named arguments by one list of parameters; FALSE if a name is not in it, or twice. */
static gboolean
order_by (const char *parameters,
          const RangFeelValue *const *arguments,
          const char *const *names,
          guint n,
          const RangFeelValue **ordered,
          guint *n_ordered)
{
  g_auto (GStrv) list = g_strsplit (parameters, ",", -1);

  memset (ordered, 0, sizeof (RangFeelValue *) * MAX_PARAMETERS);
  *n_ordered = 0;
  for (guint i = 0; i < n; i++)
    {
      guint place = 0;
      while (list[place] != NULL && !g_str_equal (list[place], names[i]))
        place++;
      if (list[place] == NULL || place >= MAX_PARAMETERS || ordered[place] != NULL)
        return FALSE;
      ordered[place] = arguments[i];
      *n_ordered = MAX (*n_ordered, place + 1);
    }
  return TRUE;
}

static const RangFeelValue *
call_named (RangFeelEval *eval,
            const RangFeelBuiltin *builtin,
            const RangFeelValue *const *arguments,
            const char *const *names,
            guint n)
{
  g_auto (GStrv) alternatives = g_strsplit (builtin->parameters, "|", -1);
  const RangFeelValue *ordered[MAX_PARAMETERS];
  guint n_ordered;

  for (char **parameters = alternatives; *parameters != NULL; parameters++)
    if (order_by (*parameters, arguments, names, n, ordered, &n_ordered))
      {
        if (n < builtin->minimum)
          break;
        return builtin->call (eval, ordered, n_ordered);
      }
  return rang_feel_eval_note (eval, N_ ("“%s” has no such parameters"), builtin->name);
}

const RangFeelValue *
rang_feel_builtins_call (RangFeelEval *eval,
                         const RangFeelBuiltin *builtin,
                         const RangFeelValue *const *arguments,
                         const char *const *names,
                         guint n)
{
  const RangFeelValue *result;

  for (guint i = 0; i < n; i++)
    rang_feel_eval_weigh (eval, arguments[i]->kind == RANG_FEEL_STRING ? arguments[i]->u.string.length
                                                                       : rang_feel_value_get_length (arguments[i]));
  if (names != NULL)
    result = call_named (eval, builtin, arguments, names, n);
  else if (n < builtin->minimum || (n > builtin->maximum && !builtin->variadic))
    return rang_feel_eval_note (eval, N_ ("“%s” is called with the wrong count of arguments"), builtin->name);
  else
    result = builtin->call (eval, (const RangFeelValue **)arguments, n);
  if (result->kind == RANG_FEEL_NULL)
    rang_feel_eval_note (eval, N_ ("“%s” gives null for these arguments"), builtin->name);
  return result;
}
