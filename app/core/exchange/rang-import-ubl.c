/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a UBL order says: which element feeds which field, and which goes before which. */
#include "exchange/rang-import-ubl.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-text.h"
#include "exchange/rang-import-fill.h"
#include "exchange/rang-import-mapping-private.h"
#include "exchange/rang-import-text.h"
#include "exchange/rang-ubl-delivery.h"
#include "exchange/rang-ubl-node.h"

#define ORDER_SPACE "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
#define UBL_SPACE "urn:oasis:names:specification:ubl:"
#define BUYER "BuyerCustomerParty/Party/"
#define MOST_LINES 20000

static const char *
space_of (const xmlNode *node)
{
  return node->ns != NULL && node->ns->href != NULL ? (const char *)node->ns->href : "";
}

static gboolean
is_order (const xmlNode *node)
{
  return g_str_equal ((const char *)node->name, "Order") && g_str_equal (space_of (node), ORDER_SPACE);
}

static GPtrArray *
fail_kind (const char *name, const xmlNode *node, GError **error)
{
  g_autofree char *shown = rang_import_text_shorten ((const char *)node->name);
  g_autoptr (GString) text = NULL;
  const char *format;

  if (g_str_has_prefix (space_of (node), UBL_SPACE) && !g_str_equal ((const char *)node->name, "Order"))
    /* Translators: %s is the English name of a kind of business document, such as Invoice or OrderResponse */
    format = _ ("the document is of the kind “%s”, not an Order; import orders only");
  else if (g_str_equal ((const char *)node->name, "Order"))
    /* Translators: %s is the name "Order" */
    format = _ ("the document is called “%s” but is no Order of UBL 2 (another namespace); ask the sender for UBL 2.1");
  else
    /* Translators: %s is the name of the document's first element */
    format = _ ("the document “%s” is no UBL order; import UBL 2.1 orders or CSV files");
  text = g_string_new (format);
  g_string_replace (text, "%s", shown, 1);
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_WRONG_KIND, "%s:%ld: %s", name, xmlGetLineNo (node),
               text->str);
  return NULL;
}

/* Attachments may be large; no other text of an order is. */
static gboolean
check_texts (const char *name, const xmlNode *node, GError **error)
{
  gsize length = 0;

  if (g_str_equal ((const char *)node->name, "EmbeddedDocumentBinaryObject"))
    return TRUE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE && !check_texts (name, child, error))
        return FALSE;
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        length += child->content != NULL ? strlen ((const char *)child->content) : 0;
    }
  if (length <= RANG_IMPORT_MOST_FIELD)
    return TRUE;
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
               /* Translators: file, line, name of an element, a number */
               _ ("%s:%ld: the text of “%s” is longer than %d bytes; ask the sender to shorten it"), name,
               xmlGetLineNo (node), (const char *)node->name, RANG_IMPORT_MOST_FIELD);
  return FALSE;
}

static GPtrArray *
find_orders (const char *name, xmlNode *root, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();

  if (is_order (root))
    {
      g_ptr_array_add (orders, root);
      return g_steal_pointer (&orders);
    }
  if (!g_str_equal ((const char *)root->name, "StandardBusinessDocument"))
    return fail_kind (name, root, error);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || g_str_equal ((const char *)child->name, "StandardBusinessDocumentHeader"))
        continue;
      if (!is_order (child))
        return fail_kind (name, child, error);
      g_ptr_array_add (orders, child);
    }
  return orders->len > 0 ? g_steal_pointer (&orders) : fail_kind (name, root, error);
}

GPtrArray *
rang_import_ubl_find_orders (const char *name, xmlDoc *document, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autoptr (GPtrArray) orders = find_orders (name, root, error);

  return orders != NULL && check_texts (name, root, error) ? g_steal_pointer (&orders) : NULL;
}

