package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func page(t *testing.T, write func(*strings.Builder) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sampleRules() *RuleList {
	return &RuleList{SchemaVersion: SchemaVersion, Rules: []Rule{
		{Rule: "cost/gp2-volume", Aliases: []string{"COST-201"}, Family: "cost", Severity: "low", Title: "EBS volume of type gp2", Pack: "iaclint/core@1.0.0",
			ResourceTypes: []string{"aws_ebs_volume", "aws_launch_template"}, Enabled: true, Docs: "https://docs.aws.amazon.com/ebs/",
			Description: "gp3 stores the same for a fifth less and decouples IOPS from size.\n\nVolumes of up to 170 GB even get faster.", Remediation: "Set type = \"gp3\".",
			Scope: "resource", Env: "nonprod", Links: []string{"https://docs.aws.amazon.com/ebs/"},
			Params: []Param{
				{Name: "min_gb", Type: "number", Description: "Smaller volumes are not worth a word.", Default: 8.0, Value: 20.0},
				{Name: "except", Type: "list", Default: []any{}, Value: []any{}},
				{Name: "by_env", Default: map[string]any{"prod": 1.0, "nonprod": []any{"x"}}, Value: map[string]any{"prod": 1.0, "nonprod": []any{"x"}}},
			}},
		{Rule: "cost/nat-gateway-per-zone", Family: "cost", Severity: "high", Title: "NAT gateway in every zone of an environment that is not production", Enabled: true, Pack: "iaclint/core@1.0.0"},
		{Rule: "tag/required-cost-tag", Family: "tag", Severity: "medium", Title: "Required cost tag missing", Pack: "iaclint/core@1.0.0", Scope: "plan"},
	}}
}

func sampleCatalogue() *CatalogueStatus {
	return &CatalogueStatus{SchemaVersion: SchemaVersion, Version: "2026.11", Rows: 123456, Inferred: 789, Oldest: "2026-03-01", Newest: "2026-08-20",
		Clouds: []CatalogueCloud{
			{Cloud: "aws", Rows: 100000, Regions: []string{"eu-west-1", "us-east-1"}, Machines: 800, Oldest: "2026-03-01", Newest: "2026-08-20", Services: []CatalogueService{
				{Service: "ec2", SKUs: 900, Rows: 90000, Regions: 2, Oldest: "2026-03-01", Newest: "2026-08-20"},
				{Service: "a-service-with-a-name-longer-than-anybody-expected", SKUs: 1, Rows: 1, Regions: 1, Oldest: "2026-03", Newest: "2026-03"}}},
			{Cloud: "gcp", Rows: 23456, Regions: []string{"europe-west1"}, Machines: 1},
		},
		Sources: []CatalogueSource{
			{ID: "aws-price-list", Origin: "AWS", Licence: "facts", Vintage: "2026-08-20", What: "Price List Bulk API"},
			{ID: "emaps", Origin: "Electricity Maps", Licence: "ODbL-1.0", What: "Yearly averages of grid intensity, kept apart from the other facts"}},
	}
}

// pages are the texts besides the report itself, by golden name.
func pages(t *testing.T, width int) map[string]string {
	o := Options{Width: width}
	r := platform()
	out := map[string]string{
		"rules":     page(t, func(b *strings.Builder) error { return WriteRules(b, sampleRules(), o) }),
		"rule":      page(t, func(b *strings.Builder) error { return ExplainRule(b, &sampleRules().Rules[0], o) }),
		"catalogue": page(t, func(b *strings.Builder) error { return WriteCatalogue(b, sampleCatalogue(), o) }),
		"coverage": page(t, func(b *strings.Builder) error {
			return WriteTypeCoverage(b, &TypeCoverage{Types: map[string]map[string]int{
				"aws": {"priced": 130, "free": 1440, "feeder": 30}, "google": {}, "azurerm": {"priced": 60, "unpriced": 7, "unknown": 3},
			}}, o)
		}),
		"unpriced": page(t, func(b *strings.Builder) error {
			return WriteUnpriced(b, &UnpricedTypes{Unpriced: []UnpricedType{
				{"aws", "aws_appconfig_a_type_with_a_name_longer_than_any_column_there_is", "AWSAppConfig", "no card"},
				{"aws", "aws_appfabric", "AppFabric", "no card"}, {"google", "google_new_thing", "Things", "no price in the catalogue"},
			}}, o)
		}),
		"prices": page(t, func(b *strings.Builder) error {
			return WritePrices(b, &PriceList{Prices: []Price{
				{Key: "aws/ec2/eu-west-1/m5.large/linux/on-demand", Unit: "hour", Tiers: []PriceTier{{USD: amount("0.107")}}, Date: "2026-08-20", Source: "aws-price-list"},
				{Key: "aws/s3/eu-west-1/standard/storage", Unit: "GB-month", Date: "2026-08", Source: "inferred:tiers",
					Tiers: []PriceTier{{USD: amount("0.023")}, {From: amount("51200"), USD: amount("0.022")}}},
				{Key: "aws/lambda/eu-west-1/requests", Unit: "requests", Date: "2026", Source: "x", Tiers: []PriceTier{{From: amount("1000000"), USD: amount("0.0000002")}}},
			}}, o)
		}),
		"no-prices": page(t, func(b *strings.Builder) error { return WritePrices(b, &PriceList{}, o) }),
		"diagnostics": page(t, func(b *strings.Builder) error {
			return WriteDiagnostics(b, []Diagnostic{
				{Severity: "error", Summary: "Unknown setting", Detail: `There is no setting "fail_no" in the configuration. Did you mean "fail_on"?`, File: ".iaclint.hcl", Line: 1, Column: 1, Snippet: `fail_no = "high"`},
				{Severity: "warning", Summary: "Unknown action", Detail: "The plan has an action this version does not know.", File: "plan.json"},
			}, o)
		}),
	}
	for name, address := range map[string]string{
		"explain-partial": "module.db.aws_db_instance.main", "explain-free": "aws_iam_role.app", "explain-usage": "aws_sqs_queue.jobs",
		"explain-gap": "aws_foo_bar.x", "explain-deleted": "aws_instance.old", "explain-findings": `azurerm_linux_virtual_machine.batch["night"]`,
	} {
		found := r.Find(address)
		if len(found) != 1 {
			t.Fatalf("%d resources at %s", len(found), address)
		}
		out[name] = page(t, func(b *strings.Builder) error { return Explain(b, found[0], o) })
	}
	return out
}

func TestPages(t *testing.T) {
	for _, width := range []int{100, 60} {
		for name, got := range pages(t, width) {
			golden(t, fmt.Sprintf("%s-%d.text", name, width), got)
			for _, line := range strings.Split(got, "\n") {
				if n := utf8.RuneCountInString(line); n > width {
					t.Errorf("%s, width %d: %d cells: %s", name, width, n, line)
				}
			}
		}
	}
}

func TestDocumentsOfPages(t *testing.T) {
	golden(t, "rules.doc", encode(t, sampleRules()))
	golden(t, "catalogue.doc", encode(t, sampleCatalogue()))
	golden(t, "explain.doc", encode(t, platform().Find("aws_foo_bar.x")[0]))
}

func TestParams(t *testing.T) {
	schema := map[string]any{"type": "object", "properties": map[string]any{
		"size":  map[string]any{"type": "number", "default": 8.0, "description": "How large."},
		"names": map[string]any{"type": "array"},
	}}
	want := []Param{{Name: "names", Type: "array"}, {Name: "size", Type: "number", Description: "How large.", Default: 8.0, Value: 20.0}}
	if diff := cmp.Diff(want, Params(schema, map[string]any{"size": 20.0, "other": 1})); diff != "" {
		t.Error(diff)
	}
	if got := Params(nil, nil); got != nil {
		t.Errorf("a rule without parameters has %v", got)
	}
}

// The page a slip of the configuration gets is quoted in the documentation.
func TestDocumentedSlip(t *testing.T) {
	docs := readFile(t, "../docs/configuration.md")
	slip, _, _ := strings.Cut(pages(t, DefaultWidth)["diagnostics"], "warning:")
	if !strings.Contains(docs, slip) {
		t.Errorf("docs/configuration.md does not show\n%s", slip)
	}
}

func TestPagesAreInert(t *testing.T) {
	r := hostile()
	list := sampleRules()
	const bad = "x\x1b[2J\n::error::\u202e"
	list.Rules[0].Title, list.Rules[0].Description, list.Rules[0].Params[0].Value = bad, bad, bad
	list.Rules[0].Links = []string{bad}
	for i := range r.Projects[0].Resources {
		e := Explained{Resource: &r.Projects[0].Resources[i], Findings: r.Projects[0].Findings[:2]}
		e.Resource.Tags = map[string]string{bad: bad}
		e.Resource.Cost.Gaps = []Gap{{bad, bad, bad}}
		checkInert(t, page(t, func(b *strings.Builder) error { return Explain(b, e, Options{}) }))
	}
	checkInert(t, page(t, func(b *strings.Builder) error { return WriteRules(b, list, Options{}) }))
	checkInert(t, page(t, func(b *strings.Builder) error { return ExplainRule(b, &list.Rules[0], Options{}) }))
	checkInert(t, page(t, func(b *strings.Builder) error {
		return WriteDiagnostics(b, []Diagnostic{{Severity: bad, Summary: bad, Detail: bad, File: bad, Snippet: bad, Line: 1}}, Options{})
	}))
}

func checkInert(t *testing.T, out string) {
	t.Helper()
	for i, r := range out {
		if r != '\n' && hidden(r) || r == utf8.RuneError {
			t.Fatalf("%U passed through: %q", r, out[max(0, i-40):i+4])
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##vso[") || strings.Contains(line, "##[") {
			t.Errorf("a CI command passed through: %s", line)
		}
		if strings.TrimSpace(line) == "PASS" {
			t.Error("the input forged a verdict")
		}
	}
}
