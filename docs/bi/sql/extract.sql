-- A nightly copy of the months by county into a database of its own, so that a dashboard does not count anew at every look. Run it as an
-- account that reads the views of fugai and writes fugai_bi. Readers see the old copy until the new one is whole. The work grows with
-- the number of indicators: name those that are shown.
CREATE DATABASE IF NOT EXISTS fugai_bi CHARACTER SET utf8mb4;
CREATE TABLE IF NOT EXISTS fugai_bi.coverage_monthly (
  period VARCHAR(32) NOT NULL,
  as_of DATE NOT NULL,
  provisional INT NOT NULL,
  data_version BIGINT NOT NULL,
  city_code VARCHAR(64),
  city_name VARCHAR(255),
  area_code VARCHAR(64),
  area_name VARCHAR(255),
  domain VARCHAR(32) NOT NULL,
  primary_domain INT NOT NULL,
  indicator VARCHAR(64) NOT NULL,
  indicator_title VARCHAR(255) NOT NULL,
  units BIGINT NOT NULL,
  met BIGINT NOT NULL,
  unmet BIGINT NOT NULL,
  unknown BIGINT NOT NULL,
  not_applicable BIGINT NOT NULL,
  exempt BIGINT NOT NULL
) CHARACTER SET utf8mb4;
-- At this level the copy reads without locks: imports go on.
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
START TRANSACTION;
DELETE FROM fugai_bi.coverage_monthly;
INSERT INTO fugai_bi.coverage_monthly (period, as_of, provisional, data_version, city_code, city_name, area_code, area_name, domain, primary_domain, indicator, indicator_title,
  units, met, unmet, unknown, not_applicable, exempt)
SELECT period, as_of, provisional, data_version, city_code, city_name, COALESCE(county_code, region_code) AS area_code,
  COALESCE(county_name, region_name) AS area_name, domain, primary_domain, indicator, indicator_title,
  SUM(units) AS units, SUM(met) AS met, SUM(unmet) AS unmet, SUM(unknown) AS unknown, SUM(not_applicable) AS not_applicable, SUM(exempt) AS exempt
FROM fugai.report_coverage_monthly
WHERE indicator IN ('ORGANISATION_COVERAGE', 'WORK_COVERAGE', 'TWO_COVERAGES')
GROUP BY period, as_of, provisional, data_version, city_code, city_name, COALESCE(county_code, region_code), COALESCE(county_name, region_name),
  domain, primary_domain, indicator, indicator_title;
COMMIT;
