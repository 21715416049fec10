package tree

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

func TestJSON(t *testing.T) {
	m := load(t, false, map[string]string{"main.tf.json": "\xef\xbb\xbf" + `{
  "//": "a comment",
  "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 5.0"}}},
  "provider": {"aws": [{"region": "${var.region}"}, {"alias": "west", "region": "us-west-1"}]},
  "variable": {
    "region": {"type": "string", "default": "eu-${central}", "//": "verbatim"},
    "list":   {"type": "list(object({a=optional(number, 3)}))", "sensitive": true}
  },
  "locals": [{"a": "x"}, {"b": ["${local.a}", 1, true, null, {"k${local.a}": 2}]}],
  "output": {"o": {"value": "${aws_instance.a.arn}", "sensitive": true}},
  "resource": [
    {"aws_instance": {"a": {
      "//": {"metadata": 1},
      "count": "${length(local.b)}",
      "provider": "aws.west",
      "depends_on": ["aws_vpc.v"],
      "ami": "plain",
      "tags": {"Name": "a-${count.index}"},
      "ebs_block_device": [{"volume_size": 10}],
      "lifecycle": [{"ignore_changes": ["ami"], "enabled": true}],
      "connection": {"host": "${self.ip}"},
      "provisioner": [{"local-exec": {"command": "x"}}]
    }}},
    {"aws_security_group": {
      "b": {"dynamic": {"ingress": {"for_each": "${var.list}", "iterator": "it", "content": {
        "from_port": "${it.value}",
        "dynamic": [{"deep": [{"for_each": [1], "content": [{"z": 1}]}]}]
      }}}},
      "c": [{"outer": {"plain": 1, "dynamic": {"inner": {"for_each": [1], "content": {}}}}}],
      "d": {"values": {"dynamic": true}}
    }}
  ],
  "data": {"aws_ami": {"d": {"owners": ["self"]}}},
  "module": {"net": {"source": "./net", "providers": {"aws": "aws.west", "aws.x": "${aws.west}"}, "cidr": "10.0.0.0/8"}},
  "check": {"c": {"data": {"http": {"s": {"url": "x"}}}, "assert": {"condition": true, "error_message": "n"}}},
  "moved": {"from": "a_b.c[0]", "to": "module.m[\"k\"].a_b.c"},
  "removed": {"from": "a_b.gone", "lifecycle": {"destroy": false}},
  "import": [{"to": "a_b.c[each.key]", "for_each": ["x"], "id": "i"}]
}`})
	expect(t, m.Diagnostics)
	if got, want := addresses(m), "managed:aws_instance.a managed:aws_security_group.b managed:aws_security_group.c managed:aws_security_group.d data:aws_ami.d data:http.s"; got != want {
		t.Error(got)
	}
	if len(m.Providers) != 2 || m.Providers[1].Alias != "west" || m.Required["aws"].Source != "hashicorp/aws" {
		t.Error(m.Providers, m.Required)
	}
	if v := m.Variables["region"]; v.Type != cty.String || v.Default.AsString() != "eu-${central}" {
		t.Error(v)
	}
	if v := m.Variables["list"]; !v.Type.IsListType() || v.Defaults == nil || !v.Sensitive {
		t.Error(v)
	}
	if x := m.Locals["b"]; x.Constant || len(x.Refs) != 2 {
		t.Error(x)
	}
	ctx := &hcl.EvalContext{Variables: map[string]cty.Value{"local": cty.ObjectVal(map[string]cty.Value{"a": cty.StringVal("x")})}}
	if v, diags := m.Locals["b"].Value(ctx); diags.HasErrors() || !v.Index(cty.NumberIntVal(4)).GetAttr("kx").RawEquals(cty.NumberIntVal(2)) {
		t.Error(v, diags)
	}
	a := m.Resources[0]
	if len(a.Body.Attrs) != 3 || len(a.Body.Blocks) != 0 || a.Count == nil || a.Enabled == nil || dotted(a.Provider.Refs[0]) != "aws.west" || dotted(a.DependsOn[0]) != "aws_vpc.v" {
		t.Errorf("%+v %v", a, a.Body)
	}
	if !a.Body.Attrs["ami"].Constant || a.Range.Start.Line != 12 || a.Range.End.Line != 23 {
		t.Error(a.Range)
	}
	dyn := m.Resources[1].Body.Blocks[0]
	if dyn.Type != "dynamic" || dyn.Labels[0] != "ingress" || dyn.Body.Attrs["iterator"].Refs[0].RootName() != "it" {
		t.Errorf("%+v", dyn)
	}
	content := dyn.Body.Blocks[0]
	if content.Type != "content" || content.Body.Attrs["from_port"] == nil || content.Body.Blocks[0].Labels[0] != "deep" || content.Body.Blocks[0].Body.Blocks[0].Body.Attrs["z"] == nil {
		t.Errorf("%+v", content)
	}
	if c := m.Resources[2].Body; len(c.Blocks) != 1 || c.Blocks[0].Type != "outer" || c.Blocks[0].Body.Blocks[0].Type != "dynamic" || c.Blocks[0].Body.Attrs["plain"] == nil {
		t.Errorf("%+v", c)
	}
	if d := m.Resources[3].Body; d.Attrs["values"] == nil || len(d.Blocks) != 0 {
		t.Errorf("%+v", d)
	}
	if c := m.Calls["net"]; c.Source != "./net" || dotted(c.Providers["aws"].Refs[0]) != "aws.west" || dotted(c.Providers["aws.x"].Refs[0]) != "aws.west" || len(c.Body.Attrs) != 1 {
		t.Errorf("%+v", c)
	}
	if dotted(m.Moved[0].To) != `module.m.cty.StringVal("k").a_b.c` || m.Removed[0].Destroy || dotted(m.Imports[0].To.Refs[0]) != "a_b.c" {
		t.Error(m.Moved, m.Removed, m.Imports)
	}
}

