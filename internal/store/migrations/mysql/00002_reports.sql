-- +goose Up
-- What business-intelligence tools read: counts of units by dimension and indicator, never a unit, a person or a count of members. The
-- rows of report_today, report_months and report_indicators are set by the server; the views answer for them.

CREATE TABLE report_today (
  id BIGINT NOT NULL PRIMARY KEY,
  day DATE NOT NULL
);

-- The months that have a row: whole ones by their last day, and the current one by today.
CREATE TABLE report_months (
  period VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  day DATE NOT NULL,
  provisional TINYINT(1) NOT NULL
);

-- The indicators that views show, and where span_classes.results holds theirs. One that tells of members has no row here.
CREATE TABLE report_indicators (
  indicator VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  title VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  shift INT NOT NULL
);

-- The views read with the rights of the account that migrated, so that an account for reports needs rights on the views only.
-- Regions as the tree of each reported day has them, with their ancestors by level.
CREATE SQL SECURITY DEFINER VIEW report_regions AS
SELECT m.day, r0.region_id, r0.code, r0.name, r0.level, r1.code AS parent_code, r1.name AS parent_name,
  CASE WHEN r0.level = 'PROVINCE' THEN r0.code WHEN r1.level = 'PROVINCE' THEN r1.code WHEN r2.level = 'PROVINCE' THEN r2.code WHEN r3.level = 'PROVINCE' THEN r3.code WHEN r4.level = 'PROVINCE' THEN r4.code END AS province_code,
  CASE WHEN r0.level = 'PROVINCE' THEN r0.name WHEN r1.level = 'PROVINCE' THEN r1.name WHEN r2.level = 'PROVINCE' THEN r2.name WHEN r3.level = 'PROVINCE' THEN r3.name WHEN r4.level = 'PROVINCE' THEN r4.name END AS province_name,
  CASE WHEN r0.level = 'CITY' THEN r0.code WHEN r1.level = 'CITY' THEN r1.code WHEN r2.level = 'CITY' THEN r2.code WHEN r3.level = 'CITY' THEN r3.code WHEN r4.level = 'CITY' THEN r4.code END AS city_code,
  CASE WHEN r0.level = 'CITY' THEN r0.name WHEN r1.level = 'CITY' THEN r1.name WHEN r2.level = 'CITY' THEN r2.name WHEN r3.level = 'CITY' THEN r3.name WHEN r4.level = 'CITY' THEN r4.name END AS city_name,
  CASE WHEN r0.level = 'COUNTY' THEN r0.code WHEN r1.level = 'COUNTY' THEN r1.code WHEN r2.level = 'COUNTY' THEN r2.code WHEN r3.level = 'COUNTY' THEN r3.code WHEN r4.level = 'COUNTY' THEN r4.code END AS county_code,
  CASE WHEN r0.level = 'COUNTY' THEN r0.name WHEN r1.level = 'COUNTY' THEN r1.name WHEN r2.level = 'COUNTY' THEN r2.name WHEN r3.level = 'COUNTY' THEN r3.name WHEN r4.level = 'COUNTY' THEN r4.name END AS county_name,
  CASE WHEN r0.level = 'TOWNSHIP' THEN r0.code WHEN r1.level = 'TOWNSHIP' THEN r1.code WHEN r2.level = 'TOWNSHIP' THEN r2.code WHEN r3.level = 'TOWNSHIP' THEN r3.code WHEN r4.level = 'TOWNSHIP' THEN r4.code END AS township_code,
  CASE WHEN r0.level = 'TOWNSHIP' THEN r0.name WHEN r1.level = 'TOWNSHIP' THEN r1.name WHEN r2.level = 'TOWNSHIP' THEN r2.name WHEN r3.level = 'TOWNSHIP' THEN r3.name WHEN r4.level = 'TOWNSHIP' THEN r4.name END AS township_name,
  CASE WHEN r0.level = 'VILLAGE' THEN r0.code WHEN r1.level = 'VILLAGE' THEN r1.code WHEN r2.level = 'VILLAGE' THEN r2.code WHEN r3.level = 'VILLAGE' THEN r3.code WHEN r4.level = 'VILLAGE' THEN r4.code END AS village_code,
  CASE WHEN r0.level = 'VILLAGE' THEN r0.name WHEN r1.level = 'VILLAGE' THEN r1.name WHEN r2.level = 'VILLAGE' THEN r2.name WHEN r3.level = 'VILLAGE' THEN r3.name WHEN r4.level = 'VILLAGE' THEN r4.name END AS village_name
