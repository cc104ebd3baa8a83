-- An account that reads the two reporting views of the database fugai and nothing else. Run it as the administrator of the database.
-- SHOW VIEW lets a tool ask which columns a view has; without it Superset finds the views and cannot use them.
CREATE USER 'report'@'%' IDENTIFIED BY 'choose-a-password';
GRANT SELECT, SHOW VIEW ON fugai.report_coverage_current TO 'report'@'%';
GRANT SELECT, SHOW VIEW ON fugai.report_coverage_monthly TO 'report'@'%';
