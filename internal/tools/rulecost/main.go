// Command rulecost tells what each rule of the core pack costs on a plan:
// microseconds of processor time for each resource it is asked about. Reading
// the plan and estimating it are not counted.
//
//	go run ./internal/tools/rulecost plan.json
//
// "rule" is the answer, "document" what only had to be built because the rule
// reads it (without the price of asking at all, which all rules share), "share"
// their sum over all resources of the plan, "compile" the milliseconds to parse
// and compile the rule and the library it uses. Twins are asked one by one
// here; a run remembers answers.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/rules"
)

func main() {
	only := flag.String("rules", "", "only rules whose id contains this, and no totals")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: rulecost [-rules part-of-an-id] plan.json")
		os.Exit(2)
	}
	if err := run(context.Background(), flag.Arg(0), *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, path, only string) error {
	doc, err := load(ctx, path)
	if err != nil {
		return err
	}
	apart, err := rewritten(alone)
	if err != nil {
		return err
	}
	shut, err := rewritten(closed)
	if err != nil {
		return err
	}
	m := &meter{ctx: ctx, doc: doc}
	if only == "" {
		if err := m.totals(apart, shut); err != nil {
			return err
		}
	}
	set, diags := rules.Open([]rules.Source{rules.Core()}, rules.Settings{})
	if diags.HasErrors() {
		return diags
	}
	all, diags := set.Rules()
	if diags.HasErrors() {
		return diags
	}
	var costs []cost
	for _, r := range all {
		if !strings.Contains(r.ID, only) {
			continue
		}
		c, err := m.rule(r, apart, shut)
		if err != nil {
			return err
		}
		costs = append(costs, c)
	}
	slices.SortFunc(costs, func(a, b cost) int {
		return cmp.Or(cmp.Compare(b.plan, a.plan), cmp.Compare(b.share, a.share), cmp.Compare(a.id, b.id))
	})
	fmt.Printf("\n%-52s %9s %9s %9s %9s %9s\n", "rule", "asked", "rule µs", "doc. µs", "share µs", "compile")
	for _, c := range costs {
		if c.scope != rules.ScopeResource {
			fmt.Printf("%-52s %9s %7.1fms %9s %9s %7.2fms\n", c.id, c.scope, ms(c.plan), "", "", ms(c.compile))
			continue
		}
		fmt.Printf("%-52s %9d %9.2f %9.2f %9.3f %7.2fms\n", c.id, c.asked, us(c.answer), us(c.document), us(c.share), ms(c.compile))
	}
	return nil
}

// compile makes a Judge of one pack with the rules of the ids, or all.
func (m *meter) compile(pack rules.Source, types []string, ids ...string) (*rules.Judge, error) {
	settings := rules.Settings{AsOf: "2026-01-01", Data: tables()}
	if len(ids) > 0 {
		on, off := true, false
		settings.Rules = map[string]rules.RuleSetting{"*": {Enabled: &off}}
		for _, id := range ids {
			settings.Rules[id] = rules.RuleSetting{Enabled: &on}
		}
	}
	set, diags := rules.Open([]rules.Source{pack}, settings)
	if diags.HasErrors() {
		return nil, diags
	}
	var j *rules.Judge
	if j, diags = set.Compile(m.ctx, types); diags.HasErrors() {
		return nil, hcl.Diagnostics(diags)
	}
	return j, nil
}

func us(d time.Duration) float64 { return float64(d) / 1e3 }
func ms(d time.Duration) float64 { return float64(d) / 1e6 }
