package coverage

import (
	"slices"
	"strings"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// hit is a subject of which a rule finds something.
type hit struct {
	row   cube.Row
	index int
	// since is the first day of the run, on the day whose facts are told: that of the question, or the first of a run that lies ahead.
	since, on model.Date
}

// tell puts what rules find into words. It reads the histories of the subjects as they were known at the data version of the question.
func (q *question) tell(hits []hit) ([]*model.Finding, error) {
	if len(hits) == 0 {
		return []*model.Finding{}, nil
	}
	ids := make([]model.UnitID, len(hits))
	for i := range hits {
		ids[i] = q.spans.UnitID(hits[i].row)
	}
	known, err := q.tellers(ids)
	if err != nil {
		return nil, err
	}
	out := make([]*model.Finding, len(hits))
	for i := range hits {
		out[i] = q.finding(&hits[i], known[ids[i]])
	}
	return out, nil
}

// teller knows the history of one subject.
type teller interface {
	name(on model.Date) string
	finding(rules *indicator.RuleSet, index int, on model.Date) (*indicator.Finding, bool)
	// covered are its covers, where they may be of units that not every viewer sees.
	covered() []model.CoveredUnit
}

func (q *question) finding(h *hit, known teller) *model.Finding {
	span := q.spans.Span(h.row)
	f := &model.Finding{
		Rule: q.shown(h.index), Subject: q.subject, ID: model.SubjectID(span.UnitID), Code: string(q.spans.CreditCode(h.row)),
		Name: strings.ToValidUTF8(span.Name, ""), Region: q.tree(q.asOf).Node(span.RegionID).On(q.asOf),
		Since: h.since, Days: int(q.asOf - h.since), AsOf: q.asOf, Evidence: []*model.Evidence{},
	}
	if known != nil {
		f.Name = known.name(h.on)
		if told, ok := known.finding(q.rules.RuleSet, h.index, h.on); ok {
			f.SinceRuleChange = told.ByRules
			f.Text, f.TextEnglish, f.Mend, f.MendEnglish = told.Text.Chinese, told.Text.English, told.Mend.Chinese, told.Mend.English
			f.Evidence = q.evidence(q.inScope(told.Evidence, known))
		}
	}
	if f.Text == "" { // an import is running, and has changed facts of which the results are still to be computed
		f.Text, f.TextEnglish = f.Rule.Title+"：资料正在导入，详情待更新", f.Rule.TitleEnglish+": an import is running, details follow"
	}
	if q.subject == model.SubjectInstructor {
		f.Name = q.who.Text(f.Name)
	}
	return f
}

// inScope leaves out what names a unit outside the viewer's scope.
func (q *question) inScope(list []indicator.Evidence, known teller) []indicator.Evidence {
	seen := q.scope(q.asOf)
	if seen.whole() {
		return list
	}
	return slices.DeleteFunc(list, func(e indicator.Evidence) bool {
		return e.CoverID != 0 && slices.ContainsFunc(known.covered(), func(c model.CoveredUnit) bool {
			return c.ID == e.CoverID && !q.seesUnit(seen, c.UnitID)
		})
	})
}

// evidence is what the viewer may see of the facts that decided.
func (q *question) evidence(list []indicator.Evidence) []*model.Evidence {
	out := make([]*model.Evidence, 0, len(list))
	for _, one := range list {
		if q.who.CanReadMemberFigures() || !ofMembersOnly(one.Name) {
			out = append(out, &model.Evidence{Title: one.Title, Value: one.Chinese, ValueEnglish: one.Value, Since: one.Since, Until: one.Until})
		}
	}
	return out
}

// ofMembersOnly tells by its name whether a piece of evidence is a number of members.
func ofMembersOnly(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "member") || strings.Contains(name, "participant")
}

// tellers reads the histories of subjects.
func (q *question) tellers(ids []model.UnitID) (map[model.UnitID]teller, error) {
	return store.Get(q.ctx, q.store, func(v *store.View) (map[model.UnitID]teller, error) {
		switch q.subject {
		case model.SubjectOrganisation:
			found, err := v.OrganisationHistoriesAt(idsAs[model.OrganisationID](ids), q.data.Version)
			return tellersOf(found, func(h *model.OrganisationHistory) teller { return organisationTeller{h} }), err
		case model.SubjectInstructor:
			found, err := v.InstructorHistoriesAt(idsAs[model.InstructorID](ids), q.data.Version)
			return tellersOf(found, func(h *model.InstructorHistory) teller { return instructorTeller{h} }), err
		}
		found, err := v.HistoriesAt(ids, q.data.Version)
		return tellersOf(found, func(h *model.UnitHistory) teller { return unitTeller{h} }), err
	})
}

func idsAs[ID ~int64](ids []model.UnitID) []ID {
	out := make([]ID, len(ids))
	for i, id := range ids {
		out[i] = ID(id)
	}
	return out
}

func tellersOf[ID ~int64, H any](found map[ID]*H, of func(*H) teller) map[model.UnitID]teller {
	out := make(map[model.UnitID]teller, len(found))
	for id, h := range found {
		out[model.UnitID(id)] = of(h)
	}
	return out
}

type unitTeller struct{ *model.UnitHistory }

func (t unitTeller) name(on model.Date) string { return t.FactOn(on).Name }

func (t unitTeller) covered() []model.CoveredUnit { return nil }

func (t unitTeller) finding(rules *indicator.RuleSet, index int, on model.Date) (*indicator.Finding, bool) {
	return rules.UnitFinding(t.UnitHistory, index, on)
}

type organisationTeller struct{ *model.OrganisationHistory }

func (t organisationTeller) name(on model.Date) string {
	return holding(t.Facts, on, func(f *model.OrganisationFact) model.Date { return f.ValidFrom }).Name
}

func (t organisationTeller) covered() []model.CoveredUnit { return t.Covers }

func (t organisationTeller) finding(rules *indicator.RuleSet, index int, on model.Date) (*indicator.Finding, bool) {
	return rules.OrganisationFinding(t.OrganisationHistory, index, on)
}

type instructorTeller struct{ *model.InstructorHistory }

func (t instructorTeller) name(on model.Date) string {
	return holding(t.Facts, on, func(f *model.InstructorFact) model.Date { return f.ValidFrom }).Name
}

func (t instructorTeller) covered() []model.CoveredUnit { return t.Covers }

func (t instructorTeller) finding(rules *indicator.RuleSet, index int, on model.Date) (*indicator.Finding, bool) {
	return rules.InstructorFinding(t.InstructorHistory, index, on)
}

// holding is the row of facts in order of their days that holds on a day; the first one also holds before its own.
func holding[T any](facts []T, on model.Date, from func(*T) model.Date) *T {
	i := len(facts) - 1
	for i > 0 && from(&facts[i]) > on {
		i--
	}
	return &facts[i]
}
