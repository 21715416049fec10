//go:build !unix || openbsd || solaris || illumos || aix

package rules

// addressSpace is the limit on the process's address space, 0 for none.
func addressSpace() uint64 { return 0 }
