# METADATA
# title: Log group that its service makes, without expiry
# description: >-
#   A function, a build or a cluster that finds no log group makes one, and that one keeps everything for
#   ever. The group is in no plan, so no rule on retention ever sees it. Groups declared in another root
#   are not seen either: switch the rule off where that is so.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
# - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html
# - ref: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
# custom:
#   code: COST-602
#   severity: medium
#   scope: plan
#   saving: bounded
#   since: aws 5.100
#   params:
#     type: object
#     properties:
#       assumed_gb_month:
#         type: number
#         description: GB that come into one group each month.
#         default: 5
#   remediation: >-
#     Declare the group under the name the service expects, with retention_in_days, before the service
#     writes its first line; import it where it is there already.
package iaclint.cost.log_group_made_by_its_service

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"address": homeless[0],
	"key": noun,
	"message": sprintf("%s to a log group that nothing declares: made without expiry, %s GB after three years at %v GB a month each", [
		writers(count(homeless), noun),
		lib.grouped((count(homeless) * 36) * input.params.assumed_gb_month),
		input.params.assumed_gb_month,
	]),
	"related": array.slice(homeless, 1, count(homeless)),
} if {
	some noun, homes in homes_of
	homeless := sort([address | some [address, group] in homes; not group in declared])
	count(homeless) > 0
}

writers(n, noun) := sprintf("%s write", [figures.plural(n, noun)]) if n > 1

writers(n, noun) := sprintf("%s writes", [figures.plural(n, noun)]) if n == 1

declared := {name |
	some group in input.by_type.aws_cloudwatch_log_group.resources
	name := group.values.name
}

# The group that each of them writes to.
homes_of := {
	"function": array.concat(functions, told_functions),
	"build project": array.concat(projects, told_projects),
	"cluster": clusters,
}

functions := [[fn.address, sprintf("/aws/lambda/%s", [fn.values.function_name])] |
	some fn in input.by_type.aws_lambda_function.resources
	not fn.values.logging_config[0].log_group
]

told_functions := [[fn.address, fn.values.logging_config[0].log_group] |
	some fn in input.by_type.aws_lambda_function.resources
]

projects := [[project.address, sprintf("/aws/codebuild/%s", [project.values.name])] |
	some project in input.by_type.aws_codebuild_project.resources
	not project.values.logs_config[0].cloudwatch_logs[0].status == "DISABLED"
	not project.values.logs_config[0].cloudwatch_logs[0].group_name
]

told_projects := [[project.address, project.values.logs_config[0].cloudwatch_logs[0].group_name] |
	some project in input.by_type.aws_codebuild_project.resources
	not project.values.logs_config[0].cloudwatch_logs[0].status == "DISABLED"
]

clusters := [[cluster.address, sprintf("/aws/eks/%s/cluster", [cluster.values.name])] |
	some cluster in input.by_type.aws_eks_cluster.resources
	count(cluster.values.enabled_cluster_log_types) > 0
]
