-- +goose Up
-- From here on spans tell a name only where it changes: an empty one is that of the span before. Spans of before tell every name and are read
-- as they are, but for organisations that had none, which the character 24 says from now on. Units and instructors always have one.
UPDATE organisation_spans SET name = char(24) WHERE name = '';
