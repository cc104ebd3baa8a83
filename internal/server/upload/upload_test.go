package upload_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/internal/server/upload"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// faulty is a workbook with a good row and one of each of four faults.
func faulty(t testing.TB) file {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	text := unitsHeader + unit(3) + strings.Replace(unit(4), ",12,", ",很多,", 1) + strings.Replace(unit(5), "2016-05-14", "2016-13-14", 1) +
		strings.Replace(unit(6), "非公有制企业", "没有的领域", 1) + strings.Replace(unit(7), "990101001000", "990199001000", 1)
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var cells []any
		for cell := range strings.SplitSeq(line, ",") {
			cells = append(cells, cell)
		}
		at, _ := excelize.CoordinatesToCellName(1, n+1)
		if err := book.SetSheetRow("Sheet1", at, &cells); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return file{"单位.xlsx", out.String()}
}

// The faults of faulty, each with its row and the header and content of its cell.
var faults = []struct {
	line               int
	column, code, cell string
}{
	{3, "从业人数", "COUNT", "很多"}, {4, "成立日期", "DATE", "2016-13-14"}, {5, "领域", "ENUM", "没有的领域"}, {6, "行政区划代码", "UNKNOWN_REGION", "990199001000"},
}

func TestDryRunReportsEveryFaultBesideItsRowAndChangesNothing(t *testing.T) {
	each(t, func(w *world) {
		before := w.version()
		j := w.run(dry, field{"source", "市场监管"}, faulty(w), regions)
		if j.State != "DONE" || !j.DryRun || j.AsOf != "2026-06-30" || j.Source != "市场监管" || !slices.Equal(j.Files, []string{"单位.xlsx", "regions.csv"}) || j.Recorder != "ADMINISTRATOR" {
			t := j
			t.Report = nil
			w.Errorf("the job is told as %+v", t)
		}
		if want := (counts{Rows: 9, New: 5, Rejected: 4}); j.Report.Total != want {
			w.Errorf("total %+v, want %+v", j.Report.Total, want)
		}
		if j.Progress.Rows != 9 || j.Progress.Total != 9 || !j.Progress.Exact || j.Progress.Rate <= 0 {
			w.Errorf("progress at the end is %+v", j.Progress)
		}
		f := j.Report.Files[0]
		if f.File != "单位.xlsx" || f.Kind != "units" || f.counts != (counts{Rows: 5, New: 1, Rejected: 4}) || len(f.FaultyRows) != len(faults) {
			w.Fatalf("%+v", f)
		}
		for i, want := range faults {
			row := f.FaultyRows[i]
			at := slices.Index(f.Header, want.column)
			if row.Line != want.line || len(row.Problems) != 1 || row.Problems[0].Code != want.code || row.Problems[0].Column != want.column || row.Cells[at] != want.cell {
				w.Errorf("row %d is %+v, want %+v", i, row, want)
			}
		}
		if w.version() != before || len(w.imports()) > 0 || w.regions() > 0 || w.pokes.Load() > 0 {
			w.Errorf("the dry run left version %d after %d, %d imports, %d regions, %d pokes", w.version(), before, len(w.imports()), w.regions(), w.pokes.Load())
		}
	})
}

func TestAppliedOnceAndTheSameAgainChangesNothing(t *testing.T) {
	each(t, func(w *world) {
		first := w.run(units, regions) // units before their regions: the order of files does not matter
		if first.State != "DONE" || first.Report.Total != (counts{Rows: 6, New: 6}) || w.regions() != 4 || first.Report.Import == 0 {
			w.Fatalf("%+v", first.Report)
		}
		if w.pokes.Load() == 0 || int64(w.version()) != int64(first.Report.DataVersion) {
			w.Errorf("the feed was poked %d times; version %d is told as %d", w.pokes.Load(), w.version(), first.Report.DataVersion)
		}
		again := w.run(regions, units)
		if again.Report.Total != (counts{Rows: 6, Unchanged: 6}) || again.Report.DataVersion != first.Report.DataVersion {
			w.Errorf("again: %+v", again.Report)
		}
		corrected := w.run(field{"correct", "true"}, field{"asOf", "2026-05-01"}, file{"单位.csv", unitsHeader + strings.Replace(unit(1), ",12,", ",13,", 1)})
		if !corrected.Correct || corrected.AsOf != "2026-05-01" || corrected.Report.Total != (counts{Rows: 1, Changed: 1}) {
			w.Errorf("correction: %+v", corrected)
		}
		if list := w.imports(); len(list) != 3 || list[0].Recorder != "ADMINISTRATOR" || list[0].State != model.ImportStateDone {
			w.Errorf("recorded are %+v", list)
		}
	})
}

