package coverage

import (
	"fmt"
	"slices"
	"strings"

	"fugai/internal/indicator"
	"fugai/model"
)

// plural names the subjects of a kind in messages.
var plural = map[model.Subject]string{
	model.SubjectUnit: "units", model.SubjectOrganisation: "organisations", model.SubjectInstructor: "instructors",
}

// listOf is the catalogue of a kind of subject: the indicators, and how the schema shows them, in the same order.
type listOf struct {
	rules []*indicator.Indicator
	shown []*model.Indicator
}

// list is the catalogue of the kind of subject that the question is about.
func (q *question) list() *listOf { return q.rules.lists[q.subject] }

// shown is an indicator of the question's subject as the schema shows it.
func (q *question) shown(index int) *model.Indicator { return q.list().shown[index] }

// changed tells whether an indicator of the question's subject is defined differently on two days.
func (q *question) changed(index int, a, b model.Date) bool {
	return q.rules.DefinitionChangedOf(q.subject, index, a, b)
}

// index is the place of an indicator in the catalogue of the question's subject. An unknown one, and one of another subject, is a fault
// at path.
func (q *question) index(path string, key model.IndicatorKey) int {
	of, i, ok := q.rules.Find(key)
	switch {
	case !ok:
		q.unknown(path, key, func(in *indicator.Indicator) bool { return in.Subject == q.subject })
	case of != q.subject:
		q.fault(&model.Error{Code: model.CodeSubjectIsUnit, Path: path, Message: fmt.Sprintf("%s is a share of %s, not of %s; %s",
			key, plural[of], plural[q.subject], whereToAsk(q.rules.lists[of].rules[i]))})
	default:
		return i
	}
	return 0
}

// whereToAsk names the fields that answer for an indicator.
func whereToAsk(in *indicator.Indicator) string {
	if in.Coverage {
		return fmt.Sprintf("ask coverage for its share and gaps(indicator: %q) for its list", in.Key)
	}
	return fmt.Sprintf("ask quality(subject: %s) for its share and findings(rule: %q) for its list", in.Subject, in.Key)
}

// unknown is the fault of a key that no catalogue has; it lists those that fit.
func (q *question) unknown(path string, key model.IndicatorKey, fits func(*indicator.Indicator) bool) {
	var keys []string
	for _, subject := range model.AllSubject() {
		for _, in := range q.rules.lists[subject].rules {
			if fits(in) {
				keys = append(keys, string(in.Key))
			}
		}
	}
	q.wrong(path, "there is no indicator %q; use one of %s", key, strings.Join(keys, ", "))
}

// gapIndex is index for lists of gaps, which know the indicators of coverage only.
func (q *question) gapIndex(path string, key model.IndicatorKey) int {
	if _, _, known := q.rules.Find(key); !known {
		q.unknown(path, key, func(in *indicator.Indicator) bool { return in.Coverage })
		return 0
	}
	i := q.index(path, key)
	if in := q.list().rules[i]; in.Key == key && !in.Coverage {
		q.wrong(path, "%s is a rule of the look-back; ask findings(rule: %q) for what it finds", key, key)
	}
	return i
}

// dimensionsOf are the dimensions of the subjects other than units.
var dimensionsOf = map[model.Subject][]model.Dimension{
	model.SubjectOrganisation: {model.DimensionPeriod, model.DimensionRegion, model.DimensionSubordination, model.DimensionDomain, model.DimensionOperation,
		model.DimensionSetUp, model.DimensionGapAge, model.DimensionOrganisationKind, model.DimensionNature, model.DimensionBasis},
	model.SubjectInstructor: {model.DimensionPeriod, model.DimensionRegion, model.DimensionOperation, model.DimensionGapAge, model.DimensionRole},
}

// hasDimension tells whether a kind of subject has a dimension.
func hasDimension(of model.Subject, d model.Dimension) bool {
	if of == model.SubjectUnit {
		return d < model.DimensionOrganisationKind
	}
	return slices.Contains(dimensionsOf[of], d)
}

// subjectField is a condition that not every kind of subject has.
type subjectField struct {
	name  string
	given func(*model.SubjectFilter) bool
	of    []model.Subject
}

var (
	ofUnits  = []model.Subject{model.SubjectUnit}
	ofBodies = []model.Subject{model.SubjectOrganisation}
	ofBoth   = []model.Subject{model.SubjectUnit, model.SubjectOrganisation}
)

