package seeds

import (
	"strconv"

	"fugai/model"
)

// returnTable is the name of the declared table: rows are domains by registration, columns the rows of the partition.
const returnTable = "ESTABLISHMENT"

// tally counts the establishment of a county's units on a day. The demo's declared returns are made from it, with some
// cells wrong, so that a comparison finds something.
type tally [8][16]int

// add counts the unit where it operates; a unit that does not, or is not founded, is in no row.
func (y *tally) add(l *life, day model.Date) {
	u := l.at(day)
	if l.first.FoundedOn > day || l.first.ValidFrom > day || u.Status != model.UnitStatusActive {
		return
	}
	domain := u.Domain
	if domain == model.DomainSchool && u.AlsoDomain != 0 {
		domain = u.AlsoDomain
	}
	y[domain][establishment(u, l.covers, day)]++
}

// establishment is the row of the partition that a unit stands in.
func establishment(u *model.UnitInput, covers []model.CoverInput, day model.Date) model.Establishment {
	strongest := model.SetUpNone
	for i := range covers {
		c := &covers[i]
		if c.ValidFrom <= day && (c.ValidTo == 0 || c.ValidTo > day) && c.SetUp != 0 {
			strongest = min(strongest, c.SetUp)
		}
	}
	members := u.FullMembers.Int() + u.ProbationaryMembers.Int()
	switch {
	case strongest == model.SetUpStandalone && members >= 100:
		return model.EstablishmentOwnCommittee
	case strongest == model.SetUpStandalone && members >= 50:
		return model.EstablishmentOwnGeneralBranch
	case strongest == model.SetUpStandalone:
		return model.EstablishmentOwnBranch
	case strongest == model.SetUpJoint:
		return model.EstablishmentJoint
	case u.FullMembers.Int() >= 3:
		return model.EstablishmentNotEstablishedDue
	case !u.FullMembers.Known(), members == 0 && !u.ProbationaryMembers.Known():
		return model.EstablishmentNotEstablishedNotReported
	case members >= 1:
		return model.EstablishmentNotEstablishedFew
	}
	return model.EstablishmentNotEstablishedNone
}

// declare writes what the county's committee declared for both years: one cell in twenty is off by some units.
func (g *generator) declare(c *county) {
	rng := g.random(codeNumber(c.code))
	for i, day := range g.yearEnds {
		for _, domain := range model.AllDomain() {
			for _, column := range model.AllEstablishment() {
				value := c.tally[i][domain][column]
				if rng.IntN(20) == 0 {
					value += 1 + rng.IntN(3)
				}
				if column <= model.EstablishmentNotEstablishedNotReported {
					g.cell(c, day.Year(), domain, column, value)
				}
			}
		}
	}
}

func (g *generator) cell(c *county, year int, row model.Domain, column model.Establishment, value int) {
	g.returns.text(c.bodies.committee.Code).text(strconv.Itoa(year)).text(returnTable).text(row.String()).text(column.String())
	g.returns.text(strconv.Itoa(value)).end()
}
