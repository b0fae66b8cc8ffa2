/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lib/rang-test-data.h"
#include "read-text.h"

static void
test_columns_formats_and_defaults_come_from_the_mapping (void)
{
  static const char mapping[] = "[mapping]\nname=Acme\nkind=csv\ndelimiter=semicolon\ndates=D.M.YYYY\ndecimal=comma\n"
                                "[fields]\norder=Nr.\nclient=Firma\nrequested_to=Termen\nvalue=Suma\n"
                                "street=Strada;Bloc\n"
                                "[defaults]\nimportance=normal\nload_kg=7.5\nparcels=2\nservice_min=12\ncurrency=EUR\n"
                                "department=Clients\nhours=08:00-16:30\n"
                                "[clients]\nmake=yes\ndepartment=Active Sales\n";
  g_autoptr (RangImportBatch) batch = read_good ("a.csv",
                                                 "nr;FIRMA;Strada;Bloc;Termen;Suma;Culoare\n"
                                                 "9;Ana;Lungă 1;B2;5.11.2026;1.863,40;roșu\n",
                                                 mapping);
  const RangImportDraft *draft = only_draft (batch);
  const RangOrder *order = draft->order;

  g_assert_cmpuint (draft->problems->len, ==, 0);
  g_assert_cmpstr (order->client_number, ==, "9");
  g_assert_cmpstr (order->place.street, ==, "Lungă 1, B2");
  g_assert_cmpint (order->requested.to_day, ==, rang_day_from_ymd (2026, 11, 5));
  g_assert_cmpint (order->value.minor, ==, 186340);
  g_assert_cmpstr (order->value.currency, ==, "EUR");
  g_assert_cmpint (order->importance, ==, RANG_IMPORTANCE_NORMAL);
  g_assert_cmpint (order->load, ==, 7500);
  g_assert_cmpint (order->parcels, ==, 2);
  g_assert_cmpint (order->service, ==, 720);
  g_assert_cmpstr (draft->department_name, ==, "Clients");
  g_assert_cmpint (draft->client_hours.to, ==, 16 * 3600 + 1800);
  g_assert_true (draft->make_client);
  g_assert_cmpstr (draft->client_department, ==, "Active Sales");
  g_assert_cmpint (order->defaulted, ==,
                   RANG_FIELD_IMPORTANCE | RANG_FIELD_LOAD | RANG_FIELD_PARCELS | RANG_FIELD_SERVICE | RANG_FIELD_VALUE
                       | RANG_FIELD_DEPARTMENT);
  g_assert_cmpuint (batch->notes->len, ==, 1);
}

static void
test_a_default_never_replaces_what_was_stated (void)
{
  g_autoptr (RangImportBatch) batch
      = read_good ("a.csv", "order,importance,load_kg,parcels,department\n1,low,0,x,Active Sales\n",
                   "[defaults]\nimportance=high\nload_kg=5\nparcels=4\ndepartment=Clients\n");
  const RangImportDraft *draft = only_draft (batch);

  g_assert_cmpint (draft->order->importance, ==, RANG_IMPORTANCE_LOW);
  g_assert_cmpint (draft->order->load, ==, 0);
  g_assert_cmpint (draft->order->parcels, ==, 0);
  g_assert_cmpstr (draft->department_name, ==, "Active Sales");
  g_assert_cmpint (draft->order->defaulted, ==, 0);
  g_assert_cmpuint (draft->problems->len, ==, 1);
}

