// Package replicas tests servers that answer from one MariaDB together: what both say of one data version is the same, no answer holds
// half a change, and a server that is killed in the middle of an import leaves nothing that the others, or it itself, do not mend.
package replicas

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fugai/internal/store/storetest"
	"fugai/test/process"
)

// question asks for one number in several ways: of the cube by domain, of the list, and of the catalogue.
const question = `{ dataSet { importRunning }
  coverage(groupBy: [DOMAIN], asOf: "2026-06-30") { dataVersion rows { ...counts } total { ...counts } }
  gaps(indicator: "TWO_COVERAGES", asOf: "2026-06-30", first: 3) { dataVersion totalCount nodes { unit { creditCode name } reasons { code } } }
  findingCounts(asOf: "2026-06-30") { rule { key } share { numerator denominator gap unknown } } }
fragment counts on CoverageRow { domain units share(of: "TWO_COVERAGES") { numerator denominator gap unknown exempt } }`

// counts are those of one domain, or of all.
type counts struct {
	Domain string
	Units  int
	Share  struct{ Numerator, Denominator, Gap, Unknown, Exempt int }
}

// answer is what a replica said to the question.
type answer struct {
	Errors json.RawMessage
	Data   struct {
		DataSet  struct{ ImportRunning bool }
		Coverage struct {
			DataVersion json.Number
			Rows        []counts
			Total       counts
		}
		Gaps struct {
			DataVersion json.Number
			TotalCount  int
			Nodes       []json.RawMessage
		}
		FindingCounts []json.RawMessage
	}
}

// version is the data version of the answer.
func (a *answer) version(t *testing.T) int64 {
	v, err := a.Data.Coverage.DataVersion.Int64()
	if err != nil {
		t.Errorf("data version %q: %v", a.Data.Coverage.DataVersion, err)
	}
	return v
}

func (a *answer) units() int { return a.Data.Coverage.Total.Units }

// figures is the answer without what differs between databases and moments.
func (a *answer) figures() string {
	return fmt.Sprintf("%v %d %s %s", append(a.Data.Coverage.Rows, a.Data.Coverage.Total), a.Data.Gaps.TotalCount, a.Data.Gaps.Nodes, a.Data.FindingCounts)
}

var errAnswer = errors.New("not an answer without errors")

// replica is a server under the eyes of the test.
type replica struct {
	*process.Server
	name, key string
}

func (r replica) send(ctx context.Context, method, path, contentType string, body io.Reader) (int, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, r.URL+path, body)
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Authorization", "Bearer "+r.key)
	request.Header.Set("Content-Type", contentType)
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	return reply.StatusCode, text, err
}

func (r replica) ask(ctx context.Context) (*answer, error) {
	body, err := json.Marshal(map[string]string{"query": question})
	if err != nil {
		return nil, err
	}
	status, text, err := r.send(ctx, http.MethodPost, "graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil || status != http.StatusOK || a.Errors != nil {
		return nil, fmt.Errorf("%s answers %d %s: %w", r.name, status, text, errors.Join(err, errAnswer))
	}
	return &a, nil
}

func (r replica) now(t *testing.T) *answer {
	t.Helper()
	a, err := r.ask(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// record holds what was said of each data version, and when each replica said so first.
type record struct {
	sync.Mutex
	figures map[int64]string
	first   map[string]map[int64]time.Time
	latest  map[string]*answer
}

// watch asks a replica again and again until the context ends or the replica is gone.
func (rec *record) watch(ctx context.Context, t *testing.T, r replica) {
	for ctx.Err() == nil && !t.Failed() {
		a, err := r.ask(ctx)
		if err != nil {
			return // killed, or the end; what comes after asks by itself
		}
		rec.keep(t, r.name, a)
	}
}

// keep holds an answer against all others.
func (rec *record) keep(t *testing.T, name string, a *answer) {
	rec.Lock()
	defer rec.Unlock()
	version := a.version(t)
	if before := rec.latest[name]; before != nil && before.version(t) > version {
		t.Errorf("%s went back from version %d to %d", name, before.version(t), version)
	}
	rec.latest[name] = a
	if a.Data.Gaps.DataVersion != a.Data.Coverage.DataVersion {
		t.Errorf("%s answers parts of one question at the versions %s and %s", name, a.Data.Coverage.DataVersion, a.Data.Gaps.DataVersion)
	}
	for _, row := range append(a.Data.Coverage.Rows, a.Data.Coverage.Total) {
		if row.Share.Numerator+row.Share.Gap != row.Share.Denominator {
			t.Errorf("%s at %d: %+v does not add up", name, version, row)
		}
	}
	if gap := a.Data.Coverage.Total.Share.Gap; gap != a.Data.Gaps.TotalCount {
		t.Errorf("%s at %d counts %d gaps and lists %d", name, version, gap, a.Data.Gaps.TotalCount)
	}
	if said, ok := rec.figures[version]; ok && said != a.figures() {
		t.Errorf("two answers of version %d:\n%s\n%s", version, said, a.figures())
	}
	rec.figures[version] = a.figures()
	if rec.first[name] == nil {
		rec.first[name] = map[int64]time.Time{}
	}
	if _, ok := rec.first[name][version]; !ok {
		rec.first[name][version] = time.Now()
	}
}

// delay is the longest time between the first answers of two replicas with a version, over the versions that both have said.
func (rec *record) delay(a, b string) (longest time.Duration, of int) {
	rec.Lock()
	defer rec.Unlock()
	for version, at := range rec.first[a] {
		if other, ok := rec.first[b][version]; ok {
			longest, of = max(longest, other.Sub(at).Abs()), of+1
		}
	}
	return longest, of
}

// until waits for something; a minute is not long enough only where something is wrong.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within a minute: %s", what)
		}
	}
}

