package evaluate

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// reached is a call of a module, and where it leads.
type reached struct {
	mod  *tree.Module
	call *tree.Call
	path string // "net.subnets"
	dir  string // "" for nowhere
}

// prefetch parses the modules that a tree calls, and fetches those that are
// called from elsewhere where the loader may, side by side, before they are
// asked for one by one. Where a source is worked out it waits for its turn.
// Which modules these are rests on the files alone.
func prefetch(ctx context.Context, loader *tree.Loader, root *tree.Module) map[*tree.Module]bool {
	ready := map[*tree.Module]bool{root: true}
	seen := map[string]bool{root.Dir: true}
	for level := callsOf(root, ""); len(level) > 0 && ctx.Err() == nil && strings.Count(level[0].path, ".") < maxDepth; {
		sideBySide(level, func(r *reached) {
			if away := !strings.HasPrefix(r.call.Source, "."); away && loader.Remote != nil && !plainly(r.call) {
				return
			}
			r.dir = loader.Child(r.mod, r.call, r.path).Dir
		})
		level = slices.DeleteFunc(level, func(r *reached) bool {
			known := r.dir == "" || seen[r.dir]
			seen[r.dir] = true
			return known
		})
		sideBySide(level, func(r *reached) {
			r.mod, _ = loader.Module(r.dir) // who asks for it is told what is wrong
		})
		var next []*reached
		for _, r := range level {
			if r.mod != nil {
				ready[r.mod] = true
				next = append(next, callsOf(r.mod, r.path)...)
			}
		}
		level = next
	}
	return ready
}

// callsOf is the calls of a module.
func callsOf(mod *tree.Module, path string) []*reached {
	var out []*reached
	for _, name := range slices.Sorted(maps.Keys(mod.Calls)) {
		out = append(out, &reached{mod: mod, call: mod.Calls[name], path: strings.TrimPrefix(path+"."+name, ".")})
	}
	return out
}

// plainly is whether a call says in so many words where its module is.
func plainly(call *tree.Call) bool {
	return call.Source != "" && (call.VersionExpr == nil || call.VersionExpr.Constant)
}

// sideBySide does something for all, a few at a time.
func sideBySide(list []*reached, do func(r *reached)) {
	var wait sync.WaitGroup
	room := make(chan struct{}, 8)
	for _, r := range list {
		room <- struct{}{}
		wait.Go(func() {
			do(r)
			<-room
		})
	}
	wait.Wait()
}
