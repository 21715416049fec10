package main

import (
	"math/big"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// object is a decoded block: values by attribute and block name. It is nil
// for a block that is not there.
type object map[string]tftypes.Value

func decode(value tftypes.Value) (object, error) {
	if value.IsNull() || !value.IsKnown() {
		return nil, nil
	}
	fields := object{}
	return fields, value.As((*map[string]tftypes.Value)(&fields))
}

// settle plans one block as the SDK of these providers does: what is
// configured stays, defaults fill in, what only the cloud can know is unknown
// until there is a prior value.
func (b *Block) settle(config, proposed, prior object) (object, error) {
	planned := object{}
	for name, value := range proposed {
		planned[name] = value
	}
	for _, name := range keys(b.Attributes) {
		field := b.Attributes[name]
		switch configured := config[name]; {
		case !configured.IsNull():
		case field.Default != nil:
			planned[name] = field.defaultValue()
		case field.Computed && prior == nil && proposed[name].IsNull():
			planned[name] = tftypes.NewValue(field.Type, tftypes.UnknownValue)
		}
	}
	for _, name := range keys(b.Blocks) {
		value, err := b.Blocks[name].settleAll(config[name], proposed[name], prior, name)
		if err != nil {
			return nil, err
		}
		planned[name] = value
	}
	return planned, nil
}

// settleAll plans every block of one type in its parent.
func (b *Block) settleAll(config, proposed tftypes.Value, prior object, name string) (tftypes.Value, error) {
	if b.Nesting.Kind == "single" || !config.IsKnown() || config.IsNull() {
		return proposed, nil
	}
	var configured, elements, before []tftypes.Value
	if err := config.As(&configured); err != nil {
		return proposed, err
	}
	if err := proposed.As(&elements); err != nil {
		return proposed, err
	}
	if prior != nil && prior[name].IsKnown() && !prior[name].IsNull() {
		if err := prior[name].As(&before); err != nil {
			return proposed, err
		}
	}
	if len(configured) == 0 && b.Nesting.Computed {
		if prior != nil {
			return prior[name], nil
		}
		return tftypes.NewValue(proposed.Type(), tftypes.UnknownValue), nil
	}
	for i := range elements {
		if !elements[i].IsKnown() {
			continue
		}
		element, err := decode(elements[i])
		if err != nil {
			return proposed, err
		}
		// A set has no order, but for configuration Terraform keeps it in
		// step with the proposal.
		from, err := decode(at(configured, i))
		if err != nil {
			return proposed, err
		}
		was, err := decode(at(before, i))
		if err != nil {
			return proposed, err
		}
		if b.Nesting.Kind == "set" {
			from, was = element, nil
		}
		settled, err := b.settle(from, element, was)
		if err != nil {
			return proposed, err
		}
		elements[i] = tftypes.NewValue(elements[i].Type(), map[string]tftypes.Value(settled))
	}
	return tftypes.NewValue(proposed.Type(), elements), nil
}

func at(values []tftypes.Value, i int) tftypes.Value {
	if i < len(values) {
		return values[i]
	}
	return tftypes.Value{}
}

func (f *Field) defaultValue() tftypes.Value {
	if number, ok := f.Default.(float64); ok {
		return tftypes.NewValue(f.Type, big.NewFloat(number))
	}
	return tftypes.NewValue(f.Type, f.Default)
}

// replacements are the paths whose change cannot be made in place.
func (b *Block) replacements(planned, prior object, under *tftypes.AttributePath) []*tftypes.AttributePath {
	var paths []*tftypes.AttributePath
	for _, name := range keys(b.Attributes) {
		if b.Attributes[name].Replace && !planned[name].Equal(prior[name]) {
			paths = append(paths, under.WithAttributeName(name))
		}
	}
	for _, name := range keys(b.Blocks) {
		child := b.Blocks[name]
		if child.Nesting.Replace && !planned[name].Equal(prior[name]) {
			paths = append(paths, under.WithAttributeName(name))
			continue
		}
		if child.Nesting.Kind != "list" || !planned[name].IsKnown() || !prior[name].IsKnown() {
			continue
		}
		var after, before []tftypes.Value
		if planned[name].As(&after) != nil || prior[name].As(&before) != nil {
			continue
		}
		for i := 0; i < len(after) && i < len(before); i++ {
			now, err := decode(after[i])
			if err != nil || now == nil {
				continue
			}
			was, err := decode(before[i])
			if err != nil || was == nil {
				continue
			}
			paths = append(paths, child.replacements(now, was, under.WithAttributeName(name).WithElementKeyInt(i))...)
		}
	}
	return paths
}
