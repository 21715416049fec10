package tree

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// said is the diagnostics of a module, one line each.
func said(diags hcl.Diagnostics) []string {
	var out []string
	for _, d := range diags {
		level := "note"
		if d.Severity == hcl.DiagError {
			level = "error"
		}
		out = append(out, fmt.Sprintf("%s %s:%d %s", level, d.Subject.Filename, d.Subject.Start.Line, d.Summary))
	}
	return out
}

// expect compares what was said.
func expect(t *testing.T, diags hcl.Diagnostics, want ...string) {
	t.Helper()
	if got := said(diags); !slices.Equal(got, want) {
		t.Errorf("said:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// addresses are the resources of a module.
func addresses(m *Module) string {
	var out []string
	for _, r := range m.Resources {
		out = append(out, r.Mode+":"+r.Type+"."+r.Name)
	}
	return strings.Join(out, " ")
}

func dotted(ref hcl.Traversal) string {
	var out []string
	for _, step := range ref {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			out = append(out, step.Name)
		case hcl.TraverseAttr:
			out = append(out, step.Name)
		case hcl.TraverseIndex:
			out = append(out, fmt.Sprintf("%#v", step.Key))
		}
	}
	return strings.Join(out, ".")
}

const blocks = `
terraform {
  required_version = ">= 1.0"
  required_providers {
    aws  = { source = "hashicorp/aws", version = "~> 5.0" }
    null = "~> 3.0"
  }
  backend "s3" {}
  provider_meta "aws" {}
  encryption {}
}
language { compatible_with = "x" }
provider "aws" {
  alias   = "west"
  version = "~> 5.0"
  region  = "us-west-1"
  default_tags { tags = { a = "b" } }
}
provider "aws" {
  alias    = "each"
  for_each = toset(["a"])
  region   = each.key
}
variable "size" {
  type = object({ n = number, kind = optional(string, "gp3") })
  default = { n = 1 }
  sensitive = true
  nullable  = false
  validation {
    condition     = var.size.n > 0
    error_message = "No."
  }
}
variable "open" {}
locals {
  a = 1
  b = local.a
}
output "o" {
  value     = aws_instance.a.arn
  sensitive = true
}
resource "aws_instance" "a" {
  ami = data.aws_ami.d.id
  provisioner "local-exec" { command = "x" }
}
data "aws_ami" "d" {}
ephemeral "random_password" "p" { length = 3 }
check "health" {
  data "http" "site" { url = "https://example.com" }
  assert {
    condition     = data.http.site.status_code == 200
    error_message = "No."
  }
}
module "net" {
  source    = "./net"
  version   = "1.2.3"
  for_each  = toset(["x"])
  providers = { aws = aws.west, aws.other = aws.each["a"] }
  cidr      = "10.0.0.0/8"
  depends_on = [aws_instance.a]
  lifecycle { enabled = var.open }
}
moved {
  from = aws_instance.old
  to   = module.net["x"].aws_instance.a[0]
}
removed {
  from = aws_instance.gone
  lifecycle { destroy = false }
}
removed { from = module.gone }
import {
  for_each = toset(["i-1"])
  to = aws_instance.a[each.key]
  id = each.key
}
action "aws_lambda_invoke" "x" {}
list "aws_instance" "l" {}
`

func TestBlocks(t *testing.T) {
	m := load(t, false, map[string]string{"main.tf": blocks})
	expect(t, m.Diagnostics)
	if got := addresses(m); got != "managed:aws_instance.a data:aws_ami.d ephemeral:random_password.p data:http.site" {
		t.Error(got)
	}
	if m.Required["aws"] != (Requirement{"hashicorp/aws", "~> 5.0"}) || m.Required["null"] != (Requirement{"", "~> 3.0"}) {
		t.Error(m.Required)
	}
	p := m.Providers[0]
	if len(m.Providers) != 2 || p.Name != "aws" || p.Alias != "west" || p.Version != "~> 5.0" || len(p.Body.Attrs) != 1 || len(p.Body.Blocks) != 1 || m.Providers[1].ForEach == nil {
		t.Error(p)
	}
	v := m.Variables["size"]
	if !v.Type.IsObjectType() || v.Defaults == nil || !v.Sensitive || v.Nullable || !v.Default.GetAttr("n").RawEquals(cty.NumberIntVal(1)) {
		t.Error(v)
	}
	if v := m.Variables["open"]; v.Type != cty.DynamicPseudoType || !v.Nullable || v.Default != cty.NilVal {
		t.Error(v)
	}
	if !m.Locals["a"].Constant || m.Locals["b"].Constant || dotted(m.Locals["b"].Refs[0]) != "local.a" || !m.Outputs["o"].Sensitive {
		t.Error(m.Locals, m.Outputs)
	}
	c := m.Calls["net"]
	if c.Source != "./net" || c.Version != "1.2.3" || c.ForEach == nil || c.Enabled == nil || len(c.Body.Attrs) != 1 || len(c.DependsOn) != 1 {
		t.Error(c)
	}
	if dotted(c.Providers["aws"].Refs[0]) != "aws.west" || dotted(c.Providers["aws.other"].Refs[0]) != `aws.each.cty.StringVal("a")` {
		t.Error(c.Providers)
	}
	if got := dotted(m.Moved[0].From) + " " + dotted(m.Moved[0].To); got != `aws_instance.old module.net.cty.StringVal("x").aws_instance.a.cty.NumberIntVal(0)` {
		t.Error(got)
	}
	if len(m.Removed) != 2 || m.Removed[0].Destroy || !m.Removed[1].Destroy || dotted(m.Removed[1].From) != "module.gone" {
		t.Error(m.Removed)
	}
	if len(m.Imports) != 1 || m.Imports[0].ForEach == nil || dotted(m.Imports[0].To.Refs[0]) != "aws_instance.a" {
		t.Error(m.Imports)
	}
}

func TestSlips(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"later block":       {"widget \"a\" {}\n", []string{"note main.tf:1 Unknown kind of block"}},
		"later argument":    {"variable \"a\" {\n  shiny = true\n}\n", []string{"note main.tf:2 Unknown argument"}},
		"later meta":        {"resource \"a_b\" \"c\" {\n  lifecycle {\n    shiny = 1\n  }\n}\n", []string{"note main.tf:3 Unknown argument"}},
		"later nested":      {"module \"a\" {\n  source = \"./x\"\n  shiny {}\n}\n", []string{"note main.tf:3 Unknown kind of block"}},
		"labels":            {"resource \"a\" {}\n", []string{"error main.tf:1 Wrong number of labels"}},
		"stray argument":    {"a = 1\n", []string{"error main.tf:1 Argument outside of a block"}},
		"default refers":    {"variable \"a\" {\n  default = local.b\n}\n", []string{"error main.tf:2 Default that is not constant"}},
		"default calls":     {"variable \"a\" {\n  default = file(\"x\")\n}\n", []string{"error main.tf:2 Default that is not constant"}},
		"type":              {"variable \"a\" {\n  type = strong\n}\n", []string{"error main.tf:2 Invalid type specification"}},
		"switch":            {"output \"a\" {\n  value = 1\n  sensitive = local.x\n}\n", []string{"error main.tf:3 Not true or false"}},
		"no value":          {"output \"a\" {}\n", []string{"error main.tf:1 Output without a value"}},
		"no source":         {"module \"a\" {}\n", []string{"error main.tf:1 Module without a source"}},
		"no address":        {"moved {\n  from = a.b\n}\n", []string{"error main.tf:1 Missing address"}},
		"bad address":       {"removed {\n  from = 1 + 2\n}\n", []string{"error main.tf:2 Not an address"}},
		"twice":             {"resource \"a_b\" \"c\" {}\nresource \"a_b\" \"c\" {}\nlocals {\n  x = 1\n}\nlocals {\n  x = 2\n}\n", []string{"error main.tf:2 Declared twice", "error main.tf:7 Declared twice"}},
		"no resource twice": {"resource \"a_b\" \"c\" {}\ndata \"a_b\" \"c\" {}\nprovider \"a\" {}\nprovider \"a\" {\n  alias = \"x\"\n}\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, load(t, false, map[string]string{"main.tf": test.text}).Diagnostics, test.want...)
		})
	}
}

