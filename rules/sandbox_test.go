package rules

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"
)

// stranger is a pack that is not trusted, of one rule, cost/it.
func stranger(body string) Source {
	return Source{Name: "acme/cloud", Namespace: "acme", FS: fstest.MapFS{
		"cost/it/rule.rego": {Data: []byte("# METADATA\n# title: A title\n# custom:\n#   severity: low\npackage iacpack.acme.cost.it\n\n" + body + "\n")},
	}}
}

// refused is what the compilation of a pack complains of.
func refused(t *testing.T, settings Settings, packs ...Source) string {
	t.Helper()
	set, diags := Open(packs, settings)
	if !diags.HasErrors() {
		_, diags = set.Compile(context.Background(), []string{"aws_ebs_volume"})
	}
	var out []string
	for _, d := range diags {
		out = append(out, d.Summary+": "+d.Detail)
	}
	return strings.Join(out, "\n")
}

func TestForbiddenBuiltins(t *testing.T) {
	calls := map[string]string{
		"http.send":                                 `http.send({"method": "get", "url": "https://example.com"})`,
		"net.lookup_ip_addr":                        `net.lookup_ip_addr("example.com")`,
		"net.cidr_expand":                           `net.cidr_expand("10.0.0.0/8")`,
		"opa.runtime":                               `opa.runtime()`,
		"rego.parse_module":                         `rego.parse_module("a", "package a")`,
		"time.now_ns":                               `time.now_ns()`,
		"rand.intn":                                 `rand.intn("a", 2)`,
		"uuid.rfc4122":                              `uuid.rfc4122("a")`,
		"bits.lsh":                                  `bits.lsh(1, 20000000000)`,
		"graph.reachable_paths":                     `graph.reachable_paths({"a": []}, {"a"})`,
		"trace":                                     `trace("a")`,
		"print":                                     `print("a")`,
		"io.jwt.encode_sign":                        `io.jwt.encode_sign({}, {}, {})`,
		"io.jwt.decode_verify":                      `io.jwt.decode_verify("a", {})`,
		"crypto.x509.parse_certificates":            `crypto.x509.parse_certificates("a")`,
		"providers.aws.sign_req":                    `providers.aws.sign_req({}, {}, 1)`,
		"json.verify_schema":                        `json.verify_schema({})`,
		"json.match_schema":                         `json.match_schema({}, {})`,
		"rego.metadata.rule":                        `rego.metadata.rule()`,
		"strings.render_template":                   `strings.render_template("a", {})`,
		"numbers.range_step":                        `numbers.range_step(1, 9, 2)`,
		"graphql.parse":                             `graphql.parse("a", "b")`,
		"crypto.hmac.sha256":                        `crypto.hmac.sha256("a", "b")`,
		"crypto.parse_private_keys":                 `crypto.parse_private_keys("a")`,
		"urlquery.decode_object":                    `urlquery.decode_object("a")`,
		"crypto.x509.parse_rsa_private_key":         `crypto.x509.parse_rsa_private_key("a")`,
		"crypto.x509.parse_and_verify_certificates": `crypto.x509.parse_and_verify_certificates("a")`,
	}
	for name, call := range calls {
		got := refused(t, Settings{}, stranger(`findings contains {"message": "x"} if `+call))
		if !strings.Contains(got, name) || !strings.Contains(got, "cost/it/rule.rego") || !strings.Contains(got, "acme/cloud") {
			t.Errorf("%s: %q", name, got)
		}
		// The core pack gets no more than a stranger's; the compiler drops print.
		if got := refused(t, Settings{}, one("", `findings contains {"message": "x"} if `+call)); got == "" && name != "print" {
			t.Errorf("%s is let in by the core pack", name)
		}
	}
}

// Every name on the list is a built-in of the OPA we link, and none of those
// that depend on more than their arguments.
func TestAllowedBuiltins(t *testing.T) {
	for name := range strings.FieldsSeq(allowed) {
		b := ast.BuiltinMap[name]
		if b == nil {
			t.Errorf("%s is no built-in of this OPA", name)
		} else if b.Nondeterministic {
			t.Errorf("%s does not always give the same answer", name)
		}
	}
	if len(capabilities().AllowNet) != 0 || capabilities().AllowNet == nil {
		t.Error("hosts are allowed")
	}
}

