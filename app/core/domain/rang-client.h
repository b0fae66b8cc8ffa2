/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"
#include "domain/rang-hours.h"
#include "domain/rang-place.h"

G_BEGIN_DECLS

/**
 * RangClientStage:
 * @RANG_STAGE_TRIAL: first deliveries, no contract yet
 * @RANG_STAGE_CONTRACT: a contract holds
 * @RANG_STAGE_DORMANT: has not ordered for long
 */
typedef enum
{
  RANG_STAGE_TRIAL,
  RANG_STAGE_CONTRACT,
  RANG_STAGE_DORMANT,
  RANG_N_STAGES
} RangClientStage;

/**
 * RangAddress:
 * @id: number in the store, from 1
 * @client: the client's id
 * @place: where it is
 * @hours: when goods are taken in; `hours.to` is the hard closing hour. Both %RANG_TIME_NONE when unknown
 * @shut: spans within @hours in which nobody is there
 * @service: seconds a delivery takes at the door; -1 when unknown
 * @access_note: (nullable): "ramp behind the building"
 */
typedef struct
{
  gint64 id;
  gint64 client;
  RangPlace place;
  RangTimeWindow hours;
  RangShut shut;
  gint32 service;
  char *access_note;
} RangAddress;

/**
 * RangContact:
 *
 * Personal data: the log knows the @id alone.
 */
typedef struct
{
  gint64 id;
  gint64 client;
  char *name;
  char *phone;
  char *email;
} RangContact;

/**
 * RangClient:
 * @id: number in the store, from 1
 * @name: as on the papers
 * @tax_number: (nullable): CUI/CIF
 * @stage: where the client stands
 * @annual_value: what the contract, or the expected one, brings in a year
 * @department: id of the owner department; 0 none
 * @hours: usual hours; %RANG_TIME_NONE when unknown
 * @shut: spans within @hours in which nobody is there
 * @service: usual seconds at the door; -1 unknown
 * @penalty_clause: whether the contract has a penalty for late delivery
 * @addresses: (element-type RangAddress): owned
 * @contacts: (element-type RangContact): owned
 */
typedef struct
{
  gint64 id;
  char *name;
  char *tax_number;
  RangClientStage stage;
  RangMoney annual_value;
  gint64 department;
  RangTimeWindow hours;
  RangShut shut;
  gint32 service;
  gboolean penalty_clause;
  GPtrArray *addresses;
  GPtrArray *contacts;
} RangClient;

RangClient *
rang_client_new (void);
RangClient *
rang_client_copy (const RangClient *client);
void
rang_client_free (RangClient *client);

RangAddress *
rang_address_new (void);
RangAddress *
rang_address_copy (const RangAddress *address);
void
rang_address_free (RangAddress *address);

RangContact *
rang_contact_new (void);
RangContact *
rang_contact_copy (const RangContact *contact);
void
rang_contact_free (RangContact *contact);

/**
 * rang_client_find_address:
 *
 * Returns: (transfer none) (nullable): the client's address with the same door as @place
 */
RangAddress *
rang_client_find_address (const RangClient *client, const RangPlace *place);

const char *
rang_client_stage_to_nick (RangClientStage stage);
int
rang_client_stage_from_nick (const char *nick);
const char *
rang_client_stage_label (RangClientStage stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangClient, rang_client_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangAddress, rang_address_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangContact, rang_contact_free)

G_END_DECLS
