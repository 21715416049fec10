# METADATA
# title: Volume above the size cap
# description: >-
#   A disk is paid for by what it could hold. Growing one takes a minute and no downtime, shrinking one
#   takes a new disk and a copy, so a generous guess is paid for as long as the disk lives.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html
# - ref: https://learn.microsoft.com/azure/virtual-machines/linux/expand-disks
# - ref: https://cloud.google.com/compute/docs/disks/resize-persistent-disk
# custom:
#   code: COST-205
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_ebs_volume
#   - aws_instance
#   - aws_launch_configuration
#   - aws_launch_template
#   - azurerm_linux_virtual_machine
#   - azurerm_managed_disk
#   - azurerm_windows_virtual_machine
#   - google_compute_disk
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_disk
#   - google_compute_region_instance_template
#   params:
#     type: object
#     properties:
#       max_gb:
#         type: object
#         description: Most GB of one volume, by environment.
#         properties:
#           prod: {type: integer, default: 2000}
#           nonprod: {type: integer, default: 128}
#   remediation: >-
#     Begin with what the data needs for some months and let the disk grow, or raise the cap for this
#     address with a reason.
#   when_not: >-
#     When the size buys throughput, as with the older kinds of disk.
package iaclint.cost.volume_above_size_cap

import data.iaclint.lib

findings contains {
	"path": disk.path,
	"key": disk.place,
	"message": sprintf("%s GB; the cap in %s is %s", [
		lib.grouped(disk.gb),
		lib.band_name,
		lib.grouped(input.params.max_gb[lib.band]),
	]),
	"change": {disk.place: input.params.max_gb[lib.band]},
} if {
	some disk in too_large
}

# Each compares by itself: most disks are small enough, and are not looked at further.
sized := {"aws_ebs_volume", "google_compute_disk", "google_compute_region_disk"}

too_large contains {"path": "size", "place": "size", "gb": input.resource.values.size} if {
	input.resource.type in sized
	input.resource.values.size > input.params.max_gb[lib.band]
}

too_large contains {"path": "disk_size_gb", "place": "disk_size_gb", "gb": input.resource.values.disk_size_gb} if {
	input.resource.values.disk_size_gb > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "os_disk.disk_size_gb",
	"place": "os_disk.disk_size_gb",
	"gb": input.resource.values.os_disk[0].disk_size_gb,
} if {
	input.resource.values.os_disk[0].disk_size_gb > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "root_block_device.volume_size",
	"place": "root_block_device.volume_size",
	"gb": input.resource.values.root_block_device[0].volume_size,
} if {
	input.resource.values.root_block_device[0].volume_size > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "ebs_block_device.volume_size",
	"place": nth("ebs_block_device", i, "volume_size"),
	"gb": input.resource.values.ebs_block_device[i].volume_size,
} if {
	input.resource.values.ebs_block_device[i].volume_size > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "block_device_mappings.ebs.volume_size",
	"place": nth("block_device_mappings", i, "ebs.volume_size"),
	"gb": input.resource.values.block_device_mappings[i].ebs[0].volume_size,
} if {
	input.resource.values.block_device_mappings[i].ebs[0].volume_size > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "boot_disk.initialize_params.size",
	"place": "boot_disk.initialize_params.size",
	"gb": input.resource.values.boot_disk[0].initialize_params[0].size,
} if {
	input.resource.values.boot_disk[0].initialize_params[0].size > input.params.max_gb[lib.band]
}

too_large contains {
	"path": "disk.disk_size_gb",
	"place": nth("disk", i, "disk_size_gb"),
	"gb": input.resource.values.disk[i].disk_size_gb,
} if {
	input.resource.values.disk[i].disk_size_gb > input.params.max_gb[lib.band]
}

# A path without an index means the first of a list.
nth(block, 0, attribute) := sprintf("%s.%s", [block, attribute])

nth(block, i, attribute) := sprintf("%s.%d.%s", [block, i, attribute]) if i > 0
