package seeds

import (
	"fmt"

	"fugai/model"
)

// setUp draws the set-up: units with three members mostly stand alone, a few of the others do it too early.
func (t *township) setUp(l *life) model.SetUp {
	if l.first.FullMembers.Int() >= 3 {
		return pick(t.rng, []option[model.SetUp]{
			{920, model.SetUpStandalone}, {45, model.SetUpJoint}, {20, model.SetUpAffiliated}, {15, model.SetUpCombined}})
	}
	return pick(t.rng, []option[model.SetUp]{
		{70, model.SetUpStandalone}, {530, model.SetUpJoint}, {220, model.SetUpAffiliated}, {180, model.SetUpCombined}})
}

// holder is the organisation that covers the unit in a set-up, and the basis of a joint one.
func (t *township) holder(l *life, setUp model.SetUp, begin model.Date) (*model.OrganisationInput, model.JointBasis) {
	switch setUp {
	case model.SetUpStandalone:
		if len(t.hosts) > 0 && t.in(8) { // a second unit claims an organisation as its own
			return t.hosts[t.rng.IntN(len(t.hosts))], 0
		}
		return t.own(l, begin), 0
	case model.SetUpAffiliated:
		return t.attachedTo(l), 0
	case model.SetUpCombined:
		return t.group(groupKey{setUp: setUp, nature: model.OrganisationNatureRegular}, begin), 0
	}
	basis := pick(t.rng, []option[model.JointBasis]{{620, model.JointBasisUnit}, {230, model.JointBasisRegion}, {150, model.JointBasisTrade}})
	nature := model.OrganisationNatureRegular
	if t.in(30) {
		nature = model.OrganisationNatureMobile
	}
	o := t.group(groupKey{setUp, basis, nature}, begin)
	if now := l.at(t.AsOf).FullMembers; now.Known() {
		o.FullMembers = model.Counted(o.FullMembers.Int() + now.Int())
	}
	return o, basis
}

// own makes the unit's own organisation, in the kind that its members allow.
func (t *township) own(l *life, established model.Date) *model.OrganisationInput {
	u := &l.first
	kind, parent := model.OrganisationKindBranch, t.superior(u)
	switch members := u.FullMembers.Int() + u.ProbationaryMembers.Int(); {
	case members >= 100:
		kind = model.OrganisationKindCommittee
	case members >= 50 || members >= 20 && t.in(40):
		kind = model.OrganisationKindGeneralBranch
	}
	o := t.organisation(t.rng, u.Name+kind.Title(), kind, parent.RegionCode, parent.Code, established)
	o.SetUp = model.SetUpStandalone
	now := l.at(t.AsOf) // what the organisation reports today
	if t.quality(o.Code).IntN(100) < 6 {
		now = u // or what it reported at first
	}
	o.FullMembers, o.ProbationaryMembers = now.FullMembers, now.ProbationaryMembers
	t.made = append(t.made, o)
	if u.FullMembers.Int() >= 5 {
		t.hosts = append(t.hosts, o)
	}
	return o
}

// superior is whom the unit's own organisation answers to: the recorded body, the education committee of a public school,
// the township otherwise.
func (t *township) superior(u *model.UnitInput) *model.OrganisationInput {
	b := t.county.bodies
	switch {
	case u.ResponsibleCode != "" && u.ResponsibleCode == b.organs.Code:
		return b.organs
	case u.ResponsibleCode != "" && u.ResponsibleCode == t.county.city.bodies.assets.Code:
		return t.county.city.bodies.assets
	case b.education != nil && (u.ResponsibleCode == b.education.Code || u.PublicOrPrivate == model.PublicOrPrivatePublic):
		return b.education
	}
	return t.committee
}

// attachedTo is the organisation of another unit, the community or, for schools, the education committee.
func (t *township) attachedTo(l *life) *model.OrganisationInput {
	switch b := t.county.bodies; {
	case l.first.Domain == model.DomainSchool && b.education != nil && t.in(500):
		return b.education
	case len(t.hosts) > 0 && t.in(600):
		return t.hosts[t.rng.IntN(len(t.hosts))]
	}
	return t.community
}

// groupKey tells the organisations of several units apart.
type groupKey struct {
	setUp  model.SetUp
	basis  model.JointBasis
	nature model.OrganisationNature
}

// group is an organisation of several units that still takes units.
type group struct {
	*model.OrganisationInput
	room int
}

// group is the township's open organisation of a key, or a new one when the last is full.
func (t *township) group(key groupKey, begin model.Date) *model.OrganisationInput {
	open := t.groups[key]
	if open == nil || open.room == 0 {
		open = &group{t.newGroup(key, begin), t.width(key)}
		t.groups[key] = open
	}
	open.room--
	return open.OrganisationInput
}

// width is how many units an organisation takes: one in six joint branches of units takes more than the usual five.
func (t *township) width(key groupKey) int {
	switch {
	case key.setUp == model.SetUpCombined:
		return 3 + t.rng.IntN(8)
	case key.basis != model.JointBasisUnit:
		return 8 + t.rng.IntN(25)
	case t.in(160):
		return 6 + t.rng.IntN(5)
	}
	return 2 + t.rng.IntN(4)
}

func (t *township) newGroup(key groupKey, begin model.Date) *model.OrganisationInput {
	label := map[model.SetUp]string{model.SetUpJoint: "联合", model.SetUpCombined: "兼合式"}[key.setUp]
	if key.nature != model.OrganisationNatureRegular {
		label = key.nature.Title()
	}
	name := fmt.Sprintf("%s第%d%s党支部", t.stem, len(t.made)+1, label)
	o := t.organisation(t.rng, name, model.OrganisationKindBranch, t.code, t.committee.Code, min(begin, t.AsOf-20))
	o.Nature, o.SetUp = key.nature, key.setUp
	t.made = append(t.made, o)
	if key.setUp == model.SetUpCombined {
		t.combined = append(t.combined, o)
		if len(t.hosts) > 0 && t.in(900) {
			o.HostCode = t.hosts[t.rng.IntN(len(t.hosts))].Code
		}
	}
	return o
}
