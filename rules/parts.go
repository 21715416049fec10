package rules

import (
	"reflect"
	"slices"
	"unsafe"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// told marks the last hole as a gap of the estimate.
func (b *builder) told() { b.holes[len(b.holes)-1].told = true }

// tags are the effective tags and how far they are known.
func (b *builder) tags(pairs [][2]*ast.Term, t model.Tags, wanted func(string) bool) [][2]*ast.Term {
	b.tagGaps(t, wanted)
	put := func(name string, make func() *ast.Term) {
		if wanted(name) {
			pairs = append(pairs, [2]*ast.Term{b.key(name), make()})
		}
	}
	put("tags", func() *ast.Term { return b.words(t.Known) })
	put("tags_complete", func() *ast.Term { return ast.InternedTerm(t.Complete) })
	put("tags_from", func() *ast.Term { return b.words(t.From) })
	put("tags_hidden", func() *ast.Term { return textList(t.Hidden) })
	return pairs
}

// tagGaps are the holes in tags, where anything of them is wanted.
func (b *builder) tagGaps(t model.Tags, wanted func(string) bool) {
	if len(t.Hidden) == 0 && t.Complete || !slices.ContainsFunc([]string{"tags", "tags_hidden", "tags_complete", "tags_from"}, wanted) {
		return
	}
	for _, key := range t.Hidden {
		b.gap("resource", "tags", or(t.Why, "is known only after apply"), key)
	}
	if !t.Complete && wanted("tags") {
		why := "are not all known"
		if t.Why != "" {
			why += " (" + t.Why + ")"
		}
		b.gap("resource", "tags", why)
	}
}

// part is a part of a document that hangs on nothing but what it names. Fleets
// repeat themselves, so such parts are made once.
type part struct {
	name          string
	after, before *pricing.Footprint
	machine       *MachineFacts
	lines         bool
}

// made is a part, and the holes in it.
type made struct {
	term  *ast.Term
	holes []hole
}

// maxParts bounds what is remembered; then everything is forgotten.
const maxParts = 4096

func (b *builder) once(p part, build func() *ast.Term) *ast.Term {
	known, ok := b.parts[p]
	if !ok {
		if b.parts == nil || len(b.parts) >= maxParts {
			b.parts = map[part]made{}
		}
		from := len(b.holes)
		known.term = build()
		known.holes = slices.Clone(b.holes[from:])
		b.parts[p] = known
		return known.term
	}
	b.holes = append(b.holes, known.holes...)
	return known.term
}

// words is an object of texts. It is made once for each map: resources with the
// same tags share theirs.
func (b *builder) words(m map[string]string) *ast.Term {
	at := reflect.ValueOf(m).UnsafePointer()
	if t := b.shared[at]; t != nil {
		return t
	}
	if b.shared == nil || len(b.shared) >= maxParts {
		b.shared = map[unsafe.Pointer]*ast.Term{}
	}
	pairs := make([][2]*ast.Term, 0, len(m))
	for k, v := range m {
		pairs = append(pairs, [2]*ast.Term{b.key(k), ast.StringTerm(v)})
	}
	t := ast.ObjectTerm(pairs...)
	b.shared[at] = t
	return t
}

// cost is the estimate in numbers. A figure that is not known is left out.
func (b *builder) cost(s *Subject, lines bool) *ast.Term {
	f := s.footprint()
	if f == nil {
		b.gap("resource", "cost", "is not estimated")
		return nil
	}
	pairs := [][2]*ast.Term{{b.key("status"), b.key(string(f.Status))}}
	if f.Monthly != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("monthly"), money(*f.Monthly)})
	} else {
		b.gap("resource", "cost", costWhy(f), "monthly")
		b.told()
	}
	if f.Low != nil && f.High != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("low"), money(*f.Low)}, [2]*ast.Term{b.key("high"), money(*f.High)})
	}
	pairs = append(pairs, [2]*ast.Term{b.key("from_usage"), money(f.FromUsage)})
	if was := s.Estimate.Before; was != nil && was.Monthly != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("before"), money(*was.Monthly)})
	}
	if lines {
		pairs = append(pairs, [2]*ast.Term{b.key("lines"), b.lines(f.Lines)}, [2]*ast.Term{b.key("unused"), b.lines(f.Unused)})
	}
	return ast.ObjectTerm(pairs...)
}

func costWhy(f *pricing.Footprint) string {
	if len(f.Gaps) > 0 {
		return "is not known: " + f.Gaps[0].Reason
	}
	if f.Status == pricing.Usage {
		return "depends on use, and no use is given"
	}
	return "is not known"
}

