package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

// post is an office in the committee of an organisation.
type post struct {
	organisation model.OrganisationID
	role         model.OfficerRole
}

type officerRows = *rows[post, model.Officer]

func (w *work) planOfficers() error {
	in := w.batch.Officers
	if len(in) == 0 {
		return nil
	}
	w.officers = newRows(store.Officers, func(o *model.Officer) post { return post{o.OrganisationID, o.Role} },
		func(o *model.Officer, id int64) { o.ID = model.OfficerID(id) })
	var ids []model.OrganisationID
	for i := range in {
		ids = append(ids, w.organisations.idOf(in[i].OrganisationCode))
	}
	stored, err := store.CurrentBy(w.v, store.Officers, "organisation_id", unique(ids))
	if err != nil {
		return err
	}
	w.officers.load(stored)
	o := inputs(w, "Officers", in, func(x *model.OfficerInput) *model.Origin { return &x.Origin })
	seen := seenOfficers{map[officerLink][]period{}, map[officerKey]int{}}
	each(w, o, in, func(p place, x *model.OfficerInput) { p.officer(x, &seen) })
	each(w, o, in, func(p place, x *model.OfficerInput) { p.warnOfficer(x) })
	return nil
}

// officerLink is what two rows of one term of office have in common.
type officerLink struct {
	post
	name string
}

// officerKey is the begin of a term of office. There is one secretary on a day, and any number of deputies.
type officerKey struct {
	post
	from model.Date
}

// seenOfficers are the terms of office that stand in the batch.
type seenOfficers struct {
	terms  map[officerLink][]period
	begins map[officerKey]int
}

func (p place) officer(in *model.OfficerInput, seen *seenOfficers) {
	k := post{p.organisation("organisation_code", in.OrganisationCode), roleOf(in)}
	if in.OrganisationCode == "" {
		p.fault("organisation_code", CodeRequired, "the organisation's code is missing; fill it in")
	}
	if in.ValidFrom == 0 {
		p.fault("valid_from", CodeRequired, "the day on which the office was taken is missing; fill it in")
	}
	p.name(in.Name, "the officer's name")
	p.period("valid_to", in.ValidFrom, in.ValidTo)
	p.eligible(in.Eligibility, in.EligibilityEvidence)
	if p.bad() {
		return
	}
	valid := model.Valid{ValidFrom: in.ValidFrom, ValidTo: end(in.ValidTo)}
	link := officerLink{k, in.Name}
	if other, ok := clash(seen.terms[link], valid); ok {
		p.fault("valid_from", CodeDuplicateKey, "this term of office shares a day with input %d of the batch, of the same person; "+
			"leave one of the two, or let the first end before the second begins", other.index+1)
		return
	}
	if k.role == model.OfficerRoleSecretary {
		onceOnly(p, seen.begins, officerKey{k, in.ValidFrom}, "valid_from")
	}
	if p.bad() {
		return
	}
	seen.terms[link] = append(seen.terms[link], period{valid, p.index})
	p.appoint(in, k, valid, p.terms(k, in.Name, valid))
}

// roleOf is the post of an input; without one it is the secretary's.
func roleOf(in *model.OfficerInput) model.OfficerRole {
	if in.Role == 0 {
		return model.OfficerRoleSecretary
	}
	return in.Role
}

// terms are the stored terms of office that a reported one is: those of the same person that share a day with it, else, for the
// secretary, the one that begins on the same day, whose name was wrong.
func (p place) terms(k post, name string, valid model.Valid) (hit []*row[model.Officer]) {
	live := p.w.officers.live(k)
	for _, r := range live {
		if r.now.Name == name && r.now.Overlaps(valid) {
			hit = append(hit, r)
		}
	}
	for _, r := range live {
		if len(hit) == 0 && k.role == model.OfficerRoleSecretary && r.now.ValidFrom == valid.ValidFrom {
			hit = append(hit, r)
		}
	}
	return hit
}

func (p place) appoint(in *model.OfficerInput, k post, valid model.Valid, hit []*row[model.Officer]) {
	set := func(o *model.Officer) {
		o.OrganisationID, o.Role, o.Name, o.Valid = k.organisation, k.role, in.Name, valid
		o.Eligibility, o.EligibilityEvidence = in.Eligibility, in.EligibilityEvidence
	}
	switch {
	case len(hit) > 1:
		p.fault("valid_from", CodeOverlap, "the row overlaps %d stored terms of office of %s; "+
			"withdraw those that are wrong (action void), or let it overlap one only", len(hit), in.Name)
	case in.Void:
		p.withdraw(func() bool {
			if len(hit) == 1 {
				hit[0].gone = true
			}
			return len(hit) == 1
		})
	case len(hit) == 0:
		var o model.Officer
		set(&o)
		p.done(p.w.officers.add(o))
	default:
		p.done(hit[0].set(set))
	}
}

// warnOfficer tells of a second secretary, once all terms of the batch are in place.
func (p place) warnOfficer(in *model.OfficerInput) {
	k := post{p.w.organisations.idOf(in.OrganisationCode), roleOf(in)}
	if in.Void || k.role != model.OfficerRoleSecretary {
		return
	}
	valid := model.Valid{ValidFrom: in.ValidFrom, ValidTo: end(in.ValidTo)}
	for _, r := range p.w.officers.live(k) {
		if r.now.Name != in.Name && r.now.Overlaps(valid) {
			p.warn("valid_from", CodePostTaken, "from %s on another secretary holds the post too; let the first end before the second begins",
				max(valid.ValidFrom, r.now.ValidFrom))
			return
		}
	}
}

// eligible checks that the record of an eligibility belongs to one.
func (p place) eligible(e model.Eligibility, evidence string) {
	p.fits("eligibility_evidence", evidence)
	if evidence != "" && e == 0 {
		p.fault("eligibility_evidence", CodeContradiction, "a record is given and not what it says; write ELIGIBLE, NOT_ELIGIBLE or UNKNOWN as eligibility")
	}
}
