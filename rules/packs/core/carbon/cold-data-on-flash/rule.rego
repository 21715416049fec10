# METADATA
# title: Cold data on flash
# description: |
#   A terabyte of flash takes more than ten times the carbon to make than one of
#   a spinning disk, and wears out sooner. Backups, archives and logs are
#   written in long runs and seldom read, which is what disks are good at.
#   Volumes are taken for cold by their name or tags. Those that were given
#   IOPS or throughput a disk has not, and those below the smallest size of a
#   disk, are left alone. In money the rules on cost speak of them.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_data_a3.html
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/hdd-vols.html
# custom:
#   code: CARB-007
#   severity: low
#   types: [aws_ebs_volume, azurerm_managed_disk, google_compute_disk]
#   remediation: Move it to a disk class (st1, Standard_LRS, pd-standard) if nothing boots from it or reads it at random.
#   params:
#     type: object
#     properties:
#       patterns:
#         type: array
#         description: Globs, in lower case, of names and of tag values that say the data is cold.
#         items: {type: string}
#         default: ["*archive*", "*backup*", "*cold*", "logs", "*-logs", "*_logs", "log-*", "log_*", "logs-*", "logs_*"]
#       aws_type: {enum: [st1, sc1], default: st1, description: Type of EBS volume to propose.}
#   saving: bounded
#   saving_required: carbon
#   since: 0.1.0
#   idea: AWS Well-Architected SUS04
#   when_not: >-
#     Something boots from the disk, or reads it at random.
package iaclint.carbon.cold_data_on_flash

import data.iaclint.lib.globs

findings contains {
	"path": path,
	"message": sprintf("%s GB on flash (%s) for data that is cold by its %s: a disk takes a tenth of the carbon to make", [
		size,
		now,
		sort(signs)[0],
	]),
	"change": {path: disk[path]},
	"rests_on": array.concat([path], resting[input.resource.type]),
} if {
	some path, now in flash
	count(signs) > 0
}

# What it is now, by the attribute that says so.
flash["type"] := input.resource.values.type if {
	input.resource.type == "aws_ebs_volume"
	input.resource.values.type in {"gp2", "gp3"}
	input.resource.values.size >= 125
	not fast
}

flash["type"] := input.resource.values.type if {
	input.resource.type == "google_compute_disk"
	input.resource.values.type in {"pd-balanced", "pd-ssd"}
}

flash["storage_account_type"] := input.resource.values.storage_account_type if {
	input.resource.values.storage_account_type in {"Premium_LRS", "StandardSSD_LRS"}
}

disk := {"type": spinning[input.resource.type], "storage_account_type": "Standard_LRS"}

spinning := {"aws_ebs_volume": input.params.aws_type, "google_compute_disk": "pd-standard", "azurerm_managed_disk": ""}

# More than what gp3 has anyway.
fast if input.resource.values.iops > 3000

fast if input.resource.values.throughput > 125

resting := {
	"aws_ebs_volume": ["size", "iops", "throughput"],
	"azurerm_managed_disk": [],
	"google_compute_disk": [],
}

default size := "some"

size := sprintf("%d", [input.resource.values.size]) if input.resource.values.size > 0

size := sprintf("%d", [input.resource.values.disk_size_gb]) if input.resource.values.disk_size_gb > 0

signs contains "name" if cold(input.resource.name)

signs contains "name" if cold(input.resource.values.name)

signs contains sprintf("tag %s", [key]) if {
	some key, value in input.resource.tags
	cold(value)
}

cold(word) if glob.match(globs.one(input.params.patterns), null, lower(word))
