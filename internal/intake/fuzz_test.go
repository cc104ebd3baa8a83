package intake

import (
	"bytes"
	"context"
	"testing"

	"fugai/model"
)

// FuzzImport: whatever the content, an import ends without a panic, and every row it read is accounted for.
func FuzzImport(f *testing.F) {
	for _, c := range cellCases {
		f.Add(c.file, []byte(c.content))
	}
	f.Add("units.csv", unitsCSV(3))
	f.Add("regions.csv", []byte("code,name,parent\n11,a,12\n12,b,11\n13,c,13\n"))
	f.Add("单位.xlsx", book(f, map[string][][]any{"单位": {{"党员花名册"}, unitsTitles, unitCells(code)}, "表": {{"a", "b"}}}, nil))
	f.Add("units.csv", []byte("\xff\xfec\x00,\x00"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		registry := newFake()
		report, err := New(registry, nil).ImportUpload(context.Background(), name, bytes.NewReader(content), int64(len(content)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range report.Files {
			if one.Rows != one.New+one.Changed+one.Unchanged+one.Skipped+one.Rejected {
				t.Errorf("rows are lost: %+v", one.Counts)
			}
			if one.Kind == "" && len(one.Problems) == 0 {
				t.Error("a file is passed over without a word")
			}
		}
		if report.State != model.ImportStateDone {
			t.Error(report.State)
		}
	})
}
