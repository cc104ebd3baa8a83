package intake

import (
	"bytes"
	"fmt"
	"sync"
	"time"

	"fugai/internal/registry"
)

// Progress tells how far an import is.
type Progress struct {
	// Stage is the table that is being applied.
	Stage string
	// Rows of Total are done; Total is an estimate until Exact.
	Rows, Total int
	Exact       bool
	// Rate is in rows a second; Left the estimated time to the end.
	Rate    float64
	Elapsed time.Duration
	Left    time.Duration
}

// meter counts rows read and applied; it is told by two goroutines.
type meter struct {
	mu      sync.Mutex
	clock   func() time.Time
	started time.Time
	tell    func(Progress)
	done    int
	// rows are those of the stages that were read, and estimates of the others.
	rows   map[stage]int
	unread int
}

func newMeter(clock func() time.Time, tell func(Progress), sources []*source) *meter {
	m := &meter{clock: clock, tell: tell, rows: map[stage]int{}}
	if clock != nil {
		m.started = clock()
	}
	for s := range stages {
		mine, _ := s.sourcesOf(sources)
		for _, one := range mine {
			m.rows[s] += one.estimate()
		}
		if len(mine) > 0 {
			m.unread++
		}
	}
	return m
}

// read says that a stage has been read and how many rows it has.
func (m *meter) read(s stage, title string, rows int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rows[s] = rows
	m.unread--
	m.report(title)
}

// applied says that a batch is done, and passes the progress on.
func (m *meter) applied(title string, rows int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.done += rows
	m.report(title)
}

// settled says how far the spans are that are computed at the end of an import.
func (m *meter) settled(s registry.Settling) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.report(fmt.Sprintf("党组织和指导员区间 %d/%d", s.Done, s.Total))
}

func (m *meter) report(title string) {
	if m.tell == nil {
		return
	}
	p := Progress{Stage: title, Rows: m.done, Total: m.total(), Exact: m.unread == 0}
	if m.clock != nil {
		p.Elapsed = m.clock().Sub(m.started)
	}
	if p.Elapsed > 0 && m.done > 0 {
		p.Rate = float64(m.done) / p.Elapsed.Seconds()
		p.Left = time.Duration(float64(p.Total-m.done) / p.Rate * float64(time.Second))
	}
	m.tell(p)
}

func (m *meter) total() (rows int) {
	for _, n := range m.rows {
		rows += n
	}
	return rows
}

// estimate guesses the number of rows of a source by its size and the rows that were seen of it.
func (s *source) estimate() int {
	const cellXML = 40 // bytes of a usual cell of a sheet
	row := int64(len(s.header.titles) * cellXML)
	if lines := bytes.Count(s.charset.sample, []byte("\n")); s.sheet == nil && lines > 0 {
		row = int64(len(s.charset.sample) / lines)
	}
	return int(s.size / max(1, row))
}
