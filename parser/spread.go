package parser

import (
	"runtime"
	"sync"
)

// batch is how many resources a worker takes at a time.
const batch = 256

// spread cuts n things into batches, works on a few batches at a time, and
// returns what came of each in their order.
func spread[T any](n int, f func(from, to int) T) []T {
	out := make([]T, (n+batch-1)/batch)
	work := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4, len(out)) {
		wait.Go(func() {
			for i := range work {
				out[i] = f(i*batch, min((i+1)*batch, n))
			}
		})
	}
	for i := range out {
		work <- i
	}
	close(work)
	wait.Wait()
	return out
}
