package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
)

// invented is what the generator makes of what only the cloud knows: by address,
// the attributes that are known only after apply where the resource is created,
// and hold a made-up word or are missing where it exists. Any other attribute
// that differs is an error.
func invented(ctx context.Context, created, grown string) (map[string][]string, error) {
	a, err := attributes(ctx, created)
	if err != nil {
		return nil, err
	}
	b, err := attributes(ctx, grown)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for address, after := range b {
		before := a[address]
		if before == nil {
			return nil, fmt.Errorf("%s is not in both plans", address)
		}
		for _, name := range union(before.Names(), after.Names()) {
			x, y := before.Attr(name), after.Attr(name)
			switch {
			case x.RawEquals(y):
			case !x.IsWhollyKnown():
				out[address] = append(out[address], name)
			default:
				return nil, fmt.Errorf("%s of %s is %#v where it is created, and %#v where it exists", name, address, x, y)
			}
		}
	}
	return out, nil
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// attributes are the resources of a plan that exist afterwards, by address.
func attributes(ctx context.Context, path string) (map[string]model.Object, error) {
	plan, err := parser.Load(ctx, path, parser.Options{})
	if err != nil {
		return nil, err
	}
	out := map[string]model.Object{}
	for _, r := range plan.Resources {
		if r.After != nil {
			out[r.Address] = r.After
		}
	}
	return out, nil
}

// apart holds source to a plan in which most exists already: what it deletes is
// left out, and resources with invented attributes may differ. It is false when
// others do.
func apart(w io.Writer, source, grown *checked, words map[string][]string) bool {
	fmt.Fprintf(w, "most exists already: %d resources are left, %d are deleted and left out\n", len(grown.resources), len(source.resources)-len(grown.resources))
	byType := map[string]map[string]int{}
	var differ, rest []string
	for _, address := range slices.Sorted(maps.Keys(grown.resources)) {
		s, p := worth(source.resources[address]), worth(grown.resources[address])
		switch {
		case s == p:
			rest = append(rest, address)
		case len(words[address]) == 0:
			differ = append(differ, fmt.Sprintf("%s: %s in source, %s in the plan", address, s, p))
		default:
			typ := grown.resources[address].Type
			if byType[typ] == nil {
				byType[typ] = map[string]int{}
			}
			byType[typ][""]++
			for _, name := range words[address] {
				byType[typ][name]++
			}
		}
	}
	fmt.Fprintf(w, "  %d of them have attributes that the generator invented\n", len(words))
	for _, typ := range slices.Sorted(maps.Keys(byType)) {
		of := byType[typ]
		n := of[""]
		delete(of, "")
		fmt.Fprintf(w, "    %d %s are worth something else, invented is %v\n", n, typ, slices.Sorted(maps.Keys(of)))
	}
	list(w, "  resources without invented attributes, with another price or other carbon", differ)
	s, p := total(source, rest), total(grown, rest)
	fmt.Fprintf(w, "  total of the other %d in source %s\n  total of them in the plan %s\n", len(rest), s, p)
	return len(differ) == 0 && s == p
}
