package main

import (
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// invent replaces every unknown of a planned value by one a cloud could have
// given: names, the region of the provider, zeros.
func (s *server) invent(typeName string, planned tftypes.Value) (tftypes.Value, error) {
	fields, err := decode(planned)
	if err != nil {
		return planned, err
	}
	self := s.identity(typeName, fields)
	return tftypes.Transform(planned, func(path *tftypes.AttributePath, value tftypes.Value) (tftypes.Value, error) {
		if value.IsKnown() {
			return value, nil
		}
		return tftypes.NewValue(value.Type(), s.guess(path, value.Type(), self)), nil
	})
}

func (s *server) guess(path *tftypes.AttributePath, kind tftypes.Type, self string) any {
	switch {
	case kind.Is(tftypes.Number):
		return big.NewFloat(0)
	case kind.Is(tftypes.Bool):
		return false
	case kind.Is(tftypes.Map{}):
		return map[string]tftypes.Value{}
	case !kind.Is(tftypes.String):
		return []tftypes.Value{}
	}
	steps := path.Steps()
	name, _ := steps[len(steps)-1].(tftypes.AttributeName)
	switch name {
	case "id", "self_link":
		return self
	case "region", "location":
		return s.settings.region
	case "zone":
		return s.settings.zone
	}
	return ""
}

// identity is an id of the provider's form, made of the resource's own names.
func (s *server) identity(typeName string, fields object) string {
	text := func(name string) string {
		var value string
		if field, has := fields[name]; has && field.IsKnown() && !field.IsNull() && field.Type().Is(tftypes.String) {
			_ = field.As(&value) // a string that is known
		}
		return value
	}
	name := text("name")
	if name == "" {
		name = text("name_prefix") + "1"
	}
	if s.name == "azurerm" {
		group := text("resource_group_name")
		if group == "" {
			group = name
		}
		return fmt.Sprintf("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/%s/providers/%s/%s", group, typeName, name)
	}
	return fmt.Sprintf("projects/%s/%s/%s", s.settings.project, typeName, name)
}
