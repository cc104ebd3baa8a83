package upload_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/server"
	"fugai/internal/server/upload"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// keys are callers by their secrets.
type keys map[string]*access.Principal

func (k keys) Authenticate(_ context.Context, secret string) (*access.Principal, error) {
	if who := k[secret]; who != nil {
		return who, nil
	}
	return nil, &model.Error{Code: model.CodeUnauthorised, Message: "the key is not known"}
}

func caller(id model.KeyID, role model.Role, region model.RegionCode) *access.Principal {
	return &access.Principal{Key: id, Name: role.String(), Role: role, Rights: access.RightsOf(role), RegionCode: region}
}

var callers = keys{
	"admin":      caller(1, model.RoleAdministrator, ""),
	"second":     caller(2, model.RoleAdministrator, ""),
	"narrow":     caller(3, model.RoleAdministrator, "990100000000"),
	"reader":     caller(4, model.RoleReader, ""),
	"department": caller(5, model.RoleDepartment, ""),
	// importers have the right without being administrators; another way of proving who one is may make such.
	"importer": {Key: 6, Name: "importer", Role: model.RoleIntegrator, Rights: access.Read | access.Import},
	"other":    {Key: 7, Name: "other", Role: model.RoleIntegrator, Rights: access.Read | access.Import},
}

type state struct{}

func (state) Ready(context.Context) error    { return nil }
func (state) DataVersion() model.DataVersion { return 1 }

// world is a server that imports into a fresh database.
type world struct {
	testing.TB
	store   *store.Store
	options upload.Options
	handler *upload.Handler
	server  *httptest.Server
	// dir is where uploads lie, pokes how often the feed was told to look, ahead how far the clock is set forward.
	dir   string
	pokes atomic.Int64
	ahead atomic.Int64
	log   bytes.Buffer
}

func each(t *testing.T, test func(w *world)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) { test(newWorld(t, s, nil)) })
}

