package seeds

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"

	"fugai/model"
)

// historyMonths is how far back attributes and covers change often.
const historyMonths = 36

// Options say which demo province to generate. The same options give the same bytes.
type Options struct {
	Units int
	AsOf  model.Date
	Seed  uint64
}

// generator writes a province, one township after the other, so that memory does not grow with the number of units.
type generator struct {
	Options
	*tables
	window    model.Date // the first day of the dense history
	counties  []*county
	scripts   []script
	serials   serials
	yearEnds  [2]model.Date // the dates of the declared returns
	scriptRun int
}

// serials are the last numbers given away. They run through the whole province, so that codes are unique.
type serials struct {
	organisation, instructor, mass, zone, candidate, document, officer int
	unit                                                               uint64
}

// Generate writes the CSV files of a synthetic province in the import format into a directory, which it makes if need be.
func Generate(dir string, o Options) error {
	if o.Units < 1 || o.Units > 10_000_000 {
		return model.Invalid("units", "%d units cannot be generated; ask for 1 to 10,000,000", o.Units)
	}
	if o.AsOf.Year() < 2000 || o.AsOf.Year() > 2100 {
		return model.Invalid("asOf", "%s is no date for a demo province; use one from 2000 to 2100", o.AsOf)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder of the demo province cannot be made: %w", err)
	}
	g, err := newGenerator(dir, o)
	if err != nil {
		return fmt.Errorf("the files of the demo province cannot be made: %w", err)
	}
	g.run()
	if err := errors.Join(g.close()); err != nil {
		return fmt.Errorf("the demo province could not be written: %w", err)
	}
	return nil
}

func newGenerator(dir string, o Options) (*generator, error) {
	opened, err := openTables(dir, newCalendar(o.AsOf.AddMonths(-12*40), o.AsOf.AddMonths(12*6)))
	if err != nil {
		return nil, err
	}
	year := o.AsOf.Year()
	return &generator{
		Options: o, tables: opened, window: o.AsOf.AddMonths(-historyMonths), scripts: candidateScripts(),
		yearEnds: [2]model.Date{model.NewDate(year-2, 12, 31), model.NewDate(year-1, 12, 31)},
	}, nil
}

// random is the stream of random numbers of one part of the province: parts do not disturb each other.
func (g *generator) random(part int) *rand.Rand { return rand.New(rand.NewPCG(g.Seed, uint64(part))) }

func (g *generator) run() {
	g.plan()
	g.upperLevels()
	done, sum, total := 0, 0, 0
	for _, c := range g.counties {
		for _, p := range c.townships {
			total += p.weight
		}
	}
	for _, c := range g.counties {
		for _, p := range c.townships {
			sum += p.weight
			upTo := int(int64(g.Units) * int64(sum) / int64(total))
			g.township(c, p, upTo-done)
			done = upTo
		}
		g.declare(c)
	}
}
