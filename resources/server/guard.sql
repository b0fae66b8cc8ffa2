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

-- The head of the log, kept apart from it, is what the log ends with, and is signed with one's own key.
CREATE OR REPLACE FUNCTION rang_guard_head () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
  last record;
  kept text;
BEGIN
  IF rang_owns (TG_RELID) THEN RETURN NEW; END IF;
  SELECT l.entry, l.hash INTO last FROM log l ORDER BY l.entry DESC LIMIT 1;
  SELECT CASE WHEN count (*) > 0 THEN encode (sha256 (convert_to (
      string_agg (line, '' ORDER BY line COLLATE "C"), 'UTF8')), 'hex') END INTO kept
    FROM (SELECT concat (kind, ' ', row_key, ' ', digest, E'\n') AS line FROM witnesses WHERE entry = NEW.entry) l;
  IF NEW.entry IS DISTINCT FROM last.entry OR NEW.hash IS DISTINCT FROM last.hash OR NEW.witness IS DISTINCT FROM kept
     OR NEW.witnessed < OLD.witnessed THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'the head of the log is what the log ends with';
  END IF;
  IF (NEW.signed_entry, NEW.signed_hash, NEW.signed_witness, NEW.signed_key, NEW.signed_signature) IS DISTINCT FROM
     (OLD.signed_entry, OLD.signed_hash, OLD.signed_witness, OLD.signed_key, OLD.signed_signature)
     AND (NEW.signed_entry IS DISTINCT FROM last.entry OR NEW.signed_hash IS DISTINCT FROM last.hash
          OR NOT EXISTS (SELECT 1 FROM person_keys k WHERE k.public = NEW.signed_key AND k.person = rang_person ())) THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'the head of the log is signed by others';
  END IF;
  RETURN NEW;
END $body$;

-- What rows held is kept with the newest entry, by who wrote that; conflicts are found by whoever looks at the board.
CREATE OR REPLACE FUNCTION rang_guard_witness () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE last record;
BEGIN
  IF rang_owns (TG_RELID) THEN RETURN NEW; END IF;
  SELECT l.entry, l.who, l.xmin = pg_current_xact_id ()::xid AS mine INTO last FROM log l ORDER BY l.entry DESC LIMIT 1;
  IF NEW.entry IS DISTINCT FROM last.entry OR (TG_OP = 'UPDATE' AND (NEW.entry, NEW.kind, NEW.row_key) IS DISTINCT FROM
      (OLD.entry, OLD.kind, OLD.row_key)) OR NEW.digest !~ '^([0-9a-f]{64})?$' THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'a witness never changes';
  END IF;
  IF NOT last.mine AND NEW.kind NOT IN ('conflicts', 'conflict_subjects')
     AND NOT EXISTS (SELECT 1 FROM chain_head h WHERE h.witnessed = 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'a witness belongs to an entry of one''s own';
  END IF;
  RETURN NEW;
END $body$;

-- Numbers of orders are given one after the other, and never again.
CREATE OR REPLACE FUNCTION rang_guard_counter () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
  IF rang_owns (TG_RELID) OR (NEW.name = OLD.name AND NEW.value = OLD.value + 1) THEN RETURN NEW; END IF;
  RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'a counter only counts';
END $body$;

-- Whoever looks at the board finds conflicts, open; deciding them is for those who may (rang_guard_columns).
CREATE OR REPLACE FUNCTION rang_guard_conflict () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
  IF rang_owns (TG_RELID) OR (NEW.state = 'open' AND NEW.decided_by IS NULL AND NEW.note IS NULL
      AND NEW.decided_at IS NULL AND NEW.decided_entry IS NULL) THEN RETURN NEW; END IF;
  RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'a conflict begins open';
END $body$;

-- Whom and what a conflict is about stays once it is decided, but for those who decide.
CREATE OR REPLACE FUNCTION rang_guard_subject () RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE about bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.conflict ELSE NEW.conflict END;
BEGIN
  IF rang_owns (TG_RELID) OR (TG_OP <> 'UPDATE' AND EXISTS (
    SELECT 1 FROM conflicts c WHERE c.id = about
      AND (c.state <> 'decided' OR rang_may (string_to_array (TG_ARGV[0], ' '))))) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'what was decided stays as it was';
END $body$;

DO $body$
BEGIN
  EXECUTE format ('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database ());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $body$;
