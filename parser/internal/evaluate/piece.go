package evaluate

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// piece is a part of the root module that is evaluated and written in one go:
// some of its resources, or one call with all below it.
type piece struct {
	blocks []*tree.Resource
	call   string
}

// many is how many resources of the root are one piece.
const many = 32

// pieces cuts the root module up, in the order in which it is written.
func pieces(root *tree.Module) []piece {
	var out []piece
	for blocks := range slices.Chunk(root.Resources, many) {
		out = append(out, piece{blocks: blocks})
	}
	for _, name := range slices.Sorted(maps.Keys(root.Calls)) {
		out = append(out, piece{call: name})
	}
	return out
}

// evaluated is a piece as plan JSON, and what came up on the way.
type evaluated struct {
	changes, config text
	modules         []*instance // the first instance of each module in it, as written
	notes           hcl.Diagnostics
}

// evaluate does all pieces and puts them together. Several goroutines each have
// an evaluator of their own, which works out for itself what its pieces ask of
// others. That gives the same as one goroutine would, except in circles and at
// limits, where it matters what was asked first. Then the result is nil, and
// one goroutine has to do it.
func (s *shared) evaluate(ctx context.Context, all []piece, slips hcl.Diagnostics, goroutines int) (*Result, error) {
	e := s.evaluator(ctx, 1)
	e.begin(slips)
	w := newWriter(e)
	done := make([]evaluated, len(all))
	var others []*writer
	if goroutines == 1 {
		for i, p := range all {
			done[i] = w.piece(p)
		}
	} else {
		e.tangle = new(atomic.Bool)
		others = s.together(ctx, all, done, goroutines, e.tangle)
	}
	for _, d := range done {
		e.tell(d.notes)
	}
	var out []byte
	if e.waits() {
		out = w.plan(done)
	}
	for _, other := range others {
		w.with(other)
	}
	err := ctx.Err()
	if err == nil {
		err = s.loader.Excess()
	}
	if err != nil {
		return nil, err
	}
	if e.tangle != nil && e.tangle.Load() {
		return nil, nil
	}
	e.summarise()
	open := e.open()
	if n := e.dropped; n > 0 {
		e.notes = append(e.notes, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "More notes", Detail: fmt.Sprintf("%d more notes like these are left out.", n)})
	}
	return &Result{JSON: out, Written: w.written(), Notes: e.notes, Open: open}, nil
}

// together has goroutines do the pieces. Each takes the next one there is, so
// that of notes of one kind the piece that comes first has the first.
func (s *shared) together(ctx context.Context, all []piece, done []evaluated, goroutines int, tangle *atomic.Bool) []*writer {
	writers := make([]*writer, goroutines)
	var next atomic.Int64
	var wait sync.WaitGroup
	for i := range writers {
		// What goes far towards the limits is left to one from the beginning.
		e := s.evaluator(ctx, 2*goroutines)
		e.tangle = tangle
		w := newWriter(e)
		writers[i] = w
		wait.Go(func() {
			defer func() {
				if recover() != nil {
					tangle.Store(true) // it comes again where somebody catches it
				}
			}()
			for {
				n := int(next.Add(1)) - 1
				if n >= len(all) || !e.waits() {
					return
				}
				done[n] = w.piece(all[n])
			}
		})
	}
	wait.Wait()
	return writers
}

// with takes in what another writer has come to know.
func (w *writer) with(other *writer) {
	e, o := w.e, other.e
	maps.Copy(w.first, other.first)
	maps.Copy(e.placeholders, o.placeholders)
	maps.Copy(e.missing, o.missing)
	maps.Copy(e.answered, o.answered)
	e.unset = append(e.unset, o.unset...)
	e.made += o.made
	e.seen += o.seen
	e.spend(allWork/o.share - o.left)
	if e.made > maxInstances || e.seen > maxBlocks {
		e.tangled()
	}
}

// tell keeps notes of another evaluator.
func (e *evaluator) tell(notes hcl.Diagnostics) {
	for _, d := range notes {
		e.keep(d)
	}
}

// untold is the notes since it was last asked.
func (e *evaluator) untold() hcl.Diagnostics {
	out := e.notes[e.told:]
	e.told = len(e.notes)
	return out
}
