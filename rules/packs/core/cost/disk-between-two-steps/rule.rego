# METADATA
# title: Disk between two sizes that are billed
# description: >-
#   Azure bills most managed disks by the next larger step. A disk of 200 GB is billed as one of 256 and
#   may as well be one: the rest of the step is paid for, and its speed goes with it.
# related_resources:
# - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
# custom:
#   code: COST-218
#   severity: info
#   saving: exact
#   since: azurerm 4.80
#   types: [azurerm_managed_disk]
#   remediation: >-
#     Take the step, or the one below if what is stored leaves room.
package iaclint.cost.disk_between_two_steps

import data.iaclint.lib

# Nothing is said of a disk that is too large as it is: volume-above-size-cap
# asks for a smaller one.
findings contains {
	"path": "disk_size_gb",
	"message": sprintf("%d GB are billed as %d: %d GB are paid for and not there", [size, step, step - size]),
	"rests_on": ["disk_size_gb", "storage_account_type"],
} if {
	size := input.resource.values.disk_size_gb
	size > 0
	in_steps[input.resource.values.storage_account_type]
	step := min([s | some s in steps; s >= max([size, in_steps[input.resource.values.storage_account_type]])])
	step > size
	step <= data.iaclint.params["cost/volume-above-size-cap"].max_gb[lib.band]
}

# The smallest step of each class, in GB; Premium v2 and Ultra are billed by the GB.
in_steps := {
	"Premium_LRS": 4, "Premium_ZRS": 4,
	"StandardSSD_LRS": 4, "StandardSSD_ZRS": 4,
	"Standard_LRS": 32,
}

steps := [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32767]
