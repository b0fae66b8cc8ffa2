/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-arena.h"
#include "rules/rang-feel-number.h"
#include "rules/rang-feel-value.h"

G_BEGIN_DECLS

typedef struct _RangFeelFunction RangFeelFunction;

/**
 * RangFeelZone:
 *
 * Whether and how a time says where on earth it is meant.
 */
typedef enum
{
  RANG_FEEL_ZONE_NONE,
  RANG_FEEL_ZONE_OFFSET,
  RANG_FEEL_ZONE_NAME,
} RangFeelZone;

/**
 * RangFeelDate:
 *
 * A day of the proleptic Gregorian calendar; years -999999999 … 999999999.
 */
typedef struct
{
  gint32 year;
  gint8 month;
  gint8 day;
} RangFeelDate;

/**
 * RangFeelTime:
 * @offset: seconds east of UTC, with %RANG_FEEL_ZONE_OFFSET
 * @name: "Europe/Bucharest", with %RANG_FEEL_ZONE_NAME
 */
typedef struct
{
  gint8 hour;
  gint8 minute;
  gint8 second;
  gint8 zone;
  gint32 nanos;
  gint32 offset;
  const char *name;
} RangFeelTime;

typedef struct
{
  const char *key;
  guint hash;
  const RangFeelValue *value;
} RangFeelEntry;

/**
 * RangFeelRange:
 * @low: (nullable): no lower end if %NULL
 * @high: (nullable): no upper end if %NULL
 * @single: whether it was written as one value: (=10)
 * @negated: whether it is everything but that value: (!=10)
 */
typedef struct
{
  const RangFeelValue *low;
  const RangFeelValue *high;
  gboolean low_closed;
  gboolean high_closed;
  gboolean single;
  gboolean negated;
} RangFeelRange;

struct _RangFeelValue
{
  RangFeelKind kind;
  union
  {
    gboolean boolean;
    RangFeelNumber number;
    struct
    {
      const char *text;
      gsize length;
    } string;
    struct
    {
      RangFeelDate date;
      RangFeelTime time;
    } moment; /* date, time, date and time */
    gint64 months;
    struct
    {
      gint64 seconds;
      gint32 nanos; /* 0 … 999999999, added to seconds */
    } duration;
    RangFeelRange range;
    struct
    {
      guint n;
      const RangFeelValue **items;
    } list;
    struct
    {
      guint n;
      RangFeelEntry *entries;
    } context;
    const RangFeelFunction *function;
  } u;
};

extern const RangFeelValue rang_feel_null;
extern const RangFeelValue rang_feel_true;
extern const RangFeelValue rang_feel_false;

#define RANG_FEEL_IS_NULL(value) ((value)->kind == RANG_FEEL_NULL)
#define RANG_FEEL_BOOL(condition) ((condition) ? &rang_feel_true : &rang_feel_false)

const RangFeelValue *
rang_feel_value_new_number (RangFeelArena *arena, const RangFeelNumber *number);
const RangFeelValue *
rang_feel_value_new_integer (RangFeelArena *arena, gint64 integer);
const RangFeelValue *
rang_feel_value_new_string (RangFeelArena *arena, const char *text, gssize length);
const RangFeelValue *
rang_feel_value_take_string (RangFeelArena *arena, char *text);
const RangFeelValue *
rang_feel_value_new_date (RangFeelArena *arena, RangFeelDate date);
const RangFeelValue *
rang_feel_value_new_time (RangFeelArena *arena, RangFeelTime time);
const RangFeelValue *
rang_feel_value_new_date_time (RangFeelArena *arena, RangFeelDate date, RangFeelTime time);
const RangFeelValue *
rang_feel_value_new_months (RangFeelArena *arena, gint64 months);
const RangFeelValue *
rang_feel_value_new_duration (RangFeelArena *arena, gint64 seconds, gint32 nanos);
const RangFeelValue *
rang_feel_value_new_range (RangFeelArena *arena, const RangFeelRange *range);
const RangFeelValue *
rang_feel_value_new_function (RangFeelArena *arena, const RangFeelFunction *function);

/**
 * rang_feel_value_new_list:
 * @items: (array length=n): copied; may be %NULL to be filled by the caller through u.list.items
 *
 * Returns: the list, or null when it does not fit into the arena
 */
const RangFeelValue *
rang_feel_value_new_list (RangFeelArena *arena, const RangFeelValue *const *items, guint n);

/**
 * rang_feel_value_new_context:
 * @n: room for so many entries
 *
 * Returns: an empty context, to be filled with rang_feel_context_put()
 */
RangFeelValue *
rang_feel_value_new_context (RangFeelArena *arena, guint n);

/**
 * rang_feel_context_put:
 * @key: kept, not copied
 *
 * Sets an entry; there must be room for it.
 */
void
rang_feel_context_put (RangFeelValue *context, const char *key, const RangFeelValue *value);

const RangFeelValue *
rang_feel_context_lookup (const RangFeelValue *context, const char *key, guint hash);

/**
 * rang_feel_value_to_string:
 *
 * Returns: (transfer full): as FEEL's function string(): a string alone is without quotes
 */
char *
rang_feel_value_to_string (const RangFeelValue *value);

/**
 * RangFeelList:
 *
 * A list that is being built in an arena.
 */
typedef struct
{
  RangFeelArena *arena;
  const RangFeelValue **items;
  guint n;
  guint room;
} RangFeelList;

/**
 * rang_feel_list_add:
 *
 * Returns: %FALSE when the arena is full
 */
gboolean
rang_feel_list_add (RangFeelList *list, const RangFeelValue *value);
const RangFeelValue *
rang_feel_list_end (RangFeelList *list);

G_END_DECLS
