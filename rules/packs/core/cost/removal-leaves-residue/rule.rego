# METADATA
# title: Removal leaves something that is billed
# description: >-
#   Not all that leaves a plan leaves the bill. What is only forgotten runs on where no plan shows it; a
#   final snapshot and a group of logs are kept until somebody remembers them.
# related_resources:
# - ref: https://developer.hashicorp.com/terraform/language/block/removed
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# custom:
#   code: COST-706
#   severity: info
#   saving: bounded
#   since: aws 5.100
#   remediation: >-
#     Write down what stays, and who takes it away when.
package iaclint.cost.removal_leaves_residue

import data.iaclint.lib

findings contains {
	"message": sprintf("forgotten, not destroyed: %s a month goes on where no plan shows it", [lib.money(input.resource.cost.before)]),
	"rests_on": [],
} if {
	input.resource.actions == ["forget"]
	input.resource.cost.before > 0
}

findings contains {
	"message": sprintf("a final snapshot of %s GB stays", [lib.grouped(input.resource.before.allocated_storage)]),
	"rests_on": [],
} if {
	input.resource.actions == ["delete"]
	input.resource.type in {"aws_db_instance", "aws_rds_cluster"}
	input.resource.before.skip_final_snapshot == false
	input.resource.before.allocated_storage > 0
}

findings contains {
	"message": "the log group and its logs stay: it is told to skip its own destruction",
	"rests_on": [],
} if {
	input.resource.actions == ["delete"]
	input.resource.type == "aws_cloudwatch_log_group"
	input.resource.before.skip_destroy == true
}
