/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "rules/rang-dmn-cell.h"
#include "rules/rang-dmn-index.h"
#include "rules/rang-feel-parser.h"
#include "rules/rang-rules.h"

G_BEGIN_DECLS

typedef struct _RangDmnElement RangDmnElement;

/**
 * RangDmnHitPolicy:
 *
 * What a table gives when several of its rules apply.
 */
typedef enum
{
  RANG_DMN_UNIQUE,
  RANG_DMN_ANY,
  RANG_DMN_PRIORITY,
  RANG_DMN_FIRST,
  RANG_DMN_COLLECT,
  RANG_DMN_RULE_ORDER,
  RANG_DMN_OUTPUT_ORDER,
} RangDmnHitPolicy;

typedef enum
{
  RANG_DMN_LIST,
  RANG_DMN_SUM,
  RANG_DMN_COUNT,
  RANG_DMN_MIN,
  RANG_DMN_MAX,
} RangDmnAggregation;

/**
 * RangDmnTableInput:
 * @source: (nullable): the input or decision that the expression is the name of
 * @values: (nullable): those allowed
 * @sure: whether @source can be no other anyway
 * @tested: whether a rule does not leave it open
 * @index: (nullable): which rules accept what
 */
typedef struct
{
  const char *label;
  RangFeelNode *expression;
  const RangDmnElement *source;
  const RangDmnCell *values;
  gboolean sure;
  gboolean tested;
  const RangDmnIndex *index;
} RangDmnTableInput;

typedef struct
{
  const char *name;       /* (nullable) with a single output */
  RangFeelNode *values;   /* (nullable) unary tests */
  RangFeelNode *fallback; /* (nullable) the default output */
  const RangFeelType *type;
} RangDmnTableOutput;

/**
 * RangDmnTableRule:
 * @id: (nullable): in the model
 * @name: "Client/first-delivery" for the row with the id "client.first-delivery", "Client/3" for the third without one
 * @tested: (array length=n_tested): the columns that it does not leave open
 * @asks: %NULL-terminated; the names that the columns it tests ask for, each once
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;
  RangDmnCell *cells;
  RangFeelNode **outputs;
  const char **annotations;
  guint n_tested;
  guint *tested;
  const char **asks;
  guint line;
} RangDmnTableRule;

struct _RangDmnTable
{
  const char *name;
  RangDmnHitPolicy policy;
  RangDmnAggregation aggregation;
  guint n_inputs, n_outputs, n_rules, n_annotations;
  RangDmnTableInput *inputs;
  RangDmnTableOutput *outputs;
  RangDmnTableRule *rules;
  const char **annotation_names;
  guint *languages; /* what rang_dmn_table_language() makes of them */
};

typedef enum
{
  RANG_DMN_INPUT,
  RANG_DMN_DECISION,
  RANG_DMN_KNOWLEDGE,
  RANG_DMN_SERVICE,
} RangDmnElementKind;

/**
 * RangDmnRequirement:
 * @name: what the element is called by the one that requires it
 * @import: (nullable): the import it comes through
 */
typedef struct
{
  const char *name;
  guint hash;
  const char *import;
  RangDmnElement *target;
} RangDmnRequirement;

/**
 * RangDmnElement:
 * @index: its place in the model's list
 * @space: namespace of the model it stands in
 * @type: (nullable): of its value
 * @plain: whether @type is a simple one, all of whose allowed values @allowed names
 * @allowed: (nullable): with @plain
 * @body: (nullable): the logic of a decision; of a knowledge model, a function node
 * @alone: whether @body asks for no name but through the sources of its table
 * @parameters: of a service: names of what it is given
 */
struct _RangDmnElement
{
  RangDmnElementKind kind;
  guint hash;          /* of the name */
  gconstpointer known; /* (nullable) the RangRuleInput of that name */
  guint index;
  const char *id;
  const char *name;
  const char *space;
  guint line;
  xmlNode *xml; /* while reading */
  const RangFeelType *type;
  gboolean plain;
  const RangDmnCell *allowed;
  RangFeelNode *body;
  gboolean alone;
  guint n_requirements;
  RangDmnRequirement *requirements;
  guint n_outputs;
  RangDmnElement **outputs;
  guint n_inputs;
  RangDmnElement **inputs;
  const char **parameters;
  const RangFeelType **parameter_types;
  gboolean imported;
};

struct _RangRules
{
  gatomicrefcount ref_count;
  RangFeelArena *arena;
  GPtrArray *elements;
  RangDmnElement *points; /* (nullable) the decisions that priority rules have */
  RangDmnElement *class;
  char *name;
  char *file; /* what messages call it */
  char *version;
  GBytes *bytes;
  GPtrArray *inputs;
  GPtrArray *decisions;
  GPtrArray *messages;
};

/**
 * RangDmnReader:
 *
 * What is known while a model is read.
 */
typedef struct
{
  RangRules *rules;
  RangFeelArena *arena;
  const char *file;
  const char *folder; /* (nullable): where imports are looked for */
  const char *space;
  gboolean lenient;
  gboolean imported;
  guint depth;
  GHashTable *types;      /* name, "namespace#name", "import.name" → RangFeelType */
  GHashTable *imports;    /* namespace → name of the import, in the file that is read */
  GPtrArray *members;     /* names that contexts' members have */
  GHashTable *member_set; /* the same, to know them again */
  GHashTable *loaded;     /* namespaces read so far */
  GPtrArray *docs;
  const RangFeelNames *names; /* of the element that is compiled */
  const char *element;        /* its name, for messages */
  GError *error;
} RangDmnReader;

