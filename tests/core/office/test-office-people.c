/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, deputies, passwords, signatures, and tables edited behind the log's back (CASES.md 16 and 21). */
#include "rang-fixture.h"

#include <sqlite3.h>

#include "domain/rang-reason.h"
#include "lib/rang-test-server.h"
#include "office/rang-office-day.h"
#include "office/rang-office-people.h"
#include "office/rang-office-rules.h"

#define PASSWORD "corect cal baterie"

static void
set_password (Fixture *f, gint64 person)
{
  RangSession session = fixture_session (f, person);
  g_autoptr (GError) error = NULL;

  rang_office_set_password (f->office, &session, PASSWORD, &error);
  g_assert_no_error (error);
}

static gint64
first_broken (RangOffice *office)
{
  g_auto (RangLogVerdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;

  rang_office_judge_log (office, NULL, &verdict, &error);
  g_assert_no_error (error);
  return verdict.broken;
}

static RangDeputy
deputy_of (Fixture *f, gint64 person, gint64 behalf, RangRole role, gint64 department)
{
  return (RangDeputy){ 0, person, behalf, role, department, f->day, f->day + 3 };
}

/* --- signing in --- */

static void
test_who_has_a_password_signs_and_nobody_else_acts_in_that_name (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 20), entry;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  set_password (f, HEAD_OF_SALES);
  entry = fixture_move (f, HEAD_OF_SALES, order, 3, RANG_REASON_CONTRACT);
  log = rang_office_list_log (f->office, 1, NULL);
  g_assert_cmpint (((RangLogEntry *)log->pdata[0])->entry, ==, entry);
  g_assert_nonnull (((RangLogEntry *)log->pdata[0])->signature);
  rang_office_sign_out (f->office);
  g_assert_null (rang_office_accept (f->office, &session, NULL));
  g_assert_null (rang_office_undo (f->office, &session, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_cmpuint (fixture_count_log (f, "undo"), ==, 0);
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, 2);
  g_assert_cmpint (first_broken (f->office), ==, 0);
}

static void
test_wrong_passwords_are_counted_and_lock_other_processes_as_well (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangOffice) other = NULL;
  g_autoptr (GError) error = NULL;

  set_password (f, HEAD_OF_SALES);
  rang_office_sign_out (f->office);
  for (int i = 0; i < 5; i++)
    g_assert_false (rang_office_sign_in (f->office, HEAD_OF_SALES, "wrong", NULL));
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, 5);
  other = fixture_open_again (f);
  g_assert_false (rang_office_sign_in (other, HEAD_OF_SALES, PASSWORD, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_cmpint (rang_office_signed_in (other), ==, 0);
}

static void
test_a_forgotten_password_gives_another_key_and_the_old_one_still_checks (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  g_auto (RangLogVerdict) verdict = { 0 };

  set_password (f, CHIEF);
  rang_office_sign_out (f->office);
  g_assert_false (rang_office_reset_password (f->office, &chief, CHIEF, NULL, "another password", NULL));
  set_password (f, HEAD_OF_SALES);
  rang_office_reset_password (f->office, &head, CHIEF, NULL, "another password", &error);
  g_assert_no_error (error);
  g_assert_false (rang_office_sign_in (f->office, CHIEF, PASSWORD, NULL));
  g_assert_true (rang_office_sign_in (f->office, CHIEF, "another password", NULL));
  g_assert_true (rang_office_judge_log (f->office, NULL, &verdict, NULL));
  g_assert_cmpint (verdict.broken, ==, 0);
  g_assert_cmpint (verdict.resets, ==, 0); /* the head of sales signed it */
  g_assert_cmpint (verdict.signed_entries, ==, 3);
}

/* --- people --- */

static void
test_a_role_of_one_person_goes_over_and_somebody_stays_head_of_sales (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangPerson) other = rang_office_find_person (f->office, "5", NULL);
  g_autoptr (RangPerson) head = NULL;
  g_autoptr (GError) error = NULL;

  rang_person_grant (other, RANG_ROLE_HEAD_OF_SALES, 0);
  g_assert_true (rang_office_save_person (f->office, &session, other, &error));
  g_assert_no_error (error);
  head = rang_office_find_person (f->office, "1", NULL);
  g_assert_false (rang_person_has_role (head, RANG_ROLE_HEAD_OF_SALES, 0));
  session.person = other->id;
  other->active = FALSE;
  g_assert_false (rang_office_save_person (f->office, &session, other, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
}

static void
test_no_name_can_be_made_to_look_like_another (void)
{
  /* Case and accents, zero width, a bidirectional override, Cyrillic letters, all of it Cyrillic. */
  static const char *const names[] = { "IOANA POP",
                                       "Ioana\xe2\x80\x8b Pop",
                                       "\xe2\x80\xae"
                                       "Ioana Pop",
                                       "Iоana Pop",
                                       "\xe2\x81\xa6",
                                       " ",
                                       "" };

  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RangPerson) person = rang_person_new ();

      person->name = g_strdup (names[i]);
      g_assert_false (rang_office_save_person (f->office, &session, person, NULL));
    }
}

