package pricing

import (
	_ "embed"
	"math"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// Alternative is what a resource would cost and emit with one attribute
// changed.
type Alternative struct {
	Of        string    // address of the resource the attribute is of, where it is another: a launch template
	Path      string    // dotted
	From      cty.Value // null where nobody set it or nobody knows it
	To        cty.Value
	Why       string // "next size down", "newer family"; "" where the value says it
	Now, Then *Footprint
	ByUse     []string // lines of Then that are billed by use, of which none is given, and Now has not
}

// Alternatives tries sensible other values for the attributes that the figures
// of a resource rest on, and prices each by the resource's card: nothing but
// the catalogue says what one would cost. Only what makes a difference, and has
// a price, comes back, in the order of whatif.tsv. It is for who asks about one
// resource.
func (e *Estimator) Alternatives(r *model.Resource, g model.Graph) []Alternative {
	card := e.card(r.Type)
	if r.After == nil || card == nil {
		return nil
	}
	now := e.footprint(r, g, r.After, after)
	var out []Alternative
	for _, row := range attempts() {
		if ok, _ := path.Match(row.types, r.Type); !ok {
			continue
		}
		holder := holderOf(card, r, g, row)
		if holder == nil {
			continue
		}
		for _, c := range e.candidates(row, holder) {
			a := Alternative{Path: row.path, From: c.from, To: c.to, Why: c.why, Now: now}
			if holder == r {
				a.Then = e.footprint(r, g, model.With(r.After, c.change), after)
			} else {
				a.Of = holder.Address
				other := *holder
				other.After = model.With(holder.After, c.change)
				a.Then = e.footprint(r, replaced{g, holder, &other}, r.After, after)
			}
			known := slices.ContainsFunc(out, func(o Alternative) bool {
				return o.Of == a.Of && o.Path == a.Path && o.To.RawEquals(a.To)
			})
			if !known && a.differs() {
				out = append(out, a)
			}
		}
	}
	return out
}

// holderOf is the resource that has the attribute of a row and is read by the
// card; nil where there is none.
func holderOf(card *Card, r *model.Resource, g model.Graph, row attempt) *model.Resource {
	name, _, _ := strings.Cut(row.path, ".")
	if row.ref == "" {
		if !slices.Contains(card.self, name) {
			return nil
		}
		return r
	}
	i := slices.IndexFunc(card.refs, func(rf ref) bool { return rf.name == row.ref && rf.of == "" })
	if i < 0 || !slices.Contains(card.refs[i].reads, name) {
		return nil
	}
	targets, _ := follow(g, target{resource: r, object: r.After}, card.refs[i], after)
	if len(targets) == 0 || targets[0].resource == nil || targets[0].resource.After == nil {
		return nil
	}
	return targets[0].resource
}

// differs reports whether the change can be told from what is: both figures
// are known as far as the one is now, and one of them is another.
func (a *Alternative) differs() bool {
	now, then := a.Now, a.Then
	if len(then.Gaps) > len(now.Gaps) || len(then.CarbonGaps) > len(now.CarbonGaps) || now.Monthly == nil || then.Monthly == nil {
		return false
	}
	for _, l := range then.Unused {
		has := slices.ContainsFunc(now.Unused, func(o Line) bool { return o.Name == l.Name })
		if !has && !slices.Contains(a.ByUse, l.Name) {
			a.ByUse = append(a.ByUse, l.Name)
		}
	}
	if !now.Monthly.Equal(*then.Monthly) {
		return true
	}
	if now.Carbon == nil || then.Carbon == nil {
		return (now.Carbon == nil) != (then.Carbon == nil)
	}
	return math.Abs(now.Carbon.TotalKg()-then.Carbon.TotalKg()) > 1e-6
}

// replaced is a graph in which one resource stands for another.
type replaced struct {
	model.Graph
	old, by *model.Resource
}

// References implements model.Graph.
func (g replaced) References(r *model.Resource, at string) ([]*model.Resource, model.Resolution) {
	found, resolution := g.Graph.References(r, at)
	found = slices.Clone(found)
	for i, f := range found {
		if f == g.old {
			found[i] = g.by
		}
	}
	return found, resolution
}

//go:embed whatif.tsv
var attemptTable string

// attempt is a row of whatif.tsv.
type attempt struct {
	types, ref, path string
	try              string
	args             []string
}

var attempts = sync.OnceValue(func() []attempt { return readAttempts(attemptTable) })

func readAttempts(table string) (rows []attempt) {
	for line := range strings.Lines(table) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		words := strings.Fields(fields[2])
		row := attempt{types: fields[0], path: fields[1], try: words[0], args: words[1:]}
		if ref, at, ok := strings.Cut(row.path, ":"); ok {
			row.ref, row.path = ref, at
		}
		rows = append(rows, row)
	}
	return rows
}
