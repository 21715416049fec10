package iaclint.cost.log_group_made_by_its_service_test

import data.iaclint.cost.log_group_made_by_its_service as rule
import data.iaclint.lib.plan_test

asked(rows) := object.union(plan_test.made(rows), {"params": {"assumed_gb_month": 5}})

row(address, values) := {"address": address, "type": split(address, ".")[0], "actions": ["create"], "values": values}

ship := row("aws_lambda_function.ship", {"function_name": "ship"})

messages(rows) := {f.message | some f in found} if found := rule.findings with input as asked(rows)

test_nothing_declared if {
	found := rule.findings with input as asked([ship, row("aws_lambda_function.bill", {"function_name": "bill"})])
	found == {{
		"address": "aws_lambda_function.bill",
		"key": "function",
		"message": "2 functions write to a log group that nothing declares: made without expiry, 360 GB after three years at 5 GB a month each",
		"related": ["aws_lambda_function.ship"],
	}}
}

test_declared if {
	count(messages([ship, row("aws_cloudwatch_log_group.ship", {"name": "/aws/lambda/ship"})])) == 0
}

test_another_group_is_declared if {
	messages([ship, row("aws_cloudwatch_log_group.x", {"name": "/aws/lambda/other"})]) == {"1 function writes to a log group that nothing declares: made without expiry, 180 GB after three years at 5 GB a month each"}
}

test_a_group_of_its_own if {
	own := row("aws_lambda_function.own", {"function_name": "own", "logging_config": [{"log_group": "/app/own"}]})
	count(messages([own, row("aws_cloudwatch_log_group.x", {"name": "/app/own"})])) == 0
	count(messages([own, row("aws_cloudwatch_log_group.x", {"name": "/aws/lambda/own"})])) == 1
}

test_builds if {
	count(messages([row("aws_codebuild_project.a", {"name": "a"})])) == 1
	count(messages([row("aws_codebuild_project.a", {"name": "a"}), row("aws_cloudwatch_log_group.x", {"name": "/aws/codebuild/a"})])) == 0
	count(messages([row("aws_codebuild_project.a", {"name": "a", "logs_config": [{"cloudwatch_logs": [{"status": "DISABLED"}]}]})])) == 0
	named := row("aws_codebuild_project.a", {"name": "a", "logs_config": [{"cloudwatch_logs": [{"group_name": "/ci/a"}]}]})
	count(messages([named])) == 1
	count(messages([named, row("aws_cloudwatch_log_group.x", {"name": "/ci/a"})])) == 0
}

test_clusters if {
	count(messages([row("aws_eks_cluster.a", {"name": "a", "enabled_cluster_log_types": ["api"]})])) == 1
	count(messages([row("aws_eks_cluster.a", {"name": "a", "enabled_cluster_log_types": []})])) == 0
	count(messages([row("aws_eks_cluster.a", {"name": "a"})])) == 0
	count(messages([row("aws_eks_cluster.a", {"name": "a", "enabled_cluster_log_types": ["api"]}), row("aws_cloudwatch_log_group.x", {"name": "/aws/eks/a/cluster"})])) == 0
}

project(status) := [{"address": "aws_codebuild_project.a", "values": {"logs_config": [{"cloudwatch_logs": [{"group_name": "/a", "status": status}]}]}}]

test_projects_that_log_elsewhere if {
	count(rule.told_projects) == 0 with input.by_type.aws_codebuild_project.resources as project("DISABLED")
	count(rule.told_projects) == 1 with input.by_type.aws_codebuild_project.resources as project("ENABLED")
}