func newWorld(t testing.TB, s *store.Store, change func(*world)) *world {
	t.Helper()
	r := registry.New(s)
	if err := r.EnsureRuleSet(t.Context(), "tester"); err != nil {
		t.Fatal(err)
	}
	w := &world{TB: t, store: s, dir: t.TempDir()}
	w.options = upload.Options{
		Importer: intake.New(intake.Through(r), time.Now), Today: func() model.Date { return model.MustDate("2026-06-30") },
		Now:     func() time.Time { return time.Now().Add(time.Duration(w.ahead.Load())) },
		Changed: func() { w.pokes.Add(1) }, Dir: w.dir, Log: slog.New(slog.NewTextHandler(&w.log, nil)),
	}
	if change != nil {
		change(w)
	}
	w.handler = upload.New(w.options)
	made, err := server.New(server.Options{
		GraphQL: http.NotFoundHandler(), Import: w.handler, Keys: callers, State: state{}, Now: time.Now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	w.server = httptest.NewServer(made.Handler())
	t.Cleanup(func() { w.server.Close(); w.handler.Close(); w.empty() })
	return w
}

// empty fails where an upload was left behind.
func (w *world) empty() {
	w.Helper()
	if left, err := os.ReadDir(w.dir); err != nil || len(left) > 0 {
		w.Errorf("uploads are left behind: %v %v", left, err)
	}
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func (w *world) send(secret, method, path string, body io.Reader, headers ...string) answer {
	w.Helper()
	r, err := http.NewRequestWithContext(w.Context(), method, w.server.URL+path, body)
	if err != nil {
		w.Fatal(err)
	}
	if secret != "" {
		r.Header.Set("Authorization", "Bearer "+secret)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		w.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		w.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, text}
}

// file is a file to upload; field an option.
type file struct{ name, content string }
type field struct{ name, value string }

// form writes a multipart body; parts are files and fields, in their order.
func form(parts ...any) (body *bytes.Buffer, media string) {
	body = &bytes.Buffer{}
	m := multipart.NewWriter(body)
	for _, p := range parts {
		switch p := p.(type) {
		case file:
			to, _ := m.CreateFormFile("file", p.name)
			_, _ = io.WriteString(to, p.content)
		case field:
			_ = m.WriteField(p.name, p.value)
		}
	}
	_ = m.Close()
	return body, m.FormDataContentType()
}

func (w *world) upload(secret string, parts ...any) answer {
	w.Helper()
	body, media := form(parts...)
	return w.send(secret, http.MethodPost, "/import", body, "Content-Type", media)
}

// job is a job as the server tells it.
type job struct {
	ID, State, AsOf, Source, Recorder string
	DryRun, Correct                   bool
	Files                             []string
	Progress                          struct {
		Stage       string
		Rows, Total int
		Exact       bool
		Rate        float64
	}
	Error  *struct{ Code, Message string }
	Report *report
}

type report struct {
	Import, DataVersion int
	State               string
	Total               counts
	Files               []fileReport
}

type counts struct{ Rows, New, Changed, Unchanged, Skipped, Rejected, Warned int }

type fileReport struct {
	counts
	File, Sheet, Kind string
	Problems          []problem
	Header            []string
	FaultyRows        []struct {
		Line     int
		Cells    []string
		Problems []problem
	}
}

type problem struct {
	Line                  int
	Column, Code, Message string
	Warning               bool
}

func (w *world) job(a answer, status int) (j job) {
	w.Helper()
	if a.status != status {
		w.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	if err := json.Unmarshal(a.body, &j); err != nil {
		w.Fatalf("%s: %v", a.body, err)
	}
	return j
}

// run uploads as the administrator and waits for the end.
func (w *world) run(parts ...any) job {
	w.Helper()
	a := w.upload("admin", parts...)
	j := w.job(a, http.StatusAccepted)
	if a.header.Get("Location") != "/import/jobs/"+j.ID {
		w.Errorf("the job %s is said to be at %q", j.ID, a.header.Get("Location"))
	}
	return w.wait("admin", j.ID)
}

func (w *world) wait(secret, id string) job {
	w.Helper()
	for range 3000 {
		if j := w.job(w.send(secret, http.MethodGet, "/import/jobs/"+id, nil), http.StatusOK); j.Report != nil || j.Error != nil {
			return j
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Fatal("the import did not end")
	return job{}
}

// refused checks a refusal in the shape that every route has.
func (w *world) refused(a answer, status int, code model.Code, messages ...string) map[string]any {
	w.Helper()
	var body struct {
		Errors []struct {
			Message    string
			Extensions map[string]any
		}
	}
	if err := json.Unmarshal(a.body, &body); err != nil || len(body.Errors) != max(1, len(messages)) {
		w.Fatalf("%d %s: want %d errors (%v)", a.status, a.body, max(1, len(messages)), err)
	}
	for i, message := range messages {
		if !strings.Contains(body.Errors[i].Message, message) {
			w.Errorf("%q does not say %q", body.Errors[i].Message, message)
		}
	}
	first := body.Errors[0].Extensions
	if a.status != status || first["code"] != string(code) || first["requestId"] != a.header.Get("X-Request-Id") || first["requestId"] == "" {
		w.Errorf("%d %s; want %d %s", a.status, a.body, status, code)
	}
	return first
}

func (w *world) version() model.DataVersion {
	w.Helper()
	at, err := w.store.State(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	return at.Version
}

func (w *world) imports() []model.Import {
	w.Helper()
	list, err := store.Get(w.Context(), w.store, func(v *store.View) ([]model.Import, error) { return v.Imports(100) })
	if err != nil {
		w.Fatal(err)
	}
	return list
}

func (w *world) regions() int {
	w.Helper()
	list, err := store.Get(w.Context(), w.store, (*store.View).Regions)
	if err != nil {
		w.Fatal(err)
	}
	return len(list)
}

// code is a credit code with its check character.
func code(i int) string { return string(model.WithCheckCharacter(fmt.Sprintf("91990101M%08d", i))) }

const unitsHeader = "统一社会信用代码,单位名称,领域,行政区划代码,从业人数,正式党员数,成立日期,登记状态\n"

func unit(i int) string {
	return fmt.Sprintf("%s,演示第%d制造有限公司,非公有制企业,990101001000,12,3,2016-05-14,存续\n", code(i), i)
}

var (
	regions = file{"regions.csv", "code,name,level,parent\n990101001000,街,TOWNSHIP,990101000000\n990101000000,县,COUNTY,990100000000\n990100000000,市,CITY,990000000000\n99,省,PROVINCE,\n"}
	units   = file{"单位.csv", unitsHeader + unit(1) + unit(2)}
	dry     = field{"dryRun", "true"}
)
