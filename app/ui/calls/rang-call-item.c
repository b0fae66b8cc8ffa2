/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one line of the calls, in words. */
#include "calls/rang-call-item.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-words.h"

struct _RangCallItem
{
  GObject parent_instance;
  gint64 order;
  RangDay offer_day;
  RangTimeWindow offer;
  gboolean called;
  char *texts[RANG_N_CALL_COLUMNS];
};

G_DEFINE_FINAL_TYPE (RangCallItem, rang_call_item, G_TYPE_OBJECT)

static void
rang_call_item_finalize (GObject *object)
{
  RangCallItem *self = RANG_CALL_ITEM (object);

  for (int i = 0; i < RANG_N_CALL_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (rang_call_item_parent_class)->finalize (object);
}

static void
rang_call_item_class_init (RangCallItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_call_item_finalize;
}

static void
rang_call_item_init (RangCallItem *self)
{
}

static char *
say_state (const RangCallLine *line)
{
  const RangOrder *order = line->order->order;
  int reason = order->outcome_reason != NULL ? rang_fail_reason_from_nick (order->outcome_reason) : -1;
  g_autofree char *late = NULL, *at = NULL;

  if (order->state == RANG_ORDER_FAILED)
    /* Translators: %s is why a delivery failed. */
    return g_strdup_printf (_ ("failed: %s"), reason >= 0 ? rang_fail_reason_label ((RangFailReason)reason) : "–");
  if (line->state == RANG_PLAN_NOT_TODAY)
    return g_strdup (_ ("not today"));
  late = rang_words_minutes (line->late);
  at = rang_words_time (line->expected);
  /* Translators: minutes; a time. */
  return g_strdup_printf (_ ("+%s, at %s"), late, at);
}

static char *
say_window (RangDay day, RangTimeWindow window, RangDay today)
{
  g_autofree char *date = NULL, *hours = NULL;

  if (day == RANG_DAY_NONE)
    return NULL;
  date = day == today ? g_strdup (_ ("today")) : rang_day_label_short (day);
  hours = window.from != RANG_TIME_NONE ? rang_day_label_window (window) : NULL;
  return g_strdup_printf ("%s %s", date, hours != NULL ? hours : "");
}

RangCallItem *
rang_call_item_new (const RangDayView *view, const RangCallLine *line)
{
  RangCallItem *self = g_object_new (RANG_TYPE_CALL_ITEM, NULL);
  const RangOrder *order = line->order->order;
  g_autofree char *offer = say_window (line->offer_day, line->offer, view->session.day);
  g_autofree char *at = NULL;

  self->order = order->number;
  self->offer_day = line->offer_day;
  self->offer = line->offer;
  self->called = line->call != NULL;
  self->texts[RANG_CALL_MANAGER] = g_strdup (line->manager_name);
  self->texts[RANG_CALL_ORDER] = g_strdup_printf ("%" G_GINT64_FORMAT, order->number);
  self->texts[RANG_CALL_CLIENT] = g_strdup (line->order->client);
  self->texts[RANG_CALL_CONTACT] = g_strdup (line->contact);
  self->texts[RANG_CALL_PHONE] = g_strdup (line->phone != NULL ? line->phone : _ ("no phone"));
  self->texts[RANG_CALL_PROMISED] = rang_day_label_window (order->promised);
  self->texts[RANG_CALL_STATE] = say_state (line);
  self->texts[RANG_CALL_OFFER] = offer != NULL ? g_steal_pointer (&offer) : g_strdup (_ ("ask the delivery chief"));
  if (line->call == NULL)
    return self;
  at = rang_words_instant (line->call->called_at, view->settings->zone, view->session.day);
  self->texts[RANG_CALL_CALLED]
      = g_strdup_printf ("✓ %s, %s", rang_day_view_person_name (view, line->call->called_by), at);
  self->texts[RANG_CALL_AGREED] = say_window (line->call->agreed_day, line->call->agreed, view->session.day);
  if (self->texts[RANG_CALL_AGREED] == NULL)
    self->texts[RANG_CALL_AGREED] = g_strdup (line->call->note);
  return self;
}

const char *
rang_call_item_get_text (RangCallItem *self, RangCallColumn column)
{
  return self->texts[column] != NULL ? self->texts[column] : "";
}

char *
rang_call_item_dup_name (RangCallItem *self)
{
  GString *name = g_string_new (NULL);

  for (int i = 0; i < RANG_N_CALL_COLUMNS; i++)
    if (self->texts[i] != NULL && self->texts[i][0] != '\0')
      g_string_append_printf (name, "%s%s %s", name->len > 0 ? ", " : "", rang_call_column_title ((RangCallColumn)i),
                              self->texts[i]);
  return g_string_free (name, FALSE);
}

gint64
rang_call_item_get_order (RangCallItem *self)
{
  return self->order;
}

RangDay
rang_call_item_get_offer (RangCallItem *self, RangTimeWindow *window)
{
  *window = self->offer;
  return self->offer_day;
}

gboolean
rang_call_item_is_called (RangCallItem *self)
{
  return self->called;
}

const char *
rang_call_column_title (RangCallColumn column)
{
  const char *const titles[RANG_N_CALL_COLUMNS] = {
    [RANG_CALL_MANAGER] = C_ ("column", "Manager"),  [RANG_CALL_ORDER] = C_ ("column", "Order"),
    [RANG_CALL_CLIENT] = C_ ("column", "Client"),    [RANG_CALL_CONTACT] = C_ ("column", "Contact"),
    [RANG_CALL_PHONE] = C_ ("column", "Phone"),      [RANG_CALL_PROMISED] = C_ ("column", "Promised"),
    [RANG_CALL_STATE] = C_ ("column", "Expected"),   [RANG_CALL_OFFER] = C_ ("column", "Can be kept"),
    [RANG_CALL_CALLED] = C_ ("column", "Called by"), [RANG_CALL_AGREED] = C_ ("column", "Agreed"),
  };

  return titles[column];
}
