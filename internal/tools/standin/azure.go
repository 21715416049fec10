package main

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// fold writes locations as azurerm keeps them: "West Europe" is westeurope.
func (s *server) fold(planned tftypes.Value) (tftypes.Value, error) {
	if s.name != "azurerm" {
		return planned, nil
	}
	return tftypes.Transform(planned, func(path *tftypes.AttributePath, value tftypes.Value) (tftypes.Value, error) {
		steps := path.Steps()
		if len(steps) == 0 || steps[len(steps)-1] != tftypes.AttributeName("location") || !value.IsKnown() || value.IsNull() {
			return value, nil
		}
		var written string
		if err := value.As(&written); err != nil {
			return value, err
		}
		return tftypes.NewValue(tftypes.String, strings.ToLower(strings.ReplaceAll(written, " ", ""))), nil
	})
}
