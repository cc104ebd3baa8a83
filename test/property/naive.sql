-- A naive reading of the rules for every unit on every day of naive_day, straight from the current facts, in SQL that SQLite
-- and MariaDB read alike; dates are numbers, YYYYMMDD, which MariaDB takes as dates. Each statement makes one table of a step of
-- the reasoning. The columns of naive_day are the days and the policy that holds on each.

CREATE TABLE naive_fact AS
SELECT * FROM unit_facts WHERE until_version = 9223372036854775807;

CREATE INDEX naive_fact_unit ON naive_fact (unit_id, valid_from);

-- Whoever can hold a cover: what is reported of it, row by row, and when its life or service ended by that report.
CREATE TABLE naive_holder AS
SELECT 'O' AS holder, organisation_id AS id, valid_from, valid_to, dissolved_on AS ended_on, kind AS what, nature, parent_id, region_id, set_up, territorial
FROM organisation_facts WHERE until_version = 9223372036854775807
UNION ALL
SELECT 'I', instructor_id, valid_from, valid_to, service_to, role, NULL, 0, region_id, NULL, 0
FROM instructor_facts WHERE until_version = 9223372036854775807
UNION ALL
SELECT 'M', mass_organisation_id, valid_from, valid_to, dissolved_on, kind, NULL, 0, region_id, NULL, 0
FROM mass_organisation_facts WHERE until_version = 9223372036854775807;

CREATE INDEX naive_holder_id ON naive_holder (holder, id, valid_from);

CREATE TABLE naive_cover AS
SELECT c.id, c.unit_id, c.kind, c.set_up, c.valid_from, c.valid_to, COALESCE(o.code, '') AS code,
  CASE WHEN c.organisation_id <> 0 THEN 'O' WHEN c.instructor_id <> 0 THEN 'I' ELSE 'M' END AS holder,
  c.organisation_id + c.instructor_id + c.mass_organisation_id AS holder_id
FROM covers c LEFT JOIN organisations o ON o.id = c.organisation_id
WHERE c.until_version = 9223372036854775807;

-- The days on which a cover ceased to be in force: its own end, or that of its holder, where it was in force the day before. A
-- holder had ended on a day when a report that holds on that day, or a later one, tells an end by it.
CREATE TABLE naive_end AS
SELECT c.id AS cover_id, e.ended_on
FROM naive_cover c
JOIN (
  SELECT id AS cover_id, valid_to AS ended_on FROM naive_cover
  UNION
  SELECT k.id, h.ended_on FROM naive_cover k JOIN naive_holder h ON h.holder = k.holder AND h.id = k.holder_id
) e ON e.cover_id = c.id
WHERE c.valid_from < e.ended_on AND e.ended_on <= c.valid_to AND e.ended_on < 99991231
AND NOT EXISTS (
  SELECT 1 FROM naive_holder x
  WHERE x.holder = c.holder AND x.id = c.holder_id AND x.ended_on < e.ended_on AND e.ended_on <= x.valid_to);

CREATE INDEX naive_end_cover ON naive_end (cover_id, ended_on);

CREATE TABLE naive_standing AS
SELECT d.d, c.id AS cover_id, c.unit_id, c.kind, c.set_up, c.valid_from, c.code, c.holder, c.holder_id,
  CASE WHEN d.d < c.valid_to AND NOT EXISTS (
    SELECT 1 FROM naive_holder h
    WHERE h.holder = c.holder AND h.id = c.holder_id AND h.ended_on <= d.d AND d.d < h.valid_to) THEN 1 ELSE 0 END AS in_force,
  (SELECT MAX(e.ended_on) FROM naive_end e WHERE e.cover_id = c.id AND e.ended_on <= d.d) AS ended_on
FROM naive_day d JOIN naive_cover c ON c.valid_from <= d.d;

-- Covers in force as their holders are on the day, and ended ones as theirs were on the last day in force. The first report of a
-- holder also tells of the time before it.
CREATE TABLE naive_seen AS
SELECT s.d, s.cover_id, s.unit_id, s.kind, s.valid_from, s.code, s.holder_id, s.in_force, s.ended_on, h.what, h.parent_id,
  CASE WHEN s.kind = 'WORK' THEN h.what ELSE COALESCE(s.set_up, h.set_up, 'AFFILIATED') END AS way,
  CASE WHEN s.kind = 'WORK' OR h.nature IN ('REGULAR', 'MOBILE') OR h.nature = 'TEMPORARY' AND d.temporary = 1 THEN 1 ELSE 0 END AS counts
