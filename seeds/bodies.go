package seeds

import (
	"fmt"
	"math/rand/v2"

	"fugai/model"
)

// bodies are the organisations of a region that others answer to.
type bodies struct {
	committee *model.OrganisationInput // the territorial committee
	education *model.OrganisationInput // of the school system; nil where it was not set up yet
	organs    *model.OrganisationInput // of the organs directly under the region
	assets    *model.OrganisationInput // of the state-owned enterprises; cities only
	attached  *model.OrganisationInput // a branch that small units are attached to; counties only
}

// upperLevels writes the committees of province, cities and counties and the working committees beside them.
func (g *generator) upperLevels() {
	rng := g.random(1)
	top := g.body(rng, "中共"+provinceName+"委员会", model.OrganisationKindCommittee, provinceCode, "")
	for i, c := range g.counties {
		if c.city.bodies.committee == nil {
			g.cityBodies(rng, c.city, top.Code)
		}
		b := &c.bodies
		b.committee = g.body(rng, "中共"+c.name+"委员会", model.OrganisationKindCommittee, c.code, c.city.bodies.committee.Code)
		if i%8 != 7 {
			kind := []model.OrganisationKind{model.OrganisationKindCommittee, model.OrganisationKindWorkingCommittee}[i%2]
			b.education = g.educationBody(rng, c, kind)
		}
		b.organs = g.body(rng, c.name+"直属机关党工委", model.OrganisationKindWorkingCommittee, c.code, b.committee.Code)
		b.attached = g.body(rng, c.name+"两新组织综合党支部", model.OrganisationKindBranch, c.code, b.committee.Code)
	}
}

func (g *generator) cityBodies(rng *rand.Rand, at *city, top string) {
	b := &at.bodies
	b.committee = g.body(rng, "中共"+at.name+"委员会", model.OrganisationKindCommittee, at.code, top)
	b.organs = g.body(rng, at.name+"直属机关党工委", model.OrganisationKindWorkingCommittee, at.code, b.committee.Code)
	b.assets = g.body(rng, at.name+"国资系统党委", model.OrganisationKindCommittee, at.code, b.committee.Code)
}

// educationBody writes the committee of a county's schools.
func (g *generator) educationBody(rng *rand.Rand, c *county, kind model.OrganisationKind) *model.OrganisationInput {
	o := g.organisation(rng, c.name+"教育系统"+kind.Title(), kind, c.code, c.bodies.committee.Code, g.AsOf.AddMonths(-12*25)-model.Date(rng.IntN(900)))
	o.EducationCommittee = true
	g.writeOrganisation(o)
	return o
}

// body writes an organisation of a level above the townships.
func (g *generator) body(rng *rand.Rand, name string, kind model.OrganisationKind, region model.RegionCode, parent string) *model.OrganisationInput {
	o := g.organisation(rng, name, kind, region, parent, g.AsOf.AddMonths(-12*25)-model.Date(rng.IntN(900)))
	g.writeOrganisation(o)
	return o
}

// organisation makes an organisation with a term and an approval document; some terms are overrun, some documents missing.
func (g *generator) organisation(rng *rand.Rand, name string, kind model.OrganisationKind, region model.RegionCode, parent string,
	established model.Date) *model.OrganisationInput {
	g.serials.organisation++
	o := &model.OrganisationInput{Code: fmt.Sprintf("99%010d", g.serials.organisation), RegionCode: region, ParentCode: parent}
	o.Name, o.Kind, o.Nature, o.EstablishedOn = name, kind, model.OrganisationNatureRegular, established
	g.term(rng, o)
	if rng.IntN(100) >= 6 {
		g.serials.document++
		o.ApprovalDocument = fmt.Sprintf("演示组〔%d〕%d号", established.Year(), g.serials.document)
		o.ApprovedOn = established - model.Date(rng.IntN(20))
	}
	return o
}

// termYears are the years of a term by kind.
var termYears = map[model.OrganisationKind]int{
	model.OrganisationKindBranch: 3, model.OrganisationKindGeneralBranch: 3,
	model.OrganisationKindCommittee: 5, model.OrganisationKindWorkingCommittee: 5,
}

// term sets the last election and the day on which the next is due. Eight of a hundred have let an election pass.
func (g *generator) term(rng *rand.Rand, o *model.OrganisationInput) {
	if rng.IntN(100) < 3 {
		return
	}
	months := 12 * termYears[o.Kind]
	passed := int(g.AsOf-o.EstablishedOn) / 31 / months
	if passed > 0 && rng.IntN(100) < 8 {
		passed--
	}
	o.TermBeganOn = o.EstablishedOn.AddMonths(passed * months)
	o.TermEndsOn = o.EstablishedOn.AddMonths((passed + 1) * months)
}
