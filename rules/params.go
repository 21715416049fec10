package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// paramsKey is where the engine puts the parameters of all rules in the input
// document: rules share one document, and input.params of each is made to
// point to its own.
const paramsKey = "_params"

// parameters are the defaults of the schema with the settings over them. The
// schema is asked only when something was set.
func (f *ruleFile) parameters(schema map[string]any) (map[string]any, hcl.Diagnostics) {
	values := defaults(schema)
	if len(f.setting.Params) == 0 {
		return values, nil
	}
	if values == nil {
		values = map[string]any{}
	}
	maps.Copy(values, f.setting.Params)
	if err := validate(schema, values); err != nil {
		return values, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Wrong parameter for a rule",
			Detail:  fmt.Sprintf("Rule %s: %s. `iaclint explain %s` lists its parameters.", f.id, err, f.id),
			Subject: f.setting.Range,
		}}
	}
	return values, nil
}

// defaults collects the "default" of each property, entering objects that have
// none of their own.
func defaults(schema map[string]any) map[string]any {
	props := properties(schema)
	if len(props) == 0 {
		return nil
	}
	out := map[string]any{}
	for name, raw := range props {
		prop, _ := raw.(map[string]any)
		if v, ok := prop["default"]; ok {
			out[name] = v
		} else if inner := defaults(prop); inner != nil {
			out[name] = inner
		}
	}
	return out
}

// properties of a schema; a bare map of properties is taken for a schema of an
// object, which is what authors mean by it.
func properties(schema map[string]any) map[string]any {
	if props, ok := schema["properties"].(map[string]any); ok {
		return props
	}
	if _, typed := schema["type"].(string); typed {
		return nil
	}
	return schema
}

func validate(schema map[string]any, values map[string]any) error {
	if len(properties(schema)) == 0 {
		return errors.New("it has no parameters")
	}
	full := map[string]any{"type": "object", "additionalProperties": false, "properties": properties(schema)}
	if req, ok := schema["required"]; ok && schema["properties"] != nil {
		full["required"] = req
	}
	doc, err := plainJSON(full)
	if err != nil {
		return err
	}
	inst, err := plainJSON(values)
	if err != nil {
		return err
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(nowhere{})
	if err := c.AddResource("mem:params", doc); err != nil {
		return err
	}
	compiled, err := c.Compile("mem:params")
	if err != nil {
		return fmt.Errorf("its schema of parameters is wrong: %w", err)
	}
	err = compiled.Validate(inst)
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		return errors.New(strings.Join(causes(invalid), "; "))
	}
	return err
}

// nowhere loads no schema: nothing is fetched for a rule.
type nowhere struct{}

func (nowhere) Load(url string) (any, error) {
	return nil, fmt.Errorf("schema %s is outside of the rule", url)
}

// causes are the innermost complaints, each with the path it is about.
func causes(e *jsonschema.ValidationError) []string {
	if len(e.Causes) == 0 {
		at := strings.Join(e.InstanceLocation, ".")
		text := e.ErrorKind.LocalizedString(message.NewPrinter(language.English))
		if at == "" {
			return []string{text}
		}
		return []string{"parameter " + at + ": " + text}
	}
	var out []string
	for _, c := range e.Causes {
		out = append(out, causes(c)...)
	}
	return out
}

// plainJSON gives a value the types the validator knows.
func plainJSON(v any) (any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(raw))
}

// pointParams makes input.params of a module point to the rule's own entry.
func pointParams(mod *ast.Module, id string) {
	ast.WalkTerms(mod, func(t *ast.Term) bool {
		ref, ok := t.Value.(ast.Ref)
		if !ok || len(ref) < 2 || !ref[0].Equal(ast.InputRootDocument) || !ref[1].Equal(paramsTerm) {
			return false
		}
		out := make(ast.Ref, 0, len(ref)+1)
		out = append(out, ref[0], ast.StringTerm(paramsKey), ast.StringTerm(id))
		t.Value = append(out, ref[2:]...)
		return false
	})
}

var paramsTerm = ast.StringTerm("params")
