package coverage

import (
	"fmt"
	"slices"

	"fugai/internal/cube"
	"fugai/model"
)

// none is the code of the group without a zone or a superior.
const none = "NONE"

// defaultGap is the indicator whose gaps filters speak of where a question names none.
const defaultGap model.IndicatorKey = "TWO_COVERAGES"

func (q *question) tree(d model.Date) *cube.RegionTree { return q.data.Regions.On(d) }

// filter translates a filter for a date, narrowed to the viewer's scope. Faults are collected in q; the filter is good only
// when there are none.
func (q *question) filter(where *model.UnitFilter, on model.Date) (*cube.Filter, error) {
	if where == nil {
		where = &model.UnitFilter{}
	}
	f := &cube.Filter{Name: where.Name}
	f.Regions = q.askedRegions(where, on)
	q.superiors(f, where, on)
	q.directly(where)
	f.Zones = q.zones(where.Zones, on)
	f.Employees, f.FullMembers, f.Members = bounds(where.Employees), bounds(where.FullMembers), bounds(where.Members)
	if r := where.FoundedOn; r != nil {
		f.FoundedFrom, f.FoundedBefore = deref(r.Gte), deref(r.Lt)
	}
	f.Units = q.units(where.CreditCodes)
	f.Class = q.class(where)
	q.gapAges(f, where)
	q.memberFilters(where)
	q.personFilters(where)
	q.moved(f, where)
	return f, q.faults.OrNil()
}

// regions is the set of ids that the asked regions and the viewer's scope leave; nil is all.
func (q *question) regions(codes []model.RegionCode, on model.Date) []bool {
	return q.regionSet(codes, on, (*cube.RegionTree).Within)
}

// askedRegions is the same of a filter, which may leave out what lies below the regions.
func (q *question) askedRegions(where *model.UnitFilter, on model.Date) []bool {
	if slices.Contains(where.Directly, model.DimensionRegion) {
		return q.regionSet(where.Regions, on, (*cube.RegionTree).Directly)
	}
	return q.regions(where.Regions, on)
}

func (q *question) regionSet(codes []model.RegionCode, on model.Date, of func(*cube.RegionTree, []*model.RegionNode) []bool) []bool {
	tree := q.tree(on)
	var scope *model.RegionNode
	if !q.who.Whole() {
		if scope = tree.Node(q.who.Region); scope == nil {
			return []bool{} // the scope's region does not exist on the date, so nothing is seen
		}
	}
	if codes == nil {
		if scope == nil {
			return nil
		}
		return tree.Within([]*model.RegionNode{scope})
	}
	return of(tree, q.regionNodes("where.regions", codes, on))
}

// directly refuses what cannot be asked for directly: what has no tree, and a tree of which no node is named.
func (q *question) directly(where *model.UnitFilter) {
	for i, d := range where.Directly {
		path := fmt.Sprintf("where.directly[%d]", i)
		switch {
		case d != model.DimensionRegion && d != model.DimensionSubordination:
			q.wrong(path, "%s is no tree; use REGION, SUBORDINATION or both", d)
		case d == model.DimensionRegion && where.Regions == nil:
			q.wrong(path, "REGION needs regions; name the region on which the units stand")
		case d == model.DimensionSubordination && where.Superiors == nil:
			q.wrong(path, "SUBORDINATION needs superiors; name the organisation under which the units stand")
		}
	}
}

