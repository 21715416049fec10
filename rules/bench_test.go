package rules

import (
	"context"
	"fmt"
	"maps"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pack/archive"
	"github.com/iaclint/iaclint/pricing"
)

// synthetic is a pack of n rules like those of the core pack, spread over a
// number of types of which the first is aws_ebs_volume.
func synthetic(n, types int) Source {
	files := fstest.MapFS{}
	for i := range n {
		typ := "aws_ebs_volume"
		if i%types > 0 {
			typ = fmt.Sprintf("aws_type_%d", i%types)
		}
		name := fmt.Sprintf("rule_%d", i)
		files[fmt.Sprintf("cost/rule-%d/rule.rego", i)] = &fstest.MapFile{Data: []byte(rego("cost."+name,
			"code: COST-"+name+"\ntypes: ["+typ+"]\nremediation: Do something else.\nparams: {properties: {limit: {type: integer, default: 100}}}",
			fmt.Sprintf(`import data.iaclint.lib

findings contains {
	"path": "type",
	"message": sprintf("%%d GB of kind %%s%%s", [input.resource.values.size, input.resource.values.type, lib.a_month]),
	"change": {"type": "gp3"},
} if {
	input.resource.values.type in slow
	not exempt
	input.resource.values.size > input.params.limit + %d
}

slow := {"gp2", "standard", "kind%d"}

exempt if input.resource.tags.exempt == "yes"
`, i, i)))}
	}
	return Source{Name: "iaclint/core", Version: "9", FS: files, Trusted: true, core: true}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		pack := synthetic(n, 10)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, diags := Open([]Source{pack}, Settings{}); diags.HasErrors() {
					b.Fatal(diags)
				}
			}
		})
	}
	b.Run("core", func(b *testing.B) {
		for b.Loop() {
			if _, diags := Open([]Source{Core()}, Settings{}); diags.HasErrors() {
				b.Fatal(diags)
			}
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	run := func(name string, pack Source, types []string) {
		set, diags := Open([]Source{pack}, Settings{})
		if diags.HasErrors() {
			b.Fatal(diags)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				j, diags := set.Compile(context.Background(), types)
				if diags.HasErrors() {
					b.Fatal(diags)
				}
				j.Close()
			}
		})
	}
	for _, n := range []int{10, 100, 300} {
		run(fmt.Sprint(n), synthetic(n, 1), []string{"aws_ebs_volume"})
	}
	run("1of1000", synthetic(1000, 1000), []string{"aws_ebs_volume"})
	run("core", Core(), []string{"aws_instance", "aws_ebs_volume", "aws_db_instance", "aws_s3_bucket", "aws_lambda_function", "aws_nat_gateway"})
}

func BenchmarkJudge(b *testing.B) {
	s := volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": cty.NumberIntVal(500), "iops": cty.NumberIntVal(3000), "tags": cty.EmptyObjectVal})
	s.Resource.Tags = model.Tags{Complete: true, Known: map[string]string{"team": "payments", "env": "prod", "app": "shop"}}
	s.Resource.Facts.TagsAttribute, s.Resource.Region.Name = "tags", "eu-west-1"
	s.Estimate = &pricing.Estimate{After: footprint("40", 1)}
	hit := s
	r := *s.Resource
	r.After = model.Values{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(500)}
	hit.Resource = &r
	unknown := s
	q := *s.Resource
	q.After = model.Values{"type": cty.UnknownVal(cty.String), "size": cty.NumberIntVal(500)}
	unknown.Resource = &q

	// The twins of a fleet get remembered answers; strangers differ in size.
	run := func(name string, pack Source, s Subject) {
		judgeMany(b, name+"/twins", pack, s, func(int) {})
		judgeMany(b, name+"/strangers", pack, s, func(i int) {
			values := maps.Clone(s.Resource.After.(model.Values))
			values["size"] = cty.NumberIntVal(int64(500 + i))
			s.Resource.After = values
			usd := decimal.NewFromInt(int64(40 + i%1000))
			s.Estimate.After.Monthly = &usd
		})
	}
	// 31 rules over ten types: three or four of them are asked.
	run("31rules/pass", synthetic(31, 10), s)
	run("31rules/fail", synthetic(31, 10), hit)
	run("31rules/unknown", synthetic(31, 10), unknown)
	run("310rules/pass", synthetic(310, 100), s)
	run("10ofthetype/pass", synthetic(10, 1), s)
	run("core/volume", Core(), s)
	instance := subject("aws_instance", map[string]cty.Value{"instance_type": cty.StringVal("m5.large")})
	instance.Estimate, instance.Resource.Tags = s.Estimate, s.Resource.Tags
	instance.Resource.Facts, instance.Resource.Region = s.Resource.Facts, s.Resource.Region
	run("core/instance", Core(), instance)
	role := subject("aws_iam_role", map[string]cty.Value{"name": cty.StringVal("x")})
	role.Estimate = &pricing.Estimate{After: &pricing.Footprint{Status: pricing.Free, Monthly: &decimal.Decimal{}}}
	run("core/role", Core(), role)
}

func judgeMany(b *testing.B, name string, pack Source, s Subject, next func(i int)) {
	b.Run(name, func(b *testing.B) {
		set, diags := Open([]Source{pack}, Settings{})
		if diags.HasErrors() {
			b.Fatal(diags)
		}
		j, diags := set.Compile(context.Background(), []string{s.Resource.Type})
		if diags.HasErrors() {
			b.Fatal(diags)
		}
		defer j.Close()
		w := j.Worker()
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			next(i)
			if _, err := w.Resource(context.Background(), s); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N), "µs/res")
	})
}

// BenchmarkMoreRules is the core pack alone and beside a thousand rules for types
// that no resource has: what they cost at the start, and for each resource.
func BenchmarkMoreRules(b *testing.B) {
	more := synthetic(1000, 1000)
	more.Name, more.core = "acme/more", false
	files := more.FS.(fstest.MapFS)
	delete(files, "cost/rule-0/rule.rego") // of aws_ebs_volume
	packed := archive.Files{}              // as it comes from a registry
	for name, f := range files {
		packed[name] = f.Data
	}
	more.FS = packed.FS()
	types := []string{"aws_instance", "aws_ebs_volume", "aws_db_instance", "aws_s3_bucket", "aws_lambda_function", "aws_nat_gateway"}
	s := volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": cty.NumberIntVal(500), "iops": cty.NumberIntVal(3000), "tags": cty.EmptyObjectVal})
	s.Estimate = &pricing.Estimate{After: footprint("40", 1)}
	for _, c := range []struct {
		name  string
		packs []Source
	}{{"core", []Source{Core()}}, {"core and 999 more", []Source{Core(), more}}} {
		prepare := func(b *testing.B) *Judge {
			set, diags := Open(c.packs, Settings{})
			if diags.HasErrors() {
				b.Fatal(diags)
			}
			j, diags := set.Compile(context.Background(), types)
			if diags.HasErrors() {
				b.Fatal(diags)
			}
			return j
		}
		b.Run("start/"+c.name, func(b *testing.B) {
			for b.Loop() {
				prepare(b).Close()
			}
		})
		b.Run("resource/"+c.name, func(b *testing.B) {
			j := prepare(b)
			defer j.Close()
			w := j.Worker()
			defer w.Rest()
			for b.Loop() {
				if _, err := w.Resource(context.Background(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
