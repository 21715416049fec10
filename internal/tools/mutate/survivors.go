package main

import (
	"fmt"
	"os"
	"strings"
)

// excused are the mutants that may survive, by name, with the reason: a line
// each, "name -- reason". Empty lines and those that begin with # are for people.
func excused(file string) (map[string]string, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	n := 0
	for line := range strings.Lines(string(src)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		at := strings.LastIndex(line, " -- ")
		if at < 0 || strings.TrimSpace(line[at+4:]) == "" {
			return nil, fmt.Errorf("%s:%d: no reason; write: mutant -- why no test can tell it from the rule", file, n)
		}
		name := line[:at]
		if out[name] != "" {
			return nil, fmt.Errorf("%s:%d: %s stands there twice", file, n, name)
		}
		out[name] = line[at+4:]
	}
	return out, nil
}
