package parser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// testdata is the project's folder of inputs.
const testdata = "../testdata"

func mustLoad(t testing.TB, path string) *model.Plan {
	t.Helper()
	p, err := Load(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// parse loads a document given as text.
func parse(t testing.TB, doc string) (*model.Plan, error) {
	t.Helper()
	return Load(context.Background(), "-", Options{Stdin: strings.NewReader(doc)})
}

func mustParse(t testing.TB, doc string) *model.Plan {
	t.Helper()
	p, err := parse(t, doc)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func at(t testing.TB, p *model.Plan, address string) *model.Resource {
	t.Helper()
	for _, r := range p.Resources {
		if r.Address == address {
			return r
		}
	}
	t.Fatalf("no %s in the plan", address)
	return nil
}

// existing counts what is there after the plan, changed what it acts on. A
// refresh-only plan acts on nothing.
func existing(p *model.Plan) (n int) {
	for _, r := range p.Resources {
		if r.Exists() {
			n++
		}
	}
	return n
}

// dump writes everything a Plan says through any of its doors.
func dump(p *model.Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s %s %s %q\n", p.Name, p.Path, p.Input, p.Tool, p.TerraformVersion, p.Incomplete)
	for _, d := range p.Diagnostics {
		fmt.Fprintf(&b, "note %s: %s %v\n", d.Summary, d.Detail, d.Subject)
	}
	for _, pr := range p.Providers {
		fmt.Fprintf(&b, "provider %+v\n", *pr)
	}
	for _, r := range p.Resources {
		fmt.Fprintf(&b, "%s was %q module %q type %s name %s index %#v deposed %q actions %v (%s) provider %s\n", r.Address, r.PreviousAddress,
			r.Module, r.Type, r.Name, r.Index, r.Deposed, r.Actions, r.ActionReason, r.ProviderName)
		fmt.Fprintf(&b, "  region %+v tags %+v facts %+v lock-in %+v\n", r.Region, r.Tags, r.Facts, r.LockIn)
		for i, o := range []model.Object{r.Before, r.After} {
			if o == nil {
				continue
			}
			side := []string{"before", "after"}[i]
			for _, name := range o.Names() {
				refs, how := p.Graph.References(r, name)
				fmt.Fprintf(&b, "  %s %s = %#v why %q refs", side, name, o.Attr(name), r.WhyUnknown(name))
				for _, to := range refs {
					b.WriteString(" " + to.Address)
				}
				fmt.Fprintf(&b, " %d\n", how)
			}
			fmt.Fprintf(&b, "  %s sensitive %v\n", side, o.Sensitive())
			o.Release()
		}
		by, complete := p.Graph.ReferencedBy(r)
		for _, from := range by {
			b.WriteString("  referenced by " + from.Address + "\n")
		}
		fmt.Fprintf(&b, "  complete %v\n", complete)
	}
	return b.String()
}

func inputError(t testing.TB, err error) *InputError {
	t.Helper()
	var e *InputError
	if !errors.As(err, &e) {
		t.Fatalf("error %v (%T) is not an InputError", err, err)
	}
	return e
}

// corpus is the folder of other people's plans, when it is there.
func corpus(t *testing.T) (dir string, ok bool) {
	dir = os.Getenv("IACLINT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	_, err := os.Stat(filepath.Join(dir, "INDEX.tsv"))
	return dir, err == nil
}

func show(v cty.Value) string {
	if v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
		return v.AsString()
	}
	return fmt.Sprintf("%#v", v)
}
