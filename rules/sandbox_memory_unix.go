//go:build unix && !openbsd && !solaris && !illumos && !aix

package rules

import "syscall"

// addressSpace is the limit on the process's address space, 0 for none.
func addressSpace() uint64 {
	var r syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &r); err != nil || int64(r.Cur) < 0 {
		return 0
	}
	return uint64(r.Cur)
}
