-- +goose Up
-- The facts, their spans and the log of changes. Every fact row tells the commit that recorded it (since_version) and the
-- one that superseded it (until_version, exclusive, 9223372036854775807 while it is current). Ends of periods are exclusive;
-- 9999-12-31 is an open end.

CREATE TABLE data_state (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  rule_set_id BIGINT NOT NULL,
  building_rule_set_id BIGINT NOT NULL,
  demo TINYINT(1) NOT NULL,
  changed_at DATETIME(6) NOT NULL
);
INSERT INTO data_state VALUES (1, 0, 0, 0, 0, '1970-01-01 00:00:00');

CREATE TABLE imports (
  id BIGINT NOT NULL PRIMARY KEY,
  state VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorder VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  started_at DATETIME(6) NOT NULL,
  alive_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6),
  report LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
);

CREATE TABLE sources (
  id BIGINT NOT NULL PRIMARY KEY,
  import_id BIGINT,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  recorder VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);
CREATE INDEX sources_import ON sources (import_id);

CREATE TABLE commits (
  version BIGINT NOT NULL PRIMARY KEY,
  committed_at DATETIME(6) NOT NULL,
  source_id BIGINT NOT NULL,
  note VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);

-- changes names, per commit, the subjects whose facts or spans it touched, as ranges of ids, both ends inclusive.
CREATE TABLE changes (
  version BIGINT NOT NULL,
  subject VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_id BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  PRIMARY KEY (version, subject, first_id)
);

CREATE TABLE regions (
  id BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE region_facts (
  region_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  level VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent_id BIGINT NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (region_id, valid_from, since_version)
);
CREATE INDEX region_facts_code ON region_facts (code);

CREATE TABLE zones (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE
);

CREATE TABLE zone_facts (
  zone_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  region_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (zone_id, valid_from, since_version)
);

CREATE TABLE units (
  id BIGINT NOT NULL PRIMARY KEY,
  credit_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE
);

CREATE TABLE unit_facts (
  unit_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  domain VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  also_domain VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  control VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  region_id BIGINT NOT NULL,
  zone_id BIGINT NOT NULL,
  industry VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  employees INT,
  on_duty_staff INT,
  full_members INT,
  probationary_members INT,
  no_probationary_column TINYINT(1) NOT NULL,
  members_elsewhere INT,
  founded_on DATE NOT NULL,
  status VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_evidence VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  responsible_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  above_scale VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  school_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pupils INT,
  teachers INT,
  public_or_private VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  organ_kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  supervisor VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  supervisor_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (unit_id, valid_from, since_version)
);

CREATE TABLE unit_successions (
  unit_id BIGINT NOT NULL,
  predecessor_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  succeeded_on DATE NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (unit_id, predecessor_id, since_version)
);
CREATE INDEX unit_successions_predecessor ON unit_successions (predecessor_id);

CREATE TABLE organisations (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE
);

CREATE TABLE organisation_facts (
  organisation_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nature VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region_id BIGINT NOT NULL,
  parent_id BIGINT NOT NULL,
  set_up VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  established_on DATE NOT NULL,
  dissolved_on DATE NOT NULL,
  term_began_on DATE,
  term_ends_on DATE,
  approval_document VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  approved_on DATE,
  host_id BIGINT NOT NULL,
  full_members INT,
  probationary_members INT,
  territorial TINYINT(1) NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, valid_from, since_version)
);
CREATE INDEX organisation_facts_parent ON organisation_facts (parent_id);
CREATE INDEX organisation_facts_region ON organisation_facts (region_id);