FROM naive_standing s
JOIN naive_day d ON d.d = s.d
JOIN naive_holder h ON h.holder = s.holder AND h.id = s.holder_id AND h.valid_from = COALESCE(
  (SELECT MAX(x.valid_from) FROM naive_holder x WHERE x.holder = s.holder AND x.id = s.holder_id
    AND (s.in_force = 1 AND x.valid_from <= s.d OR s.in_force = 0 AND x.valid_from < s.ended_on)),
  (SELECT MIN(x.valid_from) FROM naive_holder x WHERE x.holder = s.holder AND x.id = s.holder_id))
WHERE s.in_force = 1 OR s.ended_on IS NOT NULL;

-- How a unit is covered on a day: by a counting organisation in each way, by one whose nature does not count (u), by an
-- instructor, a liaison, a trade union, the Youth League, a women's federation; and, with e before, how it once was.
CREATE TABLE naive_covered AS
SELECT w.d, w.unit_id,
  MAX(CASE WHEN in_force = 1 AND counts = 1 AND way = 'STANDALONE' THEN 1 ELSE 0 END) AS s,
  MAX(CASE WHEN in_force = 1 AND counts = 1 AND way = 'JOINT' THEN 1 ELSE 0 END) AS j,
  MAX(CASE WHEN in_force = 1 AND counts = 1 AND way = 'AFFILIATED' THEN 1 ELSE 0 END) AS a,
  MAX(CASE WHEN in_force = 1 AND counts = 1 AND way = 'COMBINED' THEN 1 ELSE 0 END) AS c,
  MAX(CASE WHEN in_force = 1 AND counts = 0 THEN 1 ELSE 0 END) AS u,
  MAX(CASE WHEN in_force = 1 AND way = 'INSTRUCTOR' THEN 1 ELSE 0 END) AS i,
  MAX(CASE WHEN in_force = 1 AND way = 'LIAISON' THEN 1 ELSE 0 END) AS l,
  MAX(CASE WHEN in_force = 1 AND way = 'TRADE_UNION' THEN 1 ELSE 0 END) AS t,
  MAX(CASE WHEN in_force = 1 AND way = 'YOUTH_LEAGUE' THEN 1 ELSE 0 END) AS y,
  MAX(CASE WHEN in_force = 1 AND way = 'WOMENS_FEDERATION' THEN 1 ELSE 0 END) AS w,
  MAX(CASE WHEN in_force = 0 AND counts = 1 AND way = 'STANDALONE' THEN 1 ELSE 0 END) AS es,
  MAX(CASE WHEN in_force = 0 AND counts = 1 AND way = 'JOINT' THEN 1 ELSE 0 END) AS ej,
  MAX(CASE WHEN in_force = 0 AND counts = 1 AND way = 'AFFILIATED' THEN 1 ELSE 0 END) AS ea,
  MAX(CASE WHEN in_force = 0 AND counts = 1 AND way = 'COMBINED' THEN 1 ELSE 0 END) AS ec,
  MAX(CASE WHEN in_force = 0 AND way = 'INSTRUCTOR' THEN 1 ELSE 0 END) AS ei,
  MAX(CASE WHEN in_force = 0 AND way = 'LIAISON' THEN 1 ELSE 0 END) AS el,
  MAX(CASE WHEN in_force = 0 AND way = 'TRADE_UNION' THEN 1 ELSE 0 END) AS et,
  MAX(CASE WHEN in_force = 0 AND way = 'YOUTH_LEAGUE' THEN 1 ELSE 0 END) AS ey,
  MAX(CASE WHEN in_force = 0 AND way = 'WOMENS_FEDERATION' THEN 1 ELSE 0 END) AS ew,
  MIN(CASE WHEN in_force = 1 AND counts = 1 AND (way = 'STANDALONE' OR way = 'AFFILIATED' AND n.own_affiliated = 1)
    THEN CASE what WHEN 'COMMITTEE' THEN 1 WHEN 'WORKING_COMMITTEE' THEN 1 WHEN 'GENERAL_BRANCH' THEN 2 ELSE 3 END END) AS own_kind
FROM naive_seen w JOIN naive_day n ON n.d = w.d
GROUP BY w.d, w.unit_id;

CREATE INDEX naive_covered_unit ON naive_covered (d, unit_id);

-- The cover under which a unit is grouped: the strongest way, then the earliest begin, then the code.
CREATE TABLE naive_strongest AS
SELECT d, unit_id, way, what, holder_id, parent_id FROM (
  SELECT d, unit_id, way, what, holder_id, parent_id, ROW_NUMBER() OVER (PARTITION BY d, unit_id ORDER BY
    CASE way WHEN 'STANDALONE' THEN 1 WHEN 'JOINT' THEN 2 WHEN 'AFFILIATED' THEN 3 ELSE 4 END, valid_from, code) AS place
  FROM naive_seen WHERE in_force = 1 AND kind = 'ORGANISATION') ranked
