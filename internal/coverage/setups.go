package coverage

import (
	"context"
	"slices"

	"fugai/internal/access"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// SetUpConditionsOf are the conditions of the set-ups of organisations on a date: the batch of a loader. Of an organisation outside
// the viewer's scope nothing is told, and what tells of members only with the right to member figures.
func (s *Service) SetUpConditionsOf(
	ctx context.Context, ids []model.OrganisationID, asOf model.Date,
) (map[model.OrganisationID][]*model.SetUpCondition, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	all, err := q.setUpConditions(ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.OrganisationID][]*model.SetUpCondition, len(ids))
	for id, list := range all {
		for i := range list {
			out[id] = append(out[id], q.showCondition(&list[i]))
		}
	}
	return out, nil
}

// ofMembers are the conditions that tell of members.
var ofMembers = map[model.SetUpConditionCode]bool{
	model.SetUpConditionCodeParticipants: true, model.SetUpConditionCodeOneHome: true, model.SetUpConditionCodeAdmitsNobody: true,
	model.SetUpConditionCodeHeadcount: true, model.SetUpConditionCodeStandAlone: true,
}

func (q *question) showCondition(c *model.SetUpCondition) *model.SetUpCondition {
	if ofMembers[c.Code] && !q.who.CanReadMemberFigures() {
		return &model.SetUpCondition{SetUp: c.SetUp, Code: c.Code, State: model.ConditionStateForbidden, Message: model.ConditionStateForbidden.Title()}
	}
	return c
}

// setUpConditions judges organisations in the viewer's scope on the date of the question. The number of reads does not depend on
// how many they are.
func (q *question) setUpConditions(ids []model.OrganisationID) (map[model.OrganisationID][]model.SetUpCondition, error) {
	r := &setUpReader{question: q}
	if err := r.read(ids); err != nil {
		return nil, err
	}
	seen, out := q.scope(q.asOf), make(map[model.OrganisationID][]model.SetUpCondition, len(ids))
	for _, id := range ids {
		facts := r.facts(id)
		if facts != nil && seen.sees(facts.Organisation.RegionID) {
			out[id] = q.rules.Policy().SetUpConditions(facts, q.asOf)
		}
	}
	return out, nil
}

// setUpReader holds what the conditions of some organisations are judged by.
type setUpReader struct {
	*question
	histories      map[model.OrganisationID][]model.OrganisationFact
	covers         map[model.OrganisationID][]model.Cover
	participations map[model.OrganisationID][]model.Participation
}

func (r *setUpReader) read(ids []model.OrganisationID) error {
	return r.store.View(r.ctx, func(v *store.View) (err error) {
		if r.covers, err = v.CoversOfOrganisations(r.data.Version, ids); err != nil {
			return err
		}
		if r.participations, err = v.ParticipationsOf(r.data.Version, ids); err != nil {
			return err
		}
		known := slices.Clone(ids)
		for _, list := range r.participations {
			for i := range list {
				known = append(known, list[i].HomeOrganisationID)
			}
		}
		slices.Sort(known)
		r.histories, err = v.OrganisationHistory(r.data.Version, slices.Compact(known))
		return err
	})
}

// holder is an organisation's facts, for what is asked of the holder of a cover.
func (r *setUpReader) holder(id model.OrganisationID) *model.CoverHistory {
	return &model.CoverHistory{Organisation: r.histories[id]}
}

func (r *setUpReader) facts(id model.OrganisationID) *indicator.SetUpFacts {
	h := r.holder(id)
	fact := h.OrganisationOn(r.asOf)
	if fact == nil || fact.ValidFrom > r.asOf {
		return nil
	}
	out := &indicator.SetUpFacts{Organisation: fact.OrganisationAttributes}
	_, out.Dissolved = h.HolderEnded(r.asOf)
	units := map[model.UnitID]bool{}
	for _, c := range r.covers[id] {
		if c.On(r.asOf) && !units[c.UnitID] {
			if cover, ok := r.cover(&model.CoverHistory{Cover: c, Organisation: h.Organisation}); ok {
				units[c.UnitID] = true
				out.Covers = append(out.Covers, cover)
			}
		}
	}
	for _, p := range r.participations[id] {
		if p.On(r.asOf) {
			out.Participants = append(out.Participants, r.participants(&p))
		}
	}
	return out
}

// cover is a cover with what its unit is on the date; false for a unit that is not founded or does not operate.
func (r *setUpReader) cover(c *model.CoverHistory) (out indicator.SetUpCover, ok bool) {
	row, ok := r.data.RowOf(c.UnitID, r.asOf)
	if !ok {
		return out, false
	}
	span := r.data.Span(row)
	return indicator.SetUpCover{SetUp: c.SetUpOn(r.asOf), Basis: c.Basis, FullMembers: span.FullMembers, Sort: r.sortOf(&span)},
		span.Class.Operation == model.OperationOperating
}

// sortOf is the sort of unit that local practice may give a width of its own.
func (r *setUpReader) sortOf(span *model.Span) indicator.JointSort {
	var region model.RegionCode
	if n := r.tree(r.asOf).Node(span.RegionID); n != nil {
		region = n.Code
	}
	return indicator.JointSortOf(span.Class.Domain, span.Class.PublicOrPrivate, region)
}

func (r *setUpReader) participants(p *model.Participation) indicator.SetUpParticipants {
	home := r.holder(p.HomeOrganisationID)
	out := indicator.SetUpParticipants{
		Home: r.data.Subordination.Code(p.HomeOrganisationID), Here: p.HomeOrganisationID == p.OrganisationID, FullMembers: p.FullMembers,
	}
	if fact := home.OrganisationOn(r.asOf); fact != nil {
		out.HomeKnown, out.HomeFullMembers = true, fact.FullMembers
		_, out.HomeEnded = home.HolderEnded(r.asOf)
	}
	return out
}

// readBroken finds the organisations that break a condition, among those with a set-up that has any.
func (l *organisationList) readBroken() error {
	if l.ConditionsBroken == nil {
		return nil
	}
	if err := l.who.Need(access.ReadMemberFigures, "where.conditionsBroken"); err != nil {
		return err
	}
	ids, err := store.Get(l.ctx, l.store, func(v *store.View) ([]model.OrganisationID, error) {
		return v.OrganisationsWithConditions(l.data.Version, l.asOf)
	})
	if err != nil {
		return err
	}
	l.broken = map[model.OrganisationID]bool{}
	all, err := l.setUpConditions(ids)
	for id, list := range all {
		l.broken[id] = slices.ContainsFunc(list, func(c model.SetUpCondition) bool { return c.State == model.ConditionStateBroken })
	}
	return err
}
