package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// hooked is a repository of four root modules: dev and prod share a module
// through another, alone has none of both, sized is given its disk in a file of
// variables.
const hooked = `
-- .pre-commit-config.yaml --
repos:
  - repo: %[1]s
    rev: %[2]s
    hooks:
      - id: %[3]s
        args: [--fail-on, critical]
        verbose: true
-- .iaclint.hcl --
rule "cost/gp2-volume" {
  severity = "critical"
}
-- envs/dev/main.tf --
module "app" { source = "../../modules/app" }
-- envs/prod/main.tf --
module "app" { source = "../../modules/app" }
-- modules/app/main.tf --
module "disk" { source = "../disk" }
-- modules/disk/main.tf --
` + disk + `
-- modules/disk/outputs.tf --
output "id" { value = aws_ebs_volume.it.id }
-- envs/alone/main.tf --
` + disk + `
-- envs/sized/main.tf --
variable "type" { type = string }
resource "aws_ebs_volume" "it" {
  availability_zone = "eu-west-1a"
  type              = var.type
  size              = 10
}
-- envs/sized/terraform.tfvars --
type = "gp3"
`

const disk = `resource "aws_ebs_volume" "it" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 10
}
`

// worse is disk as cost/gp2-volume minds it.
var worse = strings.Replace(disk, "gp3", "gp2", 1)

// projects are the root modules that a hook checked, as its text names them.
func projects(said string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^(?:iaclint .* · )?envs/(\w+) `).FindAllStringSubmatch(said, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return out
}

// TestPreCommit commits to a repository with the real pre-commit, which clones
// and builds the hooks of this project.
func TestPreCommit(t *testing.T) {
	if !needed(t, "git", "pre-commit", "go") {
		return
	}
	env := hookEnv(t)
	url, rev := hookRepository(t, env)
	for _, hook := range []string{"iaclint-system", "iaclint"} {
		t.Run(hook, func(t *testing.T) {
			c := newCheckout(t, fmt.Sprintf(hooked, url, rev, hook), env)
			for _, step := range []struct {
				name   string
				write  map[string]string // "" removes
				taken  bool
				checks string   // which root modules
				says   []string // parts of what is said
			}{
				{"a module's file", map[string]string{"modules/disk/main.tf": strings.Replace(disk, "10", "20", 1), "modules/disk/outputs.tf": "output \"arn\" { value = aws_ebs_volume.it.arn }\n"},
					true, "dev prod", []string{"Passed", " 2 projects "}},
				{"a bad root", map[string]string{"envs/alone/main.tf": worse},
					false, "alone", []string{"Failed", "- exit code: 1", "FAIL", "cost/gp2-volume", "envs/alone/main.tf:1"}},
				{"the bad root made good", map[string]string{"envs/alone/main.tf": strings.Replace(disk, "10", "30", 1)},
					true, "alone", []string{"Passed"}},
				{"a bad module", map[string]string{"modules/disk/main.tf": worse},
					false, "dev prod", []string{"Failed", "- exit code: 1", "modules/disk/main.tf:"}},
				{"the module as it was", map[string]string{"modules/disk/main.tf": strings.Replace(disk, "10", "40", 1)},
					true, "dev prod", []string{"Passed"}},
				{"a value", map[string]string{"envs/sized/terraform.tfvars": "type = \"gp2\"\n"},
					false, "sized", []string{"Failed", "cost/gp2-volume"}},
				{"a good value", map[string]string{"envs/sized/terraform.tfvars": "type = \"io2\"\n"},
					true, "sized", []string{"Passed"}},
				{"files of nobody", map[string]string{"README.md": "x", "elsewhere/x.tfvars": "x = 1\n"},
					true, "", []string{"Passed"}},
				{"removed files only", map[string]string{"modules/disk/outputs.tf": "", "elsewhere/x.tfvars": ""},
					true, "", []string{"no files to check", "Skipped"}},
				{"a root removed beside a change", map[string]string{"envs/alone/main.tf": "", "envs/dev/main.tf": "# the same\nmodule \"app\" { source = \"../../modules/app\" }\n"},
					true, "dev", []string{"Passed"}},
			} {
				for name, text := range step.write {
					if text != "" {
						c.write(name, text)
						continue
					}
					if err := os.Remove(filepath.Join(c.dir, filepath.FromSlash(name))); err != nil {
						t.Fatal(err)
					}
				}
				said, taken := c.commit()
				if got := strings.Join(projects(said), " "); taken != step.taken || got != step.checks {
					t.Errorf("%s: taken %v, want %v; checks %q, want %q\n%s", step.name, taken, step.taken, got, step.checks, said)
				}
				for _, part := range step.says {
					if !strings.Contains(said, part) {
						t.Errorf("%s: nothing says %q\n%s", step.name, part, said)
					}
				}
			}
		})
	}
	t.Run("one process", func(t *testing.T) {
		var many strings.Builder
		fmt.Fprintf(&many, hooked, url, rev, "iaclint-system")
		for i := range 400 { // so many that pre-commit would share them out
			fmt.Fprintf(&many, "-- modules/disk/part%d.tf --\nlocals { part%d = 1 }\n", i, i)
		}
		c := newCheckout(t, many.String(), env)
		said := c.run("pre-commit", "run", "--all-files")
		if got := strings.Join(projects(said), " "); got != "alone dev prod sized" || strings.Count(said, " projects ") != 1 {
			t.Errorf("checks %q in %d processes\n%s", got, strings.Count(said, " projects "), said)
		}
	})
}
