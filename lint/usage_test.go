package lint

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// usageFile writes a usage file that gives every key of a type an own value.
func usageFile(section, address string, specs []pricing.UsageSpec) string {
	var b strings.Builder
	fmt.Fprintf(&b, "version: 0.1\n%s:\n  '%s':\n", section, address)
	n := 0
	var write func(specs []pricing.UsageSpec, in string)
	write = func(specs []pricing.UsageSpec, in string) {
		for _, s := range specs {
			n++
			switch s.Kind {
			case pricing.UsageGroup:
				fmt.Fprintf(&b, "%s'%s':\n", in, s.Name)
				write(s.Keys, in+"  ")
			case pricing.UsageText:
				fmt.Fprintf(&b, "%s%s: %q\n", in, s.Name, append(slices.Clone(s.Values), "some text")[0])
			case pricing.UsageFlag:
				fmt.Fprintf(&b, "%s%s: true\n", in, s.Name)
			default:
				fmt.Fprintf(&b, "%s'%s': %d\n", in, s.Name, n)
			}
		}
	}
	write(specs, "    ")
	return b.String()
}

func usageOf(t *testing.T, est *pricing.Estimator, files ...string) *usages {
	t.Helper()
	var list []*config.Usage
	for i, src := range files {
		u, diags := config.ParseUsage([]byte(src), fmt.Sprintf("usage-%d.yml", i))
		if diags.HasErrors() {
			t.Fatalf("%v\n%s", diags, src)
		}
		list = append(list, u)
	}
	u := newUsages(list)
	u.known = est.UsageKeys
	return u
}

// TestEveryUsageKeyIsTaken gives each usage key of each card through a file, by
// address, by a pattern and as the default of its type, and finds all of them
// with the resource and nothing to complain about.
func TestEveryUsageKeyIsTaken(t *testing.T) {
	est := pricing.New(catalogue.Embedded(), pricing.Options{})
	cards, keys := 0, 0
	err := fs.WalkDir(os.DirFS("../pricing/cards"), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".hcl" {
			return err
		}
		typ := strings.TrimSuffix(path.Base(file), ".hcl")
		specs, ok := est.UsageKeys(typ)
		if !ok {
			t.Errorf("%s: card cannot be read", typ)
		}
		specs = append(specs, purchaseSpecs()...)
		cards++
		r := &model.Resource{Address: `module.m["a"].` + typ + `.x["k.1"]`, Type: typ}
		for _, how := range [][2]string{
			{"resource_usage", r.Address}, {"resource_usage", "module.m[*]." + typ + ".x[*]"}, {"resource_usage", "module.*." + typ + `.x["k*"]`}, {"resource_type_default_usage", typ},
		} {
			u := usageOf(t, est, usageFile(how[0], how[1], specs))
			u.see([]*model.Resource{r})
			got := u.of(r)
			keys += missingKeys(t, typ+" by "+how[1], got, specs)
			if s := u.slips(); len(s.slips)+len(s.unmatched) > 0 {
				t.Errorf("%s by %s: %v %v", typ, how[1], s.slips, s.unmatched)
			}
		}
		return nil
	})
	if err != nil || cards == 0 || keys == 0 {
		t.Fatalf("%d cards, %d keys, %v", cards, keys, err)
	}
	t.Logf("%d cards, %d keys", cards, keys/4)
}

// missingKeys complains about keys that have no value, and counts those asked
// for.
func missingKeys(t *testing.T, where string, got map[string]cty.Value, specs []pricing.UsageSpec) int {
	n := 0
	for _, s := range specs {
		v, ok := got[s.Name]
		switch {
		case !ok || v.IsNull():
			t.Errorf("%s: %s is not there", where, s.Name)
		case s.Kind == pricing.UsageGroup:
			n += missingKeys(t, where+" "+s.Name, v.AsValueMap(), s.Keys)
		}
		n++
	}
	return n
}

