# METADATA
# title: Cosmos DB account with more copies than non-production needs
# description: >-
#   Every region of an account stores all of the data and is billed all of the throughput, a region that
#   takes writes more than that. Outside production one region answers, and serverless bills the requests.
# related_resources:
# - ref: https://learn.microsoft.com/azure/cosmos-db/optimize-cost-regions
# - ref: https://learn.microsoft.com/azure/cosmos-db/serverless
# custom:
#   code: COST-308
#   severity: medium
#   env: nonprod
#   saving: exact
#   since: azurerm 4.80
#   types: [azurerm_cosmosdb_account]
#   params:
#     type: object
#     properties:
#       max_regions_nonprod:
#         type: integer
#         minimum: 1
#         description: Regions that are enough outside production.
#         default: 1
#   remediation: >-
#     Keep one region and one writer outside production, without zone redundancy; make a new account
#     serverless, or share throughput over a database.
package iaclint.cost.cosmos_copies_in_nonproduction

import data.iaclint.lib.figures

regions := count(input.resource.values.geo_location)

findings contains {
	"path": "geo_location",
	"key": "geo_location",
	"message": sprintf("data in %d regions in non-production, where %d will do", [regions, input.params.max_regions_nonprod]),
	"change": {"geo_location": kept},
	"rests_on": ["geo_location"],
} if {
	regions > input.params.max_regions_nonprod
}

# The writing region comes first, and has priority 0.
kept := [location |
	some [_, location] in array.slice(
		sort([[location.failover_priority, location] | some location in input.resource.values.geo_location]),
		0, input.params.max_regions_nonprod,
	)
]

findings contains {
	"path": path,
	"key": path,
	"message": "every region takes writes in non-production",
	"change": {path: false},
	"rests_on": [path],
} if {
	some path in many_writers
}

many_writers contains "multiple_write_locations_enabled" if input.resource.values.multiple_write_locations_enabled == true

# Its name before azurerm 4.
many_writers contains "enable_multiple_write_locations" if input.resource.values.enable_multiple_write_locations == true

findings contains {
	"path": "geo_location.zone_redundant",
	"key": "zones",
	"message": "copies in several zones in non-production",
	"rests_on": ["geo_location"],
} if {
	input.resource.values.geo_location[_].zone_redundant == true
}

# Only a new account can be made serverless, and only with one region.
findings contains {
	"path": "capabilities",
	"key": "capabilities",
	"message": sprintf("%s with provisioned throughput in non-production; a serverless account bills requests only", [figures.plural(count(provisioned), "database or container")]),
	"rests_on": ["capabilities", "free_tier_enabled", "geo_location", "referenced_by"],
	"related": sort([address | some address in provisioned]),
} if {
	input.resource.actions == ["create"]
	count(provisioned) > 0
	regions == 1
	not serverless
	not free
}

serverless if input.resource.values.capabilities[_].name == "EnableServerless"

# The first 1000 RU/s of one account cost nothing.
free if input.resource.values.free_tier_enabled == true

provisioned contains user.address if {
	some user in input.resource.referenced_by
	startswith(user.type, "azurerm_cosmosdb_")
	user.values.throughput > 0
}
