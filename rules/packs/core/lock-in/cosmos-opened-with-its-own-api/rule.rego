# METADATA
# title: Multi-API database opened with its own API
# description: |
#   A Cosmos DB account speaks one API for its whole life. With the core or the
#   Table API only this service understands the application; with MongoDB,
#   Cassandra, Gremlin or PostgreSQL other servers do, in two grades less of
#   lock-in. It cannot be changed later: a new account and a move of the data
#   are what changing it takes. Wire-compatible services that have no such
#   choice (DocumentDB, Keyspaces) are not named.
# related_resources:
# - ref: https://learn.microsoft.com/azure/cosmos-db/choose-api
# custom:
#   code: LOCK-009
#   severity: low
#   types: [azurerm_cosmosdb_account]
#   remediation: For a new application open the account with kind MongoDB or the Cassandra capability, or take Cosmos DB for PostgreSQL; or record the choice in allow.
#   params:
#     type: object
#     properties:
#       new_only: {type: boolean, default: false, description: Speak of accounts only that this plan creates.}
#       allow: {type: array, default: [], description: Globs of addresses that are a settled choice., items: {type: string}}
#   saving: exact
#   since: 0.1.0
#   idea: the same money buys a portable protocol
package iaclint.lock_in.cosmos_opened_with_its_own_api

import data.iaclint.lib

findings contains {
	"path": path,
	"message": sprintf("opened with %s, which only this service speaks%s", [api, lib.a_month]),
	"rests_on": ["kind", "capabilities.name"],
} if {
	not portable
	not settled
	asked
	[path, api] := spoken
}

default kind := "GlobalDocumentDB"

kind := input.resource.values.kind

portable if kind == "MongoDB"

portable if input.resource.values.capabilities[_].name in {"EnableCassandra", "EnableGremlin", "EnableMongo"}

spoken := ["capabilities", "the Table API"] if tabular

spoken := ["kind", "the core API"] if not tabular

tabular if input.resource.values.capabilities[_].name == "EnableTable"

asked if not input.params.new_only

asked if input.resource.actions == ["create"]

settled if {
	some pattern in input.params.allow
	glob.match(pattern, [], input.resource.address)
}
