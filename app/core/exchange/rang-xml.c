/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for parsing XML from outside: safely, within limits, with a clear word about what is wrong. */
#include "exchange/rang-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "base/rang-text.h"
#include "exchange/rang-exchange-error.h"

#define MOST_ATTRIBUTES 200
#define MOST_ELEMENTS 1000000

/* What the parser met, and its first complaint; kept in the context's _private. */
typedef struct
{
  int depth;
  int elements;
  gboolean unsafe;
  gboolean too_large;
  int code;
  int line;
  int open;
  char *message;
} Watch;

static void
watch_clear (Watch *watch)
{
  g_free (watch->message);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

#if LIBXML_VERSION >= 21200
typedef const xmlError ParserFault;
#else
typedef xmlError ParserFault;
#endif

typedef xmlParserCtxt ParserContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserContext, xmlFreeParserCtxt)

static void
stop_unsafe (xmlParserCtxt *context)
{
  ((Watch *)context->_private)->unsafe = TRUE;
  xmlStopParser (context);
}

static void
internal_subset_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  if (public_id != NULL || system_id != NULL)
    stop_unsafe (data);
  else
    xmlSAX2InternalSubset (data, name, public_id, system_id);
}

static void
entity_declared_cb (void *data, const xmlChar *n, int t, const xmlChar *p, const xmlChar *s, xmlChar *c)
{
  stop_unsafe (data);
}

static void
attribute_declared_cb (void *data,
                       const xmlChar *element,
                       const xmlChar *name,
                       int type,
                       int kind,
                       const xmlChar *value,
                       xmlEnumeration *tree)
{
  xmlFreeEnumeration (tree);
  stop_unsafe (data);
}

static void
element_declared_cb (void *data, const xmlChar *name, int type, xmlElementContent *content)
{
  stop_unsafe (data);
}

static void
notation_declared_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  stop_unsafe (data);
}

static void
unparsed_entity_declared_cb (
    void *data, const xmlChar *n, const xmlChar *public_id, const xmlChar *system_id, const xmlChar *notation)
{
  stop_unsafe (data);
}

static void
element_started_cb (void *data,
                    const xmlChar *name,
                    const xmlChar *prefix,
                    const xmlChar *uri,
                    int n_namespaces,
                    const xmlChar **namespaces,
                    int n_attributes,
                    int n_defaulted,
                    const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Watch *watch = context->_private;

  watch->too_large = ++watch->depth > RANG_XML_MOST_DEPTH || ++watch->elements > MOST_ELEMENTS
                     || n_attributes + n_namespaces > MOST_ATTRIBUTES;
  if (watch->too_large)
    xmlStopParser (context);
  else
    xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static void
element_ended_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  ((Watch *)((xmlParserCtxt *)data)->_private)->depth--;
  xmlSAX2EndElementNs (data, name, prefix, uri);
}

static void
complained_cb (void *data, ParserFault *fault)
{
  Watch *watch = ((xmlParserCtxt *)data)->_private;

  if (fault->level < XML_ERR_ERROR || watch->message != NULL)
    return;
  watch->code = fault->code;
  watch->line = fault->line;
  watch->open = watch->depth;
  watch->message = g_utf8_make_valid (fault->message != NULL ? fault->message : "", -1);
}

static void
watch_over (xmlParserCtxt *context, Watch *watch)
{
  context->_private = watch;
  context->sax->internalSubset = internal_subset_cb;
  context->sax->entityDecl = entity_declared_cb;
  context->sax->attributeDecl = attribute_declared_cb;
  context->sax->elementDecl = element_declared_cb;
  context->sax->notationDecl = notation_declared_cb;
  context->sax->unparsedEntityDecl = unparsed_entity_declared_cb;
  context->sax->startElementNs = element_started_cb;
  context->sax->endElementNs = element_ended_cb;
  context->sax->serror = complained_cb;
}

static gboolean
is_encoding_fault (const Watch *watch, const char *data, gsize size)
{
  if (watch->code == XML_ERR_INVALID_CHAR)
    return memchr (data, '\0', size) == NULL && !g_utf8_validate (data, (gssize)size, NULL);
  return watch->code == XML_ERR_INVALID_ENCODING || watch->code == XML_ERR_UNKNOWN_ENCODING
         || watch->code == XML_ERR_UNSUPPORTED_ENCODING || watch->code == XML_I18N_CONV_FAILED
         || watch->code == XML_I18N_NO_HANDLER || watch->code == XML_I18N_NO_OUTPUT;
}

