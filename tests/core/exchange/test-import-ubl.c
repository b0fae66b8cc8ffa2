/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read-text.h"

#define SPACES                                                                                                         \
  "xmlns:a=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" "                              \
  "xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\""
#define ORDER(inside)                                                                                                  \
  "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" " SPACES ">" inside "</Order>"
#define HEAD "<b:ID>H1</b:ID><b:IssueDate>2026-11-02</b:IssueDate>"
#define BUYER                                                                                                          \
  "<a:BuyerCustomerParty><a:Party><a:PartyName><b:Name>Client SRL</b:Name></a:PartyName><a:PostalAddress>"             \
  "<b:StreetName>Seat "                                                                                                \
  "1</b:StreetName><b:CityName>Cluj</b:CityName></a:PostalAddress></a:Party></a:BuyerCustomerParty>"
#define WINDOW(from, to)                                                                                               \
  "<a:RequestedDeliveryPeriod><b:StartDate>" from "</b:StartDate><b:EndDate>" to                                       \
  "</b:EndDate></a:RequestedDeliveryPeriod>"
#define PLACE(street)                                                                                                  \
  "<a:DeliveryLocation><a:Address><b:StreetName>" street "</b:StreetName></a:Address></a:DeliveryLocation>"
#define DELIVERY(inside) "<a:Delivery>" inside "</a:Delivery>"
#define LINE(inside)                                                                                                   \
  "<a:OrderLine><a:LineItem><b:ID>1</b:ID><b:Quantity unitCode=\"KGM\">2.5</b:Quantity>" inside                        \
  "<a:Item><b:Name>Nail</b:Name></a:Item></a:LineItem></a:OrderLine>"

static void
assert_requested (const RangImportDraft *draft, const char *from, const char *to)
{
  g_autofree char *found_from = rang_day_format (draft->order->requested.from_day);
  g_autofree char *found_to = rang_day_format (draft->order->requested.to_day);

  g_assert_cmpstr (found_from, ==, from);
  g_assert_cmpstr (found_to, ==, to);
}

static void
test_the_orders_own_delivery_goes_before_its_lines (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.xml",
                   ORDER (HEAD BUYER DELIVERY (PLACE ("Long 1") WINDOW ("2026-11-05", "2026-11-06"))
                              LINE (DELIVERY (PLACE ("Short 2") WINDOW ("2026-11-09", "2026-11-10")))),
                   NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 0);
  assert_requested (draft, "2026-11-05", "2026-11-06");
  g_assert_cmpstr (draft->order->place.street, ==, "Long 1");
  g_assert_cmpstr (draft->order->client_number, ==, "H1");
  g_assert_cmpstr (draft->where, ==, "a.xml:1");
}

static void
test_lines_say_when_and_where_if_the_order_does_not (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.xml",
                   ORDER (HEAD BUYER LINE (DELIVERY (PLACE ("Short 2") WINDOW ("2026-11-09", "2026-11-10")))
                              LINE (DELIVERY (PLACE ("Short 2") WINDOW ("2026-11-09", "2026-11-10")))),
                   NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 0);
  assert_requested (draft, "2026-11-09", "2026-11-10");
  g_assert_cmpstr (draft->order->place.street, ==, "Short 2");
  g_assert_cmpuint (draft->order->lines->len, ==, 2);
}

static void
test_several_windows_are_never_guessed_between (void)
{
  g_autoptr (RangImportBatch) batch = read_good (
      "a.xml",
      ORDER (HEAD BUYER DELIVERY (WINDOW ("2026-11-05", "2026-11-06")) DELIVERY (WINDOW ("2026-11-09", "2026-11-10"))),
      NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 1);
  assert_requested (draft, NULL, NULL);
}

static void
test_without_a_delivery_it_goes_to_the_buyer_and_asks_for_nothing (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.xml", ORDER (HEAD BUYER), NULL);
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpuint (draft->problems->len, ==, 0);
  assert_requested (draft, NULL, NULL);
  g_assert_cmpstr (draft->order->place.street, ==, "Seat 1");
  g_assert_cmpstr (draft->order->place.city, ==, "Cluj");
  g_assert_cmpstr (draft->order->value.currency, ==, "");
}

static void
test_a_latest_day_is_a_deadline (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.xml",
                   ORDER (HEAD DELIVERY ("<b:LatestDeliveryDate>2026-11-09</b:LatestDeliveryDate>"
                                         "<b:LatestDeliveryTime>14:30:00Z</b:LatestDeliveryTime>")),
                   NULL);
  const RangImportDraft *draft = only_draft (batch);

  assert_requested (draft, NULL, "2026-11-09");
  g_assert_cmpint (draft->order->requested.to_time, ==, 16 * 3600 + 1800);
}

