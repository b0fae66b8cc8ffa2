/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for waiting in tests: bounded, and on the condition. */
#include "lib/rang-test-wait.h"

#define TICK_MS 5

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
rang_test_wait_until (RangTestCondition condition, gpointer data, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64)milliseconds * 1000;
  guint tick = g_timeout_add (TICK_MS, tick_cb, NULL);
  gboolean met = condition (data);

  while (!met && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      met = condition (data);
    }
  g_source_remove (tick);
  return met;
}
