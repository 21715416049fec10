package rules

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// pieces is a pack of a stranger with some rules, by the name of their folder in
// cost/, and further files by their path.
func pieces(rules map[string]string, further map[string]string) Source {
	files := fstest.MapFS{}
	for name, body := range rules {
		text := strings.ReplaceAll(strangers(body), "iacpack.acme.cost.it", "iacpack.acme.cost."+name)
		files["cost/"+name+"/rule.rego"] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range further {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Source{Name: "acme/cloud", Namespace: "acme", FS: files, Mend: "Mend it."}
}

// heard compiles packs and lists the rules that are asked, and those that faults
// name, with what is wrong.
func heard(t *testing.T, settings Settings, types []string, packs ...Source) (asked, missing []string, why string) {
	t.Helper()
	set, diags := Open(packs, settings)
	j, more := set.Compile(context.Background(), types)
	if j == nil {
		t.Fatalf("nothing can be asked: %v", more)
	}
	t.Cleanup(j.Close)
	faults, others := Faults(append(diags, more...))
	if others.HasErrors() {
		t.Fatalf("the run ends: %v", others)
	}
	for _, d := range faults {
		f, _ := hcl.DiagnosticExtra[Fault](d)
		if f.Pack != "acme/cloud" || f.Mend != "Mend it." {
			t.Errorf("%+v", f)
		}
		for _, id := range f.Rules {
			if !slices.Contains(missing, id) {
				missing = append(missing, id)
			}
		}
		why += d.Summary + ": " + d.Detail + "\n"
	}
	slices.Sort(missing)
	for _, id := range j.Compiled() {
		if strings.HasPrefix(id, "cost/") && len(id) < 12 {
			asked = append(asked, id)
		}
	}
	return asked, missing, why
}

const fine = `findings contains {"message": "y"}`

// A mistake costs the rules it is in, or that use what it is in. The pack's other
// rules are asked, and those of other packs.
func TestFaultsStayWithTheirRules(t *testing.T) {
	lib := "package iacpack.acme.lib.sizes\n\nlarge := x\n"
	uses := "import data.iacpack.acme.lib.sizes\n\nfindings contains {\"message\": \"y\"} if sizes.large"
	for _, c := range []struct {
		what, why      string
		pack           Source
		asked, missing []string
	}{
		{"no mistake", "", pieces(map[string]string{"a": fine, "b": fine}, nil), []string{"cost/a", "cost/b"}, nil},
		{"not Rego", "var cannot be used for rule name", pieces(map[string]string{"a": fine, "b": `findings contain`}, nil), []string{"cost/a"}, []string{"cost/b"}},
		{"unsafe", "var x is unsafe", pieces(map[string]string{"a": `findings contains {"message": x}`, "b": fine, "c": fine}, nil), []string{"cost/b", "cost/c"}, []string{"cost/a"}},
		{"in what is shared", "var x is unsafe", pieces(map[string]string{"a": uses, "b": fine, "c": uses}, map[string]string{"lib/sizes.rego": lib}), []string{"cost/b"}, []string{"cost/a", "cost/c"}},
		{"METADATA", `severity is "grave"`, pieces(map[string]string{"a": fine}, map[string]string{"cost/b/rule.rego": strings.NewReplacer("low", "grave", "cost.it", "cost.b").Replace(strangers(fine))}), []string{"cost/a"}, []string{"cost/b"}},
		{"name of a core rule", "is also in pack iaclint/core", pieces(map[string]string{"a": fine}, map[string]string{"cost/gp2-volume/rule.rego": strings.Replace(strangers(fine), "cost.it", "cost.gp2_volume", 1)}), []string{"cost/a"}, []string{"cost/gp2-volume"}},
		{"files where none belong", "a rule lies in <family>/<rule>/", pieces(map[string]string{"a": fine, "b": fine}, map[string]string{"c/rule.rego": strangers(fine)}), nil, []string{"cost/a", "cost/b"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			asked, missing, why := heard(t, Settings{}, []string{"aws_ebs_volume"}, Core(), c.pack)
			if !slices.Equal(asked, c.asked) || !slices.Equal(missing, c.missing) {
				t.Errorf("asked %v, missing %v; want %v and %v", asked, missing, c.asked, c.missing)
			}
			if c.why != "" && !strings.Contains(why, c.why) || c.why == "" && why != "" {
				t.Errorf("it says %q, want %q", why, c.why)
			}
		})
	}
}

// Which rules are missing does not depend on which project of a run comes first.
func TestFaultsDoNotHangOnTheOrder(t *testing.T) {
	bad := strings.Replace(strangers(`findings contains {"message": x}`), "aws_ebs_volume", "aws_instance", 1)
	p := pieces(map[string]string{"good": fine}, map[string]string{"cost/it/rule.rego": bad})
	for _, types := range [][]string{{"aws_ebs_volume", "aws_instance"}, {"aws_instance", "aws_ebs_volume"}} {
		set, _ := Open([]Source{p}, Settings{})
		j, diags := set.Compile(context.Background(), types[:1])
		defer j.Close()
		diags = append(diags, j.Extend(context.Background(), types[1:])...)
		faults, others := Faults(diags)
		if len(faults) != 1 || len(others) != 0 || !slices.Equal(j.Compiled(), []string{"cost/good"}) {
			t.Errorf("%v first: %v, %v; asked %v", types[0], faults, others, j.Compiled())
		}
	}
}

// A slip in the settings is the matter of whoever wrote them, also where it is
// about a stranger's rule; a schema that is none is the pack's.
func TestSlipsInSettingsEndTheRun(t *testing.T) {
	with := func(params string) Source {
		text := strings.Replace(strangers(fine), "#   types", "#   params:\n"+params+"#   types", 1)
		return pieces(nil, map[string]string{"cost/it/rule.rego": text})
	}
	set := func(v any) Settings {
		return Settings{Rules: map[string]RuleSetting{"cost/it": {Params: map[string]any{"most": v}, Range: &hcl.Range{Filename: ".iaclint.hcl"}}}}
	}
	s, _ := Open([]Source{with("#     most: {type: number}\n")}, set("many"))
	if j, diags := s.Compile(context.Background(), []string{"aws_ebs_volume"}); j != nil || !strings.Contains(diags.Error(), "Wrong parameter for a rule") {
		t.Errorf("%v", diags)
	}
	_, missing, why := heard(t, set(3), []string{"aws_ebs_volume"}, with("#     most: {type: strange}\n"))
	if len(missing) != 1 || !strings.Contains(why, "its schema of parameters is wrong") {
		t.Errorf("%v: %s", missing, why)
	}
}

// What takes too long closes the pack, and nothing of it is compiled again; the
// goroutine that is left behind is watched.
func TestLateCompilerClosesThePack(t *testing.T) {
	hooked := make(chan Stuck, 9)
	settings := Settings{Limits: Limits{Compile: 1}, Stuck: func(s Stuck) { hooked <- s }}
	asked, missing, why := heard(t, settings, []string{"aws_ebs_volume"}, one("", gp2), pieces(map[string]string{"a": fine, "b": fine}, nil))
	if !slices.Equal(asked, []string{"cost/it"}) || !slices.Equal(missing, []string{"cost/a", "cost/b"}) || strings.Count(why, "not compiled within 1ns") != 1 {
		t.Errorf("asked %v, missing %v: %s", asked, missing, why)
	}
	set, _ := Open([]Source{pieces(map[string]string{"a": fine}, nil)}, Settings{Limits: Limits{Memory: 1}, Stuck: settings.Stuck})
	p := set.packs[0]
	set.guardLeft(p, p.rules, "too much", func() bool { return false })
	select {
	case s := <-hooked:
		if s.Error() != "pack acme/cloud, rule cost/a: too much" {
			t.Error(s)
		}
	case <-time.After(10 * time.Second):
		t.Error("nobody ended the process")
	}
	set.guardLeft(p, p.rules, "too much", func() bool { return true })
	if len(hooked) > 0 {
		t.Error("a compiler that came to its end ended the process")
	}
}
