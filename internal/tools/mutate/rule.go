package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// subject is a rule with what its tests need: the library it uses and the tests.
type subject struct {
	id      string
	rule    string // file
	modules map[string]*ast.Module
	tests   []ast.Ref // packages whose tests are its own
}

// subjects are the rules of a pack, by id. Of the library each gets what it
// imports, and what that imports.
func subjects(pack, lib string) ([]subject, error) {
	library, err := parse(filepath.Join(lib, "*.rego"))
	if err != nil {
		return nil, err
	}
	rules, err := filepath.Glob(filepath.Join(pack, "*", "*", "rule.rego"))
	if err != nil {
		return nil, err
	}
	if len(rules) == 0 {
		return nil, fmt.Errorf("no rules in %s", pack)
	}
	slices.Sort(rules)
	var out []subject
	for _, file := range rules {
		dir := filepath.Dir(file)
		s := subject{rule: file, id: filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(dir)), filepath.Base(dir)))}
		if s.modules, err = parse(filepath.Join(dir, "*.rego")); err != nil {
			return nil, err
		}
		for _, mod := range s.modules {
			s.tests = append(s.tests, mod.Package.Path)
		}
		for grown := true; grown; {
			grown = false
			for name, mod := range library {
				if s.modules[name] == nil && imported(mod, s.modules) {
					s.modules[name], grown = mod, true
				}
			}
		}
		out = append(out, s)
	}
	return out, nil
}

func parse(glob string) (map[string]*ast.Module, error) {
	files, err := filepath.Glob(glob)
	if err != nil {
		return nil, err
	}
	out := map[string]*ast.Module{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if out[file], err = ast.ParseModule(file, string(src)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// imported is whether some of the modules asks for a module's package.
func imported(mod *ast.Module, by map[string]*ast.Module) bool {
	for _, m := range by {
		if slices.ContainsFunc(m.Imports, func(i *ast.Import) bool {
			ref, ok := i.Path.Value.(ast.Ref)
			return ok && (ref.HasPrefix(mod.Package.Path) || mod.Package.Path.HasPrefix(ref))
		}) {
			return true
		}
	}
	return false
}

// outcome is what the tests make of a mutant.
type outcome int

const (
	killed    outcome = iota // a test fails
	survived                 // all pass
	stillborn                // it does not compile
)

// test runs the subject's own tests with its rule replaced, until one fails.
func (s subject) test(ctx context.Context, rule *ast.Module) (outcome, error) {
	modules := make(map[string]*ast.Module, len(s.modules))
	for name, mod := range s.modules {
		modules[name] = mod
	}
	modules[s.rule] = rule
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, compiled := survived, false
	store := inmem.NewWithOpts(inmem.OptRoundTripOnWrite(false))
	err := storage.Txn(ctx, store, storage.WriteParams, func(txn storage.Transaction) error {
		results, err := tester.NewRunner().SetStore(store).SetModules(modules).SetParallel(1).CapturePrintOutput(false).
			SetPrefixMatchers(s.tests...).SetCompiler(ast.NewCompiler()).RunTests(ctx, txn)
		if err != nil {
			return err
		}
		compiled = true
		for r := range results {
			if !r.Pass() && !r.Skip {
				out = killed
				cancel()
			}
		}
		return nil
	})
	switch {
	case !compiled:
		return stillborn, err
	case out == killed:
		return killed, nil // what was cancelled after it does not matter
	}
	return out, err
}
