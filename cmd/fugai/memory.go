package main

import (
	"context"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fugai/internal/feed"
)

// The collector of garbage runs when the heap has grown by a share of what lives in it. The cube lives as long as the server and is most of
// it, so that Go's usual share, as much again, would double the memory for nothing. A collection marks the cube's few large columns in a
// few milliseconds; what decides how often one runs is the room that is left to requests.
const (
	loadPercent  = 25
	leastPercent = 10
	mostPercent  = 100
	room         = 32 << 20
)

// importPercent is the share of an import by itself: little lives in it, and most of what it reads is garbage as soon as it is written. A million
// units take 500 MiB in place of 380, and a tenth less time.
const importPercent = 200

// collectLess sets the share of an import. Whoever sets GOGC or GOMEMLIMIT decides by himself.
func collectLess() {
	if !memoryIsSet() {
		debug.SetGCPercent(importPercent)
	}
}

func memoryIsSet() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }

// keepMemoryLow sets the share: a middling one while the data are loaded, and then one that leaves requests their room. Whoever sets GOGC or
// GOMEMLIMIT decides by himself.
func keepMemoryLow(ctx context.Context, f *feed.Feed) {
	if memoryIsSet() {
		return
	}
	debug.SetGCPercent(loadPercent)
	go func() {
		if _, err := f.Await(ctx, 0, math.MaxInt64*time.Nanosecond); err == nil {
			debug.SetGCPercent(percent(alive()))
		}
	}()
}

// alive are the bytes that live on the heap.
func alive() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// percent is the share for a heap in which so many bytes live.
func percent(alive uint64) int {
	return max(leastPercent, min(int(100*room/max(1, alive)), mostPercent))
}
