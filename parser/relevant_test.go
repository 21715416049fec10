package parser

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLocals: of locals a plan says only what all its changes rest on. An
// amount that is unknown was null where nothing of that is an amount too.
func TestLocals(t *testing.T) {
	const (
		call   = `"module_calls":{"m":{"expressions":{"sizes":{"references":["local.sizes"]}},"module":{"resources":[VOLUME],"variables":{"sizes":{}}}}}`
		volume = `{"mode":"managed","type":"aws_ebs_volume","name":"v","expressions":{"iops":{"references":["each.value.iops","each.value"]},"snapshot_id":{"references":["local.snapshot"]}},` +
			`"for_each_expression":{"references":["REPEAT"]}}`
		version = `"terraform_version":"1.11.4",`
	)
	relevant := func(list string) string { return `"relevant_attributes":[` + list + `],` }
	for name, test := range map[string]struct {
		head, module, path string
		want               bool
	}{
		"nothing matters":            {version, "", "iops", false},
		"nothing is told":            {"", "", "iops", true},
		"an older version":           {`"terraform_version":"1.1.9",`, "", "iops", true},
		"ids alone":                  {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":["id"]}`), "", "iops", false},
		"an id of ids":               {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":["id"]}`), "", "snapshot_id", true},
		"an amount that is unknown":  {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":["throughput"]}`), "", "iops", true},
		"an amount that is known":    {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":["iops"]}`), "", "iops", false},
		"a resource as a whole":      {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":[]}`), "", "iops", true},
		"a value handed on":          {version + relevant(`{"resource":"terraform_data.x","attribute":["output",0]}`), "", "iops", true},
		"data that was read":         {version + relevant(`{"resource":"data.external.x","attribute":["result"]}`), "", "iops", false},
		"data that is read later":    {version + relevant(`{"resource":"data.external.late[0]","attribute":["result"]}`), "", "iops", true},
		"a whole that is all ids":    {version + relevant(`{"resource":"aws_eip.ids","attribute":[]}`), "", "iops", false},
		"itself as a whole":          {version + relevant(`{"resource":"aws_ebs_volume.v","attribute":[]}`), "", "iops", false},
		"in a dynamic block":         {version, "", "disk.iops", false},
		"in one, nothing is told":    {"", "", "disk.iops", true},
		"in one, of an id":           {version, "", "disk.snapshot_id", true},
		"in one, of an amount":       {version + relevant(`{"resource":"aws_ebs_volume.other","attribute":["throughput"]}`), "", "disk.iops", true},
		"passed to a module":         {version, "module.m", "iops", false},
		"an amount of another place": {version + relevant(`{"resource":"module.n.aws_ebs_volume.z","attribute":["iops"]}`), "module.m", "iops", true},
	} {
		address, where, repeat := "aws_ebs_volume.v", "", "local.sizes"
		if test.module != "" {
			address, where, repeat = test.module+"."+address, `"module_address":"`+test.module+`",`, "var.sizes"
		}
		block := strings.ReplaceAll(volume, "REPEAT", repeat)
		root := `"resources":[` + block + `]`
		if test.module != "" {
			root = strings.ReplaceAll(call, "VOLUME", block)
		}
		const change = `"mode":"managed","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,`
		format := "1.2"
		if name == "an older version" {
			format = "1.0"
		}
		plan := `{"format_version":"` + format + `",` + test.head + `"prior_state":{},"resource_changes":[` +
			`{"address":"` + address + `[\"a\"]",` + where + `"type":"aws_ebs_volume","name":"v","index":"a",` + change + `"after":{"disk":[{"size":1}]},"after_unknown":{"iops":true,"snapshot_id":true,"disk":[{"iops":true,"snapshot_id":true}]}}},` +
			`{"address":"aws_ebs_volume.other","type":"aws_ebs_volume","name":"other",` + change + `"after":{"iops":3000},"after_unknown":{"id":true,"throughput":true}}},` +
			`{"address":"aws_eip.ids","type":"aws_eip","name":"ids",` + change + `"after":{"instance_type":"x"},"after_unknown":{"id":true,"public_ip":true}}},` +
			`{"address":"data.external.late[0]","mode":"data","type":"external","name":"late","index":0,"change":{"actions":["read"],"before":null,"after":{},"after_unknown":{"result":true}}}` +
			`],"configuration":{"root_module":{` + root + `}}}`
		file := filepath.Join(t.TempDir(), "plan.json")
		if err := os.WriteFile(file, []byte(plan), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Load(context.Background(), file, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := false
		for _, r := range p.Resources {
			if r.Name == "v" {
				found = true
				if got := r.Configured(test.path); got != test.want {
					t.Errorf("%s: configured %v, want %v", name, got, test.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no such resource", name)
		}
		p.Close()
	}
}
