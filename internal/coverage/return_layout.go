package coverage

import (
	"strings"

	"fugai/model"
)

// total is the key of the column that sums all columns, and of the row that sums the partition.
const total = "TOTAL"

// returnTable is a table of the annual return: which units stand in it, and in which column.
type returnTable struct {
	key, title string
	columns    []model.ReturnColumn
	column     func(*model.SpanClass) string
}

// The tables stand in the order of the domains. UNPLACED holds what was not reported well enough to stand elsewhere, so that
// the tables together hold every operating unit once.
var returnTables = []*returnTable{
	{"NON_PUBLIC_ENTERPRISE", "非公有制企业", columnsOf(model.ControlPrivate, model.ControlHkMacaoTaiwan, model.ControlForeign, model.ControlUnknown), byControl},
	{"SOCIAL_ORGANISATION", "社会组织", columnsOf(model.UnitKindAssociation, model.UnitKindFoundation, model.UnitKindServiceBody, model.UnitKindLawFirm,
		model.UnitKindAccountingFirm, model.UnitKindTaxFirm, model.UnitKindNone), byRegistration},
	{"SCHOOL", "公办学校", columnsOf(kindsBetween(model.UnitKindKindergarten, model.UnitKindOtherSchool)...),
		byKind(model.UnitKindKindergarten, model.UnitKindOtherSchool)},
	{"STATE_OWNED_ENTERPRISE", "国有企业", append(columnsOf(kindsBetween(model.UnitKindCentralSoe, model.UnitKindCountySoe)...),
		columnsOf(model.ControlCollective)[1]), byLevel},
	{"ORGAN", "机关", columnsOf(kindsBetween(model.UnitKindBureauRank, model.UnitKindSectionRank)...), byKind(model.UnitKindBureauRank, model.UnitKindSectionRank)},
	{unplaced, "登记类别未报的学校", columnsOf(model.PublicOrPrivatePrivate, model.PublicOrPrivateUnknown), func(c *model.SpanClass) string {
		return c.PublicOrPrivate.String()
	}},
}

const unplaced = "UNPLACED"

// columnsOf are TOTAL and a column for each value.
func columnsOf[E interface {
	String() string
	Title() string
}](values ...E) []model.ReturnColumn {
	out := []model.ReturnColumn{{Key: total, Title: "合计"}}
	for _, v := range values {
		title := v.Title()
		if v.String() == model.UnitKindNone.String() {
			title = model.ControlUnknown.Title()
		}
		out = append(out, model.ReturnColumn{Key: v.String(), Title: title})
	}
	return out
}

// kindsBetween are the kinds of a domain, and that which was not reported.
func kindsBetween(first, last model.UnitKind) (kinds []model.UnitKind) {
	for k := first; k <= last; k++ {
		kinds = append(kinds, k)
	}
	return append(kinds, model.UnitKindNone)
}

// byControl is the column of an enterprise. A private school that is registered as one stands here, too.
func byControl(c *model.SpanClass) string {
	switch c.Control {
	case model.ControlPrivate, model.ControlHkMacaoTaiwan, model.ControlForeign:
		return c.Control.String()
	}
	return model.ControlUnknown.String()
}

// byRegistration is the column of a social organisation. A private school that is registered as one is a service body (民办非企业单位).
func byRegistration(c *model.SpanClass) string {
	if c.Domain == model.DomainSchool {
		return model.UnitKindServiceBody.String()
	}
	return byKind(model.UnitKindAssociation, model.UnitKindTaxFirm)(c)
}

// byLevel is the column of a state-owned enterprise; collective ones stand apart.
func byLevel(c *model.SpanClass) string {
	if c.Control == model.ControlCollective {
		return c.Control.String()
	}
	return byKind(model.UnitKindCentralSoe, model.UnitKindCountySoe)(c)
}

func byKind(first, last model.UnitKind) func(*model.SpanClass) string {
	return func(c *model.SpanClass) string {
		if c.Kind < first || c.Kind > last {
			return model.UnitKindNone.String()
		}
		return c.Kind.String()
	}
}

// tableOf is the one table of a unit: by registration, and of the schools the public ones only.
func tableOf(c *model.SpanClass) string {
	switch {
	case c.Domain != model.DomainSchool || c.PublicOrPrivate == model.PublicOrPrivatePublic:
		return c.Domain.String()
	case c.AlsoDomain != 0:
		return c.AlsoDomain.String()
	}
	return unplaced
}

// returnRow is a row of every table, and which units stand in it.
type returnRow struct {
	key, title    string
	supplementary bool
	holds         func(*model.SpanClass) bool
}

func rowOf(e model.Establishment) returnRow {
	return returnRow{key: e.String(), title: e.Title(), holds: func(c *model.SpanClass) bool { return c.Establishment == e }}
}

var everyRow = returnRow{key: total, title: "合计", holds: func(*model.SpanClass) bool { return true }}

// Supplementary rows count units that the partition shows as not established.
var supplementaryRows = []returnRow{
	{"AFFILIATED", "挂靠组建(补充)", true, func(c *model.SpanClass) bool {
		return notEstablished(c.Establishment) && c.SetUp == model.SetUpAffiliated
	}},
	{"COMBINED", "兼合式(补充)", true, func(c *model.SpanClass) bool {
		return notEstablished(c.Establishment) && c.SetUp == model.SetUpCombined
	}},
	{"INSTRUCTOR", "已派党建指导员(补充)", true, func(c *model.SpanClass) bool {
		return notEstablished(c.Establishment) && c.WorkMeans == model.WorkMeansInstructor
	}},
}

// partitionRows are the rows of the partition that a viewer sees: without the right to member figures, those that follow from
// them are one.
func partitionRows(memberFigures bool) (rows []returnRow) {
	for e := model.EstablishmentOwnCommittee; e <= model.EstablishmentJoint; e++ {
		rows = append(rows, rowOf(e))
	}
	if !memberFigures {
		e := model.EstablishmentNotEstablished
		return append(rows, returnRow{key: e.String(), title: e.Title(), holds: func(c *model.SpanClass) bool { return notEstablished(c.Establishment) }})
	}
	for e := model.EstablishmentNotEstablishedDue; e <= model.EstablishmentNotEstablishedNotReported; e++ {
		rows = append(rows, rowOf(e))
	}
	return rows
}

// returnRows are all rows of a table, for a viewer.
func returnRows(memberFigures bool) []returnRow {
	return append(append(partitionRows(memberFigures), everyRow), supplementaryRows...)
}

func findTable(key string) *returnTable {
	for _, t := range returnTables {
		if t.key == key || t.title == key {
			return t
		}
	}
	return nil
}

func (t *returnTable) find(key string) *model.ReturnColumn {
	for i := range t.columns {
		if t.columns[i].Key == key || t.columns[i].Title == key {
			return &t.columns[i]
		}
	}
	return nil
}

func findRow(rows []returnRow, key string) *returnRow {
	for i := range rows {
		if rows[i].key == key || rows[i].title == key {
			return &rows[i]
		}
	}
	return nil
}

func keysOf[T any](list []T, key func(T) string) string {
	keys := make([]string, len(list))
	for i, one := range list {
		keys[i] = key(one)
	}
	return strings.Join(keys, ", ")
}