// bothAt are the answers of two replicas at the version of the database, which nobody changes any more.
func bothAt(t *testing.T, dsn string, a, b replica) (ofA, ofB *answer) {
	t.Helper()
	version := storetest.RowsAt(t, dsn, "SELECT version FROM data_state")[0][0]
	until(t, "both replicas answer at version "+version, func() bool {
		ofA, ofB = a.now(t), b.now(t)
		return ofA.Data.Coverage.DataVersion.String() == version && ofB.Data.Coverage.DataVersion.String() == version
	})
	return ofA, ofB
}

// upload begins an import of files over HTTP and tells the path of its job.
func (r replica) upload(t *testing.T, files []string) (path string) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	check(t, form.WriteField("asOf", "2026-06-30"))
	for _, name := range files {
		content, err := os.ReadFile(name)
		check(t, err)
		part, err := form.CreateFormFile("file", filepath.Base(name))
		check(t, err)
		_, err = part.Write(content)
		check(t, err)
	}
	check(t, form.Close())
	status, text, err := r.send(t.Context(), http.MethodPost, "import", form.FormDataContentType(), &body)
	check(t, err)
	var job struct{ ID string }
	if check(t, json.Unmarshal(text, &job)); status != http.StatusAccepted || job.ID == "" {
		t.Fatalf("%s answers the import with %d %s", r.name, status, text)
	}
	return "import/jobs/" + job.ID
}

// state is the state of a job.
func (r replica) state(t *testing.T, job string) string {
	t.Helper()
	_, text, err := r.send(t.Context(), http.MethodGet, job, "", nil)
	check(t, err)
	var told struct{ State string }
	check(t, json.Unmarshal(text, &told))
	return told.State
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTwoReplicasAndAKilledImport(t *testing.T) {
	dsn, folder, zone := storetest.DSN(t, "mysql"), t.TempDir(), process.Midday()
	process.Run(t, "seed", "--db", "sqlite:"+filepath.Join(folder, "unused.db"), "--files-only", "--out", folder, "--units", "3000", "--as-of", "2026-06-30", "--quiet")
	files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	check(t, err)
	key := process.Key(t, dsn, "ADMINISTRATOR", "importer")
	serve := func(name string) replica {
		return replica{process.Serve(t, "--db", dsn, "--zone", zone), name, key}
	}
	rec := &record{figures: map[int64]string{}, first: map[string]map[int64]time.Time{}, latest: map[string]*answer{}}
	ctx, stop := context.WithCancel(t.Context())
	var watchers sync.WaitGroup
	defer watchers.Wait()
	defer stop()
	begin := func(name string) replica {
		r := serve(name)
		watchers.Go(func() { rec.watch(ctx, t, r) })
		return r
	}
	a, b := begin("A"), begin("B")

	a.upload(t, files)
	until(t, "units on the replica that does not import", func() bool { return b.now(t).units() > 0 })
	a.Kill(t)
	left := b.now(t)
	if running := storetest.RowsAt(t, dsn, "SELECT COUNT(*) FROM imports WHERE state = 'RUNNING'"); running[0][0] != "1" || !left.Data.DataSet.ImportRunning {
		t.Fatalf("the import was over before the server was killed: %v, %v", running, left.Data.DataSet)
	}

	// The killed server comes back, and B was there all the time. After a minute without a sign of life, which is made short here, the
	// import counts as interrupted, and what it left for later is computed.
	storetest.SQLAt(t, dsn, "UPDATE imports SET alive_at = '2026-01-01 00:00:00.000'")
	a = begin("A again")
	until(t, "nothing is stale", func() bool { return storetest.RowsAt(t, dsn, "SELECT COUNT(*) FROM stale_subjects")[0][0] == "0" })
	said, kept := bothAt(t, dsn, a, b)
	if said.Data.DataSet.ImportRunning || kept.Data.DataSet.ImportRunning || said.figures() != kept.figures() || kept.units() < left.units() {
		t.Errorf("after the restart:\n%s\n%s\nand before\n%s", said.figures(), kept.figures(), left.figures())
	}
	process.Run(t, "check", "--db", dsn, "--zone", zone)

	// The same files again, through the other replica, complete what is missing.
	job := b.upload(t, files)
	until(t, "the second import has ended", func() bool { return b.state(t, job) == "DONE" })
	got, _ := bothAt(t, dsn, a, b)
	process.Run(t, "check", "--db", dsn, "--zone", zone)

	whole := "sqlite:" + filepath.Join(folder, "whole.db")
	process.Run(t, append([]string{"import", "--db", whole, "--zone", zone, "--as-of", "2026-06-30", "--quiet"}, files...)...)
	want := replica{process.Serve(t, "--db", whole, "--zone", zone), "whole", process.Key(t, whole, "ADMINISTRATOR", "reader")}.now(t)
	if got.figures() != want.figures() || got.units() == 0 {
		t.Errorf("after the second import:\n%s\nand from files that were imported at once:\n%s", got.figures(), want.figures())
	}
	stop()
	watchers.Wait()
	if len(rec.figures) < 5 {
		t.Errorf("only the versions %v were seen; the test proves nothing", slices.Sorted(maps.Keys(rec.figures)))
	}
	longest, of := rec.delay("A again", "B")
	t.Logf("%d versions were said, %d of them by both in the second import; the later of both was at most %v later", len(rec.figures), of, longest)
}
