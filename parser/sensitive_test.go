package parser

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// secretPlan holds "hunter2-…" in every place a plan can hold a secret.
const secretPlan = `{"format_version":"1.2","terraform_version":"1.11.4",
"variables":{"password":{"value":"hunter2-var"},"once":{"value":"hunter2-ephemeral"},"box":{"value":{"inner":["hunter2-nested",12345678]}},"plain":{"value":"eu-west-1"},"passed":{"value":"hunter2-passed"}},
"planned_values":{"outputs":{"o":{"sensitive":true,"value":"hunter2-output"}},"root_module":{"resources":[
 {"address":"aws_instance.still","mode":"managed","type":"aws_instance","name":"still","provider_name":"registry.terraform.io/hashicorp/aws",
  "values":{"user_data":"hunter2-still","instance_type":"m5.large","tags":{"a":"hunter2-var"}},"sensitive_values":{"user_data":true}}]}},
"resource_changes":[
 {"address":"aws_db_instance.a","mode":"managed","type":"aws_db_instance","name":"a","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["update"],
  "before":{"password":"hunter2-old","username":"admin","tags":{"note":"hunter2-old"},"list":[{"k":"hunter2-in-list","open":"yes"}],"empty":null},
  "after":{"password":"hunter2-new","username":"admin","tags":{"note":"hunter2-new","once":"hunter2-ephemeral","team":"payments"},"tags_all":{"note":"hunter2-new","team":"payments"},"list":[{"k":"hunter2-in-list2","open":"yes"}],"copy":"hunter2-nested","pin":12345678,"out":"hunter2-output","default":"hunter2-default","child":"hunter2-literal","passed":"hunter2-passed","empty":null},
  "after_unknown":{"endpoint":true},
  "before_sensitive":{"password":true,"list":[{"k":true}],"empty":true},"after_sensitive":{"password":true,"list":[{"k":true}],"empty":true}}},
 {"address":"aws_ssm_parameter.all","mode":"managed","type":"aws_ssm_parameter","name":"all","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],
  "before":null,"after":{"value":"hunter2-whole"},"after_unknown":{},"before_sensitive":false,"after_sensitive":true}},
 {"address":"aws_ssm_parameter.region","mode":"managed","type":"aws_ssm_parameter","name":"region","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],
  "before":null,"after":{"value":"eu-west-1","type":"String"},"after_unknown":{},"before_sensitive":false,"after_sensitive":{"value":true}}}],
"resource_drift":[{"address":"aws_db_instance.a","change":{"actions":["update"],"before":{"password":"hunter2-drift"},"after":{}}}],
"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"references":["var.plain"]},"default_tags":[{"tags":{"constant_value":{"d":"hunter2-var"}}}]}}},
 "root_module":{"resources":[{"mode":"managed","type":"aws_db_instance","name":"a","provider_config_key":"aws","expressions":{"password":{"constant_value":"hunter2-new"}}}],
 "variables":{"password":{"sensitive":true,"default":"hunter2-default"},"once":{"ephemeral":true},"box":{"sensitive":true},"plain":{},"passed":{}},
 "module_calls":{"m":{"expressions":{"s":{"constant_value":"hunter2-literal"},"t":{"references":["var.passed"]}},"module":{"variables":{"s":{"sensitive":true},"t":{"sensitive":true}}}}}}}}`

