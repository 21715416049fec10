# METADATA
# title: Environment cannot be told
# description: |
#   Rules that speak of production or of test environments only are silent where
#   the environment is not known; we do not guess. This says how much was left
#   out.
# related_resources:
# - ref: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
# custom:
#   code: COST-707
#   severity: info
#   scope: plan
#   remediation: Say in the configuration which workspaces, paths or tags are production, or tag the resources.
#   params:
#     type: object
#     properties:
#       min_resources: {type: integer, default: 1, minimum: 1, description: Resources from which on it is said.}
#   since: 0.1.0
#   idea: silence should have a reason
package iaclint.cost.environment_cannot_be_told

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"address": "plan",
	"message": sprintf("environment of %s%s not known: %s for production only, or for the rest only, kept silent there", [
		figures.plural(input.env_unknown.resources, "resource"),
		stake,
		figures.plural(count(input.env_unknown.rules), "rule"),
	]),
	"facts": {"resources": input.env_unknown.resources, "monthly": input.env_unknown.monthly, "rules": input.env_unknown.rules},
} if {
	input.env_unknown.resources >= input.params.min_resources
}

stake := sprintf(" (%s a month)", [lib.money(input.env_unknown.monthly)]) if input.env_unknown.monthly > 0

stake := "" if input.env_unknown.monthly == 0
