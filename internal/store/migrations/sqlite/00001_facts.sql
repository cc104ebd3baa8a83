-- +goose Up
-- The facts, their spans and the log of changes. Every fact row tells the commit that recorded it (since_version) and the
-- one that superseded it (until_version, exclusive, 9223372036854775807 while it is current). Ends of periods are exclusive;
-- 9999-12-31 is an open end.

CREATE TABLE data_state (
  id INTEGER NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  rule_set_id INTEGER NOT NULL,
  building_rule_set_id INTEGER NOT NULL,
  demo INTEGER NOT NULL,
  changed_at TEXT NOT NULL
);
INSERT INTO data_state VALUES (1, 0, 0, 0, 0, '1970-01-01 00:00:00');

CREATE TABLE imports (
  id INTEGER NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  recorder TEXT NOT NULL,
  started_at TEXT NOT NULL,
  alive_at TEXT NOT NULL,
  finished_at TEXT,
  report TEXT
);

CREATE TABLE sources (
  id INTEGER NOT NULL PRIMARY KEY,
  import_id INTEGER,
  name TEXT NOT NULL,
  recorder TEXT NOT NULL
);
CREATE INDEX sources_import ON sources (import_id);

CREATE TABLE commits (
  version INTEGER NOT NULL PRIMARY KEY,
  committed_at TEXT NOT NULL,
  source_id INTEGER NOT NULL,
  note TEXT NOT NULL
);

-- changes names, per commit, the subjects whose facts or spans it touched, as ranges of ids, both ends inclusive.
CREATE TABLE changes (
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (version, subject, first_id)
) WITHOUT ROWID;

CREATE TABLE regions (
  id INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE region_facts (
  region_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  parent_id INTEGER NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (region_id, valid_from, since_version)
) WITHOUT ROWID;
CREATE INDEX region_facts_code ON region_facts (code);

CREATE TABLE zones (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);

CREATE TABLE zone_facts (
  zone_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  region_id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (zone_id, valid_from, since_version)
) WITHOUT ROWID;

CREATE TABLE units (
  id INTEGER NOT NULL PRIMARY KEY,
  credit_code TEXT NOT NULL UNIQUE
);

CREATE TABLE unit_facts (
  unit_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  name TEXT NOT NULL,
  domain TEXT NOT NULL,
  also_domain TEXT,
  control TEXT,
  region_id INTEGER NOT NULL,
  zone_id INTEGER NOT NULL,
  industry TEXT NOT NULL,
  size TEXT,
  employees INTEGER,
  on_duty_staff INTEGER,
  full_members INTEGER,
  probationary_members INTEGER,
  no_probationary_column INTEGER NOT NULL,
  members_elsewhere INTEGER,
  founded_on TEXT NOT NULL,
  status TEXT NOT NULL,
  status_evidence TEXT NOT NULL,
  responsible_id INTEGER NOT NULL,
  kind TEXT,
  above_scale TEXT,
  school_type TEXT NOT NULL,
  pupils INTEGER,
  teachers INTEGER,
  public_or_private TEXT,
  organ_kind TEXT,
  supervisor TEXT NOT NULL,
  supervisor_code TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (unit_id, valid_from, since_version)
) WITHOUT ROWID;

CREATE TABLE unit_successions (
  unit_id INTEGER NOT NULL,
  predecessor_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  succeeded_on TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (unit_id, predecessor_id, since_version)
) WITHOUT ROWID;
CREATE INDEX unit_successions_predecessor ON unit_successions (predecessor_id);

CREATE TABLE organisations (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);

CREATE TABLE organisation_facts (
  organisation_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  nature TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  parent_id INTEGER NOT NULL,
  set_up TEXT,
  established_on TEXT NOT NULL,
  dissolved_on TEXT NOT NULL,
  term_began_on TEXT,
  term_ends_on TEXT,
  approval_document TEXT NOT NULL,
  approved_on TEXT,
  host_id INTEGER NOT NULL,
  full_members INTEGER,
  probationary_members INTEGER,
  territorial INTEGER NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, valid_from, since_version)
) WITHOUT ROWID;
CREATE INDEX organisation_facts_parent ON organisation_facts (parent_id);
CREATE INDEX organisation_facts_region ON organisation_facts (region_id);

