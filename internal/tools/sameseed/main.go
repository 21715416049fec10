// Command sameseed checks a tree of source and the plan of the same tree, and
// holds what is said of them to each other: addresses, money, carbon and
// findings, resource by resource.
//
//	go run ./internal/tools/sameseed -n 10000 [-seed 1] [-bench ../shared/bench]
//
// Tree and plan are written by gentf.py and genplan.py of the folder of
// generators, from one seed. The plan is written twice. Where everything is
// created it says of each resource what the tree says, and has to come out the
// same to the cent. Where things exist already some are deleted, and what the
// cloud had computed is filled with made-up words, also where the schema has
// blocks: these are listed, and what they make of prices is counted apart. The
// exit code is 1 when anything else differs, and 2 without generators.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	n := flag.Int("n", 10000, "how many resources")
	seed := flag.Int("seed", 1, "seed of the generators")
	bench := flag.String("bench", "../shared/bench", "folder of the generators")
	flag.Parse()
	same, err := run(context.Background(), *bench, *n, *seed)
	switch {
	case errors.Is(err, errNoGenerators):
		fmt.Fprintf(os.Stderr, "%v at %s: name their folder with -bench\n", err, *bench)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	case !same:
		os.Exit(1)
	}
}

func run(ctx context.Context, bench string, n, seed int) (same bool, err error) {
	in, err := generate(ctx, bench, n, seed)
	if err != nil {
		return false, err
	}
	defer in.remove()
	source, err := check(ctx, in.tree)
	if err != nil {
		return false, err
	}
	created, err := check(ctx, in.created)
	if err != nil {
		return false, err
	}
	same = compare(os.Stdout, source, created)
	grown, err := check(ctx, in.grown)
	if err != nil {
		return false, err
	}
	words, err := invented(ctx, in.created, in.grown)
	if err != nil {
		return false, err
	}
	return apart(os.Stdout, source, grown, words) && same, nil
}
