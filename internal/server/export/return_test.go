package export_test

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/registry"
	"fugai/model"
)

// expected is the return of a province, worked out by walking over its inputs.
type expected map[[3]string]int

func walk(b *model.Batch) expected {
	covers := map[model.CreditCode]*model.CoverInput{}
	for i := range b.Covers {
		covers[b.Covers[i].UnitCode] = &b.Covers[i]
	}
	kinds := map[string]model.OrganisationKind{}
	for i := range b.Organisations {
		kinds[b.Organisations[i].Code] = b.Organisations[i].Kind
	}
	out := expected{}
	for i := range b.Units {
		u := &b.Units[i]
		if u.Status != model.UnitStatusActive {
			continue
		}
		table, column := placed(u)
		for _, row := range rows(u, covers[u.CreditCode], kinds) {
			out[[3]string{table, row, column}]++
			out[[3]string{table, row, "TOTAL"}]++
		}
	}
	return out
}

func placed(u *model.UnitInput) (table, column string) {
	switch u.Domain {
	case model.DomainNonPublicEnterprise:
		return "NON_PUBLIC_ENTERPRISE", u.Control.String()
	case model.DomainSchool:
		if u.PublicOrPrivate == model.PublicOrPrivatePrivate {
			return "SOCIAL_ORGANISATION", "SERVICE_BODY"
		}
	case model.DomainStateOwnedEnterprise:
		if u.Control == model.ControlCollective {
			return "STATE_OWNED_ENTERPRISE", "COLLECTIVE"
		}
	}
	return u.Domain.String(), u.Kind.String()
}

// rows are the row of the partition, TOTAL and the supplementary ones.
func rows(u *model.UnitInput, c *model.CoverInput, kinds map[string]model.OrganisationKind) []string {
	live := c != nil && c.ValidTo == 0
	switch {
	case live && c.SetUp == model.SetUpStandalone && kinds[c.OrganisationCode] == model.OrganisationKindGeneralBranch:
		return []string{"OWN_GENERAL_BRANCH", "TOTAL"}
	case live && c.SetUp == model.SetUpStandalone:
		return []string{"OWN_BRANCH", "TOTAL"}
	case live && c.SetUp == model.SetUpJoint:
		return []string{"JOINT", "TOTAL"}
	}
	out := []string{"TOTAL"}
	switch f, p := u.FullMembers, u.ProbationaryMembers; {
	case !f.Known():
		out = append(out, "NOT_ESTABLISHED_NOT_REPORTED")
	case f.Int() >= 3:
		out = append(out, "NOT_ESTABLISHED_DUE")
	case f.Int()+p.Int() > 0:
		out = append(out, "NOT_ESTABLISHED_FEW")
	default:
		out = append(out, "NOT_ESTABLISHED_NONE")
	}
	switch {
	case live && c.Kind == model.CoverKindWork:
		out = append(out, "INSTRUCTOR")
	case live:
		out = append(out, c.SetUp.String())
	}
	return out
}

func TestTheReturnIsAPartition(t *testing.T) {
	each(t, 480, func(w *world) {
		want := walk(province(480))
		got, err := w.service.Return(w.ctx(), coverage.ReturnQuery{AsOf: &asOf, Organisations: true})
		if err != nil {
			w.Fatal(err)
		}
		for _, table := range got.Tables {
			for _, row := range table.Rows {
				for _, c := range row.Cells {
					key := [3]string{c.Table, c.Row, c.Column}
					if c.Units != want[key] {
						w.Errorf("%v: %d units, walked %d", key, c.Units, want[key])
					}
					delete(want, key)
					if established := strings.HasPrefix(c.Row, "OWN") || c.Row == "JOINT"; established != (c.Organisations != nil) || established && *c.Organisations != c.Units {
						w.Errorf("%v: organisations %s beside %d units that have one each", key, number(c.Organisations), c.Units)
					}
				}
			}
		}
		for key, n := range want {
			w.Errorf("%v: %d units stand in no cell", key, n)
		}
		for _, c := range got.Checks {
			if !c.Holds() {
				w.Errorf("%s (%s): %d and %d", c.TitleEnglish, number(c.Table), c.Left, c.Right)
			}
		}
		if len(got.Checks) < 40 {
			w.Errorf("only %d identities are checked", len(got.Checks))
		}
		opens(w, got)
	})
}

// opens lists the units of every cell: as many as it counts.
func opens(w *world, a *model.AnnualReturn) {
	w.Helper()
	for _, table := range a.Tables {
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				list, err := w.service.Units(w.ctx(), coverage.UnitsQuery{AsOf: &asOf,
					Where: &model.UnitFilter{ReturnCell: &model.ReturnCellFilter{Table: c.Table, Row: c.Row, Column: &c.Column}}})
				if err != nil || list.TotalCount != c.Units {
					w.Fatalf("%s %s %s: the cell says %d, its list has %v (%v)", c.Table, c.Row, c.Column, c.Units, list, err)
				}
			}
		}
	}
}

