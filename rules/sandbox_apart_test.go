package rules

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// besideIt is a pack of another stranger, whose rule always speaks.
func besideIt() Source {
	return stranger(`findings contains {"message": "y"}`).with("acme.cost.it", "other.cost.beside").moved("cost/it", "cost/beside").named("other/cloud", "other")
}

func (s Source) named(name, namespace string) Source {
	s.Name, s.Namespace = name, namespace
	return s
}

// ruleOf finds a compiled rule.
func ruleOf(t *testing.T, j *Judge, id string) *rule {
	t.Helper()
	for _, u := range j.units {
		for _, r := range u.rules {
			if r.file.id == id {
				return r
			}
		}
	}
	t.Fatalf("no rule %s", id)
	return nil
}

// A step that does not end is left behind: the rule is named, its pack is not
// asked any more, and the others go on.
func TestWhatDoesNotStopIsLeftBehind(t *testing.T) {
	hooked := make(chan Stuck, 9)
	j := compiled(t, Settings{Limits: Limits{Rule: 40 * time.Millisecond, Grace: 40 * time.Millisecond}, Stuck: func(s Stuck) { hooked <- s }},
		[]string{"aws_ebs_volume"}, stranger(`findings contains {"message": "x"}`), besideIt())
	r, w := ruleOf(t, j, "cost/it"), j.Worker()
	before := w.slot
	forever := make(chan struct{})
	defer close(forever)
	_, err := apart(w, r, func(w *Worker) (bool, error) {
		w.slot.begin(j.watch, &evaluation{[]question{{rule: r}}, "aws_ebs_volume.a"}, 1)
		<-forever
		return true, nil
	})
	if err == nil || !strings.Contains(err.Error(), "no answer within 40ms, and did not stop; its pack is not asked any more") {
		t.Errorf("%v", err)
	}
	if w.slot == before {
		t.Error("the goroutine goes on in the place of what it left behind")
	}
	fs, err := w.Resource(context.Background(), volume(nil))
	if len(fs) != 1 || fs[0].Rule != "cost/beside" {
		t.Errorf("the other stranger was not heard: %+v", fs)
	}
	var e *Error
	if !errors.As(err, &e) || e.Rule != "cost/it" || e.Pack != "acme/cloud" {
		t.Errorf("%v", err)
	}
	select {
	case s := <-hooked:
		t.Errorf("the process was ended: %v", s)
	default:
	}
}

// Where memory is full and it goes on, the process is ended after all.
func TestWhatSwellsEndsTheProcess(t *testing.T) {
	r := &rule{unit: &unit{pack: &pack{source: Source{Name: "acme/cloud"}}, custody: &custody{}}, file: &ruleFile{header: header{id: "cost/it"}}}
	hooked := make(chan Stuck, 9)
	w := &watchdog{limits: Limits{Rule: beat, Grace: 2 * beat, Memory: 1}, hook: func(s Stuck) { hooked <- s }}
	s := &slot{left: make(chan struct{})}
	s.renew()
	w.tick.Store(1)
	s.begin(w, &evaluation{[]question{{rule: r}}, "aws_ebs_volume.a"}, 1)
	look := func(full bool) {
		now := w.tick.Add(1)
		w.look(s, now-s.since.Load(), full)
	}
	for range 6 {
		look(false)
	}
	select {
	case <-s.left:
	default:
		t.Fatal("it was not left behind")
	}
	look(true)
	look(false) // it went down again
	for range 3 {
		look(true)
	}
	if len(hooked) != 0 {
		t.Fatal("the process was ended before the time of grace")
	}
	for range 5 {
		look(true)
	}
	if len(hooked) != 1 {
		t.Fatalf("the hook was called %d times", len(hooked))
	}
	if got := <-hooked; got.Pack != "acme/cloud" || got.Rules[0] != "cost/it" {
		t.Errorf("%+v", got)
	}
}

func TestPanicIsTheRulesOwn(t *testing.T) {
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, stranger(`findings contains {"message": "x"}`))
	w := j.Worker()
	_, err := apart(w, ruleOf(t, j, "cost/it"), func(*Worker) (bool, error) { panic("makeslice: len out of range") })
	if err == nil || !strings.Contains(err.Error(), "the evaluator gave up: makeslice") {
		t.Error(err)
	}
}

// A rule that ran out of its time is not asked about the next resource.
func TestOutOfTimeOnce(t *testing.T) {
	j := compiled(t, Settings{Limits: Limits{Rule: 60 * time.Millisecond, Grace: time.Hour}}, []string{"aws_ebs_volume"}, stranger(endless), besideIt())
	for i := range 2 {
		fs, err := j.Resource(context.Background(), volume(nil))
		if len(fs) != 1 || err == nil || !strings.Contains(err.Error(), "no answer within 60ms") {
			t.Errorf("asked %d times: %+v, %v", i+1, fs, err)
		}
		r := ruleOf(t, j, "cost/it")
		if r.shut() == "" {
			t.Error("it would be asked again")
		}
		if ruleOf(t, j, "cost/beside").shut() != "" {
			t.Error("another pack is not asked any more")
		}
	}
}

// All rules of a pack together have a share of the run.
func TestShareOfTheRun(t *testing.T) {
	j := compiled(t, Settings{Limits: Limits{Pack: 1}}, []string{"aws_ebs_volume"},
		stranger(`findings contains {"message": "x"}`), one("", `findings contains {"message": "y"}`).moved("cost/it", "cost/ours").with("cost.it", "cost.ours"))
	fs, err := j.Resource(context.Background(), volume(nil))
	if err == nil || len(fs) != 1 || fs[0].Rule != "cost/ours" || !strings.Contains(err.Error(), "taken more than the 1ns that a pack may take of a run") {
		t.Errorf("%+v, %v", fs, err)
	}
}

