/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what one entry of the log holds. */
#include "log/rang-log-entry.h"

static const char *const words[] = { "import",
                                     "add",
                                     "edit",
                                     "cancel",
                                     "importance",
                                     "rank",
                                     "submit",
                                     "apply",
                                     "move",
                                     "release",
                                     "reason",
                                     "undo",
                                     "redo",
                                     "push",
                                     "grant",
                                     "refuse",
                                     "asked",
                                     "handover",
                                     "accept",
                                     "return",
                                     "amend",
                                     "lock",
                                     "van",
                                     "plan",
                                     "deliver",
                                     "fail",
                                     "close",
                                     "carry-over",
                                     "call",
                                     "request",
                                     "client",
                                     "event",
                                     "decide",
                                     "answer",
                                     "init",
                                     "settings",
                                     "rates",
                                     "people",
                                     "departments",
                                     "vans",
                                     "clients",
                                     "travel",
                                     "units",
                                     "activate",
                                     "erase",
                                     "refused-attempt",
                                     NULL };

RangLogEntry *
rang_log_entry_new (const char *what, gint64 at, gint64 who)
{
  RangLogEntry *entry = g_new0 (RangLogEntry, 1);

  entry->what = g_strdup (what);
  entry->at = at;
  entry->who = who;
  entry->day = RANG_DAY_NONE;
  return entry;
}

RangLogEntry *
rang_log_entry_copy (const RangLogEntry *entry)
{
  RangLogEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->what = g_strdup (entry->what);
  copy->subject = g_strdup (entry->subject);
  copy->reason = g_strdup (entry->reason);
  copy->note = g_strdup (entry->note);
  copy->cost = g_strdup (entry->cost);
  copy->data = g_strdup (entry->data);
  copy->previous = g_strdup (entry->previous);
  copy->hash = g_strdup (entry->hash);
  copy->key = g_strdup (entry->key);
  copy->witness = g_strdup (entry->witness);
  copy->signature = g_strdup (entry->signature);
  return copy;
}

void
rang_log_entry_free (RangLogEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->what);
  g_free (entry->subject);
  g_free (entry->reason);
  g_free (entry->note);
  g_free (entry->cost);
  g_free (entry->data);
  g_free (entry->previous);
  g_free (entry->hash);
  g_free (entry->key);
  g_free (entry->witness);
  g_free (entry->signature);
  g_free (entry);
}

const char *const *
rang_log_words (void)
{
  return words;
}

gboolean
rang_log_word_is_known (const char *what)
{
  return what != NULL && g_strv_contains (words, what);
}
