package registry_test

import (
	"reflect"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/model"
)

// importing applies batches as one import and ends it.
func (e env) importing(batches ...*model.Batch) model.ImportID {
	e.Helper()
	s, err := e.r.OpenImport(ctx, "导入员", false)
	if err != nil {
		e.Fatal(err)
	}
	for _, b := range batches {
		out, err := s.Apply(ctx, b, how)
		if err != nil || len(out.Problems) > 0 {
			e.Fatalf("%+v %v", out.Problems, err)
		}
	}
	if err := s.Close(ctx, model.ImportStateDone, []byte(`{}`)); err != nil {
		e.Fatal(err)
	}
	return s.ID()
}

// plain are facts without their recording, to compare what they say.
func plain(facts []model.UnitFact) []model.UnitFact {
	for i := range facts {
		facts[i].Recorded = model.Recorded{}
	}
	return facts
}

func TestAnUndoneImportIsAsIfItHadNotBeen(t *testing.T) {
	each(t, true, func(e env) {
		spans, facts := e.spans(1), e.facts(1, store.Latest)
		change := unit(1)
		change.Name, change.FullMembers = "改名", model.Counted(0)
		org := organisation("P1", "P0")
		org.DissolvedOn = day("2020-01-01")
		id := e.importing(&model.Batch{Organisations: []model.OrganisationInput{org, organisation("P7", "P0")}},
			&model.Batch{Units: []model.UnitInput{change, unit(7)}, Covers: []model.CoverInput{cover(7, "P7", "2020-01-01", "")}})
		during := e.state().Version
		if reflect.DeepEqual(e.spans(1), spans) || len(e.spans(7)) == 0 {
			e.Fatal("the import changed nothing")
		}
		version, err := e.r.UndoImport(ctx, id, "管理员")
		if err != nil || version != during+1 {
			e.Fatal(version, err)
		}
		if got := e.spans(1); !reflect.DeepEqual(got, spans) {
			e.Errorf("spans %+v", got)
		}
		if got := e.facts(1, store.Latest); !reflect.DeepEqual(plain(got), plain(facts)) {
			e.Errorf("facts %+v", got)
		}
		if len(e.spans(7))+len(e.facts(7, store.Latest)) != 0 {
			e.Error("the imported unit is still there")
		}
		if got := e.facts(1, during); len(got) != 2 || got[1].Name != "改名" {
			e.Errorf("what was known before the undo is lost: %+v", got)
		}
		imported, err := store.Get(ctx, e.s, func(v *store.View) (model.Import, error) { return v.Import(id) })
		if err != nil || imported.State != model.ImportStateUndone || imported.Report != `{}` {
			e.Errorf("%+v %v", imported, err)
		}
		if _, err = e.r.UndoImport(ctx, id, "管理员"); model.CodeOf(err) != model.CodeConflict {
			e.Errorf("undone twice: %v", err)
		}
		// The same import again brings everything back.
		e.importing(&model.Batch{Organisations: []model.OrganisationInput{organisation("P7", "P0")}, Units: []model.UnitInput{unit(7)},
			Covers: []model.CoverInput{cover(7, "P7", "2020-01-01", "")}})
		if e.establishment(7, "2026-01-01") != model.EstablishmentOwnBranch {
			e.Error("an undone import cannot be made again")
		}
	})
}

func TestAnUndoIsRefusedWhereOthersBuiltOnIt(t *testing.T) {
	each(t, true, func(e env) {
		id := e.importing(&model.Batch{Organisations: []model.OrganisationInput{organisation("P7", "P0")}, Units: []model.UnitInput{unit(7)}})
		before := e.state().Version
		later := unit(7)
		later.Name = "后改"
		e.ok(&model.Batch{Units: []model.UnitInput{later}})
		_, err := e.r.UndoImport(ctx, id, "管理员")
		if model.CodeOf(err) != model.CodeConflict || !strings.Contains(err.Error(), "unit_facts 4 (by data version") {
			e.Errorf("a changed fact: %v", err)
		}
		other := e.importing(&model.Batch{Organisations: []model.OrganisationInput{organisation("P8", "P0")}})
		e.ok(&model.Batch{Covers: []model.CoverInput{cover(1, "P8", "2020-01-01", "")}})
		_, err = e.r.UndoImport(ctx, other, "管理员")
		if model.CodeOf(err) != model.CodeConflict || !strings.Contains(err.Error(), "of which nothing is stored") {
			e.Errorf("a cover by an imported organisation: %v", err)
		}
		// The change, the second import with the spans of its organisation, and the cover.
		if got := e.state().Version; got != before+4 {
			e.Errorf("version %d, want %d: a refused undo leaves nothing", got, before+4)
		}
		if _, err := e.r.UndoImport(ctx, 99, "x"); model.CodeOf(err) != model.CodeNotFound {
			e.Errorf("an import that never was: %v", err)
		}
	})
}
