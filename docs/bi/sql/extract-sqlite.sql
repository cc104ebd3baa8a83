-- The same copy from a SQLite file into another one: sqlite3 fugai.db < extract-sqlite.sql. Give tools the file fugai-bi.db only.
ATTACH DATABASE 'fugai-bi.db' AS fugai_bi;
BEGIN;
DROP TABLE IF EXISTS fugai_bi.coverage_monthly;
CREATE TABLE fugai_bi.coverage_monthly AS
SELECT period, as_of, provisional, data_version, city_code, city_name, COALESCE(county_code, region_code) AS area_code,
  COALESCE(county_name, region_name) AS area_name, domain, primary_domain, indicator, indicator_title,
  SUM(units) AS units, SUM(met) AS met, SUM(unmet) AS unmet, SUM(unknown) AS unknown, SUM(not_applicable) AS not_applicable, SUM(exempt) AS exempt
FROM report_coverage_monthly
WHERE indicator IN ('ORGANISATION_COVERAGE', 'WORK_COVERAGE', 'TWO_COVERAGES')
GROUP BY period, as_of, provisional, data_version, city_code, city_name, COALESCE(county_code, region_code), COALESCE(county_name, region_name),
  domain, primary_domain, indicator, indicator_title;
COMMIT;
DETACH DATABASE fugai_bi;
