package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/report"
)

// A finding is the same by fingerprint, and where its resource moved along with
// it.
func TestFindings(t *testing.T) {
	type list = []report.Finding
	message := func(text string) func(*report.Finding) {
		return func(f *report.Finding) { f.Message, f.Fingerprint = text, "sha256:"+f.Rule+f.Address+text }
	}
	for name, c := range map[string]struct {
		base, head list
		want       string
		exit       int
	}{
		"new, unchanged, fixed": {
			base: list{found("r", "a.kept"), found("r", "a.old"), found("s", "a.kept")},
			head: list{found("r", "a.kept"), found("t", "a.kept")},
			want: "unchanged r a.kept, new t a.kept, fixed r a.old, fixed s a.kept", exit: 1,
		},
		"moved along": {
			base: list{found("r", "a.old")},
			head: list{found("r", "a.new"), found("s", "a.new")},
			want: "unchanged r a.new, new s a.new", exit: 1,
		},
		"one of two alike is gone": {
			base: list{found("r", "a.old", message("port 22")), found("r", "a.old", message("port 80"))},
			head: list{found("r", "a.new", message("port 80"))},
			want: "unchanged r a.new, fixed r a.old",
		},
		"what stands now where another stood is not that": {
			base: list{found("r", "a.old")},
			head: list{found("r", "a.new"), found("r", "a.old")},
			want: "unchanged r a.new, new r a.old", exit: 1,
		},
		"about the whole plan": {
			base: list{found("r", "")},
			head: list{found("r", "")},
			want: "unchanged r ",
		},
		"nobody could tell then": {
			base: list{found("r", "a.kept", unknown), found("s", "a.kept", unknown), found("t", "a.kept", unknown)},
			head: list{found("r", "a.kept"), found("s", "a.kept", unknown)},
			want: "new r a.kept, unchanged s a.kept", exit: 1,
		},
		"nobody can tell now": {
			base: list{found("r", "a.kept")},
			head: list{found("r", "a.kept", unknown)},
			want: "unchanged r a.kept",
		},
		"what did not count is known and not missed": {
			base: list{found("r", "a.kept", silenced), found("s", "a.kept", silenced)},
			head: list{found("r", "a.kept"), found("t", "a.kept", silenced)},
			want: "unchanged r a.kept, new t a.kept",
		},
	} {
		t.Run(name, func(t *testing.T) {
			base := project("p", "source", res("a.kept", "1", "no-op"), res("a.old", "1", "no-op"))
			head := project("p", "source", res("a.kept", "1", "no-op"), res("a.new", "1", "no-op", earlierAt("a.old")))
			if strings.Contains(name, "another") {
				head.Resources[1].Previous, head.Resources[1].Earlier = "a.old", nil
				head.Resources = append(head.Resources, res("a.old", "3", "create"))
			}
			base.Findings, head.Findings = c.base, c.head
			r := diff(t, of(base), of(head), sides)
			var got []string
			for _, f := range r.Projects[0].Findings {
				got = append(got, fmt.Sprintf("%s %s %s", f.State, f.Rule, f.Address))
			}
			for _, f := range r.Projects[0].Fixed {
				got = append(got, fmt.Sprintf("fixed %s %s", f.Rule, f.Address))
			}
			if d := cmp.Diff(c.want, strings.Join(got, ", ")); d != "" || r.Summary.ExitCode != c.exit {
				t.Errorf("exit code %d, want %d; (-want +got):\n%s", r.Summary.ExitCode, c.exit, d)
			}
		})
	}
}

// New findings fail a comparison, all of them where that is asked for, unknown
// ones where that is.
func TestExitCode(t *testing.T) {
	base, head := project("p", "source"), project("p", "source")
	base.Findings = []report.Finding{found("r", "a.x")}
	head.Findings = []report.Finding{found("r", "a.x"), found("u", "a.x", unknown)}
	for _, c := range []struct {
		change func(*Options)
		exit   int
	}{
		{func(*Options) {}, 0},
		{func(o *Options) { o.AllFindings = true }, 1},
		{func(o *Options) { o.AllFindings, o.FailOn = true, "critical" }, 0},
		{func(o *Options) { o.FailOnUnknown = true }, 1},
		{func(o *Options) { o.FailOnUnknown, o.FailOn = true, "never" }, 0},
	} {
		o := sides
		c.change(&o)
		r := diff(t, of(base), of(head), o)
		if r.Summary.ExitCode != c.exit || r.Summary.Findings.High != 1 || r.Summary.Unknown != 1 {
			t.Errorf("%+v: %+v", o, r.Summary)
		}
	}
	broken := of(head)
	broken.Summary.ExitCode = exitBroken
	if r := diff(t, of(base), broken, sides); r.Summary.ExitCode != exitBroken {
		t.Error("a head that is not complete makes a comparison that is")
	}
}
