package coverage

import "fugai/model"

// zonesInScope are the zones that may have an empty row: those of other counties are not for the viewer to know of.
func (t *table) zonesInScope(zones []model.ZoneID) (values []int64) {
	seen := t.scope(t.asOf)
	regions := map[model.ZoneID]model.RegionID{}
	for _, z := range t.data.Zones.On(t.asOf) {
		regions[z.ZoneID] = z.RegionID
	}
	for _, z := range zones {
		if z == 0 || seen.sees(regions[z]) {
			values = append(values, int64(z))
		}
	}
	return values
}

// headsInScope are the organisations that may have an empty row.
func (t *table) headsInScope(heads []model.OrganisationID) (values []int64, err error) {
	seen, regions := t.scope(t.asOf), map[model.OrganisationID]model.RegionID{}
	if !seen.whole() {
		x, err := t.organisationIndex()
		if err != nil {
			return nil, err
		}
		for i := range x.rows {
			if row := x.rows[i].on(t.asOf); row != nil {
				regions[row.ID] = row.RegionID
			}
		}
	}
	for _, h := range heads {
		if h == 0 || seen.sees(regions[h]) {
			values = append(values, int64(h))
		}
	}
	return values, nil
}
