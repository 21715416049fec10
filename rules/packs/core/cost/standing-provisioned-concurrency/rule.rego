# METADATA
# title: Provisioned concurrency in non-production, or without a schedule
# description: >-
#   Provisioned concurrency turns a function that costs nothing at rest into machines by the hour. It is
#   worth that while people wait for answers, and hardly at night.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
# custom:
#   code: COST-503
#   severity: medium
#   saving: exact
#   since: aws 5.100
#   types: [aws_lambda_alias, aws_lambda_provisioned_concurrency_config]
#   params:
#     type: object
#     properties:
#       nonprod_max:
#         type: integer
#         minimum: 0
#         description: Provisioned executions that a function may have outside production.
#         default: 0
#   remediation: >-
#     Remove it outside production. In production let a schedule or target tracking of Application Auto
#     Scaling set it for the hours in which it is needed.
#   when_not: >-
#     A caller cannot wait for a cold start at any hour.
package iaclint.cost.standing_provisioned_concurrency

import data.iaclint.lib.figures

findings contains object.union(
	{
		"path": "provisioned_concurrent_executions",
		"message": sprintf("%s kept ready round the clock in non-production", [figures.plural(kept, "execution")]),
		"rests_on": ["provisioned_concurrent_executions"],
	},
	remedy,
) if {
	input.resource.env == "nonprod"
	kept := input.resource.values.provisioned_concurrent_executions
	kept > input.params.nonprod_max
}

remedy := {"remove": true} if input.params.nonprod_max == 0

remedy := {"change": {"provisioned_concurrent_executions": input.params.nonprod_max}} if input.params.nonprod_max > 0

# Scaling names the alias, not the configuration. Neither can carry a tag that
# tells the environment, so this is said wherever it is not known to be another.
findings contains {
	"message": sprintf("%d executions kept ready round the clock, and nothing lowers that", [user.values.provisioned_concurrent_executions]),
	"rests_on": ["referenced_by"],
	"related": [user.address],
} if {
	input.resource.type == "aws_lambda_alias"
	not input.resource.env == "nonprod"
	some user in input.resource.referenced_by
	user.type == "aws_lambda_provisioned_concurrency_config"
	user.values.provisioned_concurrent_executions > 1
	not scaled
}

scaled if {
	some user in input.resource.referenced_by
	user.type in {"aws_appautoscaling_target", "aws_appautoscaling_scheduled_action", "aws_appautoscaling_policy"}
}
