-- Rules that somebody is still working on: one draft a person. What is active are the versions.
CREATE TABLE rule_drafts (
  person INTEGER PRIMARY KEY REFERENCES people (id),
  based_on INTEGER NOT NULL REFERENCES rule_versions (id),
  changed_at INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (body <> '')
) STRICT;
