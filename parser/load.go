package parser

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/provider"
)

// defaultMaxBytes is the largest input that is read when nobody says more.
const defaultMaxBytes = 1 << 30

// Options say how to read an input. The zero value is good.
type Options struct {
	// Name is the Plan's name; the path when empty.
	Name string
	// Stdin is what "-" reads; without it "-" is an error.
	Stdin io.Reader
	// MaxBytes is the largest input; 0 means 1 GiB.
	MaxBytes int64
	// DefaultRegion is the region by cloud ("aws", "azure", "gcp") where
	// nothing else says one.
	DefaultRegion map[string]string
	// Providers is what is known of providers; nil for what is inside.
	Providers *provider.Books
	// Source says how to evaluate a folder of source.
	Source SourceOptions
	// SourceDir is the folder a plan was made of, for the lines of its resources
	// and for comments. Where it is "", the folder the plan lies in is taken if
	// it holds everything that is in the plan.
	SourceDir string
	// RunTool runs terraform or tofu in a folder and returns what it prints;
	// nil runs the real one.
	RunTool func(ctx context.Context, dir, tool string, args ...string) ([]byte, error)
}

// Load reads one input: plan JSON, state JSON (of show -json), a raw state
// file of version 4, a binary plan, a folder of source, or "-" for standard
// input. Every error is
// an *InputError. The caller closes the Plan when it has a Close.
func Load(ctx context.Context, path string, opt Options) (*model.Plan, error) {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = defaultMaxBytes
	}
	plan, err := load(ctx, path, opt)
	if err != nil {
		return nil, err
	}
	plan.Path = path
	if plan.Name = opt.Name; plan.Name == "" {
		plan.Name = cleanName(path)
	}
	return plan, nil
}

func load(ctx context.Context, path string, opt Options) (*model.Plan, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return loadSource(ctx, path, opt)
	}
	in, err := open(path, opt)
	if err != nil {
		return nil, err
	}
	plan, err := in.load(ctx, opt)
	if err != nil {
		err = in.explain(err)
		in.close()
		return nil, err
	}
	switch {
	case opt.SourceDir != "":
		if err := locateIn(plan, opt.SourceDir); err != nil {
			in.close()
			return nil, err
		}
	case plan.Input != model.State && path != "-":
		locateBeside(plan, path)
	}
	return plan, nil
}

func (in *input) load(ctx context.Context, opt Options) (*model.Plan, error) {
	doc, err := in.document(ctx, opt)
	if err != nil {
		return nil, err
	}
	return doc.plan(opt)
}

// cleanName is the path as a name, the same on every system.
func cleanName(path string) string {
	return strings.TrimPrefix(filepath.ToSlash(filepath.Clean(path)), "./")
}
