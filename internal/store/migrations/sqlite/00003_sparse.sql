-- +goose Up
-- A cover has one holder; the other two are 0. Indexes without the zeros are smaller and cost nothing for covers of another kind.
DROP INDEX covers_organisation;
DROP INDEX covers_instructor;
DROP INDEX covers_mass_organisation;
CREATE INDEX covers_organisation ON covers (organisation_id) WHERE organisation_id <> 0;
CREATE INDEX covers_instructor ON covers (instructor_id) WHERE instructor_id <> 0;
CREATE INDEX covers_mass_organisation ON covers (mass_organisation_id) WHERE mass_organisation_id <> 0;
