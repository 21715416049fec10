package functions

import (
	"errors"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// maxTemplates is how deep templates may call templates. OpenTofu lets them,
// Terraform does not.
const maxTemplates = 64

// rendering is what templates that call each other share: how deep they are
// and what they may still make.
type rendering struct {
	depth  int
	budget *Budget
}

func (r *rendering) deeper() (*rendering, error) {
	if r == nil {
		return &rendering{budget: &Budget{meter: meter{elements: maxElements, bytes: maxBytes}}}, nil
	}
	if r.depth+1 > maxTemplates {
		return nil, errors.New("templates call each other without end")
	}
	return &rendering{r.depth + 1, r.budget}, r.budget.spend(100, 0) // reading, parsing
}

// templateFile renders a file with the variables it is given. Its result may
// be of any type: "${x}" is x.
func (f Files) templateFile(table map[string]function.Function, above *rendering) function.Function {
	return template("path", cty.DynamicPseudoType, func(name string, vars cty.Value) (cty.Value, error) {
		data, err := f.read(name)
		switch {
		case errors.Is(err, errOutside):
			f.outside("templatefile")
			return cty.DynamicVal, nil
		case err != nil:
			return cty.NilVal, about(0, err)
		case !utf8.Valid(data):
			return cty.NilVal, function.NewArgErrorf(0, "%q is not UTF-8", name)
		}
		return f.render(table, string(data), name, vars, above)
	})
}

// templateString renders a string. Terraform takes it only straight from a
// variable or local, OpenTofu from any expression; so do we.
func (f Files) templateString(table map[string]function.Function, above *rendering) function.Function {
	return template("template", cty.String, func(text string, vars cty.Value) (cty.Value, error) {
		v, err := f.render(table, text, "<templatestring argument>", vars, above)
		if err != nil {
			return cty.NilVal, err
		}
		return convert.Convert(v, cty.String)
	})
}

// template is a function of a string and the variables of a template.
func template(first string, ty cty.Type, impl func(string, cty.Value) (cty.Value, error)) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param(first, cty.String), param("vars", cty.DynamicPseudoType)},
		Type:         function.StaticReturnType(ty),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if ty := args[1].Type(); !ty.IsObjectType() && !ty.IsMapType() {
				return cty.NilVal, function.NewArgErrorf(1, "the variables of a template are an object or a map")
			}
			v, err := impl(args[0].AsString(), args[1])
			if err == nil && v.IsNull() {
				err = errors.New("the template gives null")
			}
			return v, err
		},
	})
}

func (f Files) render(table map[string]function.Function, text, name string, vars cty.Value, above *rendering) (cty.Value, error) {
	here, err := above.deeper()
	if err != nil {
		return cty.NilVal, err
	}
	if err := shallow([]byte(text), name); err != nil {
		return cty.NilVal, about(0, err)
	}
	expr, diags := hclsyntax.ParseTemplate([]byte(text), name, hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, function.NewArgErrorf(0, "%s", firstError(diags))
	}
	values := vars.AsValueMap()
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if !hclsyntax.ValidIdentifier(key) {
			return cty.NilVal, function.NewArgErrorf(1, "%q cannot be the name of a template's variable: letters, digits and underscores, a letter first", key)
		}
	}
	for _, ref := range expr.Variables() {
		if _, there := values[ref.RootName()]; !there {
			return cty.NilVal, function.NewArgErrorf(1, "the template asks for %q in line %d, which is not among its variables", ref.RootName(), ref.SourceRange().Start.Line)
		}
	}
	if table == nil {
		table = map[string]function.Function{}
	}
	own := map[string]function.Function{
		"templatefile": f.templateFile(table, here), "templatestring": f.templateString(table, here),
	}
	inner := maps.Clone(table)
	addCore(inner, own)
	v, diags := here.budget.Meter(expr).Value(&hcl.EvalContext{Variables: values, Functions: inner})
	if diags.HasErrors() {
		return cty.NilVal, errors.New(firstError(diags))
	}
	if v.IsKnown() && v.Type() == cty.String && !v.IsNull() {
		bare, _ := v.Unmark()
		if err := here.budget.spend(0, len(bare.AsString())); err != nil {
			return cty.NilVal, err
		}
	}
	return v, nil
}
