// Package seeds holds the reference data that the product can load on demand (divisions, industries, school types) and the
// generator of a synthetic demo province in the import format. It imports only model and the standard library.
package seeds
