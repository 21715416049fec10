# METADATA
# title: Change brings a proprietary datastore
# description: |
#   What holds the primary data is what is hardest to leave. Said when a change
#   to what runs already brings the first store of a kind whose grade is above
#   the limit: with it the choice is made, and before it costs nothing to make
#   another. More of a kind that is there already is no new choice, unless every
#   is set. What the grades mean stands in lock-in/lock-in-above-threshold.
# related_resources:
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# - ref: https://www.postgresql.org/docs/current/datatype-json.html
# custom:
#   code: LOCK-002
#   severity: medium
#   scope: diff
#   remediation: Take a store that speaks PostgreSQL, MySQL, MongoDB or Cassandra, or record the choice in allow.
#   params:
#     type: object
#     properties:
#       max_grade_primary_data: {type: integer, default: 2, minimum: 0, maximum: 4, description: Highest lock-in grade a store of primary data may have.}
#       every: {type: boolean, default: false, description: 'Speak of every new store, not only of the first of its kind.'}
#       min_resources: {type: integer, default: 10, minimum: 0, description: 'Resources, before the change, from which on it is a change to what runs.'}
#       allow: {type: array, default: [], description: Globs of types that are a settled choice., items: {type: string}}
#   saving: bounded
#   since: 0.1.0
#   idea: exit plans that outsourcing rules ask for
package iaclint.lock_in.new_proprietary_datastore

import data.iaclint.lib.figures

findings contains {
	"address": addresses[0],
	"key": service.service,
	"message": sprintf("%s, grade %d of 4, would hold data here for the first time: once it does, leaving takes the effort %s%s", [
		service.service,
		service.grade,
		service.effort,
		instead([other | some other in service.alternatives; not contains(other, "just as closed")]),
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"grade": service.grade, "alternatives": service.alternatives, "effort": service.effort},
} if {
	some service, those in fresh
	sum([n | some _, n in input.base.counts]) >= input.params.min_resources
	addresses := [address | some [_, address] in sort(those)]
}

# New stores by what the table says of them.
fresh[service] contains [place, row.address] if {
	some type, rows in brought
	some place, row in rows
	service := row.lock_in
	service.grade > input.params.max_grade_primary_data
	not service.at_most
	not known(type, row.address)
	not settled(type)
}

known(type, _) if {
	not input.params.every
	input.base.counts[type] > 0
}

known(type, address) if {
	input.params.every
	address in input.base.by_type[type].addresses
}

settled(type) if {
	some pattern in input.params.allow
	glob.match(pattern, [], type)
}

instead(alternatives) := sprintf("; instead %s", [figures.words(alternatives, "or")]) if {
	count(alternatives) > 0
} else := ""

# What applications keep their own data in. Each type is named, so that rows are
# made of these only.
brought.aws_dynamodb_table := input.head.by_type.aws_dynamodb_table.resources

brought.aws_timestreamwrite_database := input.head.by_type.aws_timestreamwrite_database.resources

brought.azurerm_cosmosdb_account := input.head.by_type.azurerm_cosmosdb_account.resources

brought.azurerm_kusto_cluster := input.head.by_type.azurerm_kusto_cluster.resources

brought.azurerm_storage_table := input.head.by_type.azurerm_storage_table.resources

brought.google_bigtable_instance := input.head.by_type.google_bigtable_instance.resources

brought.google_firebase_database_instance := input.head.by_type.google_firebase_database_instance.resources

brought.google_firestore_database := input.head.by_type.google_firestore_database.resources

brought.google_spanner_instance := input.head.by_type.google_spanner_instance.resources
