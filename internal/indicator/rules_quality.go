package indicator

import "fugai/model"

// qualityRules are the numbers of the look-back between two days on which something changes.
type qualityRules struct {
	// Months.
	activityMonths, visitMonths, reminderMonths, temporaryMonths int
	// documentFor tells by set-up whether its organisations need an approval document.
	documentFor         [8]bool
	headcountDifference int

	jointWidth, privateSchoolWidth, enterpriseWidth, ruralSchoolWidth Width
	combinedParticipants                                              int
	instructorUnits                                                   int

	// Members.
	branchAtMost, generalBranch, committee int
	// Years.
	termBranch, termVillageBranch, termGeneralBranch, termCommittee int
}

func qualityFrom(p *Policy, from model.Date) qualityRules {
	q := qualityRules{
		activityMonths:       p.ActivityMonths.On(from),
		visitMonths:          p.VisitMonths.On(from),
		reminderMonths:       p.ReminderMonths.On(from),
		temporaryMonths:      p.TemporaryMonths.On(from),
		headcountDifference:  p.HeadcountDifference.On(from),
		jointWidth:           p.JointWidth.On(from),
		privateSchoolWidth:   p.PrivateSchoolWidth.On(from),
		enterpriseWidth:      p.EnterpriseWidth.On(from),
		ruralSchoolWidth:     p.RuralSchoolWidth.On(from),
		combinedParticipants: p.CombinedParticipants.On(from),
		instructorUnits:      p.InstructorUnits.On(from),
		branchAtMost:         p.BranchAtMost.On(from),
		generalBranch:        p.GeneralBranch.On(from),
		committee:            p.Committee.On(from),
		termBranch:           p.TermBranch.On(from),
		termVillageBranch:    p.TermVillageBranch.On(from),
		termGeneralBranch:    p.TermGeneralBranch.On(from),
		termCommittee:        p.TermCommittee.On(from),
	}
	for _, s := range p.DocumentFor.On(from) {
		q.documentFor[s] = true
	}
	return q
}