WHERE place = 1;

CREATE INDEX naive_strongest_unit ON naive_strongest (d, unit_id);

-- The means of Party work under which a unit is grouped.
CREATE TABLE naive_work AS
SELECT d, unit_id, way FROM (
  SELECT d, unit_id, way, ROW_NUMBER() OVER (PARTITION BY d, unit_id ORDER BY
    CASE way WHEN 'INSTRUCTOR' THEN 1 WHEN 'LIAISON' THEN 2 WHEN 'TRADE_UNION' THEN 3 WHEN 'YOUTH_LEAGUE' THEN 4 ELSE 5 END, cover_id) AS place
  FROM naive_seen WHERE in_force = 1 AND kind = 'WORK') ranked
WHERE place = 1;

CREATE INDEX naive_work_unit ON naive_work (d, unit_id);

-- The organisation's cover that ended last, while that organisation exists, with what is reported of it on the day.
CREATE TABLE naive_last AS
SELECT k.d, k.unit_id, COALESCE(c.set_up, h.set_up, 'AFFILIATED') AS way, h.what, k.holder_id, h.parent_id
FROM (
  SELECT d, unit_id, cover_id, holder_id, ROW_NUMBER() OVER (PARTITION BY d, unit_id ORDER BY ended_on DESC, valid_from DESC, code) AS place
  FROM naive_seen WHERE in_force = 0 AND kind = 'ORGANISATION') k
JOIN naive_cover c ON c.id = k.cover_id
JOIN naive_holder h ON h.holder = 'O' AND h.id = k.holder_id AND h.valid_from = COALESCE(
  (SELECT MAX(x.valid_from) FROM naive_holder x WHERE x.holder = 'O' AND x.id = k.holder_id AND x.valid_from <= k.d),
  (SELECT MIN(x.valid_from) FROM naive_holder x WHERE x.holder = 'O' AND x.id = k.holder_id))
WHERE k.place = 1 AND NOT EXISTS (
  SELECT 1 FROM naive_holder x WHERE x.holder = 'O' AND x.id = k.holder_id AND x.ended_on <= k.d AND k.d < x.valid_to);

CREATE INDEX naive_last_unit ON naive_last (d, unit_id);

-- The units founded by the day, with the report that holds on it; the first report also tells of the time before it.
CREATE TABLE naive_unit AS
SELECT d.d, f.unit_id, z.founded_on AS founded, f.name, f.region_id, f.zone_id, f.industry, f.responsible_id, f.employees, f.full_members AS f,
  COALESCE(f.probationary_members, CASE WHEN f.no_probationary_column = 1 THEN 0 END) AS p,
  CASE f.status WHEN 'ACTIVE' THEN 'OPERATING' ELSE f.status END AS operation,
  CASE WHEN f.domain NOT IN ('NON_PUBLIC_ENTERPRISE', 'STATE_OWNED_ENTERPRISE') THEN f.domain
    WHEN f.control IN ('STATE', 'COLLECTIVE') THEN 'STATE_OWNED_ENTERPRISE'
    WHEN f.control IN ('PRIVATE', 'HK_MACAO_TAIWAN', 'FOREIGN') THEN 'NON_PUBLIC_ENTERPRISE'
    ELSE f.domain END AS domain,
  CASE WHEN f.also_domain IS NULL THEN ''
    WHEN f.also_domain NOT IN ('NON_PUBLIC_ENTERPRISE', 'STATE_OWNED_ENTERPRISE') THEN f.also_domain
    WHEN f.control IN ('STATE', 'COLLECTIVE') THEN 'STATE_OWNED_ENTERPRISE'
    WHEN f.control IN ('PRIVATE', 'HK_MACAO_TAIWAN', 'FOREIGN') THEN 'NON_PUBLIC_ENTERPRISE'
    ELSE f.also_domain END AS also_domain,
  COALESCE(f.control, 'UNKNOWN') AS control, COALESCE(f.size, 'UNKNOWN') AS size, COALESCE(f.kind, 'NONE') AS kind,
  CASE WHEN f.employees < 50 THEN 'UNDER_50' WHEN f.employees < 100 THEN 'FROM_50_TO_99' WHEN f.employees >= 100 THEN 'FROM_100' ELSE 'UNKNOWN' END AS band,
  COALESCE(f.above_scale, 'UNKNOWN') AS above_scale, COALESCE(f.public_or_private, 'UNKNOWN') AS public_or_private,
  CASE f.public_or_private WHEN 'PRIVATE' THEN 1 WHEN 'PUBLIC' THEN 0 END AS private,
  d.stand_alone, d.count_joint, d.count_affiliated, d.count_combined, d.count_women,
  COALESCE(v.s, 0) AS s, COALESCE(v.j, 0) AS j, COALESCE(v.a, 0) AS a, COALESCE(v.c, 0) AS c, COALESCE(v.u, 0) AS u,
  COALESCE(v.i, 0) AS i, COALESCE(v.l, 0) AS l, COALESCE(v.t, 0) AS t, COALESCE(v.y, 0) AS y, COALESCE(v.w, 0) AS w,
  COALESCE(v.es, 0) AS es, COALESCE(v.ej, 0) AS ej, COALESCE(v.ea, 0) AS ea, COALESCE(v.ec, 0) AS ec,
  COALESCE(v.ei, 0) AS ei, COALESCE(v.el, 0) AS el, COALESCE(v.et, 0) AS et, COALESCE(v.ey, 0) AS ey, COALESCE(v.ew, 0) AS ew,
  v.own_kind
