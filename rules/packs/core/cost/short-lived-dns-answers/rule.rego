# METADATA
# title: DNS answers that live too short, or a health check nobody asks
# description: >-
#   Queries are billed by the million, and a record that lives for a minute is asked for five times as
#   often as one that lives for five. A health check is billed by the month, whether a record goes by it or not.
# related_resources:
# - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html
# - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html
# custom:
#   code: COST-416
#   severity: info
#   saving: advisory
#   since: aws 6.25
#   types: [aws_route53_health_check, aws_route53_record]
#   params:
#     type: object
#     properties:
#       min_ttl:
#         type: integer
#         description: Seconds that an answer should live at least, where no failover needs less.
#         default: 300
#   remediation: >-
#     Let answers live for five minutes where failover does not need less; delete checks that nothing uses.
#   when_not: >-
#     When a move is near, or the check is there for its alarm alone.
package iaclint.cost.short_lived_dns_answers

import data.iaclint.lib

findings contains {
	"path": "ttl",
	"message": sprintf("answers live for %d seconds; %d will do where no failover needs less", [input.resource.values.ttl, input.params.min_ttl]),
	"change": {"ttl": input.params.min_ttl},
	"rests_on": ["ttl", "health_check_id"],
} if {
	input.resource.type == "aws_route53_record"
	input.resource.values.ttl < input.params.min_ttl
	input.resource.values.type in {"A", "AAAA"}
	not checked
	not switches
}

# A check that is made in the same plan has no id yet.
checked if count(input.resource.refs.health_check_id) > 0

# Records that follow the health of what answers. Those of other types are asked
# for seldom, as the ones that prove who owns a name.
switches if input.resource.values.health_check_id != null

switches if count(input.resource.values.failover_routing_policy) > 0

switches if input.resource.values.multivalue_answer_routing_policy == true

findings contains {
	"message": sprintf("no record, alarm or other check in the plan goes by it%s", [lib.a_month]),
	"remove": true,
	"rests_on": ["referenced_by"],
} if {
	input.resource.type == "aws_route53_health_check"
	count(input.resource.referenced_by) == 0
}
