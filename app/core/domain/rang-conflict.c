/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for conflicts: what two people want differently, or what breaks a rule of the office. */
#include "domain/rang-conflict.h"

#include <glib/gi18n-lib.h>

#include "base/rang-nick.h"

static const char *const kind_nicks[] = { "over-capacity",
                                          "client-claimed-twice",
                                          "order-entered-twice",
                                          "displaced",
                                          "tug-of-war",
                                          "late-push",
                                          "high-over-quota",
                                          "impossible-promise",
                                          "bumped-too-often",
                                          "responsibility-unclear",
                                          "client-changed-order",
                                          "same-signer",
                                          NULL };
static const char *const kind_labels[] = { N_ ("Day over capacity"),
                                           N_ ("Client claimed twice"),
                                           N_ ("Order entered twice"),
                                           N_ ("Other department displaced"),
                                           N_ ("Tug-of-war"),
                                           N_ ("Late push"),
                                           N_ ("Too many of high importance"),
                                           N_ ("Impossible promise"),
                                           N_ ("Bumped too often"),
                                           N_ ("Responsibility unclear"),
                                           N_ ("Client changed the order"),
                                           N_ ("Signed and accepted by one person") };
static const char *const pull_nicks[] = { "move", "amend", "push", NULL };
static const char *const state_nicks[] = { "open", "decided", "lapsed", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_nicks) == RANG_N_CONFLICT_KINDS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (kind_labels) == RANG_N_CONFLICT_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (pull_nicks) == RANG_N_PULL_KINDS + 1);

RangConflictAnswer *
rang_conflict_answer_new (gint64 entry, gint64 person, gint64 at, const char *note)
{
  RangConflictAnswer *answer = g_new0 (RangConflictAnswer, 1);

  answer->entry = entry;
  answer->person = person;
  answer->at = at;
  answer->note = g_strdup (note);
  return answer;
}

RangConflictAnswer *
rang_conflict_answer_copy (const RangConflictAnswer *answer)
{
  return rang_conflict_answer_new (answer->entry, answer->person, answer->at, answer->note);
}

void
rang_conflict_answer_free (RangConflictAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->note);
  g_free (answer);
}

RangConflictPull *
rang_conflict_pull_copy (const RangConflictPull *pull)
{
  RangConflictPull *copy = g_memdup2 (pull, sizeof *pull);

  copy->reason = g_strdup (pull->reason);
  copy->note = g_strdup (pull->note);
  return copy;
}

void
rang_conflict_pull_free (RangConflictPull *pull)
{
  if (pull == NULL)
    return;
  g_free (pull->reason);
  g_free (pull->note);
  g_free (pull);
}

const char *
rang_pull_kind_to_nick (RangPullKind kind)
{
  g_return_val_if_fail (kind < RANG_N_PULL_KINDS, NULL);
  return pull_nicks[kind];
}

const char *
rang_pull_kind_label (RangPullKind kind)
{
  switch (kind)
    {
    case RANG_PULL_MOVE:
      return C_ ("pull", "Move");
    case RANG_PULL_AMENDMENT:
      return C_ ("pull", "Amendment");
    case RANG_PULL_PUSH:
      return C_ ("pull", "Push");
    case RANG_N_PULL_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
contains (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
rang_conflict_has_order (const RangConflict *conflict, gint64 order)
{
  return contains (conflict->orders, order);
}

gboolean
rang_conflict_has_department (const RangConflict *conflict, gint64 department)
{
  return contains (conflict->departments, department);
}

gboolean
rang_conflict_has_person (const RangConflict *conflict, gint64 person)
{
  return contains (conflict->people, person);
}

RangConflict *
rang_conflict_new (RangConflictKind kind, const char *key, gint32 day)
{
  RangConflict *conflict = g_new0 (RangConflict, 1);

  conflict->kind = kind;
  conflict->key = g_strdup (key);
  conflict->day = day;
  conflict->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  conflict->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  conflict->departments = g_array_new (FALSE, FALSE, sizeof (gint64));
  conflict->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_answer_free);
  conflict->pulls = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_pull_free);
  return conflict;
}

RangConflict *
rang_conflict_copy (const RangConflict *conflict)
{
  RangConflict *copy = g_memdup2 (conflict, sizeof *conflict);

  copy->key = g_strdup (conflict->key);
  copy->orders = g_array_copy (conflict->orders);
  copy->people = g_array_copy (conflict->people);
  copy->departments = g_array_copy (conflict->departments);
  copy->detail = g_strdup (conflict->detail);
  copy->note = g_strdup (conflict->note);
  copy->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_answer_free);
  for (guint i = 0; i < conflict->answers->len; i++)
    g_ptr_array_add (copy->answers, rang_conflict_answer_copy (g_ptr_array_index (conflict->answers, i)));
  copy->pulls = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_pull_free);
  for (guint i = 0; i < conflict->pulls->len; i++)
    g_ptr_array_add (copy->pulls, rang_conflict_pull_copy (g_ptr_array_index (conflict->pulls, i)));
  return copy;
}

void
rang_conflict_free (RangConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->key);
  g_array_unref (conflict->orders);
  g_array_unref (conflict->people);
  g_array_unref (conflict->departments);
  g_free (conflict->detail);
  g_free (conflict->note);
  g_ptr_array_unref (conflict->answers);
  g_ptr_array_unref (conflict->pulls);
  g_free (conflict);
}

const char *
rang_conflict_kind_to_nick (RangConflictKind kind)
{
  g_return_val_if_fail (kind < RANG_N_CONFLICT_KINDS, NULL);
  return kind_nicks[kind];
}

int
rang_conflict_kind_from_nick (const char *nick)
{
  return rang_nick_find (kind_nicks, nick);
}

const char *
rang_conflict_kind_label (RangConflictKind kind)
{
  g_return_val_if_fail (kind < RANG_N_CONFLICT_KINDS, NULL);
  return _ (kind_labels[kind]);
}

const char *
rang_conflict_state_to_nick (RangConflictState state)
{
  g_return_val_if_fail (state < RANG_N_CONFLICT_STATES, NULL);
  return state_nicks[state];
}

int
rang_conflict_state_from_nick (const char *nick)
{
  return rang_nick_find (state_nicks, nick);
}

const char *
rang_conflict_state_label (RangConflictState state)
{
  switch (state)
    {
    case RANG_CONFLICT_OPEN:
      return C_ ("conflict", "open");
    case RANG_CONFLICT_DECIDED:
      return C_ ("conflict", "decided");
    case RANG_CONFLICT_LAPSED:
      return C_ ("conflict", "lapsed");
    case RANG_N_CONFLICT_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}
