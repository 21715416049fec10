# METADATA
# title: Licence paid for by the hour, while licences are owned
# description: >-
#   The hour of a Windows or SQL Server machine holds the licence. Who owns licences with Software
#   Assurance may bring them along and pays the plain hour. Whether any are owned stands in no plan, so
#   nothing is said until the configuration tells. Editions are another rule's, top-edition-in-nonproduction.
# related_resources:
# - ref: https://learn.microsoft.com/azure/virtual-machines/windows/hybrid-use-benefit-licensing
# - ref: https://learn.microsoft.com/azure/azure-sql/azure-hybrid-benefit
# custom:
#   code: COST-114
#   severity: medium
#   saving: exact
#   since: azurerm 4.80
#   types:
#   - azurerm_mssql_database
#   - azurerm_mssql_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_windows_virtual_machine_scale_set
#   only_with: [organisation_owns_licences]
#   params:
#     type: object
#     properties:
#       organisation_owns_licences:
#         type: boolean
#         description: Licences of Windows Server and SQL Server are there to be brought along to Azure.
#         default: false
#   remediation: >-
#     Bring along the licences that are owned; what is billed by the hour is then the machine alone.
package iaclint.cost.licence_paid_for_again

findings contains {
	"path": "license_type",
	"message": "pays for a Windows licence by the hour, while licences are owned",
	"change": {"license_type": "Windows_Server"},
	"rests_on": ["license_type"],
} if {
	input.params.organisation_owns_licences == true
	windows[input.resource.type]
	licence == "None"
}

windows := {
	"azurerm_windows_virtual_machine": true,
	"azurerm_windows_virtual_machine_scale_set": true,
}

default licence := "None"

licence := input.resource.values.license_type if input.resource.values.license_type != null

findings contains {
	"path": "sql_license_type",
	"message": "pays for a SQL Server licence by the hour, while licences are owned",
	"change": {"sql_license_type": "AHUB"},
	"rests_on": ["sql_license_type"],
} if {
	input.params.organisation_owns_licences == true
	input.resource.values.sql_license_type == "PAYG"
}

# A serverless database cannot bring a licence along, and one that is billed by
# the DTU holds none that could be told apart.
findings contains {
	"path": "license_type",
	"message": "pays for a SQL Server licence by the hour, while licences are owned",
	"change": {"license_type": "BasePrice"},
	"rests_on": ["license_type", "sku_name"],
} if {
	input.params.organisation_owns_licences == true
	input.resource.type == "azurerm_mssql_database"
	regex.match(`^(GP|BC)_(Gen|DC|Fsv|M)`, input.resource.values.sku_name)
	database_licence == "LicenseIncluded"
}

default database_licence := "LicenseIncluded"

database_licence := input.resource.values.license_type if input.resource.values.license_type != null