static void
test_a_deputy_heads_alone_in_the_own_name_and_never_is_the_chief (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_ACTIVE), session = fixture_session (f, 6);
  g_autoptr (RangPerson) away = rang_office_find_person (f->office, "4", NULL);
  gint64 department = g_array_index (away->grants, RangRoleGrant, 0).department;
  RangDeputy chief = deputy_of (f, CHIEF, HEAD_OF_ACTIVE, RANG_ROLE_DEPARTMENT_HEAD, department);
  RangDeputy deputy = deputy_of (f, 6, HEAD_OF_ACTIVE, RANG_ROLE_DEPARTMENT_HEAD, department);
  RangDeputy second = deputy_of (f, 8, HEAD_OF_ACTIVE, RANG_ROLE_DEPARTMENT_HEAD, department);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rang_office_save_deputy (f->office, &head, &chief, NULL));
  g_assert_true (rang_office_save_deputy (f->office, &head, &deputy, &error));
  g_assert_no_error (error);
  g_assert_false (rang_office_save_deputy (f->office, &head, &second, NULL));
  g_assert_cmpint (rang_office_submit (f->office, &head, department, NULL), <, 0);
  g_assert_cmpint (rang_office_submit (f->office, &session, department, &error), >=, 0);
  g_assert_no_error (error);
  log = rang_office_list_log (f->office, 1, NULL);
  g_assert_cmpint (((RangLogEntry *)log->pdata[0])->who, ==, 6);
  g_assert_cmpint (((RangLogEntry *)log->pdata[0])->behalf, ==, HEAD_OF_ACTIVE);
  g_assert_true (rang_office_end_deputy (f->office, &head, deputy.id, NULL));
  g_assert_cmpint (rang_office_submit (f->office, &head, department, NULL), >=, 0);
}

/* Whoever signs and takes over: deputies of the two. */
static void
test_paper_names_a_deputy_with_whom_it_signs_for (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  RangSession signer = fixture_session (f, 6), taker = fixture_session (f, 8);
  RangDeputy first = deputy_of (f, 6, HEAD_OF_SALES, RANG_ROLE_HEAD_OF_SALES, 0);
  RangDeputy second = deputy_of (f, 8, CHIEF, RANG_ROLE_DELIVERY_CHIEF, 0);
  g_autofree char *by = NULL, *taken = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  const RangSheet *sheet;

  g_assert_true (rang_office_save_deputy (f->office, &sales, &first, &error));
  g_assert_true (rang_office_save_deputy (f->office, &chief, &second, &error));
  rang_version_info_free (rang_office_hand_over (f->office, &signer, 0, NULL, &error));
  g_assert_no_error (error);
  rang_version_info_free (rang_office_accept (f->office, &taker, &error));
  g_assert_no_error (error);
  sheets = rang_office_load_sheets (f->office, &taker, 0, &error);
  g_assert_no_error (error);
  sheet = g_ptr_array_index (sheets, 0);
  by = g_strdup_printf ("%s for %s", rang_office_person_name (f->office, 6),
                        rang_office_person_name (f->office, HEAD_OF_SALES));
  taken = g_strdup_printf ("%s for %s", rang_office_person_name (f->office, 8),
                           rang_office_person_name (f->office, CHIEF));
  g_assert_cmpstr (sheet->signed_by, ==, by);
  g_assert_cmpstr (sheet->accepted_by, ==, taken);
}

static void
test_who_left_is_erased_and_the_log_stays_whole (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangPerson) person = rang_office_find_person (f->office, "7", NULL);

  g_assert_false (rang_office_erase_person (f->office, &session, 7, NULL));
  person->active = FALSE;
  g_assert_true (rang_office_save_person (f->office, &session, person, NULL));
  g_assert_true (rang_office_erase_person (f->office, &session, 7, NULL));
  g_assert_cmpstr (rang_office_person_name (f->office, 7), ==, "Person 7");
  g_assert_cmpint (first_broken (f->office), ==, 0);
}

