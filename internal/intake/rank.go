package intake

import (
	"strings"

	"fugai/model"
)

// ranks puts the rows of a tree in an order in which what a row refers to comes before it or at the same rank. It holds a
// few words a row, so that it may be large.
type ranks struct {
	nodes map[string]*node
}

type node struct {
	refers []string
	rank   int // 0: not known yet
	busy   bool
}

// maxRank is where rows go whose references run in a circle; the registry says so.
const maxRank = 63

func newRanks() *ranks { return &ranks{nodes: map[string]*node{}} }

// note takes down what a record refers to.
func (r *ranks) note(rec *record) {
	code, refers := references(rec)
	n := r.nodes[code]
	if n == nil {
		n = &node{}
		r.nodes[strings.Clone(code)] = n
	}
	for _, ref := range refers {
		if ref != "" && ref != code {
			n.refers = append(n.refers, strings.Clone(ref))
		}
	}
}

// of is the rank of a record, from 0. Unreadable rows come first; they are only reported.
func (r *ranks) of(rec *record) int {
	code, _ := references(rec)
	return max(0, r.rank(code)-1)
}

func (r *ranks) rank(code string) int {
	n := r.nodes[code]
	switch {
	case n == nil:
		return 0
	case n.rank > 0:
		return n.rank
	case n.busy:
		return maxRank
	}
	n.busy = true
	rank := 1
	for _, ref := range n.refers {
		rank = max(rank, r.rank(ref)+1)
	}
	n.rank = min(rank, maxRank)
	return n.rank
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
