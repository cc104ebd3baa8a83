-- +goose Up
-- Review rounds: findings that were frozen on a date, and what was done with each. A round is written once and closed once; its items
-- never change. How an item stands is its last act; since_version and until_version tell at which data versions that is so, valid_from
-- and valid_to on which days (the ends exclusive).

CREATE TABLE review_rounds (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  data_version INTEGER NOT NULL,
  rules TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  closed_by TEXT NOT NULL,
  until_version INTEGER NOT NULL
);

-- The name of an instructor is the code: rounds keep no persons.
CREATE TABLE review_items (
  id INTEGER NOT NULL PRIMARY KEY,
  round_id INTEGER NOT NULL,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  region_id INTEGER NOT NULL,
  since TEXT NOT NULL,
  finding TEXT NOT NULL,
  mend TEXT NOT NULL
);
CREATE UNIQUE INDEX review_items_order ON review_items (round_id, rule, code);
CREATE INDEX review_items_region ON review_items (round_id, region_id);

CREATE TABLE review_events (
  id INTEGER NOT NULL PRIMARY KEY,
  item_id INTEGER NOT NULL,
  round_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  state TEXT NOT NULL,
  actor TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  assigned_to INTEGER NOT NULL,
  due_on TEXT,
  note TEXT NOT NULL,
  since_version INTEGER NOT NULL,
  until_version INTEGER NOT NULL,
  source_id INTEGER NOT NULL
);
CREATE UNIQUE INDEX review_events_item ON review_events (item_id, since_version);
CREATE INDEX review_events_state ON review_events (round_id, state, assigned_to);
