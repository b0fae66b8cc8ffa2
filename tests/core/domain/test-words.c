/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that enumerations have in files and on the command line: each leads back to its value, none is shared. */
#include "domain/rang-client-event.h"
#include "domain/rang-client.h"
#include "domain/rang-conflict.h"
#include "domain/rang-order.h"
#include "domain/rang-person.h"
#include "domain/rang-reason.h"
#include "domain/rang-resource.h"

#define CHECK(to_nick, from_nick, n)                                                                                   \
  for (int value = 0; value < (int)(n); value++)                                                                       \
    {                                                                                                                  \
      const char *nick = to_nick (value);                                                                              \
                                                                                                                       \
      g_assert_nonnull (nick);                                                                                         \
      g_assert_cmpint (from_nick (nick), ==, value);                                                                   \
    }                                                                                                                  \
  g_assert_cmpint (from_nick (NULL), ==, -1);                                                                          \
  g_assert_cmpint (from_nick ("no-such-word"), ==, -1)

#define CHECK_LABELS(label, n)                                                                                         \
  for (int value = 0; value < (int)(n); value++)                                                                       \
  g_assert_cmpstr (label (value), !=, "")

static void
test_every_word_leads_back_to_its_value (void)
{
  CHECK (rang_role_to_nick, rang_role_from_nick, RANG_N_ROLES);
  CHECK (rang_importance_to_nick, rang_importance_from_nick, RANG_N_IMPORTANCES);
  CHECK (rang_order_state_to_nick, rang_order_state_from_nick, RANG_N_ORDER_STATES);
  CHECK (rang_reason_to_nick, rang_reason_from_nick, RANG_N_REASONS);
  CHECK (rang_fail_reason_to_nick, rang_fail_reason_from_nick, RANG_N_FAILS);
  CHECK (rang_client_stage_to_nick, rang_client_stage_from_nick, RANG_N_STAGES);
  CHECK (rang_client_event_kind_to_nick, rang_client_event_kind_from_nick, RANG_N_EVENTS);
  CHECK (rang_conflict_kind_to_nick, rang_conflict_kind_from_nick, RANG_N_CONFLICT_KINDS);
  CHECK (rang_conflict_state_to_nick, rang_conflict_state_from_nick, RANG_N_CONFLICT_STATES);
  CHECK (rang_unit_kind_to_nick, rang_unit_kind_from_nick, RANG_N_UNIT_KINDS);
}

static void
test_every_value_has_a_label_for_people (void)
{
  CHECK_LABELS (rang_role_label, RANG_N_ROLES);
  CHECK_LABELS (rang_importance_label, RANG_N_IMPORTANCES);
  CHECK_LABELS (rang_order_state_label, RANG_N_ORDER_STATES);
  CHECK_LABELS (rang_reason_label, RANG_N_REASONS);
  CHECK_LABELS (rang_fail_reason_label, RANG_N_FAILS);
  CHECK_LABELS (rang_client_stage_label, RANG_N_STAGES);
  CHECK_LABELS (rang_client_event_kind_label, RANG_N_EVENTS);
  CHECK_LABELS (rang_conflict_kind_label, RANG_N_CONFLICT_KINDS);
  CHECK_LABELS (rang_conflict_state_label, RANG_N_CONFLICT_STATES);
}

static void
test_the_words_of_the_contract_are_these (void)
{
  g_assert_cmpstr (rang_role_to_nick (RANG_ROLE_HEAD_OF_SALES), ==, "head-of-sales");
  g_assert_cmpstr (rang_order_state_to_nick (RANG_ORDER_TO_COMPLETE), ==, "to-complete");
  g_assert_cmpstr (rang_order_state_to_nick (RANG_ORDER_CARRIED_OVER), ==, "carried-over");
  g_assert_cmpstr (rang_reason_to_nick (RANG_REASON_GOODS_NOT_READY), ==, "goods-not-ready");
  g_assert_cmpstr (rang_fail_reason_to_nick (RANG_FAIL_WRONG_ADDRESS), ==, "wrong-address");
  g_assert_cmpstr (rang_conflict_kind_to_nick (RANG_CONFLICT_CLIENT_CHANGED_ORDER), ==, "client-changed-order");
}

static void
test_a_role_holds_for_its_department_or_for_any (void)
{
  g_autoptr (RangPerson) person = rang_person_new ();

  rang_person_grant (person, RANG_ROLE_MANAGER, 2);
  g_assert_true (rang_person_has_role (person, RANG_ROLE_MANAGER, 2));
  g_assert_true (rang_person_has_role (person, RANG_ROLE_MANAGER, 0));
  g_assert_false (rang_person_has_role (person, RANG_ROLE_MANAGER, 1));
  g_assert_false (rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, 2));
  g_assert_false (rang_person_has_role (NULL, RANG_ROLE_MANAGER, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/domain/words/" name, function)
  ADD ("every-word-leads-back-to-its-value", test_every_word_leads_back_to_its_value);
  ADD ("every-value-has-a-label-for-people", test_every_value_has_a_label_for_people);
  ADD ("the-words-of-the-contract-are-these", test_the_words_of_the_contract_are_these);
  ADD ("a-role-holds-for-its-department-or-for-any", test_a_role_holds_for_its_department_or_for_any);
  return g_test_run ();
}
