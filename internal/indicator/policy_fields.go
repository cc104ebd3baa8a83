package indicator

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"fugai/model"
)

// field is one setting of the file: where it stands and how it is read. Settings that change spans enter the rule set's hash.
type field struct {
	path  string
	spans bool
	read  func(r *reader, path string, n ast.Node)
	// canonical writes the values and their days, without comments, sources and order of the file.
	canonical func() string
	// cuts are the days on which the value changes.
	cuts func() []model.Date
	// shown is the value of a day as formulas show it.
	shown func(day model.Date, chinese bool) string
}

// fields lists the settings of the file, in its order.
func (p *Policy) fields() []field {
	return []field{
		spanned("counted.setUps", &p.SetUps, several(model.ParseSetUp, model.SetUpNone)),
		spanned("counted.natures", &p.Natures, several(model.ParseOrganisationNature)),
		spanned("counted.massOrganisations", &p.MassOrganisations, several(model.ParseMassOrganisationKind)),
		spanned("counted.graceMonths", &p.GraceMonths, whole(0, 36)),
		spanned("return.affiliated", &p.ReturnAffiliated, oneOf(Supplementary, Own)),
		spanned("return.combined", &p.ReturnCombined, oneOf(Supplementary, Own)),
		spanned("thresholds.standAlone", &p.StandAlone, whole(1, 1000)),
		plain("thresholds.branchCommittee", &p.BranchCommittee, whole(1, 1000)),
		spanned("thresholds.branchAtMost", &p.BranchAtMost, whole(1, 10000)),
		spanned("thresholds.generalBranch", &p.GeneralBranch, whole(1, 10000)),
		spanned("thresholds.committee", &p.Committee, whole(1, 10000)),
		spanned("thresholds.employeesForMembers", &p.EmployeesForMembers, whole(1, 100000)),
		spanned("thresholds.employeesForOrganisation", &p.EmployeesForOrganisation, whole(1, 100000)),
		spanned("thresholds.schoolStaff", &p.SchoolStaff, whole(1, 100000)),
		spanned("indicators.thirtyStaffSchools", &p.ThirtyStaffSchools, onOff),
		spanned("joint.width", &p.JointWidth, width),
		spanned("joint.privateSchoolWidth", &p.PrivateSchoolWidth, width),
		spanned("joint.enterpriseWidth", &p.EnterpriseWidth, width),
		spanned("joint.ruralSchoolWidth", &p.RuralSchoolWidth, width),
		spanned("combined.participants", &p.CombinedParticipants, whole(1, 1000)),
		spanned("instructor.maxUnits", &p.InstructorUnits, whole(1, 1000)),
		spanned("terms.branch", &p.TermBranch, whole(1, 10)),
		spanned("terms.villageBranch", &p.TermVillageBranch, whole(1, 10)),
		spanned("terms.generalBranch", &p.TermGeneralBranch, whole(1, 10)),
		spanned("terms.committee", &p.TermCommittee, whole(1, 10)),
		spanned("quality.activityMonths", &p.ActivityMonths, whole(1, 120)),
		spanned("quality.visitMonths", &p.VisitMonths, whole(1, 120)),
		spanned("quality.reminderMonths", &p.ReminderMonths, whole(1, 60)),
		spanned("quality.temporaryMonths", &p.TemporaryMonths, whole(1, 120)),
		spanned("quality.documentFor", &p.DocumentFor, several(model.ParseSetUp, model.SetUpNone)),
		spanned("quality.headcountDifference", &p.HeadcountDifference, whole(0, 10000)),
		plain("nextSteps.due", &p.StepsDue, steps),
		plain("nextSteps.few", &p.StepsFew, steps),
		plain("nextSteps.probationaryOnly", &p.StepsProbationaryOnly, steps),
		plain("nextSteps.none", &p.StepsNone, steps),
		plain("nextSteps.unknown", &p.StepsUnknown, steps),
		plain("cultivation.admission", &p.Admission, admission),
		plain("personalData.candidateMonths", &p.CandidateMonths, whole(1, 1200)),
	}
}

func spanned[T any](path string, into *Dated[T], value valueReader[T]) field {
	f := plain(path, into, value)
	f.spans = true
	return f
}

func plain[T any](path string, into *Dated[T], value valueReader[T]) field {
	return field{
		path:      path,
		read:      func(r *reader, path string, n ast.Node) { readDated(r, path, n, into, value) },
		canonical: func() string { return canonical(into) },
		cuts:      func() []model.Date { return cuts(into) },
		shown:     func(day model.Date, chinese bool) string { return shown(into.On(day), chinese) },
	}
}

// canonical leaves out the first day, because the first value holds before it as well.
func canonical[T any](d *Dated[T]) string {
	var b strings.Builder
	b.WriteString(d.Path)
	for i, v := range d.Versions {
		from := v.From
		if i == 0 {
			from = 0
		}
		fmt.Fprintf(&b, " %d:%v", from, v.Value)
	}
	return b.String()
}

func cuts[T any](d *Dated[T]) []model.Date {
	var days []model.Date
	for _, v := range d.Versions[1:] {
		days = append(days, v.From)
	}
	return days
}
