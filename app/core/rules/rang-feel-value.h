/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangFeelKind:
 *
 * The kinds of values that FEEL (the expression language of DMN) knows.
 */
typedef enum
{
  RANG_FEEL_NULL,
  RANG_FEEL_BOOLEAN,
  RANG_FEEL_NUMBER,
  RANG_FEEL_STRING,
  RANG_FEEL_DATE,
  RANG_FEEL_TIME,
  RANG_FEEL_DATE_TIME,
  RANG_FEEL_YEARS_MONTHS,
  RANG_FEEL_DAYS_TIME,
  RANG_FEEL_RANGE,
  RANG_FEEL_LIST,
  RANG_FEEL_CONTEXT,
  RANG_FEEL_FUNCTION,
} RangFeelKind;

/**
 * RangFeelValue:
 *
 * An immutable value. It belongs to whatever made it (inputs, a result, a model) and lives as long as that.
 */
typedef struct _RangFeelValue RangFeelValue;

/**
 * rang_feel_value_get_kind:
 *
 * Returns: the kind of @value
 */
RangFeelKind
rang_feel_value_get_kind (const RangFeelValue *value);

/**
 * rang_feel_value_get_integer:
 * @integer: (out): the number
 *
 * Returns: %FALSE unless @value is a number, whole, and within 64 bits
 */
gboolean
rang_feel_value_get_integer (const RangFeelValue *value, gint64 *integer);

/**
 * rang_feel_value_get_string:
 *
 * Returns: (nullable): the characters of a string, without quotes; %NULL if @value is none
 */
const char *
rang_feel_value_get_string (const RangFeelValue *value);

/**
 * rang_feel_value_is_true:
 *
 * Returns: whether @value is the boolean true
 */
gboolean
rang_feel_value_is_true (const RangFeelValue *value);

/**
 * rang_feel_value_get_length:
 *
 * Returns: the count of items of a list or of entries of a context; 0 for any other value
 */
guint
rang_feel_value_get_length (const RangFeelValue *value);

/**
 * rang_feel_value_get_item:
 * @index: below rang_feel_value_get_length()
 *
 * Returns: the item of a list, or the value of a context's entry
 */
const RangFeelValue *
rang_feel_value_get_item (const RangFeelValue *value, guint index);

/**
 * rang_feel_value_get_key:
 * @index: below rang_feel_value_get_length()
 *
 * Returns: (nullable): the key of a context's entry
 */
const char *
rang_feel_value_get_key (const RangFeelValue *value, guint index);

/**
 * rang_feel_value_get_member:
 *
 * Returns: (nullable): the value of the entry @key of a context; %NULL if @value is no context or has no such entry
 */
const RangFeelValue *
rang_feel_value_get_member (const RangFeelValue *value, const char *key);

/**
 * rang_feel_value_to_text:
 *
 * Returns: (transfer full): the value as FEEL writes it: strings in quotes, "null", `[1, 2]`, `{a: 1}`,
 *   `date("2026-11-24")`
 */
char *
rang_feel_value_to_text (const RangFeelValue *value);

/**
 * rang_feel_value_equal:
 *
 * Returns: whether both are the same value: numbers by value (1.0 is 1), lists in order, contexts by key
 */
gboolean
rang_feel_value_equal (const RangFeelValue *a, const RangFeelValue *b);

G_END_DECLS
