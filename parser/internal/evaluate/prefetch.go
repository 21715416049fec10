package evaluate

import (
	"context"
	"strings"
	"sync"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// prefetch parses the modules that a tree calls by a path, and fetches those
// that are called from elsewhere where the loader may, side by side, before
// they are asked for one by one. Where a source is worked out it waits for its
// turn.
func prefetch(ctx context.Context, loader *tree.Loader, root *tree.Module) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	seen := map[string]bool{root.Dir: true}
	room := make(chan struct{}, 8)
	var visit func(mod *tree.Module, path string, depth int)
	follow := func(mod *tree.Module, call *tree.Call, path string, depth int) {
		found := loader.Child(mod, call, path)
		mu.Lock()
		known := found.Dir == "" || seen[found.Dir]
		seen[found.Dir] = true
		mu.Unlock()
		if known {
			return
		}
		wg.Go(func() {
			room <- struct{}{}
			child, err := loader.Module(found.Dir)
			<-room
			if err == nil {
				visit(child, path, depth+1)
			}
		})
	}
	visit = func(mod *tree.Module, path string, depth int) {
		for _, call := range mod.Calls {
			away := !strings.HasPrefix(call.Source, ".")
			plain := call.Source != "" && (call.VersionExpr == nil || call.VersionExpr.Constant)
			if away && (loader.Remote == nil || !plain) || depth > maxDepth || ctx.Err() != nil {
				continue
			}
			at := strings.TrimPrefix(path+"."+call.Name, ".")
			if away {
				wg.Go(func() { follow(mod, call, at, depth) })
			} else {
				follow(mod, call, at, depth)
			}
		}
	}
	visit(root, "", 0)
	wg.Wait()
}