var subjectFields = []subjectField{
	{"superiors", func(f *model.SubjectFilter) bool { return f.Superiors != nil }, ofBoth},
	{"zones", func(f *model.SubjectFilter) bool { return f.Zones != nil }, ofUnits},
	{"domains", func(f *model.SubjectFilter) bool { return f.Domains != nil }, ofBoth},
	{"controls", func(f *model.SubjectFilter) bool { return f.Controls != nil }, ofUnits},
	{"industries", func(f *model.SubjectFilter) bool { return f.Industries != nil }, ofUnits},
	{"unitKinds", func(f *model.SubjectFilter) bool { return f.UnitKinds != nil }, ofUnits},
	{"organisationKinds", func(f *model.SubjectFilter) bool { return f.OrganisationKinds != nil }, ofBodies},
	{"natures", func(f *model.SubjectFilter) bool { return f.Natures != nil }, ofBodies},
	{"setUps", func(f *model.SubjectFilter) bool { return f.SetUps != nil }, ofBoth},
	{"bases", func(f *model.SubjectFilter) bool { return f.Bases != nil }, ofBodies},
	{"roles", func(f *model.SubjectFilter) bool { return f.Roles != nil }, []model.Subject{model.SubjectInstructor}},
}

// about turns the question to a kind of subject. It translates conditions on subjects to those on units, by which all cubes are asked;
// what units do not have becomes a condition of the question.
func (q *question) about(of model.Subject, f *model.SubjectFilter) *model.UnitFilter {
	q.subject, q.spans, q.narrowed = of, q.data.Of(of), nil
	if f == nil {
		return nil
	}
	q.checkFields(f)
	q.narrow(f)
	where := &model.UnitFilter{Regions: f.Regions, Superiors: f.Superiors, Zones: f.Zones, Domains: f.Domains, Controls: f.Controls,
		Industries: f.Industries, Kinds: f.UnitKinds, SetUps: f.SetUps, Name: f.Name, Results: f.Results, CreditCodes: q.subjectCodes(f.Codes)}
	if f.Live != nil {
		where.Operations = []model.Operation{model.OperationOperating}
		if !*f.Live {
			where.Operations = slices.DeleteFunc(model.AllOperation(), func(o model.Operation) bool { return o == model.OperationOperating })
		}
	}
	return where
}

func (q *question) checkFields(f *model.SubjectFilter) {
	for _, field := range subjectFields {
		if field.given(f) && !slices.Contains(field.of, q.subject) {
			var names []string
			for _, of := range field.of {
				names = append(names, plural[of])
			}
			q.wrong("where."+field.name, "%s have no %s, which is a condition on %s; leave it out, or name another subject",
				plural[q.subject], field.name, strings.Join(names, " and "))
		}
	}
	if f.Name != nil && q.subject == model.SubjectInstructor && !q.who.CanReadPersons() {
		q.fault(model.Denied("where.name", "this key's role may not filter by names of persons; leave the condition out or use a key of the role DEPARTMENT"))
	}
}

// narrow adds the conditions on dimensions that units do not have.
func (q *question) narrow(f *model.SubjectFilter) {
	add := func(asked bool, ok func(*model.SpanClass) bool) {
		if asked {
			q.narrowed = append(q.narrowed, ok)
		}
	}
	add(f.OrganisationKinds != nil, func(c *model.SpanClass) bool { return slices.Contains(f.OrganisationKinds, c.OrganisationKind) })
	add(f.Natures != nil, func(c *model.SpanClass) bool { return slices.Contains(f.Natures, c.Nature) })
	add(f.Bases != nil, func(c *model.SpanClass) bool { return slices.Contains(f.Bases, c.Basis) })
	add(f.Roles != nil, func(c *model.SpanClass) bool { return slices.Contains(f.Roles, c.Role) })
}

// subjectCodes are codes of subjects; those of units must be credit codes.
func (q *question) subjectCodes(codes []string) (out []model.CreditCode) {
	if codes == nil {
		return nil
	}
	out = make([]model.CreditCode, 0, len(codes))
	for i, code := range codes {
		one := model.CreditCode(code)
		if q.subject == model.SubjectUnit {
			var err error
			if one, err = model.ParseCreditCode(code); err != nil {
				q.wrong(fmt.Sprintf("where.codes[%d]", i), "%v", err)
			}
		}
		out = append(out, one)
	}
	return out
}
