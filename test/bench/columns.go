package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"fugai/model"
)

// columns are the files of a province as plain columns: what a program could know that was written for the questions of this
// benchmark alone. They share no code with the product but its calendar.
type columns struct {
	codes, names []string
	founded      []int16
	facts        []int32 // where the facts of a unit begin; one more at the end
	covers       []int32 // where the covers of a unit begin; one more at the end

	factFrom       []int16
	domain, also   []uint8
	city           []uint8
	county, town   []uint16
	industry, size []uint8
	active         []bool
	employees      []int32 // -1 where not reported

	coverFrom, coverTo []int16
	organisation       []bool // whether the cover is by an organisation that counts; else it is work

	cities, counties, towns dictionary
}

// dictionary numbers texts.
type dictionary struct {
	ids   map[string]int
	texts []string
}

func (d *dictionary) of(s string) int {
	if d.ids == nil {
		d.ids = map[string]int{}
	}
	id, ok := d.ids[s]
	if !ok {
		id = len(d.texts)
		d.ids[s] = id
		d.texts = append(d.texts, s)
	}
	return id
}

// never is the day after all days.
const never = math.MaxInt16

var domains = []string{"NON_PUBLIC_ENTERPRISE", "SOCIAL_ORGANISATION", "SCHOOL", "STATE_OWNED_ENTERPRISE", "ORGAN"}

// noDomain is the second domain of a unit that counts in one.
const noDomain = 255

func dayOf(text string) int16 {
	if text == "" {
		return never
	}
	return dayNumber(model.MustDate(text))
}

// dayNumber is a day in the columns.
func dayNumber(d model.Date) int16 { return int16(d.Days1970()) }

// record is a row of a file by the names of its columns.
type record map[string]string

func eachRecord(path string, fn func(record)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(file)
	head, err := r.Read()
	if err != nil {
		return err
	}
	row := record{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for i, c := range cells {
			row[head[i]] = c
		}
		fn(row)
	}
}

// fact and cover are rows of a unit before they are laid out as columns.
type fact struct {
	name               string
	unit               int
	from               int16
	domain, also, city uint8
	county, town       uint16
	industry, size     uint8
	active             bool
	employees          int32
}

type cover struct {
	unit         int
	from, to     int16
	organisation bool
}

// loadColumns reads the files of a folder.
func loadColumns(dir string) (*columns, error) {
	c := &columns{}
	l := &reading{columns: c, units: map[string]int{}, ends: map[string]int16{}, uncounted: map[string]bool{}}
	err := errors.Join(
		eachRecord(filepath.Join(dir, "organisations.csv"), l.organisation),
		eachRecord(filepath.Join(dir, "instructors.csv"), func(r record) { l.ends["i"+r["id"]] = dayOf(r["service_to"]) }),
		eachRecord(filepath.Join(dir, "mass_organisations.csv"), l.massOrganisation),
		eachRecord(filepath.Join(dir, "units.csv"), l.unit),
		eachRecord(filepath.Join(dir, "units_history.csv"), l.fact),
		eachRecord(filepath.Join(dir, "coverage.csv"), l.cover))
	l.layOut()
	return c, err
}

type reading struct {
	*columns
	units     map[string]int
	ends      map[string]int16
	uncounted map[string]bool
	facts     []fact
	covers    []cover
}

func (l *reading) organisation(r record) {
	l.ends["o"+r["code"]] = dayOf(r["dissolved_on"])
	l.uncounted["o"+r["code"]] = r["nature"] == "TEMPORARY" || r["nature"] == "FUNCTIONAL"
}

func (l *reading) massOrganisation(r record) {
	l.ends["m"+r["code"]] = dayOf(r["dissolved_on"])
	l.uncounted["m"+r["code"]] = r["kind"] == "WOMENS_FEDERATION"
}

func (l *reading) unit(r record) {
	l.units[r["credit_code"]] = len(l.codes)
	l.codes, l.names = append(l.codes, r["credit_code"]), append(l.names, r["name"])
	l.founded = append(l.founded, dayOf(r["established_on"]))
	l.fact(r)
}

func (l *reading) fact(r record) {
	f := fact{unit: l.units[r["credit_code"]], from: dayOf(cmp.Or(r["valid_from"], r["established_on"])), active: r["status"] == "ACTIVE", employees: -1}
	f.domain, f.also = domainBy(r["domain"], r["control"]), domainBy(r["also_domain"], r["control"])
	if f.also == f.domain {
		f.also = noDomain
	}
	code := r["region_code"]
	f.city, f.county = uint8(l.cities.of(code[:4]+"00000000")), uint16(l.counties.of(code[:6]+"000000"))
	f.town = uint16(l.towns.of(code))
	if r["industry"] != "" {
		f.industry = r["industry"][0]
	}
	f.size = sizeLetter(r["size"])
	if n, err := strconv.Atoi(r["employees"]); err == nil {
		f.employees = int32(n)
	}
	f.name = r["name"]
	l.facts = append(l.facts, f)
}

func sizeLetter(size string) uint8 {
	switch size {
	case "":
		return 0
	case "MICRO":
		return 'm'
	}
	return size[0]
}

// domainBy is the domain in which a unit counts: control decides between public and non-public enterprises.
func domainBy(declared, control string) uint8 {
	if declared == domains[0] || declared == domains[3] {
		switch control {
		case "STATE", "COLLECTIVE":
			declared = domains[3]
		case "PRIVATE", "HK_MACAO_TAIWAN", "FOREIGN":
			declared = domains[0]
		}
	}
	if i := slices.Index(domains, declared); i >= 0 {
		return uint8(i)
	}
	return noDomain
}

func (l *reading) cover(r record) {
	holder := "o" + r["organisation_code"]
	switch {
	case r["instructor_id"] != "":
		holder = "i" + r["instructor_id"]
	case r["mass_organisation_code"] != "":
		holder = "m" + r["mass_organisation_code"]
	}
	end, known := l.ends[holder]
	if !known {
		end = never
	}
	if !l.uncounted[holder] {
		l.covers = append(l.covers, cover{l.units[r["unit_code"]], dayOf(r["valid_from"]), min(dayOf(r["valid_to"]), end), holder[0] == 'o'})
	}
}

func (l *reading) layOut() {
	slices.SortStableFunc(l.facts, func(a, b fact) int { return cmp.Or(a.unit-b.unit, int(a.from)-int(b.from)) })
	slices.SortStableFunc(l.covers, func(a, b cover) int { return cmp.Or(a.unit-b.unit, int(a.from)-int(b.from)) })
	c := l.columns
	c.facts, c.covers = make([]int32, len(c.codes)+1), make([]int32, len(c.codes)+1)
	for _, f := range l.facts {
		c.facts[f.unit+1]++
		c.names[f.unit] = f.name // the last one stays
		c.factFrom, c.domain, c.also = append(c.factFrom, f.from), append(c.domain, f.domain), append(c.also, f.also)
		c.city, c.county, c.town = append(c.city, f.city), append(c.county, f.county), append(c.town, f.town)
		c.industry, c.size = append(c.industry, f.industry), append(c.size, f.size)
		c.active, c.employees = append(c.active, f.active), append(c.employees, f.employees)
	}
	for _, o := range l.covers {
		c.covers[o.unit+1]++
		c.coverFrom, c.coverTo, c.organisation = append(c.coverFrom, o.from), append(c.coverTo, o.to), append(c.organisation, o.organisation)
	}
	for i := range c.codes {
		c.facts[i+1] += c.facts[i]
		c.covers[i+1] += c.covers[i]
	}
}
