package indicator

import (
	"fmt"
	"strings"

	"fugai/model"
)

func (s *script) loadCandidate(words []string) error {
	s.candidate = model.Candidate{ID: 1, Code: "C1"}
	if err := enum(model.AllDirection(), words[0], &s.candidate.Direction); err != nil {
		return err
	}
	return each(words[1:], func(key, value string) (err error) {
		day, err := model.ParseDate(value)
		switch key {
		case "begun":
			s.candidate.BegunOn = day
		case "planned":
			s.candidate.PlannedOn = day
		default:
			return fmt.Errorf("a candidate has no such fact")
		}
		return err
	})
}

func readStep(words []string) (step model.CandidateStep, err error) {
	if len(words) < 2 {
		return step, fmt.Errorf("write step KIND DATE")
	}
	if err := enum(model.AllStepKind(), words[0], &step.Kind); err != nil {
		return step, err
	}
	if step.On, err = model.ParseDate(words[1]); err != nil {
		return step, err
	}
	return step, each(words[2:], func(key, value string) (err error) {
		switch key {
		case "until":
			step.Until, err = model.ParseDate(value)
		case "amount":
			_, err = fmt.Sscan(value, &step.Amount)
		case "unit":
			step.AmountUnit = value
		case "note":
			step.Note = value
		case "outcome":
			err = enum(model.AllOutcome(), value, &step.Outcome)
		default:
			err = fmt.Errorf("a step has no such fact")
		}
		return err
	})
}

func (s *script) expectClock(words []string) error {
	p := s.ruleSet().Policy().Cultivation(&s.candidate, s.steps, s.on)
	yesNo := map[bool]string{true: "yes", false: "no"}
	var blocked []string
	for _, b := range p.BlockedBy {
		blocked = append(blocked, b.String())
	}
	texts := map[string]string{
		"begun": yesNo[p.Begun], "stage": p.Stage.String(), "since": p.StageSince.String(), "earliest": p.EarliestNextOn.String(),
		"duty": string(p.Duty), "due": p.DueOn.String(), "overdue": fmt.Sprint(p.OverdueDays), "blocked": strings.Join(blocked, " "),
		"pending": yesNo[p.Pending], "provisional": yesNo[p.Provisional], "rules": p.Rules, "admitted": p.AdmittedOn.String(),
		"outcome": p.Outcome.String(), "ended": p.EndedOn.String(),
	}
	got, ok := texts[words[0]]
	if !ok {
		return fmt.Errorf("a clock has no %q", words[0])
	}
	want := strings.Join(words[1:], " ")
	if want == "none" {
		want = ""
	}
	if got != want {
		return fmt.Errorf("%s is %s, not %s", words[0], nameOr(got, "none"), nameOr(want, "none"))
	}
	return nil
}

// record checks a step against those before it, and records it where it is in order.
func (s *script) record(line string) error {
	left, want, _ := strings.Cut(line, " -> ")
	step, err := readStep(strings.Fields(left))
	if err != nil {
		return err
	}
	err = s.ruleSet().Policy().CheckStep(&s.candidate, s.steps, step)
	if text, refused := strings.CutPrefix(want, "refused: "); refused {
		if err == nil || !strings.Contains(err.Error(), strings.TrimSpace(text)) {
			return fmt.Errorf("it is refused by %w", err)
		}
		return nil
	}
	if err == nil && want != "ok" {
		return fmt.Errorf("write -> ok or -> refused: TEXT")
	}
	s.steps = append(s.steps, step)
	return err
}
