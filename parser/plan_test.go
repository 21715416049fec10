package parser

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// entry is one resource change of a plan put together in a test.
func entry(address, actions, before, after, rest string) string {
	parts := steps(address)
	return fmt.Sprintf(`{"address":%q,"mode":"managed","type":%q,"name":%q,"provider_name":"registry.terraform.io/hashicorp/aws"%s,"change":{"actions":%s,"before":%s,"after":%s,"after_unknown":{}}}`,
		address, parts[0], parts[1], rest, actions, before, after)
}

func planOf(planned, rest string, entries ...string) string {
	return `{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[` + planned + `]}},"resource_changes":[` +
		strings.Join(entries, ",") + `]` + rest + `}`
}

// TestExistence says for each kind of change what is there before and after.
func TestExistence(t *testing.T) {
	for _, test := range []struct {
		name, entry   string
		before, after bool
	}{
		{"create", entry("aws_eip.a", `["create"]`, `null`, `{"a":1}`, ""), false, true},
		{"update", entry("aws_eip.a", `["update"]`, `{"a":1}`, `{"a":2}`, ""), true, true},
		{"no-op", entry("aws_eip.a", `["no-op"]`, `{"a":1}`, `{"a":1}`, ""), true, true},
		{"delete", entry("aws_eip.a", `["delete"]`, `{"a":1}`, `null`, ""), true, false},
		{"replace", entry("aws_eip.a", `["delete","create"]`, `{"a":1}`, `{"a":1}`, ""), true, true},
		{"replace, create first", entry("aws_eip.a", `["create","delete"]`, `{"a":1}`, `{"a":1}`, ""), true, true},
		{"forget", entry("aws_eip.a", `["forget"]`, `{"a":1}`, `null`, ""), true, true},
		{"forget and create", entry("aws_eip.a", `["forget","create"]`, `{"a":1}`, `{"a":1}`, ""), true, true},
		{"create and forget", entry("aws_eip.a", `["create","forget"]`, `{"a":1}`, `{"a":1}`, ""), true, true},
		{"deposed", entry("aws_eip.a", `["delete"]`, `{"a":1}`, `null`, `,"deposed":"abcd1234"`), true, false},
		{"an action of the future", entry("aws_eip.a", `["teleport"]`, `{"a":1}`, `null`, ""), true, true},
		{"no action", entry("aws_eip.a", `[]`, `{"a":1}`, `{"a":1}`, ""), true, true},
	} {
		p := mustParse(t, planOf("", "", test.entry))
		r := at(t, p, "aws_eip.a")
		if (r.Before != nil) != test.before || r.Exists() != test.after || len(r.Actions) == 0 {
			t.Errorf("%s: before %v, after %v, actions %v", test.name, r.Before != nil, r.Exists(), r.Actions)
		}
	}
}

func TestUnknownActionIsNoted(t *testing.T) {
	p := mustParse(t, planOf("", "", entry("aws_eip.a", `["teleport"]`, `{"a":1}`, `null`, "")))
	if len(p.Diagnostics) != 1 || !strings.Contains(p.Diagnostics[0].Detail, `"teleport" aws_eip.a`) || p.Resources[0].Actions[0] != "teleport" {
		t.Errorf("diagnostics %v, actions %v", p.Diagnostics, p.Resources[0].Actions)
	}
}

// TestUnion: what exists is planned_values and resource_changes together.
func TestUnion(t *testing.T) {
	still := `{"address":"aws_eip.still","mode":"managed","type":"aws_eip","name":"still","provider_name":"aws","values":{"a":"b"},"sensitive_values":{}}`
	data := `{"address":"data.aws_ami.x","mode":"data","type":"aws_ami","name":"x","provider_name":"aws","values":{}}`
	p := mustParse(t, planOf(still+","+data, "", entry("aws_eip.new", `["create"]`, `null`, `{}`, ""),
		entry("aws_eip.twice", `["create"]`, `null`, `{"n":1}`, ""), entry("aws_eip.twice", `["create"]`, `null`, `{"n":2}`, ""),
		entry("aws_eip.twice", `["delete"]`, `{"n":3}`, `null`, `,"deposed":"0a"`)))
	if got := list(p.Resources); got != "aws_eip.new aws_eip.still aws_eip.twice aws_eip.twice" {
		t.Errorf("resources: %s", got)
	}
	r := at(t, p, "aws_eip.still")
	if r.Changes() || r.Before != r.After || show(r.After.Attr("a")) != "b" {
		t.Errorf("a resource that stays: %v %#v", r.Actions, r.After.Attr("a"))
	}
	if len(p.Diagnostics) != 1 || !strings.Contains(p.Diagnostics[0].Detail, "aws_eip.twice more than once") {
		t.Errorf("diagnostics: %v", p.Diagnostics)
	}
}

