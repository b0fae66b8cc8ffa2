/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading XML that nobody vouches for, and finding things in it. */
#include "rules/rang-dmn-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "rules/rang-rules-error.h"

#define MAX_BYTES (8 * 1024 * 1024)

G_DEFINE_QUARK (rang_rules_error_quark, rang_rules_error)

/* A document type is refused at its first word, before it can declare anything. */
static void
refuse_document_type (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlParserCtxt *context = data;

  context->_private = context;
  xmlStopParser (context);
}

/* The library would write some faults of encodings to standard error whatever it is told. */
static void
say_nothing (void *data, const xmlError *error)
{
}

/* What is wrong with the XML in the reader's language; the library speaks English, and is asked for what is rare. */
static char *
dup_fault (const xmlError *fault)
{
  switch (fault != NULL ? fault->code : XML_ERR_DOCUMENT_EMPTY)
    {
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
      return g_strdup (_ ("it is empty, or something else than XML"));
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      return g_strdup (_ ("it is cut off, or an element is not closed"));
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup (_ ("an element is closed by another name"));
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return g_strdup (_ ("its characters are not those of the encoding that it names"));
    case XML_ERR_UNDECLARED_ENTITY:
      return g_strdup (_ ("it uses an entity that is not defined"));
    default:
      return g_strdup (fault->message != NULL ? fault->message : "?");
    }
}

xmlDoc *
rang_dmn_xml_parse (const char *bytes, gsize length, const char *name, GError **error)
{
  xmlStructuredErrorFunc outer = xmlStructuredError;
  void *outer_data = xmlStructuredErrorContext;
  xmlParserCtxt *context;
  xmlDoc *doc;
  gboolean refused;

  if (length > MAX_BYTES)
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_XML, _ ("%s: the file is larger than %d MiB"), name,
                   MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc)say_nothing);
  context->sax->internalSubset = refuse_document_type;
  doc = xmlCtxtReadMemory (context, bytes, (int)length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                               | XML_PARSE_BIG_LINES);
  xmlSetStructuredErrorFunc (outer_data, outer);
  refused = context->_private != NULL;
  if (doc == NULL || refused || !context->wellFormed)
    {
      const xmlError *fault = xmlCtxtGetLastError (context);
      if (refused)
        g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_XML,
                     _ ("%s: a document type (DOCTYPE) is not accepted; remove it"), name);
      else
        {
          g_autofree char *what = dup_fault (fault);
          g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_XML,
                       /* Translators: file, line, the XML library's message */
                       _ ("%s:%d: this is no well-formed XML: %s"), name, fault != NULL ? fault->line : 1,
                       g_strstrip (what));
        }
      xmlFreeDoc (doc);
      doc = NULL;
    }
  xmlFreeParserCtxt (context);
  return doc;
}

gboolean
rang_dmn_xml_is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

static xmlNode *
from (xmlNode *node, const char *name)
{
  while (node != NULL && !rang_dmn_xml_is (node, name))
    node = node->next;
  return node;
}

xmlNode *
rang_dmn_xml_child (xmlNode *node, const char *name)
{
  return from (node->children, name);
}

xmlNode *
rang_dmn_xml_next (xmlNode *node, const char *name)
{
  return from (node->next, name);
}

guint
rang_dmn_xml_count (xmlNode *node, const char *name)
{
  guint n = 0;

  for (xmlNode *child = rang_dmn_xml_child (node, name); child != NULL; child = rang_dmn_xml_next (child, name))
    n++;
  return n;
}

char *
rang_dmn_xml_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

char *
rang_dmn_xml_text (xmlNode *node, const char *name)
{
  xmlChar *content;
  char *copy;

  if (name != NULL)
    node = rang_dmn_xml_child (node, name);
  if (node == NULL)
    return NULL;
  content = xmlNodeGetContent (node);
  copy = g_strdup (content != NULL ? (const char *)content : "");
  xmlFree (content);
  return g_strstrip (copy);
}

guint
rang_dmn_xml_line (xmlNode *node)
{
  return (guint)MAX (1, xmlGetLineNo (node));
}