func TestExpressions(t *testing.T) {
	for text, want := range map[string]struct {
		constant bool
		refs     string
	}{
		`1 + 2`:                             {true, ""},
		`"a${1}b"`:                          {true, ""},
		`{ a = 1, (b.c) = 2 }`:              {false, "b.c"},
		`{ a = 1, b = [2] }`:                {true, ""},
		`upper("a")`:                        {true, ""},
		`core::upper("a")`:                  {true, ""},
		`timestamp()`:                       {false, ""},
		`"${uuid()}"`:                       {false, ""},
		`[bcrypt("a")]`:                     {false, ""},
		`plantimestamp()`:                   {false, ""},
		`file("x")`:                         {false, ""},
		`core::filebase64sha256("x")`:       {false, ""},
		`templatefile("x", {})`:             {false, ""},
		`provider::aws::arn_parse("x")`:     {false, ""},
		`[for x in [1] : x]`:                {true, ""},
		`[for x in a.b : [x.c, d.e]]`:       {false, "a.b d.e"},
		`{for k, v in a.b : k => v if k.x}`: {false, "a.b"},
		`a.b[c.d].e`:                        {false, "a.b c.d"},
		`a.b[*].c`:                          {false, "a.b"},
		`a.b.*.c`:                           {false, "a.b"},
		`a.b ? c.d : -e.f`:                  {false, "a.b c.d e.f"},
		"<<-A\n%{for x in a.b}${x}${c.d}%{endfor}\nA\n": {false, "a.b c.d"},
	} {
		m := load(t, false, map[string]string{"main.tf": "locals {\n  x = " + text + "\n}\n"})
		x := m.Locals["x"]
		if x == nil {
			t.Errorf("%s: %v", text, m.Diagnostics)
			continue
		}
		var refs []string
		for _, ref := range x.Refs {
			refs = append(refs, dotted(ref))
		}
		if x.Constant != want.constant || strings.Join(refs, " ") != want.refs {
			t.Errorf("%s: %t %v", text, x.Constant, refs)
		}
	}
}

func TestNames(t *testing.T) {
	m := load(t, false, map[string]string{"main.tf": `
locals {
  a = aws_vpc.main.one
  b = aws_vpc.main[0].two.three
  c = aws_vpc.main[*].four
  d = [for s in aws_subnet.all : s.five]
  e = data.aws_ami.x.six
  f = module.net.out.seven
  g = var.v.eight
  h = each.value.nine
  i = path.module
  j = { "k" = keyed.by.ten }
}
`})
	if got, want := strings.Join(m.Names(), " "), "eight five four nine one seven six ten three two"; got != want {
		t.Error(got)
	}
}
