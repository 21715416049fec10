package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// firstGarbage is how much memory is used before any is given back. Most
	// runs end below it: collecting garbage was a fifth of a small plan.
	firstGarbage = 96 << 20
	// roomy is how much is used from then on before garbage is looked for, as
	// long as what is kept leaves growth of it.
	roomy = 160 << 20
	// growth is how many percent of what is kept may be garbage in plans too
	// large for that; they are bound by memory rather than by time.
	growth = 90
)

// tuneMemory puts collections of garbage off while memory is not the trouble:
// each costs the same however little it finds. What the environment says goes
// first.
func tuneMemory() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstGarbage)
	afterCollection()
}

// afterCollection sets when the next one comes: each finds a token left for it.
func afterCollection() {
	runtime.AddCleanup(new([64]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Uint64() < roomy*100/(100+growth) {
			debug.SetMemoryLimit(roomy)
			afterCollection()
			return
		}
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(growth)
	}, 0)
}
