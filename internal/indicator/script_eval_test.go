package indicator

import (
	"fmt"
	"strings"

	"fugai/model"
)

// dimension is a dimension of the unit's span on the day, as text.
func (s *script) dimension(key string) (string, bool) {
	span := s.span()
	if span == nil {
		return "not founded", key == "unit"
	}
	c := &span.Class
	texts := map[string]fmt.Stringer{
		"operation": c.Operation, "establishment": c.Establishment, "setUp": c.SetUp, "workMeans": c.WorkMeans,
		"domain": c.Domain, "alsoDomain": c.AlsoDomain, "control": c.Control, "size": c.Size, "kind": c.Kind,
		"employeeBand": c.EmployeeBand, "aboveScale": c.AboveScale, "publicOrPrivate": c.PublicOrPrivate,
		"primaryReason": c.Reason, "fullMembers": span.FullMembers, "members": span.Members, "employees": span.Employees,
	}
	if v, ok := texts[key]; ok {
		if v.String() == "" {
			return "?", true
		}
		return v.String(), true
	}
	switch key {
	case "unit":
		return "founded", true
	case "place":
		return s.place(span.Place), true
	case "zone":
		return fmt.Sprint(span.ZoneID), true
	case "lastCover":
		if c, end := s.history().LastCover(s.on); c != nil {
			return c.OrganisationCode + " until " + end.String(), true
		}
		return "none", true
	}
	return "", false
}

func (s *script) place(p model.Place) string {
	id, superior := p.Organisation()
	if p == 0 {
		return "by territory"
	}
	name := fmt.Sprintf("organisation %d", id)
	for code, holder := range s.organisations {
		if holder.OrganisationID == id {
			name = code
		}
	}
	if superior {
		return "superior of " + name
	}
	return name
}

// answer is what is known of a gap, or of why a result is as it is.
func (s *script) answer(key string, index int) (string, bool) {
	gap, isGap := s.ruleSet().Gap(s.history(), index, s.on)
	if !isGap {
		gap = &Gap{}
	}
	var texts []string
	switch key {
	case "reasons":
		for _, r := range gap.Reasons {
			texts = append(texts, r.Code.String())
		}
	case "message":
		for _, r := range gap.Reasons {
			texts = append(texts, r.Message.English, r.Message.Chinese)
		}
		return strings.Join(texts, "\n"), true
	case "steps":
		for _, step := range gap.NextSteps {
			texts = append(texts, step.String())
		}
	case "since":
		if texts = append(texts, gap.Since.String()); gap.ByRules {
			texts = append(texts, "by-rules")
		}
	case "rule":
		texts = append(texts, s.ruleSet().Formula(index, s.on).English)
	case "evidence":
		for _, e := range s.ruleSet().Explain(s.history(), s.on)[index].Evidence {
			texts = append(texts, e.String())
		}
		return strings.Join(texts, "\n"), true
	default:
		return "", false
	}
	return strings.Join(texts, " "), true
}