func TestTheRecordOfAnImportHoldsNoCells(t *testing.T) {
	each(t, func(w *world) {
		w.run(regions, faulty(w))
		record := w.imports()[0].Report
		if strings.Contains(record, "演示第4制造有限公司") || strings.Contains(record, "faultyRows") || !strings.Contains(record, "UNKNOWN_REGION") {
			w.Errorf("recorded is %s", record)
		}
	})
}

// held holds an import up after its first batch until it is cancelled.
type held struct {
	upload.Importer
	reached chan struct{}
}

func (h held) ImportUploads(ctx context.Context, uploads []intake.Upload, o intake.Options) (*intake.Report, error) {
	tell := o.Progress
	var once sync.Once // the next stage may have been read while this one is held
	o.Progress = func(p intake.Progress) {
		tell(p)
		if p.Rows == 4 {
			once.Do(func() { close(h.reached) })
			<-ctx.Done()
		}
	}
	return h.Importer.ImportUploads(ctx, uploads, o)
}

func hold(reached chan struct{}) func(w *world) {
	return func(w *world) { w.options.Importer = held{w.options.Importer, reached} }
}

func TestCancelledImportLeavesWholeBatchesAndOthersWait(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		reached := make(chan struct{})
		w := newWorld(t, s, hold(reached))
		id := w.job(w.upload("admin", regions, units), http.StatusAccepted).ID
		<-reached
		told := w.refused(w.upload("second", units), http.StatusConflict, model.CodeConflict, "an import is running")
		if running := told["running"].(map[string]any); running["id"] != id || running["state"] != "RUNNING" || running["progress"].(map[string]any)["rows"] != 4.0 {
			w.Errorf("the refusal tells of %v", running)
		}
		if running := w.refused(w.upload("importer", units), http.StatusConflict, model.CodeConflict)["running"].(map[string]any); running["id"] != nil || len(running["files"].([]any)) > 0 {
			w.Errorf("the refusal tells a stranger of %v", running)
		}
		w.refused(w.send("importer", http.MethodDelete, "/import/jobs/"+id, nil), http.StatusNotFound, model.CodeNotFound)
		j := w.job(w.send("second", http.MethodDelete, "/import/jobs/"+id, nil), http.StatusOK)
		if j.State != "INTERRUPTED" || j.Error != nil || j.Report.Total != (counts{Rows: 4, New: 4}) || w.regions() != 4 {
			w.Errorf("cancelled: %+v %+v, %d regions", j, j.Report, w.regions())
		}
		if list := w.imports(); len(list) != 1 || list[0].State != model.ImportStateInterrupted {
			w.Errorf("recorded are %+v", list)
		}
		w.empty()
		if j := w.job(w.send("admin", http.MethodDelete, "/import/jobs/"+id, nil), http.StatusOK); j.State != "INTERRUPTED" {
			w.Errorf("cancelled twice: %+v", j)
		}
	})
}

func TestCancelledDryRunChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		reached := make(chan struct{})
		w := newWorld(t, s, hold(reached))
		id := w.job(w.upload("admin", dry, regions, units), http.StatusAccepted).ID
		<-reached
		if j := w.job(w.send("admin", http.MethodDelete, "/import/jobs/"+id, nil), http.StatusOK); j.State != "INTERRUPTED" || w.regions() > 0 {
			w.Errorf("%+v, %d regions", j, w.regions())
		}
	})
}

func TestCloseEndsTheImportAndTakesNoMore(t *testing.T) {
	reached := make(chan struct{})
	w := newWorld(t, storetest.Open(t, "sqlite"), hold(reached))
	id := w.job(w.upload("admin", regions, units), http.StatusAccepted).ID
	<-reached
	w.handler.Close()
	if j := w.wait("admin", id); j.State != "INTERRUPTED" {
		w.Errorf("%+v", j)
	}
	w.refused(w.upload("admin", units), http.StatusServiceUnavailable, model.CodeUnavailable, "the server is ending")
}

