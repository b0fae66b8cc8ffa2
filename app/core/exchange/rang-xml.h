/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define RANG_XML_MOST_DEPTH 100

/**
 * rang_xml_parse:
 * @name: the file's name in messages
 * @bytes: the whole file
 *
 * Parses an XML file that nobody vouches for: no network, no file beside this one, no entity but the five of XML, no
 * declarations in the document type, nothing nested deeper than %RANG_XML_MOST_DEPTH.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, _TRUNCATED,
 *   _ENCODING, _TOO_LARGE or _UNSAFE
 */
xmlDoc *
rang_xml_parse (const char *name, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
