/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/rang-import-encoding.h"
#include "read-text.h"

#define HEADER "order,client,order_date,requested_from,requested_to,value,currency,street,city\n"
#define ROW "A-1,Hârtia SRL,2026-11-02,2026-11-05,2026-11-06T16:00,1863.40,RON,Strada Lungă 1,Brașov\n"

static void
test_rangs_own_header_needs_no_mapping (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.csv", HEADER ROW, NULL);
  const RangImportDraft *draft = only_draft (batch);
  const RangOrder *order = draft->order;

  g_assert_cmpint (batch->kind, ==, RANG_IMPORT_CSV);
  g_assert_cmpuint (draft->problems->len, ==, 0);
  g_assert_cmpstr (draft->where, ==, "a.csv:2");
  g_assert_cmpstr (order->source, ==, "a.csv:2");
  g_assert_cmpstr (order->client_number, ==, "A-1");
  g_assert_cmpstr (order->buyer, ==, "Hârtia SRL");
  g_assert_cmpint (order->requested.from_day, ==, rang_day_from_ymd (2026, 11, 5));
  g_assert_cmpint (order->requested.to_time, ==, 16 * 3600);
  g_assert_cmpint (order->value.minor, ==, 186340);
  g_assert_cmpint (order->importance, ==, RANG_IMPORTANCE_UNKNOWN);
  g_assert_cmpint (order->defaulted, ==, 0);
  g_assert_cmpint (order->promised_day, ==, RANG_DAY_NONE);
  g_assert_cmpstr (order->place.city, ==, "Brașov");
}

static void
test_every_column_of_the_header_reaches_its_field (void)
{
  static const char content[]
      = "Order;Client Code;Tax_Number;department;promised_day;promised_from;promised_to;importance;importance reason;"
        "lat;lon;load_kg;parcels;service_min;skills;goods_ready;penalty;collect;value;currency;invoice;contact;phone;note;"
        "access;shipped;postcode;country\n"
        "7;C9;RO123;Clients;2026-11-24;09:00;12:30;High;new client;45.6427;25.5887;12.5;3;15;cold lift;10:30;yes;100.50;200;RON;"
        "F-1;Ana;0722;two\nlines;ramp;2026-11-25;500035;RO\n";
  g_autoptr (GString) text = g_string_new (content);
  g_autoptr (RangImportBatch) batch = NULL;
  const RangImportDraft *draft;
  const RangOrder *order;

  g_string_replace (text, "two\nlines", "\"two\nlines\"", 1);
  batch = read_good ("a.csv", text->str, NULL);
  draft = only_draft (batch);
  order = draft->order;
  g_assert_cmpuint (draft->problems->len, ==, 0);
  g_assert_cmpstr (draft->client_code, ==, "C9");
  g_assert_cmpstr (order->buyer_tax_number, ==, "RO123");
  g_assert_cmpstr (draft->department_name, ==, "Clients");
  g_assert_true (draft->promised_stated);
  g_assert_cmpint (order->promised_day, ==, rang_day_from_ymd (2026, 11, 24));
  g_assert_cmpint (order->promised.from, ==, 9 * 3600);
  g_assert_cmpint (order->promised.to, ==, 12 * 3600 + 1800);
  g_assert_cmpint (order->importance, ==, RANG_IMPORTANCE_HIGH);
  g_assert_cmpstr (order->importance_reason, ==, "new client");
  g_assert_cmpuint (order->skills, ==, RANG_ALL_SKILLS);
  g_assert_true (order->place.located);
  g_assert_cmpint (order->place.lat, ==, 45642700);
  g_assert_cmpint (order->place.lon, ==, 25588700);
  g_assert_cmpint (order->load, ==, 12500);
  g_assert_cmpint (order->parcels, ==, 3);
  g_assert_cmpint (order->service, ==, 900);
  g_assert_cmpint (order->goods, ==, RANG_GOODS_READY_LATER);
  g_assert_cmpint (order->goods_from, ==, 10 * 3600 + 1800);
  g_assert_true (order->penalty_clause);
  g_assert_cmpint (order->to_collect, ==, 10050);
  g_assert_cmpint (order->value.minor, ==, 20000);
  g_assert_cmpstr (order->invoice, ==, "F-1");
  g_assert_cmpstr (order->contact_name, ==, "Ana");
  g_assert_cmpstr (order->contact_phone, ==, "0722");
  g_assert_cmpstr (order->note, ==, "two\nlines");
  g_assert_cmpstr (order->access_note, ==, "ramp");
  g_assert_cmpint (draft->shipped_day, ==, rang_day_from_ymd (2026, 11, 25));
  g_assert_cmpstr (order->place.postcode, ==, "500035");
  g_assert_cmpstr (order->place.country, ==, "RO");
}