func TestSecretsStayInside(t *testing.T) {
	p := mustParse(t, secretPlan)
	said := dump(p)
	if i := strings.Index(said, "hunter2"); i >= 0 {
		t.Errorf("a secret is within reach: …%s…", said[max(0, i-200):min(len(said), i+40)])
	}
	db := at(t, p, "aws_db_instance.a").After
	for attr, want := range map[string]string{
		"password": "?", "username": "admin", "copy": "?", "pin": "?", "out": "?", "default": "?", "child": "?", "passed": "?", "endpoint": "?",
	} {
		v := db.Attr(attr)
		if !v.IsKnown() != (want == "?") || v.IsKnown() && show(v) != want {
			t.Errorf("%s = %#v, want %s", attr, v, want)
		}
	}
	if v := db.Attr("empty"); !v.IsNull() {
		t.Errorf("a null hides nothing: %#v", v)
	}
	list := db.Attr("list").Index(cty.Zero)
	if list.GetAttr("k").IsKnown() || show(list.GetAttr("open")) != "yes" {
		t.Errorf("only the marked part of a block is masked: %#v", list)
	}
	if got := strings.Join(db.Sensitive(), " "); got != "child copy default list.k out passed password pin tags.note tags.once tags_all.note" {
		t.Errorf("Sensitive() = %s", got)
	}
	if at(t, p, "aws_ssm_parameter.all").After.Attr("value").IsKnown() {
		t.Error("a resource that is sensitive as a whole shows a value")
	}
}

// TestPublicWords: a secret place may hold a word everybody uses.
func TestPublicWords(t *testing.T) {
	p := mustParse(t, secretPlan)
	if r := at(t, p, "aws_db_instance.a"); r.Region.Name != "eu-west-1" {
		t.Errorf("region %+v: a region in a secret parameter must not hide the region everywhere", r.Region)
	}
	if at(t, p, "aws_ssm_parameter.region").After.Attr("value").IsKnown() {
		t.Error("in its own place it is secret all the same")
	}
	for text, want := range map[string]bool{
		"eu-west-1": true, "us-gov-east-1": true, "europe-west4-a": true, "m5.large": true, "db.r6g.2xlarge": true, "n2-standard-4": true,
		"Standard_D2s_v3": true, "production": true, "10.0.0.0": true, "c6gn.metal": true,
		"hunter2-secret": false, "hunter2": false, "Tr0ub4dor&3": false, "AKIAIOSFODNN7EXAMPLE": false, "correct-horse-battery": false,
		"ghp_0a1b2c3d4e5f": false, "my-db-password-1": false,
	} {
		if public(text) != want {
			t.Errorf("public(%q) = %v", text, !want)
		}
	}
}

func TestRawStateSecrets(t *testing.T) {
	p := mustParse(t, `{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[
		{"mode":"managed","type":"aws_db_instance","name":"a","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[
			{"attributes":{"id":"a","password":"hunter2-unmarked","marked":"hunter2-marked","deep":[{"k":"hunter2-deep","o":"open"}],"set":["hunter2-set"],"secret_arn":"arn:aws:x"},
			"sensitive_attributes":[[{"type":"get_attr","value":"marked"}],[{"type":"get_attr","value":"deep"},{"type":"index","value":{"value":0,"type":"number"}},{"type":"get_attr","value":"k"}],[{"type":"get_attr","value":"set"},{"type":"index"}]]}]},
		{"mode":"managed","type":"old_thing","name":"b","provider":"provider.old","instances":[
			{"attributes_flat":{"id":"b","ports.#":"2","ports.0":"80","ports.1":"443","labels.%":"1","labels.team":"x","auth_token":"hunter2-flat"}}]}]}`)
	said := dump(p)
	if strings.Contains(said, "hunter2") {
		t.Errorf("a secret is within reach: %s", said)
	}
	if got := show(at(t, p, "aws_db_instance.a").After.Attr("secret_arn")); got != "arn:aws:x" {
		t.Errorf("secret_arn = %s", got)
	}
	old := at(t, p, "old_thing.b").After
	if got := old.Attr("ports"); !got.RawEquals(cty.TupleVal([]cty.Value{cty.StringVal("80"), cty.StringVal("443")})) {
		t.Errorf("ports = %#v", got)
	}
	if got := old.Attr("labels"); !got.RawEquals(cty.ObjectVal(map[string]cty.Value{"team": cty.StringVal("x")})) {
		t.Errorf("labels = %#v", got)
	}
}