/* --- tables against the log --- */

static void
run (const char *path, const char *sql)
{
  static const char drop[] = "DROP TRIGGER IF EXISTS board_revisions_stay_1; DROP TRIGGER IF EXISTS versions_stay_1;"
                             "DROP TRIGGER IF EXISTS rule_versions_stay_1; DROP TRIGGER IF EXISTS witnesses_stay;"
                             "DROP TRIGGER IF EXISTS board_revisions_stay_2; DROP TRIGGER IF EXISTS versions_stay_2;";
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, drop, NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

static void
test_whatever_is_edited_behind_the_log_is_found (void)
{
  static const char *const edits[] = {
    "UPDATE moves SET rank_to = rank_to + 1 WHERE kind = 'move'",
    "UPDATE moves SET reason = 'penalty' WHERE kind = 'move'",
    "DELETE FROM move_orders; DELETE FROM moves WHERE kind = 'move'",
    "UPDATE board_revisions SET ranking = ranking || ' 1' WHERE revision = 1",
    "UPDATE versions SET remark = 'x', body = body || ' '",
    "UPDATE rule_versions SET note = 'x'",
    "UPDATE orders SET outcome_at = outcome_at + 60 WHERE outcome_at IS NOT NULL",
    "UPDATE orders SET promised_to = promised_to + 60 WHERE state = 'handed-over'",
    "UPDATE client_events SET day = day + 1",
    "INSERT INTO client_events (client, kind, day) VALUES (1, 'lost', 20700)",
    "UPDATE department_lists SET submitted_by = 1 WHERE submitted_by IS NOT NULL",
    "UPDATE person_roles SET role = 'courier', department = NULL WHERE person = 9",
    "INSERT INTO person_roles (person, role) VALUES (9, 'courier')",
    "UPDATE people SET login = 'mallory' WHERE id = 2",
    "UPDATE person_keys SET sealed = salt",
    "UPDATE settings SET high_quota = 100",
    "INSERT INTO locks (order_number, day, resource, entry) SELECT number, promised_day, 1, 1 FROM orders "
    "WHERE state = 'handed-over' LIMIT 1",
    "INSERT INTO calls (day, order_number, called_by, called_at, entry) SELECT promised_day, number, 1, 1, 1 "
    "FROM orders WHERE state = 'handed-over' LIMIT 1",
    "INSERT INTO carry_overs (day, order_number, promised_from, promised_to, reason, carried_to, told_by, entry) "
    "SELECT promised_day, number, 0, 1, 'absent', promised_day + 1, 1, 1 FROM orders WHERE state = 'delivered' LIMIT 1",
    "INSERT INTO requests (day, order_number, resource, asked_by, asked_at, harm, entry, state) "
    "SELECT promised_day, number, 1, 1, 1, '', 1, 'open' FROM orders WHERE state = 'handed-over' LIMIT 1",
    "UPDATE witnesses SET digest = '' WHERE kind = 'orders'",
    "DELETE FROM witnesses WHERE kind = 'moves'",
    "UPDATE chain_head SET witness = NULL",
    "UPDATE chain_head SET signed_signature = signed_hash || signed_hash",
    "UPDATE chain_head SET signed_entry = NULL, signed_hash = NULL, signed_witness = NULL, signed_key = NULL, "
    "signed_signature = NULL",
  };
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);

  if (rang_test_server_is_wanted ())
    {
      g_test_skip ("edits the file itself");
      return;
    }
  set_password (f, HEAD_OF_SALES);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 20), 3, RANG_REASON_CONTRACT);
  rang_version_info_free (rang_office_hand_over (f->office, &session, 0, NULL, NULL));
  g_assert_cmpint (first_broken (f->office), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s.%" G_GSIZE_FORMAT, f->path, i);
      g_autoptr (RangOffice) edited = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (rang_office_backup (f->office, copy, &error));
      run (copy, edits[i]);
      edited = rang_office_open (copy, f->clock, &error);
      g_assert_no_error (error);
      if (first_broken (edited) == 0)
        g_error ("%s is not noticed", edits[i]);
    }
}

