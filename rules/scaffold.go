package rules

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Scaffold is a rule to start from, <family>/<name> of a pack: files of its
// folder by name, which pass their tests as they are. An error says why there
// can be no rule of that name.
func Scaffold(pack Source, id string) (map[string]string, error) {
	family, name, _ := strings.Cut(id, "/")
	if !isName(family) || !isName(name) {
		return nil, fmt.Errorf("%q is no name for a rule: write FAMILY/NAME in lower-case letters, digits and hyphens, as in cost/no-gp2-here", id)
	}
	if family == "lib" {
		return nil, fmt.Errorf("no family of rules is called lib: it holds the Rego that the rules of a pack share")
	}
	for _, p := range []Source{pack, Core()} {
		if _, err := fs.Stat(p.FS, id); err == nil {
			return nil, fmt.Errorf("pack %s has a rule %s already: give it another name", p.Name, id)
		}
	}
	root, err := written(pack)
	if err != nil {
		return nil, err
	}
	pkg := strings.Join([]string{root, snake(family), snake(name)}, ".")
	title := strings.ReplaceAll(name, "-", " ")
	fill := strings.NewReplacer("PACKAGE", pkg, "TITLE", strings.ToUpper(title[:1])+title[1:], "MESSAGE", title)
	out := map[string]string{}
	for name, text := range map[string]string{"rule.rego": firstRule, "rule_test.rego": firstTest, "examples.tf": firstExamples} {
		out[name] = fill.Replace(text)
	}
	return out, nil
}

// written is what the packages of a pack begin with: what those begin with that
// it has, else what its name makes.
func written(pack Source) (string, error) {
	root := strings.Join(pack.root(), ".")
	err := fs.WalkDir(pack.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".rego" {
			return err
		}
		src, err := fs.ReadFile(pack.FS, name)
		if err != nil {
			return err
		}
		f := file{path: name, src: src}
		if strings.HasPrefix(f.packageName(), "iaclint.") {
			root = "iaclint" // the core pack, where it is worked on
			return fs.SkipAll
		}
		return nil
	})
	return root, err
}

// isName is what a family or a rule may be called: its package follows it.
func isName(s string) bool {
	if s == "" || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] == '-' {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

const firstRule = `# METADATA
# title: TITLE
# description: >-
#   Say here why it matters, in a sentence or two. As it stands the rule minds volumes that are
#   larger than a team wants to see without being asked.
# custom:
#   severity: medium
#   types: [aws_ebs_volume]
#   params:
#     type: object
#     properties:
#       max_size: {type: number, default: 1000, minimum: 0, description: GB from which on it is said.}
#   remediation: Say here what to do, in one sentence.
package PACKAGE

findings contains {
	"path": "size",
	"message": sprintf("MESSAGE: %v GB, and %v are allowed", [size, input.params.max_size]),
	"rests_on": ["size"],
} if {
	size > input.params.max_size
}

size := input.resource.values.size
`

const firstTest = `package PACKAGE_test

import data.PACKAGE as rule

volume(values) := {"resource": {"type": "aws_ebs_volume", "values": values}, "params": {"max_size": 1000}}

test_fail if {
	found := rule.findings with input as volume({"size": 2000})
	{f.path | some f in found} == {"size"}
}

test_pass if {
	count(rule.findings) == 0 with input as volume({"size": 1000})
}

# Where the size is not known there is nothing to compare; the engine says so.
test_unknown if {
	count(rule.findings) == 0 with input as object.union(volume({}), {"resource": {"unknown": ["size"]}})
}
`

const firstExamples = `# What the rule speaks about, what it leaves alone, and what it cannot know.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  type = number
}

resource "aws_ebs_volume" "bad" {
  # want: MESSAGE: 2000 GB, and 1000 are allowed
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 2000
}

resource "aws_ebs_volume" "open" {
  # want unknown: size is not known
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = var.size
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 100
}
`
