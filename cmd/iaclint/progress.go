package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-isatty"

	"github.com/iaclint/iaclint/rules"
)

// patience is how long work goes on before a person is told about it.
const patience = time.Second

// progress is one line on a terminal's standard error, from the second second
// on; nothing where nobody watches.
type progress struct {
	a       *app
	mu      sync.Mutex
	started time.Time
	last    time.Time
	shown   bool
	active  bool
}

func (a *app) progress() *progress {
	f, ok := a.err.(*os.File)
	return &progress{a: a, started: time.Now(), active: ok && !a.quiet && isatty.IsTerminal(f.Fd())}
}

func (p *progress) step(project string, done, total int) {
	if !p.active {
		return
	}
	p.say(fmt.Sprintf("%d of %d resources", done, total))
}

// say shows a text in place of the one before.
func (p *progress) say(text string) {
	if !p.active {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.started) < patience || now.Sub(p.last) < patience/10 {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.a.err, "\r\033[K%s", text)
}

// done takes the line away; it may be called twice.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.a.err, "\r\033[K")
		p.shown = false
	}
	p.active = false
}

// stuck ends the process: a rule did not come back, and OPA cannot be stopped
// from outside.
func (a *app) stuck(s rules.Stuck) {
	a.explain(fmt.Errorf("%w; the run was ended and nothing was reported", s))
	os.Exit(exitBroken)
}

// stage says with --debug how long each step took; nil without.
func (a *app) stage() func(project, stage string, took time.Duration) {
	if !a.debug {
		return nil
	}
	var mu sync.Mutex
	return func(project, stage string, took time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Fprintf(a.err, "debug: %s: %s: %s\n", project, stage, took.Round(10*time.Microsecond))
	}
}
