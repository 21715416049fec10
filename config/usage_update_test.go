package config

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
)

var twoKeys = []UsageLine{{Name: "a", Value: "1", Comment: "GB"}, {Name: "g", Comment: "group", Keys: []UsageLine{{Name: "b", Value: "2", Comment: "GB"}, {Name: "c", Value: "3"}}}}

func wanted(addresses ...string) []UsageTemplate {
	var out []UsageTemplate
	for _, a := range addresses {
		out = append(out, UsageTemplate{Address: a, Type: strings.Split(a, ".")[0], Instances: []string{a}, Keys: twoKeys})
	}
	return out
}

func TestWriteUsage(t *testing.T) {
	var b bytes.Buffer
	if err := WriteUsage(&b, wanted("aws_x.y", `aws_x.z["it's"]`, "aws_y.y[*]")); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(b.String(), "\nresource_usage:\n")
	want := `  # aws_x
  aws_x.y:
    # a: 1   # GB
    # g:     # group
    #   b: 2 # GB
    #   c: 3
  'aws_x.z["it''s"]':
    # a: 1   # GB
    # g:     # group
    #   b: 2 # GB
    #   c: 3

  # aws_y
  aws_y.y[*]:
    # a: 1   # GB
    # g:     # group
    #   b: 2 # GB
    #   c: 3
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	// Without the # it is a usage file that says all of it.
	u, diags := ParseUsage([]byte(strings.ReplaceAll(b.String(), "\n    # ", "\n    ")), "u.yml")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if got := shownEntries(u); strings.Count(got, ": a=1 g{b=2 c=3}") != 3 {
		t.Error(got)
	}
	b.Reset()
	if err := WriteUsage(&b, nil); err != nil {
		t.Fatal(err)
	}
	if _, diags := ParseUsage(b.Bytes(), "u.yml"); diags.HasErrors() {
		t.Error(diags)
	}
}

func TestUpdateUsage(t *testing.T) {
	for _, c := range []struct {
		name, src string
		resources []UsageTemplate
		added     int
		want      string
	}{
		{"everything there", "resource_usage:\n  aws_x.y:\n    a: 5\n    # g:\n    #   b: 2\n", wanted("aws_x.y"), 0, "resource_usage:\n  aws_x.y:\n    a: 5\n    # g:\n    #   b: 2\n"},
		{"a key", "resource_usage:\n  aws_x.y: # ours\n    # why\n    g: {b: 1}\n\n  # next\n  aws_x.z:\n    a: 1\n    # g:\n", wanted("aws_x.y", "aws_x.z"), 1,
			"resource_usage:\n  aws_x.y: # ours\n    # why\n    g: {b: 1}\n    # a: 1 # GB\n\n  # next\n  aws_x.z:\n    a: 1\n    # g:\n"},
		{"a nested key", "resource_usage:\n  aws_x.y:\n    a: 1\n    g:\n      b: 2\n", wanted("aws_x.y"), 1, "resource_usage:\n  aws_x.y:\n    a: 1\n    g:\n      b: 2\n      # c: 3\n"},
		{"nested, and more behind it", "resource_usage:\n  aws_x.y:\n    g:\n      c: 2 # c\n    # the end\n", wanted("aws_x.y"), 2,
			"resource_usage:\n  aws_x.y:\n    g:\n      c: 2 # c\n      # b: 2 # GB\n    # the end\n    # a: 1 # GB\n"},
		{"commented nested is not the outer", "resource_usage:\n  aws_x.y:\n    # g:\n    #   a: 2\n", wanted("aws_x.y"), 1, "resource_usage:\n  aws_x.y:\n    # g:\n    #   a: 2\n    # a: 1 # GB\n"},
		{"a resource", "resource_usage:\n    aws_x.y: {a: 1}\n\nresource_type_default_usage:\n  aws_x: {a: 1}\n", wanted("aws_x.y", "aws_x.z"), 1,
			"resource_usage:\n    aws_x.y: {a: 1}\n\n    # aws_x\n    aws_x.z:\n      # a: 1   # GB\n      # g:     # group\n      #   b: 2 # GB\n      #   c: 3\n\nresource_type_default_usage:\n  aws_x: {a: 1}\n"},
		{"no section", "version: 0.1\n", wanted("aws_x.z"), 1, "version: 0.1\n\nresource_usage:\n  # aws_x\n  aws_x.z:\n    # a: 1   # GB\n    # g:     # group\n    #   b: 2 # GB\n    #   c: 3\n"},
		{"empty section", "resource_usage: {}\n", wanted("aws_x.z"), 1, "resource_usage:\n  # aws_x\n  aws_x.z:\n    # a: 1   # GB\n    # g:     # group\n    #   b: 2 # GB\n    #   c: 3\n"},
		{"by one instance", "resource_usage:\n  aws_x.z[0]: {a: 1}\n", []UsageTemplate{{Address: "aws_x.z[*]", Type: "aws_x", Instances: []string{"aws_x.z[0]"}, Keys: twoKeys}}, 0, "resource_usage:\n  aws_x.z[0]: {a: 1}\n"},
		{"behind a #", "resource_usage:\n  # aws_x.z:\n", wanted("aws_x.z"), 0, "resource_usage:\n  # aws_x.z:\n"},
		{"windows", "resource_usage:\r\n  aws_x.y:\r\n    a: 1\r\n    g:\r\n      b: 1\r\n", wanted("aws_x.y"), 1, "resource_usage:\r\n  aws_x.y:\r\n    a: 1\r\n    g:\r\n      b: 1\r\n      # c: 3\r\n"},
		{"no last newline", "resource_usage:\n  aws_x.y:\n    a: 1\n    g: {}", wanted("aws_x.y"), 0, "resource_usage:\n  aws_x.y:\n    a: 1\n    g: {}"},
	} {
		out, added, diags := UpdateUsage([]byte(c.src), "u.yml", c.resources)
		if diags.HasErrors() || added != c.added || string(out) != c.want {
			t.Errorf("%s: added %d, %v\n%s\nwant %d\n%s", c.name, added, diags, out, c.added, c.want)
			continue
		}
		before, _ := ParseUsage([]byte(c.src), "u.yml")
		after, diags := ParseUsage(out, "u.yml")
		if diags.HasErrors() {
			t.Errorf("%s: %v", c.name, diags)
			continue
		}
		for i, e := range before.Entries {
			if shownUsage(after.Entries[i].Values) != shownUsage(e.Values) && e.Default == after.Entries[i].Default {
				t.Errorf("%s: %s says something else now", c.name, e.Pattern)
			}
		}
		again, added, _ := UpdateUsage(out, "u.yml", c.resources)
		if added != 0 || !bytes.Equal(again, out) {
			t.Errorf("%s: a second time adds %d:\n%s", c.name, added, again)
		}
	}
	if _, _, diags := UpdateUsage([]byte("resource_usage: {aws_x.y: {a: 1}}\n"), "u.yml", wanted("aws_x.z")); !diags.HasErrors() {
		t.Error("a section in one line is added to")
	}
	if _, _, diags := UpdateUsage([]byte("address,key,value\n"), "u.csv", wanted("aws_x.z")); !diags.HasErrors() {
		t.Error("a table is added to")
	}
}

// FuzzUpdateUsage adds to any file that can be read, and breaks none: what it
// said it still says, and a second time there is nothing to add.
func FuzzUpdateUsage(f *testing.F) {
	for _, src := range []string{
		"resource_usage:\n  aws_x.y:\n    a: 5\n", "resource_usage:\n    aws_x.y:\n        g:\n            b: 1\n    # end\nversion: 0.1\n",
		"version: 0.1", "resource_usage:\n", "", "# x\n\nresource_usage: {}\n", "resource_usage:\n  ? aws_x.y\n  : a: 1\n", "resource_usage:\n  aws_x.y: {a: 1}\n  aws_x.z: &z\n    a: 1\n  aws_x.w: *z\n",
		"---\nresource_usage:\n  aws_x.y:\n    g: |\n      text\n      # more\n...\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		before, diags := ParseUsage(src, "u.yml")
		if diags.HasErrors() {
			return
		}
		out, _, diags := UpdateUsage(src, "u.yml", wanted("aws_x.y", "aws_x.z"))
		if diags.HasErrors() {
			return // said
		}
		after, diags := ParseUsage(out, "u.yml")
		if diags.HasErrors() {
			t.Fatalf("%v\n%s", diags, out)
		}
		said := func(u *Usage) map[string]string {
			m := map[string]string{}
			for _, e := range u.Entries {
				if len(e.Values) > 0 {
					m[fmt.Sprint(e.Pattern, e.Default)] += shownUsage(e.Values) + "\n"
				}
			}
			return m
		}
		if was, is := said(before), said(after); !maps.Equal(was, is) {
			t.Fatalf("said %v, says %v\n%s", was, is, out)
		}
		if _, added, _ := UpdateUsage(out, "u.yml", wanted("aws_x.y", "aws_x.z")); added != 0 {
			t.Fatalf("adds %d again\n%s", added, out)
		}
	})
}
