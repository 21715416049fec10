// Command mutate tells which conditions of the core rules no test of theirs would
// miss: it negates and removes each one in turn, runs the rule's own tests, and
// lists the mutants that all of them let pass.
//
//	go run ./internal/tools/mutate [-rules part-of-an-id] [-show]
//
// A survivor that behaves as the rule does, or that no input can tell from it, is
// named with the reason in survivors.txt. Anything else is a missing test.
package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

func main() {
	only := flag.String("rules", "", "only rules whose id contains this")
	show := flag.Bool("show", false, "print the body of survivors as the mutant has it")
	workers := flag.Int("j", runtime.GOMAXPROCS(0), "how many mutants at a time")
	flag.Parse()
	if err := run(*only, *show, *workers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(only string, show bool, workers int) error {
	all, err := subjects("rules/packs/core", "rules/lib")
	if err != nil {
		return fmt.Errorf("%w; run it at the root of the repository", err)
	}
	excuses, err := excused("internal/tools/mutate/survivors.txt")
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(s subject) bool { return !strings.Contains(s.id, only) })
	t, err := survey(context.Background(), all, workers, func(mutant) bool { return true })
	if err != nil {
		return err
	}
	bad, named := 0, 0
	for _, l := range t.living {
		if excuses[l.name()] != "" {
			named++
			delete(excuses, l.name())
			continue
		}
		bad++
		fmt.Printf("%s   (line %d)\n", l.name(), l.line)
		if show {
			fmt.Printf("\t%s\n", strings.ReplaceAll(strings.TrimSpace(l.body), "\n", "\n\t"))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(excuses)) {
		rule, _, _ := strings.Cut(name, " ")
		if strings.Contains(rule, only) {
			bad++
			fmt.Printf("survivors.txt: %s does not survive any more, or is not there\n", name)
		}
	}
	fmt.Printf("%d rules, %d mutants: %d killed, %d survive (%d of them named), %d do not compile\n",
		len(all), t.tried, t.tried-len(t.living)-t.stillborn, len(t.living), named, t.stillborn)
	if bad > 0 {
		return fmt.Errorf("%d mutants survive that should not, or are excused for nothing: write a test that tells them from the rule", bad)
	}
	return nil
}

// tally is what came of mutants.
type tally struct {
	tried, stillborn int
	living           []living
}

// living is a mutant that all tests let pass.
type living struct {
	mutant
	body string
}

// survey tries the mutants of the rules that a choice takes in.
func survey(ctx context.Context, all []subject, workers int, choose func(mutant) bool) (tally, error) {
	type job struct {
		s subject
		m mutant
	}
	var jobs []job
	for _, s := range all {
		// Tests that fail anyway would kill everything.
		if got, err := s.test(ctx, s.modules[s.rule]); got != survived || err != nil {
			return tally{}, fmt.Errorf("%s: its tests fail as it is: %w", s.id, err)
		}
		for _, m := range mutants(s.id, s.modules[s.rule]) {
			if choose(m) {
				jobs = append(jobs, job{s, m})
			}
		}
	}
	outcomes, bodies, errs := make([]outcome, len(jobs)), make([]string, len(jobs)), make([]error, len(jobs))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(jobs); i = int(next.Add(1)) - 1 {
				j := jobs[i]
				var mod = j.s.modules[j.s.rule]
				mod, bodies[i] = j.m.apply(mod)
				outcomes[i], errs[i] = j.s.test(ctx, mod)
			}
		})
	}
	wg.Wait()
	t := tally{tried: len(jobs)}
	for i, o := range outcomes {
		switch o {
		case stillborn:
			t.stillborn++
		case survived:
			if errs[i] != nil {
				return t, fmt.Errorf("%s: %w", jobs[i].m.name(), errs[i])
			}
			t.living = append(t.living, living{jobs[i].m, bodies[i]})
		}
	}
	return t, nil
}
