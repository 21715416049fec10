package lint

import (
	"path"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
)

func TestEnvironment(t *testing.T) {
	file, diags := config.Parse([]byte(`
		environment "prod" {
			tags  = { tier = ["gold"] }
			paths = ["**/eu/**"]
		}
		environment "lab" {
			workspaces = ["lab-*"]
		}
		default_environment = "lab"
	`), ".iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	plain := config.Default()
	for _, test := range []struct {
		name               string
		config             *config.Config
		project, workspace string
		tags               map[string]string
		env, from          string
	}{
		{"nothing says", plain, "plan.json", "default", nil, "unknown", ""},
		{"a tag", plain, "plan.json", "", map[string]string{"Environment": "Production"}, "prod", "tag Environment"},
		{"a tag with separators", plain, "plan.json", "", map[string]string{"e-n_v": "stg"}, "nonprod", "tag e-n_v"},
		{"a tag before the workspace", plain, "prod/plan.json", "prod", map[string]string{"env": "qa"}, "nonprod", "tag env"},
		{"the first of two tags", plain, "plan.json", "", map[string]string{"stage": "dev", "env": "live"}, "prod", "tag env"},
		{"a tag that says nothing", plain, "live/plan.json", "", map[string]string{"env": "blue"}, "prod", "path live"},
		{"another tag", plain, "plan.json", "", map[string]string{"environments": "prod"}, "unknown", ""},
		{"the workspace before the path", plain, "prod/plan.json", "Sandbox", nil, "nonprod", "workspace Sandbox"},
		{"the nearest step of the path", plain, "prod/europe/dev/plan.json", "default", nil, "nonprod", "path dev"},
		{"a word within a step is none", plain, "products/testdata/plan.json", "", nil, "unknown", ""},
		{"the name of the file is no step", plain, "a/prod", "", nil, "unknown", ""},
		{"the file's tags win", file, "x/eu/plan.json", "lab-1", map[string]string{"tier": "gold", "env": "dev"}, "prod", "tag tier = gold"},
		{"the file's workspaces win over plain words", file, "prod/plan.json", "lab-1", nil, "nonprod", "workspace lab-1"},
		{"the file's paths", file, "x/eu/plan.json", "", map[string]string{"env": "dev"}, "prod", "path **/eu/**"},
		{"plain words win over the default", file, "plan.json", "", map[string]string{"env": "prod"}, "prod", "tag env"},
		{"the default, when nothing else says", file, "plan.json", "", nil, "nonprod", "default_environment"},
	} {
		e := environments{config: test.config, project: test.project, folder: path.Dir(test.project), workspace: test.workspace}
		env, from := e.of(&model.Resource{Tags: model.Tags{Known: test.tags}})
		if env != test.env || from != test.from {
			t.Errorf("%s: %s from %q, want %s from %q", test.name, env, from, test.env, test.from)
		}
	}
}