static void
test_a_line_keeps_what_and_how_much (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.xml",
                   ORDER (HEAD "<a:AnticipatedMonetaryTotal><b:PayableAmount currencyID=\"RON\">10.5</b:PayableAmount>"
                               "</a:AnticipatedMonetaryTotal>" LINE (
                                   "<b:LineExtensionAmount currencyID=\"RON\">10.50</b:LineExtensionAmount>")),
                   NULL);
  const RangImportDraft *draft = only_draft (batch);
  const RangOrderLine *line = g_ptr_array_index (draft->order->lines, 0);

  g_assert_cmpint (draft->order->value.minor, ==, 1050);
  g_assert_cmpstr (line->description, ==, "Nail");
  g_assert_cmpint (line->quantity, ==, 2500);
  g_assert_cmpstr (line->unit, ==, "KGM");
  g_assert_cmpint (line->value, ==, 1050);
}

static void
test_an_order_without_a_number_is_refused (void)
{
  g_autoptr (RangImportBatch) batch = read_good ("a.xml", ORDER (BUYER), NULL);

  g_assert_cmpuint (batch->drafts->len, ==, 0);
  g_assert_cmpuint (batch->refusals->len, ==, 1);
}

static void
test_the_prefixes_do_not_change_the_digest (void)
{
  g_autoptr (RangImportBatch) once = read_good ("a.xml", ORDER (HEAD BUYER), NULL);
  g_autoptr (GString) other = g_string_new ("<?xml version='1.0'?>\n\n" ORDER (HEAD BUYER));
  g_autoptr (RangImportBatch) again = NULL;

  g_string_replace (other, "<a:", "<cac:", 0);
  g_string_replace (other, "</a:", "</cac:", 0);
  g_string_replace (other, "xmlns:a=", "xmlns:cac=", 0);
  g_string_replace (other, "></cac:Party>", ">\n<!-- seat -->\n</cac:Party>", 0);
  again = read_good ("b.xml", other->str, NULL);
  g_assert_cmpstr (only_draft (once)->order->source_digest, ==, only_draft (again)->order->source_digest);
}

static void
test_a_mapping_adds_paths_and_defaults (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.xml", ORDER (HEAD "<b:CustomerReference>Dep 7</b:CustomerReference>" BUYER),
                   "[mapping]\nkind=ubl\n[fields]\naccess=cbc:CustomerReference\n[defaults]\nimportance=low\n");
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpstr (draft->order->access_note, ==, "Dep 7");
  g_assert_cmpint (draft->order->importance, ==, RANG_IMPORTANCE_LOW);
  g_assert_cmpint (draft->order->defaulted, ==, RANG_FIELD_IMPORTANCE);
}

static void
test_orders_in_an_envelope_are_all_read (void)
{
  g_autoptr (RangImportBatch) batch = read_good (
      "a.xml",
      "<s:StandardBusinessDocument xmlns:s=\"urn:s\"><s:StandardBusinessDocumentHeader/>" ORDER (HEAD BUYER)
          ORDER ("<b:ID>H2</b:ID>") "</s:StandardBusinessDocument>",
      NULL);

  g_assert_cmpuint (batch->drafts->len, ==, 2);
}

static void
test_documents_of_another_kind_are_named (void)
{
  assert_error ("a.xml", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>", -1, NULL,
                RANG_EXCHANGE_ERROR_WRONG_KIND, "a.xml:1: the document is of the kind “Invoice”");
  assert_error ("a.xml", "<html/>", -1, NULL, RANG_EXCHANGE_ERROR_WRONG_KIND, "a.xml:1: the document “html”");
  assert_error ("a.xml", "<Order/>", -1, NULL, RANG_EXCHANGE_ERROR_WRONG_KIND, "a.xml:1: ");
}

static void
test_declarations_are_unsafe_and_a_bare_doctype_is_not (void)
{
  static const char *const unsafe[] = {
    "<!DOCTYPE Order [<!ENTITY a \"b\">]>",
    "<!DOCTYPE Order [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/e.dtd\"> %p;]>",
    "<!DOCTYPE Order SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE Order [<!ATTLIST Order x CDATA \"y\">]>",
    "<!DOCTYPE Order [<!ELEMENT Order ANY>]>",
    "<!DOCTYPE Order [<!NOTATION n SYSTEM \"n\">]>",
  };
  g_autoptr (RangImportBatch) bare = read_good ("a.xml", "<!DOCTYPE Order>" ORDER (HEAD), NULL);

  g_assert_cmpuint (bare->drafts->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_autofree char *content = g_strconcat (unsafe[i], ORDER (HEAD), NULL);

      assert_error ("a.xml", content, -1, NULL, RANG_EXCHANGE_ERROR_UNSAFE, "a.xml: ");
    }
}