// regionNodes are the nodes of codes. One that does not exist, or lies outside the viewer's scope, is a fault.
func (q *question) regionNodes(path string, codes []model.RegionCode, on model.Date) []*model.RegionNode {
	tree := q.tree(on)
	var scope *model.RegionNode
	if !q.who.Whole() {
		scope = tree.Node(q.who.Region)
	}
	var nodes []*model.RegionNode
	for i, code := range codes {
		at, n := path, tree.Find(code)
		if len(codes) > 1 || path == "where.regions" {
			at = fmt.Sprintf("%s[%d]", path, i)
		}
		switch {
		case n == nil && q.who.Whole():
			q.wrong(at, "there is no region %s on %s; the field regions lists those that exist", code, on)
		case !q.who.Whole() && (n == nil || scope == nil || !n.Within(scope)):
			q.fault(model.Denied(at, "%s is outside the scope of this key, which is %s; ask for a region inside it", code, q.who.RegionCode))
		default:
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func (q *question) superiors(f *cube.Filter, where *model.UnitFilter, on model.Date) {
	if where.Superiors == nil {
		return
	}
	tree, tops := q.data.Subordination.On(on), q.organisations("where.superiors", where.Superiors)
	if slices.Contains(where.Directly, model.DimensionSubordination) {
		f.Places, f.Territories = tree.Directly(tops)
		return
	}
	f.Places, f.Territories = tree.Within(tops)
}

// organisations are the ids of codes; NONE is 0.
func (q *question) organisations(path string, codes []string) []model.OrganisationID {
	var ids []model.OrganisationID
	for i, code := range codes {
		id := q.data.Subordination.Find(code)
		if id == 0 && code != none {
			q.wrong(fmt.Sprintf("%s[%d]", path, i), "there is no organisation %q; the field organisations lists those that exist", code)
		}
		ids = append(ids, id)
	}
	return ids
}

func (q *question) zones(codes []string, on model.Date) []bool {
	if codes == nil {
		return nil
	}
	outside := slices.Contains(codes, none)
	set := make([]bool, q.data.Zones.Size())
	for i := range set {
		set[i] = outside // a zone that does not exist on the date is none
	}
	known := map[string]model.ZoneID{none: 0}
	for _, z := range q.data.Zones.On(on) {
		known[z.Code] = z.ZoneID
		set[z.ZoneID] = false
	}
	for i, code := range codes {
		id, ok := known[code]
		if !ok {
			q.wrong(fmt.Sprintf("where.zones[%d]", i), "there is no zone %q on %s; the field zones lists those that exist", code, on)
			continue
		}
		set[id] = true
	}
	return set
}

func bounds(r *model.IntRange) cube.Range {
	if r == nil {
		return cube.Range{}
	}
	lo, hi := r.Bounds()
	return cube.Range{Set: true, Lo: lo, Hi: hi}
}

func deref[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func (q *question) units(codes []model.CreditCode) map[model.UnitID]bool {
	if codes == nil {
		return nil
	}
	set := map[model.UnitID]bool{}
	for _, code := range codes {
		if id, ok := q.spans.UnitByCode(code); ok {
			set[id] = true
		}
	}
	return set
}

// class joins all conditions on small dimensions into one; nil where there is none.
func (q *question) class(where *model.UnitFilter) func(*model.SpanClass) bool {
	all := slices.Clone(q.narrowed)
	add := func(asked bool, ok func(*model.SpanClass) bool) {
		if asked {
			all = append(all, ok)
		}
	}
	add(where.Domains != nil, func(c *model.SpanClass) bool {
		return slices.Contains(where.Domains, c.Domain) || c.AlsoDomain != 0 && slices.Contains(where.Domains, c.AlsoDomain)
	})
	add(where.Controls != nil, func(c *model.SpanClass) bool { return slices.Contains(where.Controls, c.Control) })
	add(where.Sizes != nil, func(c *model.SpanClass) bool { return slices.Contains(where.Sizes, c.Size) })
	add(where.Kinds != nil, func(c *model.SpanClass) bool { return slices.Contains(where.Kinds, c.Kind) })
	add(where.EmployeeBands != nil, func(c *model.SpanClass) bool { return slices.Contains(where.EmployeeBands, c.EmployeeBand) })
	add(where.AboveScale != nil, func(c *model.SpanClass) bool { return slices.Contains(where.AboveScale, c.AboveScale) })
	add(where.PublicOrPrivate != nil, func(c *model.SpanClass) bool { return slices.Contains(where.PublicOrPrivate, c.PublicOrPrivate) })
	add(where.Operations != nil, func(c *model.SpanClass) bool { return slices.Contains(where.Operations, c.Operation) })
	add(where.Establishments != nil, func(c *model.SpanClass) bool {
		return slices.Contains(where.Establishments, c.Establishment) ||
			slices.Contains(where.Establishments, model.EstablishmentNotEstablished) && notEstablished(c.Establishment)
	})
	add(where.SetUps != nil, func(c *model.SpanClass) bool { return slices.Contains(where.SetUps, c.SetUp) })
	add(where.WorkMeans != nil, func(c *model.SpanClass) bool { return slices.Contains(where.WorkMeans, c.WorkMeans) })
	if where.Industries != nil {
		sections := q.sections(where.Industries)
		add(true, func(c *model.SpanClass) bool { return slices.Contains(sections, c.Industry) })
	}
	for i, r := range where.Results {
		index := q.index(fmt.Sprintf("where.results[%d].indicator", i), r.Indicator)
		add(true, func(c *model.SpanClass) bool { return slices.Contains(r.In, c.Results.Of(index)) })
	}
	if where.GapReasons != nil {
		all = append(all, q.gapReasons(where))
	}
	if where.ReturnCell != nil {
		all = append(all, q.returnCell(where.ReturnCell))
	}
	if len(all) == 0 {
		return nil
	}
	return func(c *model.SpanClass) bool {
		for _, ok := range all {
			if !ok(c) {
				return false
			}
		}
		return true
	}
}

// sections reads letters A–T and UNKNOWN.
func (q *question) sections(codes []string) []byte {
	var out []byte
	for i, code := range codes {
		switch {
		case code == model.SizeUnknown.String():
			out = append(out, 0)
		case len(code) == 1 && code[0] >= 'A' && code[0] <= 'T':
			out = append(out, code[0])
		default:
			q.wrong(fmt.Sprintf("where.industries[%d]", i), "%q is no section of GB/T 4754-2017; use a letter from A to T, or UNKNOWN", code)
		}
	}
	return out
}

func (q *question) gapIndicator(where *model.UnitFilter) int {
	key := defaultGap
	if where.GapAgeOf != nil {
		key = *where.GapAgeOf
	}
	return q.index("where.gapAgeOf", key)
}

func (q *question) gapAges(f *cube.Filter, where *model.UnitFilter) {
	if where.GapAges != nil {
		f.Ages = &cube.AgeFilter{Indicator: q.gapIndicator(where), Ages: where.GapAges}
	}
}

func (q *question) gapReasons(where *model.UnitFilter) func(*model.SpanClass) bool {
	index, wanted := q.gapIndicator(where), where.GapReasons
	return func(c *model.SpanClass) bool {
		if c.Results.Of(index) != model.ResultUnmet {
			return false
		}
		for _, r := range wanted {
			switch r {
			case model.GapReasonCodeCoverNotCounted:
				if c.NotCounted>>index&1 == 1 {
					return true
				}
			case model.GapReasonCodeCoverEnded:
				if c.Ended>>index&1 == 1 {
					return true
				}
			case model.GapReasonCodeNotEstablished, c.Reason:
				return true
			}
		}
		return false
	}
}

// memberFilters denies conditions on member figures to viewers without the right to them, because a count under such a
// condition tells the figure of a single unit.
func (q *question) memberFilters(where *model.UnitFilter) {
	if q.who.CanReadMemberFigures() {
		return
	}
	deny := func(asked bool, path string) {
		if asked {
			q.fault(model.Denied(path, "this key's role may not filter by member figures; leave the condition out or use a key of the role DEPARTMENT"))
		}
	}
	deny(where.FullMembers != nil, "where.fullMembers")
	deny(where.Members != nil, "where.members")
	deny(slices.ContainsFunc(where.Establishments, func(e model.Establishment) bool {
		return e != model.EstablishmentNotEstablished && notEstablished(e)
	}), "where.establishments")
	deny(slices.ContainsFunc(where.GapReasons, func(r model.GapReasonCode) bool {
		return r < model.GapReasonCodeNotEstablished
	}), "where.gapReasons")
	deny(where.GapAgeOf != nil && memberBased[*where.GapAgeOf], "where.gapAgeOf")
	for i, r := range where.Results {
		deny(memberBased[r.Indicator], fmt.Sprintf("where.results[%d]", i))
	}
	deny(where.Movement != nil && memberBased[where.Movement.Indicator], "where.movement")
}

// personFilters denies conditions on what tells of persons, as memberFilters does for members.
func (q *question) personFilters(where *model.UnitFilter) {
	for i, r := range where.Results {
		if personal[r.Indicator] && !q.who.CanReadPersons() {
			path := fmt.Sprintf("where.results[%d]", i)
			q.fault(model.Denied(path, "%s tells of persons; leave the condition out or use a key of the role DEPARTMENT", r.Indicator))
		}
	}
}

// moved narrows to the units that a term of a movement counts; the other conditions are judged on both dates.
func (q *question) moved(f *cube.Filter, where *model.UnitFilter) {
	m := where.Movement
	if m == nil {
		return
	}
	index := q.index("where.movement.indicator", m.Indicator)
	if m.From >= m.To {
		q.wrong("where.movement", "from (%s) must lie before to (%s)", m.From, m.To)
	}
	if len(q.faults) > 0 {
		return
	}
	rest := *where
	rest.Movement = nil
	from, err := q.filter(&rest, m.From)
	if err != nil {
		return
	}
	to, err := q.filter(&rest, m.To)
	if err != nil {
		return
	}
	before := cube.Side{On: m.From, Filter: from, Group: &cube.Grouping{}}
	after := cube.Side{On: m.To, Filter: to, Group: &cube.Grouping{}}
	*f = cube.Filter{Units: q.data.Moved(before, after, index, m.Term)}
	f.Regions = q.regions(nil, q.asOf) // the scope holds on the date of the question, too
}

// notEstablished tells the rows of the annual return that follow from the count of members.
func notEstablished(e model.Establishment) bool {
	return e >= model.EstablishmentNotEstablishedDue && e <= model.EstablishmentNotEstablished
}