/* A document that is cut ends inside its root: at a place where the parser wants more, or in the middle of a text. */
static gboolean
is_cut (const Watch *watch, const char *data, gsize size)
{
  if (watch->open == 0)
    return FALSE;
  if (watch->code == XML_ERR_DOCUMENT_END || watch->code == XML_ERR_TAG_NOT_FINISHED
      || watch->code == XML_ERR_COMMENT_NOT_FINISHED || watch->code == XML_ERR_CDATA_NOT_FINISHED
      || watch->code == XML_ERR_PI_NOT_FINISHED)
    return TRUE;
  while (size > 0 && (g_ascii_isspace (data[size - 1]) || data[size - 1] == '\0'))
    size--;
  return size > 0 && data[size - 1] != '>';
}

static void
explain (const char *name, const char *data, gsize size, const Watch *watch, GError **error)
{
  g_autofree char *detail = rang_text_clean (watch->message);
  g_autofree char *where = g_strdup_printf ("%s:%d", name, MAX (watch->line, 1));

  if (watch->unsafe)
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_UNSAFE,
                 /* Translators: file */
                 _ ("%s: the document declares entities or points to other files, which an order never needs; ask the "
                    "sender for a file without a DOCTYPE"),
                 name);
  else if (watch->too_large)
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
                 /* Translators: file */
                 _ ("%s: the document nests deeper, or holds more elements, than any order does; ask the sender what "
                    "it is"),
                 name);
  else if (is_cut (watch, data, size))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED,
                 /* Translators: file and line */
                 _ ("%s: the document ends too early; ask the sender for the whole file"), where);
  else if (is_encoding_fault (watch, data, size))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_ENCODING,
                 /* Translators: file and line */
                 _ ("%s: the bytes are not in the encoding that the file claims; ask the sender to save it as UTF-8"),
                 where);
  else
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
                 /* Translators: file and line, what the XML parser says (in English) */
                 _ ("%s: this is no well-formed XML (%s); ask the sender for the file again"), where,
                 detail != NULL ? detail : "?");
}

/* Moves behind @end, or to the end of the bytes. */
static const char *
skip_to (const char *p, const char *stop, const char *end)
{
  const char *found = g_strstr_len (p, stop - p, end);

  return found != NULL ? found + strlen (end) : stop;
}

/* The parser compares each attribute of an element with each other: an element of very many is kept from it. */
static gboolean
has_too_many_attributes (const char *p, gsize size)
{
  const char *stop = p + size;
  char quote = 0;
  int equals = 0;

  while (p < stop && (p = memchr (p, '<', (gsize)(stop - p))) != NULL)
    {
      if (stop - p > 4 && strncmp (p, "<!--", 4) == 0)
        {
          p = skip_to (p + 4, stop, "-->");
          continue;
        }
      if (stop - p > 9 && strncmp (p, "<![CDATA[", 9) == 0)
        {
          p = skip_to (p + 9, stop, "]]>");
          continue;
        }
      for (quote = 0, equals = 0; p < stop && (quote != 0 || *p != '>'); p++)
        if (quote != 0)
          quote = *p == quote ? 0 : quote;
        else if (*p == '"' || *p == '\'')
          quote = *p;
        else if (*p == '=' && ++equals > MOST_ATTRIBUTES)
          return TRUE;
    }
  return FALSE;
}

xmlDoc *
rang_xml_parse (const char *name, GBytes *bytes, GError **error)
{
  static gsize ready = 0;
  g_autoptr (ParserContext) context = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_auto (Watch) watch = { 0 };
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_return_val_if_fail (name != NULL && size <= G_MAXINT, NULL);
  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      g_once_init_leave (&ready, 1);
    }
  watch.too_large = has_too_many_attributes (data, size);
  if (watch.too_large)
    {
      explain (name, data, size, &watch, error);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  watch_over (context, &watch);
  document = xmlCtxtReadMemory (context, data, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (document != NULL && !watch.unsafe && !watch.too_large)
    return g_steal_pointer (&document);
  explain (name, data, size, &watch, error);
  return NULL;
}
