package rules

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// The limit of memory follows that of the address space, and is looked up only
// where there is a stranger to be limited.
func TestFittedMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Log("only Linux has a shell that limits the address space")
		return
	}
	if os.Getenv("IACLINT_LIMITED") != "" {
		if got := fitted(); got != 3_000_000<<10/2 {
			t.Errorf("%d", got)
		}
		set, _ := Open([]Source{stranger(gp2)}, Settings{})
		if got := set.settings.Limits.Memory; got != fitted() {
			t.Errorf("with a stranger: %d", got)
		}
		if set, _ = Open([]Source{one("", gp2)}, Settings{}); set.settings.Limits.Memory != defaultMemory {
			t.Errorf("without: %d", set.settings.Limits.Memory)
		}
		return
	}
	cmd := exec.Command("sh", "-c", `ulimit -v 3000000; exec "$0" -test.run '^TestFittedMemory$' -test.v`, os.Args[0])
	cmd.Env = append(os.Environ(), "IACLINT_LIMITED=1")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS: TestFittedMemory") {
		t.Errorf("%v\n%s", err, out)
	}
}