/* The first of several paths that leads to a text. */
static char *
first_of (xmlNode *node, const char *const *paths)
{
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      char *text = rang_ubl_node_dup_at (node, paths[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

static const char *const name_paths[] = { BUYER "PartyName/Name", BUYER "PartyLegalEntity/RegistrationName",
                                          BUYER "PartyIdentification/ID", BUYER "EndpointID", NULL };
static const char *const code_paths[] = { BUYER "PartyIdentification/ID", BUYER "EndpointID", NULL };
static const char *const tax_paths[] = { BUYER "PartyTaxScheme/CompanyID", BUYER "PartyLegalEntity/CompanyID", NULL };
static const char *const contact_paths[]
    = { "Delivery/DeliveryParty/Contact", "BuyerCustomerParty/DeliveryContact", BUYER "Contact", NULL };

char *
rang_import_ubl_dup_sender (xmlNode *order)
{
  static const char *const paths[] = { BUYER "EndpointID",
                                       BUYER "PartyIdentification/ID",
                                       BUYER "PartyTaxScheme/CompanyID",
                                       BUYER "PartyLegalEntity/CompanyID",
                                       BUYER "PartyName/Name",
                                       BUYER "PartyLegalEntity/RegistrationName",
                                       NULL };
  g_autofree char *text = first_of (order, paths);
  g_autofree char *key = rang_text_key (text);

  return g_strconcat ("ubl:", key, NULL);
}

static void
read_contact (xmlNode *order, char **texts)
{
  for (gsize i = 0; contact_paths[i] != NULL; i++)
    {
      xmlNode *contact = rang_ubl_node_find (order, contact_paths[i]);
      char *name = contact != NULL ? rang_ubl_node_dup_at (contact, "Name") : NULL;
      char *phone = contact != NULL ? rang_ubl_node_dup_at (contact, "Telephone") : NULL;

      if (name != NULL || phone != NULL)
        {
          texts[RANG_IMPORT_CONTACT] = name;
          texts[RANG_IMPORT_PHONE] = phone;
          return;
        }
    }
}

static void
read_value (xmlNode *order, char **texts)
{
  xmlNode *amount = rang_ubl_node_find (order, "AnticipatedMonetaryTotal/PayableAmount");

  texts[RANG_IMPORT_VALUE] = rang_ubl_node_dup_text (amount);
  texts[RANG_IMPORT_CURRENCY] = rang_ubl_node_dup_attribute (amount, "currencyID");
  if (texts[RANG_IMPORT_CURRENCY] == NULL)
    texts[RANG_IMPORT_CURRENCY] = rang_ubl_node_dup_at (order, "DocumentCurrencyCode");
}

static void
read_load (xmlNode *order, char **texts)
{
  xmlNode *weight = rang_ubl_node_find (order, "Delivery/Shipment/GrossWeightMeasure");
  g_autofree char *unit = rang_ubl_node_dup_attribute (weight, "unitCode");

  if (g_strcmp0 (unit, "KGM") == 0)
    texts[RANG_IMPORT_LOAD_KG] = rang_ubl_node_dup_text (weight);
  texts[RANG_IMPORT_PARCELS] = rang_ubl_node_dup_at (order, "Delivery/Shipment/TotalTransportHandlingUnitQuantity");
}

static char *
join_notes (xmlNode *order)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (xmlNode *note = NULL; (note = rang_ubl_node_next (order, note, "Note")) != NULL;)
    {
      g_autofree char *text = rang_ubl_node_dup_text (note);

      if (text != NULL)
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", text);
    }
  return notes->len > 0 ? g_string_free (g_steal_pointer (&notes), FALSE) : NULL;
}

/* A mapping's own paths go before the usual ones. */
static void
read_mapped (xmlNode *order, const RangImportMapping *mapping, char **texts)
{
  for (int i = 0; mapping != NULL && i < RANG_N_IMPORT_FIELDS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gsize k = 0; mapping->fields[i] != NULL && mapping->fields[i][k] != NULL; k++)
        {
          g_autofree char *part = rang_ubl_node_dup_at (order, mapping->fields[i][k]);

          if (part != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
        }
      if (text->len == 0)
        continue;
      g_free (texts[i]);
      texts[i] = g_string_free (g_steal_pointer (&text), FALSE);
    }
}

static RangOrderLine *
read_line (RangImportDraft *draft, xmlNode *item, const RangImportFormats *formats)
{
  RangOrderLine *line = rang_order_line_new ();
  xmlNode *quantity = rang_ubl_node_find (item, "Quantity");
  xmlNode *amount = rang_ubl_node_find (item, "LineExtensionAmount");
  const char *currency = draft->order->value.currency;
  g_autofree char *text = rang_ubl_node_dup_text (quantity);
  g_autofree char *name = rang_ubl_node_dup_at (item, "Item/Name");
  g_autofree char *description = rang_ubl_node_dup_at (item, "Item/Description");
  g_autofree char *article = rang_ubl_node_dup_at (item, "Item/SellersItemIdentification/ID");
  g_autofree char *value = rang_ubl_node_dup_text (amount);
  g_autofree char *value_currency = rang_ubl_node_dup_attribute (amount, "currencyID");

  line->article = rang_text_clean (article);
  line->description = rang_text_clean (name != NULL ? name : description);
  line->unit = rang_ubl_node_dup_attribute (quantity, "unitCode");
  if (text != NULL && !rang_import_formats_read_number (formats, text, 3, &line->quantity))
    rang_import_draft_add_problem (draft, "quantity", text, _ ("the quantity of a line is no number"),
                                   _ ("ask the sender for the right quantity"));
  if (value != NULL && currency[0] != '\0' && (value_currency == NULL || g_str_equal (value_currency, currency)))
    rang_import_formats_read_number (formats, value, rang_money_digits (currency), &line->value);
  return line;
}

static void
read_lines (RangImportDraft *draft, xmlNode *order, const RangImportFormats *formats)
{
  guint n = 0;

  for (xmlNode *node = NULL; (node = rang_ubl_node_next (order, node, "OrderLine")) != NULL && n < MOST_LINES;)
    for (xmlNode *item = NULL; (item = rang_ubl_node_next (node, item, "LineItem")) != NULL; n++)
      g_ptr_array_add (draft->order->lines, read_line (draft, item, formats));
}

static void
read_texts (xmlNode *order, const RangImportMapping *mapping, RangUblDelivery *delivery, char **texts)
{
  texts[RANG_IMPORT_ORDER] = rang_ubl_node_dup_at (order, "ID");
  texts[RANG_IMPORT_ORDER_DATE] = rang_ubl_node_dup_at (order, "IssueDate");
  texts[RANG_IMPORT_CLIENT] = first_of (order, name_paths);
  texts[RANG_IMPORT_CLIENT_CODE] = first_of (order, code_paths);
  texts[RANG_IMPORT_TAX_NUMBER] = first_of (order, tax_paths);
  texts[RANG_IMPORT_NOTE] = join_notes (order);
  read_contact (order, texts);
  read_value (order, texts);
  read_load (order, texts);
  texts[RANG_IMPORT_REQUESTED_FROM] = g_steal_pointer (&delivery->from);
  texts[RANG_IMPORT_REQUESTED_TO] = g_steal_pointer (&delivery->to);
  texts[RANG_IMPORT_STREET] = g_steal_pointer (&delivery->street);
  texts[RANG_IMPORT_CITY] = g_steal_pointer (&delivery->city);
  texts[RANG_IMPORT_POSTCODE] = g_steal_pointer (&delivery->postcode);
  texts[RANG_IMPORT_COUNTRY] = g_steal_pointer (&delivery->country);
  read_mapped (order, mapping, texts);
}

static void
tell_several (RangImportDraft *draft, const RangUblDelivery *delivery)
{
  if (delivery->several_windows != NULL)
    rang_import_draft_add_problem (draft, "requested_to", delivery->several_windows,
                                   _ ("the order asks for deliveries at several times"),
                                   _ ("promise the window that counts, or ask the client for one order a delivery"));
  if (delivery->several_places != NULL)
    rang_import_draft_add_problem (draft, "street", delivery->several_places,
                                   _ ("the order goes to several addresses, of which the first is taken"),
                                   _ ("check the address, or ask the client for one order an address"));
}

static RangImportFormats *
make_formats (const RangSettings *settings)
{
  g_autoptr (GTimeZone) zone = rang_settings_dup_zone (settings);

  return rang_import_formats_new (zone);
}

void
rang_import_ubl_read (RangImportBatch *batch,
                      xmlNode *order,
                      const RangImportMapping *mapping,
                      const RangSettings *settings)
{
  g_autofree char *where = g_strdup_printf ("%s:%ld", batch->name, xmlGetLineNo (order));
  g_autoptr (RangImportDraft) draft = rang_import_draft_new (where);
  g_autoptr (RangImportFormats) formats = make_formats (settings);
  g_autoptr (RangUblDelivery) delivery = rang_ubl_delivery_read (order);
  const char *currency = mapping != NULL && mapping->currency[0] != '\0' ? mapping->currency : settings->currency;
  char *texts[RANG_N_IMPORT_FIELDS] = { NULL };
  const char *const *given = (const char *const *)texts;

  read_texts (order, mapping, delivery, texts);
  rang_import_fill (draft, given, formats, currency);
  tell_several (draft, delivery);
  draft->priority = rang_ubl_node_dup_at (order, "Delivery/Shipment/ShippingPriorityLevelCode");
  draft->terms = rang_ubl_node_dup_at (order, "DeliveryTerms/ID");
  if (draft->terms == NULL)
    draft->terms = rang_ubl_node_dup_at (order, "DeliveryTerms/SpecialTerms");
  read_lines (draft, order, formats);
  rang_import_draft_seal (draft);
  rang_import_fill_defaults (draft, given, mapping);
  if (rang_import_fill_finish (draft, batch->refusals))
    g_ptr_array_add (batch->drafts, g_steal_pointer (&draft));
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    g_free (texts[i]);
}
