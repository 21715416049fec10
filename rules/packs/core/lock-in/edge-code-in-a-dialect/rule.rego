# METADATA
# title: Edge code in a provider's dialect
# description: |
#   Code at the edge is written against a runtime and an event that only this
#   edge has, and it grows from a redirect into a gate for all traffic. Said of
#   functions of CloudFront, of distributions that call functions on the way,
#   of rule sets of Front Door and of Workers.
# related_resources:
# - ref: https://wintercg.org/
# - ref: https://github.com/WebAssembly/wasi-http
# custom:
#   code: LOCK-018
#   severity: info
#   types:
#   - aws_cloudfront_distribution
#   - aws_cloudfront_function
#   - azurerm_cdn_frontdoor_rule_set
#   - cloudflare_workers_script
#   remediation: Keep logic in the origin; what has to be at the edge, write as a plain HTTP handler with the runtime's API around it.
#   params:
#     type: object
#     properties:
#       max_associations: {type: integer, default: 2, minimum: 0, description: Functions that a distribution may call on the way.}
#   saving: advisory
#   since: 0.1.0
#   idea: the edge is the last thing anybody ports
package iaclint.lock_in.edge_code_in_a_dialect

import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s, which only this edge runs", [dialects[input.resource.type]]),
	"rests_on": [],
} if {
	dialects[input.resource.type]
}

dialects := {
	"aws_cloudfront_function": "JavaScript against the events of CloudFront",
	"azurerm_cdn_frontdoor_rule_set": "conditions and actions of Front Door",
	"cloudflare_workers_script": "a script with bindings of Workers",
}

findings contains {
	"path": "default_cache_behavior",
	"message": sprintf("%s on the way of a request or answer, at most %d", [
		figures.plural(count(calls), "function"),
		input.params.max_associations,
	]),
} if {
	input.resource.type == "aws_cloudfront_distribution"
	count(calls) > input.params.max_associations
}

calls := array.concat(
	[1 | some _ in input.resource.values.default_cache_behavior[_].lambda_function_association],
	array.concat(
		[1 | some _ in input.resource.values.default_cache_behavior[_].function_association],
		array.concat(
			[1 | some _ in input.resource.values.ordered_cache_behavior[_].lambda_function_association],
			[1 | some _ in input.resource.values.ordered_cache_behavior[_].function_association],
		),
	),
)