static void
test_a_mistake_in_a_mapping_names_group_and_key (void)
{
  static const char *const bad[][2] = {
    { "nonsense", "map.ini: this is no mapping" },
    { "[colours]\na=b\n", "map.ini: there is no group [colours]" },
    { "[mapping]\nencodng=UTF-8\n", "map.ini: [mapping] has no key “encodng”" },
    { "[mapping]\nencoding=Klingon\n", "map.ini: [mapping] encoding: “Klingon”" },
    { "[mapping]\ndelimiter=|\n", "map.ini: [mapping] delimiter: “|”" },
    { "[mapping]\ndates=%d.%m.%Y\n", "map.ini: [mapping] dates: “%d.%m.%Y”" },
    { "[mapping]\ndecimal=dot\n", "map.ini: [mapping] decimal: “dot”" },
    { "[mapping]\nkind=xls\n", "map.ini: [mapping] kind: “xls”" },
    { "[fields]\ncolour=X\n", "map.ini: [fields] has no key “colour”" },
    { "[fields]\norder=\n", "map.ini: [fields] order: “”" },
    { "[fields]\nclient=X\n", "map.ini: [fields] does not say which column" },
    { "[defaults]\nimportance=unknown\n", "map.ini: [defaults] importance: “unknown”" },
    { "[defaults]\nload_kg=-1\n", "map.ini: [defaults] load_kg: “-1”" },
    { "[defaults]\nparcels=1.5\n", "map.ini: [defaults] parcels: “1.5”" },
    { "[defaults]\ncurrency=lei\n", "map.ini: [defaults] currency: “lei”" },
    { "[defaults]\nhours=17:00-09:00\n", "map.ini: [defaults] hours: “17:00-09:00”" },
    { "[clients]\nmake=perhaps\n", "map.ini: [clients] make: “perhaps”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_error ("a.csv", "order\n1\n", -1, bad[i][0], RANG_EXCHANGE_ERROR_MAPPING, bad[i][1]);
}

static void
test_a_mapping_for_another_kind_or_header_takes_nothing (void)
{
  assert_error ("a.csv", "order\n1\n", -1, "[mapping]\nkind=ubl\n", RANG_EXCHANGE_ERROR_MAPPING, "a.csv: the mapping");
  assert_error ("a.csv", "a,b\n1,2\n", -1, "[fields]\norder=Nr\n", RANG_EXCHANGE_ERROR_HEADER,
                "a.csv:1: the header has no column “Nr”");
  assert_error ("a.csv", "Nr,Nr\n1,2\n", -1, "[fields]\norder=Nr\n", RANG_EXCHANGE_ERROR_HEADER,
                "a.csv:1: the column “Nr” stands in the header twice");
}

static void
test_a_mapping_without_fields_reads_rangs_own_header (void)
{
  g_autofree char *path = rang_test_source_path ("data/mappings/excel-ro.ini");
  g_autofree char *mapping = NULL;
  g_autoptr (RangImportBatch) batch = NULL;
  const RangImportDraft *draft;

  g_assert_true (g_file_get_contents (path, &mapping, NULL, NULL));
  batch = read_good ("a.csv", "order;client;requested_to;value\n1;\xAAtefan;24.11.2026;1.250,50\n", mapping);
  draft = only_draft (batch);
  g_assert_cmpuint (draft->problems->len, ==, 0);
  g_assert_cmpstr (draft->order->buyer, ==, "Ștefan");
  g_assert_cmpint (draft->order->value.minor, ==, 125050);
  g_assert_cmpint (draft->order->requested.to_day, ==, rang_day_from_ymd (2026, 11, 24));
}

static void
test_every_field_of_the_documentation_is_a_field (void)
{
  g_autofree char *path = rang_test_source_path ("data/mappings/README.md");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    {
      const char *nick = rang_import_field_to_nick ((RangImportField)i);
      g_autofree char *quoted = g_strdup_printf ("`%s`", nick);

      g_assert_cmpint (rang_import_field_from_nick (nick), ==, i);
      if (strstr (text, quoted) == NULL)
        g_error ("data/mappings/README.md does not tell of %s", quoted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/mapping/columns-formats-and-defaults-come-from-the-mapping",
                   test_columns_formats_and_defaults_come_from_the_mapping);
  g_test_add_func ("/exchange/mapping/a-default-never-replaces-what-was-stated",
                   test_a_default_never_replaces_what_was_stated);
  g_test_add_func ("/exchange/mapping/a-mistake-in-a-mapping-names-group-and-key",
                   test_a_mistake_in_a_mapping_names_group_and_key);
  g_test_add_func ("/exchange/mapping/a-mapping-for-another-kind-or-header-takes-nothing",
                   test_a_mapping_for_another_kind_or_header_takes_nothing);
  g_test_add_func ("/exchange/mapping/a-mapping-without-fields-reads-rangs-own-header",
                   test_a_mapping_without_fields_reads_rangs_own_header);
  g_test_add_func ("/exchange/mapping/every-field-of-the-documentation-is-a-field",
                   test_every_field_of_the_documentation_is_a_field);
  return g_test_run ();
}
