package rules

import (
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// Subject is one resource as rules are asked about it, with all that the run
// found out before.
type Subject struct {
	Plan     *model.Plan
	Resource *model.Resource
	Estimate *pricing.Estimate // nil: not estimated

	Env     string // "prod", "nonprod" or "unknown" (also "")
	EnvFrom string // how it was decided

	Machine *MachineFacts // nil: runs on no machine, or on one we do not know
	// MachineWhy says why Machine is nil although the resource runs on one; a
	// rule that reads the machine is then unknown.
	MachineWhy string

	Repricer pricing.Repricer // nil: changes are not priced
}

// MachineFacts is the machine a resource runs on and its relatives in the
// catalogue. Empty fields are left out of what rules see.
type MachineFacts struct {
	Type       string // "m5.large"
	VCPU       float64
	MemoryGiB  float64
	Arch       string // "x86_64", "arm64"
	GPU        int
	Generation int
	Burstable  bool

	Successor string // same size, a newer generation
	ArmTwin   string // same size on Arm
	Smaller   string // next size down
}

// env is the environment in one of three words.
func (s *Subject) env() string {
	if s.Env == "prod" || s.Env == "nonprod" {
		return s.Env
	}
	return "unknown"
}

// side is the resource as rules see its values: after the plan, or before it
// when nothing is left after it.
func (s *Subject) side() model.Object {
	if s.Resource.After != nil {
		return s.Resource.After
	}
	return s.Resource.Before
}

// footprint is the estimate that goes with side.
func (s *Subject) footprint() *pricing.Footprint {
	switch {
	case s.Estimate == nil:
		return nil
	case s.Resource.After != nil:
		return s.Estimate.After
	}
	return s.Estimate.Before
}