FROM report_months m
JOIN region_facts r0 ON r0.until_version = 9223372036854775807 AND r0.valid_from <= m.day AND r0.valid_to > m.day
LEFT JOIN region_facts r1 ON r1.region_id = r0.parent_id AND r1.until_version = 9223372036854775807 AND r1.valid_from <= m.day AND r1.valid_to > m.day
LEFT JOIN region_facts r2 ON r2.region_id = r1.parent_id AND r2.until_version = 9223372036854775807 AND r2.valid_from <= m.day AND r2.valid_to > m.day
LEFT JOIN region_facts r3 ON r3.region_id = r2.parent_id AND r3.until_version = 9223372036854775807 AND r3.valid_from <= m.day AND r3.valid_to > m.day
LEFT JOIN region_facts r4 ON r4.region_id = r3.parent_id AND r4.until_version = 9223372036854775807 AND r4.valid_from <= m.day AND r4.valid_to > m.day;

-- The result of each class of spans by indicator: 1 met, 2 unmet, 3 unknown, 4 not applicable, 5 exempt.
CREATE SQL SECURITY DEFINER VIEW report_results AS
SELECT c.id AS class_id, i.indicator, i.title, (c.results >> i.shift) & 7 AS result
FROM span_classes c CROSS JOIN report_indicators i;

-- The classes by domain: a unit that also counts in a second domain has a second row there, with primary_domain 0.
CREATE SQL SECURITY DEFINER VIEW report_classes AS
SELECT id AS class_id, domain, 1 AS primary_domain, control, size, CASE WHEN industry = '' THEN 'UNKNOWN' ELSE industry END AS industry,
  CASE WHEN establishment LIKE 'NOT_ESTABLISHED%' THEN 'NOT_ESTABLISHED' ELSE establishment END AS establishment, set_up, work_means
FROM span_classes
UNION ALL
SELECT id, also_domain, 0, control, size, CASE WHEN industry = '' THEN 'UNKNOWN' ELSE industry END,
  CASE WHEN establishment LIKE 'NOT_ESTABLISHED%' THEN 'NOT_ESTABLISHED' ELSE establishment END, set_up, work_means
FROM span_classes WHERE also_domain IS NOT NULL;

-- Coverage as of today: one row a leaf region, indicator and combination of dimensions.
CREATE SQL SECURITY DEFINER VIEW report_coverage_current AS
SELECT v.day AS as_of, v.version AS data_version,
  r.code AS region_code, r.name AS region_name, r.level AS region_level, r.parent_code, r.parent_name,
  r.province_code, r.province_name, r.city_code, r.city_name, r.county_code, r.county_name,
  r.township_code, r.township_name, r.village_code, r.village_name,
  v.domain, v.primary_domain, v.industry, v.size, v.control, v.establishment, v.set_up, v.work_means, v.indicator, v.title AS indicator_title,
  v.units, v.met, v.unmet, v.unknown, v.not_applicable, v.exempt,
  v.met_employees, v.unmet_employees, v.unknown_employees, v.not_applicable_employees, v.exempt_employees, v.employees_missing
