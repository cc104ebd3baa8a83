-- +goose Up
-- The look-back: what its rules read besides the facts of coverage, and the spans of organisations and instructors.

ALTER TABLE organisation_facts ADD COLUMN education_committee TINYINT(1) NOT NULL DEFAULT 0;
ALTER TABLE instructor_facts ADD COLUMN eligibility VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
ALTER TABLE instructor_facts ADD COLUMN eligibility_evidence VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '';

-- Whoever names a host is recomputed with it.
CREATE INDEX organisation_facts_host ON organisation_facts (host_id);

-- An officer's name is encrypted by the server.
CREATE TABLE officers (
  id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(2048) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  eligibility VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  eligibility_evidence VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX officers_organisation ON officers (organisation_id);

CREATE TABLE activities (
  id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_on DATE NOT NULL,
  content VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX activities_organisation ON activities (organisation_id, held_on);

CREATE TABLE leadership_facts (
  unit_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  one_person VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  exception_document VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  cross_appointed VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (unit_id, valid_from, since_version)
);

-- Dimensions of organisations and instructors; NULL in spans of other subjects.
ALTER TABLE span_classes ADD COLUMN organisation_kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
ALTER TABLE span_classes ADD COLUMN nature VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
ALTER TABLE span_classes ADD COLUMN basis VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
ALTER TABLE span_classes ADD COLUMN role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE organisation_spans (
  rule_set_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  class_id BIGINT NOT NULL,
  region_id BIGINT NOT NULL,
  zone_id BIGINT NOT NULL,
  place BIGINT NOT NULL,
  employees INT,
  full_members INT,
  members INT,
  founded_on DATE,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (rule_set_id, organisation_id, valid_from)
);

-- The name is the code: spans do not tell who an instructor is.
CREATE TABLE instructor_spans (
  rule_set_id BIGINT NOT NULL,
  instructor_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  class_id BIGINT NOT NULL,
  region_id BIGINT NOT NULL,
  zone_id BIGINT NOT NULL,
  place BIGINT NOT NULL,
  employees INT,
  full_members INT,
  members INT,
  founded_on DATE,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (rule_set_id, instructor_id, valid_from)
);

-- Subjects whose facts an import has changed and whose spans have not been computed anew yet.
CREATE TABLE stale_subjects (
  subject VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  PRIMARY KEY (subject, subject_id)
);
