# METADATA
# title: IOPS or throughput above the cap of the environment
# description: >-
#   Provisioned performance is paid by the unit whether it is used or not, and it is often set once,
#   to what the volume was thought to need at its worst.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-io-characteristics.html
# custom:
#   code: COST-204
#   severity: medium
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_ebs_volume
#   - aws_db_instance
#   - aws_efs_file_system
#   - aws_fsx_lustre_file_system
#   - azurerm_managed_disk
#   - google_compute_disk
#   params:
#     type: object
#     properties:
#       max_iops:
#         type: object
#         description: Most provisioned IOPS of one volume, by environment.
#         properties:
#           prod: {type: integer, default: 32000}
#           nonprod: {type: integer, default: 3000}
#       max_throughput_mibps:
#         type: object
#         description: Most provisioned throughput of one volume or file system, in MiB/s, by environment.
#         properties:
#           prod: {type: integer, default: 1000}
#           nonprod: {type: integer, default: 250}
#   remediation: >-
#     Lower the figure to the measured peak with a margin, or raise the cap for this address with a reason.
package iaclint.cost.iops_above_cap

import data.iaclint.lib

findings contains {
	"path": path,
	"key": path,
	"message": above_cap(amount, "IOPS", input.params.max_iops[lib.band]),
	"change": {path: input.params.max_iops[lib.band]},
	"rests_on": [path],
} if {
	some path, amount in iops
}

findings contains {
	"path": path,
	"key": path,
	"message": above_cap(amount, "MiB/s", input.params.max_throughput_mibps[lib.band]),
	"change": {path: input.params.max_throughput_mibps[lib.band]},
	"rests_on": [path],
} if {
	some path, amount in throughput
}

# Lustre sells throughput by the TiB, in steps, so that no value is proposed.
findings contains {
	"path": "per_unit_storage_throughput",
	"message": above_cap(total, "MiB/s", input.params.max_throughput_mibps[lib.band]),
	"rests_on": ["per_unit_storage_throughput", "storage_capacity"],
} if {
	input.resource.values.per_unit_storage_throughput > 0
	total := floor((input.resource.values.per_unit_storage_throughput * input.resource.values.storage_capacity) / 1024)
	total > input.params.max_throughput_mibps[lib.band]
}

above_cap(amount, unit, cap) := sprintf("%s %s provisioned; the cap in %s is %s", [
	lib.grouped(amount), unit, lib.band_name, lib.grouped(cap),
])

# What is above the cap. What gp2, st1 and others show as iops follows from their
# size and is free.
iops["iops"] := input.resource.values.iops if {
	input.resource.values.iops > input.params.max_iops[lib.band]
	input.resource.values.type in {"gp3", "io1", "io2"}
}

iops["iops"] := input.resource.values.iops if {
	input.resource.values.iops > input.params.max_iops[lib.band]
	input.resource.values.storage_type in {"io1", "io2"}
}

iops["iops"] := input.resource.values.iops if {
	input.resource.values.iops > input.params.max_iops[lib.band]
	input.resource.values.storage_type == "gp3"
	input.resource.values.iops > 12000 # included from 400 GB on
}

iops["disk_iops_read_write"] := input.resource.values.disk_iops_read_write if {
	input.resource.values.disk_iops_read_write > input.params.max_iops[lib.band]
	provisioned_disk
}

iops["provisioned_iops"] := input.resource.values.provisioned_iops if {
	input.resource.values.provisioned_iops > input.params.max_iops[lib.band]
}

throughput["throughput"] := input.resource.values.throughput if {
	input.resource.values.throughput > input.params.max_throughput_mibps[lib.band]
	input.resource.values.type == "gp3"
}

throughput["provisioned_throughput_in_mibps"] := input.resource.values.provisioned_throughput_in_mibps if {
	input.resource.values.provisioned_throughput_in_mibps > input.params.max_throughput_mibps[lib.band]
}

throughput["disk_mbps_read_write"] := input.resource.values.disk_mbps_read_write if {
	input.resource.values.disk_mbps_read_write > input.params.max_throughput_mibps[lib.band]
	provisioned_disk
}

throughput["provisioned_throughput"] := input.resource.values.provisioned_throughput if {
	input.resource.values.provisioned_throughput > input.params.max_throughput_mibps[lib.band]
}

provisioned_disk if input.resource.values.storage_account_type in {"UltraSSD_LRS", "PremiumV2_LRS"}
