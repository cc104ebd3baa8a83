package bi

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"

	"fugai/internal/store/storetest"
	"fugai/test/process"
)

// shipped is where the files lie.
const shipped = "../../docs/bi"

// world is a province that the binary serves, and its database as other tools reach it.
type world struct {
	kind, dsn, url, key string
	db                  *sql.DB
}

func TestShippedFilesAnswerAsTheAPIDoes(t *testing.T) {
	for _, kind := range storetest.Kinds {
		t.Run(kind, func(t *testing.T) {
			w := serve(t, kind)
			t.Run("Grafana", func(t *testing.T) { grafana(t, w) })
			t.Run("Power Query", func(t *testing.T) { powerQuery(t, w) })
			t.Run("SQL", func(t *testing.T) { queries(t, w) })
			t.Run("document", func(t *testing.T) { documented(t, w) })
			t.Run("extract", func(t *testing.T) { extract(t, w) })
			if kind == "mysql" {
				t.Run("account", func(t *testing.T) { account(t, w) })
			}
		})
	}
}

// serve fills a database with a province and serves it to a reader with a key.
func serve(t *testing.T, kind string) *world {
	t.Helper()
	w := &world{kind: kind, dsn: storetest.DSN(t, kind)}
	process.Run(t, "seed", "--db", w.dsn, "--zone", process.Midday(), "--units", "600", "--quiet")
	w.key = process.Key(t, w.dsn, "READER", "tools")
	w.url = process.Serve(t, "--db", w.dsn, "--zone", process.Midday()).URL
	w.db = open(t, w.dsn)
	return w
}

func open(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	driver, name := "sqlite3", "file:"+strings.TrimPrefix(dsn, "sqlite:")
	if strings.HasPrefix(dsn, "mysql:") {
		u, err := url.Parse(dsn)
		check(t, err)
		c := mysql.NewConfig()
		c.Net, c.Addr, c.DBName, c.User = "tcp", u.Host, strings.Trim(u.Path, "/"), u.User.Username()
		c.Passwd, _ = u.User.Password()
		driver, name = "mysql", c.FormatDSN()
	}
	db, err := sql.Open(driver, name)
	check(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// get asks with the key in the header, as every tool does.
func (w *world) get(t *testing.T, path string, query url.Values) (status int, body []byte) {
	t.Helper()
	status, _, body = w.asked(t, path, query, nil)
	return status, body
}

// asked is get with headers, and with those of the answer.
func (w *world) asked(t *testing.T, path string, query url.Values, header http.Header) (status int, told http.Header, body []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+path+"?"+query.Encode(), nil)
	check(t, err)
	maps.Copy(request.Header, header)
	return w.answered(t, request)
}

func (w *world) send(t *testing.T, request *http.Request) (status int, body []byte) {
	t.Helper()
	status, _, body = w.answered(t, request)
	return status, body
}

func (w *world) answered(t *testing.T, request *http.Request) (status int, told http.Header, body []byte) {
	t.Helper()
	request.Header.Set("Authorization", "Bearer "+w.key)
	answer, err := http.DefaultClient.Do(request)
	check(t, err)
	defer answer.Body.Close()
	body, err = io.ReadAll(answer.Body)
	check(t, err)
	return answer.StatusCode, answer.Header, body
}

// ask is the API's own answer to a question without variables: the values at the paths of each row at root, as lines in one order.
func (w *world) ask(t *testing.T, question, root, paths string) []string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": question})
	check(t, err)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.url+"graphql", bytes.NewReader(body))
	check(t, err)
	request.Header.Set("Content-Type", "application/json")
	status, body := w.send(t, request)
	if status != http.StatusOK || bytes.Contains(body, []byte(`"errors"`)) {
		t.Fatalf("%d for %s: %s", status, question, body)
	}
	var rows [][]string
	for _, row := range list(process.At(decoded(t, body), root)) {
		var cells []string
		for _, path := range strings.Fields(paths) {
			cells = append(cells, text(process.At(row, path)))
		}
		rows = append(rows, cells)
	}
	return lines(rows)
}

func decoded(t *testing.T, body []byte) (value any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	check(t, decoder.Decode(&value))
	return value
}

// list is a list, or an object as the list of it alone.
func list(value any) []any {
	if all, ok := value.([]any); ok {
		return all
	}
	return []any{value}
}

// text is a value as all sources write it: numbers with as many digits as all of them keep, truth as 1 and 0, nothing as nothing.
func text(value any) string {
	s := fmt.Sprint(value)
	switch s {
	case "<nil>":
		return ""
	case "true":
		return "1"
	case "false":
		return "0"
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return strconv.FormatFloat(f, 'g', 13, 64)
	}
	return s
}

// lines are rows in one order, so that they can be compared.
func lines(rows [][]string) (out []string) {
	for _, r := range rows {
		out = append(out, strings.Join(r, "|"))
	}
	slices.Sort(out)
	return out
}

// rows runs a query and gives its columns and its rows as lines in one order.
func rows(ctx context.Context, db *sql.DB, query string, args ...any) (columns, out []string, err error) {
	found, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, nil, err
	}
	defer found.Close()
	columns, err = found.Columns()
	if err != nil {
		return nil, nil, err
	}
	var all [][]string
	for found.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			return nil, nil, err
		}
		row := make([]string, len(columns))
		for i, c := range cells {
			if c.Valid {
				row[i] = text(c.String)
			}
		}
		all = append(all, row)
	}
	return columns, lines(all), found.Err()
}

// same compares what a tool reads with what the API answers.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(want) == 0 {
		t.Fatalf("%s: no row to compare", what)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s has %d rows:\n%s\nthe API answers %d:\n%s", what, len(got), strings.Join(got, "\n"), len(want), strings.Join(want, "\n"))
	}
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(append([]string{shipped}, parts...)...))
	check(t, err)
	return string(content)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
