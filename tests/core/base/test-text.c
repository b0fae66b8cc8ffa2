/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/rang-text.h"

static void
test_text_is_stored_in_one_form (void)
{
  g_autofree char *spaces = rang_text_clean ("  Bra\305\237ov \t\n H\303\242rtie  ");
  g_autofree char *bidi = rang_text_clean ("Ioana\342\200\256 Pop\342\200\213");
  g_autofree char *nothing = rang_text_clean (" \n\t ");
  g_autofree char *note = rang_text_clean_note ("poarta 2 \n\n suna");

  g_assert_cmpstr (spaces, ==, "Bra\310\231ov H\303\242rtie");
  g_assert_cmpstr (bidi, ==, "Ioana Pop");
  g_assert_null (nothing);
  g_assert_cmpstr (note, ==, "poarta 2\nsuna");
}

static void
test_names_compare_without_case_accents_and_punctuation (void)
{
  g_autofree char *a = rang_text_key ("S.C. Bra\310\231ov H\303\242rtie S.R.L.");
  g_autofree char *b = rang_text_key ("sc  brasov hartie srl");

  g_assert_cmpstr (a, ==, b);
  g_assert_true (rang_text_matches ("Piatra Mare Print SRL, R\303\242\310\231nov", "rasnov pia"));
  g_assert_false (rang_text_matches ("Piatra Mare Print SRL", "codlea"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/text-is-stored-in-one-form", test_text_is_stored_in_one_form);
  g_test_add_func ("/base/text/names-compare-without-case", test_names_compare_without_case_accents_and_punctuation);
  return g_test_run ();
}
