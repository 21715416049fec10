package config

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// shownUsage writes a usage file the way a person could have.
func shownUsage(list []UsageValue) string {
	var out []string
	for _, v := range list {
		switch {
		case v.IsGroup():
			out = append(out, v.Name+"{"+shownUsage(v.Group)+"}")
		default:
			out = append(out, v.Name+"="+asWritten(v.Value))
		}
	}
	return strings.Join(out, " ")
}

func shownEntries(u *Usage) string {
	var out []string
	for _, e := range u.Entries {
		kind := "address"
		if e.Default {
			kind = "type"
		}
		out = append(out, fmt.Sprintf("%d %s %s: %s", e.Range.Start.Line, kind, e.Pattern, shownUsage(e.Values)))
	}
	return strings.Join(out, "\n")
}

// TestUsageFiles reads the same use from each form a file may have.
func TestUsageFiles(t *testing.T) {
	for _, c := range []struct{ name, file, src, want string }{
		{"yaml", "usage.yml", "version: 0.1\nresource_type_default_usage:\n  aws_x:\n    a: 1\nresource_usage:\n  aws_x.y[*]:\n    b: 1_000.5\n    c: {d: text, e: null}\n    f: 0\n",
			"3 type aws_x: a=1\n6 address aws_x.y[*]: b=1000.5 c{d=\"text\" e=null} f=0"},
		{"json as yaml", "usage.json", `{"resource_usage": {"aws_x.y": {"a": 1, "address": "z"}}}`, "1 address aws_x.y: a=1 address=\"z\""},
		{"anchors", "usage.yml", "resource_usage:\n  aws_x.y: &y\n    a: 1\n    b: 2\n  aws_x.z:\n    <<: *y\n    b: 3\n  aws_x.w: *y\n",
			"2 address aws_x.y: a=1 b=2\n5 address aws_x.z: a=1 b=2 b=3\n8 address aws_x.w: a=1 b=2"},
		{"empty", "usage.yml", "# nothing\n", ""},
		{"nothing in it", "usage.yml", "resource_usage:\n  aws_x.y:\n    # a: 1\n", "2 address aws_x.y: "},
		{"csv", "measured.csv", "# of November\naddress,key,value\naws_x.y,a,1e3\n\"aws_x.z[\"\"k\"\"]\",standard.b,2\n\"aws_x.z[\"\"k\"\"]\",standard.c,\naws_x,a,text\n",
			"3 address aws_x.y: a=1000\n4 address aws_x.z[\"k\"]: standard{b=2 c=null}\n6 type aws_x: a=\"text\""},
		{"csv, other columns and no ending", "measured", "\ufeffmonth,Value, Key ,Address\n11,5,a,aws_x.y\n", "2 address aws_x.y: a=5"},
		{"csv, quotes not doubled", "measured.csv", "address,key,value\naws_x.z[\"k\"],a,1\n", "2 address aws_x.z[\"k\"]: a=1"},
		{"json", "measured.json", "[\n\t{\"address\": \"aws_x.y\", \"key\": \"s.a\", \"value\": \"12.5\"},\n\t{\"address\": \"aws_x.y\", \"key\": \"b\", \"value\": null}\n]\n", "2 address aws_x.y: s{a=12.5} b=null"},
		{"json, one a line", "measured.jsonl", "{\"address\": \"aws_x.y\", \"key\": \"a\", \"value\": 1}\n{\"address\": \"aws_x\", \"key\": \"b\", \"value\": true, \"unit\": \"x\"}\n", "1 address aws_x.y: a=1\n2 type aws_x: b=true"},
	} {
		u, diags := ParseUsage([]byte(c.src), c.file)
		if diags.HasErrors() {
			t.Errorf("%s: %v", c.name, diags)
			continue
		}
		if got := shownEntries(u); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestUsageSlips names what is wrong, and where.
func TestUsageSlips(t *testing.T) {
	bomb := "a: &a [x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("%c: &%c {m: *%c, n: *%c, o: *%c}\n", 'b'+i, 'b'+i, 'a'+i, 'a'+i, 'a'+i)
	}
	laughs := "resource_usage:\n  x.y:\n    k0: &k0 {z: 1}\n"
	for i := range 6 {
		laughs += fmt.Sprintf("    k%d: &k%d {%s}\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("A: *k%d, ", i), 1)+func() string {
			var b strings.Builder
			for j := range 12 {
				fmt.Fprintf(&b, "r%d: *k%d, ", j, i)
			}
			return b.String()
		}(), ", "))
	}
	for _, c := range []struct {
		name, file, src string
		line            int
		want            string
	}{
		{"top", "u.yml", "resource_usages: {}", 1, `Did you mean "resource_usage"?`},
		{"list", "u.yml", "resource_usage:\n  - x", 2, "A mapping expected"},
		{"list as value", "u.yml", "resource_usage:\n  x.y:\n    a: [1]", 3, "A number or text expected"},
		{"negative", "u.yml", "resource_usage:\n  x.y:\n    a: -1", 3, "less than nothing"},
		{"huge", "u.yml", "resource_usage:\n  x.y:\n    a: 1e300", 3, "far from what anybody uses"},
		{"tiny", "u.yml", "resource_usage:\n  x.y:\n    a: 1e-999999999", 3, "far from what anybody uses"},
		{"infinite", "u.yml", "resource_usage:\n  x.y:\n    a: .inf", 3, "Not a number"},
		{"tabs", "u.yml", "resource_usage:\n\tx: 1", 0, "not YAML"},
		{"itself", "u.yml", "resource_usage: &a\n  x.y: *a", 0, "Nested too deeply"},
		{"deep", "u.yml", "resource_usage:\n  x.y: " + strings.Repeat("{a: ", 50) + "1" + strings.Repeat("}", 50), 2, "Nested too deeply"},
		{"laughs", "u.yml", laughs, 0, "Too much of it"},
		{"patterns", "u.yml", "resource_usage:\n" + func() string {
			var b strings.Builder
			for i := range mostPatterns + 1 {
				fmt.Fprintf(&b, "  \"*%d\": {}\n", i)
			}
			return b.String()
		}(), 1, "Too many patterns"},
		{"no column", "u.csv", "address,key\nx,y", 1, `"value" is not among them`},
		{"short row", "u.csv", "address,key,value\nx.y,a,1\nx.y", 3, "Incomplete row"},
		{"no key", "u.csv", "address,key,value\nx.y,,1", 2, "Incomplete row"},
		{"key of dots", "u.csv", "address,key,value\nx.y,a..b,1", 2, "Not a usage key"},
		{"negative cell", "u.csv", "address,key,value\nx.y,a,-1", 2, "less than nothing"},
		{"object as value", "u.json", `[{"address": "x.y", "key": "a", "value": {}}]`, 1, "A number or text expected"},
		{"not a row", "u.json", "[\n{\"address\": 1}]", 2, "not a table"},
		{"cut", "u.json", `[{"address": "x.y", "key": "a", "value": 1}`, 1, "does not end"},
	} {
		u, diags := ParseUsage([]byte(c.src), c.file)
		if !diags.HasErrors() || u != nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		d := diags[0]
		if text := d.Summary + ": " + d.Detail; !strings.Contains(text, c.want) || c.line > 0 && d.Subject.Start.Line != c.line {
			t.Errorf("%s: line %d: %s, want %q in line %d", c.name, d.Subject.Start.Line, text, c.want, c.line)
		}
	}
	// Aliases outside of what is read cost nothing.
	if _, diags := ParseUsage([]byte(bomb), "u.yml"); len(diags) == 0 {
		t.Error("keys nobody knows are taken")
	}
}

