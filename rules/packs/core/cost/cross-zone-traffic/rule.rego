# METADATA
# title: Load balancer sends traffic across zones
# description: >-
#   A network or gateway load balancer that spreads over all zones sends most of its traffic to another
#   zone than it came in by, and each GB is billed there and back. An application load balancer does the
#   same for free. With targets in every zone, each zone can serve its own.
# related_resources:
# - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
# custom:
#   code: COST-410
#   severity: low
#   saving: advisory
#   since: aws 6.25
#   types: [aws_lb, aws_alb, aws_lb_target_group, aws_alb_target_group]
#   params:
#     type: object
#     properties:
#       keep_tag:
#         type: string
#         description: Tag ("key" or "key=value") of balancers whose targets are spread unevenly, so that they have to.
#         default: cross-zone-reason
#   remediation: >-
#     Turn it off where there are as many targets in each zone, and keep clients to their own zone.
#   when_not: >-
#     When there are fewer targets in one zone than in another.
package iaclint.cost.cross_zone_traffic

import data.iaclint.lib

findings contains {
	"path": "enable_cross_zone_load_balancing",
	"message": sprintf("%s load balancer across zones: most of its traffic is billed there and back", [kind]),
	"change": {"enable_cross_zone_load_balancing": false},
	"rests_on": ["load_balancer_type", "enable_cross_zone_load_balancing", "tags"],
} if {
	input.resource.values.enable_cross_zone_load_balancing == true
	kind := input.resource.values.load_balancer_type
	kind in {"network", "gateway"}
	not lib.tagged(input.params.keep_tag)
}

# A target group has a word of its own, kept as a string; of HTTP it costs nothing.
findings contains {
	"path": "load_balancing_cross_zone_enabled",
	"message": "targets across zones: most of the traffic is billed there and back",
	"change": {"load_balancing_cross_zone_enabled": "use_load_balancer_configuration"},
	"rests_on": ["protocol", "load_balancing_cross_zone_enabled", "tags"],
} if {
	input.resource.values.load_balancing_cross_zone_enabled in {true, "true"}
	input.resource.values.protocol in {"TCP", "UDP", "TCP_UDP", "TLS", "GENEVE"}
	not lib.tagged(input.params.keep_tag)
}
