package rules

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// steps writes the same line for numbers from 0 on.
func steps(n int, line string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("N1", fmt.Sprint(i+1), "N", fmt.Sprint(i)).Replace(line) + "\n")
	}
	return b.String()
}

// text makes a text of as many letters, in Rego.
func text10(n int) string {
	return fmt.Sprintf(`concat("", [x | some i in numbers.range(1, %d); x := "aaaaaaaaaa"])`, n/10)
}

// hostile is what a stranger's rule does, and a word of why it is stopped; ""
// where it comes to an end by itself.
var hostile = []struct{ what, body, want string }{
	{"endless loop", "some a in numbers.range(1, 100000)\nsome b in numbers.range(1, 100000)\na * b == 7.5", "no answer within"},
	{"long range", "count(numbers.range(1, 1000000000)) == 3", "numbers.range would take or make"},
	{"text doubled", `s0 := "xxxxxxxxxxxxxxxx"` + "\n" + steps(40, `sN1 := concat("", [sN, sN])`) + `s40 == "y"`, "concat would take or make"},
	{"text in a text", "a := " + text10(1_000_000) + "\nb := replace(a, \"a\", a)\nb == \"x\"", "replace would take or make"},
	{"texts in a text", "a := " + text10(1_000_000) + "\nb := strings.replace_n({\"a\": a}, a)\nb == \"x\"", "strings.replace_n would take or make"},
	{"widths of formats", "f := concat(\"\", [x | some i in numbers.range(1, 1000); x := \"%999999d\"])\nsprintf(f, numbers.range(1, 1000)) == \"y\"", "sprintf would take or make"},
	{"widths as operands", "f := concat(\"\", [x | some i in numbers.range(1, 1000); x := \"%[1]*d\"])\nsprintf(f, [999999]) == \"y\"", "sprintf would take or make"},
	{"numbers multiplied", "n0 := 12345678901234567890\n" + steps(40, "nN1 := nN * nN") + "n40 == 1", "mul would take or make"},
	{"product", "product(numbers.range(1, 300000)) == 1", "product would take or make"},
	{"expression over much", "a := " + text10(1_000_000) + "\np := concat(\"\", [x | some i in numbers.range(1, 200); x := \"(a|b|c){1,9}\"])\nregex.match(p, a)", "regex.match would take or make"},
	{"long expression", "p := " + text10(100_000) + "\nregex.match(p, \"a\")", "regex.match would take or make"},
	{"expression replaced", "a := " + text10(1_000_000) + "\nregex.replace(a, \"a\", a) == \"x\"", "regex.replace would take or make"},
	{"text taken apart", "a := " + text10(4_000_000) + "\ncount(split(a, \"\")) == 3", "split would take or make"},
	{"lists doubled", "a0 := numbers.range(1, 1000)\n" + steps(30, "aN1 := array.concat(aN, aN)") + "count(a30) == 1", "array.concat would take or make"},
	{"graph", "g := {x: y | some x in numbers.range(1, 600); y := numbers.range(1, 600)}\ngraph.reachable(g, {1}) == set()", "graph.reachable would take or make"},
	{"networks", "count(net.cidr_merge([x | some i in numbers.range(1, 9000); x := sprintf(\"10.%d.%d.0/24\", [i % 250, i])])) == -1", "net.cidr_merge would take or make"},
	{"large numbers", `to_number("1e646456990") + 1 == 3`, ""},
	{"aliases in YAML", `count(yaml.unmarshal("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n")) == 0`, ""},
	{"deep JSON", "s := concat(\"\", [x | some i in numbers.range(1, 1000); x := \"[[[[[[[[[[[[[[[[[[[[\"])\njson.is_valid(s)", ""},
	{"stars in a pattern", "a := " + text10(3000) + "\nglob.match(\"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b\", [], a)", ""},
	{"a hundred thousand findings", "some i in numbers.range(1, 100000)", ""},
}

