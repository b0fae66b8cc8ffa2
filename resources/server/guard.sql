-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the server itself enforces, in PostgreSQL's own words: who is connected, what that person may do, and that the
-- log only grows. Run by the role that owns the schema, as often as the rights or the schema change; the policies and
-- triggers of each table are added by rang-store-guard.c from the office's table of rights.

-- No function below looks for a table where a client could have put one of its own.
SELECT set_config ('search_path', quote_ident (current_schema ()) || ', pg_temp', true);

-- The guard is that of all offices of the database: one after the other.
SELECT pg_advisory_xact_lock (x'52616e67'::bigint);

ALTER TABLE rang_roles DROP CONSTRAINT IF EXISTS rang_roles_person;
ALTER TABLE rang_roles ADD CONSTRAINT rang_roles_person FOREIGN KEY (office, person) REFERENCES people (office, id);

-- What a role of the office may do (rang-permission.c), and which of that an entry's word stands for.
CREATE TABLE IF NOT EXISTS rang_rights (role text, action text, PRIMARY KEY (role, action));
CREATE TABLE IF NOT EXISTS rang_words (word text, action text, PRIMARY KEY (word, action));
DELETE FROM rang_rights;
DELETE FROM rang_words;

CREATE OR REPLACE FUNCTION rang_person () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT r.person FROM rang_roles r JOIN people p ON p.id = r.person 
    WHERE r.office = rang_office () AND r.role = session_user AND p.active = 1
$body$;

CREATE OR REPLACE FUNCTION rang_today () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT (now () AT TIME ZONE (SELECT zone FROM settings))::date - date '1970-01-01'
$body$;

