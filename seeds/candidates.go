package seeds

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"fugai/model"
)

//go:embed candidates.txt
var candidatesText string

// offset is a day relative to the as-of date; given tells it from no day.
type offset struct {
	months, days int
	given        bool
}

// from is the day that the offset means.
func (o offset) from(asOf model.Date) model.Date {
	if !o.given {
		return 0
	}
	return asOf.AddMonths(o.months) + model.Date(o.days)
}

// script is what happens to one candidate.
type script struct {
	direction      model.Direction
	begun, planned offset
	steps          []scriptStep
}

type scriptStep struct {
	model.CandidateStepInput
	on, until  offset
	documented bool
}

// candidateScripts reads the embedded scripts. They are part of the program, so that a bad one is a fault of the build.
func candidateScripts() []script {
	var all []script
	for line := range strings.Lines(candidatesText) {
		if fields := strings.Split(strings.TrimSpace(line), "|"); len(fields) == 4 && line[0] != '#' {
			all = append(all, readScript(fields))
		}
	}
	return all
}

func readScript(fields []string) script {
	direction, err := model.ParseDirection(strings.TrimSpace(fields[0]))
	must(err)
	s := script{direction: direction, begun: readOffset(fields[1]), planned: readOffset(fields[2])}
	for step := range strings.SplitSeq(fields[3], ",") {
		s.steps = append(s.steps, readStep(strings.Fields(step)))
	}
	return s
}

// readStep reads KIND day [until=day] [amount=n UNIT] [outcome=…] [note=…] [document].
func readStep(words []string) scriptStep {
	kind, err := model.ParseStepKind(words[0])
	must(err)
	s := scriptStep{on: readOffset(words[1])}
	s.Kind = kind
	for i, word := range words[2:] {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "until":
			s.until = readOffset(value)
		case "amount":
			n, err := strconv.Atoi(value)
			must(err)
			s.Amount, s.AmountUnit = int32(n), words[i+3]
		case "outcome":
			s.Outcome, err = model.ParseOutcome(value)
			must(err)
		case "note":
			s.Note = value
		case "document":
			s.documented = true
		}
	}
	return s
}

// readOffset reads signed months and days: -14m+3d.
func readOffset(text string) offset {
	o, number := offset{}, ""
	for _, c := range strings.TrimSpace(text) {
		if c != 'm' && c != 'd' {
			number += string(c)
			continue
		}
		n, err := strconv.Atoi(number)
		must(err)
		number, o.given = "", true
		if c == 'm' {
			o.months += n
		} else {
			o.days += n
		}
	}
	return o
}

func must(err error) {
	if err != nil {
		panic("seeds: candidates.txt: " + err.Error())
	}
}

// cultivate gives two in five of the older schools candidates. The scripts are taken in turn, so that all of them occur.
func (t *township) cultivate(l *life) {
	if l.first.FoundedOn > t.AsOf.AddMonths(-60) || !t.in(400) {
		return
	}
	for range 1 + t.rng.IntN(4) {
		s := t.scripts[t.scriptRun%len(t.scripts)]
		t.scriptRun++
		t.candidate(l.first.CreditCode, s, t.AsOf-model.Date(t.rng.IntN(4)))
	}
}

// candidate writes one candidate and the steps of a script, counted from a day at or just before the as-of date.
func (t *township) candidate(school model.CreditCode, s script, from model.Date) {
	t.serials.candidate++
	c := model.CandidateInput{
		Code: fmt.Sprintf("99H%07d", t.serials.candidate), PersonCode: fmt.Sprintf("99R%07d", t.serials.candidate),
		UnitCode: school, Direction: s.direction,
		Name: fmt.Sprintf("演示人员%06d", 500_000+t.serials.candidate), BegunOn: s.begun.from(from), PlannedOn: s.planned.from(from),
	}
	t.candidates.candidate(&c)
	for _, step := range s.steps {
		row := step.CandidateStepInput
		row.CandidateCode, row.On, row.Until = c.Code, step.on.from(from), step.until.from(from)
		if step.documented {
			t.serials.document++
			row.Document = fmt.Sprintf("演示校〔%d〕%d号", row.On.Year(), t.serials.document)
		}
		t.steps.step(&row)
	}
}