func TestImmodestFindings(t *testing.T) {
	long := `concat("", [x | some i in numbers.range(1, 400); x := "abc"])`
	for body, want := range map[string]string{
		`"path": ` + long:    "path of a finding is longer than 1000 bytes",
		`"key": ` + long:     "key of a finding is longer",
		`"address": ` + long: "address of a finding is longer",
		`"related": [x | some i in numbers.range(1, 101); x := "a"]`:                         "names more than 100 others",
		`"related": [` + long + `]`:                                                          "an address in a finding is longer",
		`"rests_on": [` + long + `]`:                                                         "an address in a finding is longer",
		`"facts": {"a": [x | some i in numbers.range(1, 2000); x := [i]]}`:                   "facts of a finding are more than",
		`"change": {"size": concat("", [x | some i in numbers.range(1, 9000); x := "abc"])}`: "change of a finding are more than",
		`"exposure": to_number("123456789012345678901234567890123")`:                         "no amount of money",
	} {
		finding := `findings contains {"message": "x", ` + body + `}`
		j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, stranger(finding), besideIt())
		fs, err := j.Resource(context.Background(), volume(nil))
		if len(fs) != 1 || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %+v, %v; want %q", body, fs, err, want)
		}
	}
}

// Bounds count what built-ins make; what they let through gives what OPA's own
// give.
func TestBounds(t *testing.T) {
	for name := range bounds() {
		if !permitted()[name] {
			t.Errorf("%s is bounded, and not allowed at all", name)
		}
		if bounded()[boundPrefix+name] == nil {
			t.Errorf("%s is no built-in of this OPA", name)
		}
	}
	cases := []struct {
		name, args string
		over       bool
	}{
		{"concat", `["-", ["a", "b"]]`, false},
		{"concat", `["-", {"a", "b"}]`, false},
		{"replace", `["aaa", "a", "bb"]`, false},
		{"replace", `["abc", "", "-"]`, false},
		{"strings.replace_n", `[{"a": "b"}, "aaa"]`, false},
		{"sprintf", `["%5d|%-8.3f|%%|%s", [1, 2.5, "x"]]`, false},
		{"sprintf", `["%9000000000d", [1]]`, false}, // which Go refuses to write
		{"sprintf", `["%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d", [1]]`, true},
		{"sprintf", `["%*d%*d%*d%*d%*d%*d%*d%*d%*d", [999999, 1]]`, true},
		{"sprintf", `["%.999999d%.999999d%.999999d%.999999d%.999999d%.999999d%.999999d%.999999d%.999999d", [1]]`, true},
		{"split", `["a,b", ","]`, false},
		{"regex.match", `["^a+$", "aaa"]`, false},
		{"regex.replace", `["aaa", "a", "b"]`, false},
		{"regex.find_n", `["a", "aaa", 2]`, false},
		{"array.concat", `[[1], [2]]`, false},
		{"mul", `[3, 4]`, false},
		{"product", `[[2, 3]]`, false},
		{"product", `[{2, 3}]`, false},
		{"graph.reachable", `[{"a": ["b"], "b": []}, ["a"]]`, false},
		{"net.cidr_merge", `[["10.0.0.0/9", "10.128.0.0/9"]]`, false},
		{"glob.match", `["*.com", ["."], "a.com"]`, false},
		{"json.unmarshal", `["[1]"]`, false},
	}
	for _, c := range cases {
		args := ast.MustParseTerm(c.args).Value.(*ast.Array)
		var operands []*ast.Term
		args.Foreach(func(a *ast.Term) { operands = append(operands, a) })
		run := func(f topdown.BuiltinFunc) (got *ast.Term, err error) {
			err = f(topdown.BuiltinContext{Context: context.Background()}, operands, func(a *ast.Term) error { got = a; return nil })
			return got, err
		}
		got, err := run(bounded()[boundPrefix+c.name].Func)
		var over *excess
		if errors.As(err, &over) != c.over {
			var halt topdown.Halt
			if !errors.As(err, &halt) || !c.over {
				t.Errorf("%s(%s): %v", c.name, c.args, err)
			}
		}
		if c.over {
			continue
		}
		want, err := run(topdown.GetBuiltin(c.name))
		if err != nil || got == nil || !got.Equal(want) {
			t.Errorf("%s(%s): %v, want %v (%v)", c.name, c.args, got, want, err)
		}
	}
}

// What is made by sprintf is never more than what was reckoned.
func TestReckonedFormats(t *testing.T) {
	for _, args := range []string{
		`["%10d", [1]]`, `["%-10d", [1]]`, `["%+010.5f", [1.5]]`, `["%[2]*[1]d", [1, 20]]`, `["%%%10s%%", ["a"]]`, `["%q", ["aaaa\n"]]`,
		`["%.20d", [7]]`, `["%x", ["abcd"]]`, `["%v", ["abcd"]]`, `["%# x", ["abcd"]]`, `["%U", [1]]`, `["%!", [1]]`, `["%d", ["text"]]`, `["%5", [1]]`,
	} {
		a := ast.MustParseTerm(args).Value.(*ast.Array)
		operands := []*ast.Term{a.Elem(0), a.Elem(1)}
		var made int
		err := topdown.GetBuiltin("sprintf")(topdown.BuiltinContext{}, operands, func(t *ast.Term) error { made = length(t); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if most := reckoned(operands); most < made {
			t.Errorf("%s makes %d bytes, %d were reckoned", args, made, most)
		}
	}
}