// TestUsageSaidTwice warns, and the later counts.
func TestUsageSaidTwice(t *testing.T) {
	for name, src := range map[string]string{
		"u.yml": "resource_usage:\n  x.y:\n    a: 1\n    a: 2\n",
		"u.csv": "address,key,value\nx.y,a,1\nx.y,a,2\n",
	} {
		u, diags := ParseUsage([]byte(src), name)
		if len(diags) != 1 || diags[0].Severity != hcl.DiagWarning || diags[0].Summary != "Said twice" {
			t.Errorf("%s: %v", name, diags)
			continue
		}
		values := u.Entries[0].Values
		if last := values[len(values)-1].Value; !last.RawEquals(cty.NumberIntVal(2)) {
			t.Errorf("%s: %s", name, asWritten(last))
		}
	}
}

func TestMatchAddress(t *testing.T) {
	for _, c := range []struct {
		pattern, address string
		want             bool
	}{
		{"aws_x.y", "aws_x.y", true},
		{"aws_x.y", "aws_x.y[0]", false},
		{"aws_x.y[*]", "aws_x.y[0]", true},
		{"aws_x.y[*]", `aws_x.y["a.b]c"]`, true},
		{"aws_x.y[*]", "aws_x.y", false},
		{"aws_x.y[*]", `aws_x.y["a"].z["b"]`, false},
		{"module.m[*].aws_x.y", `module.m["a"].aws_x.y`, true},
		{"module.m[*].aws_x.y", `module.m["a"].module.n["b"].aws_x.y`, false},
		{"module.m[*].aws_x.y[*]", `module.m[1].aws_x.y["k"]`, true},
		{"module.*.aws_x.y", "module.m.module.n.aws_x.y", true},
		{"module.m.*", "module.m.aws_x.y", true},
		{"*.aws_x.y", "aws_x.y", false},
		{"aws_x.*", `aws_x.y["k"]`, true},
		{"aws_x.y*", "aws_x.y[0]", true},
		{`aws_x.y["prod-*"]`, `aws_x.y["prod-eu"]`, true},
		{`aws_x.y["prod-*"]`, `aws_x.y["dev-eu"]`, false},
		{`module.m["a*"].aws_x.y`, `module.m["ab"].module.n["c"].aws_x.y`, false},
		{`aws_x.y["*"]`, `aws_x.y["*"]`, true},
		{`aws_x.y["a\"]*"]`, `aws_x.y["a\"]b"]`, true},
		{`aws_x.y["a]*"]`, `aws_x.y["a]b"]`, true},
		{"*", "module.m.aws_x.y[0]", true},
		{"aws_x.y[", "aws_x.y[0]", false},
		{"aws_x.y[*", "aws_x.y[0]", false},
		{strings.Repeat("*a", 500) + "b", strings.Repeat("a", 2000), false},
	} {
		if got := MatchAddress(c.pattern, c.address); got != c.want {
			t.Errorf("%.60s of %.60s: %v", c.pattern, c.address, got)
		}
	}
	if got, found := Collapsed(`module.m["a"].aws_x.y[0]`); got != "module.m[*].aws_x.y[*]" || !found {
		t.Error(got)
	}
}

