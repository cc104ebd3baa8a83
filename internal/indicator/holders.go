package indicator

import "fugai/model"

// holders counts organisations as far as rules ask: none, one and which, or several.
type holders struct {
	one     model.OrganisationID
	several bool
}

func (h *holders) add(id model.OrganisationID) {
	if h.one == 0 {
		h.one = id
	}
	h.several = h.several || h.one != id
}

// differs tells whether there is a pair of different organisations, one of each.
func (h holders) differs(o holders) bool {
	return h.one != 0 && o.one != 0 && (h.several || o.several || h.one != o.one)
}
