package main

import (
	"context"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"time"

	"github.com/iaclint/iaclint/rules"
)

// meter measures on one plan.
type meter struct {
	ctx context.Context
	doc *rules.PlanDoc
}

// cost of one rule.
type cost struct {
	id               string
	scope            rules.Scope
	asked            int           // resources
	answer, document time.Duration // for one of them
	share            time.Duration // for one resource of the plan, whatever its type
	plan             time.Duration // the one question of a rule about the plan
	compile          time.Duration
}

// spent is the shortest of a few times of the same work; what is longer had the
// machine's other work in it.
func spent(times int, work func() error) (time.Duration, error) {
	best := time.Duration(-1)
	for range times {
		runtime.GC()
		start := cpu()
		if err := work(); err != nil {
			return 0, err
		}
		if d := cpu() - start; best < 0 || d < best {
			best = d
		}
	}
	return best, nil
}

// ask puts subjects to a Judge, each often enough to be measured.
func (m *meter) ask(j *rules.Judge, subjects []rules.Subject, least int) (time.Duration, error) {
	w := j.Worker()
	rounds := max(1, least/max(1, len(subjects)))
	d, err := spent(4, func() error {
		for range rounds {
			for _, s := range subjects {
				if _, err := w.Resource(m.ctx, s); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return d / time.Duration(rounds*max(1, len(subjects))), err
}

// totals prints what all rules cost together.
func (m *meter) totals(apart, shut rules.Source) error {
	types := m.types()
	fmt.Printf("%d resources of %d types\n", len(m.doc.Subjects), len(types))
	compile, err := m.compileTime(types)
	if err != nil {
		return err
	}
	fmt.Printf("compile                     %7.1f ms\n", ms(compile))
	for _, step := range []struct {
		name string
		pack rules.Source
	}{{"as it is, twins remembered ", rules.Core()}, {"every resource asked       ", apart}, {"document only              ", shut}} {
		j, err := m.compile(step.pack, types)
		if err != nil {
			return err
		}
		// A Worker of its own each time: what it remembers is part of the question.
		d, err := spent(3, func() error {
			w := j.Worker()
			for _, s := range m.doc.Subjects {
				if _, err := w.Resource(m.ctx, s); err != nil {
					return err
				}
			}
			return nil
		})
		j.Close()
		if err != nil {
			return err
		}
		fmt.Printf("%s %7.1f µs/resource\n", step.name, us(d)/float64(max(1, len(m.doc.Subjects))))
	}
	j, err := m.compile(rules.Core(), types)
	if err != nil {
		return err
	}
	defer j.Close()
	d, err := spent(3, func() error { return m.overall(j) })
	fmt.Printf("rules about the plan        %7.1f ms\n", ms(d))
	return err
}

// compileTime is how long all rules take, those about the plan included.
func (m *meter) compileTime(types []string, ids ...string) (time.Duration, error) {
	return spent(7, func() error {
		j, err := m.compile(rules.Core(), types, ids...)
		if err != nil {
			return err
		}
		j.Compiled() // waits for what is compiled in the background
		j.Close()
		return nil
	})
}

func (m *meter) overall(j *rules.Judge) error {
	if _, err := j.Plan(m.ctx, *m.doc); err != nil {
		return err
	}
	base := *m.doc
	base.Before = true
	_, err := j.Diff(m.ctx, rules.DiffDoc{Base: base, Head: *m.doc})
	return err
}

// rule measures one rule by itself.
func (m *meter) rule(r rules.Rule, apart, shut rules.Source) (c cost, err error) {
	c.id, c.scope = r.ID, r.Scope
	types := m.types()
	nothing, err := m.compileTime(nil, "cost/gp2-volume") // of a type that does not occur
	if err != nil {
		return c, err
	}
	if c.compile, err = m.compileTime(types, r.ID); err != nil {
		return c, err
	}
	c.compile = max(0, c.compile-nothing)
	if r.Scope != rules.ScopeResource {
		j, err := m.compile(rules.Core(), types, r.ID)
		if err != nil {
			return c, err
		}
		defer j.Close()
		c.plan, err = spent(3, func() error { return m.overall(j) })
		return c, err
	}
	var mine []rules.Subject
	for _, s := range m.doc.Subjects {
		if wants(r, s.Resource.Type) && (r.Env == "" || s.Env == r.Env) {
			mine = append(mine, s)
		}
	}
	c.asked = len(mine)
	if len(mine) == 0 {
		return c, nil
	}
	sample := mine
	if len(sample) > 500 { // evenly over the plan
		sample = nil
		for i := range 500 {
			sample = append(sample, mine[i*len(mine)/500])
		}
	}
	open, err := m.asked(apart, sample, r.ID)
	if err != nil {
		return c, err
	}
	document, err := m.asked(shut, sample, r.ID)
	if err != nil {
		return c, err
	}
	c.answer, c.document = max(0, open-document), document
	c.share = open * time.Duration(c.asked) / time.Duration(len(m.doc.Subjects))
	return c, nil
}

// asked is what one resource costs when only one rule is asked.
func (m *meter) asked(pack rules.Source, subjects []rules.Subject, id string) (time.Duration, error) {
	j, err := m.compile(pack, m.types(), id)
	if err != nil {
		return 0, err
	}
	defer j.Close()
	return m.ask(j, subjects, 1500)
}

// wants is whether a rule is asked about a type.
func wants(r rules.Rule, typ string) bool {
	return len(r.Types) == 0 || slices.ContainsFunc(r.Types, func(glob string) bool {
		ok, err := path.Match(glob, typ)
		return ok && err == nil
	})
}

func (m *meter) types() []string {
	seen := map[string]bool{}
	for _, s := range m.doc.Subjects {
		seen[s.Resource.Type] = true
	}
	return slices.Sorted(maps.Keys(seen))
}
