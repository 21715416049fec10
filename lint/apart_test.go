package lint

import (
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// Findings of two projects of one folder are told apart, whichever of the two
// is checked; where a folder is one project, a block changes no fingerprint.
func TestFingerprintsOfOneFolder(t *testing.T) {
	facts := catalogue.Embedded()
	in(t, `
-- .git/HEAD --
-- big.tfvars --
-- app/main.tf --
resource "aws_ebs_volume" "it" {
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 10
}
`)
	prints := func(settings, path string) map[string][]string {
		cfg, diags := config.Parse([]byte(settings), config.FileName)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		found, err := Find([]string{path}, cfg)
		if err != nil {
			t.Fatal(err)
		}
		opt := defaults(facts)
		opt.Config, opt.Projects = cfg, found.Projects
		out := map[string][]string{}
		for _, p := range checked(t, opt).Projects {
			for _, f := range p.Findings {
				if f.Verdict == report.Fail {
					out[p.Name] = append(out[p.Name], f.Fingerprint)
				}
			}
		}
		return out
	}
	plain := prints("", "app")["app"]
	one := prints(`project "a" { path = "app" }`, "app")["a"]
	if len(plain) == 0 || len(one) != len(plain) || one[0] != plain[0] {
		t.Errorf("without a block %v, with one %v", plain, one)
	}
	const blocks = `
project "a" { path = "app" }
project "b" {
  path      = "app"
  var_files = ["../big.tfvars"]
}`
	two, alone := prints(blocks, "app"), prints(blocks, "big.tfvars")
	seen := map[string]bool{}
	for _, name := range []string{"a", "b"} {
		if len(two[name]) != len(plain) {
			t.Fatalf("%s has %d findings, want %d", name, len(two[name]), len(plain))
		}
		for _, print := range two[name] {
			if seen[print] {
				t.Errorf("%s twice", print)
			}
			seen[print] = true
		}
	}
	if len(alone) != 1 || alone["b"][0] != two["b"][0] {
		t.Errorf("checked alone %v, together %v", alone, two["b"])
	}
}
