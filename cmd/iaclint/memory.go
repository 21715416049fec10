package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

const (
	// firstGarbage is how much memory is used before any is given back. Most
	// runs end below it: collecting garbage was a fifth of a small plan.
	firstGarbage = 48 << 20
	// growth is how many percent of what is in use may be garbage afterwards;
	// large plans are bound by memory rather than by time.
	growth = 75
)

// tuneMemory puts the first collection of garbage off, and lets later ones
// come early. What the environment says goes first.
func tuneMemory() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstGarbage)
	// The first collection finds the token and makes the rule for the rest.
	token := new([64]byte)
	runtime.AddCleanup(token, func(int) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(growth)
	}, 0)
}
