package lint

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// fleet writes a plan that has the platform fixture many times over, each in a
// module instance of its own, and returns how many resources that makes.
func fleet(t testing.TB, copies int) (path string, resources int) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(fixtures, "plan/platform/plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	var plan struct {
		Format        string           `json:"format_version"`
		Version       string           `json:"terraform_version"`
		Variables     json.RawMessage  `json:"variables"`
		Changes       []map[string]any `json:"resource_changes"`
		Configuration struct {
			Providers json.RawMessage `json:"provider_config"`
			Root      any             `json:"root_module"`
		} `json:"configuration"`
	}
	if err := json.Unmarshal(raw, &plan); err != nil {
		t.Fatal(err)
	}
	plan.Configuration.Root = map[string]any{"module_calls": map[string]any{"site": map[string]any{"module": plan.Configuration.Root}}}
	one := plan.Changes
	plan.Changes = nil
	for i := range copies {
		site := fmt.Sprintf("module.site[%d]", i)
		for _, change := range one {
			own := map[string]any{"module_address": site}
			for key, v := range change {
				switch s, _ := v.(string); key {
				case "address":
					own[key] = site + "." + s
				case "module_address":
					own[key] = site + "." + s
				default:
					own[key] = v
				}
			}
			plan.Changes = append(plan.Changes, own)
			if change["mode"] == "managed" {
				resources++
			}
		}
	}
	if raw, err = json.Marshal(plan); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, resources
}

// without is a run that asks no rules.
func without(t testing.TB, path string) Options {
	t.Helper()
	file := filepath.Join(t.TempDir(), config.FileName)
	if err := os.WriteFile(file, []byte("rule \"*\" {\n  enabled = false\n}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, diags := config.Load(file)
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	opt := defaults(catalogue.Embedded(), path)
	opt.Config = cfg
	return opt
}

func loaded(t testing.TB, path string) *model.Plan {
	t.Helper()
	plan, err := parser.Load(context.Background(), path, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// BenchmarkStages is a fleet of some thousand resources on its way through the
// pipeline, stage by stage and as a whole. The stages inside the parser, a
// card, a look-up and the rules have benchmarks in their own packages.
func BenchmarkStages(b *testing.B) {
	path, n := fleet(b, 20)
	perResource := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/1000/float64(b.N)/float64(n), "µs/res")
	}
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			loaded(b, path).Close()
		}
		perResource(b)
	})
	b.Run("references", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			plan := loaded(b, path)
			plan.Graph.ReferencedBy(plan.Resources[0])
			plan.Close()
		}
		perResource(b)
	})
	b.Run("estimate", func(b *testing.B) {
		plan := loaded(b, path)
		defer plan.Close()
		plan.Graph.ReferencedBy(plan.Resources[0])
		b.ReportAllocs()
		for b.Loop() {
			est := pricing.New(catalogue.Embedded(), pricing.Options{})
			for _, r := range plan.Resources {
				est.Estimate(r, plan.Graph)
				for _, o := range []model.Object{r.Before, r.After} {
					if o != nil {
						o.Release()
					}
				}
			}
		}
		perResource(b)
	})
	whole := func(opt Options) func(b *testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				checked(b, opt)
			}
			perResource(b)
		}
	}
	b.Run("without rules", whole(without(b, path)))
	b.Run("check", whole(defaults(catalogue.Embedded(), path)))
	r := checked(b, without(b, path))
	for _, format := range []string{"json", "text"} {
		b.Run(strings.ToUpper(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.Formats[format](io.Discard, r, report.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			perResource(b)
		})
	}
}
