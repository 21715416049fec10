package provider

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/model"
)

// LockIn returns how hard the service behind a resource is to leave. Where the
// grade depends on an attribute (the package type of a function, the engine of
// a database) the row whose selector matches holds, else the row without one;
// while the attribute is not known the highest grade it could get is given and
// said to be "at most". Grade is -1 for a type nobody has graded.
func (p *Provider) LockIn(resourceType string, o model.Object) model.LockIn {
	rows := p.grades.read().byType[resourceType]
	if len(rows) == 0 {
		return model.LockIn{Grade: -1}
	}
	var plain, open []*Service // rows without a selector; rows whose attribute is not known
	var unknown string
	for _, s := range rows {
		if s.when == nil {
			plain = append(plain, s)
			continue
		}
		switch match, path := s.when.match(o); match {
		case yes:
			return s.lock
		case maybe:
			open, unknown = append(open, s), path
		}
	}
	best := model.LockIn{Grade: -1}
	candidates := append(plain, open...)
	for _, s := range candidates {
		if s.lock.Grade > best.Grade {
			best = s.lock
		}
	}
	if len(open) > 0 && !sameGrade(candidates) {
		best.AtMost = true
		best.Why = fmt.Sprintf("at most, as %s is not known: %s", unknown, best.Why)
	}
	return best
}

// Ground is an attribute that the grade of a type rests on.
type Ground struct {
	Path string
	// From are references to resources that have the attribute where this one
	// leaves it out.
	From []string
}

// Grounds returns what the grades of a type rest on, none for a type that has
// one grade.
func (p *Provider) Grounds(resourceType string) []Ground {
	var out []Ground
	for _, s := range p.grades.read().byType[resourceType] {
		if s.when == nil || slices.ContainsFunc(out, func(g Ground) bool { return g.Path == s.when.path }) {
			continue
		}
		g := Ground{Path: s.when.path}
		for _, i := range p.facts.Inherited {
			if i.Type == resourceType && i.Attribute == g.Path {
				g.From = i.From
			}
		}
		out = append(out, g)
	}
	return out
}

func sameGrade(rows []*Service) bool {
	for _, s := range rows[1:] {
		if s.Grade() != rows[0].Grade() {
			return false
		}
	}
	return true
}

// Service is one line of a lock-in table: a service, or one way of using it.
type Service struct {
	Name  string
	Types []string // resource types; empty when none exists
	When  string   // selector, "" for every instance

	// The four sub-scores the grade is made of.
	Interface int // 0 open protocol … 3 own API only
	Engine    int // 0 the same engine elsewhere … 2 no counterpart
	Data      int // 0 continuous export … 2 no full export
	Coupling  int // 0 stands alone … 2 pulls in its neighbours

	Inherent     bool     // nobody chooses it one by one
	Why          string   // a few words
	Alternatives []string // managed elsewhere first, then to host oneself
	Effort       string   // band per application: S under a person-week, M to six weeks, L to six months, XL above
	Note         string   // what the effort goes into, "" when there is nothing to add

	when *selector
	lock model.LockIn // what lockIn says
}

// Grade is computed from the sub-scores and never written down: 0 open, 1
// portable with work at the edges, 2 compatible with gaps, 3 proprietary with
// counterparts, 4 proprietary without.
func (s Service) Grade() int {
	switch sum := s.Interface + s.Engine + s.Data + s.Coupling; {
	case sum <= 1:
		return 0
	case sum <= 3:
		return 1
	case sum <= 4:
		return 2
	case sum <= 6:
		return 3
	default:
		return 4
	}
}

// Services returns the graded services of the provider, as the table has them.
func (p *Provider) Services() []Service { return p.grades.read().rows }

func (s Service) lockIn() model.LockIn {
	effort := s.Effort
	if s.Note != "" {
		effort += ": " + s.Note
	}
	return model.LockIn{
		Grade:        s.Grade(),
		Service:      s.Name,
		Why:          s.Why,
		Alternatives: s.Alternatives,
		Effort:       effort,
		Inherent:     s.Inherent,
	}
}

// list splits a field with semicolons between its items.
func list(field string) []string {
	if field == "" {
		return nil
	}
	out := strings.Split(field, ";")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}
