package parser

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/iaclint/iaclint/model"
)

// sourceOf writes a folder of files and loads it; the name of a file may have
// folders in it, and "main.tf" is of the root module.
func sourceOf(t *testing.T, opt SourceOptions, files map[string]string) *model.Plan {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	plan, err := Load(context.Background(), dir, Options{Source: opt})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func addresses(p *model.Plan) []string {
	var out []string
	for _, r := range p.Resources {
		out = append(out, r.Address)
	}
	return out
}

// said is an attribute as JSON, "unknown" or "null".
func said(r *model.Resource, path string) string {
	v := model.Get(r.After, path)
	switch {
	case !v.IsWhollyKnown():
		return "unknown"
	case v.IsNull():
		return "null"
	}
	b, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func TestSourceInstances(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		opt   SourceOptions
		want  string
	}{
		"count": {map[string]string{"main.tf": `resource "aws_eip" "a" { count = 2 }`}, SourceOptions{}, "aws_eip.a[0] aws_eip.a[1]"},
		"none":  {map[string]string{"main.tf": `resource "aws_eip" "a" { count = var.on ? 1 : 0 }` + "\nvariable \"on\" { default = false }\n"}, SourceOptions{}, ""},
		"given": {map[string]string{"main.tf": `resource "aws_eip" "a" { count = var.on ? 1 : 0 }` + "\nvariable \"on\" { default = false }\n"},
			SourceOptions{Given: []Given{{Name: "on", Value: "true"}}}, "aws_eip.a[0]"},
		"for_each": {map[string]string{"main.tf": `resource "aws_eip" "a" { for_each = { b = 1, "a\"c" = 2 } }`}, SourceOptions{}, `aws_eip.a["a\"c"] aws_eip.a["b"]`},
		"set":      {map[string]string{"main.tf": `resource "aws_eip" "a" { for_each = toset(["y", "x"]) }`}, SourceOptions{}, `aws_eip.a["x"] aws_eip.a["y"]`},
		"unknown number": {map[string]string{"main.tf": "resource \"aws_eip\" \"a\" { count = var.n }\nvariable \"n\" { type = number }\n"},
			SourceOptions{}, "aws_eip.a[*]"},
		"unknown keys": {map[string]string{"main.tf": "resource \"aws_eip\" \"a\" { for_each = toset([aws_vpc.v.id]) }\nresource \"aws_vpc\" \"v\" {}\n"},
			SourceOptions{}, "aws_eip.a[*] aws_vpc.v"},
		"modules": {map[string]string{
			"main.tf":   "module \"m\" {\n  source = \"./m\"\n  for_each = toset([\"a\", \"b\"])\n  n = each.key == \"a\" ? 2 : 1\n}\n",
			"m/main.tf": "variable \"n\" {}\nresource \"aws_eip\" \"e\" { count = var.n }\n",
		}, SourceOptions{}, `module.m["a"].aws_eip.e[0] module.m["a"].aws_eip.e[1] module.m["b"].aws_eip.e[0]`},
		"self call": {map[string]string{"main.tf": "module \"m\" { source = \"./\" }\nresource \"aws_eip\" \"a\" {}\n"}, SourceOptions{}, "aws_eip.a"},
		"too many":  {map[string]string{"main.tf": "resource \"aws_eip\" \"a\" { count = 1000000000 }\n"}, SourceOptions{}, "aws_eip.a[*]"},
	} {
		t.Run(name, func(t *testing.T) {
			p := sourceOf(t, c.opt, c.files)
			if got := strings.Join(addresses(p), " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if p.Input != model.Source {
				t.Errorf("input is %s", p.Input)
			}
			if open := strings.Contains(c.want, "[*]"); open != (p.Incomplete != "") && name != "self call" {
				t.Errorf("incomplete is %q", p.Incomplete)
			}
		})
	}
}

func TestSourceValues(t *testing.T) {
	p := sourceOf(t, SourceOptions{Workspace: "prod"}, map[string]string{
		"main.tf": `
variable "size" {
  type    = object({ type = optional(string, "t3.micro"), disk = optional(number) })
  default = { disk = 30 }
}
variable "secret" {
  type      = string
  sensitive = true
  default   = "hunter2"
}
locals {
  name = "web-${terraform.workspace}"
  tags = merge({ Name = local.name }, { team = "x" })
  a    = local.b
  b    = local.a
}
provider "aws" {
  region = join("-", ["eu", "west", "1"])
  default_tags { tags = { stage = terraform.workspace } }
}
data "aws_availability_zones" "z" { state = "available" }
data "aws_ami" "a" { most_recent = true }
resource "aws_subnet" "s" {
  count             = length(slice(data.aws_availability_zones.z.names, 0, 2))
  availability_zone = data.aws_availability_zones.z.names[count.index]
}
resource "aws_instance" "web" {
  ami           = data.aws_ami.a.id
  instance_type = var.size.type
  subnet_id     = aws_subnet.s[0].id
  user_data     = var.secret
  tags          = local.tags
  hibernation   = local.a
  root_block_device { volume_size = var.size.disk }
  dynamic "ebs_block_device" {
    for_each = { b = 10, c = 20 }
    iterator = disk
    content {
      device_name = "/dev/sd${disk.key}"
      volume_size = disk.value
    }
  }
}
resource "aws_ebs_volume" "v" {
  availability_zone = aws_subnet.s[1].availability_zone
  size              = [for s in aws_subnet.s : s.tags][0] == null ? 1 : 2
}
`,
	})
	by := map[string]*model.Resource{}
	for _, r := range p.Resources {
		by[r.Address] = r
	}
	web := by["aws_instance.web"]
	for _, c := range []struct{ address, path, want string }{
		{"aws_instance.web", "ami", "unknown"},
		{"aws_instance.web", "instance_type", `"t3.micro"`},
		{"aws_instance.web", "subnet_id", "unknown"},
		{"aws_instance.web", "user_data", "unknown"}, // masked
		{"aws_instance.web", "hibernation", "unknown"},
		{"aws_instance.web", "monitoring", "null"},
		{"aws_instance.web", "root_block_device.volume_size", "30"},
		{"aws_instance.web", "ebs_block_device.1.volume_size", "20"},
		{"aws_instance.web", "tags.Name", `"web-prod"`},
		{"aws_subnet.s[1]", "availability_zone", `"eu-west-1b"`},
		{"aws_ebs_volume.v", "availability_zone", `"eu-west-1b"`},
	} {
		if got := said(by[c.address], c.path); got != c.want {
			t.Errorf("%s %s is %s, want %s", c.address, c.path, got, c.want)
		}
	}
	if web.Region.Name != "eu-west-1" || web.Tags.Known["stage"] != "prod" || web.Tags.Known["team"] != "x" {
		t.Errorf("region %+v, tags %+v", web.Region, web.Tags)
	}
	if web.Source == nil || web.Source.File != "main.tf" || web.Source.Line != 27 || web.Source.EndLine != 43 {
		t.Errorf("stands at %+v", web.Source)
	}
	refs, how := p.Graph.References(web, "subnet_id")
	if how != model.Resolved || len(refs) != 1 || refs[0] != by["aws_subnet.s[0]"] {
		t.Errorf("subnet_id leads to %v (%v)", refs, how)
	}
	var notes []string
	for _, d := range p.Diagnostics {
		notes = append(notes, d.Summary)
	}
	slices.Sort(notes)
	if got := strings.Join(notes, ", "); got != "Cycle, Data sources answered by iaclint, Data sources not read" {
		t.Errorf("notes: %s", got)
	}
	if !slices.Equal(web.Actions, []model.Action{model.NoOp}) || web.Before != web.After {
		t.Errorf("source says what is, not what changes: %v", web.Actions)
	}
}

func TestSourceProvidersOfModules(t *testing.T) {
	p := sourceOf(t, SourceOptions{}, map[string]string{
		"main.tf": `
provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
module "here"  { source = "./m" }
module "there" {
  source    = "./m"
  providers = { aws = aws.us }
}
resource "aws_sqs_queue" "q" { provider = aws.us }
`,
		"m/main.tf": "resource \"aws_sqs_queue\" \"q\" {}\n",
	})
	want := map[string]string{"aws_sqs_queue.q": "us-east-1", "module.here.aws_sqs_queue.q": "eu-west-1", "module.there.aws_sqs_queue.q": "us-east-1"}
	for _, r := range p.Resources {
		if r.Region.Name != want[r.Address] {
			t.Errorf("%s is in %+v, want %s", r.Address, r.Region, want[r.Address])
		}
	}
}

func TestSourceMissingModule(t *testing.T) {
	p := sourceOf(t, SourceOptions{}, map[string]string{
		"main.tf": "module \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\nresource \"aws_eip\" \"a\" { vpc = module.vpc.id }\n",
	})
	if p.Incomplete != "module module.vpc is not loaded: run init, or check the plan" {
		t.Errorf("incomplete: %q", p.Incomplete)
	}
	if len(p.Resources) != 1 || said(p.Resources[0], "vpc") != "unknown" {
		t.Errorf("%v", addresses(p))
	}
}
