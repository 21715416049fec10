package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

func usd(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func ptr[T any](v T) *T { return &v }

// The example in the documentation is the test input: it cannot go stale.
func TestDocumentedExample(t *testing.T) {
	page, err := os.ReadFile("../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(page), "```hcl\n")
	if !ok {
		t.Fatal("no example in docs/configuration.md")
	}
	src, _, _ := strings.Cut(rest, "```")
	got, diags := Parse([]byte(src), "repo/.iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := &Config{
		Path: "repo/.iaclint.hcl", Root: "repo",
		FailOn:           "high",
		SeverityBySaving: []Threshold{{"high", *usd("500")}, {"medium", *usd("50")}, {"low", *usd("5")}},
		Environments: []Environment{
			{Name: "prod", Production: true, Tags: map[string][]string{"env": {"prod", "production"}}, Workspaces: []string{"prod*"}, Paths: []string{"**/prod/**"}},
			{Name: "staging", Tags: map[string][]string{"env": {"staging", "qa"}}, Paths: []string{"**/staging/**"}},
		},
		DefaultEnvironment: "unknown",
		Projects: []Project{
			{Name: "prod", Path: "envs/app", VarFiles: []string{"envs/app/prod.tfvars"}, Vars: map[string]string{"replicas": "3", "zones": `["a", "b"]`, "owner": "web"}, Workspace: "prod"},
			{Name: "dev", Path: "envs/app", VarFiles: []string{"envs/app/dev.tfvars"}, Vars: map[string]string{}},
		},
		Rules: map[string]*Rule{
			"cost/gp2-volume": {Name: "cost/gp2-volume", Severity: "medium", Exclude: []string{"module.legacy.*", "sandbox/**"}, MinSaving: usd("1"), Params: map[string]any{}},
			"TAG-001": {Name: "TAG-001", Params: map[string]any{"required": []any{
				map[string]any{"key": "cost-center"}, map[string]any{"key": "owner"}}}},
			"lock-in/proprietary-service": {Name: "lock-in/proprietary-service", Enabled: ptr(false), Params: map[string]any{}},
		},
		Exclusions: []Exclusion{{Rule: "cost/nat-gateway-per-zone", Address: "module.vpc.*", Reason: "zone outage drill", Until: "2027-03-31"}},
		Guardrails: []Guardrail{
			{Name: "dev stays small", Paths: []string{"envs/dev/**"}, MonthlyUSD: usd("800"), MonthlyKg: usd("120")},
			{Name: "no jumps", IncreaseUSD: usd("1000"), IncreasePercent: usd("25")},
		},
		Purchases: []Purchase{{Name: "web is reserved", Option: "reserved-1y-no-upfront", Coverage: *usd("80"),
			Selector: Selector{Types: []string{"aws_instance", "aws_autoscaling_group"}, Tags: map[string][]string{"team": {"web"}}}}},
		Schedules:      []Schedule{{Name: "office hours", Hours: 50.0 * 730 / 168, Selector: Selector{Environments: []string{"nonprod"}, Addresses: []string{"module.app.*"}}}},
		Discounts:      []Discount{{Name: "enterprise agreement", Percent: *usd("9"), Keys: []string{"aws/ec2/*", "aws/rds/*"}}},
		PriceBooks:     []string{"prices/contract.csv"},
		MissingPrices:  MissingGap,
		Carbon:         Carbon{Grid: "average", Utilisation: ptr(50.0), LifespanYears: ptr(4.0)},
		ExcludeFolders: []string{"examples/**", "**/test/**"},
		DefaultRegions: map[string]string{"aws": "eu-west-1", "azurerm": "westeurope", "google": "europe-west1"},
		Usage:          []string{"usage.yml"},
		Cards:          ".iaclint/cards",
		Packs:          []string{"policies/iaclint"},
		Baseline:       ".iaclint-baseline.json",
		Layers:         got.Layers,
		Catalogue:      EmbeddedCatalogue,
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(hcl.Range{}, map[string]*hcl.File{}, map[string]hcl.Range{}), cmpopts.IgnoreUnexported(Config{}),
		cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r := got.Rules["TAG-001"].ParamRanges["required"]; r.Start.Line == 0 {
		t.Error("the parameter has no place in the file")
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		name, src string
		line      int
		want      string
	}{
		{"setting", "\nfail_no = \"high\"", 2, `Did you mean "fail_on"?`},
		{"folders", `exclude_folder = ["examples/**"]`, 1, `Did you mean "exclude_folders"?`},
		{"folder pattern", `exclude_folders = ["/examples"]`, 1, "path patterns"},
		{"far-off setting", "telemetry = true", 1, "Known here: baseline, cards, "},
		{"severity", `fail_on = "hihg"`, 1, `Did you mean "high"?`},
		{"type", `fail_on_unknown = "yes"`, 1, "true or false"},
		{"null", `fail_on = null`, 1, "null"},
		{"block as setting", "carbon = {}", 1, `"carbon" is a block`},
		{"setting as block", "packs {}", 1, `"packs" is a setting`},
		{"unknown block", "rules \"x\" {}", 1, `Did you mean "rule"?`},
		{"label missing", "rule {}", 1, "a rule's id"},
		{"label too many", "exclusion \"x\" {}", 1, "takes no label"},
		{"twice", "rule \"a\" {}\nrule \"a\" {}", 2, "line 1"},
		{"two carbons", "carbon {}\ncarbon {}", 2, "line 1"},
		{"function", `usage = fileset(".", "*")`, 1, "the function fileset"},
		{"reference", `fail_on = high`, 1, "lacks its quotes"},
		{"loop", `usage = [for x in ["a"] : x]`, 1, "for expression"},
		{"conditional", `fail_on_unknown = true ? true : false`, 1, "plain values"},
		{"escape", `usage = ["../secret.yml"]`, 1, "below the configuration's folder"},
		{"absolute", `cards = "/etc"`, 1, "below the configuration's folder"},
		{"registry", `packs = ["https://host/pack"]`, 1, "oci://HOST/OWNER/NAME"},
		{"two folders", `cards = ["a", "b"]`, 1, "one folder"},
		{"date", "exclusion {\n  rule = \"x\"\n  reason = \"y\"\n  until = \"31.3.2027\"\n}", 4, "2027-03-31"},
		{"no reason", "exclusion {\n  rule = \"x\"\n}", 1, "says why"},
		{"everything", "exclusion {\n  reason = \"x\"\n}", 1, "names a rule"},
		{"no limit", `guardrail "x" {}`, 1, "names no limit"},
		{"negative", "guardrail \"x\" {\n  monthly_usd = -1\n}", 2, "from 0 to"},
		{"huge", "guardrail \"x\" {\n  monthly_usd = 1e99999999\n}", 2, "from 0 to"},
		{"huge parameter", "rule \"x\" {\n  limit = [1e400]\n}", 2, "can hold"},
		{"utilisation", "carbon {\n  utilisation = 150\n}", 2, "from 0 to 100"},
		{"grid", "carbon {\n  grid = \"averge\"\n}", 2, `Did you mean "average"?`},
		{"nothing to tell it by", `environment "prod" {}`, 1, "needs tags"},
		{"path pattern", "environment \"prod\" {\n  paths = [\"[\"]\n}", 2, "path patterns"},
		{"tag values", "environment \"prod\" {\n  tags = { env = 1 }\n}", 2, "a number"},
		{"default environment", "environment \"staging\" {\n  workspaces = [\"s\"]\n}\ndefault_environment = \"stagin\"", 4, `Did you mean "staging"?`},
		{"provider", `default_regions = { azure = "westeurope" }`, 1, `Did you mean "azurerm"?`},
		{"project setting", "project \"a\" {\n  varfiles = []\n}", 2, `Did you mean "var_files"?`},
		{"project without a name", `project "" {}`, 1, "a name"},
		{"project twice", "project \"a\" {}\nproject \"a\" {}", 2, "line 1"},
		{"project outside", "project \"a\" {\n  path = \"../x\"\n}", 2, "below the configuration's folder"},
		{"project nowhere", "project \"a\" {\n  path = \"\"\n}", 2, "a folder"},
		{"project path of a type", "project \"a\" {\n  path = 1\n}", 2, "a string"},
		{"variables outside", "project \"a\" {\n  path = \"x\"\n  var_files = [\"../../y.tfvars\"]\n}", 3, "below the configuration's folder"},
		{"variables absolute", "project \"a\" {\n  var_files = [\"/y.tfvars\"]\n}", 2, "from the project's folder"},
		{"variable null", "project \"a\" {\n  vars = {\n    x = null\n  }\n}", 3, "leave it out"},
		{"variable name", "project \"a\" {\n  vars = { \"a b\" = 1 }\n}", 2, "name of a variable"},
		{"variable reference", "project \"a\" {\n  vars = { a = var.b }\n}", 2, "the reference var"},
		{"project tool", "project \"a\" {\n  tool = \"opentofu\"\n}", 2, "one of terraform, tofu"},
		{"purchase without option", `purchase "x" {}`, 1, "says how it is bought"},
		{"coverage", "purchase \"x\" {\n  option = \"spot\"\n  coverage = 0\n}", 3, "0.01 to 100"},
		{"purchase tags", "purchase \"x\" {\n  option = \"spot\"\n  tags = { a = 1 }\n}", 3, "list of values"},
		{"environment of a schedule", "schedule \"x\" {\n  hours_per_month = 1\n  environments = [\"dev\"]\n}", 3, `"nonprod"`},
		{"schedule without hours", `schedule "x" {}`, 1, "hours_per_month or hours_per_week"},
		{"schedule with both", "schedule \"x\" {\n  hours_per_month = 1\n  hours_per_week = 1\n}", 3, "already"},
		{"longer than a month", "schedule \"x\" {\n  hours_per_month = 731\n}", 2, "from 1 to 730"},
		{"discount without percent", `discount "x" {}`, 1, "how many percent"},
		{"discount of more than all", "discount \"x\" {\n  percent = 101\n}", 2, "from 0 to 100"},
		{"discount key", "discount \"x\" {\n  percent = 1\n  keys = [\"ec2/*\"]\n}", 3, "cloud/service/region"},
		{"missing prices", `missing_prices = "neares"`, 1, `Did you mean "nearest"?`},
		{"price book outside", `price_books = ["/etc/prices.csv"]`, 1, "below the configuration's folder"},
		{"currency", "currency \"euro\" {\n  per_usd = 1\n  date = \"2026-11-01\"\n}", 1, "three letters"},
		{"currency without rate", "currency \"EUR\" {}", 1, "since when"},
		{"two currencies", "currency \"EUR\" {\n  per_usd = 1\n  date = \"2026-11-01\"\n}\ncurrency \"CHF\" {\n  per_usd = 1\n  date = \"2026-11-01\"\n}", 5, "EUR stands above"},
		{"thresholds", `severity_by_saving = { high = 5, low = 50 }`, 1, "larger saving"},
		{"syntax", "rule \"x\" {", 1, ""},
		{"no UTF-8", "fail_on = \"\xff\"", 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, diags := Parse([]byte(c.src), ".iaclint.hcl")
			if !diags.HasErrors() {
				t.Fatal("accepted")
			}
			d := diags[0]
			if d.Subject == nil || d.Subject.Start.Line != c.line {
				t.Errorf("points to %v, want line %d", d.Subject, c.line)
			}
			if text := d.Summary + ": " + d.Detail; !strings.Contains(text, c.want) {
				t.Errorf("says %q, want %q in it", text, c.want)
			}
		})
	}
}

// What the parser would not survive, or not finish, is refused before it.
func TestTooDeep(t *testing.T) {
	for name, src := range map[string]string{
		"parentheses":  "fail_on = " + strings.Repeat("(", 100_000),
		"lists":        "usage = " + strings.Repeat("[", 100_000),
		"blocks":       strings.Repeat("a {\n", 50_000),
		"templates":    "fail_on = " + strings.Repeat(`"${`, 100_000),
		"prefixes":     "fail_on_unknown = " + strings.Repeat("!", 300_000),
		"conditionals": "fail_on = " + strings.Repeat("true ? 1 : ", 50_000),
	} {
		c, diags := Parse([]byte(src), ".iaclint.hcl")
		if !diags.HasErrors() || !strings.Contains(diags[0].Summary, "too deeply") {
			t.Errorf("%s: %v", name, diags)
		}
		if c.Files[".iaclint.hcl"] == nil {
			t.Errorf("%s: the source is not there to be quoted", name)
		}
	}
}

// A variable is what it would be behind --var: an expression, but for strings.
func TestVariablesAsWritten(t *testing.T) {
	c, diags := Parse([]byte("project \"a\" {\n  path = \"./x/../y/\"\n  var_files = [\"../common.tfvars\"]\n  vars = { s = \"$${a} \\\"b\\\"\", n = 1.5, b = true, l = [\"$${x}\", 1, null], o = { \"k k\" = \"v\", a = {} } }\n}"), "x")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := map[string]string{"s": "${a} \"b\"", "n": "1.5", "b": "true", "l": `["$${x}", 1, null]`, "o": `{"a" = {}, "k k" = "v"}`}
	p := c.Projects[0]
	if diff := cmp.Diff(want, p.Vars); diff != "" {
		t.Error(diff)
	}
	if p.Path != "y" || p.VarFiles[0] != "common.tfvars" {
		t.Errorf("%+v", p)
	}
}

// What is written reads as what it was.
func TestWrittenValues(t *testing.T) {
	for _, v := range []cty.Value{
		cty.True, cty.NullVal(cty.DynamicPseudoType), cty.NumberIntVal(-3), cty.MustParseNumberVal("1e300"), cty.MustParseNumberVal("0.1"), cty.MustParseNumberVal("123456789012345678901234567890"),
		cty.StringVal("a \"b\" \\ ${c} %{d} $${e} $ % { \n\t\r\x01 é 𝄞 \u2028"), cty.StringVal("$"), cty.EmptyTupleVal, cty.EmptyObjectVal,
		cty.ObjectVal(map[string]cty.Value{"a b": cty.TupleVal([]cty.Value{cty.False, cty.StringVal("x")}), "${k}": cty.EmptyObjectVal}),
	} {
		text := asWritten(v)
		x, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
		if diags.HasErrors() {
			t.Errorf("%s: %v", text, diags)
			continue
		}
		if got, diags := x.Value(nil); diags.HasErrors() || !got.RawEquals(v) {
			t.Errorf("%s is %#v, want %#v", text, got, v)
		}
	}
}

func TestSeverityOfRulesFollowsTheFile(t *testing.T) {
	c, diags := Parse([]byte("severity_by_saving = { low = 5, high = 500 }\nrule \"a\" {\n  severity = \"info\"\n}"), "x")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, k := range []struct {
		rule  string
		saves float64
		want  string
	}{{"b", 0, "medium"}, {"b", 4.99, "medium"}, {"b", 5, "low"}, {"b", 501, "high"}, {"a", 501, "info"}} {
		if got := c.Severity("medium", c.Rule(k.rule), k.saves); got != k.want {
			t.Errorf("%s saving %v is %s, want %s", k.rule, k.saves, got, k.want)
		}
	}
}

func TestEnvironmentOf(t *testing.T) {
	c, diags := Parse([]byte(`
environment "prod" {
  tags       = { env = ["prod*"] }
  workspaces = ["prod-*"]
  paths      = ["**/prod/**", "live"]
}
environment "dev" {
  tags  = { env = ["dev"], stage = ["d?"] }
  paths = ["dev/**"]
}`), "x")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, k := range []struct {
		tags            map[string]string
		workspace, path string
		name, kind      string
	}{
		{map[string]string{"env": "production"}, "", "dev/a", "prod", Prod},
		{map[string]string{"stage": "d1"}, "prod-eu", "live", "dev", Nonprod},
		{nil, "prod-eu", "dev/a", "prod", Prod},
		{nil, "default", "dev/a/b", "dev", Nonprod},
		{nil, "default", "a/prod/b", "prod", Prod},
		{nil, "", "live", "prod", Prod},
		{map[string]string{"env": "qa"}, "default", "elsewhere", "unknown", Unknown},
	} {
		name, kind, from := c.EnvironmentOf(k.tags, k.workspace, k.path)
		if name != k.name || kind != k.kind || (from == "") != (kind == Unknown) {
			t.Errorf("%+v is %s, %s (%s)", k, name, kind, from)
		}
	}
	c.DefaultEnvironment = "dev"
	if name, kind, _ := c.EnvironmentOf(nil, "", "x"); name != "dev" || kind != Nonprod {
		t.Errorf("the default is %s, %s", name, kind)
	}
}

func TestMatch(t *testing.T) {
	for _, k := range []struct {
		pattern, s string
		want       bool
	}{
		{"", "", true}, {"*", "", true}, {"a", "a", true}, {"a", "ab", false}, {"a*", "ab", true}, {"*b", "ab", true},
		{"module.vpc.*", "module.vpc.aws_eip.a", true}, {"module.vpc.*", "module.vpc2.aws_eip.a", false},
		{`aws_eip.a["x"]`, `aws_eip.a["x"]`, true}, {"aws_eip.a[?]", "aws_eip.a[1]", true}, {"aws_eip.a[?]", "aws_eip.a[10]", false},
		{"*a*b*c*", "xxaxxbxxcxx", true}, {"*a*b*c*", "xxaxxcxxbxx", false},
		{strings.Repeat("*a", 30) + "b", strings.Repeat("a", 3000), false},
	} {
		if got := Match(k.pattern, k.s); got != k.want {
			t.Errorf("Match(%q, %q) = %v", k.pattern, k.s, got)
		}
	}
}

func TestExcludesFolder(t *testing.T) {
	c, diags := Parse([]byte(`exclude_folders = ["examples/**", "**/test/*", "old"]`), FileName)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for dir, want := range map[string]bool{
		"examples": true, "examples/a": true, "examples/a/b": true, "envs/examples": false, "test/a": true, "envs/test/a": true, "envs/test": false,
		"old": true, "old/a": false, "older": false, ".": false,
	} {
		if got := c.ExcludesFolder(dir); got != want {
			t.Errorf("%s is left out: %v", dir, got)
		}
	}
}

func TestExclusionsAndExcludes(t *testing.T) {
	e := Exclusion{Rule: "cost/*", Address: "module.a.*"}
	if !e.Matches("module.a.aws_eip.x", "cost/idle-address", "COST-405") || e.Matches("aws_eip.x", "cost/idle-address") || e.Matches("module.a.aws_eip.x", "tag/required") {
		t.Error("an exclusion covers the wrong findings")
	}
	alias := Exclusion{Rule: "COST-405"}
	if !alias.Matches("x", "cost/idle-address", "COST-405") {
		t.Error("an alias does not work")
	}
	var none *Rule
	if none.Excludes("x", "y") {
		t.Error("no rule excludes")
	}
	r := &Rule{Exclude: []string{"aws_eip.*", "sandbox/**"}}
	if !r.Excludes("aws_eip.a", "p") || !r.Excludes("z", "sandbox/a") || r.Excludes("z", "p") {
		t.Error("exclude covers the wrong things")
	}
}

func TestCheckRules(t *testing.T) {
	c, diags := Parse([]byte("rule \"cost/gp2-volum\" {}\nrule \"COST-201\" {}\nexclusion {\n  rule = \"tag/*\"\n  reason = \"x\"\n}\nexclusion {\n  rule = \"cost/*\"\n  reason = \"x\"\n}"), "x")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	got := c.CheckRules([]string{"cost/gp2-volume", "COST-201"})
	if len(got) != 2 || got[0].Subject.Start.Line != 1 || !strings.Contains(got[0].Detail, `"cost/gp2-volume"`) || got[1].Subject.Start.Line != 3 {
		t.Errorf("%v", got)
	}
}

func TestDiscover(t *testing.T) {
	root := t.TempDir()
	write := func(path, text string) {
		t.Helper()
		path = filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	find := func(dir string) string {
		t.Helper()
		path, err := Discover(filepath.Join(root, dir))
		if err != nil {
			t.Fatal(err)
		}
		if path == "" {
			return ""
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.ToSlash(rel)
	}
	write(".iaclint.hcl", "")
	write("repo/.git/HEAD", "")
	write("repo/a/b/x", "")
	if got := find("repo/a/b"); got != "" {
		t.Errorf("looked above the repository: %s", got)
	}
	write("repo/.iaclint.hcl", "")
	if got := find("repo/a/b"); got != "repo/.iaclint.hcl" {
		t.Errorf("found %q", got)
	}
	write("repo/a/.iaclint.hcl", "")
	if got := find("repo/a/b"); got != "repo/a/.iaclint.hcl" {
		t.Errorf("found %q", got)
	}
	write("plain/sub/x", "")
	write("plain/.iaclint.hcl", "")
	if got := find("plain/sub"); got != "" {
		t.Errorf("looked above a folder that is in no repository: %s", got)
	}
	write("secret", "token")
	if err := os.Symlink(filepath.Join(root, "secret"), filepath.Join(root, "repo/a/b/.iaclint.hcl")); err != nil {
		t.Fatal(err)
	}
	if path, err := Discover(filepath.Join(root, "repo/a/b")); err == nil {
		t.Errorf("followed a link out of the repository to %s", path)
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	if _, diags := Load(path); !diags.HasErrors() || !strings.Contains(diags[0].Detail, "does not exist") {
		t.Errorf("%v", diags)
	}
	if _, diags := Load(dir); !diags.HasErrors() || !strings.Contains(diags[0].Detail, "regular file") {
		t.Errorf("%v", diags)
	}
	if err := os.WriteFile(path, []byte(`fail_on = "low"`), 0o644); err != nil {
		t.Fatal(err)
	}
	c, diags := Load(path)
	if diags.HasErrors() || c.FailOn != "low" || c.Root != dir || c.Files[path] == nil {
		t.Errorf("%+v, %v", c, diags)
	}
	if err := os.Truncate(path, largestFile+1); err != nil {
		t.Fatal(err)
	}
	if _, diags := Load(path); !diags.HasErrors() || !strings.Contains(diags[0].Detail, "larger") {
		t.Errorf("%v", diags)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("fail_on = \"high\"\nrule \"a\" {\n  x = [1, { a = \"b\" }]\n}")
	f.Add("environment \"prod\" {\n  tags = { env = [\"a\"] }\n}")
	f.Add("severity_by_saving = { (1) = 2 }")
	f.Fuzz(func(t *testing.T, src string) {
		_, _ = Parse([]byte(src), "x")
	})
}
