# METADATA
# title: API cache cluster in non-production
# description: >-
#   The cache of an API stage is a machine charged by the hour. It spares the backend of requests that
#   an environment without users does not have.
# related_resources:
# - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
# custom:
#   code: COST-507
#   severity: medium
#   env: nonprod
#   saving: exact
#   safe_fix: true
#   since: aws 6.25
#   types: [aws_api_gateway_stage]
#   remediation: >-
#     Set cache_cluster_enabled = false outside production.
#   when_not: >-
#     The behaviour of the cache is what is tested.
package iaclint.cost.api_cache_in_nonproduction

findings contains {
	"path": "cache_cluster_enabled",
	"message": sprintf("cache%s in non-production", [size]),
	"change": {"cache_cluster_enabled": false},
	"rests_on": ["cache_cluster_enabled"],
} if {
	input.resource.values.cache_cluster_enabled == true
}

default size := ""

size := sprintf(" of %v GB", [input.resource.values.cache_cluster_size]) if {
	input.resource.values.cache_cluster_size != null
}
