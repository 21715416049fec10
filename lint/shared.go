package lint

import (
	"context"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/rules"
)

// shared is what the projects of a run have in common: cards and rules are
// prepared once, and what was estimated or answered for one project is
// remembered for the next. It is safe for concurrent use.
type shared struct {
	opt      Options
	accepted *accepted

	mu        sync.Mutex
	estimator *pricing.Estimator
	judges    map[setting]*rules.Judge
	left      int // projects that are not yet judged
	slips     hcl.Diagnostics
	faulty    faulty
	usage     *usages
	used      usageSlips
}

// setting is what rules see of the run and not of a resource.
type setting struct{ workspace, tool string }

func newShared(opt Options, projects int) *shared {
	s := &shared{opt: opt, accepted: newAccepted(opt, projects), left: projects, judges: map[setting]*rules.Judge{}, usage: newUsages(opt.Usage)}
	s.estimator = pricing.New(opt.Catalogue, estimatorOptions(opt, s.usage))
	s.usage.known = s.estimator.UsageKeys
	return s
}

// prepare makes cards and rules ready for the resources of a plan.
func (s *shared) prepare(ctx context.Context, plan *model.Plan) (*pricing.Estimator, *rules.Judge, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	occurring := types(plan)
	cards := make(chan struct{})
	go func() {
		defer close(cards)
		s.estimator.Prepare(occurring)
	}()
	defer func() { <-cards }()
	key := setting{plan.Workspace, plan.Tool}
	if judge := s.judges[key]; judge != nil {
		if diags := s.faulty.take(judge.Extend(ctx, occurring), judge.Files()); diags.HasErrors() {
			return nil, nil, slips{diags, sources(judge.Files(), s.opt.Config.Files)}
		}
		return s.estimator, judge, nil
	}
	set, diags := rules.Open(s.opt.Packs, settings(s.opt, plan))
	if diags := s.faulty.take(diags, set.Files()); diags.HasErrors() {
		return nil, nil, slips{diags, sources(set.Files(), s.opt.Config.Files)}
	}
	judge, diags := set.Compile(ctx, occurring)
	if diags := s.faulty.take(diags, set.Files()); diags.HasErrors() {
		return nil, nil, slips{diags, sources(set.Files(), s.opt.Config.Files)}
	}
	s.judges[key] = judge
	return s.estimator, judge, nil
}

// leave says that a project needs no more of it. After the last one nothing is
// kept: a large plan is being told, and needs the room.
func (s *shared) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left--; s.left == 0 {
		s.close()
	}
}

// close ends what is open; it may be called twice.
func (s *shared) close() {
	if s.estimator == nil {
		return
	}
	s.used = s.usage.slips()
	s.slips = s.estimator.Diagnostics()
	for _, judge := range s.judges {
		judge.Close()
	}
	s.estimator, s.judges, s.usage = nil, nil, nil
}