// TestUsageFor orders what speaks of a resource: its type, patterns, itself.
func TestUsageFor(t *testing.T) {
	u, diags := ParseUsage([]byte(`
resource_usage:
  aws_x.y[0]: {a: 4}
  "*": {a: 2}
  aws_x.y[*]: {a: 3}
  aws_x.z: {a: 9}
resource_type_default_usage:
  aws_x: {a: 1}
`), "u.yml")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var got []string
	for _, n := range u.For("aws_x.y[0]", "aws_x") {
		got = append(got, shownUsage(u.Entries[n].Values))
	}
	if text := strings.Join(got, " "); text != "a=1 a=2 a=3 a=4" {
		t.Error(text)
	}
}

// TestUsageBlocks reads the usage of a configuration.
func TestUsageBlocks(t *testing.T) {
	c, diags := Parse([]byte(`
usage = ["measured.csv"]
usage_profile = "small"
usage "aws_x.y[*]" {
  a        = 3e6
  standard = { storage_gb = 1, "b" = null }
  system   = "linux"
}
usage_defaults "aws_x" {
  a = 0
}
`), ".iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := "4 address aws_x.y[*]: a=3e+06 standard{storage_gb=1 b=null} system=\"linux\"\n9 type aws_x: a=0"
	if got := shownEntries(c.OwnUsage()); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if diags := c.CheckUsageProfile([]string{"small"}); diags.HasErrors() {
		t.Error(diags)
	}
	if diags := c.CheckUsageProfile([]string{"smell"}); len(diags) != 1 || diags[0].Subject.Start.Line != 3 || !strings.Contains(diags[0].Detail, `"smell"`) {
		t.Error(diags)
	}
	for src, want := range map[string]string{
		"usage \"x\" {\n  a = [1]\n}":                      "a list",
		"usage \"x\" {\n  a = -1\n}":                       "0 or more",
		"usage \"x\" {\n  a = 1e99999999\n}":               "0 or more",
		"usage \"x\" {\n  a = 1e-99999999\n}":              "0 or more",
		"usage \"x\" {\n  b {}\n}":                         "no block",
		"usage \"x\" {\n  a = var.b\n}":                    "the reference var",
		"usage {}":                                         "an address",
		"usage_defaults \"x\" {}\nusage_defaults \"x\" {}": "line 1",
	} {
		if _, diags := Parse([]byte(src), ".iaclint.hcl"); !diags.HasErrors() || !strings.Contains(diags.Error(), want) {
			t.Errorf("%s: %v, want %q", src, diags, want)
		}
	}
}

// FuzzUsage reads any bytes without falling over; what is read can be asked.
func FuzzUsage(f *testing.F) {
	for _, src := range []string{
		"resource_usage:\n  a.b[*]: {x: 1}\n", "resource_usage: &a {a.b: *a, <<: *a}", "address,key,value\na.b,x.y,1\n",
		`[{"address": "a.b", "key": "x", "value": "1"}]`, `{"address": "a.b", "key": "x", "value": 1e9}`, "resource_usage: {\"*[\": {}, \"[*]\": {}}",
	} {
		f.Add([]byte(src), "u.yml")
		f.Add([]byte(src), "u.csv")
	}
	f.Fuzz(func(t *testing.T, src []byte, name string) {
		u, diags := ParseUsage(src, name)
		if (u == nil) != diags.HasErrors() {
			t.Fatal("usage and errors, or neither")
		}
		if u == nil {
			return
		}
		for _, e := range u.Entries {
			found := false
			for _, n := range u.For(e.Pattern, e.Pattern) {
				found = found || u.Entries[n].Pattern == e.Pattern
			}
			if !found {
				t.Fatalf("%q does not find itself", e.Pattern)
			}
		}
	})
}

// TestDocumentedUsage reads every example of docs/usage.md.
func TestDocumentedUsage(t *testing.T) {
	page, err := os.ReadFile("../docs/usage.md")
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]int{}
	for i, block := range strings.Split(string(page), "```") {
		kind, src, _ := strings.Cut(block, "\n")
		if i%2 == 0 {
			continue
		}
		var diags hcl.Diagnostics
		switch kind {
		case "hcl":
			_, diags = Parse([]byte(src), FileName)
		case "yaml", "csv", "json":
			_, diags = ParseUsage([]byte(src), "example."+kind)
		default:
			continue
		}
		read[kind]++
		if len(diags) > 0 {
			t.Errorf("%v in\n%s", diags, src)
		}
	}
	for _, kind := range []string{"hcl", "yaml", "csv", "json"} {
		if read[kind] == 0 {
			t.Errorf("the page has no %s", kind)
		}
	}
}
