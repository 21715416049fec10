# METADATA
# title: Flow written in a provider's own language
# description: |
#   A state machine, logic app or workflow holds the order of a business in a
#   language only one cloud speaks. Leaving means writing each flow again; the
#   number of steps says how much there is to write.
# related_resources:
# - ref: https://serverlessworkflow.io/
# - ref: https://docs.temporal.io/
# custom:
#   code: LOCK-003
#   severity: medium
#   types: [aws_sfn_state_machine, azurerm_logic_app_workflow, azurerm_logic_app_standard, google_workflows_workflow]
#   remediation: Consider Temporal, Argo Workflows, Airflow or CNCF Serverless Workflow, or keep the flow thin and the work in code of your own.
#   since: 0.1.0
#   idea: flows are the costliest thing to move
package iaclint.lock_in.proprietary_workflow_engine

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s written in %s%s", [flow, language[input.resource.type], lib.a_month]),
	"rests_on": [],
	"facts": {"steps": steps},
}

language := {
	"aws_sfn_state_machine": "Amazon States Language",
	"azurerm_logic_app_workflow": "the language of Logic Apps",
	"azurerm_logic_app_standard": "the language of Logic Apps",
	"google_workflows_workflow": "the language of Google Workflows",
}

# Steps on the upper floor; a definition that is not known, or no JSON, has
# none we can count, and the finding does not rest on them.
default steps := 0

steps := count(json.unmarshal(input.resource.values.definition).States) if json.is_valid(input.resource.values.definition)

flow := "a flow" if steps == 0

flow := sprintf("a flow of %s", [figures.plural(steps, "step")]) if steps > 0
