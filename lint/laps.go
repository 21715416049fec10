package lint

import "time"

// laps returns a function that tells opt.Stage how long it is since it was
// last called.
func (opt Options) laps(project string) func(stage string) {
	if opt.Stage == nil {
		return func(string) {}
	}
	last := time.Now()
	return func(stage string) {
		now := time.Now()
		opt.Stage(project, stage, now.Sub(last))
		last = now
	}
}