CREATE TABLE covers (
  id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation_id BIGINT NOT NULL,
  instructor_id BIGINT NOT NULL,
  mass_organisation_id BIGINT NOT NULL,
  set_up VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  basis VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  end_reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX covers_unit ON covers (unit_id);
CREATE INDEX covers_organisation ON covers (organisation_id);
CREATE INDEX covers_instructor ON covers (instructor_id);
CREATE INDEX covers_mass_organisation ON covers (mass_organisation_id);

CREATE TABLE instructors (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE
);

CREATE TABLE instructor_facts (
  instructor_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  name VARCHAR(2048) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phone VARCHAR(2048) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region_id BIGINT NOT NULL,
  service_from DATE,
  service_to DATE,
  employer VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (instructor_id, valid_from, since_version)
);

CREATE TABLE visits (
  id BIGINT NOT NULL,
  instructor_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  visited_on DATE NOT NULL,
  content VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX visits_instructor ON visits (instructor_id, visited_on);
CREATE INDEX visits_unit ON visits (unit_id, visited_on);

CREATE TABLE mass_organisations (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE
);

CREATE TABLE mass_organisation_facts (
  mass_organisation_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region_id BIGINT NOT NULL,
  established_on DATE,
  dissolved_on DATE NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (mass_organisation_id, valid_from, since_version)
);

CREATE TABLE participations (
  id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  home_organisation_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  full_members INT,
  probationary_members INT,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX participations_organisation ON participations (organisation_id);
CREATE INDEX participations_home ON participations (home_organisation_id);

-- A candidate's name is encrypted by the server; the code is what people exchange.
CREATE TABLE candidates (
  id BIGINT NOT NULL,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  person_code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  unit_id BIGINT NOT NULL,
  name VARCHAR(2048) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  direction VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_on DATE NOT NULL,
  planned_on DATE,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX candidates_code ON candidates (code);
CREATE INDEX candidates_person ON candidates (person_code);
CREATE INDEX candidates_unit ON candidates (unit_id);

CREATE TABLE candidate_steps (
  id BIGINT NOT NULL,
  candidate_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  happened_on DATE NOT NULL,
  until_on DATE,
  amount INT NOT NULL,
  amount_unit VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  document VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  note VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX candidate_steps_candidate ON candidate_steps (candidate_id);

CREATE TABLE declared_returns (
  id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  year INT NOT NULL,
  table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  row_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  column_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  value BIGINT NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  PRIMARY KEY (id, since_version)
);
CREATE INDEX declared_returns_cell ON declared_returns (organisation_id, year);

-- Rule sets: catalogue and policy together. Spans belong to one; a new set is built beside the old one.
CREATE TABLE rule_sets (
  id BIGINT NOT NULL PRIMARY KEY,
  hash VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  ready_at DATETIME(6)
);

-- The texts of policies as they were set; the last one of a rule set is in force with it. Settings that change no span make a new
-- text of the same rule set.
CREATE TABLE policies (
  id BIGINT NOT NULL PRIMARY KEY,
  rule_set_id BIGINT NOT NULL,
  policy LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  recorder VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  set_at DATETIME(6) NOT NULL
);
CREATE INDEX policies_rule_set ON policies (rule_set_id);

-- span_classes holds each combination of the dimensions with few values, once; results packs three bits an indicator.
CREATE TABLE span_classes (
  id BIGINT NOT NULL PRIMARY KEY,
  domain VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  also_domain VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  control VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  industry VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  employee_band VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  above_scale VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_or_private VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  operation VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  establishment VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_up VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  work_means VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
  not_counted BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  results BIGINT NOT NULL
);

CREATE TABLE unit_spans (
  rule_set_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  class_id BIGINT NOT NULL,
  region_id BIGINT NOT NULL,
  zone_id BIGINT NOT NULL,
  place BIGINT NOT NULL,
  employees INT,
  full_members INT,
  members INT,
  founded_on DATE NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (rule_set_id, unit_id, valid_from)
);

-- access_keys holds only a hash of each key. region_id 0 is the whole country.
CREATE TABLE access_keys (
  id BIGINT NOT NULL PRIMARY KEY,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6),
  revoked_at DATETIME(6)
);
