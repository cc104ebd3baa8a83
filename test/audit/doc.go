// Package audit runs the audits of GraphQL over HTTP from outside, as any client would.
package audit
