package rules

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// custody is what is kept of a pack that is not trusted while its rules are
// asked: whether it is asked any more, and how much of the run it has taken.
type custody struct {
	ended atomic.Pointer[string] // why the pack is not asked any more
	spent atomic.Int64           // nanoseconds, over all goroutines
}

// shut says why a rule is not asked any more, "" where it is. A rule that ran
// out of its time once would do so at every resource.
func (r *rule) shut() string {
	c := r.unit.custody
	if c == nil {
		return ""
	}
	if why := r.closed.Load(); why != nil {
		return *why
	}
	if why := c.ended.Load(); why != nil {
		return *why
	}
	return ""
}

func (r *rule) close(why string) { r.closed.CompareAndSwap(nil, &why) }

// end closes the pack of a rule, and says why to the rule and to the others.
func (r *rule) end(why string) {
	r.close(why + "; its pack is not asked any more")
	others := fmt.Sprintf("not asked any more, since rule %s of its pack had %s", r.file.id, why)
	r.unit.custody.ended.CompareAndSwap(nil, &others)
}

// apart asks a rule of a pack that is not trusted. A step of the evaluator
// that does not end is left behind, with all that it may hold on to, and the
// goroutine that asked goes on with what the other packs say. f is given a
// worker of its own for that reason.
func apart[T any](w *Worker, r *rule, f func(*Worker) (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	var none T
	if why := r.shut(); why != "" {
		return none, errors.New(why)
	}
	s, behind, began := w.slot, *w, time.Now()
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil {
				o.err = fmt.Errorf("the evaluator gave up: %v", p)
			}
			done <- o
		}()
		o.value, o.err = f(&behind)
	}()
	select {
	case o := <-done:
		var over *excess
		if why := s.why.Load(); why != nil {
			r.close(*why)
		} else if errors.As(o.err, &over) {
			r.close(over.Error())
		}
		limit := w.j.set.settings.Limits.Pack
		if spent := r.unit.custody.spent.Add(int64(time.Since(began))); spent > int64(limit) {
			r.end(fmt.Sprintf("taken more than the %s that a pack may take of a run", limit))
		}
		return o.value, o.err
	case <-s.left:
		fresh := Worker{j: w.j, slot: w.j.watch.slot(), slow: w.slow, missed: w.missed, seen: w.seen}
		fresh.forget()
		*w = fresh
		r.end(*s.why.Load() + ", and did not stop")
		return none, errors.New(r.shut())
	}
}
