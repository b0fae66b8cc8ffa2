/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"
#include "rang-cli-words.h"
#include "rang-cli.h"

G_BEGIN_DECLS

/**
 * RangCliColumn:
 * @member: member of the JSON objects
 * @heading: heading in tables, translated when printed; CSV has the member's name
 * @right: whether it is set to the right
 * @amount: whether it is a number that tables show as people write it; CSV and JSON have it plain
 * @say: (nullable): the words that tables show for it; CSV and JSON have the name that commands take
 */
typedef struct
{
  const char *member;
  const char *heading;
  gboolean right;
  gboolean amount;
  RangCliSay say;
} RangCliColumn;

/**
 * rang_cli_print_list:
 * @array: (transfer full): objects with the same members
 * @columns: (array zero-terminated=1): what tables and CSV show, ended by a member of NULL
 *
 * Prints one list in the format asked for. JSON shows every member.
 */
void
rang_cli_print_list (RangCli *cli, JsonArray *array, const RangCliColumn *columns);

/**
 * rang_cli_print_json:
 * @node: (transfer full): the one document
 */
void
rang_cli_print_json (JsonNode *node);
void
rang_cli_print_json_object (JsonObject *object);

/* Members of JSON objects in the forms of DESIGN.md section 7. */
void
rang_cli_set_id (JsonObject *object, const char *member, gint64 id); /* 0 is null */
void
rang_cli_set_text (JsonObject *object, const char *member, const char *text); /* NULL and "" are null */
void
rang_cli_set_int (JsonObject *object, const char *member, gint64 value);
void
rang_cli_set_bool (JsonObject *object, const char *member, gboolean value);
void
rang_cli_set_local (JsonObject *object, const char *member, RangDay day, RangTime time);
void
rang_cli_set_instant (JsonObject *object, const char *member, gint64 instant); /* 0 is null */
void
rang_cli_add_id (JsonArray *array, gint64 id);

G_END_DECLS
