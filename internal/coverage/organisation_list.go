package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// OrganisationsQuery is a question for a list of organisations.
type OrganisationsQuery struct {
	Where      *model.OrganisationFilter
	OrderBy    []*model.OrganisationOrder
	Page       model.Page
	AsOf       *model.Date
	MinVersion *model.DataVersion
}

// Organisations lists the organisations in the viewer's scope that live on the date, or were dissolved by it where asked.
func (s *Service) Organisations(ctx context.Context, query OrganisationsQuery) (*model.OrganisationConnection, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &organisationList{question: q, OrganisationFilter: deref(query.Where), orderBy: query.OrderBy}
	asked := openPage[listed](q, query.Page, query.OrderBy)
	list, err := l.list()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, l.compare)
	page, at, before, more := asked.cut(list, l.compare)
	nodes, err := q.listedOrganisations(page)
	if err != nil {
		return nil, err
	}
	return connect(q, nodes, len(list), more, before, at), nil
}

// listed is an entry of a list of organisations: what lists are ordered by, and the id.
type listed struct {
	Code          string
	Name          string
	EstablishedOn model.Date
	TermEndsOn    model.Date
	ID            model.OrganisationID
}

func (q *question) listedOrganisations(page []listed) ([]*model.Organisation, error) {
	ids := make([]model.OrganisationID, len(page))
	for i, o := range page {
		ids[i] = o.ID
	}
	found, err := q.organisationsOn(ids)
	nodes := make([]*model.Organisation, len(page))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, err
}

// organisationList is a list of organisations on its way.
type organisationList struct {
	*question
	model.OrganisationFilter
	orderBy []*model.OrganisationOrder
	setUps  map[model.OrganisationID][]model.SetUp
	// broken are the organisations that break a condition of a set-up, where it was asked for.
	broken map[model.OrganisationID]bool
}

// list is all organisations that pass the filter.
func (l *organisationList) list() ([]listed, error) {
	regions := l.regions(l.Regions, l.asOf)
	tops := l.organisations("where.superiors", l.Superiors)
	if err := l.faults.OrNil(); err != nil {
		return nil, err
	}
	x, err := l.organisationIndex()
	if err != nil {
		return nil, err
	}
	if err := l.readSetUps(); err != nil {
		return nil, err
	}
	if err := l.readBroken(); err != nil {
		return nil, err
	}
	under := x.under(l.asOf, tops)
	var out []listed
	for i := range x.rows {
		o := &x.rows[i]
		row := o.on(l.asOf)
		if row == nil || o.ended(l.asOf) != deref(l.Dissolved) || !inScope(regions, row.RegionID) || !l.passes(o.code, row) {
			continue
		}
		if l.Superiors == nil || under(row) {
			out = append(out, listed{o.code, row.Name, row.EstablishedOn, row.TermEndsOn, row.ID})
		}
	}
	return out, nil
}

func (l *organisationList) readSetUps() (err error) {
	if l.SetUps != nil {
		l.setUps, err = store.Get(l.ctx, l.store, func(v *store.View) (map[model.OrganisationID][]model.SetUp, error) {
			return v.SetUpsOn(l.data.Version, l.asOf)
		})
	}
	return err
}

func (l *organisationList) passes(code string, row *store.OrganisationRow) bool {
	nature := row.Nature
	if nature == 0 {
		nature = model.OrganisationNatureRegular
	}
	return (l.Codes == nil || slices.Contains(l.Codes, code)) &&
		(l.Kinds == nil || slices.Contains(l.Kinds, row.Kind)) &&
		(l.Natures == nil || slices.Contains(l.Natures, nature)) &&
		(l.SetUps == nil || l.coversBy(row.ID)) &&
		(l.ConditionsBroken == nil || l.broken[row.ID] == *l.ConditionsBroken) &&
		matches(l.Name, row.Name) && between(l.TermEndsOn, row.TermEndsOn)
}

// coversBy tells whether the organisation covers by one of the asked set-ups. A dissolved one covers nothing.
func (l *organisationList) coversBy(id model.OrganisationID) bool {
	setUps := l.setUps[id]
	if len(setUps) == 0 || deref(l.Dissolved) {
		return slices.Contains(l.SetUps, model.SetUpNone)
	}
	return slices.ContainsFunc(setUps, func(s model.SetUp) bool { return slices.Contains(l.SetUps, s) })
}

// under tells of rows whether they are subordinate to one of the tops, or are one.
func (x *organisationIndex) under(day model.Date, tops []model.OrganisationID) func(*store.OrganisationRow) bool {
	if len(tops) == 0 {
		return func(*store.OrganisationRow) bool { return false }
	}
	known := map[model.OrganisationID]bool{}
	parents := make(map[model.OrganisationID]model.OrganisationID, len(x.rows))
	for i := range x.rows {
		if row := x.rows[i].on(day); row != nil {
			parents[row.ID] = row.ParentID
		}
	}
	for _, id := range tops {
		known[id] = true
	}
	var is func(model.OrganisationID) bool
	is = func(id model.OrganisationID) bool {
		if answer, ok := known[id]; ok || id == 0 {
			return answer
		}
		known[id] = false // a tree with a cycle ends here
		known[id] = is(parents[id])
		return known[id]
	}
	return func(row *store.OrganisationRow) bool { return is(row.ID) }
}

// compare puts entries in the asked order; ties go by code.
func (l *organisationList) compare(a, b listed) int {
	for _, o := range l.orderBy {
		var c int
		switch o.By {
		case model.OrganisationOrderByName:
			c = cmp.Compare(a.Name, b.Name)
		case model.OrganisationOrderByEstablishedOn:
			c = cmp.Compare(a.EstablishedOn, b.EstablishedOn)
		case model.OrganisationOrderByTermEndsOn:
			c = cmp.Compare(a.TermEndsOn, b.TermEndsOn)
		default:
			c = cmp.Compare(a.Code, b.Code)
		}
		if o.Direction == model.SortDirectionDesc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(a.Code, b.Code)
}
