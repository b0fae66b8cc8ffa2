/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading a mapping: the key file that says how one sender's files are to be read. */
#include "exchange/rang-import-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-text.h"
#include "exchange/rang-exchange-error.h"
#include "exchange/rang-import-batch.h"

typedef struct _Reader Reader;

/* Takes one value into the mapping; FALSE if it is not possible, with @remedy set to what would be. */
typedef gboolean (*TakeValue) (Reader *reader, const char *value, const char **remedy);

struct _Reader
{
  RangImportMapping *mapping;
  const char *group;
  const char *key;
};

static gboolean
take_name (Reader *reader, const char *value, const char **remedy)
{
  return TRUE;
}

static gboolean
take_kind (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give csv or ubl");
  reader->mapping->kind = g_str_equal (value, "csv") ? RANG_IMPORT_CSV : RANG_IMPORT_UBL;
  return g_str_equal (value, "csv") || g_str_equal (value, "ubl");
}

static gboolean
take_encoding (Reader *reader, const char *value, const char **remedy)
{
  GIConv converter = g_iconv_open ("UTF-8", value);

  *remedy = _ ("give an encoding such as UTF-8 or Windows-1250");
  if (converter == (GIConv)-1)
    return FALSE;
  g_iconv_close (converter);
  reader->mapping->encoding = g_strdup (value);
  return TRUE;
}

static gboolean
take_delimiter (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give comma, semicolon or tab");
  if (g_str_equal (value, "comma"))
    reader->mapping->delimiter = ',';
  else if (g_str_equal (value, "semicolon"))
    reader->mapping->delimiter = ';';
  else if (g_str_equal (value, "tab"))
    reader->mapping->delimiter = '\t';
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_dates (Reader *reader, const char *value, const char **remedy)
{
  g_auto (GStrv) patterns = g_strsplit (value, ";", -1);
  gsize n = g_strv_length (patterns);

  *remedy = _ ("give patterns such as YYYY-MM-DD or D.M.YYYY, divided by semicolons");
  if (n > 0 && patterns[n - 1][0] == '\0')
    g_clear_pointer (&patterns[--n], g_free);
  for (gsize i = 0; i < n; i++)
    if (!rang_import_formats_check_date (g_strstrip (patterns[i])))
      return FALSE;
  g_strfreev (reader->mapping->formats->dates);
  reader->mapping->formats->dates = g_steal_pointer (&patterns);
  return n > 0;
}

static gboolean
take_decimal (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give point or comma");
  reader->mapping->formats->decimal = g_str_equal (value, "comma") ? ',' : '.';
  reader->mapping->formats->grouped = TRUE;
  return g_str_equal (value, "comma") || g_str_equal (value, "point");
}

static gboolean
take_importance (Reader *reader, const char *value, const char **remedy)
{
  int importance = rang_importance_from_nick (value);

  *remedy = _ ("give high, normal or low");
  reader->mapping->importance = importance > 0 ? (RangImportance)importance : RANG_IMPORTANCE_UNKNOWN;
  return importance > 0;
}

static gboolean
take_number (Reader *reader, const char *value, int digits, gint64 most, gint64 *number)
{
  g_autoptr (RangImportFormats) plain = rang_import_formats_new (NULL);

  return rang_import_formats_read_number (plain, value, digits, number) && *number >= 0 && *number <= most;
}

static gboolean
take_load (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give kilograms, such as 12.5");
  return take_number (reader, value, 3, 100000000, &reader->mapping->load);
}

static gboolean
take_parcels (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give a whole number");
  return strchr (value, '.') == NULL && take_number (reader, value, 0, 100000, &reader->mapping->parcels);
}

static gboolean
take_service (Reader *reader, const char *value, const char **remedy)
{
  gint64 minutes = 0;

  *remedy = _ ("give whole minutes");
  if (strchr (value, '.') != NULL || !take_number (reader, value, 0, 1440, &minutes))
    return FALSE;
  reader->mapping->service = minutes * 60;
  return TRUE;
}

static gboolean
take_currency (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give an ISO 4217 code such as RON");
  g_strlcpy (reader->mapping->currency, value, sizeof reader->mapping->currency);
  return rang_money_currency_is_valid (value);
}

static gboolean
take_hours (Reader *reader, const char *value, const char **remedy)
{
  g_auto (GStrv) parts = g_strsplit (value, "-", 2);

  *remedy = _ ("give from and to, such as 08:00-16:30");
  if (g_strv_length (parts) != 2)
    return FALSE;
  reader->mapping->hours.from = rang_time_parse (g_strstrip (parts[0]));
  reader->mapping->hours.to = rang_time_parse (g_strstrip (parts[1]));
  return reader->mapping->hours.from != RANG_TIME_NONE && reader->mapping->hours.to > reader->mapping->hours.from;
}

static gboolean
take_department (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("name the department");
  reader->mapping->department = rang_text_clean (value);
  return reader->mapping->department != NULL;
}

static gboolean
take_make (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("give yes or no");
  reader->mapping->make_clients = g_str_equal (value, "yes");
  return g_str_equal (value, "yes") || g_str_equal (value, "no");
}

static gboolean
take_client_department (Reader *reader, const char *value, const char **remedy)
{
  *remedy = _ ("name the department");
  reader->mapping->client_department = rang_text_clean (value);
  return reader->mapping->client_department != NULL;
}

static gboolean
take_field (Reader *reader, const char *value, const char **remedy)
{
  int field = rang_import_field_from_nick (reader->key);
  g_auto (GStrv) columns = g_strsplit (value, ";", -1);
  gsize n = g_strv_length (columns);

  *remedy = _ ("name one column or path, or several divided by semicolons");
  g_assert (field >= 0);
  if (n > 1 && columns[n - 1][0] == '\0')
    g_clear_pointer (&columns[--n], g_free);
  for (gsize i = 0; i < n; i++)
    if (*g_strstrip (columns[i]) == '\0')
      return FALSE;
  reader->mapping->fields[field] = g_steal_pointer (&columns);
  reader->mapping->has_fields = TRUE;
  return n > 0;
}

static const struct
{
  const char *group;
  const char *key;
  TakeValue take;
} keys[] = {
  { "mapping", "name", take_name },
  { "mapping", "kind", take_kind },
  { "mapping", "encoding", take_encoding },
  { "mapping", "delimiter", take_delimiter },
  { "mapping", "dates", take_dates },
  { "mapping", "decimal", take_decimal },
  { "defaults", "importance", take_importance },
  { "defaults", "load_kg", take_load },
  { "defaults", "parcels", take_parcels },
  { "defaults", "service_min", take_service },
  { "defaults", "currency", take_currency },
  { "defaults", "hours", take_hours },
  { "defaults", "department", take_department },
  { "clients", "make", take_make },
  { "clients", "department", take_client_department },
};

static TakeValue
find_key (const char *group, const char *key)
{
  if (g_str_equal (group, "fields"))
    return rang_import_field_from_nick (key) >= 0 ? take_field : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].group, group) && g_str_equal (keys[i].key, key))
      return keys[i].take;
  return NULL;
}