CREATE TABLE covers (
  id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  organisation_id INTEGER NOT NULL,
  instructor_id INTEGER NOT NULL,
  mass_organisation_id INTEGER NOT NULL,
  set_up TEXT,
  basis TEXT,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  end_reason TEXT,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX covers_unit ON covers (unit_id);
CREATE INDEX covers_organisation ON covers (organisation_id);
CREATE INDEX covers_instructor ON covers (instructor_id);
CREATE INDEX covers_mass_organisation ON covers (mass_organisation_id);

CREATE TABLE instructors (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);

CREATE TABLE instructor_facts (
  instructor_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  role TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  service_from TEXT,
  service_to TEXT,
  employer TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (instructor_id, valid_from, since_version)
) WITHOUT ROWID;

CREATE TABLE visits (
  id INTEGER NOT NULL,
  instructor_id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  visited_on TEXT NOT NULL,
  content TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX visits_instructor ON visits (instructor_id, visited_on);
CREATE INDEX visits_unit ON visits (unit_id, visited_on);

CREATE TABLE mass_organisations (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);

CREATE TABLE mass_organisation_facts (
  mass_organisation_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  established_on TEXT,
  dissolved_on TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (mass_organisation_id, valid_from, since_version)
) WITHOUT ROWID;

CREATE TABLE participations (
  id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  home_organisation_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  full_members INTEGER,
  probationary_members INTEGER,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX participations_organisation ON participations (organisation_id);
CREATE INDEX participations_home ON participations (home_organisation_id);

-- A candidate's name is encrypted by the server; the code is what people exchange.
CREATE TABLE candidates (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  person_code TEXT NOT NULL,
  unit_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  direction TEXT NOT NULL,
  begun_on TEXT NOT NULL,
  planned_on TEXT,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX candidates_code ON candidates (code);
CREATE INDEX candidates_person ON candidates (person_code);
CREATE INDEX candidates_unit ON candidates (unit_id);

CREATE TABLE candidate_steps (
  id INTEGER NOT NULL,
  candidate_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  until_on TEXT,
  amount INTEGER NOT NULL,
  amount_unit TEXT NOT NULL,
  outcome TEXT,
  document TEXT NOT NULL,
  note TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX candidate_steps_candidate ON candidate_steps (candidate_id);

CREATE TABLE declared_returns (
  id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  value INTEGER NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (id, since_version)
) WITHOUT ROWID;
CREATE INDEX declared_returns_cell ON declared_returns (organisation_id, year);

-- Rule sets: catalogue and policy together. Spans belong to one; a new set is built beside the old one.
CREATE TABLE rule_sets (
  id INTEGER NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ready_at TEXT
);

-- The texts of policies as they were set; the last one of a rule set is in force with it. Settings that change no span make a new
-- text of the same rule set.
CREATE TABLE policies (
  id INTEGER NOT NULL PRIMARY KEY,
  rule_set_id INTEGER NOT NULL,
  policy TEXT NOT NULL,
  recorder TEXT NOT NULL,
  set_at TEXT NOT NULL
);
CREATE INDEX policies_rule_set ON policies (rule_set_id);

-- span_classes holds each combination of the dimensions with few values, once; results packs three bits an indicator.
CREATE TABLE span_classes (
  id INTEGER NOT NULL PRIMARY KEY,
  domain TEXT NOT NULL,
  also_domain TEXT,
  control TEXT NOT NULL,
  size TEXT NOT NULL,
  industry TEXT NOT NULL,
  kind TEXT NOT NULL,
  employee_band TEXT NOT NULL,
  above_scale TEXT NOT NULL,
  public_or_private TEXT NOT NULL,
  operation TEXT NOT NULL,
  establishment TEXT NOT NULL,
  set_up TEXT NOT NULL,
  work_means TEXT NOT NULL,
  reason TEXT,
  not_counted INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  results INTEGER NOT NULL
);

CREATE TABLE unit_spans (
  rule_set_id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  class_id INTEGER NOT NULL,
  region_id INTEGER NOT NULL,
  zone_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  employees INTEGER,
  full_members INTEGER,
  members INTEGER,
  founded_on TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (rule_set_id, unit_id, valid_from)
) WITHOUT ROWID;

-- access_keys holds only a hash of each key. region_id 0 is the whole country.
CREATE TABLE access_keys (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
);
