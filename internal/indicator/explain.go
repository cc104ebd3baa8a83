package indicator

import (
	"strings"

	"fugai/model"
)

// Explanation is why an indicator has its result for a unit on a day.
type Explanation struct {
	Indicator *Indicator
	Index     int
	Result    model.Result
	// Version is the number of the definition that held on the day.
	Version int
	// Rule is the definition's text with the numbers of the policy.
	Rule     Text
	Evidence []Evidence
	// Reasons and NextSteps are of a gap in coverage; empty for every other result.
	Reasons   []Reason
	NextSteps []model.NextStep
}

// Evidence is a fact that was used: its name, its value and the days for which it held.
type Evidence struct {
	Name  string
	Title string // Chinese
	Value string
	// Chinese is the value in Chinese terms.
	Chinese string
	// Since is the first day; 0 for what has none, such as a number of further rows.
	Since model.Date
	// Until is the first day on which it did not hold any more; Never while it holds.
	Until   model.Date
	CoverID model.CoverID
}

// String is the evidence in one line, for example "fullMembers=2 since 2024-01-01".
func (e Evidence) String() string {
	text := e.Name + "=" + e.Value
	if e.Since != 0 {
		text += " since " + e.Since.String()
	}
	if !e.Until.Open() {
		text += " until " + e.Until.String()
	}
	return text
}

// Explain tells for every indicator of the catalogue its result on a day and why; nothing before the unit was founded.
func (rs *RuleSet) Explain(h *UnitHistory, on model.Date) []Explanation {
	if len(h.Facts) == 0 || on < h.FoundedOn() {
		return nil
	}
	var d unitDay
	var span model.Span
	d.see(h, h.FoundedOn(), on, rs.on(on))
	d.fill(&span, h.ID)
	explanations := make([]Explanation, len(catalogue))
	for i, in := range catalogue {
		def := d.rules.definitions[i]
		e := Explanation{
			Indicator: in, Index: i, Result: span.Class.Results.Of(i), Version: def.Number,
			Rule: rs.Formula(i, on), Evidence: d.evidence(h, def),
		}
		if e.Result == model.ResultUnmet && in.Coverage {
			e.Reasons, e.NextSteps = rs.SpanReasons(&span, h.Covers, i, on), rs.NextSteps(&span, on)
		}
		explanations[i] = e
	}
	return explanations
}

// factName names a fact of a unit that rules use.
type factName uint8

const (
	statusFact factName = iota
	domainFact
	controlFact
	employees
	fullMembers
	probationaryMembers
	publicOrPrivate
)

var factTitles = [...][2]string{
	statusFact:          {"status", "登记状态"},
	domainFact:          {"domain", "领域"},
	controlFact:         {"control", "控股情况"},
	employees:           {"employees", "从业人员"},
	fullMembers:         {"fullMembers", "正式党员"},
	probationaryMembers: {"probationaryMembers", "预备党员"},
	publicOrPrivate:     {"publicOrPrivate", "公办民办"},
}

var notReported = Text{"not reported", "未报告"}

// value is the fact as text.
func (n factName) value(f *model.UnitFact) Text {
	switch n {
	case statusFact:
		return statusValue(f)
	case domainFact:
		return Text{strings.TrimSuffix(f.Domain.String()+"+"+f.AlsoDomain.String(), "+"), strings.TrimSuffix(f.Domain.Title()+"、"+f.AlsoDomain.Title(), "、")}
	case controlFact:
		return named(f.Control)
	case employees:
		return counted(f.Employees)
	case fullMembers:
		return counted(f.FullMembers)
	case publicOrPrivate:
		return named(f.PublicOrPrivate)
	}
	if f.NoProbationaryColumn && !f.ProbationaryMembers.Known() {
		return Text{"0 (the source has no column for them)", "0（来源无此列）"}
	}
	return counted(f.ProbationaryMembers)
}

func statusValue(f *model.UnitFact) Text {
	status := f.Status
	if status == 0 {
		status = model.UnitStatusActive
	}
	if f.StatusEvidence == "" {
		return Text{status.String(), status.Title()}
	}
	return Text{status.String() + " (" + f.StatusEvidence + ")", status.Title() + "（" + f.StatusEvidence + "）"}
}

func named[T interface {
	String() string
	Title() string
}](v T) Text {
	if v.String() == "" {
		return notReported
	}
	return Text{v.String(), v.Title()}
}

func counted(c model.Count) Text {
	if !c.Known() {
		return notReported
	}
	return Text{c.String(), c.String()}
}

// evidence is the facts that a definition used, then the covers of the kinds that it asks for.
func (d *unitDay) evidence(h *UnitHistory, def *Definition) []Evidence {
	list := []Evidence{d.fromFact(h, statusFact)}
	for _, name := range def.facts {
		list = append(list, d.fromFact(h, name))
	}
	for i := range h.Covers {
		if e, ok := d.fromCover(&h.Covers[i], def.kinds); ok {
			list = append(list, e)
		}
	}
	if def.more != nil {
		list = append(list, def.more(d)...)
	}
	return list
}

// fromFact is a fact's value and the unbroken run of days in which it was the same.
func (d *unitDay) fromFact(h *UnitHistory, name factName) Evidence {
	return factRun(factTitles[name][0], factTitles[name][1], len(h.Facts), func(i int) model.Date { return h.Facts[i].ValidFrom },
		func(i int) Text { return name.value(&h.Facts[i]) }, d.founded, d.on)
}

// fromCover is a cover that was in force on the day or had ended by it.
func (d *unitDay) fromCover(c *CoverHistory, kinds sorts) (Evidence, bool) {
	s, end := c.Standing(d.on)
	if s == model.NeverInForce {
		return Evidence{}, false
	}
	day, until := d.on, model.Never
	if s == model.StandingEnded {
		day, until = end-1, end
	}
	if d.sortOf(c, day)&kinds == 0 {
		return Evidence{}, false
	}
	value := d.coverValue(c, day, s)
	return Evidence{Name: "cover", Title: "覆盖", Value: value.English, Chinese: value.Chinese, Since: c.ValidFrom, Until: until, CoverID: c.ID}, true
}

// coverValue names the cover: by what, and whether it is in force or ended and why.
func (d *unitDay) coverValue(c *CoverHistory, day model.Date, s model.Standing) Text {
	value := named(c.MeansOn(day))
	if c.Kind == model.CoverKindOrganisation {
		setUp := c.SetUpOn(day)
		value = Text{setUp.String() + " " + c.OrganisationCode, setUp.Title() + "（" + c.OrganisationCode + "）"}
		if o := c.OrganisationOn(day); o != nil && !d.rules.natureCounts[o.Nature] {
			value = Text{value.English + " " + o.Nature.String(), value.Chinese + o.Nature.Title()}
		}
	}
	if s == model.StandingInForce {
		return Text{value.English + ", in force", value.Chinese + "，在效"}
	}
	why := c.WhyEnded(day + 1)
	if why == 0 {
		return Text{value.English + ", ended", value.Chinese + "，已终止"}
	}
	return Text{value.English + ", ended: " + why.String(), value.Chinese + "，已终止：" + why.Title()}
}