-- The office's roles that the connected person has today: the own ones that no deputy has, and those as a deputy.
CREATE OR REPLACE FUNCTION rang_grants () RETURNS TABLE (role text, department bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT r.role, r.department FROM person_roles r
    WHERE r.person = rang_person () AND NOT EXISTS (
      SELECT 1 FROM deputies d JOIN people p ON p.id = d.person
      WHERE d.behalf = r.person AND d.role = r.role AND d.department IS NOT DISTINCT FROM r.department
        AND rang_today () BETWEEN d.from_day AND d.to_day AND p.active = 1)
  UNION ALL
  SELECT d.role, d.department FROM deputies d JOIN person_roles r
    ON r.person = d.behalf AND r.role = d.role AND r.department IS NOT DISTINCT FROM d.department
    JOIN people p ON p.id = d.behalf
    WHERE d.person = rang_person () AND rang_today () BETWEEN d.from_day AND d.to_day AND p.active = 1
$body$;

-- Whether the connected person may do one of that; '*' is what everybody who works here may. A right that holds for one
-- department counts for what concerns it, or concerns none.
CREATE OR REPLACE FUNCTION rang_may (actions text[], concerns bigint DEFAULT NULL) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT rang_person () IS NOT NULL AND ('*' = ANY (actions) OR EXISTS (
    SELECT 1 FROM rang_grants () g JOIN rang_rights r ON r.role = g.role
    WHERE r.action = ANY (actions) AND (concerns IS NULL OR g.department IS NULL OR g.department = concerns)))
$body$;

-- Those for which the connected person may do one of that by a right that holds for one department.
CREATE OR REPLACE FUNCTION rang_departments (actions text[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT coalesce (array_agg (g.department), ARRAY[]::bigint[])
    FROM rang_grants () g JOIN rang_rights r ON r.role = g.role
    WHERE r.action = ANY (actions) AND g.department IS NOT NULL
$body$;

CREATE OR REPLACE FUNCTION rang_may_log (what text, who bigint, behalf bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT rang_may (coalesce ((SELECT array_agg (action) FROM rang_words WHERE word = what), ARRAY['']))
    AND (who = rang_person () OR (who IS NULL AND what = 'refused-attempt'))
    AND (behalf IS NULL OR EXISTS (SELECT 1 FROM deputies d WHERE d.person = who AND d.behalf = rang_may_log.behalf))
$body$;

-- Whether this transaction wrote the entry, as the connected person, by one of these rights.
CREATE OR REPLACE FUNCTION rang_wrote (number bigint, actions text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $body$
  SELECT EXISTS (SELECT 1 FROM log l WHERE l.entry = number AND l.who = rang_person ()
    AND l.xmin = pg_current_xact_id ()::xid
    AND EXISTS (SELECT 1 FROM rang_words w WHERE w.word = l.what AND w.action = ANY (actions)
                AND rang_may (ARRAY[w.action])))
$body$;

CREATE OR REPLACE FUNCTION rang_owns (which oid) RETURNS boolean
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $body$
  SELECT pg_has_role (session_user, relowner, 'USAGE') FROM pg_class WHERE oid = which
$body$;

-- One chain: an entry is the next one and names the last one's hash, whoever writes it.
CREATE OR REPLACE FUNCTION rang_guard_chain () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
DECLARE last record;
BEGIN
  SELECT l.entry, l.hash INTO last FROM log l ORDER BY l.entry DESC LIMIT 1;
  IF FOUND AND (NEW.entry <> last.entry + 1 OR NEW.previous <> last.hash) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'the log refuses to be changed';
  END IF;
  RETURN NEW;
END $body$;

-- Columns that only some may change: pairs of columns and rights, each parted by spaces; no right is nobody.
CREATE OR REPLACE FUNCTION rang_guard_columns () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
  old_row jsonb;
  new_row jsonb;
  place bigint;
BEGIN
  IF rang_owns (TG_RELID) THEN RETURN NEW; END IF;
  old_row := to_jsonb (OLD);
  new_row := to_jsonb (NEW);
  place := CASE WHEN new_row ? 'department' THEN (new_row ->> 'department')::bigint END;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    IF EXISTS (SELECT 1 FROM unnest (string_to_array (TG_ARGV[2 * i], ' ')) c
               WHERE old_row -> c IS DISTINCT FROM new_row -> c)
       AND NOT rang_may (string_to_array (TG_ARGV[2 * i + 1], ' '), place) THEN
      RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
        MESSAGE = format ('%s is not yours to change (%s)', TG_ARGV[2 * i], TG_TABLE_NAME);
    END IF;
  END LOOP;
  RETURN NEW;
END $body$;

-- Who does not form the board may add orders to it and take them away, and leaves the order of the rest alone.
CREATE OR REPLACE FUNCTION rang_guard_ranking () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
  before text[];
  after text[] := string_to_array (NEW.ranking, ' ');
BEGIN
  IF rang_owns (TG_RELID) OR rang_may (string_to_array (TG_ARGV[0], ' ')) THEN RETURN NEW; END IF;
  SELECT string_to_array (b.ranking, ' ') INTO before FROM board_revisions b
    WHERE b.day = NEW.day AND b.unit = NEW.unit ORDER BY b.revision DESC LIMIT 1;
  IF FOUND AND (SELECT array_agg (o ORDER BY i) FROM unnest (after) WITH ORDINALITY u (o, i) WHERE o = ANY (before))
     IS DISTINCT FROM
     (SELECT array_agg (o ORDER BY i) FROM unnest (before) WITH ORDINALITY u (o, i) WHERE o = ANY (after)) THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'the ranking is not yours to change';
  END IF;
  RETURN NEW;
END $body$;

-- No decision without its entry: at the commit, the log's newest entry is of this transaction and of this person.
CREATE OR REPLACE FUNCTION rang_guard_entry () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
  IF rang_owns (TG_RELID) OR EXISTS (
    SELECT 1 FROM log l WHERE l.entry = (SELECT max (m.entry) FROM log m) AND l.xmin = pg_current_xact_id ()::xid
      AND (l.who = rang_person () OR l.who IS NULL)) THEN RETURN NULL; END IF;
  RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'a change without an entry in the log';
END $body$;

DO $body$
BEGIN
  EXECUTE format ('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database ());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $body$;