static void
test_deep_nesting_is_too_large (void)
{
  g_autoptr (GString) content = g_string_new (NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (content, "<a>");
  assert_error ("a.xml", content->str, -1, NULL, RANG_EXCHANGE_ERROR_TOO_LARGE, "a.xml: ");
}

static void
test_very_many_attributes_are_too_large_at_once (void)
{
  g_autofree char *many = g_strnfill (1000, '=');
  g_autofree char *text = g_strconcat ("<!-- ' -->", many, "<!-- ", many, " --><![CDATA[<", many, "]]>", NULL);
  g_autoptr (GString) harmless = g_string_new (ORDER (HEAD "<b:Note>@</b:Note>"));
  g_autoptr (GString) content = g_string_new ("<a ");
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RangImportBatch) batch = NULL;

  g_string_replace (harmless, "@", text, 1);
  batch = read_good ("a.xml", harmless->str, NULL);
  g_assert_cmpuint (batch->drafts->len, ==, 1);

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (content, "a%d=\"x\" ", i);
  g_string_append (content, "/>");
  assert_error ("a.xml", content->str, -1, NULL, RANG_EXCHANGE_ERROR_TOO_LARGE, "a.xml: ");
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 2.0);
}

static void
test_a_huge_text_is_too_large_unless_attached (void)
{
  g_autofree char *huge = g_strnfill (RANG_IMPORT_MOST_FIELD + 1, 'x');
  g_autoptr (GString) note = g_string_new (ORDER (HEAD "<b:Note>@</b:Note>"));
  g_autoptr (GString) attached = g_string_new (
      ORDER (HEAD "<a:Attachment><b:EmbeddedDocumentBinaryObject>@</b:EmbeddedDocumentBinaryObject></a:Attachment>"));
  g_autoptr (RangImportBatch) batch = NULL;

  g_string_replace (note, "@", huge, 1);
  g_string_replace (attached, "@", huge, 1);
  assert_error ("a.xml", note->str, -1, NULL, RANG_EXCHANGE_ERROR_TOO_LARGE, "a.xml:1: the text of “Note”");
  batch = read_good ("a.xml", attached->str, NULL);
  g_assert_cmpuint (batch->drafts->len, ==, 1);
}

static void
test_a_document_cut_anywhere_takes_nothing (void)
{
  static const char whole[] = "<?xml version=\"1.0\"?>" ORDER (
      HEAD BUYER "<!-- c --><b:Note><![CDATA[n]]>&amp; ș</b:Note>" DELIVERY (WINDOW ("2026-11-05", "2026-11-06")));
  guint truncated = 0;

  for (gsize length = 1; length < sizeof whole - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangImportBatch) batch = read_text ("a.xml", whole, (gssize)length, NULL, &error);

      g_assert_null (batch);
      truncated += g_error_matches (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED);
    }
  /* All but the cuts in the XML declaration and the first tag say that the file is cut. */
  g_assert_cmpuint (truncated, >, sizeof whole - 1 - strlen ("<?xml version=\"1.0\"?>") - strlen (ORDER ("")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/exchange/import-ubl/" name, function)
  ADD ("the-orders-own-delivery-goes-before-its-lines", test_the_orders_own_delivery_goes_before_its_lines);
  ADD ("lines-say-when-and-where-if-the-order-does-not", test_lines_say_when_and_where_if_the_order_does_not);
  ADD ("several-windows-are-never-guessed-between", test_several_windows_are_never_guessed_between);
  ADD ("without-a-delivery-it-goes-to-the-buyer-and-asks-for-nothing",
       test_without_a_delivery_it_goes_to_the_buyer_and_asks_for_nothing);
  ADD ("a-latest-day-is-a-deadline", test_a_latest_day_is_a_deadline);
  ADD ("a-line-keeps-what-and-how-much", test_a_line_keeps_what_and_how_much);
  ADD ("an-order-without-a-number-is-refused", test_an_order_without_a_number_is_refused);
  ADD ("the-prefixes-do-not-change-the-digest", test_the_prefixes_do_not_change_the_digest);
  ADD ("a-mapping-adds-paths-and-defaults", test_a_mapping_adds_paths_and_defaults);
  ADD ("orders-in-an-envelope-are-all-read", test_orders_in_an_envelope_are_all_read);
  ADD ("documents-of-another-kind-are-named", test_documents_of_another_kind_are_named);
  ADD ("declarations-are-unsafe-and-a-bare-doctype-is-not", test_declarations_are_unsafe_and_a_bare_doctype_is_not);
  ADD ("deep-nesting-is-too-large", test_deep_nesting_is_too_large);
  ADD ("very-many-attributes-are-too-large-at-once", test_very_many_attributes_are_too_large_at_once);
  ADD ("a-huge-text-is-too-large-unless-attached", test_a_huge_text_is_too_large_unless_attached);
  ADD ("a-document-cut-anywhere-takes-nothing", test_a_document_cut_anywhere_takes_nothing);
  return g_test_run ();
}
