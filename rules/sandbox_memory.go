package rules

import (
	"os"
	"strconv"
	"strings"
)

// defaultMemory is how much the heap may hold while rules are asked.
const defaultMemory = 4 << 30

// fitted is defaultMemory where there is so much: half of what the system lets
// the process have, so that it ends with a sentence and is not killed without
// one.
func fitted() uint64 {
	limit := uint64(defaultMemory)
	for _, most := range []uint64{addressSpace(), container()} {
		if most > 0 {
			limit = min(limit, most/2)
		}
	}
	return limit
}

// container is the limit of the control group (version 2) of a container, 0 where
// there is none.
func container() uint64 {
	src, err := os.ReadFile("/sys/fs/cgroup/memory.max")
	if err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(src)), 10, 64)
	if err != nil {
		return 0 // "max"
	}
	return n
}
