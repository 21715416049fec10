package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// TestReal runs the whole pipeline on what real tools planned for our own
// configurations, and holds the report to expected.tsv.
func TestReal(t *testing.T) {
	table, err := os.ReadFile(filepath.Join(testdata, "real", "expected.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	facts, schema := catalogue.Embedded(), schemaOf(t)
	lines := strings.Split(strings.TrimSpace(string(table)), "\n")
	for _, line := range lines[1:] {
		fields := strings.Split(line, "\t")
		file := fields[0]
		planned, _ := strconv.Atoi(fields[1])
		changes, _ := strconv.Atoi(fields[2])
		if strings.Contains(file, "refresh-only") {
			// The table counts planned_values, which is empty: nothing is
			// planned. The report says what exists.
			planned, changes = 1, 1
		}
		path := filepath.Join(testdata, "real", file)
		r := checked(t, defaults(facts, path))
		whole(t, file, r)
		follows(t, schema, file, written(t, "json", r))
		certain(t, path, r.Projects[0].Findings)
		p := r.Projects[0]
		if p.Coverage.Managed != planned {
			t.Errorf("%s: %d exist after the plan, want %d", file, p.Coverage.Managed, planned)
		}
		if len(p.Resources) != changes {
			t.Errorf("%s: %d entries, want %d", file, len(p.Resources), changes)
		}
		if strings.Contains(file, "05-destroy") {
			for _, res := range p.Resources {
				if strings.Join(res.Actions, " ") != "delete" {
					t.Errorf("%s: %s is to be deleted, not %v", file, res.Address, res.Actions)
				}
			}
		}
	}
}

// TestRealActions: what a plan does to a resource is said as planned, in its
// order, and what leaves management goes on existing.
func TestRealActions(t *testing.T) {
	facts := catalogue.Embedded()
	for _, test := range []struct {
		file, address, actions, reason string
		existed                        bool
	}{
		{"terraform-1.11.4/06-replace", "null_resource.n", "delete create", "replace_because_cannot_update", true},
		{"terraform-1.11.4/06-replace", "terraform_data.cbd", "create delete", "replace_because_cannot_update", true},
		{"terraform-1.11.4/06-replace", "terraform_data.by_other", "delete create", "replace_by_triggers", true},
		{"terraform-1.11.4/06-replace", "terraform_data.forced", "delete create", "replace_by_request", true},
		{"terraform-1.11.4/06-replace", "terraform_data.gone[0]", "no-op", "", true},
		{"terraform-1.11.4/06-replace", "terraform_data.gone[1]", "delete", "delete_because_count_index", true},
		{"terraform-1.11.4/06-replace", "terraform_data.update_in_place", "update", "", true},
		{"opentofu-1.12.6/06-replace", "terraform_data.cbd", "create delete", "replace_because_cannot_update", true},
		{"terraform-1.11.4/07-removed", "terraform_data.forget_me", "forget", "delete_because_no_resource_config", true},
		{"terraform-1.11.4/07-removed", "terraform_data.drop_me", "delete", "delete_because_no_resource_config", true},
		{"opentofu-1.12.6/t7-destroy-false", "terraform_data.gone[0]", "forget", "forgot_because_lifecycle_destroy_in_config", true},
		{"opentofu-1.12.6/t7-destroy-false", "terraform_data.keep_old", "forget create", "replace_because_cannot_update", true},
		{"terraform-1.11.4/13-no-op", "", "no-op", "", true},
		{"terraform-1.11.4/14-target", "terraform_data.a", "create", "", false},
	} {
		r := checked(t, defaults(facts, filepath.Join(testdata, "real", test.file, "tfplan.json")))
		found := false
		for _, res := range r.Projects[0].Resources {
			if test.address != "" && res.Address != test.address {
				continue
			}
			found = true
			if got := strings.Join(res.Actions, " "); got != test.actions || res.ActionReason != test.reason {
				t.Errorf("%s: %s: actions %q because %q, want %q because %q", test.file, res.Address, got, res.ActionReason, test.actions, test.reason)
			}
			if (res.Cost.Before != nil) != test.existed {
				t.Errorf("%s: %s: cost before the plan is %v", test.file, res.Address, res.Cost.Before)
			}
		}
		if !found {
			t.Errorf("%s: %s is not in the report", test.file, test.address)
		}
	}
}

// TestRealIncomplete: a plan that does not speak for everything says so, in
// both outputs, and one that does keeps silent. (OpenTofu writes no word about
// targets into its plans, so there is nothing to be said of one.)
func TestRealIncomplete(t *testing.T) {
	facts := catalogue.Embedded()
	for file, want := range map[string]string{
		"terraform-1.11.4/12-errored/tfplan.json": "error",
		"opentofu-1.12.6/12-errored/tfplan.json":  "error",
		"terraform-1.11.4/14-target/tfplan.json":  "target",
		"terraform-1.11.4/13-no-op/tfplan.json":   "",
		"terraform-1.11.4/05-destroy/tfplan.json": "",
	} {
		r := checked(t, defaults(facts, filepath.Join(testdata, "real", file)))
		got := r.Projects[0].Incomplete
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: incomplete = %q, want something of %q", file, got, want)
		}
		if r.Summary.Incomplete != (want != "") {
			t.Errorf("%s: summary.incomplete = %v", file, r.Summary.Incomplete)
		}
		if text := string(written(t, "text", r)); want != "" && !strings.Contains(strings.ToLower(text), "incomplete") {
			t.Errorf("%s: the text does not say that the plan is incomplete", file)
		}
	}
}

// TestRealForgotten: what is forgotten leaves management and stays on the
// bill, what is deleted leaves it.
func TestRealForgotten(t *testing.T) {
	change := func(address, actions, after string) string {
		return `{"address": "` + address + `", "mode": "managed", "type": "aws_ebs_volume", "name": "x",
			"provider_name": "registry.terraform.io/hashicorp/aws", "change": {"actions": [` + actions + `],
			"before": {"type": "gp3", "size": 100, "availability_zone": "us-east-1a", "iops": 3000, "throughput": 125}, "after": ` + after + `}}`
	}
	path := filepath.Join(t.TempDir(), "plan.json")
	doc := `{"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": [` +
		change("aws_ebs_volume.kept", `"forget"`, "null") + "," + change("aws_ebs_volume.gone", `"delete"`, "null") + `]}`
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	p := checked(t, defaults(frozen(t), path)).Projects[0]
	if p.Coverage.Managed != 1 || len(p.Resources) != 2 {
		t.Errorf("%d resources, of which %d exist", len(p.Resources), p.Coverage.Managed)
	}
	if got := dollars(p.Totals.Monthly); got != "8" { // 100 GB at 0.08
		t.Errorf("%s a month after the plan, want 8", got)
	}
	if got := dollars(p.Totals.MonthlyBefore); got != "16" {
		t.Errorf("%s a month before the plan, want 16", got)
	}
	if got := dollars(p.Totals.MonthlyDelta); got != "-8" {
		t.Errorf("the plan changes the bill by %s, want -8", got)
	}
}

// TestRealOutput runs every plan and state that is there twice: same bytes,
// and no planted secret in any of them.
func TestRealOutput(t *testing.T) {
	facts, schema := catalogue.Embedded(), schemaOf(t)
	files, err := filepath.Glob(filepath.Join(testdata, "real", "*", "*", "*.json"))
	if err != nil || len(files) < 50 {
		t.Fatalf("found %d files: %v", len(files), err)
	}
	for _, file := range files {
		if base := filepath.Base(file); base == "config.json" || base == "module.json" {
			continue // a configuration without a plan
		}
		first, second := checked(t, defaults(facts, file)), checked(t, defaults(facts, file))
		for _, format := range []string{"json", "text"} {
			a, b := written(t, format, first), written(t, format, second)
			if !bytes.Equal(a, b) {
				t.Errorf("%s: two runs differ in %s", file, format)
			}
			if format == "json" {
				follows(t, schema, file, a)
			}
			if strings.Contains(file, "t1-encryption") {
				continue // its string is encrypted at rest, and not marked
			}
			for _, secret := range []string{"SENTINEL", "hunter2"} {
				if i := bytes.Index(a, []byte(secret)); i >= 0 {
					t.Errorf("%s: a secret is in the %s: …%s…", file, format, a[max(0, i-120):min(len(a), i+20)])
				}
			}
		}
	}
}

func dollars(m *report.Money) string {
	if m == nil {
		return "unknown"
	}
	return m.String()
}
