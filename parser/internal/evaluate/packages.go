package evaluate

import (
	"context"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Fetch finds the package that a source and a version lead to: what to call
// it, its folder on this machine, and the slash path of the module in it. The
// tool, "terraform" or "tofu", decides which registry is meant where none is
// named. It may be called by several goroutines.
type Fetch func(ctx context.Context, source, version, tool string) (name, dir, sub string, err error)

// into lets a loader fetch.
func (f Fetch) into(ctx context.Context, loader *tree.Loader, tofu bool) {
	if f == nil {
		return
	}
	tool := "terraform"
	if tofu {
		tool = "tofu"
	}
	loader.Remote = func(source, version string) (tree.Package, error) {
		name, dir, sub, err := f(ctx, source, version, tool)
		return tree.Package{Name: name, Dir: dir, Sub: sub}, err
	}
}

// shown is the source of a call behind its name; nothing where it was worked
// out, for then it may hold what stands in files.
func shown(call *tree.Call) string {
	if call.Computed {
		return ""
	}
	return " (" + withoutLogin(call.Source) + ")"
}

// withoutLogin is a source without the user and password in it.
func withoutLogin(source string) string {
	scheme, rest, ok := strings.Cut(source, "://")
	if !ok {
		return source
	}
	host, path, _ := strings.Cut(rest, "/")
	if login, name, ok := strings.Cut(host, "@"); ok && strings.Contains(login, ":") {
		return strings.TrimSuffix(scheme+"://"+name+"/"+path, "/")
	}
	return source
}

// dotted is the path of a call as modules.json has it: "net.subnets".
func dotted(static string) string {
	return strings.ReplaceAll(strings.TrimPrefix(static, "module."), ".module.", ".")
}

// pack is where init would have put the package that a module lies in, "" for
// none: what path.module says, and where functions look for its files.
func (e *evaluator) pack(mod *tree.Module, parent *instance, static string) string {
	name, at, _ := e.loader.Mounted(mod.Dir)
	if name == "" {
		return ""
	}
	if parent.pack != "" {
		if above, _, _ := e.loader.Mounted(parent.mod.Dir); above == name {
			return parent.pack
		}
	}
	called := ".terraform/modules/" + dotted(static)
	e.packages[called] = at
	return called
}

// versioned is a call whose version is worked out, as OpenTofu does.
func (in *instance) versioned(call *tree.Call) *tree.Call {
	x := call.VersionExpr
	if x == nil || x.Constant {
		return call
	}
	known := *call
	if v := in.scope().value(x); wholly(v) && !v.IsNull() && v.Type() == cty.String {
		known.Version = v.AsString()
	} else {
		known.Open = true
	}
	return &known
}