FROM (
  SELECT g.day, g.version, g.region_id, k.domain, k.primary_domain, k.industry, k.size, k.control, k.establishment, k.set_up, k.work_means, x.indicator, x.title,
    SUM(g.units) AS units,
    SUM(CASE WHEN x.result = 1 THEN g.units ELSE 0 END) AS met,
    SUM(CASE WHEN x.result = 2 THEN g.units ELSE 0 END) AS unmet,
    SUM(CASE WHEN x.result = 3 THEN g.units ELSE 0 END) AS unknown,
    SUM(CASE WHEN x.result = 4 THEN g.units ELSE 0 END) AS not_applicable,
    SUM(CASE WHEN x.result = 5 THEN g.units ELSE 0 END) AS exempt,
    SUM(CASE WHEN x.result = 1 THEN g.employees ELSE 0 END) AS met_employees,
    SUM(CASE WHEN x.result = 2 THEN g.employees ELSE 0 END) AS unmet_employees,
    SUM(CASE WHEN x.result = 3 THEN g.employees ELSE 0 END) AS unknown_employees,
    SUM(CASE WHEN x.result = 4 THEN g.employees ELSE 0 END) AS not_applicable_employees,
    SUM(CASE WHEN x.result = 5 THEN g.employees ELSE 0 END) AS exempt_employees,
    SUM(g.employees_missing) AS employees_missing
  FROM (
    SELECT t.day, d.version, s.region_id, s.class_id, COUNT(*) AS units,
      SUM(COALESCE(s.employees, 0)) AS employees, SUM(CASE WHEN s.employees IS NULL THEN 1 ELSE 0 END) AS employees_missing
    FROM report_today t
    JOIN data_state d ON d.id = 1
    JOIN unit_spans s ON s.rule_set_id = d.rule_set_id AND s.valid_from <= t.day AND s.valid_to > t.day
    GROUP BY t.day, d.version, s.region_id, s.class_id
  ) g
  JOIN report_classes k ON k.class_id = g.class_id
  JOIN report_results x ON x.class_id = g.class_id
  GROUP BY g.day, g.version, g.region_id, k.domain, k.primary_domain, k.industry, k.size, k.control, k.establishment, k.set_up, k.work_means, x.indicator, x.title
) v
LEFT JOIN report_regions r ON r.day = v.day AND r.region_id = v.region_id;

-- Coverage at the end of each month, the current one as of today and provisional.
CREATE SQL SECURITY DEFINER VIEW report_coverage_monthly AS
SELECT v.period, v.day AS as_of, v.provisional, v.version AS data_version,
  r.code AS region_code, r.name AS region_name, r.level AS region_level, r.parent_code, r.parent_name,
  r.province_code, r.province_name, r.city_code, r.city_name, r.county_code, r.county_name,
  r.township_code, r.township_name, r.village_code, r.village_name,
  v.domain, v.primary_domain, v.size, v.control, v.indicator, v.title AS indicator_title,
  v.units, v.met, v.unmet, v.unknown, v.not_applicable, v.exempt,
  v.met_employees, v.unmet_employees, v.unknown_employees, v.not_applicable_employees, v.exempt_employees, v.employees_missing
FROM (
  SELECT g.period, g.day, g.provisional, g.version, g.region_id, k.domain, k.primary_domain, k.size, k.control, x.indicator, x.title,
    SUM(g.units) AS units,
    SUM(CASE WHEN x.result = 1 THEN g.units ELSE 0 END) AS met,
    SUM(CASE WHEN x.result = 2 THEN g.units ELSE 0 END) AS unmet,
    SUM(CASE WHEN x.result = 3 THEN g.units ELSE 0 END) AS unknown,
    SUM(CASE WHEN x.result = 4 THEN g.units ELSE 0 END) AS not_applicable,
    SUM(CASE WHEN x.result = 5 THEN g.units ELSE 0 END) AS exempt,
    SUM(CASE WHEN x.result = 1 THEN g.employees ELSE 0 END) AS met_employees,
    SUM(CASE WHEN x.result = 2 THEN g.employees ELSE 0 END) AS unmet_employees,
    SUM(CASE WHEN x.result = 3 THEN g.employees ELSE 0 END) AS unknown_employees,
    SUM(CASE WHEN x.result = 4 THEN g.employees ELSE 0 END) AS not_applicable_employees,
    SUM(CASE WHEN x.result = 5 THEN g.employees ELSE 0 END) AS exempt_employees,
    SUM(g.employees_missing) AS employees_missing
  FROM (
    SELECT m.period, m.day, m.provisional, d.version, s.region_id, s.class_id, COUNT(*) AS units,
      SUM(COALESCE(s.employees, 0)) AS employees, SUM(CASE WHEN s.employees IS NULL THEN 1 ELSE 0 END) AS employees_missing
    FROM report_months m
    JOIN data_state d ON d.id = 1
    JOIN unit_spans s ON s.rule_set_id = d.rule_set_id AND s.valid_from <= m.day AND s.valid_to > m.day
    GROUP BY m.period, m.day, m.provisional, d.version, s.region_id, s.class_id
  ) g
  JOIN report_classes k ON k.class_id = g.class_id
  JOIN report_results x ON x.class_id = g.class_id
  GROUP BY g.period, g.day, g.provisional, g.version, g.region_id, k.domain, k.primary_domain, k.size, k.control, x.indicator, x.title
) v
LEFT JOIN report_regions r ON r.day = v.day AND r.region_id = v.region_id;
