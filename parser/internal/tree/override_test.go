package tree

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestOverride(t *testing.T) {
	files := map[string]string{
		"main.tf": `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "1" }
    b   = { source = "x/b" }
  }
}
variable "v" {
  type    = string
  default = "a"
}
locals {
  x = "a"
  y = "a"
}
output "o" { value = "a" }
provider "aws" { region = "a" }
provider "aws" {
  alias  = "w"
  region = "a"
}
resource "a_b" "c" {
  count = 2
  one   = "a"
  two   = "a"
  nested { n = 1 }
  nested { n = 2 }
  other { n = 1 }
  dynamic "gen" {
    for_each = []
    content {}
  }
  lifecycle {
    prevent_destroy = true
    enabled         = false
  }
}
module "m" {
  source = "./a"
  input  = "a"
}
`,
		"a_override.tf": `
terraform {
  required_providers { aws = { source = "x/aws", version = "2" } }
}
variable "v" { default = "b" }
locals { x = "b" }
output "o" { value = "b" }
provider "aws" {
  alias  = "w"
  region = "b"
}
resource "a_b" "c" {
  for_each = toset(["k"])
  one      = "b"
  nested { n = 3 }
  gen { n = 1 }
  lifecycle { enabled = true }
}
resource "a_b" "lost" {}
moved {
  from = a_b.x
  to   = a_b.y
}
locals { lost = 1 }
`,
		"override.tf.json": `{"resource": {"a_b": {"c": {"two": "c", "other": {"n": 9}}}}, "module": {"m": {"source": "./b"}}}`,
	}
	m := load(t, false, files)
	expect(t, m.Diagnostics, "error a_override.tf:19 Nothing to override", "error a_override.tf:20 Cannot be overridden", "error a_override.tf:24 Nothing to override")
	if m.Required["aws"].Source != "x/aws" || m.Required["b"].Source != "x/b" {
		t.Error(m.Required)
	}
	if v := m.Variables["v"]; v.Type != cty.String || v.Default.AsString() != "b" {
		t.Error(v)
	}
	text := func(x *Expression) string { return constantText(x) }
	if text(m.Locals["x"])+text(m.Locals["y"])+text(m.Outputs["o"].Value) != "bab" {
		t.Error(m.Locals, m.Outputs)
	}
	if text(m.Providers[0].Body.Attrs["region"])+text(m.Providers[1].Body.Attrs["region"]) != "ab" {
		t.Error(m.Providers)
	}
	r := m.Resources[0]
	if r.Count != nil || r.ForEach == nil || text(r.Body.Attrs["one"])+text(r.Body.Attrs["two"]) != "bc" {
		t.Errorf("%+v", r)
	}
	if v, _ := r.Enabled.Value(nil); v.False() {
		t.Error("enabled")
	}
	var types []string
	for _, b := range r.Body.Blocks {
		types = append(types, b.Type)
	}
	if len(types) != 2 || types[0] != "nested" || types[1] != "gen" || r.Body.Attrs["other"] == nil {
		t.Error(types, r.Body.Attrs)
	}
	if r.Range.Filename != "main.tf" || r.Body.Attrs["one"].Range().Filename != "a_override.tf" {
		t.Error(r.Range)
	}
	if c := m.Calls["m"]; c.Source != "./b" || text(c.Body.Attrs["input"]) != "a" {
		t.Error(c)
	}
}
