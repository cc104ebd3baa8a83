package property

import (
	"math/rand/v2"
	"slices"

	"fugai/model"
)

// asker makes random questions of a world.
type asker struct {
	*rand.Rand
	*naive
	codes []model.CreditCode
	// dates are the days that questions ask for.
	dates []model.Date
	// scope is the region that the viewer sees; 0 is the whole.
	scope model.RegionID
}

func (a *asker) chance(of int) bool { return a.IntN(of) == 0 }

func (a *asker) date() model.Date { return pick(a.Rand, a.dates...) }

func (a *asker) indicator() model.IndicatorKey { return pick(a.Rand, readings...).key }

// some are a few values of an enum.
func some[T any](a *asker, all []T) []T {
	out := []T{pick(a.Rand, all...)}
	for range a.IntN(2) {
		out = append(out, pick(a.Rand, all...))
	}
	return out
}

// conditions are the fields of a filter, one function each.
var conditions = []func(a *asker, f *model.UnitFilter, days []model.Date){
	func(a *asker, f *model.UnitFilter, days []model.Date) { f.Regions = a.regionCodes(days) },
	func(a *asker, f *model.UnitFilter, days []model.Date) { f.Regions = a.regionCodes(days) },
	func(a *asker, f *model.UnitFilter, days []model.Date) { f.Superiors = a.superiorCodes(days) },
	func(a *asker, f *model.UnitFilter, days []model.Date) { f.Zones = a.zoneCodes(days) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Domains = some(a, model.AllDomain()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Controls = some(a, model.AllControl()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.Industries = some(a, []string{"A", "C", "P", "UNKNOWN"})
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Sizes = some(a, model.AllSize()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.Kinds = some(a, []model.UnitKind{model.UnitKindAssociation, model.UnitKindPrimarySchool, model.UnitKindNone})
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.EmployeeBands = some(a, model.AllEmployeeBand())
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.AboveScale = some(a, model.AllAboveScale()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.PublicOrPrivate = some(a, model.AllPublicOrPrivate())
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Operations = some(a, model.AllOperation()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.Establishments = some(a, model.AllEstablishment())
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.SetUps = some(a, model.AllSetUp()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.WorkMeans = some(a, model.AllWorkMeans()) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.GapAges, f.GapAgeOf = some(a, model.AllGapAge()), a.gapAgeOf()
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.GapReasons, f.GapAgeOf = some(a, model.AllGapReasonCode()), a.gapAgeOf()
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Employees = a.numbers(30, 50, 100, 250) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.FullMembers = a.numbers(0, 1, 3, 4) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) { f.Members = a.numbers(0, 1, 3, 5) },
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		from, to := a.date(), a.date()
		f.FoundedOn = pick(a.Rand, &model.DateRange{Gte: &from}, &model.DateRange{Lt: &to}, &model.DateRange{Gte: &from, Lt: &to})
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		text := pick(a.Rand, "甲", "公司", "乙协会", "甲学校")
		f.Name = pick(a.Rand, &model.TextFilter{Eq: &text}, &model.TextFilter{StartsWith: &text}, &model.TextFilter{Contains: &text})
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.CreditCodes = []model.CreditCode{"91350100M000100Y43"}
		for range pick(a.Rand, 3, 40) {
			f.CreditCodes = append(f.CreditCodes, pick(a.Rand, a.codes...))
		}
	},
	func(a *asker, f *model.UnitFilter, _ []model.Date) {
		f.Results = append(f.Results, &model.ResultFilter{Indicator: a.indicator(), In: some(a, model.AllResult())})
	},
}

func (a *asker) gapAgeOf() *model.IndicatorKey {
	if a.chance(3) {
		return nil
	}
	key := a.indicator()
	return &key
}

func (a *asker) numbers(values ...int) *model.IntRange {
	x, y := pick(a.Rand, values...), pick(a.Rand, values...)
	return pick(a.Rand, &model.IntRange{Eq: &x}, &model.IntRange{Gt: &x}, &model.IntRange{Gte: &x}, &model.IntRange{Lt: &x}, &model.IntRange{Gte: &x, Lte: &y})
}

// where is a filter of a few conditions that can be asked on all of the days.
func (a *asker) where(days ...model.Date) *model.UnitFilter {
	f := &model.UnitFilter{}
	for range a.IntN(4) {
		pick(a.Rand, conditions...)(a, f, days)
	}
	if f.Regions != nil && a.chance(3) {
		f.Directly = append(f.Directly, model.DimensionRegion)
	}
	if f.Superiors != nil && a.chance(3) {
		f.Directly = append(f.Directly, model.DimensionSubordination)
	}
	return f
}

// regionCodes are one or two regions, neither within the other, that exist in the scope on all days; nil where none is found.
func (a *asker) regionCodes(days []model.Date) (codes []model.RegionCode) {
	var chosen []*place
	for range 1 + a.IntN(2) {
		rows := a.rows[days[0]]
		if len(rows) == 0 {
			return nil
		}
		p := pick(a.Rand, a.upward(days[0], pick(a.Rand, rows...).region)...)
		if a.apart(p, chosen, days) {
			chosen = append(chosen, p)
			codes = append(codes, model.RegionCode(p.code))
		}
	}
	return codes
}

func (a *asker) apart(p *place, others []*place, days []model.Date) bool {
	for _, d := range days {
		now := a.regions[d][p.id]
		scoped := a.scope == 0
		if now == nil || now.code != p.code {
			return false
		}
		for _, up := range a.upward(d, p.id) {
			scoped = scoped || up.id == a.scope
		}
		for _, o := range others {
			above := func(x *place) func(*place) bool { return func(y *place) bool { return x.id == y.id } }
			if slices.ContainsFunc(a.upward(d, p.id), above(o)) || slices.ContainsFunc(a.upward(d, o.id), above(p)) {
				return false
			}
		}
		if !scoped {
			return false
		}
	}
	return true
}

// superiorCodes are an organisation, or NONE, or both.
func (a *asker) superiorCodes(days []model.Date) []string {
	var codes []string
	for _, b := range a.bodies[days[0]] {
		codes = append(codes, b.code)
	}
	slices.Sort(codes)
	return pick(a.Rand, []string{pick(a.Rand, codes...)}, []string{pick(a.Rand, "P", "C1", "X11", "X12")}, []string{"NONE"}, []string{"NONE", "C1"})
}

// zoneCodes are zones that exist on all days, or NONE.
func (a *asker) zoneCodes(days []model.Date) []string {
	codes := some(a, []string{"Z0", "Z1", "Z2", "NONE"})
	for _, d := range days {
		for _, code := range a.zones[d] {
			if code == "Z3" && len(days) == 1 {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// groupBy are up to three dimensions.
// unitDimensions are those by which units are counted; the rest are of organisations and instructors.
var unitDimensions = slices.DeleteFunc(model.AllDimension(), func(d model.Dimension) bool {
	return slices.Contains([]model.Dimension{model.DimensionOrganisationKind, model.DimensionNature, model.DimensionBasis, model.DimensionRole}, d)
})

func (a *asker) groupBy(not ...model.Dimension) (by []model.Dimension) {
	for range 1 + a.IntN(3) {
		d := pick(a.Rand, append(slices.Clone(unitDimensions), model.DimensionRegion, model.DimensionSubordination, model.DimensionGapAge)...)
		if !slices.Contains(by, d) && !slices.Contains(not, d) {
			by = append(by, d)
		}
	}
	return by
}

func (a *asker) regionLevel(by []model.Dimension) *model.RegionLevel {
	if !slices.Contains(by, model.DimensionRegion) || a.chance(2) {
		return nil
	}
	level := pick(a.Rand, model.AllRegionLevel()...)
	return &level
}
