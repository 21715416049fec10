# METADATA
# title: io1 volume where io2 costs the same
# description: >-
#   io2 costs what io1 costs, and less for each IOPS above 32,000; it loses a volume a hundred times less
#   often. Where gp3 would do, provisioned-iops-volume says so, and this rule is silent: it speaks of what
#   has to stay on provisioned IOPS.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
# custom:
#   code: COST-203
#   severity: info
#   saving: exact
#   since: aws 6.25
#   types: [aws_ebs_volume]
#   remediation: >-
#     Set type = "io2"; the volume stays attached while it changes.
package iaclint.cost.io1_volume

import data.iaclint.lib

findings contains {
	"path": "type",
	"message": "io1, where io2 costs the same and is more durable",
	"change": {"type": "io2"},
	"rests_on": ["type", "multi_attach_enabled", "tags"],
} if {
	input.resource.values.type == "io1"
	has_to_stay
}

has_to_stay if input.resource.values.multi_attach_enabled == true

has_to_stay if lib.tagged(data.iaclint.params["cost/provisioned-iops-volume"].keep_tag)
