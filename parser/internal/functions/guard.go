package functions

import (
	"errors"
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// guard puts the fences around a function that every function of the table
// has:
//
//   - arguments and results larger than the limits are an error, found before
//     the work is done;
//   - nothing panics;
//   - an error about a marked value says nothing of the value.
//
// Its return type is known only by calling it, which saves working it out
// twice.
func guard(name string, inner function.Function) function.Function {
	switch name {
	case "can", "try":
		return inner // they are given expressions, and evaluate them in here
	case "element", "keys", "length", "lookup", "values":
		// They give nothing that is larger than what they are given, and their
		// errors show no value. Two functions, one in the other, look through
		// all of every argument for marks twice, which is felt when somebody
		// looks things up in a large map.
		return inner
	}
	params, variadic := inner.Params(), inner.VarParam()
	deep := make([]bool, len(params)+1)
	spec := &function.Spec{Type: function.StaticReturnType(cty.DynamicPseudoType)}
	for i, p := range params {
		deep[i] = !p.AllowMarked
		spec.Params = append(spec.Params, open(p))
	}
	if variadic != nil {
		deep[len(params)] = !variadic.AllowMarked
		rest := open(*variadic)
		spec.VarParam = &rest
	}
	cost := costs(name)
	spec.Impl = func(args []cty.Value, _ cty.Type) (v cty.Value, err error) {
		defer func() {
			if r := recover(); r != nil {
				v, err = cty.NilVal, errRefused
			}
			if err != nil {
				err = tellable(err, args)
			}
		}()
		for i, arg := range args {
			if deep[min(i, len(params))] || arg.Type().IsPrimitiveType() {
				if err := Fits(arg); err != nil {
					return cty.NilVal, err
				}
			}
		}
		if cost != nil {
			if err := cost(bare(args)); err != nil {
				return cty.NilVal, err
			}
		}
		v, err = inner.Call(args)
		if err == nil && decodes(name) {
			err = Fits(v)
		}
		return v, err
	}
	return function.New(spec)
}

// decodes says whether a function can give more than it is given: short text
// for a large value or an endless number.
func decodes(name string) bool {
	switch name {
	case "jsondecode", "parseint", "templatefile", "templatestring", "tonumber", "yamldecode", "provider::terraform::decode_tfvars":
		return true
	}
	return false
}

// about is an error about one argument. One that says which it is already, and
// one about size, stays as it is.
func about(arg int, err error) error {
	if errors.As(err, new(TooLarge)) || errors.As(err, new(function.ArgError)) {
		return err
	}
	return function.NewArgError(arg, err)
}

// errRefused stands for a panic below.
var errRefused = errors.New("the function cannot work with these arguments")

// open is a parameter that lets everything through to the function inside,
// which looks for itself.
func open(p function.Parameter) function.Parameter {
	p.AllowNull, p.AllowUnknown, p.AllowDynamicType, p.AllowMarked = true, true, true, true
	return p
}

// bare is arguments without their own marks; those deeper down stay.
func bare(args []cty.Value) []cty.Value {
	for i, v := range args {
		if v.IsMarked() {
			list := append([]cty.Value(nil), args...)
			for j := i; j < len(list); j++ {
				list[j], _ = list[j].Unmark()
			}
			return list
		}
	}
	return args
}

// tellable is an error that may be shown.
func tellable(err error, args []cty.Value) error {
	var panicked function.PanicError
	if errors.As(err, &panicked) {
		err = errRefused
	}
	for _, v := range args {
		if !errors.As(err, new(TooLarge)) && (Fits(v) != nil || v.ContainsMarked()) {
			var arg function.ArgError
			if errors.As(err, &arg) {
				return function.NewArgErrorf(arg.Index, "the value is not valid here (it is, or comes with, a sensitive value and is not shown)")
			}
			return fmt.Errorf("the call failed (an argument is sensitive, so the reason is not shown)")
		}
	}
	return err
}
