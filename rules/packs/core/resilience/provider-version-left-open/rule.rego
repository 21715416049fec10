# METADATA
# title: Version of a provider left open
# description: >-
#   What a plan costs hangs on what the provider makes of it: a new major version changes defaults, such as the type of
#   a disk or a class of storage. A constraint without an upper end lets it in with the next init. A lock file that is
#   kept in version control pins it as well, which no plan tells, so the rule is silent until it is told whom to ask.
# related_resources:
# - ref: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
# custom:
#   code: RES-007
#   severity: low
#   scope: plan
#   saving: advisory
#   since: 0.1.0
#   idea: a bill that changes without a change
#   only_with: [providers]
#   params:
#     type: object
#     properties:
#       providers: {type: array, description: 'Globs of the names of providers whose version has to have an upper end: ["aws", "google*"]. No default.', items: {type: string}}
#   remediation: Write a constraint with an upper end ("~> 6.25"), and look at the estimate when it is raised.
package iaclint.resilience.provider_version_left_open

findings contains {
	"address": sprintf("provider.%s", [provider.key]),
	"message": sprintf("%s: the next init may bring a version that costs something else", [written(object.get(provider, "version", ""))]),
} if {
	some provider in input.providers
	provider.resources > 0
	some pattern in input.params.providers
	glob.match(pattern, [], provider.name)
	not bounded(object.get(provider, "version", ""))
}

written("") := "no version is asked for"

written(version) := sprintf("version %q has no upper end", [version]) if version != ""

# One of its parts ends it: ~>, =, < or a bare version.
bounded(version) if {
	some part in split(version, ",")
	regex.match(`^\s*(~>|<|=|[0-9])`, part)
}
