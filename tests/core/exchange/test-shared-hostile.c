/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that mean harm or are broken: each is an error that says why, or sane drafts, soon and in little memory. */
#include <string.h>
#include <sys/resource.h>

#include "domain/rang-validate.h"
#include "exchange/rang-csv.h"
#include "exchange/rang-import-file.h"
#include "lib/rang-test-data.h"

#define MOST_SECONDS 1.0
#define MOST_GROWTH_KB (96 * 1024)

static RangImportMapping *northwind;

static void
check_draft (const char *path, const RangImportDraft *draft)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);

  g_assert_nonnull (draft->order->client_number);
  g_assert_nonnull (draft->order->source_digest);
  if (!rang_validate_order (draft->order, draft->where, problems))
    g_error ("%s: a draft that cannot be stored: %s", path, ((RangRefusal *)g_ptr_array_index (problems, 0))->problem);
}

static void
check_refusals (const char *path, const GPtrArray *refusals)
{
  for (guint i = 0; i < refusals->len; i++)
    {
      const RangRefusal *refusal = g_ptr_array_index (refusals, i);

      if (refusal->where == NULL || refusal->problem == NULL || refusal->remedy == NULL)
        g_error ("%s: a refusal that does not say where, what and what to do", path);
    }
}

static RangImportBatch *
read_one (const char *path, RangImportMapping *mapping, GError **error)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangImportFile) file = rang_import_file_open (path, NULL, error);

  if (file == NULL)
    return NULL;
  if (rang_import_file_get_kind (file) == RANG_IMPORT_UBL)
    mapping = NULL;
  return rang_import_file_read (file, mapping, settings, NULL, NULL, NULL, error);
}

static void
check_one (const char *path, RangImportMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RangImportBatch) batch = read_one (path, mapping, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_true ((batch == NULL) == (error != NULL));
  if (g_timer_elapsed (timer, NULL) > MOST_SECONDS)
    g_error ("%s took %.1f s", path, g_timer_elapsed (timer, NULL));
  if (batch == NULL)
    {
      g_assert_cmpuint (error->domain, ==, RANG_EXCHANGE_ERROR);
      g_assert_null (strchr (error->message, '\n'));
      if (!g_str_has_prefix (error->message, name) || strstr (error->message, "; ") == NULL)
        g_error ("%s: the message does not say where and what to do: %s", path, error->message);
      g_test_message ("%s", error->message);
      return;
    }
  for (guint i = 0; i < batch->drafts->len; i++)
    {
      const RangImportDraft *draft = g_ptr_array_index (batch->drafts, i);

      check_draft (path, draft);
      check_refusals (path, draft->problems);
      if (draft->problems->len > 0)
        g_test_message ("%s: %s", draft->where, ((RangRefusal *)g_ptr_array_index (draft->problems, 0))->problem);
    }
  check_refusals (path, batch->refusals);
  g_test_message ("%s: %u drafts, %u refusals", name, batch->drafts->len, batch->refusals->len);
}

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
check_folder (const char *folder, RangImportMapping *mapping)
{
  g_autoptr (GPtrArray) files = rang_test_shared_files (folder, "");
  long before = peak_memory ();

  for (guint i = 0; files != NULL && i < files->len; i++)
    check_one (g_ptr_array_index (files, i), mapping);
  g_assert_cmpint (peak_memory () - before, <, MOST_GROWTH_KB);
}

static void
test_hostile_xml_is_an_error_or_sane (void)
{
  check_folder ("hostile/xml", NULL);
}

static void
test_hostile_ubl_is_an_error_or_sane (void)
{
  check_folder ("hostile/ubl-xml", NULL);
}

static void
test_hostile_csv_is_an_error_or_sane (void)
{
  check_folder ("hostile/csv", NULL);
}

static void
test_hostile_csv_through_a_mapping_is_an_error_or_sane (void)
{
  check_folder ("hostile/csv", northwind);
}

typedef struct
{
  const char *file;
  int code;
} Expected;