static void
test_a_signed_entry_written_anew_with_its_hashes_is_found (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangOffice) edited = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  gint64 entry;

  if (rang_test_server_is_wanted ())
    {
      g_test_skip ("edits the file itself");
      return;
    }
  set_password (f, HEAD_OF_SALES);
  entry = fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 20), 3, RANG_REASON_CONTRACT);
  g_assert_true (rang_office_backup (f->office, copy, NULL));
  run (copy, "DROP TRIGGER log_refuses_update; UPDATE log SET key = NULL, signature = NULL "
             "WHERE entry = (SELECT max (entry) FROM log)");
  edited = rang_office_open (copy, f->clock, NULL);
  g_assert_cmpint (first_broken (edited), ==, entry);
}

static gboolean
is_signed (RangOffice *office, const RangSession *session, gint64 id)
{
  g_autoptr (GPtrArray) versions = rang_office_list_rules (office, session, NULL);

  for (guint i = 0; i < versions->len; i++)
    if (((RangRulesVersion *)versions->pdata[i])->id == id)
      return ((RangRulesVersion *)versions->pdata[i])->is_signed;
  g_assert_not_reached ();
}

/* The entry that is signed has the digest of the rules: they cannot be changed, nor the signature be put under others. */
static void
test_whoever_has_a_key_signs_the_rules_that_are_activated (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangOffice) edited = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".rules", NULL);
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GBytes) text = rang_office_read_rules (f->office, &session, "active", NULL, NULL);
  g_autoptr (GString) more = g_string_new_len (g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text));
  gint64 unsigned_version, signed_version;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (i == 1)
        set_password (f, HEAD_OF_SALES);
      g_string_append (more, "\n");
      bytes = g_bytes_new (more->str, more->len);
      g_assert_true (rang_office_activate_rules (f->office, &session, bytes, "more", f->day, "More",
                                                 i == 0 ? &unsigned_version : &signed_version, &error));
      g_assert_no_error (error);
    }
  g_assert_false (is_signed (f->office, &session, unsigned_version));
  g_assert_true (is_signed (f->office, &session, signed_version));
  g_assert_cmpint (first_broken (f->office), ==, 0);
  if (rang_test_server_is_wanted ())
    return;
  g_assert_true (rang_office_backup (f->office, copy, NULL));
  run (copy, "UPDATE rule_versions SET body = replace (body, '<text>18</text>', '<text>48</text>')");
  edited = rang_office_open (copy, f->clock, NULL);
  g_assert_cmpint (first_broken (edited), !=, 0);
}

static void
test_a_log_set_back_is_found_by_a_fingerprint (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangVersionInfo) version = NULL;
  g_autoptr (RangOffice) old = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".old", NULL);
  g_auto (RangLogVerdict) now = { 0 }, then = { 0 };
  g_autoptr (GError) error = NULL;

  if (rang_test_server_is_wanted ())
    {
      g_test_skip ("sets the file itself back");
      return;
    }
  g_assert_true (rang_office_backup (f->office, copy, NULL));
  version = rang_office_hand_over (f->office, &session, 0, NULL, NULL);
  g_assert_true (rang_office_judge_log (f->office, version->fingerprint, &now, NULL));
  g_assert_cmpint (now.broken, ==, 0);
  g_assert_cmpint (now.met, >, 0);
  old = rang_office_open (copy, f->clock, NULL);
  g_assert_true (rang_office_judge_log (old, version->fingerprint, &then, NULL));
  g_assert_cmpint (then.broken, !=, 0);
  rang_log_verdict_clear (&then);
  g_assert_false (rang_office_judge_log (old, "no fingerprint", &then, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office-people/" #name, test_##name)
  ADD (who_has_a_password_signs_and_nobody_else_acts_in_that_name);
  ADD (wrong_passwords_are_counted_and_lock_other_processes_as_well);
  ADD (a_forgotten_password_gives_another_key_and_the_old_one_still_checks);
  ADD (a_role_of_one_person_goes_over_and_somebody_stays_head_of_sales);
  ADD (no_name_can_be_made_to_look_like_another);
  ADD (a_deputy_heads_alone_in_the_own_name_and_never_is_the_chief);
  ADD (paper_names_a_deputy_with_whom_it_signs_for);
  ADD (who_left_is_erased_and_the_log_stays_whole);
  ADD (whatever_is_edited_behind_the_log_is_found);
  ADD (a_signed_entry_written_anew_with_its_hashes_is_found);
  ADD (whoever_has_a_key_signs_the_rules_that_are_activated);
  ADD (a_log_set_back_is_found_by_a_fingerprint);
  return g_test_run ();
}
