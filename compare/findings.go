package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// findings tells of each finding of the head whether the base has it too, and
// which of the base are gone. What nobody could tell then and is wrong now is
// new; what was wrong and cannot be told any more is not gone. A finding that
// did not count is known all the same, but not missed.
func findings(base, head []report.Finding, pairs []pair) (out, fixed []report.Finding) {
	now, then := moves(pairs)
	were, are := identities(base, then), identities(head, now)
	failed := make(map[string]bool, len(base))
	for i := range base {
		failed[were[i]] = failed[were[i]] || base[i].Verdict == report.Fail
	}
	here := make(map[string]bool, len(head))
	out = make([]report.Finding, len(head))
	for i := range head {
		out[i] = head[i]
		f := &out[i]
		here[are[i]] = true
		f.State = report.New
		if fails, known := failed[are[i]]; known && (fails || f.Verdict == report.VerdictUnknown) {
			f.State = report.Unchanged
		}
	}
	for i := range base {
		if f := base[i]; f.Verdict == report.Fail && f.Suppressed == nil && !here[were[i]] {
			f.State = ""
			fixed = append(fixed, f)
		}
	}
	return out, fixed
}

// moves are the addresses of resources that moved: those of now, and those of
// then with what they are now.
func moves(pairs []pair) (now, then map[string]string) {
	now, then = map[string]string{}, map[string]string{}
	for _, p := range pairs {
		if p.base != nil && p.head != nil && p.base.Address != p.head.Address && p.head.Deposed == "" {
			now[p.head.Address], then[p.base.Address] = p.head.Address, p.head.Address
		}
	}
	return now, then
}

// identities are what findings are recognised by: their fingerprints. Those have
// the address in them, so that of a resource that moved the rule and the path
// count, and of several alike the order of what they say.
func identities(list []report.Finding, moved map[string]string) []string {
	out := make([]string, len(list))
	alike := map[string][]int{}
	for i := range list {
		f := &list[i]
		to, ok := moved[f.Address]
		if !ok || f.Address == "" {
			out[i] = f.Fingerprint
			continue
		}
		key := strings.Join([]string{"moved", f.Rule, to, f.Path}, "\x00")
		alike[key] = append(alike[key], i)
	}
	for key, group := range alike {
		slices.SortStableFunc(group, func(a, b int) int { return cmp.Compare(list[a].Message, list[b].Message) })
		for n, i := range group {
			out[i] = key + "\x00" + strconv.Itoa(n)
		}
	}
	return out
}
