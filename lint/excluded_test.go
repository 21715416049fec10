package lint

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/report"
)

// Exclusions that cover no finding are said, in a run over all they could be for:
// blocks, and patterns of rules. What something else silences too has its use.
func TestIdleExclusions(t *testing.T) {
	const settings = `
exclusion {
  rule    = "cost/gp2-volume"
  address = "aws_ebs_volume.a"
  reason  = "goes away"
}
exclusion {
  address = "aws_ebs_volume.b"
  reason  = "covers nothing: it is gp3"
}
exclusion {
  rule   = "COST-204"
  reason = "nothing says so"
}
exclusion {
  rule   = "cost/unlimited-credits-in-nonproduction"
  reason = "has run out, which is said"
  until  = "2020-01-01"
}
rule "cost/gp2-volume" {
  exclude = ["aws_ebs_volume.a", "module.gone.*", "module.old.*"]
}
rule "tag/missing-cost-tags" {
  enabled = false
  exclude = ["module.gone.*"]
}
`
	opt := configured(t, settings)
	in(t, `
-- .git/HEAD --
-- app/main.tf --
resource "aws_ebs_volume" "a" { # iaclint:ignore cost/gp2-volume -- known
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 10
}
`)
	found, err := Find([]string{"app"}, opt.Config)
	if err != nil {
		t.Fatal(err)
	}
	opt.Projects = found.Projects
	said := func() []string {
		var out []string
		for _, d := range checked(t, opt).Diagnostics {
			if d.Summary == "Exclusion silences nothing" {
				out = append(out, strings.TrimSuffix(d.Detail, " Take it away, or correct what it names."))
			}
		}
		return out
	}
	if got := said(); len(got) > 0 {
		t.Errorf("of a part of what the configuration is for: %v", got)
	}
	opt.Whole = true
	want := []string{
		"There is no finding at aws_ebs_volume.b.",
		"There is no finding of COST-204.",
		`There is no finding of cost/gp2-volume at "module.gone.*" or "module.old.*".`,
	}
	if diff := cmp.Diff(want, said()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var counted int
	for _, f := range checked(t, opt).Projects[0].Findings {
		if f.Rule == "cost/gp2-volume" && f.Suppressed == nil && f.Verdict == report.Fail {
			counted++
		}
	}
	if counted > 0 {
		t.Errorf("%d findings count that are silenced", counted)
	}
}
