/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one stop of a van, in words. */
#include "deliveries/rang-stop-item.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-words.h"

struct _RangStopItem
{
  GObject parent_instance;
  gint64 order;
  char *texts[RANG_N_STOP_COLUMNS];
  gboolean late;
  gboolean open;
  int mark;
  gint64 collect;
};

G_DEFINE_FINAL_TYPE (RangStopItem, rang_stop_item, G_TYPE_OBJECT)

static void
rang_stop_item_finalize (GObject *object)
{
  RangStopItem *self = RANG_STOP_ITEM (object);

  for (int i = 0; i < RANG_N_STOP_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (rang_stop_item_parent_class)->finalize (object);
}

static void
rang_stop_item_class_init (RangStopItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_stop_item_finalize;
}

static void
rang_stop_item_init (RangStopItem *self)
{
}

static char *
say_spare (const RangBoardStop *stop)
{
  g_autofree char *spare = NULL;

  if (stop->missed)
    return g_strdup (_ ("not today"));
  if (stop->expected_late > 0)
    {
      spare = rang_words_minutes (stop->expected_late);
      /* Translators: how late a stop is: "8 min late". */
      return g_strdup_printf (_ ("%s late"), spare);
    }
  if (stop->expected == RANG_TIME_NONE || stop->to == RANG_TIME_NONE || stop->expected > stop->to)
    return g_strdup ("");
  spare = rang_words_minutes ((stop->to - stop->expected) / 60);
  /* Translators: how much time is left before the promise breaks: "41 min spare". */
  return g_strdup_printf (_ ("%s spare"), spare);
}

static char *
say_outcome (const RangOrder *order)
{
  g_autofree char *at = rang_words_time (order->outcome_at);
  int reason = order->outcome_reason != NULL ? rang_fail_reason_from_nick (order->outcome_reason) : -1;

  switch (order->state)
    {
    case RANG_ORDER_DELIVERED:
      /* Translators: %s is a time. */
      return g_strdup_printf (_ ("✓ delivered %s"), at);
    case RANG_ORDER_PART:
      /* Translators: %s is a time. */
      return g_strdup_printf (_ ("◐ in part %s"), at);
    case RANG_ORDER_FAILED:
      /* Translators: %s is why a delivery failed. */
      return g_strdup_printf (_ ("✕ failed: %s"), reason >= 0 ? rang_fail_reason_label ((RangFailReason)reason) : "–");
    case RANG_ORDER_CANCELLED:
    case RANG_ORDER_CARRIED_OVER:
      return g_strdup (rang_order_state_label (order->state));
    default:
      return g_strdup ("");
    }
}

RangStopItem *
rang_stop_item_new (const RangDayView *view, const RangBoardStop *stop)
{
  RangStopItem *self = g_object_new (RANG_TYPE_STOP_ITEM, NULL);
  const RangOrderView *order = rang_day_view_find_order (view, stop->order);
  const RangTimeWindow window = { stop->from, stop->to };
  const RangDepartment *department;

  self->order = stop->order;
  self->late = stop->expected_late > 0 || stop->missed;
  self->mark = -1;
  self->texts[RANG_STOP_PLACE] = g_strdup_printf ("%u", stop->place);
  self->texts[RANG_STOP_ETA] = rang_words_time (stop->done ? stop->eta : stop->expected);
  self->texts[RANG_STOP_PROMISED] = rang_day_label_window (window);
  self->texts[RANG_STOP_SPARE] = say_spare (stop);
  self->texts[RANG_STOP_ORDER] = g_strdup_printf ("%" G_GINT64_FORMAT, stop->order);
  if (order == NULL)
    return self;
  self->open = rang_order_is_open (order->order);
  self->texts[RANG_STOP_CLIENT] = g_strdup (order->client);
  self->texts[RANG_STOP_ADDRESS] = rang_place_to_text (&order->order->place);
  self->texts[RANG_STOP_DEPARTMENT] = g_strdup (order->department);
  self->texts[RANG_STOP_LOAD] = rang_words_load (order->order->load);
  self->texts[RANG_STOP_COLLECT]
      = order->order->to_collect > 0 ? rang_words_money (order->order->to_collect, order->order->value.currency) : NULL;
  self->texts[RANG_STOP_OUTCOME] = say_outcome (order->order);
  if (self->open && rang_day_view_is_locked (view, stop->order))
    {
      g_free (self->texts[RANG_STOP_OUTCOME]);
      self->texts[RANG_STOP_OUTCOME] = g_strdup (_ ("locked to this van"));
    }
  department = rang_day_view_find_department (view, order->order->department);
  self->mark = department != NULL ? department->mark : -1;
  self->collect = order->order->to_collect;
  return self;
}

gint64
rang_stop_item_get_order (RangStopItem *self)
{
  return self->order;
}

const char *
rang_stop_item_get_text (RangStopItem *self, RangStopColumn column)
{
  return self->texts[column] != NULL ? self->texts[column] : "";
}

char *
rang_stop_item_dup_name (RangStopItem *self)
{
  /* Translators: spoken for a stop: its place on the route, time of arrival, client, order number, promised window,
   * time left. */
  g_autofree char *name = g_strdup_printf (
      _ ("Stop %s, %s, %s, order %s, promised %s, %s"), rang_stop_item_get_text (self, RANG_STOP_PLACE),
      rang_stop_item_get_text (self, RANG_STOP_ETA), rang_stop_item_get_text (self, RANG_STOP_CLIENT),
      rang_stop_item_get_text (self, RANG_STOP_ORDER), rang_stop_item_get_text (self, RANG_STOP_PROMISED),
      rang_stop_item_get_text (self, RANG_STOP_SPARE));
  const RangStopColumn more[] = { RANG_STOP_ADDRESS, RANG_STOP_DEPARTMENT, RANG_STOP_LOAD, RANG_STOP_COLLECT };
  GString *all = g_string_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    if (rang_stop_item_get_text (self, more[i])[0] != '\0')
      g_string_append_printf (all, ", %s %s", rang_stop_column_title (more[i]), rang_stop_item_get_text (self, more[i]));
  if (rang_stop_item_get_text (self, RANG_STOP_OUTCOME)[0] != '\0')
    g_string_append_printf (all, ", %s", rang_stop_item_get_text (self, RANG_STOP_OUTCOME));
  return g_string_free (all, FALSE);
}

gboolean
rang_stop_item_is_late (RangStopItem *self)
{
  return self->late;
}

gboolean
rang_stop_item_is_open (RangStopItem *self)
{
  return self->open;
}

int
rang_stop_item_get_mark (RangStopItem *self)
{
  return self->mark;
}

gint64
rang_stop_item_get_collect (RangStopItem *self)
{
  return self->collect;
}

const char *
rang_stop_column_title (RangStopColumn column)
{
  const char *const titles[RANG_N_STOP_COLUMNS] = {
    [RANG_STOP_PLACE] = "#",
    [RANG_STOP_ETA] = C_ ("column", "Arrives"),
    [RANG_STOP_PROMISED] = C_ ("column", "Promised"),
    [RANG_STOP_SPARE] = C_ ("column", "Time left"),
    [RANG_STOP_ORDER] = C_ ("column", "Order"),
    [RANG_STOP_CLIENT] = C_ ("column", "Client"),
    [RANG_STOP_ADDRESS] = C_ ("column", "Address"),
    [RANG_STOP_DEPARTMENT] = C_ ("column", "Department"),
    [RANG_STOP_LOAD] = C_ ("column", "Load"),
    [RANG_STOP_COLLECT] = C_ ("column", "To collect"),
    [RANG_STOP_OUTCOME] = C_ ("column", "Outcome"),
  };

  return titles[column];
}
