# METADATA
# title: Premium disk in non-production
# description: >-
#   The fastest class of disk costs about twice as much as the next one. A test environment is seldom
#   waiting for its disk. On AWS the rules on provisioned IOPS say as much.
# related_resources:
# - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
# - ref: https://cloud.google.com/compute/docs/disks/persistent-disks
# custom:
#   code: COST-219
#   severity: medium
#   env: nonprod
#   saving: exact
#   since: azurerm 4.80, google 7.45
#   types:
#   - azurerm_linux_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_managed_disk
#   - azurerm_windows_virtual_machine
#   - azurerm_windows_virtual_machine_scale_set
#   - google_compute_disk
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_disk
#   - google_compute_region_instance_template
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       allowed_nonprod:
#         type: array
#         description: Premium classes that may be used outside production all the same.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Take Standard SSD, or balanced disks on Google. The type of a Google disk cannot be changed in place:
#     make the new one from a snapshot.
#   when_not: >-
#     When the environment is there to measure speed.
package iaclint.cost.premium_disk_in_nonproduction

findings contains {
	"path": disk.path,
	"key": disk.place,
	"message": sprintf("%s in non-production, where %s will do", [disk.kind, plainer[disk.kind]]),
	"change": {disk.place: plainer[disk.kind]},
} if {
	some disk in disks
	plainer[disk.kind]
	not disk.kind in input.params.allowed_nonprod
}

plainer := {
	"Premium_LRS": "StandardSSD_LRS",
	"PremiumV2_LRS": "StandardSSD_LRS",
	"Premium_ZRS": "StandardSSD_ZRS",
	"UltraSSD_LRS": "StandardSSD_LRS",
	"hyperdisk-extreme": "hyperdisk-balanced",
	"pd-extreme": "pd-balanced",
	"pd-ssd": "pd-balanced",
}

disks contains {
	"path": "storage_account_type",
	"place": "storage_account_type",
	"kind": input.resource.values.storage_account_type,
}

disks contains {
	"path": "os_disk.storage_account_type",
	"place": "os_disk.storage_account_type",
	"kind": input.resource.values.os_disk[0].storage_account_type,
}

disks contains {
	"path": "data_disk.storage_account_type",
	"place": nth("data_disk", i, "storage_account_type"),
	"kind": kind,
} if {
	kind := input.resource.values.data_disk[i].storage_account_type
}

disks contains {"path": "type", "place": "type", "kind": input.resource.values.type}

disks contains {
	"path": "boot_disk.initialize_params.type",
	"place": "boot_disk.initialize_params.type",
	"kind": input.resource.values.boot_disk[0].initialize_params[0].type,
}

disks contains {
	"path": "disk.disk_type",
	"place": nth("disk", i, "disk_type"),
	"kind": kind,
} if {
	kind := input.resource.values.disk[i].disk_type
}

disks contains {
	"path": "node_config.disk_type",
	"place": "node_config.disk_type",
	"kind": input.resource.values.node_config[0].disk_type,
}

# A path without an index means the first of a list.
nth(block, 0, attribute) := sprintf("%s.%s", [block, attribute])

nth(block, i, attribute) := sprintf("%s.%d.%s", [block, i, attribute]) if i > 0
