package registry_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

func table(b testing.TB, dir, name string) (rows []map[string]string) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func dateOf(s string) model.Date {
	if s == "" {
		return 0
	}
	return model.MustDate(s)
}

func countOf(s string) model.Count {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return model.Counted(n)
}

// folder reads a folder in the import format, as far as the write side is concerned.
func folder(b testing.TB, dir string) *model.Batch {
	out := &model.Batch{}
	for _, r := range table(b, dir, "regions.csv") {
		level, _ := model.ParseRegionLevel(r["level"])
		out.Regions = append(out.Regions, model.RegionInput{Code: model.RegionCode(r["code"]), Name: r["name"], Level: level, ParentCode: model.RegionCode(r["parent"])})
	}
	for _, r := range table(b, dir, "organisations.csv") {
		in := model.OrganisationInput{Code: r["code"], RegionCode: model.RegionCode(r["region_code"]), ParentCode: r["parent_code"], Given: 1<<40 - 1}
		in.Name = r["name"]
		in.Kind, _ = model.ParseOrganisationKind(r["kind"])
		in.SetUp, _ = model.ParseSetUp(r["set_up"])
		in.EstablishedOn, in.DissolvedOn = dateOf(r["established_on"]), dateOf(r["dissolved_on"])
		out.Organisations = append(out.Organisations, in)
	}
	for _, r := range table(b, dir, "instructors.csv") {
		out.Instructors = append(out.Instructors, model.InstructorInput{Code: r["id"], Name: r["name"], RegionCode: model.RegionCode(r["region_code"])})
	}
	for _, r := range table(b, dir, "units.csv") {
		in := model.UnitInput{CreditCode: model.CreditCode(r["credit_code"]), RegionCode: model.RegionCode(r["region_code"]), Given: 1<<40 - 1}
		in.Name, in.Industry, in.NoProbationaryColumn = r["name"], r["industry"], true
		in.Given &^= 1 << model.UnitProbationaryMembers
		in.Domain, _ = model.ParseDomain(r["domain"])
		in.Size, _ = model.ParseSize(r["size"])
		in.Status, _ = model.ParseUnitStatus(r["status"])
		in.Employees, in.FullMembers = countOf(r["employees"]), countOf(r["formal_members"])
		in.FoundedOn = dateOf(r["established_on"])
		out.Units = append(out.Units, in)
	}
	for _, r := range table(b, dir, "coverage.csv") {
		in := model.CoverInput{UnitCode: model.CreditCode(r["unit_code"]), OrganisationCode: r["organisation_code"], InstructorCode: r["instructor_id"]}
		in.Kind, _ = model.ParseCoverKind(r["kind"])
		in.ValidFrom, in.ValidTo = dateOf(r["valid_from"]), dateOf(r["valid_to"])
		out.Covers = append(out.Covers, in)
	}
	return out
}

// BenchmarkFolder applies a folder of the import format as one commit, again, and checks it. FUGAI_BENCH_DATA names the folder.
func BenchmarkFolder(b *testing.B) {
	dir := os.Getenv("FUGAI_BENCH_DATA")
	if dir == "" {
		b.Fatal("FUGAI_BENCH_DATA names no folder; set it to one with regions.csv, units.csv, organisations.csv, instructors.csv and coverage.csv")
	}
	batch := folder(b, dir)
	storetest.EachB(b, func(b *testing.B, s *store.Store) {
		r := registry.New(s)
		if err := r.EnsureRuleSet(context.Background(), "test"); err != nil {
			b.Fatal(err)
		}
		how := model.Apply{AsOf: model.MustDate("2026-06-30"), Source: model.Source{Name: "bench"}}
		for range b.N {
			start := time.Now()
			out, err := r.Apply(context.Background(), batch, how)
			if err != nil || len(out.Problems) > 0 && !out.Problems[0].Warning {
				b.Fatal(err, out.Problems[0])
			}
			b.ReportMetric(float64(len(batch.Units))/time.Since(start).Seconds(), "units/s")
			b.Logf("%v: version %d units %+v covers %+v, %d warnings", time.Since(start), out.Version, *out.Tallies["Units"], *out.Tallies["Covers"], len(out.Problems))
			start = time.Now()
			again, err := r.Apply(context.Background(), batch, how)
			b.Logf("again %v: version %d units %+v covers %+v %v", time.Since(start), again.Version, *again.Tallies["Units"], *again.Tallies["Covers"], err)
			start = time.Now()
			report, err := r.Check(context.Background(), nil)
			if err != nil || report.Faults > 0 {
				b.Fatalf("check: %+v %v", report, err)
			}
			b.Logf("check %v: %d spans", time.Since(start), report.Spans)
		}
	})
}
