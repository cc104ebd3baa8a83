package indicator

import (
	"strings"

	"fugai/model"
)

// verdict is the result where the question is whether something is wrong.
func verdict(wrong truth) model.Result {
	return [...]model.Result{no: model.ResultMet, unknown: model.ResultUnknown, yes: model.ResultUnmet}[wrong]
}

// found is verdict where the answer is known.
func found(wrong bool) model.Result { return verdict(known(wrong)) }

// regularBranch tells whether it is an ordinary branch, neither temporary nor functional nor mobile.
func (d *organisationDay) regularBranch() bool {
	return d.kind() == model.OrganisationKindBranch && d.nature() == model.OrganisationNatureRegular
}

func jointTooWide(d *organisationDay) model.Result {
	if n := &d.units; n.covered[model.SetUpJoint] == 0 || n.bases[model.JointBasisRegion] > 0 || n.bases[model.JointBasisTrade] > 0 {
		return model.ResultNotApplicable
	}
	units, sort := d.units.joint()
	limit := d.rules.widthFor(sort)
	return found(limit.On && units > limit.Units)
}

func fewerThanThree(d *organisationDay) model.Result {
	if !d.regularBranch() || d.combined() {
		return model.ResultNotApplicable
	}
	return verdict(not(atLeast(d.fact.FullMembers, d.rules.standAlone)))
}

func branchOverFifty(d *organisationDay) model.Result {
	if d.kind() != model.OrganisationKindBranch {
		return model.ResultNotApplicable
	}
	return verdict(d.membersReach(d.rules.branchAtMost + 1))
}

// membersReach asks whether f + p reaches a number, which one of the two may tell.
func (d *organisationDay) membersReach(n int) truth {
	f, p := d.fact.FullMembers, d.fact.ProbationaryMembers
	switch {
	case f.Int()+p.Int() >= n:
		return yes
	case f.Known() && p.Known():
		return no
	}
	return unknown
}

// kindAgainstSize is about organisations that keep memberships: neither temporary nor functional nor combined ones, and not those that
// stand over a region or a system.
func kindAgainstSize(d *organisationDay) model.Result {
	limit := d.membersOfKind()
	if limit == 0 || d.nature() == model.OrganisationNatureTemporary || d.nature() == model.OrganisationNatureFunctional || d.combined() ||
		d.fact.Territorial || d.fact.EducationCommittee || d.top() {
		return model.ResultNotApplicable
	}
	if d.fact.ApprovalDocument != "" {
		return model.ResultMet
	}
	return verdict(not(d.membersReach(limit)))
}

// membersOfKind is how many members the kind asks for; 0 where it asks for none.
func (d *organisationDay) membersOfKind() int {
	switch d.kind() {
	case model.OrganisationKindGeneralBranch:
		return d.rules.generalBranch
	case model.OrganisationKindCommittee:
		return d.rules.committee
	}
	return 0
}

func noRecordedActivity(d *organisationDay) model.Result {
	switch {
	case !d.regularBranch():
		return model.ResultNotApplicable
	case d.active == 0:
		return model.ResultUnknown
	}
	return found(d.on > d.activityDue())
}

// activityDue is the last day on which the next activity is in time.
func (d *organisationDay) activityDue() model.Date {
	return max(d.established, d.active).AddMonths(d.rules.activityMonths)
}

// elects tells whether its committee or secretary is elected for a term.
func (d *organisationDay) elects() bool {
	return d.nature() == model.OrganisationNatureRegular && d.kind() != model.OrganisationKindWorkingCommittee
}

// ofTerm judges organisations that elect, by a term that was reported.
func ofTerm(wrong func(d *organisationDay, term *model.OrganisationFact) truth) func(*organisationDay) model.Result {
	return func(d *organisationDay) model.Result {
		switch {
		case !d.elects():
			return model.ResultNotApplicable
		case d.term == nil:
			return model.ResultUnknown
		}
		return verdict(wrong(d, d.term))
	}
}

func termOverrun(d *organisationDay, term *model.OrganisationFact) truth {
	return known(d.on > term.TermEndsOn)
}

func termReminder(d *organisationDay, term *model.OrganisationFact) truth {
	return known(d.on <= term.TermEndsOn && d.on >= term.TermEndsOn.AddMonths(-d.rules.reminderMonths))
}

// termLength lets a term end on the day on which the next one begins, or on the day before.
func termLength(d *organisationDay, term *model.OrganisationFact) truth {
	if term.TermBeganOn == 0 {
		return unknown
	}
	end := term.TermBeganOn.AddMonths(12 * d.termYears(term))
	return known(term.TermEndsOn != end && term.TermEndsOn != end-1)
}

