package parser

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/written"
)

// locate says of every resource where it is written, and what people wrote
// beside it for iaclint.
func locate(plan *model.Plan, t *written.Tree) {
	ignores, slips := t.All()
	plan.Ignores, plan.Moves = ignores, t.Moves
	plan.Diagnostics = append(plan.Diagnostics, slips...)
	beside := map[string][]*model.Ignore{}
	outline := t.Outline()
	for _, r := range plan.Resources {
		block := writtenAs(r)
		if r.Source = t.Place(block); r.Source == nil {
			continue
		}
		r.Line = func(path string) *model.Range { return outline.Line(block, path) }
		if len(ignores) == 0 {
			continue
		}
		found, ok := beside[block]
		if !ok {
			found = t.Ignores(block)
			beside[block] = found
		}
		r.Ignores = found
	}
}

// writtenAs names the block of a resource: its address without instance keys.
func writtenAs(r *model.Resource) string {
	name := r.Type + "." + r.Name
	if r.Module != "" {
		name = withoutKeys(r.Module) + "." + name
	}
	return name
}

// locateIn reads the source a plan was made of, and says where its resources
// are written.
func locateIn(plan *model.Plan, dir string) error {
	t, err := treeOf(plan, dir)
	if err != nil {
		return &InputError{Path: dir, Summary: "not the source of a plan: " + err.Error(), Next: "Name the folder of the root module that the plan was made of.", Err: err}
	}
	there, missing := found(plan, t)
	if there == 0 && missing != "" {
		return &InputError{Path: dir, Summary: fmt.Sprintf("not the source of this plan: %s is not in it, nor is any other resource", missing), Next: "Name the folder of the root module that the plan was made of."}
	}
	locate(plan, t)
	if missing != "" {
		plan.Diagnostics = append(plan.Diagnostics, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Not in the source",
			Detail: fmt.Sprintf("%s is in the plan and not in %s: it has no line. Modules that are not installed there are not found; otherwise the source is of another day than the plan.", missing, filepath.ToSlash(dir))})
	}
	return nil
}

// locateBeside takes the folder a plan lies in for its source where everything
// in the plan is found there: a line of something else would be worse than none.
func locateBeside(plan *model.Plan, path string) {
	dir := filepath.Dir(path)
	for _, pattern := range []string{"*.tf", "*.tofu", "*.tf.json", "*.tofu.json"} {
		if files, _ := filepath.Glob(filepath.Join(dir, pattern)); len(files) == 0 {
			continue
		}
		t, err := treeOf(plan, dir)
		if err != nil {
			return
		}
		if there, missing := found(plan, t); there > 0 && missing == "" {
			locate(plan, t)
		}
		return
	}
}

// treeOf reads a root module without evaluating it.
func treeOf(plan *model.Plan, dir string) (*written.Tree, error) {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return nil, errors.New(cause(err))
	}
	root := Boundary(real, "")
	rel, err := filepath.Rel(root, real)
	if err != nil {
		return nil, errors.New(cause(err))
	}
	return written.Load(root, filepath.ToSlash(rel), isTofu(real, plan.Tool))
}

// found counts the resources that a plan keeps and that are in the source, and
// names one that is not. What goes may have left the source already.
func found(plan *model.Plan, t *written.Tree) (there int, missing string) {
	for _, r := range plan.Resources {
		switch {
		case r.After == nil || r.Deposed != "":
		case t.Place(writtenAs(r)) != nil:
			there++
		case missing == "":
			missing = r.Address
		}
	}
	return there, missing
}
