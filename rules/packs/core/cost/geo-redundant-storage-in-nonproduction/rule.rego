# METADATA
# title: Copies in a second region, in non-production
# description: >-
#   Geo-redundant storage keeps everything twice, sends every change to the other region, and is there
#   for the day a region is lost. A test environment is made again on that day.
# related_resources:
# - ref: https://learn.microsoft.com/azure/storage/common/storage-redundancy
# - ref: https://cloud.google.com/storage/docs/locations
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
# custom:
#   code: COST-213
#   severity: medium
#   env: nonprod
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_s3_bucket_replication_configuration
#   - azurerm_container_registry
#   - azurerm_recovery_services_vault
#   - azurerm_storage_account
#   - google_storage_bucket
#   params:
#     type: object
#     properties:
#       allowed_nonprod:
#         type: array
#         description: Kinds of redundancy (GRS, RAGZRS), locations (EU) and regions that may be used all the same.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Keep data of test environments in one region, with local or zone redundancy.
#   when_not: >-
#     When the failover to the second region is what is tested.
package iaclint.cost.geo_redundant_storage_in_nonproduction

findings contains {
	"path": "account_replication_type",
	"message": sprintf("%s: everything is kept in a second region too", [kind]),
	"change": {"account_replication_type": within[kind]},
	"rests_on": ["account_replication_type"],
} if {
	kind := input.resource.values.account_replication_type
	within[kind]
	not kind in input.params.allowed_nonprod
}

# What the same is called without the second region.
within := {"GRS": "LRS", "RAGRS": "LRS", "GZRS": "ZRS", "RAGZRS": "ZRS"}

findings contains {
	"path": "storage_mode_type",
	"message": "GeoRedundant: every backup is kept in a second region too",
	"change": {"storage_mode_type": "LocallyRedundant"},
	"rests_on": ["storage_mode_type"],
} if {
	input.resource.type == "azurerm_recovery_services_vault"
	mode == "GeoRedundant"
	not mode in input.params.allowed_nonprod
}

default mode := "GeoRedundant"

mode := input.resource.values.storage_mode_type if input.resource.values.storage_mode_type != null

findings contains {
	"path": "georeplications",
	"message": sprintf("images are kept in %s too", [concat(", ", sort(copies))]),
	"change": {"georeplications": []},
	"rests_on": ["georeplications"],
} if {
	count(copies) > 0
}

copies contains place if {
	place := input.resource.values.georeplications[_].location
	not place in input.params.allowed_nonprod
}

findings contains {
	"path": "location",
	"message": sprintf("%s is several regions: objects are kept in two of them or more", [upper(input.resource.values.location)]),
	"rests_on": ["location"],
} if {
	input.resource.type == "google_storage_bucket"
	upper(input.resource.values.location) in several
	not upper(input.resource.values.location) in input.params.allowed_nonprod
}

# Multi-regions, and the pairs that have a name; one region is written with a
# dash, as europe-west4.
several := {"US", "EU", "ASIA", "NAM4", "EUR4", "EUR5", "EUR7", "EUR8", "ASIA1"}

findings contains {
	"path": "rule",
	"message": "every object is sent to another bucket and kept there too",
	"remove": true,
	"rests_on": ["rule.status"],
} if {
	input.resource.type == "aws_s3_bucket_replication_configuration"
	input.resource.values.rule[_].status == "Enabled"
}
