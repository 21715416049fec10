# METADATA
# title: Database class above the size cap of its environment
# description: >-
#   A database is the machine that is sized for growth and then never looked at. Outside production a
#   small class holds the data that tests need.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/select-the-correct-resource-type-size-and-number.html
# custom:
#   code: COST-302
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_db_instance
#   - aws_rds_cluster_instance
#   - aws_elasticache_cluster
#   - aws_elasticache_replication_group
#   - aws_redshift_cluster
#   - aws_opensearch_domain
#   - aws_docdb_cluster_instance
#   - aws_neptune_cluster_instance
#   - azurerm_postgresql_flexible_server
#   - azurerm_mysql_flexible_server
#   - azurerm_mssql_database
#   - google_sql_database_instance
#   params:
#     type: object
#     properties:
#       max_vcpu:
#         type: object
#         description: Most vCPUs of one database machine, by environment.
#         properties:
#           prod: {type: number, default: 32}
#           nonprod: {type: number, default: 2}
#   remediation: >-
#     Use a smaller class or a cache in front of it, or raise the cap for this address with a reason.
package iaclint.cost.database_above_size_cap

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.machine

findings contains object.union(
	{
		"path": path,
		"message": sprintf("%s has %s; the cap in %s is %v", [
			class.name,
			figures.plural(class.vcpus, "vCPU"),
			lib.band_name,
			input.params.max_vcpu[lib.band],
		]),
		"rests_on": [path],
	},
	one_step_down,
) if {
	some path, class in classes
	class.vcpus > input.params.max_vcpu[lib.band]
}

classes[path] := {"name": now, "vcpus": input.resource.machine.vcpu} if {
	input.resource.machine.vcpu > input.params.max_vcpu[lib.band]
	some path, now in machine.named
}

# GP_Gen5_8, BC_Gen5_4, GP_S_Gen5_2: the number at the end. DTU tiers have none.
classes["sku_name"] := {"name": name, "vcpus": to_number(vcpus)} if {
	input.resource.type == "azurerm_mssql_database"
	name := input.resource.values.sku_name
	parts := split(name, "_")
	startswith(parts[count(parts) - 2], "Gen")
	vcpus := parts[count(parts) - 1]
}

# db-custom-8-30720 and db-custom-N4-8-65536 name the memory last; the fixed
# tiers (db-n1-standard-4, db-perf-optimized-N-8) end with the number of vCPUs.
classes["settings.tier"] := {"name": tier, "vcpus": to_number(vcpus)} if {
	tier := input.resource.values.settings[0].tier
	parts := split(tier, "-")
	vcpus := parts[count(parts) - behind(tier)]
	regex.match(`^\d+$`, vcpus)
}

behind(tier) := 2 if startswith(tier, "db-custom-")

behind(tier) := 1 if not startswith(tier, "db-custom-")

default one_step_down := {}

one_step_down := {"change": machine.swap(input.resource.machine.smaller)} if {
	not input.resource.machine.smaller in {null, ""}
}