static gboolean
read_key (Reader *reader, GKeyFile *file, GError **error)
{
  g_autofree char *value = g_key_file_get_string (file, reader->group, reader->key, NULL);
  TakeValue take = find_key (reader->group, reader->key);
  const char *remedy = NULL;

  if (take == NULL)
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
                 /* Translators: file of the mapping, group and key in it */
                 _ ("%s: [%s] has no key “%s”; correct the word or take the line out"), reader->mapping->name,
                 reader->group, reader->key);
  else if (value == NULL || !take (reader, g_strstrip (value), &remedy))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
                 /* Translators: file of the mapping, group, key and value in it, what to do */
                 _ ("%s: [%s] %s: “%s” is not possible; %s"), reader->mapping->name, reader->group, reader->key,
                 value != NULL ? value : "", remedy != NULL ? remedy : _ ("write it as UTF-8 text"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_groups (RangImportMapping *mapping, GKeyFile *file, GError **error)
{
  static const char *const known[] = { "mapping", "fields", "defaults", "clients", NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (gsize i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_key_file_get_keys (file, groups[i], NULL, NULL);

      if (!g_strv_contains (known, groups[i]))
        {
          g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
                       /* Translators: file of the mapping, group in it */
                       _ ("%s: there is no group [%s]; the groups are [mapping], [fields], [defaults] and [clients]"),
                       mapping->name, groups[i]);
          return FALSE;
        }
      for (gsize k = 0; names != NULL && names[k] != NULL; k++)
        {
          Reader reader = { mapping, groups[i], names[k] };

          if (!read_key (&reader, file, error))
            return FALSE;
        }
    }
  if (!mapping->has_fields || mapping->fields[RANG_IMPORT_ORDER] != NULL || mapping->kind == RANG_IMPORT_UBL)
    return TRUE;
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
               /* Translators: file of the mapping */
               _ ("%s: [fields] does not say which column is the order's number; add order=COLUMN"), mapping->name);
  return FALSE;
}

RangImportMapping *
rang_import_mapping_new_from_data (const char *name, const char *text, GError **error)
{
  g_autoptr (RangImportMapping) mapping = g_new0 (RangImportMapping, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);
  g_atomic_ref_count_init (&mapping->refs);
  mapping->name = g_strdup (name);
  mapping->text = g_strdup (text);
  mapping->kind = -1;
  mapping->formats = rang_import_formats_new (NULL);
  mapping->load = -1;
  mapping->parcels = -1;
  mapping->service = -1;
  mapping->hours = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  if (!g_key_file_load_from_data (file, text, (gsize)-1, G_KEY_FILE_NONE, &local))
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
                   /* Translators: file of the mapping, what the reader of key files says */
                   _ ("%s: this is no mapping (%s); write [groups] and key=value lines in UTF-8"), name,
                   local->message);
      return NULL;
    }
  return read_groups (mapping, file, error) ? g_steal_pointer (&mapping) : NULL;
}

RangImportMapping *
rang_import_mapping_new_from_file (const char *path, GError **error)
{
  g_autofree char *text = NULL, *name = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  name = g_filename_display_basename (path);
  if (!g_file_get_contents (path, &text, NULL, &local))
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_IO,
                   /* Translators: file of the mapping, what the system says */
                   _ ("%s: the mapping cannot be read (%s); check its name and who may read it"), name, local->message);
      return NULL;
    }
  return rang_import_mapping_new_from_data (name, text, error);
}

RangImportMapping *
rang_import_mapping_ref (RangImportMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);
  g_atomic_ref_count_inc (&mapping->refs);
  return mapping;
}

void
rang_import_mapping_unref (RangImportMapping *mapping)
{
  if (mapping == NULL || !g_atomic_ref_count_dec (&mapping->refs))
    return;
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    g_strfreev (mapping->fields[i]);
  rang_import_formats_free (mapping->formats);
  g_free (mapping->name);
  g_free (mapping->text);
  g_free (mapping->encoding);
  g_free (mapping->department);
  g_free (mapping->client_department);
  g_free (mapping);
}

const char *
rang_import_mapping_get_text (const RangImportMapping *mapping)
{
  return mapping->text;
}

const char *
rang_import_mapping_get_name (const RangImportMapping *mapping)
{
  return mapping->name;
}