func TestOnlyThoseWithTheRightImport(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	id := w.run(dry, units).ID
	for _, secret := range []string{"reader", "department"} {
		w.refused(w.upload(secret, units), http.StatusForbidden, model.CodeDenied, "may not import files; use a key with the role ADMINISTRATOR")
		w.refused(w.send(secret, http.MethodGet, "/import/jobs", nil), http.StatusForbidden, model.CodeDenied)
		w.refused(w.send(secret, http.MethodGet, "/import/jobs/"+id, nil), http.StatusForbidden, model.CodeDenied)
		w.refused(w.send(secret, http.MethodDelete, "/import/jobs/"+id, nil), http.StatusForbidden, model.CodeDenied)
		if a := w.send(secret, http.MethodGet, "/import/templates/units.csv", nil); a.status != http.StatusOK {
			w.Errorf("templates are refused to %s: %s", secret, a.body)
		}
	}
	w.refused(w.upload("narrow", units), http.StatusForbidden, model.CodeDenied, "beyond the scope of this key, which is 990100000000")
	w.refused(w.upload("", units), http.StatusUnauthorized, model.CodeUnauthorised, "a key is needed")
	w.refused(w.send("", http.MethodGet, "/import/templates", nil), http.StatusUnauthorized, model.CodeUnauthorised)
	body, media := form(units)
	w.refused(w.send("", http.MethodPost, "/import", body, "Content-Type", media, "Cookie", "fugai_session=admin", "Sec-Fetch-Site", "cross-site"),
		http.StatusForbidden, model.CodeDenied, "a page of another origin")
}

func TestJobsAreSeenByWhoBeganThemAndAdministrators(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	id := w.job(w.upload("importer", dry, units), http.StatusAccepted).ID
	w.wait("importer", id)
	w.wait("second", id)
	w.refused(w.send("other", http.MethodGet, "/import/jobs/"+id, nil), http.StatusNotFound, model.CodeNotFound, "no import job")
	if a := w.send("other", http.MethodGet, "/import/jobs", nil); strings.TrimSpace(string(a.body)) != `{"jobs":[]}` {
		w.Errorf("another key is told of %s", a.body)
	}
	if a := w.send("importer", http.MethodGet, "/import/jobs", nil); !strings.Contains(string(a.body), id) || strings.Contains(string(a.body), `"report"`) {
		w.Errorf("its own key is told of %s", a.body)
	}
	demo := access.DemoViewer()
	if jobs := w.ask(demo, "/import/jobs/"+id); jobs != http.StatusNotFound {
		w.Errorf("the demo's viewer gets %d", jobs)
	}
}

func TestJobsAreKeptForAnHourAndTwentyOfThem(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	old := w.run(dry, units).ID
	w.ahead.Store(int64(59 * time.Minute))
	w.wait("admin", old)
	w.ahead.Store(int64(61 * time.Minute))
	w.refused(w.send("admin", http.MethodGet, "/import/jobs/"+old, nil), http.StatusNotFound, model.CodeNotFound, "kept for an hour")
	first := w.run(dry, units).ID
	for range 19 {
		w.run(dry, units)
	}
	w.wait("admin", first)
	w.run(dry, units)
	w.refused(w.send("admin", http.MethodGet, "/import/jobs/"+first, nil), http.StatusNotFound, model.CodeNotFound, "the last 20")
	var list struct{ Jobs []job }
	if err := json.Unmarshal(w.send("admin", http.MethodGet, "/import/jobs", nil).body, &list); err != nil || len(list.Jobs) != 20 {
		w.Errorf("%d jobs are kept (%v)", len(list.Jobs), err)
	}
}

func TestUploadsOverTheLimitAreRefused(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), func(w *world) { w.options.Bytes = 64 << 10 })
	large := file{"单位.csv", unitsHeader + strings.Repeat(unit(1), 1000)}
	told := w.refused(w.upload("admin", large), http.StatusRequestEntityTooLarge, model.CodeLimit, "larger than 65536 bytes")
	if told["limit"] != "uploadBytes" || told["maximum"] != 65536.0 {
		w.Errorf("the limit is told as %v", told)
	}
	body, media := form(large)
	unknown := struct{ io.Reader }{body} // its length is not told beforehand
	w.refused(w.send("admin", http.MethodPost, "/import", unknown, "Content-Type", media), http.StatusRequestEntityTooLarge, model.CodeLimit, "larger than 65536 bytes")
	w.empty()
	if j := w.run(dry, units); j.State != "DONE" {
		w.Errorf("afterwards: %+v", j)
	}
}

