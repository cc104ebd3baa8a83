package indicator

import (
	"fmt"

	"fugai/model"
)

// SetUpFacts are what the conditions of an organisation's set-ups are judged by on a date.
type SetUpFacts struct {
	Organisation model.OrganisationAttributes
	// Dissolved tells that the organisation had ended by the date.
	Dissolved bool
	// Covers are the covers by the organisation whose own dates hold the date, whether or not the organisation lives.
	Covers []SetUpCover
	// Participants are those who take part on the date, by home organisation.
	Participants []SetUpParticipants
}

// SetUpCover is a cover by the organisation, and what its unit is on the date.
type SetUpCover struct {
	SetUp       model.SetUp
	Basis       model.JointBasis
	FullMembers model.Count
	Sort        JointSort
}

// JointSort is a sort of units for which local practice may set another width.
type JointSort uint8

// The sorts of units with a width of their own.
const (
	OtherUnit JointSort = iota
	PrivateSchool
	RuralSchool // public, in a town or township
	Enterprise
)

// SetUpParticipants are the members of one home organisation that take part.
type SetUpParticipants struct {
	Home string // code
	// Here tells that their home is the combined organisation itself.
	Here        bool
	FullMembers model.Count
	// HomeKnown and HomeEnded tell whether the home is known on the date, and dissolved by it; HomeFullMembers are those it reports.
	HomeKnown, HomeEnded bool
	HomeFullMembers      model.Count
}

// SetUpConditions judges the conditions of the set-ups by which an organisation covers on a date, in the order of their codes.
func (p *Policy) SetUpConditions(f *SetUpFacts, on model.Date) []model.SetUpCondition {
	return p.setUpConditions(f, on, true)
}

// setUpConditions leaves out the messages where only the states are asked for, as for every day on which spans are cut.
func (p *Policy) setUpConditions(f *SetUpFacts, on model.Date, messages bool) []model.SetUpCondition {
	j := &setUpJudge{policy: p, SetUpFacts: f, on: on, messages: messages}
	if f.Organisation.SetUp == model.SetUpCombined || len(f.Participants) > 0 || len(j.covers(model.SetUpCombined)) > 0 {
		j.setUp = model.SetUpCombined
		j.participants()
		j.oneHome()
		j.homeExists()
		j.approval()
		j.admitsNobody()
		j.headcount()
	}
	if len(j.covers(model.SetUpJoint)) > 0 {
		j.setUp = model.SetUpJoint
		j.width()
		j.standAlone()
	}
	if n := len(j.covers(model.SetUpAffiliated)); n > 0 {
		j.setUp = model.SetUpAffiliated
		j.hostExists(n)
	}
	return j.out
}

type setUpJudge struct {
	*SetUpFacts
	policy   *Policy
	on       model.Date
	setUp    model.SetUp
	messages bool
	out      []model.SetUpCondition
}

func (j *setUpJudge) covers(s model.SetUp) (out []SetUpCover) {
	for _, c := range j.Covers {
		if c.SetUp == s {
			out = append(out, c)
		}
	}
	return out
}

var stateOf = [...]model.ConditionState{no: model.ConditionStateBroken, unknown: model.ConditionStateUnknown, yes: model.ConditionStateHolds}

// say adds a condition.
func (j *setUpJudge) say(code model.SetUpConditionCode, holds truth, found, limit model.Count, chinese string, args ...any) {
	c := model.SetUpCondition{SetUp: j.setUp, Code: code, State: stateOf[holds], Found: found, Limit: limit}
	if j.messages {
		c.Message = fmt.Sprintf(chinese, args...)
	}
	j.out = append(j.out, c)
}

// sum adds counts of full members, and tells whether all of them were reported.
func sum(list []SetUpParticipants, of func(*SetUpParticipants) (model.Count, bool)) (n int, whole bool) {
	whole = true
	for i := range list {
		c, counts := of(&list[i])
		switch {
		case !counts:
		case !c.Known():
			whole = false
		default:
			n += c.Int()
		}
	}
	return n, whole
}

