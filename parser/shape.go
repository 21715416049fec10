package parser

// noObject is the summary for an input that nothing more can be said of.
const noObject = "not a plan or a state: no JSON object in it"

// shape names a document that is sound JSON and yet no plan and no state; nil
// when it may be one. A plan that HCP has redacted looks like a plan to the
// eye, so it is asked for first.
func (d *document) shape() error {
	says := func(summary, next string) error {
		return &InputError{Path: d.in.path, Summary: summary, Next: next}
	}
	switch {
	case d.has("encrypted_data") && d.has("lineage"):
		return says("an encrypted OpenTofu state", "Decrypt it with: tofu show -json > state.json, in the folder whose configuration has the encryption settings (or with TF_ENCRYPTION set).")
	case d.has("encrypted_data"):
		return says("an encrypted OpenTofu plan", "Decrypt it with: tofu show -json tfplan > plan.json, in the folder whose configuration has the encryption settings (or with TF_ENCRYPTION set).")
	case d.has("plan_format_version"):
		return says("a redacted plan of HCP Terraform: made for showing, without the values an estimate rests on",
			"Take the full one: the plan's json-output (it needs admin access to the workspace), or terraform show -json tfplan > plan.json.")
	case d.has("resource_changes"), d.has("planned_values"):
		return nil
	case d.has("provider_schemas"):
		return says("the provider schemas (terraform providers schema -json), not a plan", nextPlan)
	case d.has("@level"), d.has("@message"):
		return says("the log that plan -json or apply -json prints, not a plan", nextPlan)
	case d.has("modules") && d.has("version"):
		return says("a state of version 3, which Terraform 0.11 wrote", "Upgrade it with Terraform 0.12 or later: terraform state pull > state.json after an apply or refresh.")
	case d.has("format_version"), d.has("lineage"):
		return nil
	case d.has("root_module"), d.has("provider_config"):
		return says("the configuration alone (show -json -config), without a plan", nextPlan)
	case d.has("errors") && !d.has("version"):
		return says("an answer that reports errors, not a plan", "A download may have failed. "+nextPlan)
	}
	return nil
}

// known holds the document to being a plan or a state.
func (d *document) known() error {
	if err := d.shape(); err != nil {
		return err
	}
	switch {
	case d.isPlan() && d.has("format_version"), d.isState(), d.isRawState():
		return nil
	case d.isPlan():
		return &InputError{Path: d.in.path, Summary: "not a whole plan: it has no format_version", Next: nextPlan}
	case len(d.sections) == 0:
		return &InputError{Path: d.in.path, Summary: "an empty JSON object, not a plan or a state", Next: nextPlan}
	}
	return &InputError{Path: d.in.path, Summary: "a JSON document, but not a plan or a state", Next: nextPlan}
}

func (d *document) isPlan() bool {
	return d.has("resource_changes") || d.has("planned_values") || d.has("output_changes") || d.has("configuration") && d.has("format_version")
}

// isState is for show -json of a state; of an empty one it prints nothing but
// the format.
func (d *document) isState() bool {
	return d.has("format_version") && !d.isPlan() && (d.has("values") || len(d.sections) <= 2)
}

func (d *document) isRawState() bool {
	return d.has("version") && (d.has("lineage") || d.has("serial") || d.has("resources")) && !d.has("format_version")
}