// TestUsageComesInOrder: type, pattern, address, later file; groups are laid
// over each other key by key, in one file and across files.
func TestUsageComesInOrder(t *testing.T) {
	est := pricing.New(catalogue.Embedded(), pricing.Options{})
	r := &model.Resource{Address: `aws_s3_bucket.b["x"]`, Type: "aws_s3_bucket"}
	const first = `
resource_usage:
  aws_s3_bucket.b["x"]: {standard: {storage_gb: 3}}
  aws_s3_bucket.b[*]: {object_tags: 2, standard: {storage_gb: 2, monthly_tier_1_requests: 2}}
  '*': {object_tags: 20}
resource_type_default_usage:
  aws_s3_bucket: {object_tags: 1, standard: {storage_gb: 1, monthly_tier_1_requests: 1, monthly_tier_2_requests: 1}, glacier_deep_archive: {storage_gb: 1}}
`
	show := func(files ...string) string {
		var out []string
		for name, v := range usageOf(t, est, files...).of(r) {
			if v.IsNull() || !v.Type().IsObjectType() {
				out = append(out, fmt.Sprintf("%s=%s", name, worded(v)))
				continue
			}
			for key, v := range v.AsValueMap() {
				out = append(out, fmt.Sprintf("%s.%s=%s", name, key, worded(v)))
			}
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	one := "glacier_deep_archive.storage_gb=1 object_tags=20 standard.monthly_tier_1_requests=2 standard.monthly_tier_2_requests=1 standard.storage_gb=3"
	if got := show(first); got != one {
		t.Errorf("one file:\n%s\nwant\n%s", got, one)
	}
	for name, c := range map[string][2]string{
		"a later default wins":          {"resource_type_default_usage:\n  aws_s3_bucket: {standard: {storage_gb: 9}}\n", strings.Replace(one, "storage_gb=3", "storage_gb=9", 1)},
		"a null takes a key away":       {"resource_usage:\n  '*': {standard: {storage_gb: null}}\n", strings.Replace(one, "storage_gb=3", "storage_gb=null", 1)},
		"a null takes a group":          {"resource_usage:\n  '*': {standard: null, glacier_deep_archive: {storage_gb: 0}}\n", "glacier_deep_archive.storage_gb=0 object_tags=20 standard=null"},
		"what does not fit is left out": {"resource_usage:\n  '*': {standard: 5, object_tags: {a: 1}, nothing: 1}\n", one},
	} {
		if got := show(first, c[0]); got != c[1] {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c[1])
		}
	}
}

func worded(v cty.Value) string {
	if v.IsNull() {
		return "null"
	}
	return v.AsBigFloat().Text('g', -1)
}

// TestUsageSlips says with line and nearest name what is not heeded.
func TestUsageSlips(t *testing.T) {
	est := pricing.New(catalogue.Embedded(), pricing.Options{})
	lambda := &model.Resource{Address: "aws_lambda_function.f", Type: "aws_lambda_function"}
	bucket := &model.Resource{Address: "aws_s3_bucket.b[0]", Type: "aws_s3_bucket"}
	role := &model.Resource{Address: "aws_iam_role.r", Type: "aws_iam_role"}
	machine := &model.Resource{Address: "aws_instance.m", Type: "aws_instance"}
	for _, c := range []struct {
		name, src string
		line      int
		want      string // "" for nothing to say
	}{
		{"nearest key", "resource_usage:\n  aws_lambda_function.f:\n    monthly_request: 1", 3, `aws_lambda_function has no usage key "monthly_request". Did you mean "monthly_requests"?`},
		{"nearest nested key", "resource_usage:\n  aws_s3_bucket.b[*]:\n    standard:\n      storage: 1", 4, `Did you mean "standard.storage_gb"?`},
		{"in no group", "resource_usage:\n  aws_s3_bucket.b[0]:\n    monitored_objects: 1", 3, `Did you mean "intelligent_tiering.monitored_objects"?`},
		{"nothing near", "resource_usage:\n  aws_lambda_function.f: {weight: 1}", 2, "It may have monthly_requests, "},
		{"default of a type", "resource_type_default_usage:\n  aws_lambda_function: {monthly_request: 1}", 2, `Did you mean "monthly_requests"?`},
		{"not billed by use", "resource_usage:\n  aws_iam_role.r: {monthly_requests: 1}", 2, "aws_iam_role has no usage keys"},
		{"of some of the types", "resource_usage:\n  '*': {monthly_requests: 1, standard: {storage_gb: 1}}", 0, ""},
		{"of none of the types", "resource_usage:\n  '*': {monthly_reqests: 1}", 2, `None of aws_iam_role, aws_instance, aws_lambda_function and 1 more have the usage key "monthly_reqests". Did you mean "monthly_requests"?`},
		{"group for a number", "resource_usage:\n  aws_lambda_function.f: {monthly_requests: {a: 1}}", 2, "takes a number (requests); this is a group"},
		{"number for a group", "resource_usage:\n  aws_s3_bucket.b[0]: {standard: 1}", 2, "standard of aws_s3_bucket takes a group of storage_gb, "},
		{"text for a number", "resource_usage:\n  aws_lambda_function.f: {monthly_requests: many}", 2, `this is the text "many"`},
		{"number as text", "resource_usage:\n  aws_lambda_function.f: {monthly_requests: '1e3'}", 0, ""},
		{"huge number as text", "resource_usage:\n  aws_lambda_function.f: {monthly_requests: '1e999999999'}", 2, "takes a number"},
		{"flag for a number", "resource_usage:\n  aws_lambda_function.f: {monthly_requests: true}", 2, "this is true or false"},
		{"text that is none of them", "resource_usage:\n  aws_instance.m: {operating_system: window}", 2, `not "window". Did you mean "windows"?`},
		{"purchase", "resource_usage:\n  aws_instance.m: {reserved_instance_term: 1_year, reserved_instance_payment_option: no_upfront}", 0, ""},
		{"purchase that is none", "resource_usage:\n  aws_instance.m: {reserved_instance_term: 2_year}", 2, "takes one of 1_year, 3_year"},
		{"no such address", "resource_usage:\n  aws_lambda_function.g: {monthly_requests: 1}", 2, "There is no resource at aws_lambda_function.g. Did you mean aws_lambda_function.f?"},
		{"no instance", "resource_usage:\n  aws_lambda_function.f[*]: {monthly_requests: 1}", 2, "No address matches aws_lambda_function.f[*]."},
		{"no such type", "resource_type_default_usage:\n  aws_sqs_queue: {monthly_requests: 1}", 2, "There is no resource of type aws_sqs_queue."},
		{"nothing said", "resource_usage:\n  aws_lambda_function.g:\n    # monthly_requests: 1", 0, ""},
	} {
		u := usageOf(t, est, c.src)
		u.see([]*model.Resource{lambda, role})
		u.see([]*model.Resource{bucket, machine, lambda}) // another project
		s := u.slips()
		all := append(s.slips, s.unmatched...)
		switch {
		case c.want == "" && len(all) > 0:
			t.Errorf("%s: %v", c.name, all)
		case c.want != "" && len(all) != 1:
			t.Errorf("%s: %d warnings: %v", c.name, len(all), all)
		case c.want != "" && (!strings.Contains(all[0].Detail, c.want) || all[0].Subject.Start.Line != c.line || all[0].Subject.Filename != "usage-0.yml"):
			t.Errorf("%s: %s: %s, want %q in line %d", c.name, all[0].Subject, all[0].Detail, c.want, c.line)
		}
	}
	var many strings.Builder
	many.WriteString("resource_usage:\n")
	for i := range 100 {
		fmt.Fprintf(&many, "  aws_sqs_queue.q%d: {monthly_requests: 1}\n", i)
	}
	u := usageOf(t, est, many.String())
	u.see([]*model.Resource{lambda})
	if s := u.slips(); len(s.unmatched) != mostUnmatched+1 || !strings.Contains(s.unmatched[mostUnmatched].Detail, "of 89 after it") {
		t.Errorf("%d warnings, the last %v", len(s.unmatched), s.unmatched[len(s.unmatched)-1])
	}
}
