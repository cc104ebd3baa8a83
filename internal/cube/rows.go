package cube

import "fugai/model"

// UnitID is the unit of a row.
func (c *Cube) UnitID(r Row) model.UnitID {
	s := c.segments[r.segment]
	return s.id(int(s.unitOf(uint32(r.row))))
}

// CreditCode is the credit code of a row's unit.
func (c *Cube) CreditCode(r Row) model.CreditCode {
	s := c.segments[r.segment]
	return codeText(s.code(s.unitOf(uint32(r.row))))
}

func codeText(padded []byte) model.CreditCode {
	n := len(padded)
	for n > 0 && padded[n-1] == 0 {
		n--
	}
	return model.CreditCode(padded[:n])
}

// Span is the span of a row, with its name.
func (c *Cube) Span(r Row) model.Span {
	s, i := c.segments[r.segment], uint32(r.row)
	return model.Span{
		UnitID: s.id(int(s.unitOf(i))), Valid: model.Valid{ValidFrom: date(s.from[i]), ValidTo: date(s.to[i])}, Class: c.Classes[s.class.at(i)],
		RegionID: model.RegionID(s.region.at(i)), ZoneID: model.ZoneID(s.zone.at(i)), Place: model.Place(s.place.at(i)),
		Employees: model.Count(s.employees.at(i)), FullMembers: model.Count(s.full.at(i)), Members: model.Count(s.members.at(i)),
		FoundedOn: date(s.founded.at(i)), Name: unpack(s.name(int(i))),
	}
}

// Begins is the first day from lo to hi, both inclusive, on which a run of UNMET results of an indicator begins after the row; Never
// where none does.
func (c *Cube) Begins(r Row, indicator int, lo, hi model.Date) model.Date {
	return date(c.segments[r.segment].begins(c.Classes, uint32(r.row), indicator, day(lo), day(hi)))
}

// Since is the first day of the unbroken run in the gap of an indicator that a row stands in.
func (c *Cube) Since(r Row, indicator int) model.Date {
	s := c.segments[r.segment]
	return date(s.since(c.Classes, uint32(r.row), indicator))
}

// Operates tells whether the unit of a row operates, or the subject lives or serves.
func (c *Cube) Operates(r Row) bool {
	return c.Classes[c.segments[r.segment].class.at(uint32(r.row))].Operation == model.OperationOperating
}

// RowOf is the row of a unit on a day; false where the unit is unknown or not founded yet.
func (c *Cube) RowOf(id model.UnitID, on model.Date) (Row, bool) {
	for i := len(c.segments) - 1; i >= 0; i-- {
		if u, ok := c.segments[i].find(id); ok {
			row := c.segments[i].rowOn(uint32(u), day(on))
			return Row{int32(i), int32(row)}, row >= 0
		}
	}
	return Row{}, false
}

// RowsOf are all spans of a unit, oldest first.
func (c *Cube) RowsOf(id model.UnitID) (rows []Row) {
	for i := len(c.segments) - 1; i >= 0; i-- {
		if u, ok := c.segments[i].find(id); ok {
			for row := c.segments[i].first[u]; row < c.segments[i].first[u+1]; row++ {
				rows = append(rows, Row{int32(i), int32(row)})
			}
			return rows
		}
	}
	return nil
}

// UnitByCode is the id of the unit with a credit code.
func (c *Cube) UnitByCode(code model.CreditCode) (model.UnitID, bool) {
	key := []byte(code)
	if c.Subject == model.SubjectUnit {
		if len(code) > codeLength {
			return 0, false
		}
		key = append(make([]byte, 0, codeLength), code...)[:codeLength]
	}
	for i := len(c.segments) - 1; i >= 0; i-- {
		if u, ok := c.segments[i].unitByCode(key); ok {
			return c.segments[i].id(int(u)), true
		}
	}
	return 0, false
}