func (b *builder) lines(lines []pricing.Line) *ast.Term {
	out := make([]*ast.Term, 0, len(lines))
	for _, l := range lines {
		out = append(out, ast.ObjectTerm(
			[2]*ast.Term{b.key("name"), ast.StringTerm(l.Name)},
			[2]*ast.Term{b.key("quantity"), money(l.Quantity)},
			[2]*ast.Term{b.key("unit"), b.key(l.Unit)},
			[2]*ast.Term{b.key("unit_price"), money(l.UnitPrice)},
			[2]*ast.Term{b.key("monthly"), money(l.Monthly)},
			[2]*ast.Term{b.key("price_key"), ast.StringTerm(l.PriceKey)},
			[2]*ast.Term{b.key("from_usage"), ast.InternedTerm(l.FromUsage)},
		))
	}
	return ast.ArrayTerm(out...)
}

func (b *builder) carbon(s *Subject) *ast.Term {
	f := s.footprint()
	if f == nil {
		b.gap("resource", "carbon", "is not estimated")
		return nil
	}
	if c := f.Carbon; c != nil {
		return b.emissions(c)
	}
	if f.Emits {
		why := "is not known"
		if len(f.CarbonGaps) > 0 {
			why += ": " + f.CarbonGaps[0].Reason
		}
		b.gap("resource", "carbon", why)
		b.told()
	}
	return nil
}

func (b *builder) emissions(c *pricing.Carbon) *ast.Term {
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("operational_kg"), float(c.OperationalKg)},
		[2]*ast.Term{b.key("embodied_kg"), float(c.EmbodiedKg)},
		[2]*ast.Term{b.key("total_kg"), float(c.TotalKg())},
		[2]*ast.Term{b.key("energy_kwh"), float(c.EnergyKWh)},
		[2]*ast.Term{b.key("grade"), b.key(c.Grade())},
	)
}

func (b *builder) lockIn(l model.LockIn) *ast.Term {
	if l.Grade < 0 {
		return nil
	}
	key := lockInKey{l.Service, l.Grade, l.AtMost}
	if t := b.lockIns[key]; t != nil {
		return t
	}
	if b.lockIns == nil {
		b.lockIns = map[lockInKey]*ast.Term{}
	}
	b.lockIns[key] = b.grade(l)
	return b.lockIns[key]
}

// lockInKey tells the services of the table apart.
type lockInKey struct {
	service string
	grade   int
	atMost  bool
}

func (b *builder) grade(l model.LockIn) *ast.Term {
	alternatives := make([]*ast.Term, 0, len(l.Alternatives))
	for _, a := range l.Alternatives {
		alternatives = append(alternatives, ast.StringTerm(a))
	}
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("at_most"), ast.InternedTerm(l.AtMost)},
		[2]*ast.Term{b.key("grade"), ast.InternedTerm(l.Grade)},
		[2]*ast.Term{b.key("service"), ast.StringTerm(l.Service)},
		[2]*ast.Term{b.key("why"), ast.StringTerm(l.Why)},
		[2]*ast.Term{b.key("alternatives"), ast.ArrayTerm(alternatives...)},
		[2]*ast.Term{b.key("effort"), ast.StringTerm(l.Effort)},
		[2]*ast.Term{b.key("inherent"), ast.InternedTerm(l.Inherent)},
	)
}

func (b *builder) machine(s *Subject) *ast.Term {
	m := s.Machine
	if m == nil {
		if s.MachineWhy != "" {
			b.gap("resource", "machine", s.MachineWhy)
		}
		return nil
	}
	var pairs [][2]*ast.Term
	text := func(name, v string) {
		if v != "" {
			pairs = append(pairs, [2]*ast.Term{b.key(name), ast.StringTerm(v)})
		}
	}
	figure := func(name string, v float64, shown bool) {
		if shown {
			pairs = append(pairs, [2]*ast.Term{b.key(name), float(v)})
		}
	}
	text("type", m.Type)
	text("arch", m.Arch)
	text("successor", m.Successor)
	text("arm_twin", m.ArmTwin)
	text("smaller", m.Smaller)
	figure("vcpu", m.VCPU, m.VCPU > 0)
	figure("memory_gib", m.MemoryGiB, m.MemoryGiB > 0)
	figure("gib_per_vcpu", m.MemoryGiB/m.VCPU, m.VCPU > 0 && m.MemoryGiB > 0)
	figure("gpu", float64(m.GPU), true)
	figure("generation", float64(m.Generation), m.Generation > 0)
	return ast.ObjectTerm(append(pairs, [2]*ast.Term{b.key("burstable"), ast.InternedTerm(m.Burstable)})...)
}
