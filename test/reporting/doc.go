// Package reporting tests that the reporting views answer in plain SQL what the cube answers in GraphQL.
package reporting
