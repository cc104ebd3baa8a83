package indicator

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/goccy/go-yaml"

	"fugai/model"
)

//go:embed holidays.yaml
var holidaysText []byte

// calendar knows the working days of the years whose holidays were published.
type calendar struct {
	years map[int]bool
	off   map[model.Date]bool // public holidays
	work  map[model.Date]bool // weekend days worked in their place
}

var workingDays = sync.OnceValue(func() *calendar {
	c, err := readCalendar(holidaysText)
	if err != nil {
		panic("the embedded calendar is wrong: " + err.Error())
	}
	return c
})

func readCalendar(text []byte) (*calendar, error) {
	var years []struct {
		Year      int
		Source    string
		Off, Work []string
	}
	if err := yaml.UnmarshalWithOptions(text, &years, yaml.Strict()); err != nil {
		return nil, err
	}
	c := &calendar{map[int]bool{}, map[model.Date]bool{}, map[model.Date]bool{}}
	for _, y := range years {
		c.years[y.Year] = true
		for _, text := range y.Off {
			if err := c.mark(c.off, text, y.Year); err != nil {
				return nil, err
			}
		}
		for _, text := range y.Work {
			if err := c.mark(c.work, text+".."+text, y.Year); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

func (c *calendar) mark(days map[model.Date]bool, text string, year int) error {
	first, last, _ := strings.Cut(text, "..")
	from, err := model.ParseDate(first)
	if err != nil {
		return err
	}
	to, err := model.ParseDate(last)
	if err != nil {
		return err
	}
	if from.Year() != year || to.Year() != year || to < from {
		return fmt.Errorf("%s is no run of days of %d", text, year)
	}
	for day := from; day <= to; day++ {
		days[day] = true
	}
	return nil
}

// works tells whether a day is a working day. In years that are not known, Monday to Friday are.
func (c *calendar) works(day model.Date) bool {
	weekday := day.Time().Weekday()
	weekend := weekday == time.Saturday || weekday == time.Sunday
	return c.work[day] || !weekend && !c.off[day]
}

// nth is the n-th working day from a day on, that day counted. It is provisional where it lies in a year that is not known.
func (c *calendar) nth(from model.Date, n int) (day model.Date, provisional bool) {
	for day = from; ; day++ {
		provisional = provisional || !c.years[day.Year()]
		if c.works(day) {
			n--
		}
		if n <= 0 {
			return day, provisional
		}
	}
}
