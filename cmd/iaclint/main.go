// Command iaclint says what a Terraform or OpenTofu plan will cost a month and
// what it will emit, and judges it with Rego rules. Standard output carries
// the result and nothing else; all that is said to the person goes to standard
// error.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	tuneMemory()
	// A reader that went away makes a failed write like a full disk does: exit
	// code 2 and a sentence, not a death by signal.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}