static void
test_a_header_that_cannot_be_told_takes_nothing (void)
{
  assert_error ("a.csv", "order,colour\n1,red\n", -1, NULL, RANG_EXCHANGE_ERROR_HEADER, "a.csv:1: the column “colour”");
  assert_error ("a.csv", "order,client,Client\n1,a,b\n", -1, NULL, RANG_EXCHANGE_ERROR_HEADER,
                "a.csv:1: the column “Client” stands in the header twice");
  assert_error ("a.csv", "client\na\n", -1, NULL, RANG_EXCHANGE_ERROR_HEADER, "a.csv:1: the header has no column");
  assert_error ("a.csv", "order,,client\n1,x,a\n", -1, NULL, RANG_EXCHANGE_ERROR_HEADER, "a.csv:1: column 2 has no");
}

static void
test_a_row_of_another_width_is_refused_and_the_others_taken (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.csv", "order,client\n1,a\n2\n3,c,d\n\n,\n4,e\n", NULL);
  const RangRefusal *refusal = g_ptr_array_index (batch->refusals, 0);

  g_assert_cmpuint (batch->drafts->len, ==, 2);
  g_assert_cmpuint (batch->refusals->len, ==, 2);
  g_assert_cmpstr (refusal->where, ==, "a.csv:3");
  g_assert_cmpstr (refusal->order, ==, "2");
  g_assert_nonnull (refusal->problem);
  g_assert_nonnull (refusal->remedy);
}

static void
test_a_row_without_a_number_is_refused (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.csv", "order,client\n,a\n2,b\n", NULL);

  g_assert_cmpuint (batch->drafts->len, ==, 1);
  g_assert_cmpuint (batch->refusals->len, ==, 1);
  g_assert_cmpstr (((RangRefusal *)g_ptr_array_index (batch->refusals, 0))->where, ==, "a.csv:2");
}

static void
test_a_file_cut_anywhere_takes_nothing_or_whole_rows (void)
{
  g_autofree char *whole = g_strdup (HEADER ROW ROW);
  gsize whole_rows = strlen (HEADER ROW);

  for (gsize length = strlen (HEADER) + 1; length < strlen (whole); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangImportBatch) batch = read_text ("a.csv", whole, (gssize)length, NULL, &error);
      gboolean in_last_field = length > whole_rows - strlen (",Brașov\n") && length < whole_rows;
      gboolean in_very_last = length > strlen (whole) - strlen (",Brașov\n");

      if (batch == NULL)
        g_assert_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED);
      else
        g_assert_true (length == whole_rows || in_last_field || in_very_last);
    }
}

static void
test_a_cut_quote_or_character_takes_nothing (void)
{
  assert_error ("a.csv", "order,client\n1,a\n2,\"b", -1, NULL, RANG_EXCHANGE_ERROR_TRUNCATED, "a.csv:3: ");
  assert_error ("a.csv", "order,client\n1,\xC8", -1, NULL, RANG_EXCHANGE_ERROR_TRUNCATED, "a.csv:2: ");
  assert_error ("a.csv", "order,client\n1,a\0b\n", 18, NULL, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, "a.csv:2: ");
}

static void
test_values_that_cannot_be_read_leave_the_order_to_complete (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.csv",
                                                 "order,requested_to,value,load_kg,importance,promised_from\n"
                                                 "1,2026-02-30,\"1,500\",-3,urgent,noon\n",
                                                 NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 5);
  g_assert_cmpint (draft->order->requested.to_day, ==, RANG_DAY_NONE);
  g_assert_cmpint (draft->order->value.minor, ==, 0);
  g_assert_cmpstr (draft->order->value.currency, ==, "");
  g_assert_cmpint (draft->order->load, ==, 0);
  g_assert_cmpint (draft->order->importance, ==, RANG_IMPORTANCE_UNKNOWN);
}

static void
test_a_period_that_ends_before_it_starts_is_not_kept (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.csv", "order,requested_from,requested_to\n1,2026-11-09,2026-11-05\n", NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 1);
  g_assert_cmpint (draft->order->requested.from_day, ==, RANG_DAY_NONE);
  g_assert_cmpint (draft->order->requested.to_day, ==, RANG_DAY_NONE);
}

static char *
digest_of (const char *content, const char *mapping)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.csv", content, mapping);

  return g_strdup (only_draft (batch)->order->source_digest);
}

