package rules

import (
	"context"
	"fmt"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// Stuck is what the watchdog knows when it gives up.
type Stuck struct {
	Pack    string
	Rules   []string // the one, or those asked together
	Address string   // "" while they are compiled
	Why     string
}

func (s Stuck) Error() string {
	if s.Address == "" {
		return fmt.Sprintf("pack %s, rule %s: %s", s.Pack, strings.Join(s.Rules, ", "), s.Why)
	}
	return fmt.Sprintf("pack %s, rule %s, at %s: %s", s.Pack, strings.Join(s.Rules, ", "), s.Address, s.Why)
}

// beat is how often the watchdog looks. Deadlines are kept to within it.
const beat = 20 * time.Millisecond

// watchdog stops evaluations that run too long or take too much memory. OPA
// looks at its cancel flag between steps; a step that does not end is beyond
// it, and then the hook is called.
type watchdog struct {
	limits Limits
	hook   func(Stuck)
	done   <-chan struct{} // of the caller's context

	mu    sync.Mutex
	slots []*slot
	tick  atomic.Int64 // beats since the start
	stop  chan struct{}
	once  sync.Once
	open  bool
}

// slot is one goroutine's evaluation. since is the beat it began, 0 when idle.
type slot struct {
	since  atomic.Int64
	allow  atomic.Int64 // beats it may take
	what   atomic.Pointer[evaluation]
	cancel atomic.Pointer[topdown.Cancel]
	why    atomic.Pointer[string] // it was cancelled, and why
	barked atomic.Bool            // it was left behind
	ended  atomic.Bool            // the hook was called
	left   chan struct{}          // closed when a stranger's evaluation is left behind
	full   atomic.Int64           // the beat at which memory was found full after that
}

type evaluation struct {
	questions []question
	address   string
}

// apart is whether it can be left behind: a stranger's, which waits for nobody.
func (e *evaluation) apart() bool {
	return len(e.questions) > 0 && e.questions[0].rule.unit.custody != nil
}

// stuck names who is at it.
func (e *evaluation) stuck(why string) Stuck {
	s := Stuck{Address: e.address, Why: why}
	for _, q := range e.questions {
		s.Pack, s.Rules = q.rule.unit.pack.source.ID(), append(s.Rules, q.rule.file.id)
	}
	return s
}

func newWatchdog(ctx context.Context, limits Limits, hook func(Stuck)) *watchdog {
	return &watchdog{limits: limits, hook: hook, done: ctx.Done(), stop: make(chan struct{})}
}

// slot makes a place for one goroutine; the first one starts the watching.
func (w *watchdog) slot() *slot {
	s := &slot{left: make(chan struct{})}
	s.renew()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.slots = append(w.slots, s)
	if !w.open {
		w.open = true
		w.tick.Store(1)
		go w.run()
	}
	return s
}

func (s *slot) renew() topdown.Cancel {
	c := topdown.NewCancel()
	s.cancel.Store(&c)
	s.why.Store(nil)
	return c
}

// begin notes an evaluation of as many rules; the result is what stops it.
func (s *slot) begin(w *watchdog, e *evaluation, rules int) topdown.Cancel {
	c := *s.cancel.Load()
	if c.Cancelled() {
		c = s.renew()
	}
	s.what.Store(e)
	s.allow.Store(int64(rules) * int64(w.limits.Rule/beat))
	s.since.Store(w.tick.Load())
	return c
}

// end reports why the evaluation was stopped, "" when it was not.
func (s *slot) end() string {
	s.since.Store(0)
	if why := s.why.Load(); why != nil {
		return *why
	}
	return ""
}

// close ends the watching.
func (w *watchdog) close() { w.once.Do(func() { close(w.stop) }) }

func (w *watchdog) run() {
	clock := time.NewTicker(beat)
	defer clock.Stop()
	heap := newHeap()
	for {
		select {
		case <-w.stop:
			return
		case <-w.done:
			w.each(func(s *slot, _ int64) { s.stop("the run was stopped") })
			w.done = nil
		case <-clock.C:
		}
		now := w.tick.Add(1)
		full := heap.over(w.limits.Memory)
		w.each(func(s *slot, since int64) { w.look(s, now-since, full) })
	}
}

// heap reads how much memory objects take, garbage that was not found yet
// among them.
type heap []metrics.Sample

func newHeap() heap { return heap{{Name: "/memory/classes/heap/objects:bytes"}} }

func (h heap) over(limit uint64) bool {
	metrics.Read(h)
	return h[0].Value.Uint64() > limit
}

func (w *watchdog) each(f func(s *slot, since int64)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.slots {
		if since := s.since.Load(); since != 0 {
			f(s, since)
		}
	}
}

func (s *slot) stop(why string) {
	s.why.CompareAndSwap(nil, &why)
	(*s.cancel.Load()).Cancel()
}

// look stops an evaluation that is over its time, and calls the hook for one
// that did not heed it.
func (w *watchdog) look(s *slot, age int64, full bool) {
	allow := s.allow.Load()
	switch {
	case full:
		s.stop(fmt.Sprintf("memory over the limit of %d MiB", w.limits.Memory>>20))
		if age <= allow {
			s.allow.Store(age - 1) // the time of grace begins now
		}
	case age > allow:
		s.stop(fmt.Sprintf("no answer within %s", w.limits.Rule))
	default:
		return
	}
	if age <= s.allow.Load()+int64(w.limits.Grace/beat) {
		return
	}
	e, why := s.what.Load(), s.why.Load()
	if e == nil || why == nil {
		return
	}
	if e.apart() && !full {
		s.full.Store(0)
		if s.barked.CompareAndSwap(false, true) {
			close(s.left)
		}
		return
	}
	if s.swollen(w) && w.hook != nil && s.ended.CompareAndSwap(false, true) {
		w.hook(e.stuck(*why + ", and it does not stop"))
	}
}

// swollen reports whether an evaluation has to be ended with the process: at
// once, or, where it was left behind, when memory has been full for the time of
// grace.
func (s *slot) swollen(w *watchdog) bool {
	if !s.barked.Load() {
		return true
	}
	now := w.tick.Load()
	s.full.CompareAndSwap(0, now)
	return now-s.full.Load() > int64(w.limits.Grace/beat)
}