// refusedBuiltins are those of the OPA we link that someone has looked at and
// kept out. One that is on neither list is new: read what it does, and put it
// on one of them.
const refusedBuiltins = `
bits.lsh bits.rsh cast_array cast_boolean cast_null cast_object cast_set cast_string
crypto.hmac.equal crypto.hmac.md5 crypto.hmac.sha1 crypto.hmac.sha256 crypto.hmac.sha512 crypto.md5 crypto.sha1
crypto.parse_private_keys crypto.x509.parse_and_verify_certificates crypto.x509.parse_and_verify_certificates_with_options
crypto.x509.parse_certificate_request crypto.x509.parse_certificates crypto.x509.parse_keypair crypto.x509.parse_rsa_private_key
graph.reachable_paths graphql.is_valid graphql.parse graphql.parse_and_verify graphql.parse_query graphql.parse_schema graphql.schema_is_valid
http.send internal.print io.jwt.decode io.jwt.decode_verify io.jwt.encode_sign io.jwt.encode_sign_raw
io.jwt.verify_eddsa io.jwt.verify_es256 io.jwt.verify_es384 io.jwt.verify_es512 io.jwt.verify_hs256 io.jwt.verify_hs384 io.jwt.verify_hs512
io.jwt.verify_ps256 io.jwt.verify_ps384 io.jwt.verify_ps512 io.jwt.verify_rs256 io.jwt.verify_rs384 io.jwt.verify_rs512
json.marshal_with_options json.match_schema json.verify_schema net.cidr_expand net.lookup_ip_addr numbers.range_step
opa.runtime print providers.aws.sign_req rand.intn re_match rego.metadata.chain rego.metadata.rule rego.parse_module
strings.render_template time.now_ns trace urlquery.decode_object urlquery.encode_object
uuid.parse uuid.rfc4122 yaml.marshal
`

func TestEveryBuiltinWasLookedAt(t *testing.T) {
	allow, refuse := listed(allowed), listed(refusedBuiltins)
	for _, b := range ast.CapabilitiesForThisVersion().Builtins {
		switch {
		case allow[b.Name] && refuse[b.Name]:
			t.Errorf("%s is allowed and refused", b.Name)
		case !allow[b.Name] && !refuse[b.Name]:
			t.Errorf("%s is new in this OPA, or was never looked at: allow it in sandbox.go, or refuse it here", b.Name)
		}
		delete(refuse, b.Name)
	}
	for name := range refuse {
		t.Errorf("%s is refused, and this OPA has no such built-in", name)
	}
}

func listed(list string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		out[name] = true
	}
	return out
}