// refusedRules are files that are not compiled, and a word of why.
func refusedRules() map[string]struct{ source, want string } {
	const f = `findings contains {"message": "x"} if `
	return map[string]struct{ source, want string }{
		"network":           {f + `http.send({"method": "get", "url": "https://example.com"})`, "rules may not call http.send"},
		"network by with":   {f + "{\n x := count([1]) with count as http.send\n x\n}", "http.send"},
		"environment":       {f + "opa.runtime().env.HOME", "rules may not call opa.runtime"},
		"shift":             {f + "bits.lsh(1, 20000000000) == 1", "rules may not call bits.lsh"},
		"paths of a graph":  {f + `graph.reachable_paths({"a": ["b"]}, {"a"}) == set()`, "rules may not call graph.reachable_paths"},
		"all data":          {f + "{\n x := data\n x.y\n}", "is not of this pack"},
		"walk through data": {f + "walk(data, [p, v])", "is not of this pack"},
		"another pack":      {"import data.iacpack.other as o\n\n" + f + "o.cost.a.findings", "is not of this pack"},
		"comprehensions":    {f + strings.Repeat("[1 | [] == ", 40) + "[]" + strings.Repeat("]", 40) + " == []", "40 comprehensions inside each other"},
		"brackets":          {f + "1 == " + strings.Repeat("[", 100_000), "recursion depth"},
		"every":             {f + "{\n" + strings.Repeat("every a in [1] { ", 500) + "true" + strings.Repeat(" }", 500) + "\n}", "inside each other"},
		"long file":         {f + `input.x == "` + strings.Repeat("a", 300_000) + `"`, "bytes; at most"},
		"rules in a row":    {"r0 := 1\n" + steps(5000, "rN1 := [rN]") + f + "r5000 == 1", "501 rules"},
		"else":              {"r := 1 if false\n" + steps(2000, "else := N if false") + f + "r == 1", "501 rules"},
		"long body":         {f + "{\n" + steps(2000, "input.resource.values.aN") + "}", "2000 expressions in one body"},
		"long reference":    {f + "input" + strings.Repeat(".a", 50_000), "50001 parts in one reference"},
		"with upon with":    {f + "{\n true" + strings.Repeat(" with input.a as 1", 5000) + "\n}", "5000 with on one expression"},
		"large number":      {f + "floor(1e646456990) == 3", "number too big"},
		"another package":   {"", "the package must be iacpack.pack.cost.it"},
	}
}

// binary builds iaclint once.
func binary(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "iaclint")
	if out, err := exec.Command("go", "build", "-o", name, "../cmd/iaclint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return name
}

const hostilePlan = `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[
{"address":"aws_ebs_volume.a","mode":"managed","type":"aws_ebs_volume","name":"a","provider_name":"registry.terraform.io/hashicorp/aws",
"change":{"actions":["create"],"before":null,"after":{"availability_zone":"eu-central-1a","size":100,"type":"gp2"},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}},
{"address":"aws_ebs_volume.b","mode":"managed","type":"aws_ebs_volume","name":"b","provider_name":"registry.terraform.io/hashicorp/aws",
"change":{"actions":["create"],"before":null,"after":{"availability_zone":"eu-central-1a","size":200,"type":"gp2"},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}}],
"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-central-1"}}}}}}`

// ran is what came of a run of the binary on a plan with a rule of a stranger.
type ran struct {
	code   int
	stderr string
	report struct {
		Diagnostics []struct{ Severity, Detail string }
		Projects    []struct {
			Findings []struct{ Rule, Message string }
		}
	}
}

