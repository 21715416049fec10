package parser

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestImpure: an argument made by functions of nothing but constants is there,
// though its expression shows neither a value nor a reference; an empty block
// is none. Tags that nobody wrote are none, however little is known of the
// block they would stand in.
func TestImpure(t *testing.T) {
	const plan = `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[` +
		`{"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v","provider_name":"registry.terraform.io/hashicorp/aws",` +
		`"change":{"actions":["create"],"before":null,"after":{},"after_unknown":{"tags":true,"kms_key_id":true}}},` +
		`{"address":"google_sql_database_instance.d","mode":"managed","type":"google_sql_database_instance","name":"d","provider_name":"registry.terraform.io/hashicorp/google",` +
		`"change":{"actions":["create"],"before":null,"after":{"settings":[{"tier":"db-f1-micro"}]},"after_unknown":{"settings":[{"user_labels":true}]}}}` +
		`],"configuration":{"root_module":{"resources":[` +
		`{"mode":"managed","type":"aws_ebs_volume","name":"v","expressions":{"tags":{},"timeouts":[{}]}},` +
		`{"mode":"managed","type":"google_sql_database_instance","name":"d","expressions":{"settings":[{"tier":{"constant_value":"db-f1-micro"}}]}}]}}}`
	file := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(file, []byte(plan), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Load(context.Background(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	volume, database := p.Resources[0], p.Resources[1]
	for path, want := range map[string]bool{"tags": true, "kms_key_id": false} {
		if got := volume.Configured(path); got != want {
			t.Errorf("%s is configured: %v, want %v", path, got, want)
		}
	}
	if list, err := readExpressions([]byte(`{"tags":{},"timeouts":[{}]}`)); err != nil || len(list) != 1 || list[0].path != "tags" {
		t.Errorf("expressions %+v, %v", list, err)
	}
	if volume.Tags.Complete {
		t.Error("tags made by a function are complete")
	}
	if !database.Tags.Complete || len(database.Tags.Known)+len(database.Tags.Hidden) > 0 {
		t.Errorf("labels nobody wrote: %+v", database.Tags)
	}
}