/**
 * rang_dmn_reader_fault:
 * @what: (nullable) (transfer full): the fault of an expression
 * @where: (nullable): table, row, cell
 *
 * A lenient reader keeps the fault as a message, any other stops with it.
 */
void
rang_dmn_reader_fault (RangDmnReader *reader, xmlNode *node, const char *where, GError *what);
void
rang_dmn_reader_fail (RangDmnReader *reader, xmlNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * rang_dmn_reader_scope:
 *
 * Returns: the scope in which the current element's expressions are compiled
 */
RangFeelScope
rang_dmn_reader_scope (RangDmnReader *reader);
char *
rang_dmn_reader_name (RangDmnReader *reader, xmlNode *node);
const char *
rang_dmn_reader_keep (RangDmnReader *reader, const char *text);

/**
 * rang_dmn_types_read:
 *
 * Reads the item definitions below @definitions.
 */
void
rang_dmn_types_read (RangDmnReader *reader, xmlNode *definitions);

/**
 * rang_dmn_types_import:
 * @space: the namespace of a model that was read
 * @prefix: what the reading model calls it
 *
 * Makes its types known as "prefix.name".
 */
void
rang_dmn_types_import (RangDmnReader *reader, const char *space, const char *prefix);

/**
 * rang_dmn_types_of:
 *
 * Returns: (nullable): the type that the attribute typeRef of @node names; %NULL if there is none
 */
const RangFeelType *
rang_dmn_types_of (RangDmnReader *reader, xmlNode *node);
const RangFeelType *
rang_dmn_types_lookup (gpointer reader, const char *text, gsize *at);

/**
 * rang_dmn_expression_read:
 * @node: (nullable): a boxed expression
 *
 * Returns: (nullable): the compiled expression; %NULL if there is none
 */
RangFeelNode *
rang_dmn_expression_read (RangDmnReader *reader, xmlNode *node);

/**
 * rang_dmn_expression_find:
 *
 * Returns: (nullable): the first child of @node that is an expression
 */
xmlNode *
rang_dmn_expression_find (xmlNode *node);
RangFeelNode *
rang_dmn_expression_text (RangDmnReader *reader, xmlNode *node, const char *text, const char *where);
RangFeelNode *
rang_dmn_expression_function (RangDmnReader *reader, xmlNode *node);
RangFeelNode *
rang_dmn_table_read (RangDmnReader *reader, xmlNode *node);

/**
 * rang_dmn_table_resolve:
 * @element: compiled
 *
 * Finds out what @element's table can be given straight, without looking names up.
 */
void
rang_dmn_table_resolve (RangDmnElement *element);

/**
 * rang_dmn_read:
 *
 * Reads a whole model into @reader's rules. Returns: %FALSE with the reader's error set
 */
gboolean
rang_dmn_read (RangDmnReader *reader, GBytes *bytes);

/**
 * rang_dmn_import_read:
 * @node: an import element
 *
 * Reads the model that is imported. Returns: %FALSE with the reader's error set
 */
gboolean
rang_dmn_import_read (RangDmnReader *reader, xmlNode *node);

/**
 * RangDmnSession:
 * @results: (array): per element, what was computed; %NULL before
 * @waiting: (array length=n_waiting): elements that are being computed, each after what it requires; in the arena
 * @hits: (array length=n_hits): the rows that applied; in the arena, with @room for more
 *
 * One evaluation of a model.
 */
typedef struct
{
  RangRules *rules;
  RangFeelEval *eval;
  const RangFeelValue **results;
  RangRulesInputs *inputs;
  RangDmnElement **waiting;
  guint n_waiting;
  guint waiting_room;
  RangRulesHit *hits;
  guint n_hits;
  guint room;
} RangDmnSession;

/**
 * rang_dmn_session_give:
 * @element: an input
 *
 * Sets what the input is. Returns: @value, as a value of the input's type, or null if it is none
 */
const RangFeelValue *
rang_dmn_session_give (RangDmnSession *session, const RangDmnElement *element, const RangFeelValue *value);

/**
 * rang_dmn_session_value:
 *
 * Returns: the value of an element, computed with all it requires
 */
const RangFeelValue *
rang_dmn_session_value (RangDmnSession *session, RangDmnElement *element);

/**
 * rang_dmn_session_invoke:
 *
 * Returns: the value of a decision; of a knowledge model or service, what it gives for the inputs of those names
 */
const RangFeelValue *
rang_dmn_session_invoke (RangDmnSession *session, RangDmnElement *element);
const RangFeelValue *
rang_dmn_session_call (RangFeelEval *eval, gconstpointer target, const RangFeelValue *const *arguments);
const RangFeelValue *
rang_dmn_table_eval (RangFeelEval *eval, const RangDmnTable *table, const RangFeelEnv *env);

/**
 * rang_dmn_table_language:
 * @language: (nullable): a language or locale; its first two letters count
 *
 * Returns: a number that is the same for the same language; 0 if there is none
 */
guint
rang_dmn_table_language (const char *language);

/**
 * rang_dmn_table_row_text:
 * @language: of rang_dmn_table_language()
 *
 * Returns: (nullable): the annotation of that language's column, else the description
 */
const char *
rang_dmn_table_row_text (const RangDmnTable *table, const RangDmnTableRule *rule, guint language);

G_END_DECLS
