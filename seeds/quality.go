package seeds

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"fugai/model"
)

// qualityPart keeps the random numbers of what the look-back reads apart from those of everything else.
const qualityPart = 1 << 40

// quality is the stream of random numbers of a code that ends in its serial number.
func (g *generator) quality(code string) *rand.Rand {
	serial, _ := strconv.Atoi(code[3:])
	return g.random(qualityPart + int(code[2])<<34 + serial)
}

// qualityOf is the stream of random numbers of a unit.
func (g *generator) qualityOf(code model.CreditCode) *rand.Rand {
	serial, _ := strconv.ParseInt(string(code[8:17]), 36, 64)
	return g.random(qualityPart<<1 + int(serial))
}

// twice lets a second organisation claim the unit, as happens where two report it: another joint branch beside a joint one, or
// beside the unit's own.
func (t *township) twice(l *life) {
	chance := map[model.SetUp]int{model.SetUpJoint: 12, model.SetUpStandalone: 4}
	for i := range l.covers {
		c := &l.covers[i]
		rng := t.qualityOf(c.UnitCode)
		if l.closed != 0 || c.Kind != model.CoverKindOrganisation || c.ValidTo != 0 || rng.IntN(1000) >= chance[c.SetUp] {
			continue
		}
		for _, o := range t.made {
			from := max(c.ValidFrom, o.EstablishedOn) + 30
			if o.SetUp == model.SetUpJoint && o.DissolvedOn == 0 && o.Nature == model.OrganisationNatureRegular && o.Code != c.OrganisationCode && from < t.AsOf {
				l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: model.SetUpJoint, Basis: model.JointBasisRegion,
					ValidFrom: from})
				return
			}
		}
	}
}

// combinedCounts are the members of a combined organisation's own: none, but a few count those who take part, or admitted somebody.
func combinedCounts(rng *rand.Rand, o *model.OrganisationInput) {
	o.FullMembers, o.ProbationaryMembers = model.Counted(0), model.Counted(0)
	switch x := rng.IntN(100); {
	case x < 4:
		o.FullMembers = model.Counted(3)
	case x < 7:
		o.ProbationaryMembers = model.Counted(1)
	}
}

// writeOrganisation writes an organisation with its secretaries and activities. Some break a rule of the look-back.
func (g *generator) writeOrganisation(o *model.OrganisationInput) {
	rng := g.quality(o.Code)
	if o.TermEndsOn != 0 && rng.IntN(100) < 2 { // a term of the wrong length
		o.TermEndsOn = o.TermEndsOn.AddMonths(12)
	}
	if o.SetUp == model.SetUpStandalone && rng.IntN(1000) < 6 { // the superior was not reported
		o.ParentCode = ""
	}
	if o.SetUp == model.SetUpCombined {
		combinedCounts(rng, o)
	}
	if o.Kind == model.OrganisationKindGeneralBranch && o.FullMembers.Int() < 45 && rng.IntN(100) < 30 { // too few members, and nobody approved it
		o.ApprovalDocument, o.ApprovedOn = "", 0
	}
	g.organisations.organisation(o)
	if o.DissolvedOn == 0 {
		g.officersOf(rng, o)
		g.activitiesOf(rng, o)
	}
}

// officersOf writes who is and was secretary: of five in a hundred nothing is reported, of four the post is vacant.
func (g *generator) officersOf(rng *rand.Rand, o *model.OrganisationInput) {
	if rng.IntN(100) < 5 {
		return
	}
	began := max(o.EstablishedOn, o.TermBeganOn)
	if began > o.EstablishedOn {
		g.officer(rng, o, model.OfficerRoleSecretary, o.EstablishedOn, began)
	}
	until := model.Date(0)
	if left := g.AsOf - model.Date(20+rng.IntN(300)); rng.IntN(100) < 4 && left > began {
		until = left
	}
	g.officer(rng, o, model.OfficerRoleSecretary, began, until)
	if o.Kind != model.OrganisationKindBranch && rng.IntN(100) < 60 {
		g.officer(rng, o, model.OfficerRoleDeputySecretary, began, 0)
	}
}

func (g *generator) officer(rng *rand.Rand, o *model.OrganisationInput, role model.OfficerRole, from, to model.Date) {
	g.serials.officer++
	x := model.OfficerInput{OrganisationCode: o.Code, Role: role, ValidFrom: from, ValidTo: to}
	x.Name = fmt.Sprintf("演示%s%07d", role.Title(), g.serials.officer)
	x.Eligibility, x.EligibilityEvidence = eligibility(rng, from)
	g.officers.officer(&x)
}

// eligibility is what was recorded of a person's conditions for a post: of twelve in a hundred nothing, of three that they are not met.
func eligibility(rng *rand.Rand, from model.Date) (model.Eligibility, string) {
	switch x := rng.IntN(100); {
	case x < 12:
		return 0, ""
	case x < 15:
		return model.EligibilityNotEligible, fmt.Sprintf("演示核〔%d〕%d号", from.Year(), rng.IntN(9000))
	}
	return model.EligibilityEligible, fmt.Sprintf("演示核〔%d〕%d号", from.Year(), rng.IntN(9000))
}

var activityKinds = []model.ActivityKind{
	model.ActivityKindGeneralMeeting, model.ActivityKindThemeDay, model.ActivityKindGeneralMeeting, model.ActivityKindLecture,
}

// activitiesOf writes one activity a quarter of the last year. Six in a hundred report none, eight have stopped.
func (g *generator) activitiesOf(rng *rand.Rand, o *model.OrganisationInput) {
	x := rng.IntN(100)
	if x < 6 {
		return
	}
	day := g.AsOf - model.Date(rng.IntN(70))
	if x < 14 {
		day -= 110 + model.Date(rng.IntN(150))
	}
	for i := range activityKinds {
		if day < o.EstablishedOn {
			return
		}
		kind := activityKinds[i]
		g.activities.text(o.Code).text(kind.String()).date(day).text("演示" + kind.Title()).end()
		day -= 75 + model.Date(rng.IntN(14))
	}
}

// leadershipOf writes how a state-owned enterprise fills the posts of Party and management.
func (t *township) leadershipOf(l *life) {
	if l.first.Domain != model.DomainStateOwnedEnterprise || l.closed != 0 {
		return
	}
	code := l.first.CreditCode
	rng := t.qualityOf(code)
	x := model.LeadershipInput{UnitCode: code, ValidFrom: max(l.first.FoundedOn, t.window)}
	x.OnePerson = pick(rng, []option[model.Answer]{{720, model.AnswerYes}, {190, model.AnswerNo}, {90, 0}})
	x.CrossAppointed = pick(rng, []option[model.Answer]{{800, model.AnswerYes}, {120, model.AnswerNo}, {80, 0}})
	if x.OnePerson == model.AnswerNo && rng.IntN(100) < 40 {
		x.ExceptionDocument = fmt.Sprintf("演示国资〔%d〕%d号", x.ValidFrom.Year(), rng.IntN(900)+1)
	}
	t.leadership.text(string(x.UnitCode)).text(x.OnePerson.String()).text(x.ExceptionDocument).text(x.CrossAppointed.String()).date(x.ValidFrom).end()
}
