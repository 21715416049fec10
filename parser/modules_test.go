package parser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// fetched is a folder of packages that a fetcher of tests finds modules in:
// files by "name/path", and what was asked for.
type fetched struct {
	t     *testing.T
	root  string
	mu    sync.Mutex
	asked []string
}

func packages(t *testing.T, files map[string]string) *fetched {
	t.Helper()
	f := &fetched{t: t, root: t.TempDir()}
	for name, text := range files {
		at := filepath.Join(f.root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// fetch takes "acme/net/aws//sub" for the folder net.
func (f *fetched) fetch(_ context.Context, source, version, tool string) (name, dir, sub string, err error) {
	f.mu.Lock()
	f.asked = append(f.asked, strings.TrimSpace(tool+" "+source+" "+version))
	f.mu.Unlock()
	if strings.Contains(source, "::") {
		return "", "", "", errors.New("it is not here")
	}
	source, sub, _ = strings.Cut(source, "//")
	name = strings.Split(source, "/")[1]
	dir = filepath.Join(f.root, name)
	if _, err := os.Stat(dir); err != nil {
		return "", "", "", errors.New("the registry has no such module (404): check its source")
	}
	return source + "@1.0.0", dir, sub, nil
}

func notes(p *model.Plan) []string {
	var out []string
	for _, d := range p.Diagnostics {
		text := d.Summary + ": " + d.Detail
		if d.Subject != nil {
			text = d.Subject.String() + " " + text
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return out
}

func TestFetchedModules(t *testing.T) {
	f := packages(t, map[string]string{
		"net/main.tf": `
variable "file" { type = string }
module "inner" { source = "./modules/inner" }
module "away" {
  source  = "acme/queue/aws//sub"
  version = "~> 1.0"
}
module "out" { source = "../queue" }
resource "aws_sqs_queue" "q" {
  name   = path.module
  policy = join(" ", [file("${path.module}/policy.txt"), file(var.file), join(",", fileset(path.module, "*.txt")), tostring(fileexists("${path.module}/main.tf"))])
}
resource "aws_sqs_queue" "stolen" {
  name = file("${path.module}/../queue/sub/main.tf")
}
`,
		"net/policy.txt":            "policy",
		"net/modules/inner/main.tf": "resource \"aws_sqs_queue\" \"q\" {\n  name = path.module\n}\nmodule \"up\" {\n  source = \"../other\"\n}\n",
		"net/modules/other/main.tf": "resource \"aws_sqs_queue\" \"q\" {\n  name = path.root\n}\n",
		"queue/sub/main.tf":         "resource \"aws_sqs_queue\" \"q\" {\n  name = path.module\n}\n",
	})
	if err := os.Symlink(filepath.Join(f.root, "queue", "sub", "main.tf"), filepath.Join(f.root, "net", "link.tf")); err != nil {
		t.Fatal(err)
	}
	p := sourceOf(t, SourceOptions{Fetch: f.fetch}, map[string]string{
		"own.txt": "own",
		"main.tf": `
module "a" {
  source  = "acme/net/aws"
  version = "1.0.0"
  file    = "own.txt"
}
module "b" {
  for_each = toset(["x"])
  source   = "acme/net/aws"
  version  = "1.0.0"
  file     = "${path.module}/own.txt"
}
module "gone" {
  source = "acme/gone/aws"
}
`,
	})
	got := map[string]string{}
	for _, r := range p.Resources {
		got[r.Address] = strings.ReplaceAll(said(r, "name")+" "+said(r, "policy"), `"`, "") + " " + r.Source.File
	}
	for address, want := range map[string]string{
		"module.a.aws_sqs_queue.q":                        ".terraform/modules/a policy own policy.txt true module:acme/net/aws@1.0.0/main.tf",
		"module.a.module.inner.aws_sqs_queue.q":           ".terraform/modules/a/modules/inner null module:acme/net/aws@1.0.0/modules/inner/main.tf",
		"module.a.module.inner.module.up.aws_sqs_queue.q": ". null module:acme/net/aws@1.0.0/modules/other/main.tf",
		"module.a.module.away.aws_sqs_queue.q":            ".terraform/modules/a.away/sub null module:acme/queue/aws@1.0.0/sub/main.tf",
		`module.b["x"].aws_sqs_queue.q`:                   ".terraform/modules/b policy own policy.txt true module:acme/net/aws@1.0.0/main.tf",
		`module.b["x"].module.away.aws_sqs_queue.q`:       ".terraform/modules/b.away/sub null module:acme/queue/aws@1.0.0/sub/main.tf",
	} {
		if got[address] != want {
			t.Errorf("%s: %s", address, got[address])
		}
	}
	for _, address := range []string{"module.a.aws_sqs_queue.stolen"} {
		if !strings.HasPrefix(got[address], "unknown ") {
			t.Errorf("%s: %s", address, got[address])
		}
	}
	said := strings.Join(notes(p), "\n")
	for _, want := range []string{
		"main.tf:14,12-27 Module not loaded: module.gone (acme/gone/aws) is not loaded: the registry has no such module (404): check its source. What it makes is left out.",
		"module.a.module.out (../queue) is not loaded: it lies outside of the package that calls it",
		"module:acme/net/aws@1.0.0/link.tf:1,1-1 File outside of the checked tree",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
	if strings.Contains(said, f.root) {
		t.Errorf("a path of the machine is named:\n%s", said)
	}
	slices.Sort(f.asked)
	if want := []string{"terraform acme/gone/aws", "terraform acme/net/aws 1.0.0", "terraform acme/queue/aws//sub ~> 1.0"}; !slices.Equal(slices.Compact(f.asked), want) {
		t.Error(f.asked)
	}
}

// TestComputedSources is that a source which is worked out is never fetched:
// it could carry what was read from a file to whoever is asked.
func TestComputedSources(t *testing.T) {
	f := packages(t, map[string]string{"net/main.tf": "resource \"aws_sqs_queue\" \"q\" {}\n"})
	p := sourceOf(t, SourceOptions{Fetch: f.fetch, Tool: "tofu"}, map[string]string{
		"other.txt": "other",
		"main.tf": `
locals {
  name = "net"
  at   = "1.0.0"
}
module "worked_out" { source = "acme/${local.name}/aws" }
module "read" { source = "https://example.com/${file("other.txt")}" }
module "version" {
  source  = "acme/net/aws"
  version = local.at
}
module "login" { source = "git::https://me:hunter2@example.com/net.git?ref=v1" }
module "unknown" {
  source  = "acme/net/aws"
  version = timestamp()
}
`,
	})
	if got := addresses(p); !slices.Equal(got, []string{"module.version.aws_sqs_queue.q"}) {
		t.Error(got)
	}
	slices.Sort(f.asked)
	if !slices.Equal(slices.Compact(f.asked), []string{"tofu acme/net/aws 1.0.0", "tofu git::https://me:hunter2@example.com/net.git?ref=v1"}) {
		t.Error(f.asked)
	}
	said := strings.Join(notes(p), "\n")
	if strings.Contains(said, "hunter2") {
		t.Error(said)
	}
	for _, want := range []string{
		"module.login (git::https://example.com/net.git?ref=v1) is not loaded",
		"module.worked_out is not loaded: its source is worked out, and only one that is written out is fetched",
		"its version is not known: run init, or check the plan",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
}

// TestInstalledVersion is a module that init has installed in a version which
// the call no longer wants.
func TestInstalledVersion(t *testing.T) {
	files := map[string]string{
		"main.tf": "module \"net\" {\n  source  = \"acme/net/aws\"\n  version = \"~> 2.0\"\n}\nmodule \"fits\" {\n  source  = \"acme/net/aws\"\n  version = \">= 1.0\"\n}\n",
		".terraform/modules/modules.json": `{"Modules": [
{"Key": "net", "Source": "registry.terraform.io/acme/net/aws", "Version": "1.0.0", "Dir": ".terraform/modules/net"},
{"Key": "fits", "Source": "registry.terraform.io/acme/net/aws", "Version": "1.0.0", "Dir": ".terraform/modules/net"}]}`,
		".terraform/modules/net/main.tf": "resource \"aws_sqs_queue\" \"installed\" {}\n",
	}
	p := sourceOf(t, SourceOptions{}, files)
	want := `main.tf:3,13-21 Module of another version: module.net is checked as it is, but version 1.0.0 is installed, which "~> 2.0" rules out: run init.`
	if got := notes(p); len(got) != 1 || got[0] != want || p.Incomplete != "" {
		t.Error(got, p.Incomplete)
	}
	f := packages(t, map[string]string{"net/main.tf": "resource \"aws_sqs_queue\" \"fetched\" {}\n"})
	p = sourceOf(t, SourceOptions{Fetch: f.fetch}, files)
	if got := addresses(p); !slices.Equal(got, []string{"module.fits.aws_sqs_queue.installed", "module.net.aws_sqs_queue.fetched"}) || len(notes(p)) != 0 {
		t.Error(got, notes(p))
	}
}
