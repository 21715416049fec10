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
	// long as what is kept leaves tight of it.
	roomy = 160 << 20
	// tight is how many percent of what is kept may be garbage in plans too large
	// for that.
	tight = 60
	// large is what is kept of plans that are bound by time more than by memory;
	// growth is how much garbage they may have, in percent of it.
	large  = 200 << 20
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
		kept := live[0].Value.Uint64()
		switch {
		case kept < roomy*100/(100+tight):
			debug.SetMemoryLimit(roomy)
		case kept < large:
			debug.SetMemoryLimit(math.MaxInt64)
			debug.SetGCPercent(tight)
		default:
			debug.SetMemoryLimit(math.MaxInt64)
			debug.SetGCPercent(growth)
			return
		}
		afterCollection()
	}, 0)
}
