# METADATA
# title: Disk that outlives its machine
# description: >-
#   A group replaces machines all the time, and each one that goes leaves such a disk behind, to be paid
#   for until somebody finds it. Of a single machine it is said outside production only: in production
#   a disk that stays may be what saves the data.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html
# - ref: https://cloud.google.com/compute/docs/disks/modify-persistent-disk
# custom:
#   code: COST-207
#   severity: low
#   saving: bounded
#   since: aws 6.25, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_configuration
#   - aws_launch_template
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_instance_template
#   params:
#     type: object
#     properties:
#       stateful_tag:
#         type: string
#         description: Tag ("key" or "key=value") of machines whose disks have to stay.
#         default: stateful
#   remediation: >-
#     Let the disk go with the machine, and keep data that has to stay on a volume or in a backup of its own.
#   when_not: >-
#     When the disk holds the only copy of something.
package iaclint.cost.disk_outlives_its_machine

import data.iaclint.lib

# Outside of these a machine is made once, by hand.
templates := {
	"aws_launch_configuration",
	"aws_launch_template",
	"google_compute_instance_template",
	"google_compute_region_instance_template",
}

findings contains {
	"path": disk.path,
	"key": disk.place,
	"message": left_behind,
	"change": {disk.place: true},
} if {
	some disk in staying
	short_lived
	not lib.tagged(input.params.stateful_tag)
}

short_lived if input.resource.type in templates

short_lived if input.resource.env == "nonprod"

left_behind := "each machine made from this leaves a disk behind when it goes" if input.resource.type in templates

left_behind := "the disk stays, and is paid for, when the machine goes" if not input.resource.type in templates

staying contains {"path": "root_block_device.delete_on_termination", "place": "root_block_device.delete_on_termination"} if {
	input.resource.values.root_block_device[0].delete_on_termination == false
}

staying contains {
	"path": "ebs_block_device.delete_on_termination",
	"place": nth("ebs_block_device", i, "delete_on_termination"),
} if {
	input.resource.values.ebs_block_device[i].delete_on_termination == false
}

# The provider keeps this one as a string, whatever was written.
staying contains {
	"path": "block_device_mappings.ebs.delete_on_termination",
	"place": nth("block_device_mappings", i, "ebs.delete_on_termination"),
} if {
	input.resource.values.block_device_mappings[i].ebs[0].delete_on_termination in {false, "false"}
}

staying contains {"path": "boot_disk.auto_delete", "place": "boot_disk.auto_delete"} if {
	input.resource.values.boot_disk[0].auto_delete == false
}

staying contains {"path": "disk.auto_delete", "place": nth("disk", i, "auto_delete")} if {
	input.resource.values.disk[i].auto_delete == false
	not input.resource.values.disk[i].source
}

# A path without an index means the first of a list.
nth(block, 0, attribute) := sprintf("%s.%s", [block, attribute])

nth(block, i, attribute) := sprintf("%s.%d.%s", [block, i, attribute]) if i > 0
