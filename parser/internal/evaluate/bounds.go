package evaluate

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Limits of a run. A tree that goes beyond them is checked up to there.
const (
	maxInstances = 100_000    // of resources and modules that are repeated, in all
	maxBlocks    = 250_000    // resources and calls in all module instances
	maxDepth     = 40         // of modules inside each other
	maxElements  = 200_000    // in one value
	maxNesting   = 200        // of lists and objects in one value
	maxBits      = 1 << 12    // of a number before or behind the point
	maxResting   = 2_000      // values that are worked out because another asks
	maxWork      = 1_000_000  // elements that one expression makes on the way
	allWork      = 20_000_000 // the same for all of them
	textPerWork  = 8          // bytes of text that are as much as an element
	maxNotes     = 500
	maxFollowed  = 1_000 // locals that one expression leads through
)

// bounds is what a run may still do.
type bounds struct {
	ctx   context.Context
	gone  bool // nobody waits any more
	made  int  // repeated instances so far
	seen  int  // blocks so far
	full  bool // there were more blocks
	share int  // of the limits: one of so many may use them
	left  int  // work
	spent bool // there was more work

	tangle *atomic.Bool // of all goroutines that evaluate; nil where it is one

	resting []resting // what is being worked out, the asker before the asked
	deep    int
	dropped int // notes
}

// resting is a value that waits for another.
type resting struct {
	in  *instance
	key valueKey
}

func (r resting) String() string { return r.in.within(r.key.String()) }

// waits is whether anybody still waits for the result.
func (b *bounds) waits() bool {
	b.gone = b.gone || b.tangle != nil && b.tangle.Load() || b.ctx.Err() != nil
	return !b.gone
}

// tangled says that what comes out may depend on what was asked first: a
// circle, or a limit. Then one goroutine has to do all of it, from the
// beginning and in order.
func (b *bounds) tangled() {
	if b.tangle != nil {
		b.tangle.Store(true)
	}
}

// room is whether n more instances may be made.
func (b *bounds) room(n int) bool {
	if n > maxInstances/b.share-b.made {
		b.tangled()
		return false
	}
	b.made += n
	return true
}

// visit is whether one more block of a module instance may be looked at.
func (b *bounds) visit() bool {
	b.seen++
	if b.seen > maxBlocks/b.share {
		b.full = true
		b.tangled()
	}
	return !b.full
}

// spend is whether that much more work may be done.
func (b *bounds) spend(n int) bool {
	if n > b.left {
		b.left, b.spent = 0, true
		b.tangled()
		return false
	}
	b.left -= n
	return true
}

// work evaluates an expression within the bounds; what is beyond them is
// unknown. The cost is as for bounded.
func (e *evaluator) work(x *tree.Expression, ctx *hcl.EvalContext) (out cty.Value, cost int) {
	if !e.waits() || !e.spend(1) {
		return cty.DynamicVal, 1
	}
	v, diags, used := x.Evaluate(ctx, min(maxWork, e.left), e.waits)
	e.spend(used)
	if diags.HasErrors() {
		if !e.gone {
			e.noteOf(diags)
		}
		return cty.DynamicVal, 1
	}
	return e.bounded(v, x.Range())
}

// taken is work for an expression that is another's value as it is.
func (e *evaluator) taken(v cty.Value, x *tree.Expression) cty.Value {
	if !e.waits() || !e.spend(1) {
		return cty.DynamicVal
	}
	v, _ = e.bounded(v, x.Range())
	return v
}

// bounded is the value, or unknown when it is larger than anybody writes, and
// the work of writing it down, which is paid for.
func (e *evaluator) bounded(v cty.Value, at hcl.Range) (out cty.Value, cost int) {
	m := measure{left: maxElements}
	if m.value(v, 0); m.why != "" {
		e.note(m.summary, at, "This expression %s. Its value is taken as not known.", m.why)
		return cty.DynamicVal, 1
	}
	cost = maxElements - m.left + m.text/textPerWork
	if !e.spend(cost) {
		return cty.DynamicVal, 1
	}
	return v, cost
}

// measure counts the elements of a value, 64 bytes of text as one. Values that
// contain others many times over are looked at no longer than the limit.
type measure struct {
	left, text   int
	summary, why string
}

func (m *measure) value(v cty.Value, depth int) {
	large := func(why string, args ...any) { m.summary, m.why = "Value too large", fmt.Sprintf(why, args...) }
	m.left--
	if v, _ = v.Unmark(); v.IsKnown() && !v.IsNull() {
		switch ty := v.Type(); {
		case ty == cty.String:
			m.text += len(v.AsString())
			m.left -= len(v.AsString()) / 64
		case ty == cty.Number:
			n := v.AsBigFloat()
			if n.IsInf() {
				m.summary, m.why = "Number without end", "divides by zero, or grows without end"
			} else if bits := n.MantExp(nil); bits > maxBits || bits < -maxBits {
				large("makes a number of more than a thousand digits")
			}
		case ty.IsPrimitiveType() || ty.IsCapsuleType():
		case depth == maxNesting:
			large("makes more than %d lists and objects inside each other", maxNesting)
		default:
			for it := v.ElementIterator(); it.Next() && m.left >= 0 && m.why == ""; {
				_, elem := it.Element()
				m.value(elem, depth+1)
			}
		}
	}
	if m.left < 0 && m.why == "" {
		large("makes more than %d elements, or more than %d MiB of text", maxElements, maxElements*64>>20)
	}
}

// deeper goes one value deeper, which the caller takes back from deep; false
// when too many wait for each other.
func (e *evaluator) deeper(at hcl.Range) bool {
	if e.deep == maxResting {
		e.tangled()
		e.note("Value rests on too many others", at, "More than %d values rests on each other up to here. This one is taken as not known.", maxResting)
		return false
	}
	e.deep++
	return true
}

// circle notes values that rest on each other; the name is the one that is
// asked for again.
func (e *evaluator) circle(name string, at hcl.Range) {
	e.tangled()
	names := []string{name}
	for i := len(e.resting) - 1; i >= 0 && e.resting[i].String() != name; i-- {
		names = append(names, e.resting[i].String())
	}
	if len(names) == 1 {
		e.note("Cycle", at, "%s rests on itself. Its value is not known; the rest is checked.", name)
		return
	}
	e.note("Cycle", at, "%s rest on each other. Their values are not known; the rest is checked.", strings.Join(names, ", "))
}

// limits says which bounds were met.
func (e *evaluator) limits() (why []string) {
	if e.full {
		why = append(why, fmt.Sprintf("there are more than %d blocks in all instances of modules", maxBlocks))
		e.say("Too many instances", "There are more than %d blocks in all instances of modules. Those behind them are left out.", maxBlocks)
	}
	if e.spent {
		why = append(why, "not all values are worked out: there is too much")
		e.say("Too much to work out", "All expressions together make more than %d elements. Values behind that are taken as not known.", allWork)
	}
	return why
}
