package provider

import (
	"regexp"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// tables yields the lines of every type table that hold a type.
func tables(t *testing.T, visit func(p *Provider, line string)) {
	t.Helper()
	for _, p := range All() {
		for line := range strings.Lines(p.types.text()) {
			if !strings.HasPrefix(line, "#") {
				visit(p, strings.TrimSuffix(line, "\n"))
			}
		}
	}
}

func TestTablesAreSorted(t *testing.T) {
	last := ""
	count := 0
	tables(t, func(p *Provider, line string) {
		typ, _, _ := strings.Cut(line, "\t")
		if strings.HasPrefix(last, p.Name()+"_") && typ <= last {
			t.Errorf("%s stands after %s", typ, last)
		}
		last = typ
		count++
	})
	if count < 4352 {
		t.Errorf("%d types in the tables, want at least the 4352 of the first import", count)
	}
}

func TestEveryTypeIsFound(t *testing.T) {
	tables(t, func(p *Provider, line string) {
		typ, _, _ := strings.Cut(line, "\t")
		if got, ok := find(p.types.text(), typ); !ok || got != line {
			t.Errorf("find(%q) = %q, %v", typ, got, ok)
		}
	})
}

func TestEveryLineIsWhole(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+_[a-z0-9_]+$`)
	path := regexp.MustCompile(`^(=?[a-z0-9_.]+!?|-)$`)
	tables(t, func(p *Provider, line string) {
		fields := strings.Split(line, "\t")
		if len(fields) != int(columns) {
			t.Fatalf("%q has %d fields, want %d", line, len(fields), columns)
		}
		typ := fields[colType]
		if !name.MatchString(typ) || !strings.HasPrefix(typ, p.Name()+"_") {
			t.Errorf("%q is no type of %s", typ, p.Name())
		}
		for i, f := range fields {
			if f == "" || f != strings.TrimSpace(f) {
				t.Errorf("%s: field %d is %q; a dash stands for none", typ, i, f)
			}
		}
		if !path.MatchString(fields[colTags]) || !path.MatchString(fields[colRegion]) {
			t.Errorf("%s: tags %q or region %q is no path", typ, fields[colTags], fields[colRegion])
		}
		facts := p.Type(typ)
		switch facts.Class {
		case model.Priced:
		case model.Feeder:
			if facts.BilledThrough == "" {
				t.Errorf("%s is a feeder and billed through nothing", typ)
			}
		case model.Free, model.Unknown:
			if facts.Reason == "" {
				t.Errorf("%s is %s without a reason", typ, facts.Class)
			}
		default:
			t.Errorf("%s has the class %q", typ, facts.Class)
		}
		if facts.Class != model.Feeder && facts.BilledThrough != "" {
			t.Errorf("%s is %s, yet billed through %s", typ, facts.Class, facts.BilledThrough)
		}
	})
}

func TestFindInSmallTables(t *testing.T) {
	const table = "# one\n# two\na_b\t1\na_c\t2\na_ca\t3\n"
	for key, want := range map[string]string{
		"a_b": "a_b\t1", "a_c": "a_c\t2", "a_ca": "a_ca\t3",
		"a_": "", "a_d": "", "": "", "# one": "", "a_b\t1": "",
	} {
		got, ok := find(table, key)
		if ok != (want != "") || ok && got != want {
			t.Errorf("find(%q) = %q, %v; want %q", key, got, ok, want)
		}
	}
	if _, ok := find("", "a_b"); ok {
		t.Error("something was found in an empty table")
	}
	if line, ok := find("a_b\t1", "a_b"); !ok || line != "a_b\t1" {
		t.Error("the last line needs no line feed")
	}
}

func TestTypesYieldsTheTable(t *testing.T) {
	for _, p := range All() {
		for typ, facts := range p.Types() {
			if facts != p.Type(typ) {
				t.Fatalf("%s: Types says %+v, Type says %+v", typ, facts, p.Type(typ))
			}
		}
	}
}
