package coverage

import (
	"context"
	"fmt"
	"strings"

	"fugai/internal/access"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
	"fugai/seeds" //nolint:depguard // The names of the industries are data of seeds, a leaf; they stand nowhere else.
)

// memberBased are the indicators whose result for one subject tells something of members, and personal those whose result tells
// something of a person.
var memberBased, personal = func() (members, persons map[model.IndicatorKey]bool) {
	members, persons = map[model.IndicatorKey]bool{}, map[model.IndicatorKey]bool{}
	for _, subject := range model.AllSubject() {
		for _, in := range new(indicator.RuleSet).Catalogue(subject) {
			members[in.Key], persons[in.Key] = in.MemberBased, in.Personal
		}
	}
	return members, persons
}()

// list is the catalogue of a kind of subject, and as the schema shows it.
func (r *ruleSet) list(of model.Subject, today model.Date) *listOf {
	list := &listOf{rules: r.Catalogue(of)}
	for i, in := range list.rules {
		one := &model.Indicator{Key: in.Key, Title: in.Title, TitleEnglish: titleEnglish(in.Key), Subject: in.Subject, LookBack: in.LookBack,
			MemberBased: in.MemberBased}
		one.Versions = versions(in)
		text := r.FormulaOf(of, i, today)
		one.Formula, one.FormulaEnglish = text.Chinese, text.English
		on := in.On(today)
		one.Regulation, one.Version = on.Regulation, one.Versions[on.Number-1]
		list.shown = append(list.shown, one)
	}
	return list
}

func versions(in *indicator.Indicator) []*model.IndicatorVersion {
	list := make([]*model.IndicatorVersion, len(in.Definitions))
	for i := range in.Definitions {
		d := &in.Definitions[i]
		list[i] = &model.IndicatorVersion{Version: fmt.Sprint(d.Number), ValidFrom: d.From, ValidTo: model.Never, Note: d.Regulation}
		if i > 0 {
			list[i-1].ValidTo = d.From
		}
	}
	return list
}

// version is the definition of an indicator on a day.
func (q *question) version(i int, on model.Date) *model.IndicatorVersion {
	return q.shown(i).Versions[q.list().rules[i].On(on).Number-1]
}

// Indicators is the catalogue: the indicators of coverage, or the rules of the look-back, of one subject or of all.
func (s *Service) Indicators(ctx context.Context, lookBack bool, of *model.Subject) ([]*model.Indicator, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	list := []*model.Indicator{}
	for _, subject := range model.AllSubject() {
		for i, in := range q.rules.lists[subject].rules {
			if (of == nil || *of == subject) && (in.LookBack && lookBack || in.Coverage && !lookBack) {
				list = append(list, q.rules.lists[subject].shown[i])
			}
		}
	}
	return list, nil
}

// Indicator is one entry of the catalogue; an unknown key is an error that lists the known.
func (s *Service) Indicator(ctx context.Context, key model.IndicatorKey) (*model.Indicator, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	of, i, ok := q.rules.Find(key)
	if !ok {
		q.unknown("key", key, func(*indicator.Indicator) bool { return true })
		return nil, q.faults.OrNil()
	}
	return q.rules.lists[of].shown[i], nil
}

// DataSet tells what the answers are made of.
func (s *Service) DataSet(ctx context.Context) (*model.DataSet, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	fleeting(ctx) // an import begins and ends beside the commits
	running, err := store.Get(ctx, s.store, (*store.View).ImportRunning)
	if err != nil {
		return nil, err
	}
	units := q.data.Units()
	if !q.who.Whole() {
		filter, err := q.filter(nil, q.asOf)
		if err != nil {
			return nil, err
		}
		_, units = q.data.Pick(q.asOf, filter, nil, nil, 0, 0)
	}
	return &model.DataSet{Version: q.data.Version, ChangedAt: q.data.ChangedAt, Today: s.today(), Demo: q.data.Demo, SecrecyLabel: s.secrecy,
		ImportRunning: running, RuleSet: q.rules.Hash(), UnitCount: units}, nil
}

// Viewer tells who asks.
func (s *Service) Viewer(ctx context.Context) (*model.Viewer, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	v := &model.Viewer{Name: q.who.Name, Role: q.who.Role, Demo: q.who.Demo, Rights: rightsOf(q.who)}
	if !q.who.Whole() {
		v.Region = q.tree(q.asOf).Node(q.who.Region).On(q.asOf)
	}
	return v, nil
}

func rightsOf(p *access.Principal) (rights []model.Right) {
	for _, one := range []struct {
		has   bool
		right model.Right
	}{
		{p.CanRead(), model.RightReadAggregates}, {p.CanReadMemberFigures(), model.RightReadMemberFigures}, {p.CanReadPersons(), model.RightReadPersons},
		{p.CanQueryFreely(), model.RightQueryFreely}, {p.CanWrite(), model.RightWrite}, {p.CanImport(), model.RightImport},
		{p.CanManageKeys(), model.RightManageKeys}, {p.CanSetPolicy(), model.RightSetPolicy},
	} {
		if one.has {
			rights = append(rights, one.right)
		}
	}
	return rights
}

// Policy is the policy in force, as it was set.
func (s *Service) Policy(ctx context.Context) (*model.PolicyView, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	set := q.rules.stored
	return &model.PolicyView{Text: set.Policy, Hash: set.Hash, SetAt: set.SetAt, Recorder: optional(set.Recorder)}, nil
}

// Industries are the sections of GB/T 4754-2017.
func (s *Service) Industries(ctx context.Context) ([]*model.Industry, error) {
	if _, err := s.ask(ctx, nil, nil); err != nil {
		return nil, err
	}
	var list []*model.Industry
	for code := byte('A'); code <= 'T'; code++ {
		list = append(list, &model.Industry{Code: string(rune(code)), Name: IndustryName(code)})
	}
	return list, nil
}

// IndustryName is the Chinese name of a section A–T; 未报告 for none.
func IndustryName(section byte) string {
	if section == 0 {
		return model.SizeUnknown.Title()
	}
	return sectionNames[section]
}

var sectionNames = func() map[byte]string {
	names := map[byte]string{}
	for _, i := range seeds.Industries() {
		if len(i.Code) == 1 {
			names[i.Code[0]] = i.Name
		}
	}
	return names
}()

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// titleEnglish makes words of a key: TWO_COVERAGES is "Two coverages".
func titleEnglish(key model.IndicatorKey) string {
	words := strings.ReplaceAll(string(key), "_", " ")
	return words[:1] + strings.ToLower(words[1:])
}

// HashOfPolicy is the hash of the rule set that a policy's text makes.
func HashOfPolicy(text string) (string, error) {
	policy, err := indicator.ParsePolicy(text)
	if err != nil {
		return "", err
	}
	return indicator.NewRuleSet(policy).Hash(), nil
}
