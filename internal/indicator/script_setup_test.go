package indicator

import (
	"fmt"
	"strconv"
	"strings"

	"fugai/model"
)

// loadSetUp reads a line of facts about the set-ups of an organisation.
func (s *script) loadSetUp(words []string) error {
	switch words[0] {
	case "setup":
		return each(words[1:], func(key, value string) error { return setUpValue(&s.setUps, key, value) })
	case "participants":
		p := SetUpParticipants{Home: words[1], HomeKnown: true}
		defer func() { s.setUps.Participants = append(s.setUps.Participants, p) }()
		return each(words[2:], func(key, value string) error { return participantValue(&p, key, value) })
	}
	c, n := SetUpCover{Basis: model.JointBasisUnit}, 1
	if err := enum(model.AllSetUp(), words[1], &c.SetUp); err != nil {
		return err
	}
	err := each(words[2:], func(key, value string) (err error) {
		switch key {
		case "units":
			n, err = strconv.Atoi(value)
		case "full":
			err = count(value, &c.FullMembers)
		case "basis":
			if c.Basis = 0; value != "?" {
				err = enum(model.AllJointBasis(), value, &c.Basis)
			}
		case "sort":
			c.Sort = map[string]JointSort{"private": PrivateSchool, "rural": RuralSchool, "enterprise": Enterprise}[value]
		default:
			err = fmt.Errorf("a cover has no such fact")
		}
		return err
	})
	for range n {
		s.setUps.Covers = append(s.setUps.Covers, c)
	}
	return err
}

func setUpValue(f *SetUpFacts, key, value string) (err error) {
	o := &f.Organisation
	switch key {
	case "setup":
		return enum(model.AllSetUp(), value, &o.SetUp)
	case "document":
		o.ApprovalDocument = value
	case "approved":
		o.ApprovedOn, err = model.ParseDate(value)
	case "full":
		return count(value, &o.FullMembers)
	case "probationary":
		return count(value, &o.ProbationaryMembers)
	case "dissolved":
		f.Dissolved = value == "yes"
	default:
		return fmt.Errorf("an organisation has no such fact")
	}
	return err
}

func participantValue(p *SetUpParticipants, key, value string) error {
	switch key {
	case "full":
		return count(value, &p.FullMembers)
	case "homefull":
		return count(value, &p.HomeFullMembers)
	case "ended":
		p.HomeEnded = value == "yes"
	case "here":
		p.Here = value == "yes"
	case "known":
		p.HomeKnown = value == "yes"
	default:
		return fmt.Errorf("participants have no such fact")
	}
	return nil
}

// expectCondition checks CODE STATE [found=N] [limit=N], or CODE none.
func (s *script) expectCondition(words []string) error {
	got := "none"
	for _, c := range s.ruleSet().Policy().SetUpConditions(&s.setUps, s.on) {
		if c.Code.String() != words[0] {
			continue
		}
		got = c.State.String()
		for _, word := range words[2:] {
			key, _, _ := strings.Cut(word, "=")
			n := map[string]model.Count{"found": c.Found, "limit": c.Limit}[key]
			text := "?"
			if n.Known() {
				text = strconv.Itoa(n.Int())
			}
			got += " " + key + "=" + text
		}
		if c.Message == "" {
			return fmt.Errorf("%s has no message", c.Code)
		}
	}
	return differ(words[0], got, strings.Join(words[1:], " "))
}