static void
test_the_digest_knows_the_content_and_not_the_layout (void)
{
  g_autofree char *once = digest_of ("order,client,value\n1,Ana,2.50\n", NULL);
  g_autofree char *turned = digest_of ("\xEF\xBB\xBFVALUE;client;Order\r\n2.5;\"Ana \";1\r\n", NULL);
  g_autofree char *defaults = digest_of ("order,client,value\n1,Ana,2.50\n", "[defaults]\nimportance=low\nload_kg=3\n");
  g_autofree char *other = digest_of ("order,client,value\n1,Ana,2.51\n", NULL);
  g_autofree char *unread = digest_of ("order,client,value\n1,Ana,x\n", NULL);
  g_autofree char *unread_other = digest_of ("order,client,value\n1,Ana,y\n", NULL);

  g_assert_cmpstr (once, ==, turned);
  g_assert_cmpstr (once, ==, defaults);
  g_assert_cmpstr (once, !=, other);
  g_assert_cmpstr (unread, !=, unread_other);
}

static void
test_encodings_are_told_by_mark_or_mapping_never_guessed (void)
{
  static const char cp1250[] = "order,client\n1,H\xE2rtia Bra\xBAov\n";
  static const char utf16[] = "\xFF\xFEo\0r\0d\0e\0r\0,\0c\0l\0i\0e\0n\0t\0\n\0"
                              "1\0,\0\x19\x02\n\0";
  g_autoptr (RangImportBatch) named = read_good ("a.csv", cp1250, "[mapping]\nencoding=Windows-1250\n");
  g_autoptr (RangImportBatch) marked = read_text ("a.csv", utf16, sizeof utf16 - 1, NULL, NULL);

  g_assert_cmpstr (only_draft (named)->order->buyer, ==, "Hârtia Brașov");
  g_assert_cmpstr (only_draft (marked)->order->buyer, ==, "ș");
  assert_error ("a.csv", cp1250, -1, NULL, RANG_EXCHANGE_ERROR_ENCODING, "a.csv:2: ");
  assert_error ("a.csv", "order\n\x81\n", -1, "[mapping]\nencoding=Windows-1250\n", RANG_EXCHANGE_ERROR_ENCODING,
                "a.csv:2: ");
}

static void
test_other_kinds_of_file_are_named (void)
{
  assert_error ("a.csv", "%PDF-1.7\n", -1, NULL, RANG_EXCHANGE_ERROR_WRONG_KIND, "a.csv: the file is a PDF");
  assert_error ("a.csv", "PK\003\004rest", -1, NULL, RANG_EXCHANGE_ERROR_WRONG_KIND, "a.csv: ");
  assert_error ("a.csv", "", -1, NULL, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, "a.csv: the file is empty");
}

static void
test_the_sender_is_known_by_the_header (void)
{
  static const char *const contents[] = { "order,client\n1,a\n", "Order;CLIENT\r\n2;b\r\n", "order,note\n1,a\n" };
  char *keys[3];

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autoptr (RangImportFile) file = rang_import_file_new_for_bytes ("a.csv", bytes, NULL);

      keys[i] = g_strdup (rang_import_file_get_sender (file));
    }
  g_assert_cmpstr (keys[0], ==, keys[1]);
  g_assert_cmpstr (keys[0], !=, keys[2]);
  g_free (keys[0]);
  g_free (keys[1]);
  g_free (keys[2]);
}

