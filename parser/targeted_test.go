package parser

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// TestLeftOut: plans of OpenTofu do not say that they were made for some
// targets; those of Terraform do, and are incomplete.
func TestLeftOut(t *testing.T) {
	for plan, want := range map[string]string{
		"opentofu-1.12.6/14-target":   "no instance: terraform_data.c. It",
		"opentofu-1.12.6/t5-exclude":  "no instance: terraform_data.a, terraform_data.b. It",
		"opentofu-1.12.6/t4-enabled":  "no instance: terraform_data.off. It",
		"opentofu-1.12.6/05-destroy":  "",
		"opentofu-1.12.6/12-errored":  "",
		"opentofu-1.12.6/02-modules":  "",
		"opentofu-1.12.6/07-removed":  "",
		"terraform-1.11.4/14-target":  "",
		"terraform-1.11.4/02-modules": "",
	} {
		p, err := Load(context.Background(), filepath.Join("..", "testdata", "real", plan, "tfplan.json"), Options{})
		if err != nil {
			t.Errorf("%s: %v", plan, err)
			continue
		}
		got := ""
		for _, d := range p.Diagnostics {
			if d.Summary == "Not everything is in the plan" {
				got = d.Detail
			}
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", plan, got, want)
		}
		p.Close()
	}
}
