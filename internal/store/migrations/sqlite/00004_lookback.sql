-- +goose Up
-- The look-back: what its rules read besides the facts of coverage, and the spans of organisations and instructors.

ALTER TABLE organisation_facts ADD COLUMN education_committee INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instructor_facts ADD COLUMN eligibility TEXT;
ALTER TABLE instructor_facts ADD COLUMN eligibility_evidence TEXT NOT NULL DEFAULT '';

-- Whoever names a host is recomputed with it.
CREATE INDEX organisation_facts_host ON organisation_facts (host_id) WHERE host_id <> 0;

-- An officer's name is encrypted by the server.
CREATE TABLE officers (
  id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  eligibility TEXT,
  eligibility_evidence TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX officers_organisation ON officers (organisation_id);

CREATE TABLE activities (
  id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  held_on TEXT NOT NULL,
  content TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX activities_organisation ON activities (organisation_id, held_on);

CREATE TABLE leadership_facts (
  unit_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  one_person TEXT,
  exception_document TEXT NOT NULL,
  cross_appointed TEXT,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (unit_id, valid_from, since_version)
) WITHOUT ROWID;

-- Dimensions of organisations and instructors; NULL in spans of other subjects.
ALTER TABLE span_classes ADD COLUMN organisation_kind TEXT;
ALTER TABLE span_classes ADD COLUMN nature TEXT;
ALTER TABLE span_classes ADD COLUMN basis TEXT;
ALTER TABLE span_classes ADD COLUMN role TEXT;

CREATE TABLE organisation_spans (
  rule_set_id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  class_id INTEGER NOT NULL,
  region_id INTEGER NOT NULL,
  zone_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  employees INTEGER,
  full_members INTEGER,
  members INTEGER,
  founded_on TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (rule_set_id, organisation_id, valid_from)
) WITHOUT ROWID;

-- The name is the code: spans do not tell who an instructor is.
CREATE TABLE instructor_spans (
  rule_set_id INTEGER NOT NULL,
  instructor_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  class_id INTEGER NOT NULL,
  region_id INTEGER NOT NULL,
  zone_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  employees INTEGER,
  full_members INTEGER,
  members INTEGER,
  founded_on TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (rule_set_id, instructor_id, valid_from)
) WITHOUT ROWID;

-- Subjects whose facts an import has changed and whose spans have not been computed anew yet.
CREATE TABLE stale_subjects (
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (subject, subject_id)
) WITHOUT ROWID;
