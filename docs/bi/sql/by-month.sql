SELECT period, as_of, provisional, domain,
  CASE domain WHEN 'NON_PUBLIC_ENTERPRISE' THEN '非公有制企业' WHEN 'SOCIAL_ORGANISATION' THEN '社会组织' WHEN 'SCHOOL' THEN '学校'
    WHEN 'STATE_OWNED_ENTERPRISE' THEN '国有企业' WHEN 'ORGAN' THEN '机关' END AS domain_name,
  SUM(met) AS numerator, SUM(met + unmet) AS denominator,
  SUM(met) * 1e0 / NULLIF(SUM(met + unmet), 0) AS rate
FROM report_coverage_monthly
WHERE indicator = 'TWO_COVERAGES'
GROUP BY period, as_of, provisional, domain
