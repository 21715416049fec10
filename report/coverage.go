package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// TypeCoverage counts resource types by how they are billed: provider to class
// (priced, free, feeder, unpriced, unknown) to number.
type TypeCoverage struct {
	SchemaVersion string                    `json:"schema_version"`
	Types         map[string]map[string]int `json:"types"`
	Unpriced      []UnpricedType            `json:"-"` // by provider and name
}

// UnpricedType is a type that is billed and cannot be priced yet.
type UnpricedType struct {
	Provider string `json:"provider"`
	Type     string `json:"type"`
	Service  string `json:"service"` // as the cloud's bill calls it
	Reason   string `json:"reason"`
}

// UnpricedTypes is the list of them: what `iaclint catalogue coverage
// --unpriced` prints.
type UnpricedTypes struct {
	SchemaVersion string         `json:"schema_version"`
	Unpriced      []UnpricedType `json:"unpriced"`
}

// ListUnpriced is the list beside the numbers.
func (c *TypeCoverage) ListUnpriced() *UnpricedTypes {
	return &UnpricedTypes{SchemaVersion: c.SchemaVersion, Unpriced: c.Unpriced}
}

// typeClasses are the classes in the order they are told, and what they mean.
var typeClasses = [...]struct{ name, means string }{
	{"priced", "a card and prices say what it costs"},
	{"free", "no charge of its own"},
	{"feeder", "sizes another, or is billed through it"},
	{"unpriced", "billed, and no card or no price yet: always a gap, never zero"},
	{"unknown", "not judged yet"},
}

// WriteTypeCoverage prints a line for each provider.
func WriteTypeCoverage(w io.Writer, c *TypeCoverage, o Options) error {
	s := newScreen(w, o)
	t := table{columns: []column{{fit: s.cut}}}
	for _, class := range typeClasses {
		t.columns = append(t.columns, column{head: class.name, right: true})
	}
	t.columns = append(t.columns, column{head: "types", right: true})
	sec := section{title: "Types"}
	for _, provider := range slices.Sorted(maps.Keys(c.Types)) {
		counts := c.Types[provider]
		row, total := []span{{provider, nil}}, 0
		for _, class := range typeClasses {
			row = append(row, span{thousands(strconv.Itoa(counts[class.name])), nil})
			total += counts[class.name]
		}
		sec.rows = append(sec.rows, append(row, span{thousands(strconv.Itoa(total)), s.strong}))
	}
	t.sections = []section{sec}
	s.draw(t)
	s.line()
	for _, class := range typeClasses {
		s.paragraph(0, span{fmt.Sprintf("%-10s", class.name), s.strong}, 10, class.means, s.dim)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the coverage of types: %w", err)
	}
	return nil
}

// WriteUnpriced prints the types that are billed and not priced, by provider
// and service.
func WriteUnpriced(w io.Writer, list *UnpricedTypes, o Options) error {
	s := newScreen(w, o)
	t := table{columns: []column{{fit: s.cutMiddle}, {head: "service", fit: s.cut}, {head: "why"}}}
	count := map[string]int{}
	for _, u := range list.Unpriced {
		count[u.Provider]++
	}
	last := ""
	for _, u := range list.Unpriced {
		if last != u.Provider {
			last = u.Provider
			t.sections = append(t.sections, section{title: last + ", " + plural(count[last], "type", "types")})
		}
		sec := &t.sections[len(t.sections)-1]
		sec.rows = append(sec.rows, []span{{"  " + u.Type, nil}, {u.Service, nil}, {u.Reason, s.dim}})
	}
	s.draw(t)
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the types without a price: %w", err)
	}
	return nil
}
