# METADATA
# title: Elastic pool with no database
# description: >-
#   A pool is paid for whole, whether anything runs in it or not. A pool that the plan puts nothing into
#   is often left over from databases that moved out.
# related_resources:
# - ref: https://learn.microsoft.com/azure/azure-sql/database/elastic-pool-overview
# custom:
#   code: COST-317
#   severity: medium
#   saving: exact
#   since: azurerm 4.80
#   types: [azurerm_mssql_elasticpool]
#   remediation: >-
#     Delete it, or move databases into it. If another root does that, exclude it with that reason.
package iaclint.cost.empty_elastic_pool

import data.iaclint.lib

findings contains {
	"message": sprintf("no database of this plan is in it%s", [lib.a_month]),
	"remove": true,
	"rests_on": ["referenced_by"],
} if {
	not filled
}

filled if {
	some user in input.resource.referenced_by
	user.type in {"azurerm_mssql_database", "azurerm_mssql_failover_group", "azurerm_mssql_job_agent"}
}
