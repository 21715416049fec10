package rules

import (
	"os"
	"strconv"
	"strings"
)

// defaultMemory is how much the heap may hold while rules are asked.
const defaultMemory = 4 << 30

// fitted is defaultMemory where there is so much, else less than the system lets
// the process have, so that it ends with a sentence and is not killed without
// one: three quarters of a container's memory, half of an address space, of
// which much is only set aside.
func fitted() uint64 {
	limit := uint64(defaultMemory)
	if most := addressSpace(); most > 0 {
		limit = min(limit, most/2)
	}
	if most := container(); most > 0 {
		limit = min(limit, most/4*3)
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
