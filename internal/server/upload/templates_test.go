package upload_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// ask asks as somebody who needs no key, and gives the status.
func (w *world) ask(who *access.Principal, path string) int {
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, httptest.NewRequest(http.MethodGet, path, nil).WithContext(access.WithPrincipal(w.Context(), who)))
	return out.Code
}

func TestTemplatesOfEveryKindAreRecognisedWhenTheyComeBack(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	var list struct {
		Templates []struct {
			Kind, Title, CSV, XLSX string
			Columns                []struct{ Name, Title string }
		}
	}
	if err := json.Unmarshal(w.send("reader", http.MethodGet, "/import/templates", nil).body, &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Templates) != len(intake.Tables()) || list.Templates[0].Kind != "regions" || list.Templates[0].Columns[0].Title == "" {
		t.Fatalf("%+v", list)
	}
	for _, language := range []string{"", "?lang=zh", "?lang=en"} {
		var parts []any
		var kinds []string
		for _, of := range list.Templates {
			for _, at := range []string{of.CSV, of.XLSX} {
				a := w.send("reader", http.MethodGet, at+language, nil)
				if a.status != http.StatusOK || !strings.Contains(a.header.Get("Content-Disposition"), "attachment") {
					t.Fatalf("%s: %d %s", at, a.status, a.body)
				}
				parts = append(parts, file{"某" + at[strings.LastIndex(at, "/")+1:], string(a.body)})
				kinds = append(kinds, of.Kind)
			}
		}
		for i, f := range w.run(append(parts, dry)...).Report.Files {
			if f.Kind != kinds[i] || f.Rows != 1 {
				t.Errorf("%s%s came back as %q with %d rows: %+v", f.File, language, f.Kind, f.Rows, f.Problems)
			}
		}
	}
}

func TestUnknownTemplatesAreNamed(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	for _, path := range []string{"/import/templates/nothing.csv", "/import/templates/units.pdf", "/import/templates/units"} {
		w.refused(w.send("reader", http.MethodGet, path, nil), http.StatusNotFound, model.CodeNotFound, "GET /import/templates lists them")
	}
	w.refused(w.send("reader", http.MethodGet, "/import/templates/units.csv?lang=fr", nil), http.StatusBadRequest, model.CodeInvalid, `lang: "fr" is no language`)
}