func TestRefreshOnly(t *testing.T) {
	prior := `,"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[
		{"address":"aws_eip.a","mode":"managed","type":"aws_eip","name":"a","provider_name":"aws","values":{"a":"b"}}],
		"child_modules":[{"address":"module.m","resources":[{"address":"module.m.aws_eip.b","mode":"managed","type":"aws_eip","name":"b","provider_name":"aws","values":{}}]}]}}}`
	p := mustParse(t, planOf("", prior))
	if got := list(p.Resources); got != "aws_eip.a module.m.aws_eip.b" || p.Resources[1].Module != "module.m" {
		t.Errorf("resources: %s", got)
	}
	// A plan that destroys everything has a prior state too.
	p = mustParse(t, planOf("", prior, entry("aws_eip.a", `["delete"]`, `{}`, `null`, "")))
	if got := list(p.Resources); got != "aws_eip.a" || existing(p) != 0 {
		t.Errorf("resources: %s", got)
	}
}

func TestIncomplete(t *testing.T) {
	for rest, want := range map[string]string{
		``:                                  "",
		`,"complete":true,"errored":false`:  "",
		`,"errored":true,"complete":false`:  "an error",
		`,"complete":false`:                 "for some targets only",
		`,"deferred_changes":[{},{}]`:       "2 changes are deferred",
		`,"complete":null,"applyable":true`: "",
	} {
		p := mustParse(t, planOf("", rest))
		if (p.Incomplete == "") != (want == "") || !strings.Contains(p.Incomplete, want) {
			t.Errorf("%s: %q, want %q", rest, p.Incomplete, want)
		}
	}
}

func TestImported(t *testing.T) {
	imported := strings.Replace(entry("aws_eip.a", `["no-op"]`, `{}`, `{}`, ""), `"after_unknown":{}`, `"after_unknown":{},"importing":{"id":"eipalloc-1"}`, 1)
	plain := strings.Replace(entry("aws_eip.b", `["no-op"]`, `{}`, `{}`, ""), `"after_unknown":{}`, `"after_unknown":{},"importing":null`, 1)
	p := mustParse(t, planOf("", "", imported, plain))
	if !p.Resources[0].Imported || p.Resources[1].Imported {
		t.Errorf("imported: %v, %v", p.Resources[0].Imported, p.Resources[1].Imported)
	}
}

func TestOrder(t *testing.T) {
	var entries []string
	for _, e := range []string{"aws_eip.b[10]", "aws_eip.b[9]", "module.m[10].aws_eip.a", "module.m[9].aws_eip.a", "aws_alb.z", `aws_eip.b["x"]`} {
		parts := steps(e[len(modulePrefix(e)):])
		name, key := cutKey(parts[1])
		index := strings.Trim(key, "[]")
		if index == "" {
			index = "null"
		}
		entries = append(entries, fmt.Sprintf(`{"address":%q,"mode":"managed","type":%q,"name":%q,"index":%s,"change":{"actions":["create"],"before":null,"after":{}}}`, e, parts[0], name, index))
	}
	p := mustParse(t, planOf("", "", entries...))
	if got := list(p.Resources); got != `aws_alb.z aws_eip.b[9] aws_eip.b[10] aws_eip.b["x"] module.m[9].aws_eip.a module.m[10].aws_eip.a` {
		t.Errorf("order: %s", got)
	}
}

