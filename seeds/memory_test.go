package seeds

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// unitsVariable tells a child process of the test how many units to generate.
const unitsVariable = "FUGAI_TEST_SEED_UNITS"

// TestMemoryDoesNotGrowWithTheProvince generates provinces in processes of their own, because the other tests hold much memory,
// and looks at what each took from the system.
func TestMemoryDoesNotGrowWithTheProvince(t *testing.T) {
	if units, err := strconv.Atoi(os.Getenv(unitsVariable)); err == nil {
		takeMemory(t, units)
		return
	}
	few, many := memoryFor(t, 20_000), memoryFor(t, 120_000)
	if few == 0 || many > few+16<<20 {
		t.Errorf("20,000 units took %d MB, 120,000 took %d MB", few>>20, many>>20)
	}
}

func takeMemory(t *testing.T, units int) {
	generate(t, Options{Units: units, AsOf: asOf, Seed: 3})
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	if _, err := fmt.Fprint(os.Stderr, memory.Sys); err != nil {
		t.Fatal(err)
	}
}

// memoryFor is what the process with so many units took, in bytes.
func memoryFor(t *testing.T, units int) uint64 {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	child.Env = append(os.Environ(), unitsVariable+"="+strconv.Itoa(units))
	var said strings.Builder
	child.Stderr = &said
	if err := child.Run(); err != nil {
		t.Fatal(err)
	}
	n, err := strconv.ParseUint(said.String(), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func BenchmarkGenerate(b *testing.B) {
	const units = 100_000
	for b.Loop() {
		dir := b.TempDir()
		if err := Generate(dir, Options{Units: units, AsOf: asOf, Seed: 1}); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(units)*float64(b.N)/b.Elapsed().Seconds(), "units/s")
}