// judgeWhole runs the binary with a limit on its address space, so that a process
// that grows without bounds is killed and the test fails.
func judgeWhole(t *testing.T, program, rule string) (out ran) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"plan.json": hostilePlan, "pack/cost/it/rule.rego": rule} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, "check", "plan.json", "--packs", "pack", "--format", "json", "--fail-on", "never")
	if runtime.GOOS == "linux" {
		cmd = exec.Command("sh", "-c", `ulimit -v 3000000; exec "$@"`, "sh", program, "check", "plan.json", "--packs", "pack", "--format", "json", "--fail-on", "never")
	}
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.Output()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	out.code, out.stderr = cmd.ProcessState.ExitCode(), stderr.String()
	if len(stdout) > 0 {
		if err := json.Unmarshal(stdout, &out.report); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Contains(out.stderr, "goroutine ") {
		t.Errorf("a trace of Go:\n%.2000s", out.stderr)
	}
	return out
}

func strangers(body string) string {
	return "# METADATA\n# title: A title\n# custom:\n#   severity: low\n#   types: [aws_ebs_volume]\npackage iacpack.acme.cost.it\n\n" + body + "\n"
}

// Every hostile rule is stopped, in a process of bounded size, with exit code
// 2 and its name, and the findings of the core pack are in the report.
func TestHostileRules(t *testing.T) {
	program := binary(t)
	for _, c := range hostile {
		t.Run(c.what, func(t *testing.T) {
			got := judgeWhole(t, program, strangers("findings contains {\"message\": \"x\", \"key\": k} if {\n"+c.body+"\nk := \"k\"\n}"))
			if strings.Contains(c.what, "findings") {
				got = judgeWhole(t, program, strangers("findings contains {\"message\": \"x\", \"key\": sprintf(\"%d\", [i])} if "+c.body))
			}
			core, said := 0, ""
			for _, p := range got.report.Projects {
				for _, f := range p.Findings {
					if f.Rule == "cost/gp2-volume" {
						core++
					}
				}
			}
			for _, d := range got.report.Diagnostics {
				said += d.Detail + "\n"
			}
			if core != 2 {
				t.Errorf("%d findings of the core pack, want 2 (exit code %d)\n%s", core, got.code, got.stderr)
			}
			if want := map[bool]int{true: 0, false: 2}[c.want == ""]; got.code != want {
				t.Errorf("exit code %d, want %d\n%s", got.code, want, said)
			}
			if c.want != "" && (!strings.Contains(said, c.want) || !strings.Contains(said, "rule cost/it of pack acme could not judge aws_ebs_volume.")) {
				t.Errorf("it says %q, want %q", said, c.want)
			}
			if n := strings.Count(said, "cost/it"); n > 1 {
				t.Errorf("it is said %d times", n)
			}
		})
	}
}

// What is refused before it is asked costs its pack that rule: it is said with file
// and line, and what the core pack found is in the report.
func TestRefusedRules(t *testing.T) {
	program := binary(t)
	for what, c := range refusedRules() {
		t.Run(what, func(t *testing.T) {
			rule := strangers(c.source)
			if c.source == "" {
				rule = strings.Replace(strangers(`findings contains {"message": "x"}`), "iacpack.acme.cost.it", "iaclint.cost.gp2_volume", 1)
			}
			got := judgeWhole(t, program, rule)
			said := strings.Join(strings.Fields(got.stderr), " ")
			if got.code != 2 || !strings.Contains(said, c.want) || !strings.Contains(said, "cost/it/rule.rego:") || !strings.Contains(said, "its rule cost/it.") {
				t.Errorf("exit code %d: %s; want %q", got.code, got.stderr, c.want)
			}
			core, told := 0, ""
			for _, p := range got.report.Projects {
				for _, f := range p.Findings {
					if f.Rule == "cost/gp2-volume" {
						core++
					}
					if f.Rule == "cost/it" {
						t.Errorf("it found %+v", f)
					}
				}
			}
			for _, d := range got.report.Diagnostics {
				told += d.Severity + " " + d.Detail + "\n"
			}
			if core != 2 || !strings.Contains(told, "error Pack ") || !strings.Contains(told, "its rule cost/it.") {
				t.Errorf("%d findings of the core pack, want 2; the report says %s", core, told)
			}
		})
	}
}
