/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL values as text. */
#include "rules/rang-feel-temporal.h"

#include "rules/rang-feel-lexer.h"

#define MAX_LENGTH (1024 * 1024)
#define MAX_DEPTH 200

static void
write_value (GString *text, const RangFeelValue *value, guint depth);

static void
write_quoted (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (; *string != '\0'; string++)
    {
      if (*string == '"' || *string == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *string);
    }
  g_string_append_c (text, '"');
}

static void
write_list (GString *text, const RangFeelValue *value, guint depth)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < value->u.list.n && text->len < MAX_LENGTH; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      write_value (text, value->u.list.items[i], depth + 1);
    }
  g_string_append_c (text, ']');
}

static void
write_context (GString *text, const RangFeelValue *value, guint depth)
{
  g_string_append_c (text, '{');
  for (guint i = 0; i < value->u.context.n && text->len < MAX_LENGTH; i++)
    {
      const char *key = value->u.context.entries[i].key;
      gsize end = rang_feel_lexer_word (key, 0);
      if (i > 0)
        g_string_append (text, ", ");
      if (*key != '\0' && key[end] == '\0')
        g_string_append (text, key);
      else
        write_quoted (text, key);
      g_string_append (text, ": ");
      write_value (text, value->u.context.entries[i].value, depth + 1);
    }
  g_string_append_c (text, '}');
}

static void
write_range (GString *text, const RangFeelRange *range, guint depth)
{
  if (range->low == NULL || range->high == NULL)
    {
      const RangFeelValue *end = range->low != NULL ? range->low : range->high;
      gboolean closed = range->low != NULL ? range->low_closed : range->high_closed;
      g_string_append_printf (text, "(%s%s ", range->low != NULL ? ">" : "<", closed ? "=" : "");
      if (end != NULL)
        write_value (text, end, depth + 1);
      g_string_append_c (text, ')');
      return;
    }
  g_string_append_c (text, range->low_closed ? '[' : '(');
  write_value (text, range->low, depth + 1);
  g_string_append (text, "..");
  write_value (text, range->high, depth + 1);
  g_string_append_c (text, range->high_closed ? ']' : ')');
}

static void
write_temporal (GString *text, const RangFeelValue *value)
{
  g_autofree char *iso = rang_feel_temporal_to_text (value);
  const char *function = value->kind == RANG_FEEL_DATE        ? "date"
                         : value->kind == RANG_FEEL_TIME      ? "time"
                         : value->kind == RANG_FEEL_DATE_TIME ? "date and time"
                                                              : "duration";

  g_string_append_printf (text, "%s(\"%s\")", function, iso);
}

static void
write_value (GString *text, const RangFeelValue *value, guint depth)
{
  g_autofree char *number = NULL;

  if (depth > MAX_DEPTH)
    {
      g_string_append (text, "…");
      return;
    }
  switch (value->kind)
    {
    case RANG_FEEL_NULL:
      g_string_append (text, "null");
      break;
    case RANG_FEEL_BOOLEAN:
      g_string_append (text, value->u.boolean ? "true" : "false");
      break;
    case RANG_FEEL_NUMBER:
      number = rang_feel_number_to_text (&value->u.number);
      g_string_append (text, number);
      break;
    case RANG_FEEL_STRING:
      write_quoted (text, value->u.string.text);
      break;
    case RANG_FEEL_LIST:
      write_list (text, value, depth);
      break;
    case RANG_FEEL_CONTEXT:
      write_context (text, value, depth);
      break;
    case RANG_FEEL_RANGE:
      write_range (text, &value->u.range, depth);
      break;
    case RANG_FEEL_FUNCTION:
      g_string_append (text, "function");
      break;
    default:
      write_temporal (text, value);
      break;
    }
}

char *
rang_feel_value_to_text (const RangFeelValue *value)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (value != NULL, NULL);

  write_value (text, value, 0);
  return g_string_free (text, FALSE);
}

char *
rang_feel_value_to_string (const RangFeelValue *value)
{
  switch (value->kind)
    {
    case RANG_FEEL_STRING:
      return g_strdup (value->u.string.text);
    case RANG_FEEL_DATE:
    case RANG_FEEL_TIME:
    case RANG_FEEL_DATE_TIME:
    case RANG_FEEL_YEARS_MONTHS:
    case RANG_FEEL_DAYS_TIME:
      return rang_feel_temporal_to_text (value);
    default:
      return rang_feel_value_to_text (value);
    }
}