static void
cancel_at_once_cb (gsize done, gsize total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_reading_can_be_stopped (void)
{
  g_autoptr (GString) content = g_string_new ("order\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangImportFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (content, "%d\n", i);
  bytes = g_bytes_new (content->str, content->len);
  file = rang_import_file_new_for_bytes ("a.csv", bytes, NULL);
  g_assert_null (rang_import_file_read (file, NULL, settings, cancellable, cancel_at_once_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_an_encoding_is_proposed_by_what_letters_come_out (void)
{
  /* "Hârtia Brașov, țiglă" in Windows-1250, in IBM852, in UTF-16 without a mark; and what names itself. */
  static const char cp1250[] = "order,client\n1,H\xE2rtia Bra\xBAov \xFEigl\xE3\n";
  static const char cp852[] = "order,client\n1,H\x83rtia Bra\xADov \xEEigl\xC7\n";
  static const char utf16[] = "o\0r\0d\0e\0r\0\n\0001\0\n";
  g_autoptr (GBytes) central = g_bytes_new_static (cp1250, sizeof cp1250 - 1);
  g_autoptr (GBytes) dos = g_bytes_new_static (cp852, sizeof cp852 - 1);
  g_autoptr (GBytes) wide = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GBytes) plain = g_bytes_new_static ("order\n1\n", 8);
  g_autoptr (GPtrArray) a = rang_import_encoding_propose (central), b = rang_import_encoding_propose (dos),
                        c = rang_import_encoding_propose (wide), d = rang_import_encoding_propose (plain);
  const RangImportEncoding *first = g_ptr_array_index (a, 0);

  g_assert_cmpstr (first->name, ==, "Windows-1250");
  g_assert_cmpstr (first->preview, ==, "1,Hârtia Braşov ţiglă");
  g_assert_cmpstr (((const RangImportEncoding *)g_ptr_array_index (b, 0))->name, ==, "IBM852");
  g_assert_cmpstr (((const RangImportEncoding *)g_ptr_array_index (c, 0))->name, ==, "UTF-16LE");
  g_assert_cmpuint (d->len, ==, 0);
}

/* Long rows whose first letters of other than ASCII stand near their end. */
static void
test_a_preview_shows_the_letters_that_tell_encodings_apart (void)
{
  g_autofree char *filler = g_strnfill (100, 'x');
  g_autofree char *text = g_strconcat ("1,", filler, ",Bra\xBAov,end\n2,Bra\xBAov,", filler, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) proposals = rang_import_encoding_propose (bytes);
  g_auto (GStrv) lines = g_strsplit (((const RangImportEncoding *)g_ptr_array_index (proposals, 0))->preview, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (g_str_has_prefix (lines[0], "…xxx"));
  g_assert_true (g_str_has_suffix (lines[0], ",Braşov,end"));
  g_assert_cmpint (g_utf8_strlen (lines[0], -1), ==, 73);
  g_assert_true (g_str_has_prefix (lines[1], "2,Braşov,xxx"));
  g_assert_true (g_str_has_suffix (lines[1], "x…"));
}

static void
test_a_mapping_with_another_encoding_keeps_the_rest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportMapping) mapping
      = rang_import_mapping_new_from_data ("map", "[mapping]\nencoding=UTF-8\n[fields]\norder=Nr\n", &error);
  g_autoptr (RangImportMapping) named = rang_import_mapping_with_encoding (mapping, "IBM852", &error);
  g_autoptr (RangImportMapping) bare = rang_import_mapping_with_encoding (NULL, "IBM852", &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (rang_import_mapping_get_text (named), "encoding=IBM852"));
  g_assert_nonnull (strstr (rang_import_mapping_get_text (named), "order=Nr"));
  g_assert_nonnull (strstr (rang_import_mapping_get_text (bare), "encoding=IBM852"));
  g_assert_null (rang_import_mapping_with_encoding (NULL, "Klingon", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/exchange/import-csv/" name, function)
  ADD ("rangs-own-header-needs-no-mapping", test_rangs_own_header_needs_no_mapping);
  ADD ("every-column-of-the-header-reaches-its-field", test_every_column_of_the_header_reaches_its_field);
  ADD ("a-header-that-cannot-be-told-takes-nothing", test_a_header_that_cannot_be_told_takes_nothing);
  ADD ("a-row-of-another-width-is-refused-and-the-others-taken",
       test_a_row_of_another_width_is_refused_and_the_others_taken);
  ADD ("a-row-without-a-number-is-refused", test_a_row_without_a_number_is_refused);
  ADD ("a-file-cut-anywhere-takes-nothing-or-whole-rows", test_a_file_cut_anywhere_takes_nothing_or_whole_rows);
  ADD ("a-cut-quote-or-character-takes-nothing", test_a_cut_quote_or_character_takes_nothing);
  ADD ("values-that-cannot-be-read-leave-the-order-to-complete",
       test_values_that_cannot_be_read_leave_the_order_to_complete);
  ADD ("a-period-that-ends-before-it-starts-is-not-kept", test_a_period_that_ends_before_it_starts_is_not_kept);
  ADD ("the-digest-knows-the-content-and-not-the-layout", test_the_digest_knows_the_content_and_not_the_layout);
  ADD ("an-encoding-is-proposed-by-what-letters-come-out", test_an_encoding_is_proposed_by_what_letters_come_out);
  ADD ("a-preview-shows-the-letters-that-tell-encodings-apart",
       test_a_preview_shows_the_letters_that_tell_encodings_apart);
  ADD ("a-mapping-with-another-encoding-keeps-the-rest", test_a_mapping_with_another_encoding_keeps_the_rest);
  ADD ("encodings-are-told-by-mark-or-mapping-never-guessed", test_encodings_are_told_by_mark_or_mapping_never_guessed);
  ADD ("other-kinds-of-file-are-named", test_other_kinds_of_file_are_named);
  ADD ("the-sender-is-known-by-the-header", test_the_sender_is_known_by_the_header);
  ADD ("reading-can-be-stopped", test_reading_can_be_stopped);
  return g_test_run ();
}
