# METADATA
# title: Shared file system on a dearer tier than it needs
# description: >-
#   Most files are not opened again within a month; a file system that never moves them keeps all of them
#   at the price of the fastest tier. Outside production, copies in a second zone and the premium tiers
#   are paid for twice and more.
# related_resources:
# - ref: https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html
# - ref: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html
# - ref: https://cloud.google.com/filestore/docs/service-tiers
# - ref: https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-service-levels
# custom:
#   code: COST-216
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_efs_file_system
#   - aws_fsx_ontap_file_system
#   - aws_fsx_openzfs_file_system
#   - aws_fsx_windows_file_system
#   - azurerm_netapp_pool
#   - google_filestore_instance
#   params:
#     type: object
#     properties:
#       nonprod_tiers:
#         type: array
#         description: Tiers, levels and deployment types that may be used outside production all the same.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Move files that nobody opens to infrequent access; outside production use one zone and the plain tier.
#   when_not: >-
#     When all files are read all the time, for reading from infrequent access is billed.
package iaclint.cost.shared_files_on_dear_tier

findings contains {
	"path": "lifecycle_policy",
	"message": "no lifecycle policy: files that nobody opens stay at the price of the fastest tier",
	"change": {"lifecycle_policy": [{"transition_to_ia": "AFTER_30_DAYS"}]},
} if {
	input.resource.type == "aws_efs_file_system"
	not tiered
}

tiered if input.resource.values.lifecycle_policy[_].transition_to_ia

tiered if input.resource.values.lifecycle_policy[_].transition_to_archive

findings contains {
	"path": "deployment_type",
	"message": sprintf("%s in non-production: disks and servers in two zones", [input.resource.values.deployment_type]),
	"change": {"deployment_type": single[input.resource.values.deployment_type]},
	"rests_on": ["deployment_type"],
} if {
	input.resource.env == "nonprod"
	single[input.resource.values.deployment_type]
	not input.resource.values.deployment_type in input.params.nonprod_tiers
}

# What the same is called in one zone.
single := {
	"MULTI_AZ_1": "SINGLE_AZ_1",
	"MULTI_AZ_2": "SINGLE_AZ_2",
}

findings contains {
	"path": "service_level",
	"message": sprintf("%s in non-production, where Standard will do", [input.resource.values.service_level]),
	"change": {"service_level": "Standard"},
	"rests_on": ["service_level"],
} if {
	input.resource.env == "nonprod"
	input.resource.values.service_level in {"Premium", "Ultra"}
	not input.resource.values.service_level in input.params.nonprod_tiers
}

# Filestore's plain tier begins at 1 TB, where the others may be smaller or larger, so
# that what it would cost is not worked out.
findings contains {
	"path": "tier",
	"message": sprintf("%s in non-production: copies in several zones, or disks of the fast kind", [input.resource.values.tier]),
	"rests_on": ["tier"],
} if {
	input.resource.type == "google_filestore_instance"
	input.resource.env == "nonprod"
	input.resource.values.tier in {"ENTERPRISE", "REGIONAL", "BASIC_SSD", "PREMIUM", "HIGH_SCALE_SSD"}
	not input.resource.values.tier in input.params.nonprod_tiers
}
