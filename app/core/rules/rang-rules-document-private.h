/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "rules/rang-rules-document.h"

G_BEGIN_DECLS

#define RULES_DOCUMENT_N_KINDS 3

/* By RangRulesColumnKind: what a row's cells are called, and what the columns are. */
extern const char *const rules_document_entries[RULES_DOCUMENT_N_KINDS];
extern const char *const rules_document_columns[RULES_DOCUMENT_N_KINDS];

struct _RangRulesDocument
{
  GBytes *bytes;
  char *name;
  xmlDoc *doc;
  GPtrArray *tables; /* xmlNode, in the file's order */
  gboolean changed;
};

/** rules_document_nth: Returns: (nullable): the child @index of those called @name */
xmlNode *
rules_document_nth (xmlNode *node, const char *name, guint index);
xmlNode *
rules_document_get_table (RangRulesDocument *document, guint table);
xmlNode *
rules_document_get_row (RangRulesDocument *document, guint table, guint row);

/** rules_document_new_element: Returns: an element of the model's own namespace, not yet in the tree */
xmlNode *
rules_document_new_element (RangRulesDocument *document, const char *name, const char *text);
xmlNode *
rules_document_new_entry (RangRulesDocument *document, const char *name, const char *text);

G_END_DECLS