func TestWrongFilesAreToldAsProblems(t *testing.T) {
	each(t, func(w *world) {
		j := w.run(dry,
			file{"old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}, file{"no.xlsx", "a,b\n1,2\n"}, file{"empty.csv", ""}, file{"C:\\数据\\其他.csv", "甲,乙\n1,2\n"}, regions)
		var got []string
		for _, f := range j.Report.Files {
			for _, p := range f.Problems {
				got = append(got, f.File+" "+p.Code)
			}
		}
		slices.Sort(got)
		if want := []string{"empty.csv EMPTY_FILE", "no.xlsx WRONG_FORMAT", "old.xls OLD_FORMAT", "其他.csv UNKNOWN_KIND"}; !slices.Equal(got, want) {
			w.Errorf("problems are %q", got)
		}
		if j.Report.Total != (counts{Rows: 4, New: 4}) {
			w.Errorf("the good file beside them: %+v", j.Report.Total)
		}
	})
}

func TestWrongRequestsAreRefusedWithAllTheirFaults(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	w.refused(w.upload("admin", field{"dryRun", "perhaps"}, field{"asOf", "30.6.2026"}, field{"mode", "fast"}, units, units), http.StatusBadRequest, model.CodeInvalid,
		`dryRun: "perhaps" is neither true nor false`, `asOf: "30.6.2026" is no date`, "mode: is not known", `file: two files are named "单位.csv"`)
	w.refused(w.upload("admin", dry), http.StatusBadRequest, model.CodeInvalid, "file: is missing")
	w.refused(w.upload("admin", field{"source", strings.Repeat("长", 400)}, units), http.StatusBadRequest, model.CodeInvalid, "source: is longer than 1024 bytes")
	w.refused(w.send("admin", http.MethodPost, "/import", strings.NewReader("{}"), "Content-Type", "application/json"), http.StatusBadRequest, model.CodeBadRequest, "send multipart/form-data")
	w.refused(w.send("admin", http.MethodPost, "/import", strings.NewReader("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncode"), "Content-Type", "multipart/form-data; boundary=x"), http.StatusBadRequest, model.CodeBadRequest, "broke off")
	w.refused(w.send("admin", http.MethodGet, "/import/nowhere", nil), http.StatusNotFound, model.CodeNotFound, "GET /import/templates")
	if a := w.send("admin", http.MethodGet, "/import", nil); a.status != http.StatusOK || !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
		w.Errorf("GET /import is the explorer's page, not %d %s", a.status, a.body)
	}
	w.empty()
}

func TestUploadThatBreaksOffLeavesNothing(t *testing.T) {
	w := newWorld(t, storetest.Open(t, "sqlite"), nil)
	body, media := form(file{"单位.csv", unitsHeader + strings.Repeat(unit(1), 5000)})
	ctx, cancel := context.WithCancel(t.Context())
	half := io.MultiReader(io.LimitReader(body, int64(body.Len()/2)), blocked{ctx})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.server.URL+"/import", half)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer admin")
	r.Header.Set("Content-Type", media)
	ended := make(chan error, 1)
	go func() {
		response, err := http.DefaultClient.Do(r)
		if err == nil {
			_ = response.Body.Close()
		}
		ended <- err
	}()
	w.until(func() bool {
		return strings.Contains(string(w.send("admin", http.MethodGet, "/import/jobs", nil).body), "RECEIVING")
	})
	cancel()
	if <-ended == nil {
		t.Error("half an upload was answered")
	}
	w.until(func() bool { return w.upload("admin", dry, units).status == http.StatusAccepted })
}

// until waits for something that happens soon.
func (w *world) until(happened func() bool) {
	w.Helper()
	for range 500 {
		if happened() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Fatal("it did not happen in time")
}

// blocked gives nothing until the request is over.
type blocked struct{ ctx context.Context }

func (b blocked) Read([]byte) (int, error) {
	<-b.ctx.Done()
	return 0, b.ctx.Err()
}
