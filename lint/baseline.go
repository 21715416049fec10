package lint

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

// errUnfit is why a run is no ground for a baseline.
var errUnfit = errors.New("the run is not complete, and the baseline is left as it is")

// NewBaseline runs the options without their baseline and takes all findings
// that would count. New ones get a reason and a last day, "" for none; those of
// the old baseline, if any, keep theirs. The report is there also beside an
// error that says why there is no baseline.
func NewBaseline(ctx context.Context, opt Options, path, reason, until string) (*config.Baseline, *report.Report, error) {
	old := opt.Baseline
	opt.Baseline = nil
	out, results, err := conduct(ctx, opt)
	if err != nil {
		return nil, nil, err
	}
	if out.Summary.ExitCode == exitBroken {
		return nil, out, errUnfit
	}
	said := map[string]config.BaselineEntry{}
	if old != nil {
		for _, e := range old.Entries {
			said[e.Project+"\x00"+e.Fingerprint] = e
		}
	}
	b := &config.Baseline{Path: path}
	names := namesIn(b, results)
	written := map[string]bool{}
	for i, r := range results {
		for j := range r.project.Findings {
			f := &r.project.Findings[j]
			key := names[i] + "\x00" + f.Fingerprint
			if f.Suppressed != nil || written[key] || f.Verdict != report.Fail && !opt.Config.FailOnUnknown {
				continue
			}
			written[key] = true
			e := config.BaselineEntry{Project: names[i], Rule: f.Rule, Address: f.Address, Fingerprint: f.Fingerprint, Reason: reason, Until: until}
			if o, ok := said[key]; ok {
				e.Reason, e.Until = o.Reason, o.Until
			}
			b.Entries = append(b.Entries, e)
		}
	}
	b.Sort()
	return b, out, nil
}

// namesIn is what a baseline calls the projects of a run: nothing where there
// is one, as a plan and its source lie in different places; a plan by its folder
// where it is the only one there.
func namesIn(b *config.Baseline, results []result) []string {
	out := make([]string, len(results))
	if len(results) == 1 {
		return out
	}
	a := newAccepted(Options{Baseline: b}, len(results))
	keys := make([][]string, len(results))
	count := map[string]int{}
	for i, r := range results {
		if keys[i] = projectKeys(a.dir, r.input.Path, model.InputKind(r.project.Input)); len(keys[i]) > 0 {
			count[keys[i][len(keys[i])-1]]++
		}
	}
	for i, k := range keys {
		switch {
		case len(k) == 0:
			out[i] = results[i].input.Path
		case count[k[len(k)-1]] == 1:
			out[i] = k[len(k)-1]
		default:
			out[i] = k[0]
		}
	}
	return out
}

// PruneBaseline runs the options and leaves out of their baseline what no
// finding stands behind any more; what a resource took along when it moved gets
// its new address. Entries of projects that are not in the run stay.
func PruneBaseline(ctx context.Context, opt Options) (pruned *config.Baseline, out *report.Report, err error) {
	out, results, err := conduct(ctx, opt)
	if err != nil {
		return nil, nil, err
	}
	if out.Summary.ExitCode == exitBroken {
		return nil, out, errUnfit
	}
	for _, p := range out.Projects {
		if p.Incomplete != "" {
			return nil, out, fmt.Errorf("%s does not speak for the whole root module (%s), and the baseline is left as it is", p.Name, p.Incomplete)
		}
	}
	gone := map[int]bool{}
	for _, i := range stale(opt.Baseline, results) {
		gone[i] = true
	}
	met := entriesMet(results)
	pruned = &config.Baseline{Path: opt.Baseline.Path}
	there := map[[2]string]bool{}
	for i, e := range opt.Baseline.Entries {
		if m, ok := met[i]; ok {
			e.Address, e.Fingerprint = m.address, m.fingerprint
		}
		if key := [2]string{e.Project, e.Fingerprint}; !gone[i] && !there[key] {
			there[key] = true
			pruned.Entries = append(pruned.Entries, e)
		}
	}
	pruned.Sort()
	return pruned, out, nil
}

func entriesMet(results []result) map[int]behind {
	out := map[int]behind{}
	for _, r := range results {
		if r.before == nil {
			continue
		}
		for i, m := range r.before.met {
			out[i] = m
		}
	}
	return out
}

// stale are the entries that belong to the projects of a run and that none of
// its findings stands behind.
func stale(b *config.Baseline, results []result) []int {
	met := entriesMet(results)
	var out []int
	for i, e := range b.Entries {
		mine := e.Project == "" || slices.ContainsFunc(results, func(r result) bool {
			return r.before != nil && slices.Contains(r.before.keys, e.Project)
		})
		if _, ok := met[i]; mine && !ok {
			out = append(out, i)
		}
	}
	return out
}

// GoneSummary is how a note of entries begins that no finding stands behind.
const GoneSummary = "Baseline has findings that are gone"

// outdated says once what of a baseline no longer does anything: entries that
// nothing stands behind, and those that have run out while something does.
func outdated(opt Options, results []result) hcl.Diagnostics {
	if opt.Baseline == nil {
		return nil
	}
	var diags hcl.Diagnostics
	say := func(entries []int, summary, one, many, next string) {
		if len(entries) == 0 {
			return
		}
		first := opt.Baseline.Entries[entries[0]]
		what := first.Rule
		if first.Address != "" {
			what += " at " + first.Address
		}
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Subject: &first.Range,
			Detail: what + " " + counted(len(entries), one, many) + ". " + next})
	}
	var over []int
	for i := range entriesMet(results) {
		if e := opt.Baseline.Entries[i]; e.Until != "" && e.Until < opt.AsOf {
			over = append(over, i)
		}
	}
	slices.Sort(over)
	say(over, "Baseline has run out", "counts again", fmt.Sprintf("and %d more count again", len(over)-1), "Settle it, or set a later day.")
	whole := !slices.ContainsFunc(results, result.part)
	if whole {
		gone := stale(opt.Baseline, results)
		say(gone, GoneSummary, "is no finding any more", fmt.Sprintf("and %d more are no findings any more", len(gone)-1), "iaclint baseline prune takes them out.")
	}
	return diags
}
