package lint

import (
	"bytes"
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// testdata is what the whole repository tests with.
const testdata = "../testdata"

// asOf is the day every run of these tests speaks of.
const asOf = "2026-11-21"

// defaults is a run of the core pack without a configuration file.
func defaults(facts *catalogue.Catalogue, paths ...string) Options {
	return Options{Paths: paths, Config: config.Default(), Version: "0.0.0", Catalogue: facts, Packs: []rules.Source{rules.Core()}, AsOf: asOf}
}

// checked is one input through the whole pipeline.
func checked(t testing.TB, opt Options) *report.Report {
	t.Helper()
	r, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// written is a report in one format.
func written(t testing.TB, format string, r *report.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Formats[format](&out, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// schemaOf compiles the contract of the JSON output.
func schemaOf(t testing.TB) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../docs/schema/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// follows holds a written report to the schema.
func follows(t testing.TB, s *jsonschema.Schema, file string, doc []byte) {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return
	}
	if err := s.Validate(parsed); err != nil {
		t.Errorf("%s: %v", file, err)
	}
}

// whole holds a report of one input to what is true of every report: nothing
// broke, every resource is counted once, the deleted ones cost nothing, and
// what is not known has a reason.
func whole(t testing.TB, file string, r *report.Report) {
	t.Helper()
	for _, d := range r.Diagnostics {
		if d.Severity == "error" {
			t.Errorf("%s: %s: %s", file, d.Summary, d.Detail)
		}
	}
	for _, p := range r.Projects {
		c := p.Coverage
		if sum := c.Priced + c.Free + c.Usage + c.Partial + c.Gap; sum != c.Managed {
			t.Errorf("%s: coverage adds up to %d of %d", file, sum, c.Managed)
		}
		listed := 0
		for _, res := range p.Resources {
			if strings.Join(res.Actions, " ") == "delete" {
				if res.Cost.Monthly == nil || !res.Cost.Monthly.IsZero() {
					t.Errorf("%s: %s is deleted and costs %v", file, res.Address, res.Cost.Monthly)
				}
				continue
			}
			listed++
			if res.Cost.Monthly == nil && len(res.Cost.Gaps) == 0 && len(res.Cost.Hints) == 0 {
				t.Errorf("%s: %s has no cost and says not why", file, res.Address)
			}
		}
		if listed != c.Managed {
			t.Errorf("%s: %d resources listed besides the deleted ones, %d counted", file, listed, c.Managed)
		}
	}
}

// certain holds every verdict "fail" to the rule of rules: none rests on a
// value that only apply will know, nor on one that is secret.
func certain(t testing.TB, file string, findings []report.Finding) (fails int) {
	t.Helper()
	plan, err := parser.Load(context.Background(), file, parser.Options{RunTool: noTool})
	if err != nil {
		t.Fatal(err)
	}
	if plan.Close != nil {
		defer plan.Close()
	}
	byAddress := map[string]*model.Resource{}
	for _, r := range plan.Resources {
		if r.Deposed == "" {
			byAddress[r.Address] = r
		}
	}
	for _, f := range findings {
		if f.Verdict != report.Fail {
			continue
		}
		fails++
		if len(f.UnknownPaths) > 0 || f.Why != "" {
			t.Errorf("%s: %s fails at %s and names what it could not see: %v %s", file, f.Rule, f.Address, f.UnknownPaths, f.Why)
		}
		r := byAddress[f.Address]
		if r == nil || r.After == nil || f.Path == "" {
			continue
		}
		if v := model.Get(r.After, f.Path); !v.IsKnown() && (r.Configured == nil || r.Configured(f.Path)) {
			t.Errorf("%s: %s fails at %s on %s, which is not known", file, f.Rule, f.Address, f.Path)
		}
	}
	return fails
}

func noTool(context.Context, string, string, ...string) ([]byte, error) {
	return nil, exec.ErrNotFound
}
