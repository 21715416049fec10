package main

import "github.com/hashicorp/terraform-plugin-go/tftypes"

// provisioned is the label by which Google's provider marks what it made.
const provisioned = "goog-terraform-provisioned"

// labelled are the names a type may have for the labels of its own.
var labelled = []string{"labels", "resource_labels"}

// project fills in the provider's project where the resource names none.
func (s *server) project(planned object) {
	value, has := planned["project"]
	if has && !value.IsKnown() && s.settings.project != "" {
		planned["project"] = tftypes.NewValue(tftypes.String, s.settings.project)
	}
}

// labels computes terraform_labels and effective_labels as Google's provider
// does since version 5: the defaults of the provider under the labels of the
// resource, and its own mark when it creates.
func (s *server) labels(planned, prior object) error {
	if _, has := planned["terraform_labels"]; !has {
		return nil
	}
	merged := map[string]tftypes.Value{}
	for key, value := range s.settings.labels {
		merged[key] = value
	}
	mark := prior == nil
	if prior != nil {
		was, err := mapOf(prior["terraform_labels"])
		if err != nil {
			return err
		}
		_, mark = was[provisioned]
	}
	if mark {
		merged[provisioned] = tftypes.NewValue(tftypes.String, "true")
	}
	labels := tftypes.Map{ElementType: tftypes.String}
	for _, name := range labelled {
		value, has := planned[name]
		if !has {
			continue
		}
		if !value.IsKnown() {
			planned["terraform_labels"] = tftypes.NewValue(labels, tftypes.UnknownValue)
			planned["effective_labels"] = tftypes.NewValue(labels, tftypes.UnknownValue)
			return nil
		}
		own, err := mapOf(value)
		if err != nil {
			return err
		}
		for key, value := range own {
			merged[key] = value
		}
	}
	planned["terraform_labels"] = tftypes.NewValue(labels, merged)
	planned["effective_labels"] = tftypes.NewValue(labels, merged)
	return nil
}

func mapOf(value tftypes.Value) (map[string]tftypes.Value, error) {
	if value.IsNull() || !value.IsKnown() {
		return nil, nil
	}
	m := map[string]tftypes.Value{}
	return m, value.As(&m)
}

// settings is what the provider block says and plans show.
type settings struct {
	project, region, zone string
	labels                map[string]tftypes.Value
}

func readSettings(config object) (settings, error) {
	var read settings
	for name, to := range map[string]*string{"project": &read.project, "region": &read.region, "zone": &read.zone} {
		if value, has := config[name]; has && value.IsKnown() && !value.IsNull() {
			if err := value.As(to); err != nil {
				return read, err
			}
		}
	}
	if value, has := config["default_labels"]; has {
		labels, err := mapOf(value)
		if err != nil {
			return read, err
		}
		read.labels = labels
	}
	return read, nil
}
