package coverage

import (
	"cmp"
	"slices"

	"fugai/internal/plan"
	"fugai/internal/store"
	"fugai/model"
)

// hosts finds organisations to affiliate with.
type hosts struct {
	*planning
	index *organisationIndex
	// able remembers which organisations can host, zones and territories what stands there.
	able        map[model.OrganisationID]bool
	zones       map[model.ZoneID]model.OrganisationID
	territories map[model.RegionID]model.OrganisationID
	// bodies are the own organisations of supervising bodies, by credit code.
	bodies map[model.CreditCode]model.OrganisationID
}

// addHosts completes the units whose tables name a step that needs a host or members with homes elsewhere.
func (p *planning) addHosts(in *plan.Input) error {
	asked := map[model.UnitID]*plan.Unit{}
	var ids []model.UnitID
	for i := range in.Units {
		u := &in.Units[i]
		if slices.ContainsFunc(u.Steps, func(s model.NextStep) bool { return s == model.NextStepAffiliate || s == model.NextStepCombined }) {
			asked[u.ID], ids = u, append(ids, u.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	facts, err := store.Get(p.ctx, p.store, func(v *store.View) (map[model.UnitID]store.PlanFact, error) {
		return v.PlanFacts(p.data.Version, p.asOf, ids)
	})
	if err != nil {
		return err
	}
	h, err := p.hosts(facts)
	if err != nil {
		return err
	}
	for id, u := range asked {
		if f, ok := facts[id]; ok && f.MembersElsewhere.Known() {
			u.Elsewhere = f.MembersElsewhere.Int()
		}
		u.Host, u.Relation = h.of(u, facts[id].SupervisorCode)
	}
	return nil
}

func (p *planning) hosts(facts map[model.UnitID]store.PlanFact) (*hosts, error) {
	index, err := p.organisationIndex()
	if err != nil {
		return nil, err
	}
	h := &hosts{planning: p, index: index, able: map[model.OrganisationID]bool{}, zones: map[model.ZoneID]model.OrganisationID{},
		territories: map[model.RegionID]model.OrganisationID{}, bodies: map[model.CreditCode]model.OrganisationID{}}
	for _, z := range p.data.Zones.On(p.asOf) {
		if h.canHost(z.OrganisationID) {
			h.zones[z.ZoneID] = z.OrganisationID
		}
	}
	return h, h.readBodies(facts)
}

// of is the nearest host of a unit.
func (h *hosts) of(u *plan.Unit, supervisor model.CreditCode) (model.OrganisationID, model.PlanHost) {
	if id := h.bodies[supervisor]; id != 0 && supervisor != u.Code {
		return id, model.PlanHostSupervisingBody
	}
	if id := h.zones[u.Zone]; id != 0 {
		return id, model.PlanHostZone
	}
	if id := h.territory(u.RegionID); id != 0 {
		return id, model.PlanHostTerritory
	}
	return 0, 0
}

// territory is the territorial committee of the community or township; a county's is too far away.
func (h *hosts) territory(region model.RegionID) model.OrganisationID {
	id, known := h.territories[region]
	if !known {
		if id = h.data.Subordination.On(h.asOf).At(0, region); !h.canHost(id) || !h.local(id) {
			id = 0
		}
		h.territories[region] = id
	}
	return id
}

func (h *hosts) local(id model.OrganisationID) bool {
	n := h.tree(h.asOf).Node(h.row(id).RegionID)
	return n != nil && n.Level >= model.RegionLevelTownship
}

// canHost tells whether an organisation lives on the day and is of a nature that counts.
func (h *hosts) canHost(id model.OrganisationID) bool {
	able, known := h.able[id]
	if !known {
		row := h.row(id)
		able = row != nil && h.natureCounts(row.Nature)
		h.able[id] = able
	}
	return able
}

// row is what holds of an organisation on the day; nil where it is not known or dissolved.
func (h *hosts) row(id model.OrganisationID) *store.OrganisationRow {
	code := h.data.Subordination.Code(id)
	at, ok := slices.BinarySearchFunc(h.index.rows, code, func(o organisationPeriods, code string) int { return cmp.Compare(o.code, code) })
	if code == "" || !ok || h.index.rows[at].ended(h.asOf) {
		return nil
	}
	return h.index.rows[at].on(h.asOf)
}

// readBodies finds the organisation of each supervising body that is a unit: the one that covers it as its own.
func (h *hosts) readBodies(facts map[model.UnitID]store.PlanFact) error {
	byUnit := map[model.UnitID]model.CreditCode{}
	var ids []model.UnitID
	for _, f := range facts {
		if id, ok := h.data.UnitByCode(f.SupervisorCode); ok && byUnit[id] == "" {
			byUnit[id], ids = f.SupervisorCode, append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	histories, err := store.Get(h.ctx, h.store, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
		return v.HistoriesAt(ids, h.data.Version)
	})
	for id, history := range histories {
		h.bodies[byUnit[id]] = h.ownOf(history)
	}
	return err
}

// ownOf is a unit's own organisation: of several the highest kind, then the first code; 0 without one that can host.
func (h *hosts) ownOf(history *model.UnitHistory) model.OrganisationID {
	var best *model.CoverHistory
	for i := range history.Covers {
		c := &history.Covers[i]
		if c.Kind != model.CoverKindOrganisation || !c.InForce(h.asOf) || c.SetUpOn(h.asOf) != model.SetUpStandalone || !h.canHost(c.OrganisationID) {
			continue
		}
		if best == nil || h.higher(c, best) {
			best = c
		}
	}
	if best == nil {
		return 0
	}
	return best.OrganisationID
}

func (h *hosts) higher(c, than *model.CoverHistory) bool {
	return cmp.Or(cmp.Compare(c.OrganisationOn(h.asOf).Kind, than.OrganisationOn(h.asOf).Kind), cmp.Compare(c.OrganisationCode, than.OrganisationCode)) < 0
}
