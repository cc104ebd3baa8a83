package indicator

import "fugai/model"

// The rules read histories as the store hands them out.
type (
	// UnitHistory is all that the rules read of one unit.
	UnitHistory = model.UnitHistory
	// CoverHistory is a cover with the dated facts of its holder.
	CoverHistory = model.CoverHistory
)
