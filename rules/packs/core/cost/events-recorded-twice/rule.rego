# METADATA
# title: Events recorded twice, or all of them
# description: >-
#   The first copy of management events in a region is free; each trail after it is billed by event. A trail of several
#   regions copies what one of a single region records too. Data events of every bucket or function count each read
#   and write, the trail's own files included.
# related_resources:
# - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-manage-costs.html
# custom:
#   code: COST-607
#   severity: medium
#   scope: plan
#   saving: bounded
#   since: aws 6.25
#   idea: the second copy is the one that is billed
#   params:
#     type: object
#     properties:
#       events_month:
#         type: number
#         description: Management events of a region in a month, for the message.
#         default: 1000000
#   remediation: >-
#     Keep one trail for the organisation or the account, and select the buckets and functions whose data events
#     somebody looks at.
#   when_not: >-
#     Somebody else has to have a trail of their own, such as an auditor or another account.
package iaclint.cost.events_recorded_twice

import data.iaclint.lib

# Two copies of the same events: where one of the trails is of all regions, or
# both of the same.
findings contains {
	"address": second,
	"path": "event_selector",
	"key": "management",
	"message": sprintf("records the management events that %s records: of %s a month each is billed", [
		first,
		lib.grouped(input.params.events_month),
	]),
	"facts": {"first": first},
} if {
	some second in managers
	earlier := [first | some first in managers; first < second; overlap(first, second)]
	first := min(earlier)
}

# Trails that record management events.
managers contains trail.address if {
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	not trail.values.event_selector[0]
	not trail.values.advanced_event_selector[0]
}

managers contains trail.address if {
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	some selector in trail.values.event_selector
	not selector.include_management_events == false
}

managers contains trail.address if {
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	some selector in trail.values.advanced_event_selector
	some field in selector.field_selector
	field.field == "eventCategory"
	"Management" in field.equals
}

overlap(one, other) if everywhere[_] in {one, other}

overlap(one, other) if region[one] == region[other]

everywhere contains trail.address if {
	some trail in input.by_type.aws_cloudtrail.resources
	trail.values.is_multi_region_trail == true
}

region[trail.address] := trail.region if some trail in input.by_type.aws_cloudtrail.resources

findings contains {
	"address": trail.address,
	"path": "event_selector.data_resource",
	"key": resource.type,
	"message": sprintf("data events of every %s: each read and write is an event", [noun]),
} if {
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	some selector in trail.values.event_selector
	some resource in selector.data_resource
	noun := of_all[resource.type]
	some arn in resource.values
	arn in {"arn:aws:s3", "arn:aws:s3:::", "arn:aws:lambda", "arn:aws:dynamodb"}
}

of_all := {"AWS::S3::Object": "bucket", "AWS::Lambda::Function": "function", "AWS::DynamoDB::Table": "table"}
