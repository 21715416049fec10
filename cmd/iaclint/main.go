// Command iaclint says what a Terraform or OpenTofu plan will cost a month and
// what it will emit, and judges it with Rego rules. Standard output carries
// the result and nothing else; all that is said to the person goes to standard
// error.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}
