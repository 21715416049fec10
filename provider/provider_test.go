package provider

import (
	"testing"

	"github.com/iaclint/iaclint/model"
)

func TestOf(t *testing.T) {
	for _, tc := range []struct{ full, want string }{
		{"registry.example.org/hashicorp/aws", "aws"},
		{"mirror.example.org/hashicorp/AWS", "aws"},
		{"hashicorp/aws", "aws"},
		{"aws", "aws"},
		{"registry.example.org/-/aws", "aws"},
		{"registry.example.org/hashicorp/google-beta", "google"},
		{"google-beta", "google"},
		{"azurerm", "azurerm"},
		{"registry.example.org/somebody/aws", ""},
		{"registry.example.org/hashicorp/random", ""},
		{"", ""},
	} {
		got := ""
		if p := Of(tc.full); p != nil {
			got = p.Name()
		}
		if got != tc.want {
			t.Errorf("Of(%q) = %q, want %q", tc.full, got, tc.want)
		}
	}
}

func TestEmbeddedFilesAreSound(t *testing.T) {
	for _, d := range Diagnostics() {
		t.Error(d)
	}
	for i, p := range All() {
		if i > 0 && All()[i-1].Name() >= p.Name() {
			t.Errorf("All is not sorted: %s stands before %s", All()[i-1].Name(), p.Name())
		}
	}
}

func TestClouds(t *testing.T) {
	for name, cloud := range map[string]string{"aws": "aws", "azurerm": "azure", "google": "gcp"} {
		if got := Of(name).Cloud(); got != cloud {
			t.Errorf("cloud of %s is %q, want %q", name, got, cloud)
		}
	}
}

func TestFreeByProvider(t *testing.T) {
	for _, name := range []string{
		"terraform.example.org/builtin/terraform", "registry.example.org/hashicorp/random", "null", "time",
		"hashicorp/tls", "local", "archive", "template", "http", "external",
	} {
		if reason, ok := FreeByProvider(name); !ok || reason == "" {
			t.Errorf("FreeByProvider(%q) = %q, %v; want a reason", name, reason, ok)
		}
	}
	for _, name := range []string{"aws", "registry.example.org/somebody/random", "datadog/datadog", ""} {
		if _, ok := FreeByProvider(name); ok {
			t.Errorf("FreeByProvider(%q) is true", name)
		}
	}
}

func TestType(t *testing.T) {
	for _, tc := range []struct {
		provider, typ string
		class         model.Class
		tags          string
		unreached     bool
	}{
		{"aws", "aws_instance", model.Priced, "tags", false},
		{"aws", "aws_iam_role", model.Free, "tags", false},
		{"aws", "aws_launch_template", model.Feeder, "tags", false},
		{"aws", "aws_autoscaling_group", model.Priced, "tag", true},
		{"aws", "foo_bar", model.Unknown, "", true},
		{"aws", "", model.Unknown, "", true},
		{"aws", "#", model.Unknown, "", true},
		{"azurerm", "azurerm_resource_group", model.Free, "tags", true},
		{"azurerm", "azurerm_subnet", model.Free, "", true},
		{"google", "google_compute_instance", model.Priced, "labels", false},
		{"google", "google_container_cluster", model.Priced, "resource_labels", false},
		{"google", "google_monitoring_alert_policy", model.Priced, "user_labels", true},
		{"google", "google_sql_database_instance", model.Priced, "settings.user_labels", true},
	} {
		got := Of(tc.provider).Type(tc.typ)
		if got.Class != tc.class || got.TagsAttribute != tc.tags || tc.class != model.Unknown && got.NoDefaultTags != tc.unreached {
			t.Errorf("%s: %+v, want class %s, tags %q, unreached %v", tc.typ, got, tc.class, tc.tags, tc.unreached)
		}
	}
	if b := Of("aws").Type("aws_launch_template").BilledThrough; b == "" {
		t.Error("a launch template is billed through nothing")
	}
}

func BenchmarkType(b *testing.B) {
	p := Of("aws")
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, ok := find(p.types.text(), "aws_nat_gateway"); !ok {
				b.Fatal("not found")
			}
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			p.Type("aws_nat_gateway")
		}
	})
}
