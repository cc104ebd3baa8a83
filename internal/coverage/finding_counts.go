package coverage

import (
	"context"
	"errors"
	"slices"

	"fugai/model"
)

// FindingCountsQuery is a question for what every rule of the look-back finds in a scope.
type FindingCountsQuery struct {
	// Subject narrows to the rules on one kind of subject; nil asks for all.
	Subject *model.Subject
	Where   *model.SubjectFilter
	AsOf    *model.Date
	// CompareTo is an earlier date with which every share is compared.
	CompareTo  *model.Date
	MinVersion *model.DataVersion
}

// FindingCounts counts what every rule of the look-back finds, in the order of the catalogue: each kind of subject in one scan.
func (s *Service) FindingCounts(ctx context.Context, query FindingCountsQuery) ([]*model.FindingCount, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	list := []*model.FindingCount{}
	var faults model.Errors
	for _, subject := range model.AllSubject() {
		if query.Subject != nil && *query.Subject != subject {
			continue
		}
		of := *q
		counts, err := of.findingCounts(subject, query)
		var found model.Errors
		switch {
		case errors.As(err, &found):
			faults = append(faults, found...)
		case err != nil:
			return nil, err
		}
		list = append(list, counts...)
	}
	if len(faults) > 0 {
		return nil, onceEach(faults)
	}
	return list, nil
}

// onceEach are faults without those that say the same.
func onceEach(faults model.Errors) (out model.Errors) {
	for _, f := range faults {
		if !slices.ContainsFunc(out, func(o *model.Error) bool { return *o == *f }) {
			out = append(out, f)
		}
	}
	return out
}

// findingCounts counts the rules on one kind of subject.
func (q *question) findingCounts(of model.Subject, query FindingCountsQuery) ([]*model.FindingCount, error) {
	t := &table{question: q, TableQuery: TableQuery{Subject: of, Where: q.about(of, query.Where), AsOf: query.AsOf}}
	for _, in := range q.list().rules {
		if in.LookBack {
			t.Asks = append(t.Asks, ShareAsk{Of: in.Key, Weight: model.WeightUnits, CompareTo: query.CompareTo})
		}
	}
	answer, err := t.coverage()
	if err != nil {
		return nil, err
	}
	list := make([]*model.FindingCount, len(answer.Total.Shares))
	for i, share := range answer.Total.Shares {
		list[i] = &model.FindingCount{Rule: share.Indicator, Share: share}
	}
	return list, nil
}

// countedBy are the dimensions by which organisations are counted.
var countedBy = []model.Dimension{model.DimensionRegion, model.DimensionSubordination, model.DimensionZone, model.DimensionDomain, model.DimensionSetUp,
	model.DimensionOrganisationKind, model.DimensionNature, model.DimensionBasis}

func namesOf(dims []model.Dimension) []string {
	out := make([]string, len(dims))
	for i, d := range dims {
		out[i] = d.String()
	}
	return out
}

// OrganisationCounts counts the organisations that live on the date, by the dimensions of countedBy. The zone of an organisation is the one
// whose own organisation it is.
func (s *Service) OrganisationCounts(ctx context.Context, query TableQuery) (*model.Coverage, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	of, live := deref(query.Of), true
	if of.Live != nil {
		q.wrong("where.live", "only organisations that live are counted here; leave it out, or ask quality with OPERATION in groupBy")
	}
	of.Live = &live
	query.Subject, query.Where = model.SubjectOrganisation, q.about(model.SubjectOrganisation, &of)
	t := &table{question: q, TableQuery: query, living: true}
	return t.coverage()
}
