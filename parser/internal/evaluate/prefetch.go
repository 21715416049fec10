package evaluate

import (
	"context"
	"strings"
	"sync"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// prefetch parses the modules that a tree calls by local path, side by side,
// before they are asked for one by one.
func prefetch(ctx context.Context, loader *tree.Loader, root *tree.Module) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	seen := map[string]bool{root.Dir: true}
	room := make(chan struct{}, 8)
	var visit func(mod *tree.Module, depth int)
	visit = func(mod *tree.Module, depth int) {
		for _, call := range mod.Calls {
			if !strings.HasPrefix(call.Source, ".") || depth > maxDepth || ctx.Err() != nil {
				continue
			}
			dir, why := loader.Child(mod, call, "")
			mu.Lock()
			known := why != "" || seen[dir]
			seen[dir] = true
			mu.Unlock()
			if known {
				continue
			}
			wg.Go(func() {
				room <- struct{}{}
				child, err := loader.Module(dir)
				<-room
				if err == nil {
					visit(child, depth+1)
				}
			})
		}
	}
	visit(root, 0)
	wg.Wait()
}