// termYears is the length that the policy gives the kind on the day on which the term began: an election follows the rule of its day.
func (d *organisationDay) termYears(term *model.OrganisationFact) int {
	rules := d.rs.on(term.TermBeganOn)
	switch {
	case d.kind() == model.OrganisationKindCommittee:
		return rules.termCommittee
	case d.kind() == model.OrganisationKindGeneralBranch:
		return rules.termGeneralBranch
	case d.ofVillage():
		return rules.termVillageBranch
	}
	return rules.termBranch
}

// ofVillage tells a branch of a village or community from that of a unit: it is recorded as territorial, or named so, and is no unit's
// own. Villages' and residents' committees are no units.
func (d *organisationDay) ofVillage() bool {
	if d.kind() != model.OrganisationKindBranch || d.units.covered[model.SetUpStandalone] > 0 {
		return false
	}
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(d.fact.Name, "委员会"), "支部"), "党")
	return d.fact.Territorial || name != d.fact.Name && (strings.HasSuffix(name, "村") || strings.HasSuffix(name, "社区"))
}

func secretaryMissing(d *organisationDay) model.Result {
	if !d.staffed {
		return model.ResultUnknown
	}
	return found(len(d.secretaries) == 0)
}

func secretaryNotEligible(d *organisationDay) model.Result {
	if !d.staffed {
		return model.ResultUnknown
	}
	if len(d.secretaries) == 0 {
		return model.ResultNotApplicable
	}
	wrong := no
	for _, s := range d.secretaries {
		switch s.Eligibility {
		case model.EligibilityEligible:
		case model.EligibilityNotEligible:
			wrong = yes
		default:
			wrong = max(wrong, unknown)
		}
	}
	return verdict(wrong)
}

// ofOwnUnits judges organisations that units claim as their own.
func ofOwnUnits(wrong func(*organisationDay) bool) func(*organisationDay) model.Result {
	return func(d *organisationDay) model.Result {
		if d.units.covered[model.SetUpStandalone] == 0 {
			return model.ResultNotApplicable
		}
		return found(wrong(d))
	}
}

func sharedStandalone(d *organisationDay) bool { return d.units.standalone > 1 }

func onDeadUnit(d *organisationDay) bool { return d.units.living == 0 }

func combinedInvalid(d *organisationDay) model.Result {
	if !d.combined() {
		return model.ResultNotApplicable
	}
	return verdict(d.breaksCondition())
}

func temporaryOverdue(d *organisationDay) model.Result {
	if d.nature() != model.OrganisationNatureTemporary {
		return model.ResultNotApplicable
	}
	return found(d.on > d.temporaryUntil())
}

// temporaryUntil is the last day of a temporary organisation: as reported, or by the policy.
func (d *organisationDay) temporaryUntil() model.Date {
	if d.term != nil {
		return d.term.TermEndsOn
	}
	return d.established.AddMonths(d.rules.temporaryMonths)
}

func superiorMissing(d *organisationDay) model.Result {
	switch {
	case d.top():
		return model.ResultNotApplicable
	case d.fact.ParentID == 0:
		return model.ResultUnmet
	}
	return found(d.chain == chainUnknown && len(d.above) == 0 || d.chain == chainDissolved && len(d.above) == 1)
}

func subordinationCycle(d *organisationDay) model.Result {
	if d.fact.ParentID == 0 {
		return model.ResultNotApplicable
	}
	return found(d.chain == chainCycle)
}

// schoolOutsideEducation is unknown where the superiors cannot be followed to the top: the missing one may be the education committee.
func schoolOutsideEducation(d *organisationDay) model.Result {
	switch {
	case d.units.schools == 0:
		return model.ResultNotApplicable
	case d.education:
		return model.ResultMet
	case d.fact.ParentID == 0 && !d.top(), d.chain == chainUnknown, d.chain == chainDissolved:
		return model.ResultUnknown
	}
	return model.ResultUnmet
}

// declaredAgainstUnits compares the full members that the organisation reports with those of its units. Where it also has units whose
// members it may count and that are not its own (AFFILIATED, or JOINT by region or trade), the sum would not be its headcount.
func declaredAgainstUnits(d *organisationDay) model.Result {
	switch n := &d.units; {
	case n.own+n.unclear == 0, n.guests > 0:
		return model.ResultNotApplicable
	case n.unclear > 0, n.ownSilent > 0, !d.fact.FullMembers.Known():
		return model.ResultUnknown
	}
	difference := d.fact.FullMembers.Int() - d.units.ownFull
	return found(max(difference, -difference) > d.rules.headcountDifference)
}

func documentMissing(d *organisationDay) model.Result {
	for _, setUp := range model.AllSetUp() {
		if d.rules.documentFor[setUp] && (d.fact.SetUp == setUp || d.units.covered[setUp] > 0) {
			return found(missingApproval(&d.fact.OrganisationAttributes) != (Text{}))
		}
	}
	return model.ResultNotApplicable
}