static void
check_codes (const Expected *expected, gsize n, RangImportMapping *mapping)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = rang_test_shared_path (expected[i].file);
      g_autoptr (GError) error = NULL;
      g_autoptr (RangImportBatch) batch = path != NULL ? read_one (path, mapping, &error) : NULL;

      if (path == NULL)
        return;
      if (!g_error_matches (error, RANG_EXCHANGE_ERROR, expected[i].code))
        g_error ("%s should be error %d, is %d: %s", expected[i].file, expected[i].code,
                 error != NULL ? error->code : -1, error != NULL ? error->message : "taken");
    }
}

static void
test_each_fault_of_an_xml_file_is_told_apart (void)
{
  static const Expected expected[] = {
    { "hostile/ubl-xml/01-billion-laughs-note.xml", RANG_EXCHANGE_ERROR_UNSAFE },
    { "hostile/ubl-xml/02-quadratic-entity.xml", RANG_EXCHANGE_ERROR_UNSAFE },
    { "hostile/ubl-xml/03-xxe-file-street.xml", RANG_EXCHANGE_ERROR_UNSAFE },
    { "hostile/ubl-xml/05-parameter-entity-oob.xml", RANG_EXCHANGE_ERROR_UNSAFE },
    { "hostile/ubl-xml/11-attributes-20000.xml", RANG_EXCHANGE_ERROR_TOO_LARGE },
    { "hostile/ubl-xml/15-empty.xml", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
    { "hostile/ubl-xml/18-trailing-garbage.xml", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
    { "hostile/ubl-xml/19-two-roots.xml", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
    { "hostile/ubl-xml/20-wrong-namespace.xml", RANG_EXCHANGE_ERROR_WRONG_KIND },
    { "hostile/ubl-xml/21-no-namespace.xml", RANG_EXCHANGE_ERROR_WRONG_KIND },
    { "hostile/ubl-xml/26-says-utf8-is-latin1.xml", RANG_EXCHANGE_ERROR_ENCODING },
    { "hostile/ubl-xml/28-nul-byte.xml", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
  };

  check_codes (expected, G_N_ELEMENTS (expected), NULL);
}

static void
test_each_fault_of_a_csv_file_is_told_apart (void)
{
  static const Expected expected[] = {
    { "hostile/csv/own/04-no-header.csv", RANG_EXCHANGE_ERROR_HEADER },
    { "hostile/csv/own/09-latin1.csv", RANG_EXCHANGE_ERROR_ENCODING },
    { "hostile/csv/own/15-text-after-quote.csv", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
    { "hostile/csv/own/20-dup-header.csv", RANG_EXCHANGE_ERROR_HEADER },
    { "hostile/csv/own/30-field-1MB.csv", RANG_EXCHANGE_ERROR_TOO_LARGE },
    { "hostile/csv/own/31-columns-10000.csv", RANG_EXCHANGE_ERROR_TOO_LARGE },
    { "hostile/csv/csv-test-data/csv/bad-header-no-header.csv", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED },
    { "hostile/csv/csv-test-data/csv/bad-header-wrong-header.csv", RANG_EXCHANGE_ERROR_HEADER },
  };

  check_codes (expected, G_N_ELEMENTS (expected), northwind);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = rang_test_source_path ("data/mappings/northwind.ini");
  northwind = rang_import_mapping_new_from_file (path, NULL);
  g_assert_nonnull (northwind);
  g_test_add_func ("/exchange/hostile/xml-is-an-error-or-sane", test_hostile_xml_is_an_error_or_sane);
  g_test_add_func ("/exchange/hostile/ubl-is-an-error-or-sane", test_hostile_ubl_is_an_error_or_sane);
  g_test_add_func ("/exchange/hostile/csv-is-an-error-or-sane", test_hostile_csv_is_an_error_or_sane);
  g_test_add_func ("/exchange/hostile/csv-through-a-mapping-is-an-error-or-sane",
                   test_hostile_csv_through_a_mapping_is_an_error_or_sane);
  g_test_add_func ("/exchange/hostile/each-fault-of-an-xml-file-is-told-apart",
                   test_each_fault_of_an_xml_file_is_told_apart);
  g_test_add_func ("/exchange/hostile/each-fault-of-a-csv-file-is-told-apart",
                   test_each_fault_of_a_csv_file_is_told_apart);
  status = g_test_run ();
  rang_import_mapping_unref (northwind);
  return status;
}