func TestRefusedPacks(t *testing.T) {
	deep := strings.Repeat("[1 | [] == ", 9) + "[]" + strings.Repeat("]", 9)
	cases := []struct {
		name, want string
		pack       Source
	}{
		{"deep nesting", "9 comprehensions inside each other", stranger(`findings contains {"message": "x"} if ` + deep + ` == []`)},
		{"another pack's data", "is not of this pack", stranger(`findings contains {"message": "x"} if data.iacpack.other.cost.a.findings`)},
		{"all data", "is not of this pack", stranger(`findings contains {"message": "x"} if data[_]`)},
		{"our package", "the package must be iacpack.acme.cost.it", Source{Name: "acme/cloud", Namespace: "acme",
			FS: fstest.MapFS{"cost/it/rule.rego": {Data: []byte(rego("cost.it", "", gp2))}}}},
		{"the name of a core rule", "is also in pack", Source{Name: "acme/cloud", Namespace: "acme",
			FS: fstest.MapFS{"cost/gp2-volume/rule.rego": {Data: []byte(rego("x", "", gp2))}}}},
		{"no findings", "must say what is wrong as a set", stranger(`findings := 1`)},
		{"not Rego", "cost/it/rule.rego", stranger(`findings contains`)},
		{"no METADATA", "has no METADATA", Source{Name: "a", FS: fstest.MapFS{"cost/it/rule.rego": {Data: []byte("package iacpack.a.cost.it\n")}}}},
		{"in the wrong place", "a rule lies in <family>/<rule>/", packOf(map[string]string{"it/rule.rego": rego("it", "", gp2)})},
		{"two in a folder", "One folder holds one rule", packOf(map[string]string{"cost/it/a.rego": rego("cost.it", "", gp2), "cost/it/b.rego": rego("cost.it", "", gp2)})},
		{"unknown key", "key severty is not known", stranger(`findings contains {"message": "x"}`).with("#   severity: low", "#   severity: low\n#   severty: low")},
		{"unknown severity", `severity is "grave"`, stranger(`findings contains {"message": "x"}`).with("severity: low", "severity: grave")},
		{"METADATA that is no YAML", "Mistake in the METADATA", stranger(`findings contains {"message": "x"}`).with("severity: low", "severity: [")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := refused(t, Settings{}, c.pack, Core()); !strings.Contains(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// with replaces text in the files of a pack in memory.
func (s Source) with(old, replacement string) Source {
	out := fstest.MapFS{}
	for name, f := range s.FS.(fstest.MapFS) {
		out[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), old, replacement))}
	}
	s.FS = out
	return s
}

func TestMistakesNameTheirLine(t *testing.T) {
	set, diags := Open([]Source{stranger(`findings contains {"message": "x"}`).with("severity: low", "severty: low")}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	_, diags = set.Rules()
	if len(diags) == 0 || diags[0].Subject.Filename != "acme/cloud/cost/it/rule.rego" || diags[0].Subject.Start.Line != 4 {
		t.Errorf("%v", diags)
	}
	src := set.Files()[diags[0].Subject.Filename].Bytes
	if got := string(src[diags[0].Subject.Start.Byte:diags[0].Subject.End.Byte]); got != "#   severty: low" {
		t.Errorf("the range quotes %q", got)
	}
}

// endless takes longer than anybody waits, in steps that can be stopped.
const endless = `findings contains {"message": "x"} if {
	some a in numbers.range(1, 100000)
	some b in numbers.range(1, 100000)
	a * b == 7.5
}`

func TestDeadlineNamesTheRule(t *testing.T) {
	limits := Limits{Rule: 100 * time.Millisecond, Grace: time.Hour}
	for _, pack := range []Source{stranger(endless), one("", endless)} {
		j := compiled(t, Settings{Limits: limits}, []string{"aws_ebs_volume"}, pack, packOf(map[string]string{
			"cost/other/rule.rego": rego("cost.other", "", `findings contains {"message": "y"}`)}))
		fs, err := j.Resource(context.Background(), volume(nil))
		var e *Error
		if !errors.As(err, &e) || e.Rule != "cost/it" || e.Pack != pack.ID() || !strings.Contains(e.Error(), "no answer within 100ms") {
			t.Errorf("%v", err)
		}
		if len(fs) != 1 || fs[0].Rule != "cost/other" {
			t.Errorf("the other rule was not heard: %+v", fs)
		}
	}
}

func TestCancelledRunIsAnError(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	set, _ := Open([]Source{one("", endless)}, Settings{})
	j, diags := set.Compile(ctx, []string{"aws_ebs_volume"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	defer j.Close()
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := j.Resource(ctx, volume(nil)); err == nil {
		t.Error("no error")
	}
}

// The watchdog calls the hook for an evaluation that does not heed its cancel
// flag; here the flag is never looked at, because nothing is evaluated.
func TestWatchdogBarks(t *testing.T) {
	barked := make(chan Stuck, 1)
	w := newWatchdog(context.Background(), Limits{Rule: 40 * time.Millisecond, Grace: 40 * time.Millisecond, Memory: 1 << 60}, func(s Stuck) { barked <- s })
	defer w.close()
	s := w.slot()
	u := &unit{pack: &pack{source: Source{Name: "acme/cloud", Version: "1"}}}
	s.begin(w, &evaluation{[]question{{rule: &rule{unit: u, file: &ruleFile{header: header{id: "cost/it"}}}}}, "aws_instance.a"}, 1)
	got := <-barked
	if got.Pack != "acme/cloud@1" || got.Rules[0] != "cost/it" || got.Address != "aws_instance.a" || !strings.Contains(got.Error(), "does not stop") {
		t.Errorf("%+v", got)
	}
	if why := s.end(); why == "" {
		t.Error("the evaluation does not know that it was stopped")
	}
}

func TestMemoryLimit(t *testing.T) {
	j := compiled(t, Settings{Limits: Limits{Memory: 1, Grace: time.Hour}}, []string{"aws_ebs_volume"}, stranger(endless))
	_, err := j.Resource(context.Background(), volume(nil))
	if err == nil || !strings.Contains(err.Error(), "memory over the limit") {
		t.Errorf("%v", err)
	}
}

func TestFlood(t *testing.T) {
	j := compiled(t, Settings{Limits: Limits{Findings: 3, Message: 20}}, []string{"aws_ebs_volume"},
		stranger(`findings contains {"message": sprintf("%d %s", [i, concat("", [x | some i in numbers.range(1, 500); x := "é"])]), "key": sprintf("%d", [i])} if some i in numbers.range(1, 50)`))
	fs := ask1(t, j, volume(nil))
	if len(fs) != 3 {
		t.Fatalf("%d findings", len(fs))
	}
	cut := 0
	for _, f := range fs {
		if !strings.Contains(f.Message, "… (cut; 50") || len([]rune(f.Message)) > 120 {
			t.Errorf("%q", f.Message)
		}
		cut += f.Cut
	}
	if cut != 47 {
		t.Errorf("%d findings cut off, want 47", cut)
	}
}

func TestBadRuleIsAlone(t *testing.T) {
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, packOf(map[string]string{
		"cost/bad/rule.rego": rego("cost.bad", "", `findings contains {"message": "x"} if f(1) == 2
f(x) := 2 if x == 1
f(x) := 3 if x < 2`),
		"cost/good/rule.rego":    rego("cost.good", "", `findings contains {"message": "y"}`),
		"cost/strange/rule.rego": rego("cost.strange", "", `findings contains {"text": "y"}`),
	}))
	fs, err := j.Resource(context.Background(), volume(nil))
	if len(fs) != 1 || fs[0].Rule != "cost/good" {
		t.Errorf("%+v", fs)
	}
	for _, want := range []string{"rule cost/bad of pack iaclint/core@9", "produced conflicting values", "rule cost/strange", `key "text"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not say %q", err, want)
		}
	}
}

func TestCompileDeadline(t *testing.T) {
	got := refused(t, Settings{Limits: Limits{Compile: 1}}, stranger(gp2))
	if !strings.Contains(got, "Pack acme/cloud: not compiled within 1ns") {
		t.Error(got)
	}
}

func TestConcurrentUse(t *testing.T) {
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", gp2), stranger(gp2).with("acme.cost.it", "acme.cost.too").moved("cost/it", "cost/too"))
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 50 {
				typ := "gp2"
				if (i+k)%2 == 0 {
					typ = "gp3"
				}
				fs, err := j.Resource(context.Background(), volume(map[string]cty.Value{"type": cty.StringVal(typ), "size": cty.NumberIntVal(int64(k))}))
				if err != nil || len(fs) != map[string]int{"gp2": 2, "gp3": 0}[typ] {
					t.Errorf("%s: %v, %v", typ, fs, err)
					return
				}
				for _, f := range fs {
					if f.Message != fmt.Sprintf("%d GB on gp2", k) {
						t.Errorf("%q in round %d", f.Message, k)
					}
				}
			}
		})
	}
	wg.Wait()
}

// moved puts the files of a folder of a pack in memory into another.
func (s Source) moved(from, to string) Source {
	out := fstest.MapFS{}
	for name, f := range s.FS.(fstest.MapFS) {
		out[strings.Replace(name, from, to, 1)] = f
	}
	s.FS = out
	return s
}
