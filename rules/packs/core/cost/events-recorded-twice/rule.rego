# METADATA
# title: Events recorded twice, or all of them
# description: >-
#   The first copy of management events in a region is free; each trail after it is billed by event. A trail of several
#   regions copies what one of a single region records too, one of an organization what its accounts record. Data events
#   of every bucket or function count each read and write, the trail's own files included.
# related_resources:
# - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-manage-costs.html
# custom:
#   code: COST-607
#   severity: medium
#   scope: plan
#   saving: advisory
#   since: aws 6.25
#   idea: the second copy is the one that is billed
#   params:
#     type: object
#     properties:
#       data_events:
#         type: boolean
#         description: Speak of trails that record the data events of everything, too.
#         default: true
#   remediation: >-
#     Keep one trail for the organization or the account, and select the buckets and functions whose data events
#     somebody looks at.
#   when_not: >-
#     Somebody else has to have a trail of their own, such as an auditor, or a benchmark that you follow asks for the
#     data events of every bucket.
package iaclint.cost.events_recorded_twice

findings contains object.union(verdict[known], {
	"address": input.by_type.aws_cloudtrail.resources[second].address,
	"path": "event_selector",
	"message": "records management events that another trail records: each copy after the first is billed",
}) if {
	some first, _ in input.by_type.aws_cloudtrail.resources
	some second, _ in input.by_type.aws_cloudtrail.resources
	copied(first, second)
	recording(first)
	recording(second)
	known := same_account(first, second)
}

verdict := {true: {"key": "management"}, false: {"key": "management of an account", "verdict": "unknown"}}

# The first is kept: it is wider, or comes earlier in the plan.
copied(first, second) if {
	input.by_type.aws_cloudtrail.resources[first].values.is_multi_region_trail == true
	not input.by_type.aws_cloudtrail.resources[second].values.is_multi_region_trail == true
}

copied(first, second) if {
	first < second
	input.by_type.aws_cloudtrail.resources[first].values.is_multi_region_trail == true
}

copied(first, second) if {
	first < second
	not input.by_type.aws_cloudtrail.resources[second].values.is_multi_region_trail == true
	input.by_type.aws_cloudtrail.resources[first].region == input.by_type.aws_cloudtrail.resources[second].region
}

# Management events are recorded where no selector says anything. A trail of
# reads or of writes only is beside one of the others.
recording(i) if {
	not input.by_type.aws_cloudtrail.resources[i].values.enable_logging == false
	not input.by_type.aws_cloudtrail.resources[i].values.event_selector[0]
	not input.by_type.aws_cloudtrail.resources[i].values.advanced_event_selector[0]
}

recording(i) if {
	not input.by_type.aws_cloudtrail.resources[i].values.enable_logging == false
	some selector in input.by_type.aws_cloudtrail.resources[i].values.event_selector
	not selector.include_management_events == false
	not selector.read_write_type == "ReadOnly"
	not selector.read_write_type == "WriteOnly"
}

recording(i) if {
	not input.by_type.aws_cloudtrail.resources[i].values.enable_logging == false
	some selector in input.by_type.aws_cloudtrail.resources[i].values.advanced_event_selector
	some field in selector.field_selector
	field.field == "eventCategory"
	"Management" in field.equals
	count([other | some other in selector.field_selector; other.field == "readOnly"]) == 0
}

# Several configurations of the provider may be of several accounts, of which
# each has a first copy of its own.
same_account(first, second) if {
	some one in [first, second]
	input.by_type.aws_cloudtrail.resources[one].values.is_organization_trail == true
} else := count({provider.key | some provider in input.providers; provider.name == "aws"}) < 2

findings contains {
	"address": trail.address,
	"path": "event_selector.data_resource",
	"key": resource.type,
	"message": sprintf("data events of every %s: each read and write is an event", [noun]),
} if {
	input.params.data_events
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	some selector in trail.values.event_selector
	some resource in selector.data_resource
	noun := of_all[resource.type]
	some arn in resource.values
	regex.match(`^arn:[a-z-]+:(s3(:::)?|lambda|dynamodb)$`, arn)
}

findings contains {
	"address": trail.address,
	"path": "advanced_event_selector.field_selector",
	"key": type,
	"message": sprintf("data events of every %s: each read and write is an event", [noun]),
} if {
	input.params.data_events
	some trail in input.by_type.aws_cloudtrail.resources
	not trail.values.enable_logging == false
	some selector in trail.values.advanced_event_selector
	some type in selector.field_selector[_].equals
	noun := of_all[type]
	count([narrowed | some narrowed in selector.field_selector; not narrowed.field in {"eventCategory", "resources.type"}]) == 0
}

of_all := {"AWS::S3::Object": "bucket", "AWS::Lambda::Function": "function", "AWS::DynamoDB::Table": "table"}
