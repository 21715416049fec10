package lint

import (
	"testing"

	"github.com/iaclint/iaclint/report"
)

// hidden is a volume whose type only apply will know.
var hidden = entry{address: "aws_ebs_volume.hidden", after: `{"size": 100, "availability_zone": "us-east-1a"}`, unknown: `{"type": true}`}

func TestExclusions(t *testing.T) {
	const rule = "cost/gp2-volume"
	path := planned(t, oldVolume("a"), oldVolume("b"))
	for _, test := range []struct{ name, hcl, reason, until string }{
		{"of an address", `exclusion {
			address = "aws_ebs_volume.a"
			reason  = "agreed"
		}`, "agreed", ""},
		{"by an alias, until today", `exclusion {
			rule    = "COST-201"
			address = "*.a"
			reason  = "agreed"
			until   = "2026-11-21"
		}`, "agreed", "2026-11-21"},
		{"that has run out", `exclusion {
			rule    = "cost/gp2-volume"
			address = "aws_ebs_volume.a"
			reason  = "agreed"
			until   = "2026-11-20"
		}`, "", ""},
		{"of another rule", `exclusion {
			rule    = "cost/idle-address"
			address = "aws_ebs_volume.a"
			reason  = "agreed"
		}`, "", ""},
		{"in the rule", `rule "cost/gp2-volume" { exclude = ["aws_ebs_volume.a"] }`, "excluded from cost/gp2-volume", ""},
	} {
		found := of(checked(t, configured(t, test.hcl, path)), rule)
		a, b := found["aws_ebs_volume.a"], found["aws_ebs_volume.b"]
		if len(found) != 2 || b.Suppressed != nil {
			t.Errorf("%s: findings %v", test.name, found)
		}
		switch {
		case test.reason == "" && a.Suppressed != nil:
			t.Errorf("%s: excluded because %q", test.name, a.Suppressed.Reason)
		case test.reason != "" && (a.Suppressed == nil || a.Suppressed.Reason != test.reason || a.Suppressed.Until != test.until || a.Suppressed.By != "config"):
			t.Errorf("%s: excluded as %+v", test.name, a.Suppressed)
		}
	}
}

func TestSeverities(t *testing.T) {
	path := planned(t, oldVolume("a"))
	for hcl, want := range map[string]string{
		"":                                    "medium", // the rule's own
		`severity_by_saving = { high = 1 }`:   "high",
		`severity_by_saving = { high = 500 }`: "medium",
		`severity_by_saving = { low = 1 }`:    "low",
		"severity_by_saving = { low = 1 }\nrule \"cost/gp2-volume\" { severity = \"critical\" }": "critical",
	} {
		if got := of(checked(t, configured(t, hcl, path)), "cost/gp2-volume")["aws_ebs_volume.a"].Severity; got != want {
			t.Errorf("%s: severity %q, want %q", hcl, got, want)
		}
	}
	quiet := `rule "cost/gp2-volume" { min_saving = 3 }`
	if found := of(checked(t, configured(t, quiet, path)), "cost/gp2-volume"); len(found) != 0 {
		t.Errorf("a saving of 2 is below min_saving: %v", found)
	}
}

// weighty makes the findings of these tests the only ones at that weight.
const weighty = "rule \"cost/gp2-volume\" { severity = \"critical\" }\n"

func TestExitCodes(t *testing.T) {
	fails, unknown := planned(t, oldVolume("a")), planned(t, hidden)
	for _, test := range []struct {
		name, hcl, failOn, path string
		want                    int
	}{
		{"above the threshold", weighty, "", fails, 1},
		{"at the threshold", weighty + `fail_on = "critical"`, "", fails, 1},
		{"below it", `fail_on = "critical"`, "", fails, 0},
		{"never", weighty + `fail_on = "never"`, "", fails, 0},
		{"the flag wins", `fail_on = "medium"`, "high", fails, 0},
		{"the flag wins over never", weighty + `fail_on = "never"`, "high", fails, 1},
		{"unknown does not fail", weighty, "", unknown, 0},
		{"unless asked to", weighty + "fail_on_unknown = true", "", unknown, 1},
		{"but not below the threshold", "fail_on = \"critical\"\nfail_on_unknown = true", "", unknown, 0},
		{"and never means never", weighty + "fail_on = \"never\"\nfail_on_unknown = true", "", unknown, 0},
		{"excluded findings do not fail", weighty + `
			exclusion {
				address = "aws_ebs_volume.a"
				reason  = "agreed"
			}`, "", fails, 0},
		{"a broken guardrail fails", `
			fail_on = "never"
			guardrail "small" { monthly_usd = 9 }`, "", fails, 1},
		{"one that holds does not", `guardrail "small" { monthly_usd = 10 }`, "", fails, 0},
	} {
		opt := configured(t, test.hcl, test.path)
		opt.FailOn = test.failOn
		r := checked(t, opt)
		if r.Summary.ExitCode != test.want {
			t.Errorf("%s: exit code %d, want %d (%+v, %d unknown)", test.name, r.Summary.ExitCode, test.want, r.Summary.Findings, r.Summary.Unknown)
		}
	}
}

func TestUnknownIsNoFailure(t *testing.T) {
	r := checked(t, defaults(frozen(t), planned(t, hidden)))
	f := of(r, "cost/gp2-volume")["aws_ebs_volume.hidden"]
	if f.Verdict != report.VerdictUnknown || len(f.UnknownPaths) != 1 || f.UnknownPaths[0] != "type" {
		t.Errorf("verdict %q because of %v, want unknown because of type", f.Verdict, f.UnknownPaths)
	}
	if r.Summary.Unknown == 0 {
		t.Error("the summary counts no unknown verdict")
	}
}
