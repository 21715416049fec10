package lint

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// TestFindingsSurvive: what is accepted of a source stays accepted when nothing but
// its looks change. Of every rule's examples the blocks are put into another order
// and other files, with comments between them and in them; then every resource is
// renamed as well, with a moved block. A baseline of the source as it was covers all
// of it, and so does a saved run that only new findings count against.
func TestFindingsSurvive(t *testing.T) {
	facts := catalogue.Embedded()
	files, err := filepath.Glob("../rules/packs/core/*/*/" + ExampleFile)
	if err != nil || len(files) < 150 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	// Those that need parameters are run by themselves, the others together.
	groups := map[string][]string{}
	for _, file := range files {
		own := filepath.Join(filepath.Dir(file), "_plan", config.FileName)
		if !exists(own) {
			own = ""
		}
		groups[own] = append(groups[own], file)
	}
	covered := 0
	for _, own := range slices.Sorted(maps.Keys(groups)) {
		opt := defaults(facts)
		if own != "" {
			cfg, diags := config.Load(own)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			opt.Config = cfg
		}
		covered += survive(t, opt, groups[own])
	}
	if covered < 2000 {
		t.Errorf("only %d findings were there to cover", covered)
	}
}

// survive checks some examples as projects of one run, as they are and changed, and
// counts the findings that are covered.
func survive(t *testing.T, opt Options, files []string) (covered int) {
	t.Helper()
	sources := map[string]string{}
	root := t.TempDir()
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(root, filepath.Base(filepath.Dir(file)))
		sources[dir] = string(src)
		opt.Projects = append(opt.Projects, Project{Path: dir})
		laid(t, dir, map[string]string{"main.tf": string(src)})
	}
	old, r, err := NewBaseline(t.Context(), opt, filepath.Join(root, "baseline.json"), "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Projects {
		seen := map[string]bool{}
		for _, f := range p.Findings {
			if seen[f.Fingerprint] {
				t.Errorf("%s: two findings of one fingerprint, %s at %s", p.Name, f.Rule, f.Address)
			}
			seen[f.Fingerprint] = true
		}
	}
	saved := KnownFrom(r, "saved.json")
	for _, how := range []string{"rearranged", "renamed"} {
		for dir, src := range sources {
			if how == "renamed" {
				src = renamed(t, src)
			}
			laid(t, dir, rearranged(t, src))
		}
		for _, by := range []string{"baseline", "saved run"} {
			opt.Baseline, opt.Known = old, nil
			if by != "baseline" {
				opt.Baseline, opt.Known = nil, saved
			}
			r := checked(t, opt)
			for _, d := range r.Diagnostics {
				if d.Severity == "error" || d.Summary == GoneSummary {
					t.Errorf("%s: %s: %s", how, d.Summary, d.Detail)
				}
			}
			for _, p := range r.Projects {
				for _, f := range p.Findings {
					switch {
					case f.Verdict != report.Fail:
					case f.Suppressed == nil:
						t.Errorf("%s: %s: %s at %s (%s) is new to the %s: %s", p.Name, how, f.Rule, f.Address, f.Path, by, f.Message)
					default:
						covered++
					}
				}
			}
		}
	}
	return covered
}

// laid has a folder hold these files and no others.
func laid(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, src := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// rearranged is a source with its blocks in three files, the last first, and with
// comments that were not there.
func rearranged(t *testing.T, src string) map[string]string {
	t.Helper()
	out := map[string]string{}
	blocks := blocksOf(t, src)
	slices.Reverse(blocks)
	for i, b := range blocks {
		text := b.Range().SliceBytes([]byte(src))
		inner := b.OpenBraceRange.End.Byte - b.Range().Start.Byte
		file := fmt.Sprintf("part%d.tf", i%3)
		out[file] += fmt.Sprintf("# Part %d.\n%s # moved here\n  # and explained\n%s\n\n", i, text[:inner], text[inner:])
	}
	return out
}

func blocksOf(t *testing.T, src string) hclsyntax.Blocks {
	t.Helper()
	f, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return f.Body.(*hclsyntax.Body).Blocks
}

// renamed is a source in which every resource has another name, and a moved block
// that says so.
func renamed(t *testing.T, src string) string {
	t.Helper()
	var moved strings.Builder
	for _, b := range blocksOf(t, src) {
		if b.Type != "resource" {
			continue
		}
		kind, name := b.Labels[0], b.Labels[1]
		src = strings.ReplaceAll(src, fmt.Sprintf("resource %q %q", kind, name), fmt.Sprintf("resource %q %q", kind, name+"_now"))
		src = regexp.MustCompile(`\b`+kind+`\.`+name+`\b`).ReplaceAllString(src, kind+"."+name+"_now")
		fmt.Fprintf(&moved, "\nmoved {\n  from = %s.%s\n  to   = %s.%s_now\n}\n", kind, name, kind, name)
	}
	return src + moved.String()
}
