package main

import (
	"bufio"
	"fmt"
	"os"
	"path"
	"strings"
)

// selection is what is kept of one cloud.
type selection struct {
	regions, machines map[string]bool
	patterns          []string
}

func readSelection(name string) (map[string]*selection, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]*selection{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		words := strings.Fields(lines.Text())
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(words) < 3 {
			return nil, fmt.Errorf("%s:%d: want a kind, a cloud and what to keep", name, n)
		}
		s := out[words[1]]
		if s == nil {
			s = &selection{regions: map[string]bool{}, machines: map[string]bool{}}
			out[words[1]] = s
		}
		for _, word := range words[2:] {
			switch words[0] {
			case "regions":
				s.regions[word] = true
			case "machines":
				s.machines[word] = true
			case "prices":
				s.patterns = append(s.patterns, word)
			default:
				return nil, fmt.Errorf("%s:%d: %q is not regions, machines or prices", name, n, words[0])
			}
		}
	}
	return out, lines.Err()
}

// keeps reports whether a SKU is chosen.
func (s *selection) keeps(sku string) bool {
	for _, p := range s.patterns {
		before, after, machine := strings.Cut(p, "<machine>")
		if !machine {
			if ok, err := path.Match(p, sku); ok && err == nil {
				return true
			}
			continue
		}
		rest, ok := strings.CutPrefix(sku, before)
		if !ok {
			continue
		}
		if ok, _ := path.Match("*"+after, rest); ok && s.names(rest, after) {
			return true
		}
	}
	return false
}

// names reports whether what stands before the end of a SKU is a machine that
// is kept.
func (s *selection) names(rest, after string) bool {
	part, _, _ := strings.Cut(rest, "/")
	if suffix, _, _ := strings.Cut(after, "/"); suffix != "" {
		part = strings.TrimSuffix(part, suffix)
	}
	return s.machines[part]
}
