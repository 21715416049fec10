package pricing

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// TestWorkedExamples holds the arithmetic to the worked examples of
// docs/carbon-method.md, within 0.5 %.
func TestWorkedExamples(t *testing.T) {
	one := func(l load) []load { l.count = times(1, 1, 1); return []load{l} }
	machine := func(name string) load { return load{machine: name, hours: 730, percent: -1} }
	cases := []struct {
		name                  string
		cloud, region         string
		loads                 []load
		operational, embodied float64
		gradeOp, gradeEmb     string
	}{
		{"1 m5.large", "aws", "us-east-1", one(machine("m5.large")), 4.4341, 0.6991, "B", "B"},
		{"2 m6g.xlarge", "aws", "eu-north-1", one(machine("m6g.xlarge")), 0.2559, 1.7358, "B", "B"},
		{"3 Standard_D4s_v5", "azure", "westeurope", one(machine("Standard_D4s_v5")), 4.6958, 1.3957, "C", "C"},
		{"4 n2-standard-4", "gcp", "europe-west1", one(machine("n2-standard-4")), 3.1660, 1.0864, "B", "B"},
		{"5 p4d.24xlarge", "aws", "us-east-1", one(machine("p4d.24xlarge")), 1160.6676, 88.2665, "B", "D"},
		{"6 t3.medium at baseline", "aws", "us-east-1", one(machine("t3.medium")), 2.1907, 0.3496, "B", "B"},
		{"7 group of 2 to 6 m6i.xlarge", "aws", "us-west-2", []load{{machine: "m6i.xlarge", hours: 730, percent: -1, count: times(2, 4, 6)}}, 10.1606, 4.6574, "C", "C"},
		{"8 gp3 1000 GB", "aws", "us-east-1", one(load{storage: "ebs", selector: "gp3", gigabytes: 1000, hours: 730, percent: -1}), 0.8422, 1.8750, "B", "D"},
		{"9 S3 standard 500 GB by usage", "aws", "eu-west-1", one(load{storage: "s3", selector: "standard", gigabytes: 500, hours: 730, percent: -1, fromUsage: true}), 0.4756, 0.1250, "E", "E"},
		{"10 db.r5.large multi-AZ with 100 GB", "aws", "eu-west-1", []load{
			{machine: "db.r5.large", hours: 730, percent: -1, count: times(2, 2, 2)},
			{storage: "rds", selector: "multi-az", gigabytes: 100, hours: 730, percent: -1, count: times(1, 1, 1)},
		}, 7.8107, 2.2360, "B", "D"},
		{"11 unknown type, 8 vCPU 32 GB", "aws", "ap-south-1", one(load{vcpu: 8, memoryGiB: 32, hours: 730, percent: -1}), 29.9264, 2.7863, "D", "D"},
		{"11 with a T4 on top", "aws", "ap-south-1", one(load{vcpu: 8, memoryGiB: 32, gpu: "t4", gpus: 1, hours: 730, percent: -1}), 29.9264 + 35.5368, 2.7863 + 3.1250, "D", "D"},
		{"12 Lambda 512 MB, 10 M requests of 200 ms", "aws", "eu-central-1", one(load{vcpu: 512.0 / 1769, memoryGiB: 0.5, hours: 10e6 * 0.2 / 3600, percent: -1, fromUsage: true}), 0.3441, 0.0767, "E", "E"},
		{"diff: m6g.large", "aws", "us-east-1", one(machine("m6g.large")), 2.6631, 0.8679, "B", "B"},
		{"diff: m5.large in eu-north-1", "aws", "eu-north-1", one(machine("m5.large")), 0.9122 - 0.6991, 0.6991, "B", "B"},
	}
	est := New(catalogue.Embedded(), Options{})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, gaps := est.emissions(c.cloud, c.region, c.loads)
			if len(gaps) > 0 || got == nil {
				t.Fatalf("gaps %v", gaps)
			}
			near(t, "operational", got.OperationalKg, c.operational)
			near(t, "embodied", got.EmbodiedKg, c.embodied)
			if got.GradeOperational != c.gradeOp || got.GradeEmbodied != c.gradeEmb {
				t.Errorf("grades %s/%s, want %s/%s", got.GradeOperational, got.GradeEmbodied, c.gradeOp, c.gradeEmb)
			}
			if !(got.LowKg() < got.TotalKg() && got.TotalKg() < got.HighKg()) {
				t.Errorf("range %g to %g does not hold %g", got.LowKg(), got.HighKg(), got.TotalKg())
			}
		})
	}
}

func times(low, mid, high int64) span {
	return span{decimal.NewFromInt(low), decimal.NewFromInt(mid), decimal.NewFromInt(high)}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.005*want {
		t.Errorf("%s %.4f kg, want %.4f", what, got, want)
	}
}
