# METADATA
# title: Fast snapshot restore left on
# description: >-
#   Fast restore is billed for every hour, snapshot and zone in which it is on, whether anything is
#   restored or not, and for an hour at least. A volume of one snapshot in one zone comes to more a month
#   than most machines that are restored from it.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
# custom:
#   code: COST-217
#   severity: high
#   saving: exact
#   since: aws 6.25
#   types: [aws_dlm_lifecycle_policy, aws_ebs_fast_snapshot_restore]
#   remediation: >-
#     Turn it on shortly before a restore that cannot wait, and off again afterwards.
#   when_not: >-
#     A restore has to serve reads at full speed at once, at any hour, and nobody can turn it on
#     beforehand.
package iaclint.cost.fast_snapshot_restore

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("paid for by the hour, whether anything is restored or not%s", [lib.a_month]),
	"remove": true,
	"rests_on": [],
} if {
	input.resource.type == "aws_ebs_fast_snapshot_restore"
}

# A policy turns it on for the snapshots it makes.
findings contains {
	"path": "policy_details.schedule.fast_restore_rule",
	"key": sprintf("schedule.%d", [i]),
	"message": sprintf("turns on fast restore of what it makes, in %s", [figures.plural(zones, "zone")]),
} if {
	some i
	zones := count(input.resource.values.policy_details[0].schedule[i].fast_restore_rule[0].availability_zones)
	zones > 0
}
