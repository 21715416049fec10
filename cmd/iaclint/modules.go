package main

import (
	"context"
	"runtime"

	"github.com/iaclint/iaclint/modules"
	"github.com/iaclint/iaclint/parser"
)

// fetch lets the parser ask for modules that are called from elsewhere.
func fetch(from *modules.Fetcher) parser.ModuleFetcher {
	return func(ctx context.Context, source, version, tool string) (name, dir, sub string, err error) {
		p, err := from.Fetch(ctx, source, version, tool)
		return p.Name, p.Dir, p.Sub, err
	}
}

// unkept is why no module could be kept, with what to do; nil when that is not
// so.
func (f *sourceFlags) unkept() error {
	if f.fetcher == nil || f.fetcher.Broken() == nil {
		return nil
	}
	name := "XDG_CACHE_HOME"
	switch runtime.GOOS {
	case "windows":
		name = "LocalAppData"
	case "darwin":
		name = "HOME"
	}
	return hint{f.fetcher.Broken(), "Name another in " + name + ", or leave --download-modules out and run init"}
}
