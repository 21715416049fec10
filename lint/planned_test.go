package lint

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// entry is one resource change of a plan written by a test.
type entry struct {
	address string // type.name
	actions string // as JSON: `"create"`
	before  string // JSON object, "" for null
	after   string
	unknown string
}

// planned writes a plan of these changes, with an AWS provider in us-east-1.
func planned(t testing.TB, entries ...entry) string {
	t.Helper()
	or := func(s, fallback string) string {
		if s == "" {
			return fallback
		}
		return s
	}
	var changes []string
	for _, e := range entries {
		typ, name, _ := strings.Cut(e.address, ".")
		changes = append(changes, fmt.Sprintf(`{"address": %q, "mode": "managed", "type": %q, "name": %q,
			"provider_name": "registry.terraform.io/hashicorp/aws",
			"change": {"actions": [%s], "before": %s, "after": %s, "after_unknown": %s}}`,
			e.address, typ, name, or(e.actions, `"create"`), or(e.before, "null"), or(e.after, "null"), or(e.unknown, "{}")))
	}
	path := filepath.Join(t.TempDir(), "plan.json")
	doc := `{"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": [` + strings.Join(changes, ",") + `],
		"configuration": {"provider_config": {"aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws",
			"expressions": {"region": {"constant_value": "us-east-1"}}}}}}`
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// oldVolume is what cost/gp2-volume speaks about: $10.00 a month, $8.00 as gp3.
func oldVolume(name string) entry {
	return entry{address: "aws_ebs_volume." + name, after: `{"type": "gp2", "size": 100, "availability_zone": "us-east-1a"}`}
}

// configured is a run with a configuration file of this content.
func configured(t testing.TB, hcl string, paths ...string) Options {
	t.Helper()
	c, diags := config.Parse([]byte(hcl), ".iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	opt := defaults(frozen(t), paths...)
	opt.Config = c
	return opt
}

// of are the findings of one rule, by address.
func of(r *report.Report, rule string) map[string]report.Finding {
	out := map[string]report.Finding{}
	for _, p := range r.Projects {
		for _, f := range p.Findings {
			if f.Rule == rule {
				out[f.Address] = f
			}
		}
	}
	return out
}
