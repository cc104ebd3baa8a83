// Package property compares the answers of the cube with a naive evaluation of the facts in SQL, on random worlds and for random
// questions, on both databases. The naive side is a second reading of the rules: it shares no code with the first.
package property
