package lint

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// bomb is an object that breaks whoever reads it.
type bomb struct{ model.Values }

func (bomb) Attr(string) cty.Value { panic("boom") }

// A bug of ours ends the run with one clean sentence that names the resource,
// never with a trace nor with a report that looks complete.
func TestPanicBecomesAnError(t *testing.T) {
	res := &model.Resource{Address: "aws_ebs_volume.x", Type: "aws_ebs_volume", Name: "x", Actions: []model.Action{model.Create},
		Facts: model.TypeFacts{Cloud: "aws", Class: model.Priced}, Region: model.Region{Name: "us-east-1"}, After: bomb{}}
	plan := &model.Plan{Name: "p", Resources: []*model.Resource{res}, Graph: model.NoGraph{}}
	all := newShared(defaults(frozen(t)), 1)
	defer all.close()
	run, err := newRun(context.Background(), all, plan)
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = run.resources(context.Background())
	if err == nil || !strings.Contains(err.Error(), "aws_ebs_volume.x") || !strings.Contains(err.Error(), "boom") || strings.Contains(err.Error(), "\n") {
		t.Errorf("a panic became %v", err)
	}
}

// What is created exists, even where the plan shows no attribute of it.
func TestCreatedWithoutAttributes(t *testing.T) {
	p := checked(t, defaults(frozen(t), planned(t, entry{address: "aws_ebs_volume.x"}))).Projects[0]
	if p.Coverage.Managed != 1 || p.Resources[0].Cost.Status == report.Free {
		t.Errorf("coverage %+v, cost %+v", p.Coverage, p.Resources[0].Cost)
	}
}

// A rule that breaks is named once, however many resources it broke on, and
// the run says by its exit code that it is not complete.
func TestBrokenRuleIsNamedOnce(t *testing.T) {
	pack := rules.Source{Name: "acme", Namespace: "acme", FS: fstest.MapFS{"cost/broken/rule.rego": {Data: []byte(`# METADATA
# title: Broken
# custom:
#   severity: low
#   types: [aws_ebs_volume]
package iacpack.acme.cost.broken

findings contains {"message": kind}

kind := "a" if input.resource.values.size > 0

kind := "b" if input.resource.values.size > 1
`)}}}
	opt := defaults(frozen(t), planned(t, oldVolume("a"), oldVolume("b"), oldVolume("c")))
	opt.Packs = append(opt.Packs, pack)
	r := checked(t, opt)
	said := 0
	for _, d := range r.Diagnostics {
		if d.Severity == "error" && strings.Contains(d.Detail, "cost/broken") {
			said++
		}
	}
	if said != 1 || r.Summary.ExitCode != 2 {
		t.Errorf("said %d times, exit code %d: %+v", said, r.Summary.ExitCode, r.Diagnostics)
	}
	if len(of(r, "cost/gp2-volume")) != 3 {
		t.Error("the other rules' findings are missing")
	}
}

// Two resources that differ only in what a rule looks at get different
// verdicts: answers are remembered by what is looked at.
func TestTwinsAreNotMixedUp(t *testing.T) {
	db := func(name, tags string) entry {
		return entry{address: "aws_db_instance." + name, after: `{"engine": "postgres", "instance_class": "db.t4g.medium", "multi_az": false,
			"allocated_storage": 50, "storage_type": "gp3", "copy_tags_to_snapshot": false, "tags": ` + tags + `, "tags_all": ` + tags + `}`}
	}
	domain := func(name, volume string) entry {
		return entry{address: "aws_opensearch_domain." + name, after: `{"cluster_config": [{"instance_type": "t3.small.search", "instance_count": 1}],
			"ebs_options": [{"ebs_enabled": true, "volume_type": "` + volume + `", "volume_size": 20}]}`}
	}
	r := checked(t, defaults(frozen(t), planned(t, db("bare", `{}`), db("tagged", `{"owner": "a"}`), domain("a", "gp3"), domain("b", "gp2"), domain("c", "gp3"))))
	if found := of(r, "tag/snapshots-lose-tags"); len(found) != 1 || found["aws_db_instance.tagged"].Rule == "" {
		t.Errorf("snapshots lose tags only where there are some: %v", found)
	}
	if found := of(r, "cost/gp2-volume"); len(found) != 1 || found["aws_opensearch_domain.b"].Rule == "" {
		t.Errorf("only one domain is on gp2: %v", found)
	}
}

// That two resources are called the same says nothing of either.
func TestEqualNamesAreNoReference(t *testing.T) {
	r := checked(t, defaults(frozen(t), planned(t,
		entry{address: "google_compute_address.a", after: `{"name": "main", "region": "europe-west1", "address_type": "EXTERNAL"}`},
		entry{address: "google_compute_instance.b", after: `{"name": "main", "zone": "europe-west1-b", "machine_type": "e2-small"}`},
		entry{address: "aws_db_instance.c", after: `{"identifier": "main"}`},
	)))
	if found := of(r, "cost/idle-address"); len(found) != 1 {
		t.Errorf("the address is used by nothing: %v", found)
	}
}

// Projects add up, and a project of which nothing is known takes nothing away.
func TestSeveralProjects(t *testing.T) {
	a, b := planned(t, oldVolume("a")), planned(t, entry{address: "aws_ebs_volume.x", after: `{"availability_zone": "us-east-1a"}`, unknown: `{"type": true, "size": true}`})
	r := checked(t, defaults(frozen(t), b, a))
	if len(r.Projects) != 2 || dollars(r.Summary.Monthly) != "10" {
		t.Errorf("%d projects, %s a month", len(r.Projects), dollars(r.Summary.Monthly))
	}
	unknown := 0
	for _, p := range r.Projects {
		if p.Totals.Monthly == nil {
			unknown++
		}
	}
	if unknown != 1 {
		t.Errorf("%d projects know nothing of their cost, want 1", unknown)
	}
}
