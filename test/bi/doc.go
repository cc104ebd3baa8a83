// Package bi runs the files that docs/bi.md ships for business-intelligence tools against a served province, on SQLite and on MariaDB, as
// the tools would, and compares their figures with those of the API.
package bi
