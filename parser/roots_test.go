package parser

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// plant writes the files of a txtar archive below a new folder.
func plant(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told is roots as lines: folder, why, and what it calls.
func told(roots []Root) []string {
	out := []string{}
	for _, r := range roots {
		line := r.Dir + ": " + r.Why
		if r.Library {
			line += " (library)"
		}
		if len(r.Calls) > 0 {
			line += " -> " + strings.Join(r.Calls, " ")
		}
		out = append(out, line)
	}
	return out
}

func TestRoots(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		want       []string
	}{
		{"nothing", "-- README.md --\n", nil},
		{"one folder", "-- main.tf --\n", []string{".: nobody calls it"}},
		{"a module below", `
-- main.tf --
module "a" {
  source = "./modules/a"
}
-- modules/a/main.tf --
module "b" {
  source = "../b"
}
-- modules/b/main.tf --
`, []string{".: nobody calls it -> modules/a modules/b"}},
		{"environments that share a module", `
-- envs/dev/main.tf --
module "net" { source = "../../modules/net" }
-- envs/prod/main.tf --
module "net" {
  source = "../../modules/net" # a comment
}
-- modules/net/main.tf --
variable "cidr" {}
`, []string{"envs/dev: nobody calls it -> modules/net", "envs/prod: nobody calls it -> modules/net"}},
		{"a module with examples", `
-- main.tf --
variable "name" { type = string }
-- modules/sub/main.tf --
variable "name" { type = string }
-- examples/complete/main.tf --
provider "aws" {
  region = "eu-west-1"
}
module "it" {
  source = "../../"
}
-- examples/plain/main.tf --
module "it" {
  source = "../.."
}
-- test/fixtures/x/main.tf --
module "it" {
  source = "../../.."
}
`, []string{
			"examples/complete: it configures a provider -> .", "examples/plain: an example that nobody calls -> .",
			"modules/sub: a module with variables to be given, that nobody calls (library)", "test/fixtures/x: part of a test, that nobody calls -> ."}},
		{"a module without variables to be given", `
-- modules/a/main.tf --
variable "size" {
  default = 1
}
`, []string{"modules/a: nobody calls it"}},
		{"called, and a root all the same", `
-- main.tf --
module "a" { source = "./a" }
module "b" { source = "./b" }
module "c" { source = "./c" }
module "d" { source = "./d" }
module "e" { source = "./e" }
module "f" { source = "./f" }
module "g" { source = "./g" }
module "h" { source = "./h" }
-- a/main.tf --
terraform {
  required_version = ">= 1.0"
  backend "s3" {
    bucket = "b"
  }
}
-- b/main.tf --
terraform {
  cloud {
  }
}
-- c/main.tf --
provider "azurerm" {
  features {}
}
-- d/main.tf --
-- d/prod.tfvars --
-- e/main.tf --
-- e/.terraform.lock.hcl --
-- f/main.tf --
-- f/.terraform/environment --
-- g/main.tf --
provider "aws" {
  alias   = "west"
  version = "~> 3.0"
}
provider "aws" {}
-- h/main.tf --
terraform {
  required_providers {
    backend = { source = "x/backend" }
  }
}
`, []string{
			".: nobody calls it -> a b c d e f g h", "a: it says where its state is kept", "b: it says where its state is kept", "c: it configures a provider",
			"d: it has a file of variables", "e: it has a lock file", "f: it was initialised"}},
		{"sources that lead to no folder here", `
-- main.tf --
module "a" { source = "terraform-aws-modules/vpc/aws" }
module "b" { source = "git::https://example.com/b.git" }
module "c" { source = "/c" }
module "d" { source = "./${var.d}" }
module "e" { source = "../elsewhere" }
module "h" { source = "${var.h}/x" }
module "i" { source = var.i }
module "f" { source = "./gone" }
module "g" { source = "./" }
-- c/main.tf --
`, []string{".: nobody calls it -> ../elsewhere c gone"}},
		{"sources that are partly open", `
-- main.tofu --
module "a" { source = "./mods/a-${var.a}" }
module "b" { source = "git::https://example.com/${var.b}" }
-- mods/a/main.tf --
-- mods/b/main.tf.json --
{"module": {"x": {"source": "../../others/${var.x}/y"}}}
-- mods/b/deeper/main.tf --
-- others/y/main.tf --
`, []string{".: nobody calls it -> mods/a mods/b others/y", "mods/b/deeper: nobody calls it"}},
		{"JSON and OpenTofu", `
-- main.tofu --
module "a" { source = "./a" }
-- a/main.tf.json --
{"//": "x", "module": [{"b": {"source": "../b"}}, {"c": [{"source": "../c"}]}, {"x": {"source": "${var.x}"}}], "variable": {"v": {"default": 1}}}
-- b/main.tofu.json --
{"terraform": {"backend": {"s3": {}}}}
-- c/main.tf.json --
{"provider": {"aws": [{"alias": "x"}, {"//": "only a comment"}]}}
-- modules/d/main.tf.json --
{"variable": {"v": {"type": "string"}}}
`, []string{".: nobody calls it -> a b c", "b: it says where its state is kept",
			"modules/d: a module with variables to be given, that nobody calls (library)"}},
		{"broken files", `
-- main.tf --
resource "x" "y" {
  a = [ "unclosed
  b = {
module "a" {
  source = "./a"
}
-- a/main.tf --
}}}
module "b" { source = "../b" }
-- b/main.tf.json --
{"module":
-- c/main.tf --
variable "text" {
  default = <<EOT
module "b" {
  source = "../d"
}
EOT
}
# module "d" { source = "../d" }
/*
module "d" { source = "../d" }
*/
resource "x" "y" {
  text = <<-EOT
module "d" {
  source = "../d"
}
  EOT
  arn  = "arn:x:/*" # <<NOT
}
-- d/main.tf --
`, []string{".: nobody calls it -> a b", "c: nobody calls it", "d: nobody calls it"}},
		{"not formatted", "-- main.tf --\n\ufeff\tmodule \"a\" {\r\nversion=\"1\"\r\nsource=\"./a\"\r\n}\r\nterraform\n{\n}\n-- a/main.tf --\nterraform {\nbackend \"s3\" {\n}\n}\n",
			[]string{".: nobody calls it -> a", "a: it says where its state is kept"}},
		{"folders passed over", `
-- main.tf --
-- .terraform/modules/a/main.tf --
-- .git/x/main.tf --
-- node_modules/x/main.tf --
-- x/.terragrunt-cache/main.tf --
-- x/.hidden.tf --
-- x/main.tf~ --
-- x/a.tfvars --
-- x/a.tftest.hcl --
`, []string{".: it was initialised"}},
		{"circles", `
-- a/main.tf --
module "b" { source = "../b" }
-- b/main.tf --
module "a" { source = "../a" }
-- c/main.tf --
module "c" { source = "../c" }
`, []string{"a: modules that only call each other -> b", "c: nobody calls it"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Roots(plant(t, c.tree))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(append([]string{}, c.want...), told(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRootsOfMonorepo(t *testing.T) {
	var b strings.Builder
	for i := range 50 {
		fmt.Fprintf(&b, "-- stacks/s%02d/main.tf --\nmodule \"m\" {\n  source = \"../../modules/m%d\"\n}\n-- stacks/s%02d/prod.tfvars --\n", i, i%5, i)
	}
	for i := range 5 {
		fmt.Fprintf(&b, "-- modules/m%d/main.tf --\nmodule \"base\" {\n  source = \"../base\"\n}\n", i)
	}
	b.WriteString("-- modules/base/main.tf --\nvariable \"x\" {}\n")
	roots, err := Roots(plant(t, b.String()))
	if err != nil || len(roots) != 50 {
		t.Fatalf("%d roots, %v", len(roots), err)
	}
	if diff := cmp.Diff(Root{Dir: "stacks/s07", Why: "it has a file of variables", Calls: []string{"modules/base", "modules/m2"}, VarFiles: []string{"stacks/s07/prod.tfvars"}}, roots[7]); diff != "" {
		t.Error(diff)
	}
	if got := Affected(roots, []string{"modules/m3/main.tf"}); len(got) != 10 || got[0].Dir != "stacks/s03" {
		t.Errorf("%v", told(got))
	}
	if got := Affected(roots, []string{"modules/base/main.tf"}); len(got) != 50 {
		t.Errorf("%d", len(got))
	}
}

// Folders are seen from the top of the working copy, except the one that
// somebody asks for.
func TestRootsFromWithin(t *testing.T) {
	dir := plant(t, "-- .git/HEAD --\n-- modules/a/main.tf --\nvariable \"x\" {}\n-- examples/b/main.tf --\n")
	for from, want := range map[string]string{
		"modules": "a: a module with variables to be given, that nobody calls (library)", "modules/a": ".: nobody calls it",
		"examples": "b: an example that nobody calls",
	} {
		roots, err := Roots(filepath.Join(dir, from))
		if err != nil || len(roots) != 1 || told(roots)[0] != want {
			t.Errorf("%s: %v, %v; want %s", from, told(roots), err, want)
		}
	}
}

func TestRootsThatAreNamed(t *testing.T) {
	roots, err := Roots(plant(t, "-- main.tf --\nmodule \"a\" { source = \"./a\" }\n-- a/main.tf --\nmodule \"b\" { source = \"../b\" }\n-- b/main.tf --\n"), "a", "gone")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{".: nobody calls it -> a b", "a: it is named -> b"}, told(roots)); diff != "" {
		t.Error(diff)
	}
}

func TestRootsStopAtBounds(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, strings.Repeat("d/", maxLevels+1))
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	var in *InputError
	if _, err := Roots(dir); !errors.As(err, &in) || in.Next == "" {
		t.Errorf("%v", err)
	}
	if _, err := Roots(filepath.Join(dir, "gone")); !errors.As(err, &in) {
		t.Errorf("%v", err)
	}
}

// A link to a folder would be walked for ever, and one to a file outside of
// the working copy may say anything.
func TestRootsAndLinks(t *testing.T) {
	dir := plant(t, `
-- repo/.git/HEAD --
-- repo/shared/provider.tf --
provider "aws" {
  region = "eu-west-1"
}
-- repo/a/main.tf --
module "b" { source = "../b" }
-- repo/b/main.tf --
-- outside/main.tf --
module "a" { source = "../a" }
`)
	for link, target := range map[string]string{
		"repo/b/provider.tf": "../shared/provider.tf", "repo/a/outside.tf": "../../outside/main.tf", "repo/a/loop": "..", "repo/a/null.tf": os.DevNull, "repo/a/gone.tf": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, from := range []string{"repo", "repo/a/loop"} {
		roots, err := Roots(filepath.Join(dir, from))
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"a: nobody calls it -> b", "b: it configures a provider", "shared: it configures a provider"}
		if diff := cmp.Diff(want, told(roots)); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", from, diff)
		}
	}
}

// What has no end is looked for once.
func TestOutlineOfOpenEnds(t *testing.T) {
	for _, line := range []string{"x = <<E", "/*", "\"", "{", "module \"a\" {", "provider"} {
		var o outline
		o.native([]byte(strings.Repeat(line+"\n", 100_000) + "module \"b\" {\n  source = \"./b\"\n}\n"))
		if len(o.sources) > 1 {
			t.Errorf("%s: %v", line, o.sources)
		}
	}
}

func TestAffected(t *testing.T) {
	roots := []Root{
		{Name: "dev", Dir: "envs", Calls: []string{"modules/net"}, VarFiles: []string{"envs/dev.tfvars", "shared.tfvars"}},
		{Name: "prod", Dir: "envs", Calls: []string{"modules/net"}, VarFiles: []string{"envs/prod.tfvars", "shared.tfvars"}},
		{Name: "apps", Dir: "apps/web"},
		{Name: "lib", Dir: "modules/lib", Library: true},
	}
	top := append([]Root{{Name: "top", Dir: "."}}, roots...)
	for _, c := range []struct {
		roots []Root
		files string
		want  string
	}{
		{roots, "envs/main.tf", "dev prod"},
		{roots, "envs/dev.tfvars", "dev"},
		{roots, "./envs/prod.tfvars", "prod"},
		{roots, "envs/qa.tfvars", "dev prod"},
		{roots, "shared.tfvars", "dev prod"},
		{roots, "modules/net/files/a.tpl", "dev prod"},
		{roots, "apps/web/policies/x.json apps/web/main.tf", "apps"},
		{roots, "modules/lib/main.tf", "lib"},
		{roots, "modules/main.tf", ""},
		{roots, "elsewhere/main.tf", ""},
		{roots, ".iaclint.hcl", "dev prod apps lib"},
		{roots, "apps/.iaclint.hcl", "apps"},
		{roots, "app/.iaclint.hcl", ""},
		{roots, "../x/main.tf /x/main.tf", ""},
		{top, "elsewhere/main.tf", "top"},
		{top, "modules/lib/main.tf", "lib"},
	} {
		var got []string
		for _, r := range Affected(c.roots, strings.Fields(c.files)) {
			got = append(got, r.Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.files, got, c.want)
		}
	}
}

// Whatever stands in a file, its outline comes without a panic, and what was
// told by one part of it is not taken back by another.
func FuzzOutline(f *testing.F) {
	f.Add("module \"a\" {\n  source = \"./a\"\n}\n")
	f.Add("terraform {\n  backend \"s3\" {")
	f.Add(strings.Repeat("{[(", 1000) + "\nmodule \"x\" {")
	f.Add(`{"module": [{"a": {"source": "./a"}}]}`)
	f.Fuzz(func(t *testing.T, src string) {
		o := outline{variables: true}
		o.json([]byte(src))
		o.native([]byte(src))
		before := len(o.sources)
		o.lex([]byte("module \"a\" {\n  source = \"./a\"\n}\n"))
		if len(o.sources) != before+1 {
			t.Errorf("%d sources, then %d", before, len(o.sources))
		}
	})
}
