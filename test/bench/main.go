// Command bench is the product's own benchmark: it makes a province, imports it, serves it, checks every answer against the files,
// and measures it beside three references of the same run: a plain scan of columns, a bare HTTP answer, and the constant answer.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"fugai/model"
	"fugai/seeds"
)

// benchDay is the day of the questions.
var benchDay = model.MustDate("2026-06-30")

type settings struct {
	units             int
	db, binary, dir   string
	doc               string
	length            time.Duration
	reference, listen string
}

func main() {
	var s settings
	flag.IntVar(&s.units, "units", 100_000, "units of the province")
	flag.StringVar(&s.db, "db", "", "database: sqlite:FILE that does not exist, or mysql://user:password@host:port/database, empty")
	flag.StringVar(&s.binary, "binary", "bin/fugai", "the product")
	flag.StringVar(&s.dir, "dir", "", "folder for the files of the province")
	flag.StringVar(&s.doc, "doc", "", "file whose table is written anew")
	flag.DurationVar(&s.length, "d", 2*time.Second, "time of a measurement")
	flag.StringVar(&s.reference, "reference", "", "serve a reference in place of measuring: bare or constant")
	flag.StringVar(&s.listen, "addr", "", "address of the reference")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := s.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (s *settings) run(ctx context.Context) error {
	if s.reference != "" {
		return serveReference(ctx, s.reference, s.db, s.listen)
	}
	if s.db == "" || s.dir == "" {
		return errors.New("name a database with -db and a folder with -dir, or run make bench")
	}
	r := &results{settings: s}
	columns, err := s.prepare(ctx, r)
	if err != nil {
		return err
	}
	if err := s.measure(ctx, r, columns); err != nil {
		return err
	}
	text := r.table()
	fmt.Println(text)
	if s.doc == "" {
		return nil
	}
	return writeBetween(s.doc, s.kind(), text)
}

func (s *settings) kind() string {
	kind, _, _ := strings.Cut(s.db, ":")
	return kind
}

// prepare makes the files, imports them and reads them as columns.
func (s *settings) prepare(ctx context.Context, r *results) (*columns, error) {
	begin := time.Now()
	if err := seeds.Generate(s.dir, seeds.Options{Units: s.units, AsOf: benchDay, Seed: 1}); err != nil {
		return nil, err
	}
	r.generate = time.Since(begin)
	var err error
	if _, r.imported, err = run(ctx, s.binary, "import", "--db", s.db, "--as-of", benchDay.String(), "--quiet", s.dir); err != nil {
		return nil, err
	}
	r.rows, err = rowsOf(s.dir)
	if err != nil {
		return nil, err
	}
	return loadColumns(s.dir)
}

// rowsOf counts the rows of all files.
func rowsOf(dir string) (rows int, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	for _, p := range paths {
		text, fault := os.ReadFile(p)
		err = errors.Join(err, fault)
		rows += strings.Count(string(text), "\n") - 1
	}
	return rows, err
}

// measure drives the product and the references.
func (s *settings) measure(ctx context.Context, r *results, c *columns) error {
	key, err := s.key(ctx, "DEPARTMENT")
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(s.dir, "servers.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	product, started, err := start(ctx, log, s.binary, "serve", "--db", s.db)
	if err != nil {
		return err
	}
	defer product.stop()
	r.started = started
	constant, _, err := start(ctx, log, self, "-reference", "constant", "-db", s.db)
	if err != nil {
		return err
	}
	defer constant.stop()
	bare, _, err := start(ctx, log, self, "-reference", "bare")
	if err != nil {
		return err
	}
	defer bare.stop()
	m := &meter{r, newTarget(product.url+"/graphql", "Bearer "+key), newTarget(constant.url+"/graphql", ""), newTarget(bare.url+"/graphql", ""), s.length}
	questions := newAsking(c, benchDay).questions()
	for _, q := range questions {
		if err := m.question(q); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	if r.memory, err = product.memory(); err != nil {
		return err
	}
	return s.changing(ctx, m, product, log, questions[0], c.codes)
}

// key is a key of the whole country.
func (s *settings) key(ctx context.Context, role string) (string, error) {
	out, _, err := run(ctx, s.binary, "key", "create", "--db", s.db, "--role", role, "bench-"+role)
	lines := strings.Fields(out)
	if err != nil || len(lines) == 0 {
		return "", errors.Join(err, errors.New("no key was made"))
	}
	return lines[len(lines)-1], nil
}

// meter measures questions one by one.
type meter struct {
	*results
	product, constant, bare *target
	length                  time.Duration
}

// question checks the answers of the product and of the constant server and then times them.
func (m *meter) question(q *question) error {
	l := line{name: q.name}
	for _, repeated := range []bool{false, true} {
		body, _, err := m.product.post(q, repeated)
		if err != nil {
			return err
		}
		if wrong := q.check(body, !repeated); wrong != "" {
			return errors.New("the answer is wrong: " + wrong)
		}
	}
	body, _, err := m.constant.post(q, false)
	if err != nil {
		return fmt.Errorf("the constant answer: %w", err)
	}
	if wrong := q.check(body, true); wrong != "" {
		return errors.New("the constant answer is wrong: " + wrong)
	}
	if q.scan != nil {
		l.scan = timed(m.length, q.scan)[0]
	}
	for _, one := range []struct {
		into     *point
		of       *target
		repeated bool
		workers  int
	}{{&l.bare, m.bare, true, 1}, {&l.constant, m.constant, false, 1}, {&l.uncached, m.product, false, 1}, {&l.repeated, m.product, true, 1}, {&l.many, m.product, false, 8}} {
		if *one.into, err = one.of.measure(q, one.repeated, one.workers, m.length); err != nil {
			return err
		}
	}
	m.lines = append(m.lines, l)
	fmt.Fprintln(os.Stderr, "bench:", q.name, "is right; uncached", milliseconds(l.uncached.p50), "ms")
	return nil
}

func milliseconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds()*1000, 'f', 2, 64) }
