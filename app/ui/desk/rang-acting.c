/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how deputies are named where they act and answer. */
#include "desk/rang-acting.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"

static gboolean
is_today (const RangDayView *view, const RangDeputy *deputy)
{
  return deputy->from <= view->today && view->today <= deputy->to;
}

/* What the person stands in for today in that role. */
static const RangDeputy *
find (const RangDayView *view, gint64 person, RangRole role, gint64 department)
{
  for (guint i = 0; i < view->deputies->len; i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (view->deputies, i);

      if (deputy->person == person && deputy->role == role && deputy->department == department
          && is_today (view, deputy))
        return deputy;
    }
  return NULL;
}

char *
rang_acting_name (const RangDayView *view, gint64 person, gint64 behalf)
{
  if (behalf == 0)
    return g_strdup (rang_day_view_person_name (view, person));
  /* Translators: the deputy's name, for whom */
  return g_strdup_printf (_ ("%s for %s"), rang_day_view_person_name (view, person),
                          rang_day_view_person_name (view, behalf));
}

char *
rang_acting_name_until (const RangDayView *view, gint64 person, RangRole role, gint64 department)
{
  const RangDeputy *deputy = find (view, person, role, department);
  g_autofree char *until = NULL;

  if (deputy == NULL)
    return g_strdup (rang_day_view_person_name (view, person));
  until = rang_day_label_short (deputy->to);
  /* Translators: the deputy's name, for whom, the last day */
  return g_strdup_printf (_ ("%s for %s until %s"), rang_day_view_person_name (view, person),
                          rang_day_view_person_name (view, deputy->behalf), until);
}

char *
rang_acting_answers (const RangDayView *view, const RangOrderView *order)
{
  RangRole role = RANG_ROLE_HEAD_OF_SALES;

  if (order->answerable == 0)
    return NULL;
  if (order->order->state == RANG_ORDER_ACCEPTED)
    role = RANG_ROLE_DELIVERY_CHIEF;
  else if (order->order->state < RANG_ORDER_SUBMITTED)
    role = RANG_ROLE_DEPARTMENT_HEAD;
  /* Where nobody holds the role the head of sales answers meanwhile. */
  if (find (view, order->answerable, role, role == RANG_ROLE_DEPARTMENT_HEAD ? order->order->department : 0) == NULL)
    role = RANG_ROLE_HEAD_OF_SALES;
  return rang_acting_name_until (view, order->answerable, role,
                                 role == RANG_ROLE_DEPARTMENT_HEAD ? order->order->department : 0);
}

static char *
say_deputy (const RangDayView *view, const RangDeputy *deputy)
{
  const RangDepartment *department = rang_day_view_find_department (view, deputy->department);
  g_autofree char *role = department != NULL
                              ? g_strdup_printf ("%s (%s)", rang_role_label (deputy->role), department->name)
                              : g_strdup (rang_role_label (deputy->role));
  g_autofree char *until = rang_day_label_short (deputy->to);

  /* Translators: the deputy, for whom, the role, the last day */
  return g_strdup_printf (_ ("%s stands in for %s until %s: %s"), rang_day_view_person_name (view, deputy->person),
                          rang_day_view_person_name (view, deputy->behalf), until, role);
}

char *
rang_acting_describe (const RangDayView *view, gint64 person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < view->deputies->len; i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (view->deputies, i);
      g_autofree char *line = NULL;

      if (!is_today (view, deputy) || (deputy->person != person && deputy->behalf != person))
        continue;
      line = say_deputy (view, deputy);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
rang_acting_describe_head (const RangDayView *view, gint64 department)
{
  for (guint i = 0; i < view->deputies->len; i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (view->deputies, i);

      if (deputy->role == RANG_ROLE_DEPARTMENT_HEAD && deputy->department == department && is_today (view, deputy))
        return rang_acting_name_until (view, deputy->person, deputy->role, department);
    }
  return NULL;
}
