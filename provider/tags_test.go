package provider

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

type obj = map[string]cty.Value

func TestTags(t *testing.T) {
	unknown := cty.DynamicVal
	defaults := model.Tags{
		Known:    map[string]string{"owner": "core", "env": "dev"},
		Complete: true,
		From:     map[string]string{"owner": "provider", "env": "provider"},
	}
	for _, tc := range []struct {
		name     string
		typ      string
		o        model.Values
		defaults model.Tags
		want     model.Tags
	}{
		{
			name: "the merge the plan shows is taken",
			typ:  "aws_instance", defaults: defaults,
			o: model.Values{
				"tags":     cty.ObjectVal(obj{"env": str("prod")}),
				"tags_all": cty.ObjectVal(obj{"env": str("prod"), "owner": str("core")}),
			},
			want: model.Tags{
				Known:    map[string]string{"env": "prod", "owner": "core"},
				Complete: true,
				From:     map[string]string{"env": "resource", "owner": "provider"},
			},
		}, {
			name: "without it the defaults are overlaid, and a hidden value hides the default",
			typ:  "aws_instance", defaults: defaults,
			o: model.Values{
				"tags":     cty.ObjectVal(obj{"env": unknown, "app": str("web")}),
				"tags_all": unknown,
			},
			want: model.Tags{
				Known:    map[string]string{"app": "web", "owner": "core"},
				Hidden:   []string{"env"},
				Complete: true,
				From:     map[string]string{"env": "resource", "owner": "provider", "app": "resource"},
			},
		}, {
			name: "own tags not known at all",
			typ:  "aws_instance", defaults: defaults,
			o: model.Values{"tags": unknown, "tags_all": unknown},
			want: model.Tags{
				Known: map[string]string{"owner": "core", "env": "dev"},
				From:  map[string]string{"owner": "provider", "env": "provider"},
				Why:   "tags",
			},
		}, {
			name: "defaults not known",
			typ:  "aws_instance", defaults: model.Tags{Why: "provider aws: default_tags.tags"},
			o: model.Values{"tags": cty.ObjectVal(obj{"app": str("web")}), "tags_all": unknown},
			want: model.Tags{
				Known: map[string]string{"app": "web"},
				From:  map[string]string{"app": "resource"},
				Why:   "provider aws: default_tags.tags",
			},
		}, {
			name: "a key in the merge that is not known yet",
			typ:  "aws_instance", defaults: defaults,
			o: model.Values{
				"tags":     cty.NullVal(cty.DynamicPseudoType),
				"tags_all": cty.ObjectVal(obj{"env": unknown, "owner": str("core")}),
			},
			want: model.Tags{
				Known:    map[string]string{"owner": "core"},
				Hidden:   []string{"env"},
				Complete: true,
				From:     map[string]string{"env": "provider", "owner": "provider"},
			},
		}, {
			name: "tag blocks of a group, which defaults do not reach",
			typ:  "aws_autoscaling_group", defaults: defaults,
			o: model.Values{"tag": cty.TupleVal([]cty.Value{
				cty.ObjectVal(obj{"key": str("app"), "value": str("web"), "propagate_at_launch": cty.True}),
				cty.ObjectVal(obj{"key": str("env"), "value": unknown, "propagate_at_launch": cty.True}),
			})},
			want: model.Tags{
				Known:    map[string]string{"app": "web"},
				Hidden:   []string{"env"},
				Complete: true,
				From:     map[string]string{"app": "resource", "env": "resource"},
			},
		}, {
			name: "a tag block whose key is not known",
			typ:  "aws_autoscaling_group",
			o: model.Values{"tag": cty.TupleVal([]cty.Value{
				cty.ObjectVal(obj{"key": unknown, "value": str("x")}),
			})},
			want: model.Tags{Known: map[string]string{}, From: map[string]string{}, Why: "tag"},
		}, {
			name: "terraform_labels, not labels",
			typ:  "google_compute_instance", defaults: defaults,
			o: model.Values{
				"labels":           cty.ObjectVal(obj{"app": str("web")}),
				"terraform_labels": cty.ObjectVal(obj{"app": str("web"), "env": str("dev")}),
				"effective_labels": cty.ObjectVal(obj{"app": str("web"), "env": str("dev"), "goog-x": str("y")}),
			},
			want: model.Tags{
				Known:    map[string]string{"app": "web", "env": "dev"},
				Complete: true,
				From:     map[string]string{"app": "resource", "env": "provider"},
			},
		}, {
			name: "user_labels of Cloud SQL, which default_labels do not reach",
			typ:  "google_sql_database_instance", defaults: defaults,
			o: model.Values{"settings": cty.TupleVal([]cty.Value{
				cty.ObjectVal(obj{"user_labels": cty.ObjectVal(obj{"app": str("db")})}),
			})},
			want: model.Tags{
				Known:    map[string]string{"app": "db"},
				Complete: true,
				From:     map[string]string{"app": "resource"},
			},
		}, {
			name: "azure has no defaults, whatever the caller passes",
			typ:  "azurerm_managed_disk",
			o: model.Values{"tags": cty.MapVal(obj{
				"app": str("web"), "gone": cty.NullVal(cty.String),
			})},
			want: model.Tags{
				Known:    map[string]string{"app": "web"},
				Complete: true,
				From:     map[string]string{"app": "resource"},
			},
		}, {
			name: "a type that takes no tags",
			typ:  "azurerm_subnet", defaults: defaults,
			o:    model.Values{"tags": cty.ObjectVal(obj{"app": str("web")})},
			want: model.Tags{Complete: true},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := ofType(tc.typ)
			got := p.Tags(p.Type(tc.typ), tc.o, tc.defaults)
			if diff := cmp.Diff(tc.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDefaultTags(t *testing.T) {
	null := cty.NullVal(cty.DynamicPseudoType)
	given := cty.ObjectVal(obj{"env": str("dev"), "cost": cty.NumberIntVal(42), "owner": cty.DynamicVal})
	for _, tc := range []struct {
		provider, path string
		val            cty.Value
		want           model.Tags
	}{
		{"aws", "default_tags.tags", given, model.Tags{
			Known: map[string]string{"env": "dev", "cost": "42"}, Hidden: []string{"owner"}, Complete: true,
			From: map[string]string{"env": "provider", "cost": "provider", "owner": "provider"},
		}},
		{"google", "default_labels", cty.DynamicVal, model.Tags{Why: "provider google: default_labels"}},
		{"aws", "default_tags.tags", null, model.Tags{Complete: true}},
		{"azurerm", "", cty.DynamicVal, model.Tags{Complete: true}},
	} {
		got := Of(tc.provider).DefaultTags(func(path string) cty.Value {
			if path != tc.path {
				t.Errorf("%s: asked for %q, want %q", tc.provider, path, tc.path)
			}
			return tc.val
		})
		if diff := cmp.Diff(tc.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Error(tc.provider, diff)
		}
	}
}
