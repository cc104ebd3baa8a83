package indicator

import "fugai/model"

// sorts is a set of the sorts of cover that rules tell apart: by an organisation whose nature counts (one sort a set-up), by one
// whose nature does not count, and by each means of work. What an indicator counts is a set of sorts.
type sorts uint16

const (
	standalone sorts = 1 << iota
	joint
	affiliated
	combined
	uncountedStandalone
	uncountedJoint
	uncountedAffiliated
	uncountedCombined
	byInstructor
	byLiaison
	byTradeUnion
	byYouthLeague
	byWomensFederation
)

const (
	ofOrganisations = standalone<<8 - 1
	byPeople        = byInstructor | byLiaison
	ofWork          = byInstructor | byLiaison | byTradeUnion | byYouthLeague | byWomensFederation
)

func organisationSort(s model.SetUp, natureCounts bool) sorts {
	if natureCounts {
		return standalone << (s - model.SetUpStandalone)
	}
	return uncountedStandalone << (s - model.SetUpStandalone)
}

func workSort(m model.WorkMeans) sorts {
	if m == 0 || m == model.WorkMeansNone {
		return 0
	}
	return byInstructor << (m - model.WorkMeansInstructor)
}

// truth is the answer to a question on facts that may not have been reported.
type truth uint8

const (
	no truth = iota
	unknown
	yes
)

func known(b bool) truth {
	if b {
		return yes
	}
	return no
}

// atLeast asks whether a count reaches a number.
func atLeast(c model.Count, n int) truth {
	if !c.Known() {
		return unknown
	}
	return known(c.Int() >= n)
}

// not is yes where the answer is no, and the reverse.
func not(t truth) truth { return yes - t }

// all is yes where each answer is, no where one is no, and unknown otherwise.
func all(answers ...truth) truth {
	least := yes
	for _, a := range answers {
		least = min(least, a)
	}
	return least
}
