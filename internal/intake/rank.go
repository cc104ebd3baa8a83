package intake

import (
	"strings"

	"fugai/model"
)

// ranks puts the rows of a tree in an order in which what a row refers to comes before it or at the same rank. It stays in
// memory and grows by some 80 bytes an organisation or region, of which there are few beside the units.
type ranks struct {
	numbers map[string]int32 // of the codes of rows and of what they refer to, from 1
	nodes   []node           // by number
	edges   []edge           // from 1
}

type node struct {
	first int32 // of its edges; 0 without
	rank  int8  // 0: not known yet, or not in the file
	busy  bool
	// here tells that a row has the code.
	here bool
}

// edge is a reference to a number, and the place of the next one of the same node.
type edge struct{ to, next int32 }

// maxRank is where rows go whose references run in a circle; the registry says so.
const maxRank = 63

func newRanks() *ranks {
	return &ranks{numbers: map[string]int32{}, nodes: make([]node, 1), edges: make([]edge, 1)}
}

func (r *ranks) number(code string) int32 {
	n, known := r.numbers[code]
	if !known {
		n = int32(len(r.nodes))
		r.numbers[strings.Clone(code)], r.nodes = n, append(r.nodes, node{})
	}
	return n
}

// note takes down what a record refers to. Rows that share a code refer to what any of them does.
func (r *ranks) note(rec *record) {
	code, refers := references(rec)
	n := r.number(code)
	r.nodes[n].here = true
	for _, ref := range refers {
		if ref != "" && ref != code {
			r.refer(n, r.number(ref))
		}
	}
}

func (r *ranks) refer(n, to int32) {
	for e := r.nodes[n].first; e != 0; e = r.edges[e].next {
		if r.edges[e].to == to {
			return
		}
	}
	r.edges = append(r.edges, edge{to, r.nodes[n].first})
	r.nodes[n].first = int32(len(r.edges) - 1)
}

// of is the rank of a record, from 0. Unreadable rows come first; they are only reported.
func (r *ranks) of(rec *record) int {
	code, _ := references(rec)
	return max(0, int(r.rank(r.numbers[code]))-1)
}

func (r *ranks) rank(n int32) int8 {
	one := &r.nodes[n]
	switch {
	case !one.here || one.rank > 0:
		return one.rank
	case one.busy:
		return maxRank
	}
	one.busy = true
	rank := int8(1)
	for e := one.first; e != 0; e = r.edges[e].next {
		rank = max(rank, min(r.rank(r.edges[e].to)+1, maxRank))
	}
	one.rank = rank
	return rank
}

// references are the code of a row and those that it refers to within its own table.
func references(rec *record) (code string, refers []string) {
	h := rec.source.header
	switch h.table.stage {
	case stageRegions:
		c, _ := regionCode(h.cell("code", rec.cells), &h.cells)
		parent, _ := regionCode(h.cell("parent", rec.cells), &h.cells)
		if parent == "" {
			parent = above(c)
		}
		return string(c), []string{string(parent)}
	case stageOrganisations:
		return h.cell("code", rec.cells), []string{h.cell("parent_code", rec.cells), h.cell("host_code", rec.cells)}
	}
	return "", nil
}

// above is the code of the level above, as the digits say.
func above(code model.RegionCode) model.RegionCode {
	cut := map[model.RegionLevel]int{model.RegionLevelCity: 2, model.RegionLevelCounty: 4, model.RegionLevelTownship: 6, model.RegionLevelVillage: 9}
	n, ok := cut[code.Level()]
	if !ok {
		return ""
	}
	return code[:n] + model.RegionCode(strings.Repeat("0", 12-n))
}
