/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-parser.h"

G_BEGIN_DECLS

#define RANG_FEEL_PARSER_STEPS 300000
/* What reading a part once more, as something else, costs beside its nodes: retries within retries grow fast. */
#define RANG_FEEL_PARSER_RETRY 50

/**
 * RangFeelParser:
 *
 * One expression being read: where it stands and what it knows.
 */
typedef struct
{
  const RangFeelScope *scope;
  RangFeelArena *arena;
  const char *text;
  gsize at;
  const RangFeelNames *names;
  guint depth;
  guint steps;
  GPtrArray *keys; /* of more than one word, of the contexts read so far */
  gboolean uses_input;
  gboolean no_filter;
  GError *error;
  gsize error_at;
} RangFeelParser;

RangFeelNode *
rang_feel_parser_expression (RangFeelParser *parser);
RangFeelNode *
rang_feel_parser_additive (RangFeelParser *parser);
RangFeelNode *
rang_feel_parser_primary (RangFeelParser *parser);
RangFeelNode *
rang_feel_parser_positive_tests (RangFeelParser *parser, char end);
RangFeelNode *
rang_feel_parser_positive_test (RangFeelParser *parser);
RangFeelNode *
rang_feel_parser_special (RangFeelParser *parser, const char *keyword);
const RangFeelType *
rang_feel_parser_type (RangFeelParser *parser);
RangFeelNode *
rang_feel_parser_arguments (RangFeelParser *parser, RangFeelNode *function);

RangFeelNode *
rang_feel_parser_node (RangFeelParser *parser, RangFeelNodeKind kind, guint n);
RangFeelNode *
rang_feel_parser_node_of (RangFeelParser *parser, RangFeelNodeKind kind, RangFeelNode *first, RangFeelNode *second);
RangFeelNode *
rang_feel_parser_node_from (RangFeelParser *parser, RangFeelNodeKind kind, GPtrArray *children);
void
rang_feel_parser_set_names (RangFeelParser *parser, RangFeelNode *node, GPtrArray *names);
void
rang_feel_parser_set_name (RangFeelNode *node, const char *name);

/**
 * rang_feel_parser_fail:
 *
 * Keeps the first error. Returns: %NULL
 */
void *
rang_feel_parser_fail (RangFeelParser *parser, const char *what);
char
rang_feel_parser_peek (RangFeelParser *parser);
gboolean
rang_feel_parser_accept (RangFeelParser *parser, const char *sign);
gboolean
rang_feel_parser_expect (RangFeelParser *parser, const char *sign);
gboolean
rang_feel_parser_accept_word (RangFeelParser *parser, const char *word);
RangFeelOperator
rang_feel_parser_accept_comparison (RangFeelParser *parser);

/**
 * rang_feel_parser_new_name:
 * @stops: characters that end the name
 * @word: (nullable): a word that ends it
 *
 * Reads a name at the place where it is made. Returns: (nullable): the name, in the arena
 */
const char *
rang_feel_parser_new_name (RangFeelParser *parser, const char *stops, const char *word);

/**
 * rang_feel_parser_known_name:
 * @members: whether to look among the members of contexts as well
 * @end: (out): the position behind it
 *
 * Returns: (nullable): the longest known name that begins here
 */
const char *
rang_feel_parser_known_name (RangFeelParser *parser, gboolean members, gsize *end);

G_END_DECLS
