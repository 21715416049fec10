package lint

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// run is one plan on its way through estimation and judgement.
type run struct {
	opt       Options
	model     *model.Plan
	estimator *pricing.Estimator
	judge     *rules.Judge
	env       environments
	apart     string // as in Project
	before    *before
	heeded    heeded

	mu    sync.Mutex
	diags hcl.Diagnostics // rules that failed
	seen  map[string]bool
	bug   error // the first panic of a worker
}

func newRun(ctx context.Context, all *shared, plan *model.Plan) (*run, error) {
	r := &run{
		opt: all.opt, model: plan, seen: map[string]bool{},
		env: environments{config: all.opt.Config, project: plan.Name, folder: placed(path.Dir(plan.Name), false), workspace: plan.Workspace},
	}
	if plan.Input == model.Source {
		r.env.folder = placed(plan.Name, true)
	}
	all.usage.see(plan.Resources)
	var err error
	if r.estimator, r.judge, err = all.prepare(ctx, plan); err != nil {
		return nil, err
	}
	r.estimator = r.estimator.Under(termsOf(r.opt, r.env, all.usage))
	return r, nil
}

// chunk is how many resources a worker takes at a time: enough that taking
// costs nothing, few enough that the last worker is not alone for long.
const chunk = 64

// share has all processors take n things, chunk by chunk. Each calls work once.
func share(n int, work func(chunks iter.Seq2[int, int])) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) {
		wg.Go(func() {
			work(func(yield func(start, end int) bool) {
				for {
					start := int(next.Add(chunk)) - chunk
					if start >= n || !yield(start, min(start+chunk, n)) {
						return
					}
				}
			})
		})
	}
	wg.Wait()
}

// resources estimates and judges every resource, on all processors, and hands
// the results back in the order of the plan.
func (r *run) resources(ctx context.Context) ([]judged, [][]rules.Finding, error) {
	all := r.model.Resources
	out := make([]judged, len(all))
	findings := make([][]rules.Finding, len(all))
	var done atomic.Int64
	share(len(all), func(chunks iter.Seq2[int, int]) {
		judge, machines := r.judge.Worker(), machines{}
		defer judge.Rest()
		for start, end := range chunks {
			if ctx.Err() != nil {
				return
			}
			for i := start; i < end; i++ {
				findings[i] = r.resource(ctx, judge, machines, all[i], &out[i])
			}
			if r.opt.Progress != nil {
				r.opt.Progress(r.model.Name, int(done.Add(int64(end-start))), len(all))
			}
		}
	})
	if r.bug != nil {
		return nil, nil, r.bug
	}
	return out, findings, ctx.Err()
}

// rows are the resources in the words of the report. It comes last and takes
// the plan apart as it goes: a large one does not stand in memory twice.
func (r *run) rows(resources []judged) ([]report.Resource, error) {
	r.model.Graph, r.model.Resources = nil, nil
	rows := make([]report.Resource, len(resources))
	share(len(rows), func(chunks iter.Seq2[int, int]) {
		teller := newTeller(exchangeTo(r.opt.Config.Currency))
		for start, end := range chunks {
			for i := start; i < end; i++ {
				r.row(teller, &resources[i], &rows[i])
			}
		}
	})
	return rows, r.bug
}

func (r *run) row(teller *teller, j *judged, row *report.Resource) {
	defer r.guard(j.Address)
	teller.describe(j, row)
	row.Earlier = earlier(r.model, j.Resource)
	*j = judged{}
}

// guard turns a panic of a worker into an error that names the resource: a bug
// of ours must not end in a Go trace, nor in a report that looks complete.
func (r *run) guard(address string) {
	if p := recover(); p != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.bug == nil {
			r.bug = fmt.Errorf("internal error at %s: %v. This is a bug of iaclint; please report it with the resource's configuration", address, p)
		}
	}
}

// resource is the pipeline for one resource.
func (r *run) resource(ctx context.Context, judge *rules.Worker, machines machines, res *model.Resource, out *judged) (findings []rules.Finding) {
	defer r.guard(res.Address)
	*out = judged{Resource: res, exists: res.After != nil, existed: res.Before != nil, before: &absent, after: &absent}
	out.env, out.envFrom = r.env.of(res)
	est := r.estimator.Estimate(res, r.model.Graph)
	subject := rules.Subject{Plan: r.model, Resource: res, Estimate: &est, Env: out.env, EnvFrom: out.envFrom, Repricer: r.estimator.Repricer(r.model.Graph)}
	if est.Before != nil {
		out.before = est.Before
	}
	if est.After != nil {
		out.after = est.After
		switch name := est.After.Machine; {
		case name != "":
			subject.Machine, subject.MachineWhy = machines.facts(r.opt.Catalogue, res.Facts.Cloud, name)
		case est.After.MachineWhy != "":
			subject.MachineWhy = est.After.MachineWhy
		default:
			subject.Machine, subject.MachineWhy = r.templated(machines, res)
		}
	}
	findings, err := judge.Resource(ctx, subject)
	r.failed(err)
	release(res)
	return findings
}

// release lets go of what was decoded of a resource.
func release(res *model.Resource) {
	for _, o := range []model.Object{res.Before, res.After} {
		if o != nil {
			o.Release()
		}
	}
}

// failed keeps the rules that could not be asked; each is said once, however
// many resources it failed on.
func (r *run) failed(err error) {
	if err == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, err := range flatten(err) {
		key := err.Error()
		var rule *rules.Error
		if errors.As(err, &rule) {
			key = rule.Pack + " " + rule.Rule
		}
		if r.seen[key] {
			continue
		}
		r.seen[key] = true
		r.diags = append(r.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Rule could not be asked",
			Detail: err.Error() + ". Its verdict is missing here; the other rules' stand."})
	}
}

func flatten(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range joined.Unwrap() {
			out = append(out, flatten(e)...)
		}
		return out
	}
	return []error{err}
}
