package lint

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// in makes a folder of an archive and goes there.
func in(t *testing.T, archive string) {
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
	t.Chdir(dir)
}

const monorepo = `
-- .git/HEAD --
-- plan.json --
-- envs/dev/main.tf --
module "net" { source = "../../modules/net" }
-- envs/prod/main.tf --
module "net" { source = "../../modules/net" }
-- envs/prod/prod.tfvars --
-- envs/prod/notes.json --
-- apps/main.tf --
-- apps/a.tfvars --
-- apps/b.tfvars --
-- apps/deeper/main.tf --
-- modules/net/main.tf --
variable "cidr" {}
-- modules/lonely/main.tf --
variable "cidr" {}
-- empty/README.md --
`

func TestFind(t *testing.T) {
	blocks := `
project "app-a" {
  path      = "apps"
  var_files = ["a.tfvars"]
  vars      = { size = 3 }
}
project "app-b" {
  path      = "apps"
  var_files = ["b.tfvars"]
  workspace = "b"
  tool      = "tofu"
}`
	for _, c := range []struct {
		name, settings, paths string
		want                  string // what is found: plans, then projects
		note                  string
		err                   string
	}{
		{"plans as they are", "", "plan.json - envs/prod/notes.json", "plan.json - envs/prod/notes.json", "", ""},
		{"a root", "", "envs/dev", "envs/dev", "", ""},
		{"a folder of roots", "", "envs", "envs/dev envs/prod", "", ""},
		{"the repository", "", ".", "apps apps/deeper envs/dev envs/prod", "", ""},
		{"a root with roots below", "", "apps", "apps", "is one more, to be checked by its own name: apps/deeper", ""},
		{"a module by itself", "", "modules/net", "modules/net", "", ""},
		{"one of several twice", "", "envs envs/dev ./envs/prod/main.tf", "envs/dev envs/prod", "", ""},
		{"only libraries", "", "modules", "", "", "only modules to be called: modules/lonely, modules/net"},
		{"nothing", "", "empty", "", "", "no .tf or .tofu file in it"},
		{"gone", "", "gone.tf", "", "", "gone.tf: no such file"},
		{"files of one root", "", "envs/dev/main.tf", "envs/dev", "", ""},
		{"a module's file", "", "modules/net/main.tf", "envs/dev envs/prod", "", ""},
		{"variables", "", "envs/prod/prod.tfvars", "envs/prod", "", ""},
		{"a lonely module's file", "", "modules/lonely/main.tf", "", "calls it", ""},
		{"files and plans", "", "plan.json apps/main.tf", "plan.json apps", "", ""},
		{"blocks", blocks, ".", "app-a@apps[apps/a.tfvars size=3] app-b@apps[b tofu apps/b.tfvars] apps/deeper envs/dev envs/prod", "", ""},
		{"blocks at the folder", blocks, "apps", "app-a@apps[apps/a.tfvars size=3] app-b@apps[b tofu apps/b.tfvars]", "apps/deeper", ""},
		{"blocks elsewhere", blocks, "envs", "envs/dev envs/prod", "", ""},
		{"a file of several blocks", blocks, "apps/main.tf", "app-a@apps[apps/a.tfvars size=3] app-b@apps[b tofu apps/b.tfvars]", "", ""},
		{"a file of variables of one", blocks, "apps/b.tfvars", "app-b@apps[b tofu apps/b.tfvars]", "", ""},
		{"a called folder that is named", `project "net" { path = "modules/net" }`, "modules", "net@modules/net", "", ""},
		{"excluded", `exclude_folders = ["apps/**", "**/prod"]`, ".", "envs/dev", "", ""},
		{"excluded and named", `exclude_folders = ["apps/**"]`, "apps", "apps", "is one more", ""},
		{"excluded below what is named", `exclude_folders = ["envs/**"]`, "envs", "envs/dev envs/prod", "", ""},
		{"all excluded", `exclude_folders = ["envs/*"]`, "envs", "", "", "leaves out every root module in it: envs/dev, envs/prod. Name one to check it all the same: iaclint check envs/dev"},
		{"excluded with a block", "exclude_folders = [\"**\"]\nproject \"p\" { path = \"envs/prod\" }", ".", "p@envs/prod", "", ""},
		{"a module's file, one root excluded", `exclude_folders = ["**/dev"]`, "modules/net/main.tf", "envs/prod", "", ""},
		{"a file of what is excluded", `exclude_folders = ["envs/**"]`, "envs/dev/main.tf modules/net/main.tf", "", "leaves out what the files are part of: envs/dev, envs/prod", ""},
		{"an excluded library", `exclude_folders = ["modules/**"]`, "modules/lonely/main.tf", "", "leaves out", ""},
		{"examples of packs", `packs = ["envs/dev", "./apps/"]`, ".", "envs/prod", "", ""},
		{"a pack beside others of its name", `packs = ["env"]`, "envs", "envs/dev envs/prod", "", ""},
		{"a pack that is named", `packs = ["apps"]`, "apps", "apps", "is one more", ""},
		{"a block that leads nowhere", `project "x" { path = "envs/prd" }`, ".", "", "", `Did you mean "envs/prod"?`},
		{"a file that is not there", "project \"x\" {\n  path = \"apps\"\n  var_files = [\"c.tfvars\"]\n}", ".", "", "", `Did you mean "apps/a.tfvars"?`},
		{"a block out of reach that leads nowhere", `project "x" { path = "envs/prd" }`, "apps/deeper", "apps/deeper", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in(t, monorepo)
			wd := absolute(".")
			cfg, diags := config.Parse([]byte(c.settings), filepath.Join(wd, config.FileName))
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			found, err := Find(strings.Fields(c.paths), cfg)
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Errorf("says %v, want %q", err, c.err)
				}
				var s Slips
				if strings.HasPrefix(c.settings, "project") && !errors.As(err, &s) {
					t.Errorf("%T has no place in the file", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := found.Paths
			for _, p := range found.Projects {
				text := filepath.ToSlash(p.Path)
				if p.Name != "" {
					text = p.Name + "@" + text
				}
				var given []string
				given = append(given, strings.Fields(p.Source.Workspace+" "+p.Source.Tool)...)
				for _, g := range p.Source.Given {
					if g.File == "" {
						given = append(given, g.Name+"="+g.Value)
						continue
					}
					rel, _ := inside(wd, g.File)
					given = append(given, rel)
				}
				if len(given) > 0 {
					text += "[" + strings.Join(given, " ") + "]"
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var notes string
			for _, n := range found.Notes {
				notes += n.Detail
			}
			if (c.note == "") != (notes == "") || !strings.Contains(notes, c.note) {
				t.Errorf("notes %q, want %q in it", notes, c.note)
			}
		})
	}
}

// Paths of projects start where the person stands, also above it.
func TestFindFromBelow(t *testing.T) {
	in(t, monorepo)
	t.Chdir("modules/net")
	found, err := Find([]string{"main.tf"}, config.Default())
	if err != nil || len(found.Projects) != 2 || filepath.ToSlash(found.Projects[0].Path) != "../../envs/dev" {
		t.Errorf("%+v, %v", found, err)
	}
}

// What a configuration names stays in its folder, also through links.
func TestFindStaysInside(t *testing.T) {
	in(t, "-- repo/.git/HEAD --\n-- repo/a/main.tf --\n-- outside/main.tf --\n-- outside/x.tfvars --\n")
	for link, target := range map[string]string{"repo/out": "../outside", "repo/a/x.tfvars": "../../outside/x.tfvars", "repo/same": "a"} {
		if err := os.Symlink(target, filepath.FromSlash(link)); err != nil {
			t.Fatal(err)
		}
	}
	for src, want := range map[string]string{
		`project "p" { path = "out" }`:                                     "leads out",
		"project \"p\" {\n  path = \"a\"\n  var_files = [\"x.tfvars\"]\n}": "leads out",
		`project "p" { path = "same" }`:                                    "",
	} {
		cfg, diags := config.Parse([]byte(src), "repo/"+config.FileName)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		found, err := Find([]string{"repo"}, cfg)
		switch {
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v", src, err)
		case want == "" && (err != nil || len(found.Projects) != 1 || found.Projects[0].Name != "p"):
			t.Errorf("%s: %+v, %v", src, found, err)
		}
	}
}

// Without a repository the working directory is where roots are looked for.
func TestFindWithoutRepository(t *testing.T) {
	in(t, "-- a/main.tf --\nmodule \"b\" { source = \"../b\" }\n-- b/main.tf --\n")
	found, err := Find([]string{"b/main.tf"}, config.Default())
	if err != nil || len(found.Projects) != 1 || found.Projects[0].Path != "a" {
		t.Errorf("%+v, %v", found, err)
	}
}

// A root module that cannot be read leaves the others to be checked, and the
// run says that it is not complete.
func TestOneOfSeveralIsUnread(t *testing.T) {
	opt := defaults(catalogue.Embedded())
	in(t, "-- a/main.tf --\nresource \"terraform_data\" \"x\" {}\n")
	opt.Projects = []Project{{Path: "a"}, {Path: "gone"}}
	r, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Projects) != 1 || len(r.Projects[0].Resources) != 1 || r.Summary.ExitCode != 2 || len(r.Diagnostics) != 1 || !strings.Contains(r.Diagnostics[0].Detail, "gone") {
		t.Errorf("%d projects, exit code %d, %+v", len(r.Projects), r.Summary.ExitCode, r.Diagnostics)
	}
	opt.Projects = opt.Projects[1:]
	if _, err := Run(context.Background(), opt); err == nil {
		t.Error("nothing was read, and nothing is wrong")
	}
}
