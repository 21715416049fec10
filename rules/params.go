package rules

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
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
	values = overlay(values, f.setting.Params)
	if err := validate(schema, values); errors.Is(err, errSchema) {
		return values, hcl.Diagnostics{f.diagnostic(f.lineOf("params"), "Mistake in the METADATA of a rule", fmt.Sprintf("Rule %s: %s.", f.id, err))}
	} else if err != nil {
		return values, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Wrong parameter for a rule",
			Detail:  fmt.Sprintf("Rule %s: %s `iaclint explain %s` lists its parameters.", f.id, ended(err.Error()), f.id),
			Subject: f.setting.Range, Extra: everybodys{},
		}}
	}
	return values, nil
}

// ended is a sentence with its mark.
func ended(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// overlay lays set over base: object into object, key by key, so that who sets
// one key keeps the others; anything else, lists too, is replaced. Neither is
// changed.
func overlay(base, set map[string]any) map[string]any {
	out := make(map[string]any, len(base)+len(set))
	maps.Copy(out, base)
	for name, v := range set {
		below, isObject := out[name].(map[string]any)
		if over, ok := v.(map[string]any); ok && isObject {
			v = overlay(below, over)
		}
		out[name] = v
	}
	return out
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

// settable is what the configuration sets of any rule, beside its parameters.
var settable = []string{"enabled", "exclude", "ignorable", "min_saving", "severity"}

var errSchema = errors.New("its schema of parameters is wrong")

func validate(schema map[string]any, values map[string]any) error {
	props := properties(schema)
	if len(props) == 0 {
		return errors.New("it has no parameters")
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if _, ok := props[name]; !ok {
			return fmt.Errorf("it has no parameter %q.%s", name, nearest(name, slices.Concat(settable, slices.Sorted(maps.Keys(props)))))
		}
	}
	full := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	if req, ok := schema["required"]; ok && schema["properties"] != nil {
		full["required"] = req
	}
	return conforms(full, values)
}

// conforms asks OPA's own validator, which is linked anyway; another would cost
// every start-up.
func conforms(schema, values any) error {
	operands := make([]*ast.Term, 2)
	for i, v := range []any{values, schema} {
		doc, err := plainJSON(v)
		if err != nil {
			return err
		}
		value, err := ast.InterfaceToValue(doc)
		if err != nil {
			return err
		}
		operands[i] = ast.NewTerm(value)
	}
	var said []string
	match := topdown.GetBuiltin(ast.JSONMatchSchema.Name)
	err := match(topdown.BuiltinContext{Context: context.Background(), Capabilities: capabilities()}, operands, func(t *ast.Term) error {
		errs, ok := t.Value.(*ast.Array)
		if !ok {
			return nil
		}
		errs.Elem(1).Value.(*ast.Array).Foreach(func(e *ast.Term) {
			o := e.Value.(ast.Object)
			field, _ := text(o.Get(ast.StringTerm("field")))
			desc, _ := text(o.Get(ast.StringTerm("desc")))
			if !strings.EqualFold(field, "(root)") {
				desc = "parameter " + field + ": " + desc
			}
			said = append(said, desc)
		})
		return nil
	})
	if err != nil {
		return fmt.Errorf("%w: %w", errSchema, err)
	}
	if len(said) > 0 {
		slices.Sort(said)
		return errors.New(strings.Join(said, "; "))
	}
	return nil
}

// plainJSON gives a value the types encoding/json knows, numbers as they are
// written.
func plainJSON(v any) (any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var out any
	err = dec.Decode(&out)
	return out, err
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
