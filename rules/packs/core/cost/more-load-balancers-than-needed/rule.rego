# METADATA
# title: More load balancers than non-production needs
# description: >-
#   A load balancer has a price by the hour before a request comes in. One of them tells many hosts and
#   paths apart, and outside production that is enough for all services together.
# related_resources:
# - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-update-rules.html
# custom:
#   code: COST-408
#   severity: low
#   scope: plan
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   params:
#     type: object
#     properties:
#       max_lbs_nonprod:
#         type: integer
#         description: Load balancers of a plan that non-production may have.
#         default: 2
#   remediation: >-
#     Put services behind one load balancer, told apart by host and path.
#   when_not: >-
#     When they are in networks that must not meet.
package iaclint.cost.more_load_balancers_than_needed

import data.iaclint.lib

findings contains {
	"address": addresses[0],
	"message": sprintf("one of %d load balancers in non-production, %s a month; %d will do", [
		count(addresses),
		lib.money(sum([group.monthly | some group in balancers])),
		input.params.max_lbs_nonprod,
	]),
	"related": array.slice(addresses, 1, count(addresses)),
} if {
	sum([group.count | some group in balancers]) > input.params.max_lbs_nonprod
	addresses := sort([address | some address in balancers[_].addresses])
}

balancers := [group |
	some group in input.groups
	group.type in types
	group.env == "nonprod"
]

types := {
	"aws_alb", "aws_elb", "aws_lb",
	"azurerm_application_gateway", "google_compute_global_forwarding_rule",
}
