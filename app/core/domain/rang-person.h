/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangRole:
 *
 * What a person may do. A person may hold several roles.
 */
typedef enum
{
  RANG_ROLE_MANAGER,
  RANG_ROLE_DEPARTMENT_HEAD,
  RANG_ROLE_HEAD_OF_SALES,
  RANG_ROLE_DELIVERY_CHIEF,
  RANG_ROLE_COURIER,
  RANG_N_ROLES
} RangRole;

/**
 * RangRoleGrant:
 * @role: the role
 * @department: the department it holds for (manager, department head); 0 for the other roles
 * @behalf: of a deputy the person for whom; 0 of an own role
 * @yielded: of a role that a deputy has for now, who that is; 0 none
 */
typedef struct
{
  RangRole role;
  gint64 department;
  gint64 behalf;
  gint64 yielded;
} RangRoleGrant;

/**
 * RangPerson:
 * @id: number in the store, from 1
 * @name: full name; unique by rang_text_key()
 * @login: (nullable): the login account that acts as this person when none is named
 * @active: whether the person still works here; what was done stays under the name
 * @key: (nullable): the public key that the person signs with; %NULL of a person without password
 * @grants: (element-type RangRoleGrant): the roles
 */
typedef struct
{
  gint64 id;
  char *name;
  char *login;
  gboolean active;
  char *key;
  GArray *grants;
} RangPerson;

RangPerson *
rang_person_new (void);
RangPerson *
rang_person_copy (const RangPerson *person);
void
rang_person_free (RangPerson *person);

void
rang_person_grant (RangPerson *person, RangRole role, gint64 department);

/**
 * rang_person_has_role:
 * @person: (nullable): a person
 * @department: the department asked about, or 0 for "in any"
 *
 * Returns: whether the person holds @role (for @department) now: as deputy as well, but not a role yielded to one
 */
gboolean
rang_person_has_role (const RangPerson *person, RangRole role, gint64 department);

/**
 * rang_person_owns_role:
 *
 * Returns: whether @role (for @department) is the person's own, whoever stands in for now
 */
gboolean
rang_person_owns_role (const RangPerson *person, RangRole role, gint64 department);

/** rang_role_is_departmental: Returns: whether @role holds for one department */
gboolean
rang_role_is_departmental (RangRole role);

/**
 * rang_role_is_single:
 *
 * Returns: whether one person alone may hold @role (for a department), because somebody has to answer
 */
gboolean
rang_role_is_single (RangRole role);

/**
 * rang_role_to_nick:
 *
 * Returns: "manager", "department-head", "head-of-sales", "delivery-chief" or "courier"
 */
const char *
rang_role_to_nick (RangRole role);

/**
 * rang_role_from_nick:
 *
 * Returns: the #RangRole, or -1
 */
int
rang_role_from_nick (const char *nick);

/**
 * rang_role_label:
 *
 * Returns: the role in the current language
 */
const char *
rang_role_label (RangRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPerson, rang_person_free)

G_END_DECLS