func TestADeclaredReturnIsCompared(t *testing.T) {
	each(t, 480, func(w *world) {
		want := walk(province(480))
		declare := func(table, row, column string, value int) model.DeclaredReturnInput {
			return model.DeclaredReturnInput{OrganisationCode: "C0", Year: 2026, Table: table, Row: row, Column: column, Value: int64(value)}
		}
		joint := want[[3]string{"SOCIAL_ORGANISATION", "JOINT", "SERVICE_BODY"}]
		due := want[[3]string{"ORGAN", "NOT_ESTABLISHED_DUE", "TOTAL"}]
		w.apply(registry.New(w.store), &model.Batch{DeclaredReturns: []model.DeclaredReturnInput{
			declare("SOCIAL_ORGANISATION", "JOINT", "SERVICE_BODY", joint+2), declare("ESTABLISHMENT", "ORGAN", "NOT_ESTABLISHED_DUE", due-1),
			declare("国有企业", "单独建立党支部", "合计", want[[3]string{"STATE_OWNED_ENTERPRISE", "OWN_BRANCH", "TOTAL"}]),
		}})
		w.refresh()
		code, year := "C0", 2026
		got, err := w.service.Return(w.ctx(), coverage.ReturnQuery{AsOf: &asOf, DeclaredBy: &code, Year: &year})
		if err != nil {
			w.Fatal(err)
		}
		if got.DeclaredCells != 3 || len(got.Differences) != 2 {
			w.Fatalf("%d declared cells, %d differences", got.DeclaredCells, len(got.Differences))
		}
		for i, d := range []model.ReturnDifference{
			{Table: "SOCIAL_ORGANISATION", Row: "JOINT", Column: "SERVICE_BODY", Declared: joint + 2, Counted: joint},
			{Table: "ORGAN", Row: "NOT_ESTABLISHED_DUE", Column: "TOTAL", Declared: due - 1, Counted: due},
		} {
			g := got.Differences[i]
			if g.Table != d.Table || g.Row != d.Row || g.Column != d.Column || g.Declared != d.Declared || g.Counted != d.Counted || g.RowTitle == "" {
				w.Errorf("difference %d is %+v, want %+v", i, *g, d)
			}
		}
	})
}

func TestTheReturnMasksAndRefuses(t *testing.T) {
	each(t, 120, func(w *world) {
		w.who = &access.Principal{Name: "查询", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}
		_, rows := readCSV(w.TB, w.body("/export/return.csv?asOf=2026-06-30"))
		seen := map[string]bool{}
		for _, r := range rows {
			seen[r["row"]] = true
		}
		if seen["NOT_ESTABLISHED_DUE"] || seen["NOT_ESTABLISHED_NONE"] || !seen["NOT_ESTABLISHED"] {
			w.Errorf("rows without the right to member figures: %v", seen)
		}
		for address, status := range map[string]int{
			"/export/units.csv?returnCell.table=ORGAN&returnCell.row=NOT_ESTABLISHED_DUE": http.StatusForbidden,
			"/export/units.csv?returnCell.table=CHURCH&returnCell.row=JOINT":              http.StatusBadRequest,
			"/export/units.csv?returnCell.table=ORGAN":                                    http.StatusBadRequest,
			"/export/return.csv?year=2025":                                                http.StatusBadRequest,
			"/export/return.csv?declaredBy=XX":                                            http.StatusNotFound,
		} {
			if out := w.get(address); out.Code != status {
				w.Errorf("GET %s: %d %s", address, out.Code, out.Body)
			}
		}
	})
}

func TestTheReturnAsAWorkbook(t *testing.T) {
	each(t, 240, func(w *world) {
		want := walk(province(240))
		book, err := excelize.OpenReader(bytes.NewReader(w.body("/export/return.xlsx?asOf=2026-06-30")))
		if err != nil {
			w.Fatal(err)
		}
		lines, err := book.GetRows("非公有制企业")
		if err != nil {
			w.Fatal(err)
		}
		if got, want := strings.Join(lines[0][:4], "|"), "建立情况|合计 单位数|合计 党组织数|私人控股 单位数"; got != want {
			w.Errorf("the header is %s, want %s", got, want)
		}
		for _, line := range lines {
			if line[0] == "联合建立党支部" && line[1] != strconv.Itoa(want[[3]string{"NON_PUBLIC_ENTERPRISE", "JOINT", "TOTAL"}]) {
				w.Errorf("the joint row is %v", line)
			}
		}
		footer, err := book.GetHeaderFooter("校验")
		if err != nil || !strings.Contains(footer.OddFooter, "王科长") {
			w.Errorf("%v: footer %v", err, footer)
		}
	})
}
