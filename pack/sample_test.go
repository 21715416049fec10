package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// sample are the files of a small pack that has something of everything.
func sample() map[string]string {
	return map[string]string{
		"pack.hcl": `name        = "acme/cloud"
version     = "1.0.0"
namespace   = "acme"
description = "What Acme's platform team thinks of clouds"
license     = "Apache-2.0"
authors     = ["Platform team"]
source      = "https://git.example/acme/cloud"
iaclint     = ">= 0.1"
providers   = ["aws"]
`,
		"cost/no-gp2-here/rule.rego": `# METADATA
# title: No gp2 in this house
# description: The house has settled on gp3.
# custom:
#   severity: high
#   types: [aws_ebs_volume]
package iacpack.acme.cost.no_gp2_here

findings contains {
	"path": "type",
	"message": sprintf("the house does not take %s", [input.resource.values.type]),
	"change": {"type": "gp3"},
} if input.resource.values.type == "gp2"
`,
		"cost/no-gp2-here/rule_test.rego": `package iacpack.acme.cost.no_gp2_here_test

import data.iacpack.acme.cost.no_gp2_here

test_fail if count(no_gp2_here.findings) == 1 with input as {"resource": {"values": {"type": "gp2"}}}

test_pass if count(no_gp2_here.findings) == 0 with input as {"resource": {"values": {"type": "gp3"}}}
`,
		"cost/no-gp2-here/examples.tf": `provider "aws" { region = "eu-west-1" }

resource "aws_ebs_volume" "bad" {
  # want: the house does not take gp2
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 10
}
`,
		"cost/no-gp2-here/_plan/plan.json": `{"not": "packed"}`,
		"lib/words.rego":                   "package iacpack.acme.lib.words\n\nhouse := \"Acme\"\n",
		"cards/acme/acme_box.hcl": `resource "acme_box" {
  cost "box" {
    quantity = hours
    unit     = "hour"
    price    = "box/hour"
  }
}
`,
		"provider/acme.hcl":        "provider \"acme\" {\n  names = [\"acme/acme\"]\n  cloud = \"acme\"\n}\n",
		"provider/types/acme.tsv":  "acme_box\tpriced\tBoxes\t-\t-\t-\t-\t-\n",
		"provider/lockin/acme.tsv": "Boxes\tacme_box\t-\t3222\t-\tonly Acme has boxes\tnone\tL\t-\n",
		"provider/lockin/aws.tsv":  "EBS\taws_ebs_volume\t-\t3222\t-\tthe house says so\tother\tL\t-\n",
		"prices/acme.csv":          "key,price,date,unit\nacme/box/*/hour,0.5,2026-01-01,hour\n",
		"defaults.hcl":             "fail_on = \"medium\"\n",
		"docs/boxes.md":            "# Boxes\n",
		"README.md":                "# Acme's pack\n",
		".github/workflows/x.yml":  "left: alone\n",
		"notes/plan.json":          "{}",
	}
}

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return out
}

// with is the sample with other files; "" takes one away.
func with(change map[string]string) map[string]string {
	out := sample()
	for name, text := range change {
		if out[name] = text; text == "" {
			delete(out, name)
		}
	}
	return out
}

// version is the sample of another version.
func version(v string, change map[string]string) map[string]string {
	out := with(change)
	out["pack.hcl"] = strings.Replace(out["pack.hcl"], "1.0.0", v, 1)
	return out
}

// built is the artifact of files.
func built(t *testing.T, files map[string]string) *Artifact {
	t.Helper()
	p, err := ReadFS(folder(files), "cloud")
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// lay writes files below a folder of the disk.
func lay(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