func TestAddressesOfRawStates(t *testing.T) {
	for key, want := range map[string]string{
		`3`:               `[3]`,
		`"a\"b"`:          `["a\"b"]`,
		`"${x} $y"`:       `["$${x} $y"]`,
		`"line\nbreak"`:   `["line\nbreak"]`,
		`"\u001b\u202e!"`: `["\u001b\u202e!"]`,
		`null`:            ``,
	} {
		p := mustParse(t, `{"version":4,"serial":1,"lineage":"x","resources":[{"module":"module.m[\"k\"]","mode":"managed","type":"aws_eip","name":"a","provider":"module.m.provider[\"registry.terraform.io/hashicorp/aws\"].west","instances":[{"index_key":`+key+`,"attributes":{}}]}]}`)
		if r := p.Resources[0]; r.Address != `module.m["k"].aws_eip.a`+want || r.ProviderName != "registry.terraform.io/hashicorp/aws" {
			t.Errorf("%s: %s (%s)", key, r.Address, r.ProviderName)
		}
	}
}

func TestNumbers(t *testing.T) {
	big := strings.Repeat("9", 999)
	p := mustParse(t, planOf("", "", entry("aws_eip.a", `["create"]`, `null`,
		`{"exact":123456789012345678901234567890,"small":-7,"third":0.1,"long":`+big+`,"longer":`+big+`99,"far":1e401,"near":1e300}`, "")))
	o := p.Resources[0].After
	for attr, want := range map[string]string{"exact": "123456789012345678901234567890", "small": "-7", "third": "0.1"} {
		if got := o.Attr(attr).AsBigFloat().Text('g', 40); got != want {
			t.Errorf("%s = %s, want %s", attr, got, want)
		}
	}
	for attr, known := range map[string]bool{"long": true, "near": true, "longer": false, "far": false} {
		if o.Attr(attr).IsKnown() != known {
			t.Errorf("%s: known %v", attr, !known)
		}
	}
	if len(p.Diagnostics) != 1 || !strings.Contains(p.Diagnostics[0].Summary, "too large") {
		t.Errorf("diagnostics: %v", p.Diagnostics)
	}
}

// TestUnknowns merges what is known only after apply into what is known now.
func TestUnknowns(t *testing.T) {
	p := mustParse(t, `{"format_version":"1.2","resource_changes":[{"address":"aws_eip.a","mode":"managed","type":"aws_eip","name":"a","change":{"actions":["create"],"before":null,
		"after":{"list":[{"a":1},{"a":2}],"map":{"k":"v"},"none":null,"plain":"x","short":["one"]},
		"after_unknown":{"id":true,"list":[{"b":true},false],"map":{"late":true},"none":{"deep":[{"x":true}]},"plain":false,"short":[false,true],"block":[{"id":true}]}}}]}`)
	o := p.Resources[0].After
	for path, want := range map[string]string{"id": "?", "list.a": "1", "list.b": "?", "map.k": "v", "map.late": "?", "none.deep.x": "?", "plain": "x", "absent": "null", "block.id": "?"} {
		v := model.Get(o, path)
		got := "?"
		switch {
		case !v.IsKnown():
		case v.IsNull():
			got = "null"
		case want == "1":
			got = v.AsBigFloat().String()
		default:
			got = show(v)
		}
		if got != want {
			t.Errorf("%s = %s, want %s", path, got, want)
		}
	}
	if n := o.Attr("short").LengthInt(); n != 2 {
		t.Errorf("short has %d elements", n)
	}
	if got := strings.Join(o.Names(), " "); got != "block id list map none plain short" {
		t.Errorf("names: %s", got)
	}
}

// TestConcurrent reads one plan from many places at once.
func TestConcurrent(t *testing.T) {
	path, err := benchFile()
	if err != nil {
		t.Fatal(err)
	}
	p := mustLoad(t, path)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, r := range p.Resources[:300] {
				if show(r.After.Attr("tenancy")) != "default" {
					t.Error(r.Address, "has lost its tenancy")
				}
				p.Graph.References(r, "subnet_id")
				r.After.Release()
			}
			p.Graph.ReferencedBy(p.Resources[0])
		})
	}
	wait.Wait()
}

// TestKept bounds what a plan keeps in memory and how often it asks for some.
func TestAllocations(t *testing.T) {
	path, err := benchFile()
	if err != nil {
		t.Fatal(err)
	}
	allocs := testing.AllocsPerRun(3, func() { mustLoad(t, path) })
	if per := allocs / benchResources; per > 130 {
		t.Errorf("%.0f allocations a resource, more than 130", per)
	}
}
