package lint

import (
	"testing"

	"github.com/shopspring/decimal"
)

// An old x86 machine with an old disk: a newer family, its Arm twin and the
// newer disk are three findings, and the first two are about one attribute.
func TestSavingTogether(t *testing.T) {
	path := planned(t, entry{
		address: "aws_instance.app",
		after: `{"instance_type": "m4.xlarge", "ami": "ami-1", "tenancy": "default", "availability_zone": "us-east-1a",
			"root_block_device": [{"volume_type": "gp2", "volume_size": 100}],
			"tags": {"environment": "prod", "owner": "a", "cost-center": "b"}}`,
	})
	r := checked(t, defaults(frozen(t), path))
	p := r.Projects[0]
	sum, best := decimal.Zero, decimal.Zero
	byPath := map[string]decimal.Decimal{} // the best proposal for each attribute
	for _, f := range p.Findings {
		if f.Saving == nil || f.Saving.Monthly == nil || f.Verdict != "fail" {
			continue
		}
		t.Logf("%s: %s saves %s", f.Rule, f.Path, f.Saving.Monthly)
		sum = sum.Add(f.Saving.Monthly.Decimal)
		best = decimal.Max(best, f.Saving.Monthly.Decimal)
		byPath[f.Path] = decimal.Max(byPath[f.Path], f.Saving.Monthly.Decimal)
	}
	if len(byPath) < 2 || p.Totals.Saving == nil {
		t.Fatalf("want findings on the machine and on its disk, got %v", byPath)
	}
	together := decimal.Zero
	for _, d := range byPath {
		together = together.Add(d)
	}
	if got := p.Totals.Saving.Monthly.Decimal; !got.Equal(together) || !got.LessThan(sum) || !got.GreaterThan(best) {
		t.Errorf("together %s, want %s: the best for each attribute, not all (%s) and not the best alone (%s)", got, together, sum, best)
	}
	if got := r.Summary.Saving.Monthly.Decimal; !got.Equal(p.Totals.Saving.Monthly.Decimal) {
		t.Errorf("the summary saves %s", got)
	}
}

// What is excluded saves nothing: nobody means to do it.
func TestSavingWithoutTheExcluded(t *testing.T) {
	path := planned(t, oldVolume("kept"), oldVolume("data"))
	all := checked(t, defaults(frozen(t), path)).Projects[0].Totals.Saving
	r := checked(t, configured(t, `
		exclusion {
			rule    = "cost/gp2-volume"
			address = "aws_ebs_volume.kept"
			reason  = "it goes next month"
		}
		rule "cost/unattached-volume" { enabled = false }
	`, path))
	if got := r.Projects[0].Totals.Saving; got == nil || got.Monthly.String() != "2" {
		t.Errorf("saves %v, want 2: 100 GB at 0.10 for 0.08", got)
	}
	if all == nil || all.Monthly.String() != "20" {
		t.Errorf("saves %v without the exclusion, want 20: unattached volumes go as a whole", all)
	}
}
