package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

var errNoGenerators = errors.New("no gentf.py and genplan.py")

// inputs are what the generators made of one seed.
type inputs struct {
	dir     string
	tree    string // folder of source
	created string // plan in which everything is created
	grown   string // plan in which most exists already
}

func (in *inputs) remove() { _ = os.RemoveAll(in.dir) }

func generate(ctx context.Context, bench string, n, seed int) (*inputs, error) {
	for _, name := range []string{"gentf.py", "genplan.py"} {
		if _, err := os.Stat(filepath.Join(bench, name)); err != nil {
			return nil, errNoGenerators
		}
	}
	dir, err := os.MkdirTemp("", "sameseed-")
	if err != nil {
		return nil, err
	}
	in := &inputs{dir, filepath.Join(dir, "tree"), filepath.Join(dir, "created.json"), filepath.Join(dir, "grown.json")}
	for _, args := range [][]string{
		{"gentf.py", "-o", in.tree},
		{"genplan.py", "-o", in.created, "--actions", "create"},
		{"genplan.py", "-o", in.grown},
	} {
		args[0] = filepath.Join(bench, args[0])
		cmd := exec.CommandContext(ctx, "python3", append(args, "-n", strconv.Itoa(n), "--seed", strconv.Itoa(seed))...)
		if out, err := cmd.CombinedOutput(); err != nil {
			in.remove()
			return nil, fmt.Errorf("%s: %w\n%s", args[0], err, out)
		}
	}
	return in, nil
}
