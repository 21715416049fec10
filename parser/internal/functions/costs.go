package functions

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// costs are what calls would make, worked out from the arguments, for the
// functions that can make much of little. Arguments come without their own
// marks; they may be null, unknown or of the wrong type.
func costs(name string) func(args []cty.Value) error {
	switch name {
	case "chunklist", "concat", "setunion":
		return elements
	case "cidrsubnets":
		return arguments
	case "csvdecode":
		return separators
	case "flatten":
		return flattened
	case "format", "formatlist":
		return formatted
	case "indent":
		return indented
	case "join":
		return joined
	case "jsondecode":
		return jsonText
	case "parseint":
		return digitsOf
	case "regex":
		return onePattern
	case "regexall":
		return allPatterns
	case "setproduct":
		return product
	case "split":
		return splits
	case "yamldecode":
		return yamlText
	}
	return nil
}

// arguments is for what has as many elements as there are arguments.
func arguments(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	return m.spend(len(args), 0)
}

// elements is for what has as many elements as all arguments together.
func elements(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	for _, v := range args {
		n, _ := count(v)
		if err := m.spend(n, 0); err != nil {
			return err
		}
	}
	return nil
}

// flattened is for flatten; Fits sees the whole of a value.
func flattened(args []cty.Value) error { return Fits(args[0]) }

// product is for setproduct.
func product(args []cty.Value) error {
	total := 1
	for _, v := range args {
		n, known := count(v)
		if !known {
			continue
		}
		if total *= n; total == 0 {
			return nil
		}
		if total*len(args) > maxElements {
			return TooLarge{"the product"}
		}
	}
	return nil
}

func known(v cty.Value, ty cty.Type) bool { return v.Type() == ty && v.IsKnown() && !v.IsNull() }

func textOf(v cty.Value) string {
	if known(v, cty.String) {
		return v.AsString()
	}
	return ""
}

// joined is for join.
func joined(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	for _, v := range args[1:] {
		n, _ := count(v)
		if err := m.spend(n, min(n*len(textOf(args[0])), maxBytes+1)); err != nil {
			return err
		}
		if err := m.value(v); err != nil {
			return err
		}
	}
	return nil
}

// splits is for split.
func splits(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	return m.spend(strings.Count(textOf(args[1]), textOf(args[0])), 0)
}

// separators is for formats that have at most one element more than lines and
// commas.
func separators(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	text := textOf(args[0])
	return m.spend(strings.Count(text, "\n")+strings.Count(text, ","), 0)
}

// indented is for indent.
func indented(args []cty.Value) error {
	if !known(args[0], cty.Number) {
		return nil
	}
	text := textOf(args[1])
	spaces, _ := args[0].AsBigFloat().Int64()
	if spaces > maxBytes || (spaces > 0 && int(spaces)*strings.Count(text, "\n")+len(text) > maxBytes) {
		return TooLarge{"the indented text"}
	}
	return nil
}

// digitsOf is for parseint, which takes the square of the number of digits.
func digitsOf(args []cty.Value) error {
	if len(textOf(args[0])) > 1<<16 {
		return TooLarge{"the number"}
	}
	return nil
}

// jsonText is for jsondecode: elements, and depth, as the decoder calls itself
// for each bracket.
func jsonText(args []cty.Value) error {
	m := meter{maxElements, maxBytes}
	depth, quoted := 0, false
	text := textOf(args[0])
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted:
			switch c {
			case '\\':
				i++
			case '"':
				quoted = false
			}
		case c == '"':
			quoted = true
		case c == '[' || c == '{':
			if depth++; depth > 1000 {
				return TooLarge{"the JSON nests too deep"}
			}
		case c == ']' || c == '}':
			depth--
		case c == ',':
			if err := m.spend(1, 0); err != nil {
				return err
			}
		}
	}
	return nil
}
