# METADATA
# title: Public origin without a CDN
# description: >-
#   What leaves a load balancer or a bucket for readers is billed by GB, each time it is read. A CDN in front answers
#   most reads from its cache, often at a lower price, and what it fetches from an origin on the same cloud is free.
#   What leaves is not in the plan: the rule is silent until egress_gb says what an origin sends in a month.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html
# - ref: https://cloud.google.com/cdn/docs/overview
# custom:
#   code: COST-412
#   severity: low
#   env: prod
#   saving: bounded
#   since: aws 6.25, google 7.45
#   types: [aws_lb, google_storage_bucket]
#   only_with: [egress_gb]
#   params:
#     type: object
#     properties:
#       egress_gb: {type: number, minimum: 0, description: GB that a public origin sends in a month. No default.}
#       min_egress_gb: {type: number, default: 1000, description: GB a month from which on a CDN is worth while.}
#       hit_rate: {type: number, default: 0.8, description: Share that a cache answers.}
#   remediation: >-
#     Put a distribution in front, let only it reach the origin, and say by headers how long answers may be kept.
#   when_not: >-
#     Every answer is another, as with an API, clients are few and near, or a CDN outside of the plan fetches from it.
package iaclint.cost.public_origin_without_cdn

import data.iaclint.lib

findings contains {
	"path": origin.path,
	"message": sprintf("%s with no CDN before it: at %s GB a month a cache would answer %s", [
		origin.what,
		lib.grouped(input.params.egress_gb),
		lib.grouped(round(input.params.egress_gb * input.params.hit_rate)),
	]),
	"rests_on": [origin.path, "referenced_by"],
} if {
	input.params.egress_gb >= input.params.min_egress_gb
	not fronted
}

origin := {"path": "internal", "what": "load balancer open to the internet"} if {
	input.resource.type == "aws_lb"
	not input.resource.values.internal == true
	not of_another_kind
}

of_another_kind if input.resource.values.load_balancer_type in {"network", "gateway"}

origin := {"path": "website", "what": "web site of a bucket"} if {
	input.resource.type == "google_storage_bucket"
	count(input.resource.values.website) > 0
}

fronted if {
	some user in input.resource.referenced_by
	user.type in {
		"aws_cloudfront_distribution", "aws_cloudfront_vpc_origin",
		"aws_globalaccelerator_endpoint_group", # caches nothing, and is there for what a cache does not help
	}
}

fronted if {
	some user in input.resource.referenced_by
	user.type == "google_compute_backend_bucket"
	user.values.enable_cdn == true
}