func (j *setUpJudge) participants() {
	n, whole := sum(j.Participants, func(p *SetUpParticipants) (model.Count, bool) { return p.FullMembers, true })
	limit := j.policy.CombinedParticipants.On(j.on)
	holds := known(n >= limit)
	if holds == no && !whole {
		holds = unknown
	}
	j.say(model.SetUpConditionCodeParticipants, holds, model.Counted(n), model.Counted(limit), "参加的正式党员%d名，至少应有%d名%s", n, limit, unreported(whole))
}

func unreported(whole bool) string {
	if whole {
		return ""
	}
	return "（有人数未报）"
}

// oneHome finds homes from which more members take part than they have: somebody is counted twice.
func (j *setUpJudge) oneHome() {
	holds, tooMany := yes, 0
	for i := range j.Participants {
		p := &j.Participants[i]
		switch {
		case p.Here: // who is at home here is counted here
		case !p.FullMembers.Known() || !p.HomeFullMembers.Known():
			holds = min(holds, unknown)
		case p.FullMembers.Int() > p.HomeFullMembers.Int():
			holds = no
			tooMany += p.FullMembers.Int() - p.HomeFullMembers.Int()
		}
	}
	j.say(model.SetUpConditionCodeOneHome, holds, model.Counted(tooMany), model.Counted(0), "参加人数超出组织关系所在党组织正式党员数的有%d名，每名党员只应有一个组织关系所在党组织", tooMany)
}

func (j *setUpJudge) homeExists() {
	gone := 0
	for i := range j.Participants {
		if p := &j.Participants[i]; !p.HomeKnown || p.HomeEnded {
			gone++
		}
	}
	j.say(model.SetUpConditionCodeHomeExists, known(gone == 0), model.Counted(gone), model.Counted(0), "参加人员的组织关系所在党组织中，已撤销或者查无的有%d个", gone)
}

func (j *setUpJudge) approval() {
	missing := missingApproval(&j.Organisation)
	if missing == (Text{}) {
		j.say(model.SetUpConditionCodeApproval, yes, 0, 0, "已登记批复：%s，%s", j.Organisation.ApprovalDocument, j.Organisation.ApprovedOn)
		return
	}
	j.say(model.SetUpConditionCodeApproval, no, 0, 0, "未登记%s", missing.Chinese)
}

// missingApproval names what is not recorded of an organisation's approval; nothing where document and date are.
func missingApproval(o *model.OrganisationAttributes) Text {
	switch document, date := o.ApprovalDocument == "", o.ApprovedOn == 0; {
	case document && date:
		return Text{"document and date of the approval", "批复文号和批复日期"}
	case document:
		return Text{"the document of the approval", "批复文号"}
	case date:
		return Text{"the date of the approval", "批复日期"}
	}
	return Text{}
}

// admitsNobody finds probationary members whose home the combined organisation is: who is admitted is admitted by the home.
func (j *setUpJudge) admitsNobody() {
	c := j.Organisation.ProbationaryMembers
	if !c.Known() {
		j.say(model.SetUpConditionCodeAdmitsNobody, unknown, 0, model.Counted(0), "未报本组织预备党员数，兼合式党组织不发展党员")
		return
	}
	j.say(model.SetUpConditionCodeAdmitsNobody, known(c.Int() == 0), c, model.Counted(0), "本组织上报预备党员%d名，兼合式党组织不发展党员", c.Int())
}

// headcount compares the organisation's own headcount with those who have their home here: more would count participants twice.
func (j *setUpJudge) headcount() {
	here, whole := sum(j.Participants, func(p *SetUpParticipants) (model.Count, bool) { return p.FullMembers, p.Here })
	c := j.Organisation.FullMembers
	switch {
	case !c.Known():
		j.say(model.SetUpConditionCodeHeadcount, yes, 0, model.Counted(here), "本组织未上报正式党员数，参加人员只在组织关系所在党组织计数")
	case c.Int() > here && !whole:
		j.say(model.SetUpConditionCodeHeadcount, unknown, c, model.Counted(here), "本组织上报正式党员%d名，组织关系在本组织的人数未报", c.Int())
	default:
		j.say(model.SetUpConditionCodeHeadcount, known(c.Int() <= here), c, model.Counted(here), "本组织上报正式党员%d名，组织关系在本组织的%d名", c.Int(), here)
	}
}