func TestJSONSlips(t *testing.T) {
	for text, want := range map[string]string{
		`{`:                                      "error main.tf.json:1 Missing value",
		`"x"`:                                    "error main.tf.json:1 Not an object",
		"{\n  \"locals\": 1}":                    "error main.tf.json:2 Incorrect JSON value",
		"{\n  \"resource\": {\"a_b\": 1}}":       "error main.tf.json:2 Incorrect JSON value",
		"{\n  \"locals\": {\"a\": 1, \"a\": 2}}": "error main.tf.json:2 Incorrect JSON value",
		"{\n  \"locals\": {\"a\": \"${\"}}":      "error main.tf.json:2 Missing expression",
		"{\n  \"locals\": {\"a\": \"\xff\"}}":    "error main.tf.json:2 Invalid character encoding",
		"{\n  \"widget\": {}}":                   "note main.tf.json:2 Unknown kind of block",
		"{\n  \"locals\": " + strings.Repeat(`{"a":`, 100_000):                              "error main.tf.json:2 Source too deep to be read",
		"{\n \"locals\":{\"a\":\"${" + strings.Repeat("(", 100_000) + "\"}}":                "error main.tf.json:2 Source too deep to be read",
		"{\n \"variable\":{\"a\":{\"type\":\"" + strings.Repeat("list(", 100_000) + "\"}}}": "error main.tf.json:2 Source too deep to be read",
		"{\n \"locals\":{\"a\":\"$\\u007b" + strings.Repeat("\\u0028", 100_000) + "\"}}":    "error main.tf.json:2 Source too deep to be read",
		"{\n \"moved\":{\"to\":\"a.b\",\"from\":\"" + strings.Repeat("(", 100_000) + "\"}}": "error main.tf.json:2 Source too deep to be read",
		"[{\"locals\": {\"a\": 1}}, {\"resource\": [], \"data\": null, \"output\": {}}]":    "",
	} {
		m := load(t, false, map[string]string{"main.tf.json": text, "good.tf": "locals {\n  good = 1\n}\n"})
		got := strings.Join(said(m.Diagnostics), "; ")
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%.60q: %s", text, got)
		}
		if m.Locals["good"] == nil {
			t.Errorf("%.60q: the other file is lost", text)
		}
	}
}
