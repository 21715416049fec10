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
	// roomy is how large the heap gets from then on before garbage is looked for.
	roomy = 112 << 20
	// tight is how many percent of what is kept may be garbage in plans too large
	// for that.
	tight = 60
	// large is what is kept of plans that are bound by time more than by memory;
	// growth is how much garbage they may have, in percent of it.
	large  = 200 << 20
	growth = 60
	// leap is how much is used at the most before the next look at what is kept: a
	// heap that grows many times over between two of them is none of a plan.
	leap = 512 << 20
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
// It goes by the size of the heap; a limit on all memory counts the holes that a
// collection leaves as if they were in use, and comes too often.
func afterCollection() {
	runtime.AddCleanup(new([64]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		kept := live[0].Value.Uint64()
		if kept >= large {
			debug.SetMemoryLimit(math.MaxInt64)
			debug.SetGCPercent(growth)
			return
		}
		debug.SetMemoryLimit(leap)
		debug.SetGCPercent(max(tight, int(roomy*100/max(kept, 1))-100))
		afterCollection()
	}, 0)
}
