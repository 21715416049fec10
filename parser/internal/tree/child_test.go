package tree

import (
	"os"
	"path/filepath"
	"testing"
)

func TestChild(t *testing.T) {
	mod := "locals {\n  a = 1\n}\n"
	root := write(t, map[string]string{
		"env/prod/main.tf": `
module "near" { source = "./near" }
module "up" { source = "../../lib" }
module "out" { source = "../../../x" }
module "none" { source = "./none" }
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
module "stale" { source = "other/vpc/aws" }
module "git" { source = "github.com/x/y//sub?ref=v1" }
module "escaped" { source = "git::https://example.com/z" }
module "missing" { source = "git::https://example.com/missing" }
module "computed" { source = "./${var.x}" }
`,
		"env/prod/near/main.tf":                            "module \"deep\" {\n  source = \"x/y/z\"\n}\n",
		"lib/main.tf":                                      mod,
		"env/prod/.terraform/modules/vpc/main.tf":          "module \"sub\" {\n  source = \"./modules/sub\"\n}\n",
		"env/prod/.terraform/modules/vpc/modules/sub/a.tf": mod,
		"env/prod/.terraform/modules/git/sub/main.tf":      mod,
		"env/prod/.terraform/modules/near.deep/main.tf":    mod,
		"env/prod/.terraform/modules/modules.json": `{"Modules": [
{"Key": "", "Source": "", "Dir": "."},
{"Key": "vpc", "Source": "registry.terraform.io/terraform-aws-modules/vpc/aws", "Version": "5.0.0", "Dir": ".terraform/modules/vpc"},
{"Key": "stale", "Source": "registry.terraform.io/terraform-aws-modules/vpc/aws", "Version": "5.0.0", "Dir": ".terraform/modules/vpc"},
{"Key": "git", "Source": "git::https://github.com/x/y.git//sub?ref=v1", "Dir": ".terraform/modules/git/sub"},
{"Key": "escaped", "Source": "git::https://example.com/z", "Dir": "../../../z"},
{"Key": "near.deep", "Source": "registry.terraform.io/x/y/z", "Version": "1.0.0", "Dir": ".terraform/modules/near.deep"}
]}`,
	})
	if err := os.Symlink(t.TempDir(), filepath.Join(root, "env/prod/link")); err != nil {
		t.Fatal(err)
	}
	l, err := NewLoader(root, false)
	if err != nil {
		t.Fatal(err)
	}
	m, err := l.Module("env/prod")
	if err != nil {
		t.Fatal(err)
	}
	m.Calls["linked"] = &Call{Name: "linked", Source: "./link"}
	for name, want := range map[string]struct{ dir, why string }{
		"near":     {"env/prod/near", ""},
		"up":       {"lib", ""},
		"out":      {"", outside},
		"linked":   {"", outside},
		"none":     {"", "it does not exist"},
		"vpc":      {"env/prod/.terraform/modules/vpc", ""},
		"stale":    {"", "its source was another when init was run: " + absent},
		"git":      {"env/prod/.terraform/modules/git/sub", ""},
		"escaped":  {"", outside},
		"missing":  {"", absent},
		"computed": {"", "its source is not a plain text"},
	} {
		if got := l.Child(m, m.Calls[name], name); got != (Found{Dir: want.dir, Why: want.why}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, test := range []struct{ parent, call, path, want string }{
		{"env/prod/.terraform/modules/vpc", "sub", "vpc.sub", "env/prod/.terraform/modules/vpc/modules/sub"},
		{"env/prod/near", "deep", "near.deep", "env/prod/.terraform/modules/near.deep"},
	} {
		parent, err := l.Module(test.parent)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Child(parent, parent.Calls[test.call], test.path); got != (Found{Dir: test.want}) {
			t.Errorf("%s: %+v", test.path, got)
		}
	}
}

func TestBrokenIndex(t *testing.T) {
	l, err := NewLoader(write(t, map[string]string{
		"main.tf":                         "module \"a\" {\n  source = \"x/y/z\"\n}\n",
		".terraform/modules/modules.json": "{",
	}), false)
	if err != nil {
		t.Fatal(err)
	}
	m, err := l.Module(".")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Child(m, m.Calls["a"], "a"); got != (Found{Why: absent}) {
		t.Error(got)
	}
}
