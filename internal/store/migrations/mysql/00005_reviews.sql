-- +goose Up
-- Review rounds: findings that were frozen on a date, and what was done with each. A round is written once and closed once; its items
-- never change. How an item stands is its last act; since_version and until_version tell at which data versions that is so, valid_from
-- and valid_to on which days (the ends exclusive).

CREATE TABLE review_rounds (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  title VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  region_id BIGINT NOT NULL,
  as_of DATE NOT NULL,
  data_version BIGINT NOT NULL,
  rules TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  closed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  until_version BIGINT NOT NULL
);

-- The name of an instructor is the code: rounds keep no persons.
CREATE TABLE review_items (
  id BIGINT NOT NULL PRIMARY KEY,
  round_id BIGINT NOT NULL,
  rule VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  region_id BIGINT NOT NULL,
  since DATE NOT NULL,
  finding TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mend TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);
CREATE UNIQUE INDEX review_items_order ON review_items (round_id, rule, code);
CREATE INDEX review_items_region ON review_items (round_id, region_id);

CREATE TABLE review_events (
  id BIGINT NOT NULL PRIMARY KEY,
  item_id BIGINT NOT NULL,
  round_id BIGINT NOT NULL,
  act VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  assigned_to BIGINT NOT NULL,
  due_on DATE,
  note VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  since_version BIGINT NOT NULL,
  until_version BIGINT NOT NULL,
  source_id BIGINT NOT NULL
);
CREATE UNIQUE INDEX review_events_item ON review_events (item_id, since_version);
CREATE INDEX review_events_state ON review_events (round_id, state, assigned_to);
