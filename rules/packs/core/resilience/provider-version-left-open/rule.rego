# METADATA
# title: Version of a provider left open
# description: >-
#   What a plan costs hangs on what the provider makes of it: a new major version changes defaults, such as the type of
#   a disk or a class of storage. Constraints without an upper end let it in with the next init; of a module and its
#   callers one upper end is enough. A lock file that is kept in version control pins it as well, which no plan tells,
#   so the rule is silent until it is told whom to ask.
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

# Once for each provider, whatever configurations of it there are.
findings contains {
	"address": sprintf("provider.%s", [min(keys)]),
	"message": sprintf("%s: the next init may bring a version that costs something else", [written(versions[name])]),
} if {
	some name, keys in configurations
	some pattern in input.params.providers
	glob.match(pattern, [], name)
	not bounded(versions[name])
}

configurations[provider.name] contains provider.key if some provider in input.providers

# What every module asks for has to hold at once.
versions[name] := {provider.version | some provider in input.providers; provider.name == name} if some name, _ in configurations

written(set()) := "no version is asked for"

written(asked) := sprintf("version %q has no upper end", [concat(", ", sort(asked))]) if count(asked) > 0

# One of the parts ends it: ~>, =, < or a bare version.
bounded(asked) if {
	some part in split(concat(",", asked), ",")
	regex.match(`^\s*(~>|<|=|[0-9])`, part)
}
