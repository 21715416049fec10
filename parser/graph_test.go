package parser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

const graphPlan = "testdata/references.json"

func TestReferences(t *testing.T) {
	p := mustLoad(t, filepath.FromSlash(graphPlan))
	for _, test := range []struct {
		from, path string
		want       string
		how        model.Resolution
	}{
		{"aws_autoscaling_group.app", "launch_template.id", "aws_launch_template.app", model.Resolved},
		{"aws_autoscaling_group.app", "launch_template", "aws_launch_template.app", model.Resolved},
		{"aws_autoscaling_group.app", "vpc_zone_identifier", "aws_subnet.a[0] aws_subnet.a[1]", model.Resolved},
		{"aws_autoscaling_group.app", "max_size", "", model.None},
		{"aws_autoscaling_group.app", "nothing_of_the_kind", "", model.None},
		// The same key, and a key that is written.
		{"aws_instance.each[\"x\"]", "subnet_id", "aws_subnet.keyed[\"x\"]", model.Resolved},
		{"aws_instance.each[\"y\"]", "subnet_id", "aws_subnet.keyed[\"y\"]", model.Resolved},
		{"aws_instance.each[\"x\"]", "host_id", "aws_subnet.a[1]", model.Resolved},
		// Into a module and out of one.
		{"module.db[\"eu\"].aws_db_instance.this", "db_subnet_group_name", "aws_db_subnet_group.main", model.Resolved},
		{"module.db[\"eu\"].aws_db_instance.this", "kms_key_id", "module.keys.aws_kms_key.k", model.Resolved},
		{"aws_instance.outside", "user_data", "module.db[\"eu\"].aws_db_instance.this", model.Resolved},
		// What cannot be followed, and what a value tells all the same.
		{"aws_s3_bucket_versioning.by_local", "bucket", "aws_s3_bucket.named", model.Resolved},
		{"aws_s3_bucket_versioning.hidden", "bucket", "", model.Unresolved},
		{"aws_instance.outside", "ami", "", model.Unresolved},
		{"aws_instance.outside", "iam_instance_profile", "", model.Unresolved},
	} {
		got, how := p.Graph.References(at(t, p, test.from), test.path)
		if list(got) != test.want || how != test.how {
			t.Errorf("%s %s: %q (%d), want %q (%d)", test.from, test.path, list(got), how, test.want, test.how)
		}
	}
}

func TestReferencedBy(t *testing.T) {
	p := mustLoad(t, filepath.FromSlash(graphPlan))
	for _, test := range []struct {
		to, want string
		complete bool
	}{
		{"aws_launch_template.app", "aws_autoscaling_group.app", true},
		{"aws_subnet.a[0]", "aws_autoscaling_group.app", true},
		{"aws_subnet.a[1]", "aws_autoscaling_group.app aws_instance.each[\"x\"] aws_instance.each[\"y\"]", true},
		{"aws_subnet.keyed[\"x\"]", "aws_instance.each[\"x\"]", true},
		{"module.keys.aws_kms_key.k", "module.db[\"eu\"].aws_db_instance.this module.db[\"us\"].aws_db_instance.this", true},
		// One versioning names a bucket we cannot tell: it may be any.
		{"aws_s3_bucket.named", "aws_s3_bucket_versioning.by_local", false},
		{"aws_s3_bucket.other", "", false},
	} {
		got, complete := p.Graph.ReferencedBy(at(t, p, test.to))
		if list(got) != test.want || complete != test.complete {
			t.Errorf("%s: %q (%v), want %q (%v)", test.to, list(got), complete, test.want, test.complete)
		}
	}
}

func TestWhyUnknown(t *testing.T) {
	p := mustLoad(t, filepath.FromSlash(graphPlan))
	for _, test := range []struct{ address, path, want string }{
		{"aws_autoscaling_group.app", "launch_template.id", "aws_launch_template.app.id"},
		{"aws_s3_bucket_versioning.hidden", "bucket", "local.bucket"},
		{"module.db[\"eu\"].aws_db_instance.this", "kms_key_id", "var.key"},
		{"aws_autoscaling_group.app", "arn", ""},
	} {
		if got := at(t, p, test.address).WhyUnknown(test.path); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.address, test.path, got, test.want)
		}
	}
}

// TestStateReferences follows values, which is all a state has.
func TestStateReferences(t *testing.T) {
	p := mustParse(t, `{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[
		{"mode":"managed","type":"aws_instance","name":"app","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[
			{"index_key":0,"attributes":{"id":"i-0a1b2c3d4e5f67890","subnet_id":"subnet-0011223344556677","key_name":"main"}}]},
		{"mode":"managed","type":"aws_subnet","name":"a","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[
			{"attributes":{"id":"subnet-0011223344556677"}}]},
		{"mode":"managed","type":"aws_key_pair","name":"main","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[
			{"attributes":{"id":"main","key_name":"main"}}]}]}`)
	app := at(t, p, "aws_instance.app[0]")
	for path, want := range map[string]string{"subnet_id": "aws_subnet.a", "key_name": "aws_key_pair.main", "ami": ""} {
		if got, _ := p.Graph.References(app, path); list(got) != want {
			t.Errorf("%s: %q, want %q", path, list(got), want)
		}
	}
	by, complete := p.Graph.ReferencedBy(at(t, p, "aws_subnet.a"))
	if list(by) != "aws_instance.app[0]" || !complete {
		t.Errorf("the subnet is referenced by %q, complete %v", list(by), complete)
	}
}

func list(resources []*model.Resource) string {
	var out []string
	for _, r := range resources {
		out = append(out, r.Address)
	}
	return strings.Join(out, " ")
}

// TestFleet: counted blocks that refer to each other by count.index, all of one
// name, are answered instance by instance. With anything but linear work this
// test would not come to an end.
func TestFleet(t *testing.T) {
	const n = 3000
	var entries []string
	for i := range n {
		for _, typ := range []string{"aws_instance", "aws_ebs_volume"} {
			entries = append(entries, fmt.Sprintf(`{"address":"%s.a[%d]","mode":"managed","type":%q,"name":"a","index":%d,"change":{"actions":["create"],"before":null,"after":{"name":"app","label":"app"},"after_unknown":{"id":true,"instance_id":true}}}`, typ, i, typ, i))
		}
	}
	p := mustParse(t, planOf("", configured("", "",
		blockOf("aws_instance.a", "aws", `"label":{"references":["local.label"]}`)+","+
			blockOf("aws_ebs_volume.a", "aws", `"instance_id":{"references":["aws_instance.a","count.index"]}`), ""), entries...))
	for _, r := range p.Resources {
		if r.Type == "aws_instance" {
			by, _ := p.Graph.ReferencedBy(r)
			if len(by) != 1 || instanceKey(by[0].Index) != instanceKey(r.Index) {
				t.Fatalf("%s is referenced by %s", r.Address, list(by))
			}
			continue
		}
		to, _ := p.Graph.References(r, "instance_id")
		if len(to) != 1 || instanceKey(to[0].Index) != instanceKey(r.Index) {
			t.Fatalf("%s refers to %s", r.Address, list(to))
		}
	}
}