FROM naive_day d
JOIN naive_fact z ON z.valid_from = (SELECT MAX(x.valid_from) FROM naive_fact x WHERE x.unit_id = z.unit_id) AND z.founded_on <= d.d
JOIN naive_fact f ON f.unit_id = z.unit_id AND f.valid_from = COALESCE(
  (SELECT MAX(x.valid_from) FROM naive_fact x WHERE x.unit_id = z.unit_id AND x.valid_from <= d.d),
  (SELECT MIN(x.valid_from) FROM naive_fact x WHERE x.unit_id = z.unit_id))
LEFT JOIN naive_covered v ON v.d = d.d AND v.unit_id = z.unit_id;

-- What the results read: the row of the return, and whether a counted organisation, or counted work, covers the unit.
CREATE TABLE naive_row AS
SELECT b.*,
  CASE WHEN operation <> 'OPERATING' THEN 'NONE'
    WHEN own_kind = 1 THEN 'OWN_COMMITTEE' WHEN own_kind = 2 THEN 'OWN_GENERAL_BRANCH' WHEN own_kind = 3 THEN 'OWN_BRANCH'
    WHEN j = 1 THEN 'JOINT'
    WHEN f >= stand_alone THEN 'NOT_ESTABLISHED_DUE'
    WHEN f IS NULL THEN 'NOT_ESTABLISHED_NOT_REPORTED'
    WHEN f >= 1 OR p >= 1 THEN 'NOT_ESTABLISHED_FEW'
    WHEN f = 0 AND p = 0 THEN 'NOT_ESTABLISHED_NONE'
    ELSE 'NOT_ESTABLISHED_NOT_REPORTED' END AS establishment,
  CASE WHEN f >= stand_alone THEN 'DUE_NOT_ESTABLISHED'
    WHEN f IS NULL OR f = 0 AND p IS NULL THEN 'MEMBERS_NOT_REPORTED'
    WHEN f + COALESCE(p, 0) >= 1 THEN 'MEMBERS_BELOW_THRESHOLD'
    ELSE 'NO_MEMBERS' END AS reason,
  CASE WHEN s = 1 OR j = 1 AND count_joint = 1 OR a = 1 AND count_affiliated = 1 OR c = 1 AND count_combined = 1 THEN 1 ELSE 0 END AS organised,
  CASE WHEN es = 1 OR ej = 1 AND count_joint = 1 OR ea = 1 AND count_affiliated = 1 OR ec = 1 AND count_combined = 1 THEN 1 ELSE 0 END AS once_organised,
  CASE WHEN u = 1 OR j = 1 AND count_joint = 0 OR a = 1 AND count_affiliated = 0 OR c = 1 AND count_combined = 0 THEN 1 ELSE 0 END AS vainly_organised,
  CASE WHEN i = 1 OR l = 1 OR t = 1 OR y = 1 OR w = 1 AND count_women = 1 THEN 1 ELSE 0 END AS worked,
  CASE WHEN ei = 1 OR el = 1 OR et = 1 OR ey = 1 OR ew = 1 AND count_women = 1 THEN 1 ELSE 0 END AS once_worked,
  CASE WHEN w = 1 AND count_women = 0 THEN 1 ELSE 0 END AS vainly_worked,
  CASE WHEN domain = 'NON_PUBLIC_ENTERPRISE' OR also_domain = 'NON_PUBLIC_ENTERPRISE' THEN 1 ELSE 0 END AS non_public,
  CASE WHEN domain = 'STATE_OWNED_ENTERPRISE' OR also_domain = 'STATE_OWNED_ENTERPRISE' THEN 1 ELSE 0 END AS state_owned,
  CASE WHEN domain = 'SCHOOL' OR also_domain = 'SCHOOL' THEN 1 ELSE 0 END AS school
FROM naive_unit b;

CREATE INDEX naive_row_unit ON naive_row (d, unit_id)
