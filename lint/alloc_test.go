package lint

import (
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// The pipeline without rules makes few objects for a resource and keeps little
// of it until the end. Both are what one more resource adds.
func TestAllocationsOfAResource(t *testing.T) {
	small, few := fleet(t, 2)
	large, many := fleet(t, 12)
	opts := map[string]Options{small: without(t, small), large: without(t, large)}
	count := func(path string) float64 {
		return testing.AllocsPerRun(1, func() { checked(t, opts[path]) })
	}
	kept := func(path string) (live float64) {
		opt := opts[path]
		opt.Progress = func(_ string, done, total int) {
			if done == total { // the plan, its graph, the estimates
				var m runtime.MemStats
				runtime.GC()
				runtime.GC() // what pools hold goes in two steps
				runtime.ReadMemStats(&m)
				live = float64(m.HeapAlloc)
			}
		}
		checked(t, opt)
		return live
	}
	const mostObjects, mostBytes = 130, 4300
	if got := (count(large) - count(small)) / float64(many-few); got > mostObjects {
		t.Errorf("%.0f allocations for one more resource, %d are allowed", got, mostObjects)
	}
	if got := (kept(large) - kept(small)) / float64(many-few); got > mostBytes {
		t.Errorf("%.0f bytes kept of one more resource, %d are allowed", got, mostBytes)
	}
}

// What the program links is paid at every start: a package that comes in by
// the way shows here.
func TestPackagesLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "../cmd/iaclint").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	const most = 455 // of which a dozen are Terraform's functions, a dozen fetch modules, fifty speak to registries and forges
	if n := strings.Count(string(out), "\n"); n > most {
		t.Errorf("the program links %d packages, %d are allowed: see with go list -deps which came in", n, most)
	}
	for _, unwanted := range []string{"opa/cmd", "opa/v1/cmd", "opa/v1/server", "opa/v1/sdk", "opa/v1/plugins", "opa/v1/runtime", "opa/v1/repl", "aws-sdk-go", "wasmtime", "wazero", "html/template", "google.golang.org/grpc", "sigstore/sigstore-go"} {
		if strings.Contains(string(out), unwanted+"\n") || strings.Contains(string(out), unwanted+"/") {
			t.Errorf("the program links %s", unwanted)
		}
	}
}
