package parser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestConfigured: an unknown attribute is hidden by the configuration only
// where what is written there may lead to something that apply makes. Plans
// show a null that passes through variables like a value that is not known.
func TestConfigured(t *testing.T) {
	const function = `{"mode":"managed","type":"aws_lambda_function","name":"f","expressions":{%s}%s}`
	written := func(refs string) string { return `"architectures":{"references":[` + refs + `]}` }
	inModule := func(refs, repeat, call string) string {
		return `"module_calls":{"m":{"expressions":{` + call + `},"module":{"resources":[` + fmt.Sprintf(function, written(refs), repeat) +
			`],"variables":{"x":{}}}},"n":{"module":{"outputs":{"plain":{"expression":{"references":["var.y"]}},"made":{"expression":{"references":["aws_eip.e.id","aws_eip.e"]}}},"variables":{"y":{}}}}}`
	}
	for name, test := range map[string]struct {
		module string // of the function
		root   string
		want   bool
	}{
		"not written":                 {"", `"resources":[` + fmt.Sprintf(function, "", "") + `]`, false},
		"a variable of the root":      {"", `"resources":[` + fmt.Sprintf(function, written(`"var.x"`), "") + `]`, false},
		"a resource":                  {"", `"resources":[` + fmt.Sprintf(function, written(`"aws_eip.e.id","aws_eip.e"`), "") + `]`, true},
		"a local":                     {"", `"resources":[` + fmt.Sprintf(function, written(`"local.x"`), "") + `]`, true},
		"not passed to the module":    {"module.m", inModule(`"var.x"`, "", ""), false},
		"a constant passed":           {"module.m", inModule(`"var.x"`, "", `"x":{"constant_value":null}`), false},
		"a variable passed on":        {"module.m", inModule(`"var.x"`, "", `"x":{"references":["var.top"]}`), false},
		"a resource passed":           {"module.m", inModule(`"var.x"`, "", `"x":{"references":["aws_eip.e.id","aws_eip.e"]}`), true},
		"an output of variables":      {"module.m", inModule(`"var.x"`, "", `"x":{"references":["module.n.plain","module.n"]}`), false},
		"an output of a resource":     {"module.m", inModule(`"var.x"`, "", `"x":{"references":["module.n.made","module.n"]}`), true},
		"a whole module":              {"module.m", inModule(`"var.x"`, "", `"x":{"references":["module.n"]}`), true},
		"a value of for_each":         {"module.m", inModule(`"each.value.x","each.value"`, `,"for_each_expression":{"references":["var.x"]}`, `"x":{"constant_value":{"a":{}}}`), false},
		"a value made by a resource":  {"module.m", inModule(`"each.value.x","each.value"`, `,"for_each_expression":{"references":["var.x"]}`, `"x":{"references":["aws_eip.e"]}`), true},
		"a key, whatever it comes of": {"module.m", inModule(`"each.key"`, `,"for_each_expression":{"references":["local.x"]}`, ""), false},
	} {
		address := "aws_lambda_function.f"
		module := ""
		if test.module != "" {
			address, module = test.module+"."+address, `"module_address":"`+test.module+`",`
		}
		plan := `{"format_version":"1.2","resource_changes":[{"address":"` + address + `",` + module + `"mode":"managed","type":"aws_lambda_function","name":"f","provider_name":"registry.terraform.io/hashicorp/aws",` +
			`"change":{"actions":["create"],"before":null,"after":{},"after_unknown":{"architectures":true}}}],"configuration":{"root_module":{` + test.root + `}}}`
		file := filepath.Join(t.TempDir(), "plan.json")
		if err := os.WriteFile(file, []byte(plan), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Load(context.Background(), file, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := p.Resources[0].Configured("architectures"); got != test.want {
			t.Errorf("%s: configured %v, want %v", name, got, test.want)
		}
		p.Close()
	}
}
