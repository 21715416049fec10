# METADATA
# title: Volume of type gp2
# description: >-
#   gp3 stores the same for less, and its IOPS and throughput are chosen apart from its size. The
#   proposed volume delivers at least what the size of the gp2 volume gave it.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
# custom:
#   code: COST-201
#   severity: medium
#   saving: exact
#   safe_fix: true
#   since: aws 6.25
#   types:
#   - aws_ebs_volume
#   - aws_instance
#   - aws_launch_template
#   - aws_launch_configuration
#   - aws_db_instance
#   - aws_opensearch_domain
#   - aws_emr_cluster
#   - kubernetes_storage_class
#   - kubernetes_storage_class_v1
#   params:
#     type: object
#     properties:
#       match_baseline:
#         type: boolean
#         description: Buy the IOPS and throughput that a large gp2 volume had by its size.
#         default: true
#   remediation: >-
#     Set the type to gp3, with iops and throughput only where the volume needs more than the 3,000
#     and 125 MiB/s that are included. The change is made in place, without detaching the volume.
#   when_not: >-
#     The volume is the only copy of a boot disk that an old machine image expects as gp2, or a
#     policy of the organisation pins the type.
package iaclint.cost.gp2_volume

import data.iaclint.lib

findings contains {
	"path": volume.reads,
	"key": volume.at,
	"message": sprintf("gp2 volume%s; gp3 stores the same for less", [sized(volume.size)]),
	"change": change(volume),
	"rests_on": [volume.reads],
} if {
	some volume in volumes
}

findings contains {
	"path": "storage_type",
	"message": "gp2 storage; the IOPS of gp3 do not hang on its size",
	"change": {"storage_type": "gp3"},
	"rests_on": ["storage_type"],
} if {
	input.resource.values.storage_type == "gp2"
}

findings contains {
	"path": "parameters.type",
	"message": "every volume of this class is gp2; gp3 stores the same for less",
	"change": {"parameters.type": "gp3"},
	"rests_on": ["parameters.type"],
} if {
	input.resource.values.parameters.type == "gp2"
}

sized(null) := ""

sized(size) := sprintf(" of %v GB", [size]) if size != null

# Up to 333 GB gp3 includes all that gp2 gave, and most volumes are no larger.
change(volume) := {path: value |
	some name, value in object.union_n([{volume.attribute: "gp3"}, iops(volume.size), throughput])
	path := concat("", [volume.at, name])
} if {
	volume.size >= 334
	volume.tunable
	input.params.match_baseline
} else := {concat("", [volume.at, volume.attribute]): "gp3"}

default iops(_) := {}

# gp2 gives 3 IOPS per GB, 16,000 at most; gp3 includes 3,000. What the caps of
# cost/iops-above-cap leave is enough.
iops(size) := {"iops": wanted} if {
	wanted := min({3 * size, 16000} | cap("max_iops"))
	wanted > 3000
}

default throughput := {}

# From 334 GB on gp2 gives 250 MiB/s at any time; gp3 includes 125.
throughput := {"throughput": wanted} if {
	wanted := min({250} | cap("max_throughput_mibps"))
	wanted > 125
}

cap(name) := {most | most := data.iaclint.params["cost/iops-above-cap"][name][lib.band]}

volumes contains {"at": "", "attribute": "type", "reads": "type", "tunable": true, "size": size} if {
	input.resource.type == "aws_ebs_volume"
	volume_type == "gp2"
}

default volume_type := "gp2"

volume_type := input.resource.values.type if input.resource.values.type != null

volumes contains {
	"at": "root_block_device.",
	"attribute": "volume_type",
	"reads": "root_block_device.volume_type",
	"tunable": true,
	"size": root_size,
} if {
	input.resource.values.root_block_device[0].volume_type == "gp2"
}

volumes contains {
	"at": nth("ebs_block_device", i),
	"attribute": "volume_type",
	"reads": "ebs_block_device.volume_type",
	"tunable": true,
	"size": block_size(i),
} if {
	input.resource.values.ebs_block_device[i].volume_type == "gp2"
}

volumes contains {
	"at": concat("", [nth("block_device_mappings", i), "ebs."]),
	"attribute": "volume_type",
	"reads": "block_device_mappings.ebs.volume_type",
	"tunable": true,
	"size": mapped_size(i),
} if {
	input.resource.values.block_device_mappings[i].ebs[0].volume_type == "gp2"
}

volumes contains {
	"at": "ebs_options.",
	"attribute": "volume_type",
	"reads": "ebs_options.volume_type",
	"tunable": true,
	"size": search_size,
} if {
	input.resource.values.ebs_options[0].volume_type == "gp2"
}

volumes contains {
	"at": concat("", ["core_instance_group.", nth("ebs_config", i)]),
	"attribute": "type",
	"reads": "core_instance_group.ebs_config.type",
	"tunable": false,
	"size": node_size(i),
} if {
	input.resource.values.core_instance_group[0].ebs_config[i].type == "gp2"
}

# A size that an image or a snapshot sets is null.
default size := null

size := input.resource.values.size

default root_size := null

root_size := input.resource.values.root_block_device[0].volume_size

default block_size(_) := null

block_size(i) := input.resource.values.ebs_block_device[i].volume_size

default mapped_size(_) := null

mapped_size(i) := input.resource.values.block_device_mappings[i].ebs[0].volume_size

default search_size := null

search_size := input.resource.values.ebs_options[0].volume_size

default node_size(_) := null

node_size(i) := input.resource.values.core_instance_group[0].ebs_config[i].size

# A path without an index means the first of a list.
nth(block, 0) := sprintf("%s.", [block])

nth(block, i) := sprintf("%s.%d.", [block, i]) if i > 0
