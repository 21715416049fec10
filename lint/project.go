package lint

import (
	"context"
	"errors"
	"fmt"
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

	rows []report.Resource // in the order of the plan

	mu    sync.Mutex
	diags hcl.Diagnostics // rules that failed
	seen  map[string]bool
	bug   error // the first panic of a worker
}

func newRun(ctx context.Context, opt Options, plan *model.Plan) (*run, error) {
	r := &run{
		opt: opt, model: plan, estimator: pricing.New(opt.Catalogue, estimatorOptions(opt)), seen: map[string]bool{},
		env: environments{config: opt.Config, project: plan.Name, workspace: plan.Workspace},
	}
	occurring := types(plan)
	cards := make(chan struct{})
	go func() {
		defer close(cards)
		r.estimator.Prepare(occurring)
	}()
	defer func() { <-cards }()
	set, diags := rules.Open(opt.Packs, settings(opt, plan))
	if diags.HasErrors() {
		return nil, slips{diags, set.Files()}
	}
	var more hcl.Diagnostics
	r.judge, more = set.Compile(ctx, occurring)
	if more.HasErrors() {
		return nil, slips{more, set.Files()}
	}
	return r, nil
}

// chunk is how many resources a worker takes at a time: enough that taking
// costs nothing, few enough that the last worker is not alone for long.
const chunk = 64

// resources estimates and judges every resource, on all processors, and hands
// the results back in the order of the plan.
func (r *run) resources(ctx context.Context) ([]judged, []rules.Finding, error) {
	all := r.model.Resources
	r.rows = make([]report.Resource, len(all))
	out := make([]judged, len(all))
	findings := make([][]rules.Finding, len(all))
	var next, done atomic.Int64
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), (len(all)+chunk-1)/chunk)
	for range max(workers, 1) {
		wg.Go(func() {
			judge, teller := r.judge.Worker(), r.teller()
			for ctx.Err() == nil {
				start := int(next.Add(chunk)) - chunk
				if start >= len(all) {
					return
				}
				end := min(start+chunk, len(all))
				for i := start; i < end; i++ {
					out[i] = judged{Resource: &r.rows[i], before: &absent, after: &absent}
					findings[i] = r.resource(ctx, judge, teller, all[i], &out[i])
				}
				if r.opt.Progress != nil {
					r.opt.Progress(r.model.Name, int(done.Add(int64(end-start))), len(all))
				}
			}
		})
	}
	wg.Wait()
	n := 0
	for _, f := range findings {
		n += len(f)
	}
	flat := make([]rules.Finding, 0, n)
	for _, f := range findings {
		flat = append(flat, f...)
	}
	if r.bug != nil {
		return nil, nil, r.bug
	}
	return out, flat, ctx.Err()
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

// resource is the pipeline for one resource. It fills out, which has a row of
// the report to fill.
func (r *run) resource(ctx context.Context, judge *rules.Worker, teller *teller, res *model.Resource, out *judged) (findings []rules.Finding) {
	defer r.guard(res.Address)
	env, from := r.env.of(res)
	est := r.estimator.Estimate(res, r.model.Graph)
	out.exists, out.existed, out.cloud = res.After != nil, res.Before != nil, res.Facts.Cloud
	out.before, out.after = teller.footprint(est.Before), teller.footprint(est.After)
	*out.Resource = teller.describe(res, out.before, out.after, env, from)
	subject := rules.Subject{Plan: r.model, Resource: res, Estimate: &est, Env: env, EnvFrom: from, Repricer: r.estimator.Repricer(r.model.Graph)}
	if est.After != nil {
		subject.Machine, subject.MachineWhy = teller.machine(res.Facts.Cloud, est.After.Machine)
	}
	findings, err := judge.Resource(ctx, subject)
	r.failed(err)
	for _, o := range []model.Object{res.Before, res.After} {
		if o != nil {
			o.Release()
		}
	}
	return findings
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

// figuresOf takes from a footprint what the totals add up.
func figuresOf(f *pricing.Footprint) figures {
	out := figures{status: f.Status, emits: f.Emits, monthly: f.Monthly, usage: f.FromUsage, storedGB: f.StoredGB, stores: f.Stores}
	if c := f.Carbon; c != nil {
		out.carbon = true
		out.operational, out.embodied = c.OperationalKg, c.EmbodiedKg
		out.low, out.high = c.LowKg(), c.HighKg()
		out.energy, out.water, out.hasWater = c.EnergyKWh, c.WaterL, c.HasWater
		out.gradeOperational, out.gradeEmbo = c.GradeOperational, c.GradeEmbodied
	}
	return out
}
