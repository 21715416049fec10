package lint

import (
	"context"

	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// plan asks the rules that look at the plan as a whole.
func (r *run) plan(ctx context.Context, p *report.Project, resources []judged) ([]rules.Finding, error) {
	return nil, nil
}
