package iaclint.lock_in.proprietary_workflow_engine_test

import data.iaclint.lock_in.proprietary_workflow_engine

found(type, values) := findings if {
	findings := proprietary_workflow_engine.findings with input as {"resource": {"type": type, "values": values}}
}

test_fails_with_the_number_of_steps if {
	definition := json.marshal({"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "b"}, "b": {"Type": "Succeed"}}})
	found("aws_sfn_state_machine", {"definition": definition}) == {{
		"message": "a flow of 2 steps written in Amazon States Language", "rests_on": [], "facts": {"steps": 2},
	}}
}

test_fails_on_the_other_clouds if {
	{finding.message | some finding in found("google_workflows_workflow", {"source_contents": "main:"})} == {"a flow written in the language of Google Workflows"}
	{finding.message | some finding in found("azurerm_logic_app_workflow", {})} == {"a flow written in the language of Logic Apps"}
}

# The definition names other resources and is rarely known: the finding does not rest on it.
test_fails_although_the_definition_is_unknown if {
	{finding.rests_on | some finding in found("aws_sfn_state_machine", {})} == {[]}
}

test_passes_another_type if found("aws_lambda_function", {}) == set()

test_a_definition_that_is_no_json if {
	{finding.message | some finding in found("aws_sfn_state_machine", {"definition": "not json"})} == {"a flow written in Amazon States Language"}
}
