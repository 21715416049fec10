package main

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestHooks reads the hooks as pre-commit does: which changed files each gets,
// and whether what it runs is a command of ours.
func TestHooks(t *testing.T) {
	src, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Name, Entry, Language, Files, Exclude string
		Pass                                      bool `yaml:"pass_filenames"`
		Serial                                    bool `yaml:"require_serial"`
	}
	if err := yaml.Unmarshal(src, &hooks); err != nil {
		t.Fatal(err)
	}
	source := "main.tf a/b.tf a/b.tofu a/x.tf.json a/x.tofu.json prod.tfvars a/prod.tfvars.json .iaclint.hcl a/.iaclint.hcl"
	plan := "plan.json a/tfplan.json a/plan-prod.json"
	neither := "main.tf~ a.hcl a.json tf README.md x.tfstate .terraform/modules/m/main.tf a/.terraform/plan.json a/my.iaclint.hcl"
	want := map[string]string{"iaclint": source, "iaclint-system": source, "iaclint-plan": plan, "iaclint-plan-system": plan}
	if len(hooks) != len(want) {
		t.Errorf("%d hooks, want %d", len(hooks), len(want))
	}
	for _, h := range hooks {
		files, exclude := regexp.MustCompile(h.Files), regexp.MustCompile(h.Exclude)
		var got []string
		for _, name := range strings.Fields(source + " " + plan + " " + neither) {
			if files.MatchString(name) && !exclude.MatchString(name) {
				got = append(got, name)
			}
		}
		if strings.Join(got, " ") != want[h.ID] {
			t.Errorf("%s gets %v, want %s", h.ID, got, want[h.ID])
		}
		if !h.Pass || !h.Serial || h.Name == "" || (h.Language == "system") != strings.HasSuffix(h.ID, "-system") {
			t.Errorf("%+v", h)
		}
		args, ours := strings.CutPrefix(h.Entry, "iaclint ")
		var said bytes.Buffer
		if code := run(context.Background(), append(strings.Fields(args), "--help"), streams{in: strings.NewReader(""), out: &said, err: &said}); !ours || code != exitOK {
			t.Errorf("%s runs %s: exit code %d, %s", h.ID, h.Entry, code, said.String())
		}
	}
}
