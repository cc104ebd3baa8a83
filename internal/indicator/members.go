package indicator

import "slices"

// Catalogue is the list of all indicators, in the order in which results are packed.
func Catalogue() []*Indicator { return slices.Clone(catalogue) }

// TellsMembers tells whether the result of a single unit reveals something of its members: whether it has any, or enough.
func (in *Indicator) TellsMembers() bool {
	for i := range in.Definitions {
		for _, fact := range in.Definitions[i].facts {
			if fact == fullMembers || fact == probationaryMembers {
				return true
			}
		}
	}
	return false
}
