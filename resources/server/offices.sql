-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the engine itself keeps in a database: which schema it has, which offices lie in it, who belongs to which, and
-- what was committed. Run once, before the first migration. Tables that name no office are the same for all of them.

-- No function below looks for a table where a client could have put one of its own.
SELECT set_config ('search_path', quote_ident (current_schema ()) || ', pg_temp', true);

CREATE TABLE rang_engine (
  id bigint PRIMARY KEY CHECK (id = 1),
  schema bigint NOT NULL,
  guard text,
  guarded text
);
INSERT INTO rang_engine (id, schema) VALUES (1, 0);

CREATE TABLE rang_offices (
  office bigint PRIMARY KEY CHECK (office > 0),
  name text NOT NULL UNIQUE CHECK (name <> '')
);

-- Which person of an office a database role is.
CREATE TABLE rang_roles (
  office bigint NOT NULL,
  role name NOT NULL,
  person bigint NOT NULL,
  PRIMARY KEY (office, role),
  UNIQUE (office, person)
);

CREATE TABLE rang_commits (
  office bigint NOT NULL,
  number bigint NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp (),
  PRIMARY KEY (office, number),
  UNIQUE (office, id)
);

-- The office that this connection is for; the first where nobody says.
CREATE FUNCTION rang_office () RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $body$
  SELECT coalesce (nullif (current_setting ('rang.office', true), '')::bigint, 1)
$body$;

-- Whether who is connected has anything to do there: the owner of it all, or somebody who was given a role in it.
CREATE FUNCTION rang_belongs (which bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
BEGIN
  RETURN EXISTS (SELECT 1 FROM rang_roles r WHERE r.office = which AND r.role = session_user)
    OR (SELECT pg_has_role (session_user, relowner, 'USAGE') FROM pg_class WHERE oid = 'rang_engine'::regclass);
END $body$;

ALTER TABLE rang_offices ENABLE ROW LEVEL SECURITY;
CREATE POLICY rang_read ON rang_offices FOR SELECT USING (rang_belongs (office));
ALTER TABLE rang_roles ENABLE ROW LEVEL SECURITY;
CREATE POLICY rang_read ON rang_roles FOR SELECT USING (
  office = (SELECT rang_office ()) AND (SELECT rang_belongs (rang_office ())));
ALTER TABLE rang_commits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY rang_office ON rang_commits AS RESTRICTIVE USING (office = (SELECT rang_office ()));
CREATE POLICY rang_owner ON rang_commits TO CURRENT_USER USING (true);
CREATE POLICY rang_read ON rang_commits FOR SELECT USING ((SELECT rang_belongs (rang_office ())));

-- The last step of each transaction that writes: it is counted, it can be looked up by its id, and the others of the
-- office are told. What nobody can ask for any more is swept now and then.
CREATE FUNCTION rang_commit (commit text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
DECLARE
  mine bigint := rang_office ();
  next bigint;
BEGIN
  IF NOT rang_belongs (mine) THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'the office is not yours';
  END IF;
  SELECT coalesce (max (number), 0) + 1 INTO next FROM rang_commits WHERE office = mine;
  INSERT INTO rang_commits (office, number, id) VALUES (mine, next, commit);
  IF next % 256 = 0 THEN
    DELETE FROM rang_commits WHERE office = mine AND at < clock_timestamp () - interval '1 day' AND number < next;
  END IF;
  PERFORM pg_notify ('rang_' || mine, '');
END $body$;

-- A key that is not given takes the next number, in its office.
CREATE FUNCTION rang_next_number () RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE next bigint;
BEGIN
  EXECUTE format ('SELECT coalesce (max (%1$I), 0) + 1 FROM %2$I WHERE office = $1', TG_ARGV[0], TG_TABLE_NAME)
    INTO next USING NEW.office;
  NEW := jsonb_populate_record (NEW, jsonb_build_object (TG_ARGV[0], next));
  RETURN NEW;
END $body$;