// width compares the number of units with the limit of an ordinary joint branch. REGION and TRADE have none.
func (j *setUpJudge) width() {
	covers := j.covers(model.SetUpJoint)
	n, basis := len(covers), covers[0].Basis
	for _, c := range covers {
		if c.Basis == model.JointBasisRegion || c.Basis == model.JointBasisTrade {
			j.say(model.SetUpConditionCodeWidth, yes, model.Counted(n), 0, "覆盖%d个单位，%s不设单位数上限", n, c.Basis.Title())
			return
		}
		basis = min(basis, c.Basis)
	}
	limit := j.limit(covers)
	if !limit.On {
		j.say(model.SetUpConditionCodeWidth, yes, model.Counted(n), 0, "覆盖%d个单位，政策未设上限", n)
		return
	}
	holds, note := known(n <= limit.Units), ""
	if holds == no && basis == 0 {
		holds, note = unknown, "（未报联合依据）"
	}
	j.say(model.SetUpConditionCodeWidth, holds, model.Counted(n), model.Counted(limit.Units), "覆盖%d个单位，上限%d个%s", n, limit.Units, note)
}

// limit is that of local practice where it is switched on and all units are of its sort, else the general one.
func (j *setUpJudge) limit(covers []SetUpCover) Width {
	sort := covers[0].Sort
	for _, c := range covers {
		if c.Sort != sort {
			sort = OtherUnit
		}
	}
	rules := qualityFrom(j.policy, j.on)
	return rules.widthFor(sort)
}

// widthFor is the limit of a joint branch whose units are all of a sort: that of local practice where it is switched on, else the
// general one.
func (q *qualityRules) widthFor(sort JointSort) Width {
	var local Width
	switch sort {
	case PrivateSchool:
		local = q.privateSchoolWidth
	case RuralSchool:
		local = q.ruralSchoolWidth
	case Enterprise:
		local = q.enterpriseWidth
	}
	if local.On {
		return local
	}
	return q.jointWidth
}

// JointSortOf is the sort of a unit by its domain, by who runs it if it is a school, and by the code of its region; "" where that is not
// known.
func JointSortOf(domain model.Domain, run model.PublicOrPrivate, region model.RegionCode) JointSort {
	switch domain {
	case model.DomainSchool:
		switch {
		case run == model.PublicOrPrivatePrivate:
			return PrivateSchool
		case countryside(region):
			return RuralSchool
		}
	case model.DomainNonPublicEnterprise, model.DomainStateOwnedEnterprise:
		return Enterprise
	}
	return OtherUnit
}

// countryside tells whether a region lies in a town or township: digits 7 to 9 of its code are 100 to 399.
func countryside(region model.RegionCode) bool {
	return len(region) == 12 && region[6:9] >= "100" && region[6:9] <= "399"
}

func (j *setUpJudge) standAlone() {
	limit, n, holds := j.policy.StandAlone.On(j.on), 0, yes
	for _, c := range j.covers(model.SetUpJoint) {
		switch atLeast(c.FullMembers, limit) {
		case yes:
			n++
			holds = no
		case unknown:
			holds = min(holds, unknown)
		}
	}
	j.say(model.SetUpConditionCodeStandAlone, holds, model.Counted(n), model.Counted(limit), "正式党员%d名以上、应单独组建而在联合党组织中的单位有%d个", limit, n)
}

func (j *setUpJudge) hostExists(units int) {
	if j.Dissolved {
		j.say(model.SetUpConditionCodeHostExists, no, model.Counted(units), 0, "党组织已撤销，仍有%d个单位登记为挂靠", units)
		return
	}
	j.say(model.SetUpConditionCodeHostExists, yes, model.Counted(units), 0, "党组织存续，挂靠单位%d个", units)
}
