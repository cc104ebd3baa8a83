SELECT city_code, city_name, COALESCE(county_code, region_code) AS area_code, COALESCE(county_name, region_name) AS area_name,
  SUM(units) AS units, SUM(met) AS numerator, SUM(met + unmet) AS denominator, SUM(unmet) AS gap,
  SUM(met) * 1e0 / NULLIF(SUM(met + unmet), 0) AS rate
FROM report_coverage_current
WHERE primary_domain = 1 AND indicator = 'TWO_COVERAGES'
GROUP BY city_code, city_name, COALESCE(county_code, region_code), COALESCE(county_name, region_name)
